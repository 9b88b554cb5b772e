import CardCore
import Foundation

/// Receipts, keeping the card, one's data, and the way out.
extension AppModel {
    /// What comes of it is in the receipt.
    public func checkReceipt(_ id: String) {
        refused = nil
        Task { await quietly { try await self.telling { try await self.store.ask { try await $0.checkReceipt(id: id) } } } }
    }

    public func shareReceipt(_ id: String) {
        refused = nil
        Task {
            await quietly { [self] in
                let file = try await telling { try await store.receiptFile(id) }
                apps?.share("\(strings(language).receiptsFileName)-\(id).json", file, type: "application/json")
            }
        }
    }

    public func keepCard() {
        refused = nil
        Task { await quietly { try await self.telling { try await self.store.ask { try await $0.keepCard() } } } }
    }

    public func exportData() {
        isExporting = true
        changing(.leave, goesOn: exportData) { [self] in export = try await store.exportData() }
    }

    public func shareExport(_ form: ExportForm) {
        guard let export else { return }
        let words = strings(language)
        switch form {
        case .json: apps?.share("\(words.myDataFileName).json", Data(export.json.utf8), type: "application/json")
        case .text:
            let text = exportText(export, words, Moments(words, now: clock.now(), zone: zone))
            apps?.share("\(words.myDataFileName).txt", Data(text.utf8), type: "text/plain")
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
