import CardCore
import CardKit
import SwiftUI

/// What was signed here: which version, in which language, when, and whether the library has confirmed it.
struct Agreements: View {
    let relation: RelationView
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        if !signed.isEmpty {
            SectionTitle(words.libraryAgreements)
            Sheet {
                ForEach(signed, id: \.agreement) { agreement in
                    if agreement.agreement != signed.first?.agreement { Divider() }
                    if let what = agreement.signed { row(agreement, what) }
                }
                if relation.standing == .active, signed.contains(where: { $0.agreement == .rules }) {
                    Divider()
                    QuietButton(text: words.agreementRules, tag: Tag.readRules, icon: .document) {
                        stage.read([relation.profile.library.number])
                    }
                    .padding(.vertical, Space.tiny)
                }
            }
        }
    }

    private func row(_ agreement: AgreementView, _ signed: SignedView) -> some View {
        VStack(alignment: .leading, spacing: 3) {
            Plain(agreementWords(agreement.agreement, words), style: TypeTokens.titleSmall)
            Small(words.librarySigned(stage.moments.at(signed.signedAt)))
            Small(words.libraryVersionLanguage(textLanguage(signed.language, words), "\(signed.version)"))
            StatusLine(
                icon: signed.confirmed ? .check : .clock,
                text: signed.confirmed ? words.libraryConfirmed : words.libraryNotConfirmed,
                color: signed.confirmed ? palette.fresh.text : palette.ageing.text)
            if let newer = agreement.newer {
                StatusLine(
                    icon: .info, text: words.libraryNewer(stage.moments.day(newer.from), "\(newer.version)"),
                    color: palette.offline.text)
                Small(
                    newer.severity == .editorial
                        ? words.libraryNewerEditorial : severityWords(newer.severity, words))
            }
        }
        .padding(.horizontal, Space.regular)
        .padding(.vertical, Space.medium)
        .frame(maxWidth: .infinity, alignment: .leading)
        .accessibilityElement(children: .combine)
    }

    private var signed: [AgreementView] { relation.agreements.filter { $0.signed != nil } }
}

/// How to reach the library: each row opens what it names.
struct Contact: View {
    let profile: LibraryProfile
    let actions: any AppActions
    @Environment(\.words) private var words

    var body: some View {
        SectionTitle(words.libraryContact)
        Sheet {
            if ways.isEmpty { Hint(words.libraryNoContact).padding(Space.regular) }
            ForEach(ways, id: \.tag) { way in
                if way.tag != ways.first?.tag { RowLine() }
                NavRow(icon: way.icon, name: way.name, hint: way.kind, tag: way.tag, end: nil) {
                    actions.openOutside(way.address)
                }
            }
        }
    }

    private struct Way {
        let icon: CardIcon
        let name: String
        let kind: String
        let tag: String
        let address: String

        init?(_ icon: CardIcon, _ name: String?, _ kind: String, _ tag: String, _ address: String?) {
            guard let name, let address else { return nil }
            (self.icon, self.name, self.kind, self.tag, self.address) = (icon, name, kind, tag, address)
        }
    }

    private var ways: [Way] {
        [
            Way(.mail, profile.email, words.libraryMail, Tag.mail, profile.email.flatMap { mailAddress($0) }),
            Way(.phone, profile.phone, words.libraryPhone, Tag.phone, profile.phone.flatMap(phoneAddress)),
            Way(.browser, profile.web.map(webName), words.libraryWeb, Tag.web, profile.web.flatMap(webAddress)),
        ].compactMap { $0 }
    }
}

/// What few look for.
struct LibraryNumbers: View {
    let profile: LibraryProfile
    /// For whom the person acts.
    let child: String?
    @Environment(\.words) private var words

    var body: some View {
        Folded(title: words.libraryDetails) {
            Fact(
                name: words.libraryNumber, value: profile.library.number,
                spoken: "\(words.libraryNumber): \(digitByDigit(profile.library.number))")
            Fact(name: words.libraryIsil, value: profile.isil)
            Fact(name: words.libraryMunicipality, value: profile.municipality)
            Fact(name: words.libraryCounty, value: profile.county)
            VStack(alignment: .leading, spacing: Space.tiny) {
                if let age = profile.cardFrom { Hint(words.libraryCardFrom("\(age)")) }
                Hint(
                    child.map { words.actingAloneFrom("\(profile.rulesAloneFrom)", $0) }
                        ?? words.libraryAloneFrom("\(profile.rulesAloneFrom)"))
            }
            .padding(.horizontal, Space.regular)
            .padding(.bottom, Space.regular)
        }
    }
}
