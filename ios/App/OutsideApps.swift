import CardKit
import UIKit

/// E-mail, phone, browser, and wherever the person wants a file to go. What is asked for is shown by the system before it happens.
final class OutsideApps: OtherApps {
    /// Where a file lies while the person chooses; nowhere before and after.
    let folder: URL

    init(folder: URL = FileManager.default.temporaryDirectory.appending(path: "shared")) { self.folder = folder }

    func open(_ address: String) {
        guard let url = URL(string: address), Self.schemes.contains(url.scheme?.lowercased() ?? "") else { return }
        UIApplication.shared.open(url)
    }

    func share(_ name: String, _ bytes: Data, type: String) {
        guard let file = try? put(name, bytes) else { return }
        let sheet = UIActivityViewController(activityItems: [file], applicationActivities: nil)
        sheet.completionWithItemsHandler = { [folder] _, _, _, _ in try? FileManager.default.removeItem(at: folder) }
        // A wide screen hangs it on something.
        sheet.popoverPresentationController?.sourceView = front?.view
        front?.present(sheet, animated: true)
    }

    /// One file at a time, closed while the phone is locked.
    private func put(_ name: String, _ bytes: Data) throws -> URL {
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: name)
        try bytes.write(to: file, options: Self.protection)
        return file
    }

    /// What lies in front now: a sheet is shown over it.
    private var front: UIViewController? {
        let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
        var front = scenes.compactMap(\.keyWindow).first?.rootViewController
        while let over = front?.presentedViewController { front = over }
        return front
    }

    private static let schemes: Set<String> = ["mailto", "tel", "https", "http"]

    #if os(iOS)
        private static let protection: Data.WritingOptions = [.atomic, .completeFileProtection]
    #else
        private static let protection: Data.WritingOptions = .atomic
    #endif
}
