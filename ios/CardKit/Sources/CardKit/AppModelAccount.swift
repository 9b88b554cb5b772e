import CardCore
import Foundation

/// Receipts, keeping the card, one's data, and the way out.
extension AppModel {
    /// What comes of it is in the receipt.
    public func checkReceipt(_ id: String) {
        reading { try await $0.checkReceipt(id: id) }
    }

    public func shareReceipt(_ id: String) {
        refused = nil
        Task {
            await quietly { [self] in
                let file = try await telling { try await store.receiptFile(id) }
                let name = strings(language).receiptFile(String(id.filter { $0.isLetter || $0.isNumber }.prefix(12)))
                apps?.share("\(name).json", file, type: "application/json")
            }
        }
    }

    public func keepCard() {
        reading { try await $0.keepCard() }
    }

    public func exportData() {
        changing(.leave, goesOn: exportData) { [self] in export = try await store.exportData() }
    }

    public func shareExport(_ form: ExportForm) {
        guard let export else { return }
        let words = strings(language)
        switch form {
        case .json: apps?.share("\(words.myDataFile).json", Data(export.json.utf8), type: "application/json")
        case .text:
            let text = exportText(export, words, now: clock.now(), Moments(words, now: clock.now(), zone: zone))
            apps?.share("\(words.myDataFile).txt", Data(text.utf8), type: "text/plain")
        }
    }

    public func seeLeaving() {
        changing(.leave, goesOn: seeLeaving) { try await self.store.ask { try await $0.seeLeaving() } }
    }

    /// Never by itself after a surer sign-in: the person sees once more what ends, and holds the button again.
    public func leave() {
        changing(.leave, goesOn: seeLeaving) { [self] in
            try await store.ask { try await $0.leave() }
            lying = .endCard
        }
    }

    public func openOutside(_ address: String) { apps?.open(address) }
}
