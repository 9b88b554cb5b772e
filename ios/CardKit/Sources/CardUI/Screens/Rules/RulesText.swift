import CardCore
import CardKit
import SwiftUI

/// The library's own text, clause by clause; a list of them first when there are many.
struct RulesText: View {
    let rules: RulesView
    /// How much larger than the phone's text.
    let step: Int
    let scroll: ScrollViewProxy
    @Environment(\.words) private var words
    @Environment(\.dynamicTypeSize) private var textSize

    /// How many steps the text may be set larger.
    static var largest: Int { 2 }
    private static var few: Int { 4 }

    var body: some View {
        if rules.changes != nil { SectionTitle(words.tripFullText) }
        if named.count > Self.few { contents }
        VStack(alignment: .leading, spacing: Space.large) {
            ForEach(Array(rules.clauses.enumerated()), id: \.element.id) { index, clause in
                Clause(clause: clause, place: index + 1, count: rules.clauses.count).id(clause.id)
            }
        }
        .padding(.top, Space.small)
        .dynamicTypeSize(textSize.larger(by: step))
    }

    private var contents: some View {
        Folded(title: words.tripContents, tag: Tag.contents) {
            ForEach(named, id: \.id) { clause in
                NavRow(icon: nil, name: clause.heading, tag: "\(Tag.contents)-\(clause.id)", end: nil) {
                    scroll.scrollTo(clause.id, anchor: .top)
                }
            }
        }
    }

    private var named: [ClauseView] { rules.clauses.filter { !$0.heading.isEmpty } }
}

/// One clause. What went is struck, what came is underlined: never by colour alone, and in words for a voice.
private struct Clause: View {
    let clause: ClauseView
    let place: Int
    let count: Int
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(alignment: .leading, spacing: Space.tiny) {
            Text(clause.title(place, words))
                .type(TypeTokens.titleMedium)
                .foregroundStyle(clause.heading.isEmpty ? palette.onSurfaceVariant : palette.onBackground)
                .accessibilityLabel(heading)
                .accessibilityAddTraits(.isHeader)
            if let kind {
                StatusLine(
                    icon: clause.severity.icon, text: kind, color: palette.ageing.text, style: TypeTokens.labelMedium
                )
                .accessibilityHidden(true)
            }
            written
                .type(TypeTokens.bodyLarge)
                .foregroundStyle(palette.onSurface)
                .textSelection(.enabled)
                .accessibilityLabel(clause.spoken(words))
        }
        .fixedSize(horizontal: false, vertical: true)
        .accessibilityElement(children: .contain)
        .accessibilityIdentifier(Tag.clause(clause.id))
    }

    private var heading: String {
        let spot = words.clauseA11yPlace(clause.title(place, words), "\(count)", "\(place)")
        return kind.map { "\(spot). \($0)" } ?? spot
    }

    private var kind: String? { clauseKindWords(clause.kind, words) }

    private var written: Text {
        if clause.spans.isEmpty {
            switch clause.kind {
            case .removed: return went(clause.text)
            case .added: return came(clause.text)
            case .unchanged, .changed, .moved: return Text(verbatim: clause.text)
            }
        }
        return clause.spaced.reduce(Text(verbatim: "")) { text, span in
            switch span.part {
            case .same: text + Text(verbatim: span.text)
            case .removed: text + went(span.text)
            case .added: text + came(span.text)
            }
        }
    }

    private func went(_ text: String) -> Text {
        Text(verbatim: text).strikethrough().foregroundColor(palette.onSurfaceVariant)
    }

    private func came(_ text: String) -> Text {
        Text(verbatim: text).fontWeight(.semibold).underline().foregroundColor(palette.ageing.text)
    }
}

extension ClauseView {
    /// Old and new stand side by side as two words.
    var spaced: [SpanView] {
        spans.enumerated().map { index, span in
            let needsRoom =
                span.part == .removed && !span.text.hasSuffix(" ") && index + 1 < spans.count
                && spans[index + 1].part == .added
            return needsRoom ? SpanView(part: span.part, text: span.text + " ") : span
        }
    }
}

extension DynamicTypeSize {
    /// Two of the system's steps for each of ours, as far as they go.
    func larger(by step: Int) -> DynamicTypeSize {
        let all = DynamicTypeSize.allCases
        guard let at = all.firstIndex(of: self) else { return self }
        return all[min(at + 2 * step, all.count - 1)]
    }
}

extension Severity {
    /// The sign of it; its words say the same.
    var icon: CardIcon {
        switch self {
        case .editorial: .info
        case .material: .document
        case .money: .receipt
        case .age: .person
        }
    }
}
