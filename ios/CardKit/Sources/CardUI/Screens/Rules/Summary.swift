import CardCore
import CardKit
import SwiftUI

/// How the trip went, library by library: only what each has confirmed is called done.
struct Summary: View {
    let trip: TripView
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.trip) {
            VStack(alignment: .leading, spacing: Space.medium) {
                Heading(text: words.tripSummary, style: TypeTokens.headlineSmall)
                Sheet {
                    ForEach(Array(trip.stops.enumerated()), id: \.offset) { index, stop in
                        if index > 0 { Divider() }
                        Result(stop: stop, stage: stage)
                    }
                }
                .accessibilityElement(children: .contain)
                .accessibilityIdentifier(Tag.tripSummary)
                if trip.hasSigned {
                    QuietButton(text: words.tripReceipts, tag: Tag.meReceipts, icon: .receipt) {
                        stage.open(.receipts)
                    }
                }
                if let next = stage.nextToSign {
                    PrimaryButton(text: words.addChildrenNext(next.name), tag: Tag.nextChild) {
                        stage.signNext(next.id)
                    }
                    QuietButton(text: words.tripDone, tag: Tag.tripDone) { stage.endTrip() }
                } else {
                    PrimaryButton(text: words.tripDone, tag: Tag.tripDone) { stage.endTrip() }
                }
            }
            .padding(.vertical, Space.large)
        }
        .onAppear { announce(spoken) }
    }

    private var spoken: String {
        trip.stops.map { "\($0.library.name): \(Outcome($0, stage.state).said(words, child: stage.state.childOf($0)))" }
            .joined(separator: " ")
    }
}

private struct Result: View {
    let stop: StopView
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(alignment: .leading, spacing: Space.small) {
            VStack(alignment: .leading, spacing: Space.tiny) {
                Plain(stop.library.name, style: TypeTokens.titleSmall)
                StatusLine(
                    icon: icon, text: outcome.said(words, child: child), color: color, style: TypeTokens.bodyMedium)
                if let child { Small(words.receiptsForChild(child)) }
            }
            .accessibilityElement(children: .combine)
            if stage.relation(stop.library.number)?.agreement(stop.agreement)?.signed?.deskCode != nil {
                OutlineButton(
                    text: words.tripShowCode, tag: Tag.showDeskCode(stop.library.number), color: palette.primary
                ) { stage.showDeskCode(stop.library.number) }
            }
        }
        .padding(Space.regular)
        .frame(maxWidth: .infinity, alignment: .leading)
        .onChange(of: outcome) { _, new in
            announce("\(stop.library.name): \(new.said(words, child: child))")
        }
    }

    private var outcome: Outcome { Outcome(stop, stage.state) }
    private var child: String? { stage.state.childOf(stop) }

    private var icon: CardIcon {
        switch outcome {
        case .skipped: .info
        case .waitsDesk, .waitsDigital: .clock
        case .signed, .member, .staffless: .check
        }
    }

    private var color: Color {
        switch outcome {
        case .skipped: palette.ended.text
        case .waitsDesk, .waitsDigital: palette.ageing.text
        case .signed, .member, .staffless: palette.fresh.text
        }
    }
}
