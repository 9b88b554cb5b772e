import CardKit
import SwiftUI

/// One process, one core.
@main
struct BibliotekkortetApp: App {
    @State private var start = AppStart.begin()

    var body: some Scene {
        WindowGroup {
            switch start {
            case .running(let model): RunningView(model: model, screen: PhoneScreen())
            case .noLibrary: NoLibraryView { start = AppStart.begin() }
            }
        }
    }
}
