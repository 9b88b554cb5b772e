import CardCore
import CardKit
import SwiftUI

/// A library that was found: the row opens it, the tick at its end takes it along.
struct FoundRow: View {
    let profile: LibraryProfile
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        HStack(spacing: 0) {
            Button {
                stage.openLibrary(number)
            } label: {
                VStack(alignment: .leading, spacing: 3) {
                    profile.matchedName.type(TypeTokens.titleSmall).foregroundStyle(palette.onSurface)
                    Small([profile.whereabouts, profile.distance(words)].compactMap { $0 }.joined(separator: " · "))
                    Small(takes)
                    if let relation { StandingLine(relation: relation, moments: stage.moments) }
                    if let closing = profile.closing { ClosingLine(closing: closing, moments: stage.moments) }
                }
                .multilineTextAlignment(.leading)
                .fixedSize(horizontal: false, vertical: true)
                .padding(.leading, Space.regular)
                .padding(.vertical, Space.medium)
                .frame(maxWidth: .infinity, minHeight: 64, alignment: .leading)
                .contentShape(RoundedRectangle(cornerRadius: 0))
            }
            .buttonStyle(.plain)
            .accessibilityIdentifier(Tag.libraryRow(number))
            if canChoose { tick }
        }
    }

    private var tick: some View {
        Button(action: choose) {
            Image(systemName: isChosen ? "checkmark.circle.fill" : "circle")
                .accessibilityHidden(true)
                .type(TypeTokens.headlineSmall)
                .foregroundStyle(isChosen ? palette.primary : palette.outline)
                .frame(minWidth: 60, maxHeight: .infinity)
                .frame(minHeight: 64)
                .contentShape(RoundedRectangle(cornerRadius: 0))
        }
        .buttonStyle(.plain)
        .accessibilityLabel(words.findA11yChoose(profile.library.name))
        .accessibilityValue(isChosen ? words.findChosen : words.findNotChosen)
        .accessibilityAddTraits(isChosen ? [.isToggle, .isSelected] : .isToggle)
        .accessibilityIdentifier(Tag.choose(number))
    }

    private func choose() {
        if isChosen { stage.typed.chosen.removeAll { $0 == number } } else { stage.typed.chosen.append(number) }
    }

    private var takes: String {
        let how = profile.activation == .digital ? words.findDigital : words.findInPerson
        return profile.staffless ? "\(how) · \(words.findStaffless)" : how
    }

    /// Only where there is something to become, and somebody to become it with.
    private var canChoose: Bool { !profile.isGone && relation?.canJoin != false }
    private var isChosen: Bool { stage.typed.chosen.contains(number) }
    private var relation: RelationView? { stage.relation(number) }
    private var number: String { profile.library.number }
}

extension LibraryProfile {
    /// The name, with what was looked for in bold. The places come from the core, and are held to the text here.
    @MainActor var matchedName: Text {
        nameParts.reduce(Text(verbatim: "")) { text, part in
            let next = Text(verbatim: part.text)
            return text + (part.isMatch ? next.fontWeight(.bold).underline() : next)
        }
    }

    /// The name in parts, of which some matched.
    var nameParts: [(text: String, isMatch: Bool)] {
        let units = Array(library.name.utf16)
        var parts: [(text: String, isMatch: Bool)] = []
        var at = 0
        for match in matched {
            let (from, to) = (max(at, min(Int(match.from), units.count)), min(Int(match.to), units.count))
            if from >= to { continue }
            if at < from { parts.append((String(decoding: units[at..<from], as: UTF16.self), false)) }
            parts.append((String(decoding: units[from..<to], as: UTF16.self), true))
            at = to
        }
        if at < units.count { parts.append((String(decoding: units[at...], as: UTF16.self), false)) }
        return parts
    }
}
