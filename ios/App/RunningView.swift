import CardKit
import CardUI
import SwiftUI
import UIKit

/// The screens, and what the system must do around them: links, brightness, the cover, the clock, what is restored.
struct RunningView: View {
    let model: AppModel
    let screen: any ScreenBrightness
    @State private var brightness = BrightnessPolicy()
    @SceneStorage("screens") private var kept: Data?
    @Environment(\.scenePhase) private var phase

    var body: some View {
        BibliotekkortetView(model)
            .environment(\.copy, CopyAction { UIPasteboard.general.string = $0 })
            .overlay { if PrivacyPolicy().covers(model.state, scene) { PrivacyCover() } }
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
            .onChange(of: phase) { _, _ in adjustBrightness() }
    }

    private func run() async {
        await model.start(restoring: kept)
        adjustBrightness()
        // The screens speak in minutes.
        while (try? await Task.sleep(for: .seconds(15))) != nil { model.tick() }
    }

    /// Full while the reader shows and the app is in front; then what was there before.
    private func adjustBrightness() {
        if let level = brightness.level(opened: model.opened, active: scene == .active, now: screen.level) {
            screen.level = level
        }
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
