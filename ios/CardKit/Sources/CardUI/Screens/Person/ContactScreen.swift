import CardCore
import CardKit
import SwiftUI

/// How the person is reached: what Folkeregisteret says, and what they change here. It is in memory only while it is looked at.
struct ContactScreen: View {
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.contact) {
            VStack(alignment: .leading, spacing: Space.medium) {
                StageTrouble(stage: stage)
                if let contact = stage.state.contact {
                    if stage.typed.isDone {
                        Notice(
                            icon: .check, text: stage.typed.hasNewEmail ? words.emailChangeDone : words.contactSaved,
                            colors: palette.fresh, tag: Tag.saved)
                    }
                    OfflineLine(stage: stage)
                    registry
                    ContactEmail(contact: contact, stage: stage)
                    reach(contact.details)
                    address(contact.details)
                } else if stage.state.asking {
                    Waiting(text: words.contactLoading, tag: Tag.contactLoading)
                } else if stage.trouble == nil {
                    if stage.state.offline {
                        Empty(icon: .offline, title: words.contactOfflineUnknown, tag: Tag.offline)
                    }
                    QuietButton(text: words.contactRetry, tag: Tag.refresh, icon: .refresh) {
                        stage.actions.seeContact()
                    }
                }
            }
            .padding(.vertical, Space.regular)
        }
        .refreshable { stage.actions.seeContact() }
        .navigationTitle(words.contactTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    @ViewBuilder private var registry: some View {
        RegistryPanel(source: words.contactRegistry, address: words.contactRegistryAddress) {
            if let card = stage.state.card { Fact(name: words.contactName, value: card.name) }
        }
        Small(words.contactRegistryWrong)
    }

    @ViewBuilder private func reach(_ details: ContactDetails) -> some View {
        Sheet {
            Fact(
                name: words.contactPhone, value: details.phone.map(phoneGroups) ?? words.contactNone,
                spoken: details.phone.map { "\(words.contactPhone): \(digitByDigit($0))" })
            Divider()
            Fact(name: words.contactChannel, value: channelWords(details.channel, words))
            Divider()
            Fact(name: words.contactLanguage, value: strings(details.language).languageName)
            Divider()
            QuietButton(text: words.contactChange, tag: Tag.contactChange) { stage.open(.contactForm) }
                .accessibilityLabel(words.contactA11yChange)
                .padding(.vertical, Space.tiny)
        }
    }

    @ViewBuilder private func address(_ details: ContactDetails) -> some View {
        Sheet {
            Fact(name: words.contactAddress, value: addressText(details, stage.moments, words))
            Divider()
            QuietButton(text: words.contactChange, tag: Tag.addressChange) { stage.open(.addressForm) }
                .accessibilityLabel(words.contactA11yAddressChange)
                .padding(.vertical, Space.tiny)
        }
    }
}

/// The address, whether a code came back from there, and a new one that waits for its code.
private struct ContactEmail: View {
    let contact: ContactView
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Sheet {
            VStack(alignment: .leading, spacing: Space.hair) {
                Small(words.contactEmail)
                Plain(contact.email, style: TypeTokens.bodyMedium)
                StatusLine(
                    icon: contact.emailVerified ? .check : .info,
                    text: contact.emailVerified ? words.contactEmailVerified : words.contactEmailNotVerified,
                    color: contact.emailVerified ? palette.fresh.text : palette.ageing.text)
            }
            .padding(.horizontal, Space.regular)
            .padding(.vertical, Space.medium)
            .frame(maxWidth: .infinity, alignment: .leading)
            .accessibilityElement(children: .combine)
            if let new = contact.newEmail {
                Divider()
                VStack(alignment: .leading, spacing: Space.small) {
                    StatusLine(
                        icon: .clock, text: words.contactEmailWaiting(new), color: palette.ageing.text,
                        style: TypeTokens.bodyMedium)
                    OutlineButton(text: words.contactEmailWriteCode, tag: Tag.emailWriteCode, color: palette.primary) {
                        stage.open(.email)
                    }
                }
                .padding(Space.regular)
            }
            Divider()
            QuietButton(text: words.contactChange, tag: Tag.emailChange) {
                stage.open(.email)
                stage.typed.step = .email
            }
            .accessibilityLabel(words.contactA11yEmailChange)
            .padding(.vertical, Space.tiny)
        }
    }
}

/// The temporary address on its lines, with its last day.
func addressText(_ details: ContactDetails, _ moments: Moments, _ words: any Strings) -> String {
    if details.addressLines.isEmpty { return words.contactNone }
    let until = details.addressUntil.map { words.contactAddressUntil(moments.date($0)) }
    return (details.addressLines + [until].compactMap { $0 }).joined(separator: "\n")
}
