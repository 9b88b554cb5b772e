import CardCore
import CardKit
import SwiftUI

/// Reading and signing, one library after the other; it has its own way out and says how far one is.
struct TripScreen: View {
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Group {
            if let trip, trip.isOver { Summary(trip: trip, stage: stage) } else { StopScreen(trip: trip, stage: stage) }
        }
        .background(palette.background)
        .alert(words.tripEndTitle, isPresented: stage.asks(.endTrip)) {
            Button(words.tripEndConfirm, role: .destructive) { stage.endTrip() }
                .accessibilityIdentifier(Tag.endTripConfirm)
            Button(words.tripEndCancel, role: .cancel) { stage.opened = .trip }
                .accessibilityIdentifier(Tag.endTripCancel)
        } message: {
            Text(trip?.hasSigned == true ? words.tripEndText : words.tripEndTextNone)
                .accessibilityIdentifier(Tag.endTripDialog)
        }
    }

    private var trip: TripView? { stage.state.trip }
}

/// The open stop: its text, when that is here, and what is to be done with it.
private struct StopScreen: View {
    let trip: TripView?
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(spacing: 0) {
            TripBar(trip: trip) { if trip?.asksBeforeEnd == true { stage.opened = .endTrip } else { stage.endTrip() } }
            ScrollViewReader { scroll in
                Page(tag: Tag.trip) {
                    VStack(alignment: .leading, spacing: Space.medium) { stop(scroll) }
                        .padding(.vertical, Space.regular)
                }
                .id(place)
            }
        }
        .onChange(of: trip?.rules?.sha256) { _, new in
            if new != nil { announce(words.tripA11yNewText) }
        }
        .onChange(of: trip?.at) { before, now in
            guard let before, let now, now > before, let trip, trip.stops.indices.contains(Int(before)) else { return }
            let last = trip.stops[Int(before)]
            if last.receipt != nil {
                announce(words.tripA11ySigned(last.library.name))
            }
        }
    }

    @ViewBuilder private func stop(_ scroll: ScrollViewProxy) -> some View {
        Heading(text: trip?.stop?.library.name ?? words.tripTitle, style: TypeTokens.headlineSmall)
        if let stop = trip?.stop { Masthead(stop: stop, rules: trip?.rules, stage: stage) }
        StageTrouble(stage: stage)
        if let trip, let stop = trip.stop, let rules = trip.rules {
            if let changes = rules.changes {
                WhatsNew(changes: changes, rules: rules, agreement: stop.agreement, moments: stage.moments)
            }
            RulesText(rules: rules, step: stage.typed.textStep, scroll: scroll)
            if !stop.read { TextEnd { stage.actions.haveRead() } }
            QuietButton(text: words.tripKeep, tag: Tag.keepRules, icon: .document) { stage.actions.keepRules() }
                .accessibilityLabel(words.tripA11yKeep(stop.library.name))
            Signing(trip: trip, stop: stop, actions: stage.actions)
        } else if stage.trouble == nil {
            Waiting(text: words.tripFetching, tag: Tag.tripLoading)
        } else if let trip, trip.stops.count > 1 {
            QuietButton(text: words.tripSkip, tag: Tag.skipStop) { stage.actions.skipStop() }
        }
    }

    /// Another text begins at its top.
    private var place: String { "\(trip?.at ?? 0) \(trip?.rules?.sha256 ?? "")" }
}

/// Whoever scrolls to the end has read the text; one that needs no scrolling asks to be told so.
private struct TextEnd: View {
    let reached: @MainActor () -> Void
    @State private var wasBelow = false

    var body: some View {
        Color.clear
            .frame(maxWidth: .infinity, minHeight: 1)
            .accessibilityHidden(true)
            .onGeometryChange(for: Bool.self) {
                $0.bounds(of: .scrollView)?.contains(CGPoint.zero) ?? false
            } action: { isSeen in
                if !isSeen { wasBelow = true } else if wasBelow { reached() }
            }
    }
}

/// The way out, and how far one is.
private struct TripBar: View {
    let trip: TripView?
    let close: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        HStack(spacing: Space.medium) {
            Button(action: close) {
                Icon(.close).frame(minWidth: Space.touch, minHeight: Space.touch)
            }
            .buttonStyle(.plain)
            .accessibilityLabel(words.tripClose)
            .accessibilitySortPriority(-1)
            .accessibilityIdentifier(Tag.tripClose)
            if let trip, trip.stops.count > 1 {
                Segments(reached: Int(trip.at) + 1, all: trip.stops.count)
                Text(words.tripProgress("\(trip.stops.count)", "\(trip.at + 1)"))
                    .type(TypeTokens.labelMedium)
                    .foregroundStyle(palette.onSurfaceVariant)
                    .accessibilityLabel(words.tripA11yProgress("\(trip.stops.count)", "\(trip.at + 1)"))
                    .accessibilityIdentifier(Tag.tripProgress)
            } else {
                Spacer(minLength: 0)
            }
        }
        .padding(.horizontal, Space.regular)
        .padding(.vertical, Space.tiny)
        .frame(maxWidth: Space.contentMax)
    }
}
