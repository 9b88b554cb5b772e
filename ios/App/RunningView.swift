import CardKit
import CardUI
import SwiftUI
import UIKit

/// The screens, and what the system must do around them: links, brightness, the cover, the lock, the clock, what is restored.
struct RunningView: View {
    let model: AppModel
    let screen: any ScreenBrightness
    @State private var brightness = BrightnessPolicy()
    @State private var whereabouts = Whereabouts()
    @SceneStorage("screens") private var kept: Data?
    @Environment(\.scenePhase) private var phase

    var body: some View {
        BibliotekkortetView(model)
            .environment(\.copy, CopyAction { UIPasteboard.general.string = $0 })
            .overlay { if PrivacyPolicy().covers(model.state, model.opened, scene) { PrivacyCover() } }
            .onOpenURL { model.open(link: $0.absoluteString) }
            .onContinueUserActivity(NSUserActivityTypeBrowsingWeb) { activity in
                if let url = activity.webpageURL { model.open(link: url.absoluteString) }
            }
            .task { await run() }
            .onChange(of: model.restorable) { _, new in
                kept = new.data
                LanguageChoice(defaults: .standard).keep(new.language)
                adjustBrightness()
            }
            .onChange(of: phase) { _, _ in
                adjustBrightness()
                Task { await tellWhere() }
            }
    }

    private func run() async {
        await model.start(restoring: kept)
        adjustBrightness()
        await tellWhere()
        // The screens speak in minutes.
        while (try? await Task.sleep(for: .seconds(15))) != nil { model.tick() }
    }

    /// Full while the reader shows and the app is in front; then what was there before.
    private func adjustBrightness() {
        if let level = brightness.level(opened: model.opened, active: scene == .active, now: screen.level) {
            screen.level = level
        }
    }

    /// Away is in the background: the device's own question, and a glance at a message, only make a scene inactive.
    private func tellWhere() async {
        if let change = whereabouts.isInFront(scene) { await model.inFront(change) }
    }

    private var scene: SceneState {
        switch phase {
        case .active: .active
        case .inactive: .inactive
        default: .background
        }
    }
}

/// What the app switcher shows in the card's place.
struct PrivacyCover: View {
    var body: some View { Palette.light.primary.ignoresSafeArea().accessibilityHidden(true) }
}
