import CardCore
import CardKit
import SwiftUI

/// After the text: for whom, that it was read, and the signature. Nothing is ticked beforehand.
struct Signing: View {
    let trip: TripView
    let stop: StopView
    let actions: any AppActions
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Divider().padding(.top, Space.large)
        if trip.parties.count > 1 { Parties(trip: trip, actions: actions) }
        if let why { StatusLine(icon: .info, text: why, color: palette.onSurface, style: TypeTokens.bodyMedium) }
        haveRead
        SignButton(trip: trip, stop: stop) { actions.sign() }
        if !stop.read { Small(words.tripReadFirst) }
        Hint("\(words.tripMeaning) \(stop.activation == .digital ? words.tripThenDigital : words.tripThenDesk)")
        if trip.stops.count > 1 && !trip.signing {
            QuietButton(text: words.tripSkip, tag: Tag.skipStop) { actions.skipStop() }
        }
    }

    @ViewBuilder private var haveRead: some View {
        if stop.read {
            StatusLine(
                icon: .check, text: words.tripHaveReadDone, color: palette.fresh.text, style: TypeTokens.labelLarge
            )
            .frame(maxWidth: .infinity, minHeight: Space.touch)
            .accessibilityElement(children: .combine)
            .accessibilityIdentifier(Tag.haveRead)
        } else {
            OutlineButton(
                text: stop.agreement == .rules ? words.tripHaveReadRules : words.tripHaveReadStaffless,
                tag: Tag.haveRead, color: palette.primary
            ) { actions.haveRead() }
        }
    }

    /// For whom, and until when; or why not.
    private var why: String? { trip.who?.why(words) }
}

/// The one thing to do, once it was read and may be done.
private struct SignButton: View {
    let trip: TripView
    let stop: StopView
    let sign: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Button(action: sign) {
            HStack(spacing: Space.small) {
                if trip.signing { ProgressView().accessibilityHidden(true) }
                Text(text).type(TypeTokens.labelLarge).multilineTextAlignment(.center)
            }
            .padding(.horizontal, 20)
            .padding(.vertical, 10)
            .frame(maxWidth: .infinity, minHeight: 56)
            .foregroundStyle(canSign ? palette.onPrimary : palette.onSurfaceVariant)
            .background(
                canSign ? palette.primary : palette.surfaceContainerHigh,
                in: RoundedRectangle(cornerRadius: Radius.medium))
        }
        .buttonStyle(.plain)
        .disabled(!canSign)
        .accessibilityHint(stop.read ? "" : words.tripReadFirst)
        .accessibilityIdentifier(Tag.sign)
    }

    private var text: String {
        if trip.signing { return words.tripSigning }
        return trip.who.flatMap { who in who.child.map { _ in words.tripSignFor(who.name) } } ?? words.tripSign
    }

    private var canSign: Bool { trip.canSign }
}

/// Everybody for whom one can sign, or can't and why.
private struct Parties: View {
    let trip: TripView
    let actions: any AppActions
    @Environment(\.words) private var words

    var body: some View {
        SectionTitle(words.tripForWhom)
        Sheet {
            ForEach(Array(trip.parties.enumerated()), id: \.offset) { index, party in
                if index > 0 { Divider() }
                row(party, index)
            }
        }
    }

    private func row(_ party: PartyView, _ index: Int) -> some View {
        RadioRow(
            title: party.title(words), hint: hint(party), tag: Tag.party(index),
            isChosen: index == Int(trip.party)
        ) { actions.signFor(UInt32(index)) }
        .disabled(trip.signing)
    }

    /// Why not, by what right, or who one is.
    private func hint(_ party: PartyView) -> String? {
        if !party.isHere { return party.why(words) }
        return party.right(words) ?? party.name
    }
}
