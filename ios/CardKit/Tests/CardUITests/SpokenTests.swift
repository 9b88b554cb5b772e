import CardCore
import CardKit
import SwiftUI
import Testing

@testable import CardUI

/// Where something secret stands in a field.
private let withSecrets = catalogue.filter {
    !$0.typed.form.secret.isEmpty || !$0.typed.people.pin.isEmpty || !$0.typed.people.password.isEmpty
}.map(\.name)

@Suite("For a voice and a finger") @MainActor struct SpokenTests {
    /// Human Interface Guidelines, "Accessibility": points.
    private let least: CGFloat = 44

    @Test("every button says what it is and is large enough", arguments: Look.all)
    func buttons(look: Look) {
        for button in look.tree.all where button.action != nil && !isSystems(button) {
            #expect(!button.speech.isEmpty, "\(button.identifier ?? "?")")
            #expect(button.all.map(\.leastHeight).max() ?? 0 >= least, "\(button.speech)")
        }
    }

    @Test("every field says what it is for and is large enough", arguments: Look.all)
    func fields(look: Look) {
        for field in look.tree.all where field.type != nil {
            #expect(field.label?.isEmpty == false && field.identifier != nil)
            #expect(field.leastHeight >= least, "\(field.label ?? "?")")
        }
    }

    @Test("the largest text loses nothing and is nowhere cut off by a fixed height", arguments: catalogue.map(\.name))
    func largeText(name: String) {
        let shown = Shown(entry(name))
        let (largest, tree) = (shown.largest, shown.tree)
        let named = { (tree: _Node) in Set(tree.all.compactMap(\.identifier)) }
        #expect(named(largest) == named(tree))
        for box in largest.all where box.fixedHeight != nil {
            #expect(box.all.allSatisfy { $0.text == nil && $0.type == nil }, "\(box.all.compactMap(\.text))")
        }
    }

    @Test("what nobody may hear is never said", arguments: withSecrets) func secret(name: String) {
        let typed = entry(name).typed
        let secret = [typed.form.secret, typed.people.pin, typed.people.password].first { !$0.isEmpty } ?? ""
        #expect(!secret.isEmpty)
        let said = Look(entry: entry(name), language: "nb").tree.all.flatMap { [$0.text, $0.label, $0.value, $0.hint] }
            .compactMap { $0 }
        #expect(!said.contains { $0.contains(secret) })
    }

    @Test("every button has a name of its own", arguments: catalogue.map(\.name))
    func names(name: String) {
        // What folds out is the system's, and named by its words.
        let names = Look(entry: entry(name), language: "nb").tree.all.filter { $0.action != nil }.filter {
            $0.kind != "DisclosureButton"
        }.map { $0.identifier ?? "" }
        // There the catalogue has one library in several closings.
        if name.hasSuffix("-closing") || name == "register-library-LibraryClosed" { return }
        #expect(!names.contains("") && Set(names).count == names.count, "\(names)")
    }

    @Test("pictures are named or passed over", arguments: catalogue.map(\.name))
    func pictures(name: String) {
        let pictures = Look(entry: entry(name), language: "nb").tree.spokenLeaves.filter {
            ["Image", "Canvas"].contains($0.kind)
        }
        #expect(pictures.allSatisfy { $0.label != nil })
    }

    @Test("number and code are read sign by sign", arguments: Look.all)
    func digits(look: Look) throws {
        guard let card = look.entry.shownCard else { return }
        let tree = look.tree
        let signs = card.number.map(String.init).joined(separator: " ")
        #expect(try #require(tree.first(Tag.cardNumber)).speech.contains(signs))
        if card.barcode != nil { #expect(try #require(tree.first(Tag.barcode)).speech.contains(signs)) }
    }

    @Test("a heading comes before what can be done, a failure before the rest", arguments: Look.all)
    func order(look: Look) throws {
        let spoken = look.tree.spoken
        let heading = try #require(spoken.firstIndex { $0.traits.contains(.isHeader) })
        let own = spoken.indices.filter {
            spoken[$0].traits.contains(.isButton) && !Self.wayOut(spoken[$0])
        }
        if let first = own.first { #expect(heading < first, "\(spoken.map(\.speech))") }
        let tags = spoken.compactMap(\.identifier)
        if let trouble = tags.firstIndex(of: Tag.troubleAction), let next = tags.firstIndex(where: Self.after.contains)
        {
            #expect(trouble < next)
        }
    }

    @Test("the colours follow mode and contrast") func palettes() {
        let seen = ColorScheme.allCases.flatMap { mode in
            ColorSchemeContrast.allCases.map { Palette.fitting(mode, $0).onSurfaceVariant }
        }
        #expect(Set(seen).count == 4)
    }

    /// The way out of what covers everything stands above it, and so does the way out of acting for somebody.
    private static func wayOut(_ node: _Node) -> Bool {
        [Tag.tripClose, Tag.back, Tag.actForMe].contains(node.identifier)
            || node.identifier?.hasPrefix("reader-") == true
    }

    private static let after: Set<String> = [
        Tag.doorIdPorten, Tag.refresh, Tag.openBrowserAgain, Tag.freshness, Tag.numberField, Tag.submit,
        Tag.device("d1"), Tag.stepUpIdPorten,
    ]
    private static let systems: Set<String> = [
        Tag.endDeviceConfirm, Tag.endDeviceCancel, Tag.forgotIdPorten, Tag.forgotCancel, Tag.withdrawConfirm,
        Tag.withdrawCancel, Tag.endTripConfirm, Tag.endTripCancel,
    ]

    /// Buttons of an alert are drawn by the system.
    private func isSystems(_ node: _Node) -> Bool { Self.systems.contains(node.identifier ?? "") }
}

extension _Node {
    /// The last boxes that a voice may come to.
    @MainActor var spokenLeaves: [_Node] {
        if isHidden { return [] }
        if label != nil || children.isEmpty { return [self] }
        var leaves: [_Node] = []
        for child in children { leaves += child.spokenLeaves }
        return leaves
    }
}
