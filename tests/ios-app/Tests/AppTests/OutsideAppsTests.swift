import Foundation
import Testing
import UIKit

@testable import App

/// What leaves the app, and what is left behind: nothing.
@Suite("Other apps", .serialized) @MainActor struct OutsideAppsTests {
    private let apps = OutsideApps(
        folder: FileManager.default.temporaryDirectory.appending(path: "shared-\(UUID().uuidString)"))

    @Test("e-mail, phone and the web are opened, nothing else") func opens() {
        UIApplication.shared._opened = []
        for address in ["mailto:a@b.example", "tel:22000010", "https://deichman.example", "file:///etc", "x:y", ""] {
            apps.open(address)
        }
        #expect(UIApplication.shared._opened.map(\.scheme) == ["mailto", "tel", "https"])
    }

    @Test("a file lies there only while the person chooses") func shares() throws {
        let (scene, window, root) = (UIWindowScene(), UIWindow(), UIViewController())
        (window.rootViewController, scene.keyWindow) = (root, window)
        UIApplication.shared.connectedScenes = [scene]
        defer { UIApplication.shared.connectedScenes = [] }
        apps.share("mine-data.json", Data("{}".utf8), type: "application/json")
        let sheet = try #require(root.presentedViewController as? UIActivityViewController)
        let file = try #require(sheet._items.first as? URL)
        #expect(file.lastPathComponent == "mine-data.json" && (try? Data(contentsOf: file)) == Data("{}".utf8))
        sheet.completionWithItemsHandler?(nil, true, nil, nil)
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }
}
