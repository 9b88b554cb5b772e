import CardKit
import Foundation
import Testing

@testable import App

/// Project, entitlements and privacy manifest say what the sources do.
@Suite("Project") struct ProjectTests {
    private let app = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/App")
        .resolvingSymlinksInPath()

    @Test("links of the web and of our own come here") func links() throws {
        let host = try #require(URL(string: Link.redirectAddress)?.host)
        let domains = try plist("Bibliotekkortet.entitlements")["com.apple.developer.associated-domains"] as? [String]
        #expect(domains?.contains("applinks:\(host)") == true)
        // Without this one, https callbacks of the sign-in sheet are refused.
        #expect(domains?.contains("webcredentials:\(host)") == true)
        #expect(try project().contains("CFBundleURLSchemes: [\(Link.scheme)]"))
    }

    @Test("the bundled fonts are the app's, and those that the text asks for") func fonts() throws {
        let fonts = try FileManager.default.contentsOfDirectory(atPath: app.path + "/../../shared-assets/fonts")
            .filter { $0.hasSuffix(".otf") }
        let listed = try #require(try project().firstMatch(of: /UIAppFonts: \[(.*)\]/)).output.1
        #expect(Set(listed.split(separator: ", ").map(String.init)) == Set(fonts))
        let asked = try text("../CardKit/Sources/CardUI/Look/Type.swift").matches(of: /"(Inter-\w+)"/)
        #expect(!asked.isEmpty)
        for font in asked { #expect(fonts.contains("\(font.output.1).otf")) }
    }

    @Test("the icon that the project names is there, whole and square") func icon() throws {
        #expect(try project().contains("ASSETCATALOG_COMPILER_APPICON_NAME: AppIcon"))
        let png = try Data(contentsOf: app.appending(path: "Assets.xcassets/AppIcon.appiconset/AppIcon.png"))
        // Width and height of the header, then depth and kind of colour: 2 has no transparency, which the store refuses.
        #expect(Array(png[16..<24]) == [0, 0, 4, 0, 0, 0, 4, 0])
        #expect(png[25] == 2)
    }

    @Test("one oldest system, and the languages that there are words for") func versions() throws {
        #expect(try project().contains("iOS: '17.0'"))
        #expect(try text("../CardKit/Package.swift").contains(".iOS(.v17)"))
        let languages = allStrings.map(\.languageCode).joined(separator: ", ")
        #expect(try project().contains("CFBundleLocalizations: [\(languages)]"))
    }

    @Test("every interface that needs a reason has one, and no other") func reasons() throws {
        let sources = try FileManager.default.contentsOfDirectory(atPath: app.path).filter { $0.hasSuffix(".swift") }
            .map { try text($0) }.joined()
        let manifest = try plist("PrivacyInfo.xcprivacy")
        let accessed = manifest["NSPrivacyAccessedAPITypes"] as? [[String: Any]] ?? []
        let kinds = Set(accessed.compactMap { $0["NSPrivacyAccessedAPIType"] as? String })
        #expect(sources.contains("UserDefaults") == kinds.contains("NSPrivacyAccessedAPICategoryUserDefaults"))
        #expect(
            kinds.isSubset(of: [
                "NSPrivacyAccessedAPICategoryUserDefaults", "NSPrivacyAccessedAPICategoryFileTimestamp",
            ]))
        for word in ["systemUptime", "volumeAvailableCapacity", "activeInputModes"] { #expect(!sources.contains(word)) }
        #expect(manifest["NSPrivacyTracking"] as? Bool == false)
    }

    @Test("Face ID is asked for with a reason, in words of our own") func faceId() throws {
        let sources = try text("OwnerCheck.swift")
        let reason = try #require(try project().firstMatch(of: /NSFaceIDUsageDescription: (.*)/)).output.1
        #expect(sources.contains("import LocalAuthentication") && reason == strings("nb").lockSwitchHint)
        let catalogue = try text("gen/InfoPlist.xcstrings")
        for words in allStrings { #expect(catalogue.contains("\"value\": \"\(words.lockSwitchHint)\"")) }
    }

    @Test("the place is asked for roughly and with a reason, in words of our own") func place() throws {
        let reason = try #require(try project().firstMatch(of: /NSLocationWhenInUseUsageDescription: (.*)/)).output.1
        #expect(reason == strings("nb").findNearWhy)
        #expect(try project().contains("NSLocationDefaultAccuracyReduced: true"))
        let catalogue = try text("gen/InfoPlist.xcstrings")
        for words in allStrings { #expect(catalogue.contains("\"value\": \"\(words.findNearWhy)\"")) }
    }

    @Test("the service is the provider, and a device's list shows its kind, not its owner's name for it") @MainActor
    func config() {
        let config = AppStart.config(URL(filePath: "/tmp/card"))
        #expect(config.issuer == config.cardService && !config.idPortenDirectly && !config.allowLoopbackHttp)
        #expect(config.deviceName == "iPhone")
    }

    @Test("the person's language comes before the phone's") func language() throws {
        let defaults = try #require(UserDefaults(suiteName: "language-\(UUID().uuidString)"))
        #expect(LanguageChoice(defaults: defaults, offered: ["nn-NO"]).current == "nn")
        #expect(LanguageChoice(defaults: defaults, offered: []).current == "en")
        LanguageChoice(defaults: defaults).keep("se")
        #expect(LanguageChoice(defaults: defaults, offered: ["nn-NO"]).current == "se")
    }

    private func project() throws -> String { try text("../project.yml") }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: app.appending(path: path).standardizedFileURL, encoding: .utf8)
    }

    private func plist(_ name: String) throws -> [String: Any] {
        let data = try Data(contentsOf: app.appending(path: name))
        return try #require(PropertyListSerialization.propertyList(from: data, format: nil) as? [String: Any])
    }
}
