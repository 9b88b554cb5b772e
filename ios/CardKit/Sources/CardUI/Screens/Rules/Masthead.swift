import CardCore
import CardKit
import SwiftUI

/// What this text is: which agreement, version and language; and how large it is set.
struct Masthead: View {
    let stop: StopView
    let rules: RulesView?
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(alignment: .leading, spacing: Space.small) {
            Text(agreementWords(stop.agreement, words))
                .type(TypeTokens.titleMedium)
                .foregroundStyle(palette.onSurfaceVariant)
            if let rules {
                Small(words.tripVersionFrom(stage.moments.day(rules.validFrom), "\(rules.version)"))
                if let note = notInLanguage(rules) { Hint(note) }
                if rules.demo { Small(words.tripDemo).accessibilityIdentifier(Tag.demoData) }
                ViewThatFits(in: .horizontal) {
                    HStack(spacing: Space.small) { choices(rules) }
                    VStack(alignment: .leading, spacing: Space.small) { choices(rules) }
                }
            }
        }
    }

    @ViewBuilder private func choices(_ rules: RulesView) -> some View {
        if rules.languages.count > 1 { languages(rules) }
        Spacer(minLength: 0)
        TextSize(step: stage.$typed.textStep)
    }

    private func languages(_ rules: RulesView) -> some View {
        HStack(spacing: Space.small) {
            ForEach(rules.languages, id: \.self) { tag in
                Chip(text: textLanguage(tag, words), tag: Tag.rulesLanguage(tag), isChosen: tag == rules.language) {
                    stage.actions.readAgain(tag)
                }
            }
        }
        .accessibilityElement(children: .contain)
        .accessibilityLabel(words.tripLanguage)
    }

    /// The library's text is never translated by a machine; who reads the app in another language is told so.
    private func notInLanguage(_ rules: RulesView) -> String? {
        let base = { (tag: String) in tag.split(separator: "-").first.map(String.init) ?? tag }
        if rules.languages.contains(where: { base($0) == words.languageCode }) { return nil }
        let wanted = textLanguage(words.languageCode, words)
        let missing =
            stop.agreement == .rules
            ? words.tripNotInLanguageRules(wanted) : words.tripNotInLanguageStaffless(wanted)
        return "\(missing) \(words.tripShownIn(textLanguage(rules.language, words)))"
    }
}

/// One of several; the chosen one has ground and border.
private struct Chip: View {
    let text: String
    let tag: String
    let isChosen: Bool
    let choose: @MainActor () -> Void
    @Environment(\.palette) private var palette

    var body: some View {
        Button(action: choose) {
            HStack(spacing: 6) {
                if isChosen { Icon(.check) }
                Text(text)
            }
            .type(TypeTokens.labelLarge)
            .padding(.horizontal, Space.medium)
            .frame(minWidth: Space.touch, minHeight: Space.touch)
            .foregroundStyle(isChosen ? palette.onPrimaryContainer : palette.onSurface)
            .background(isChosen ? palette.primaryContainer : .clear, in: shape)
            .overlay { shape.strokeBorder(isChosen ? palette.primary : palette.outline, lineWidth: 1) }
        }
        .buttonStyle(.plain)
        .accessibilityAddTraits(isChosen ? .isSelected : [])
        .accessibilityIdentifier(tag)
    }

    private var shape: RoundedRectangle { RoundedRectangle(cornerRadius: Radius.small) }
}

/// Larger and smaller text, beyond what the phone is set to.
private struct TextSize: View {
    @Binding var step: Int
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        HStack(spacing: Space.tiny) {
            size(words.tripSmallerSign, words.tripSmaller, Tag.textSmaller, isEnabled: step > 0) { step -= 1 }
            size(words.tripLargerSign, words.tripLarger, Tag.textLarger, isEnabled: step < RulesText.largest) {
                step += 1
            }
        }
        .accessibilityElement(children: .contain)
        .accessibilityLabel(words.tripTextSize)
    }

    private func size(
        _ sign: String, _ spoken: String, _ tag: String, isEnabled: Bool, action: @escaping @MainActor () -> Void
    ) -> some View {
        Button(action: action) {
            Text(sign)
                .type(TypeTokens.labelLarge)
                .foregroundStyle(isEnabled ? palette.onSurface : palette.outline)
                .padding(.horizontal, Space.small)
                .frame(minWidth: 52, minHeight: Space.touch)
                .overlay { RoundedRectangle(cornerRadius: Radius.small).strokeBorder(palette.outline, lineWidth: 1) }
        }
        .buttonStyle(.plain)
        .disabled(!isEnabled)
        .accessibilityLabel(spoken)
        .accessibilityIdentifier(tag)
    }
}
