import CardCore
import CardKit
import Foundation
import UIKit

/// How the start went.
enum AppStart {
    case running(AppModel)
    /// The core couldn't be started; a screen says so, and trying again is the person's.
    case noLibrary

    @MainActor
    static func begin() -> AppStart {
        let store = KeychainStore()
        FirstRun(defaults: .standard).purge(store)
        do {
            let core = try CardApp(config: config(DataFolder.make()), vault: SecureVault(store))
            let model = AppModel(
                CardStore(core), browser: WebAuthSession(), lock: OwnerCheck(),
                apps: OutsideApps(), locator: PhonePlace(), language: LanguageChoice(defaults: .standard).current,
                redirect: WebAuthSession.redirect,
                farewell: WebAuthSession.farewell)
            return .running(model)
        } catch {
            return .noLibrary
        }
    }

    /// Where the national service is; it is the provider too, with all three doors. In the list of sign-ins this is "iPhone":
    /// the name that its owner gave it may hold their own.
    @MainActor
    static func config(_ folder: URL) -> AppConfig {
        let service = "https://api.bibliotekkortet.no"
        return AppConfig(
            dataDir: folder.path, issuer: service, cardService: service, clientId: "bibliotekkortet-app",
            deviceName: UIDevice.current.model, allowLoopbackHttp: false)
    }
}

/// Keychain items outlive an app that is deleted; the next owner of the phone must not find the last one's session.
struct FirstRun {
    let defaults: UserDefaults

    func purge(_ store: KeychainStore) {
        if defaults.bool(forKey: "has-run") { return }
        store.clear()
        defaults.set(true, forKey: "has-run")
    }
}

/// The folder for the card. It stays on this phone: its key does too, so a copy elsewhere is unreadable anyway. The entitlement
/// for data protection keeps its files closed while the phone is locked, unless they were open.
enum DataFolder {
    static func make() throws -> URL {
        let support = try FileManager.default.url(
            for: .applicationSupportDirectory, in: .userDomainMask, appropriateFor: nil, create: true)
        var folder = support.appending(path: "card")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var values = URLResourceValues()
        values.isExcludedFromBackup = true
        try folder.setResourceValues(values)
        return folder
    }
}
