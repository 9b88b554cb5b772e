import CardCore
import CardKit
import SwiftUI

/// Where the person is signed in: this device first, then the others, each with a way to end it.
struct DevicesScreen: View {
    /// None while they are being fetched, or couldn't be.
    let devices: [DeviceView]?
    let shell: ShellState
    let moments: Moments
    let trouble: Trouble?
    let actions: any AppActions
    let ask: @MainActor (String) -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.devices) {
            VStack(alignment: .leading, spacing: Space.regular) {
                if let trouble { TroublePanel(trouble: trouble, actions: actions) }
                if shell.hasEnded && trouble == nil {
                    Notice(icon: .check, text: words.devicesEnded, colors: palette.fresh, tag: Tag.deviceEnded)
                }
                if let devices {
                    list(devices)
                } else if shell.isAsking {
                    Waiting(text: words.devicesLoading, tag: Tag.devicesLoading)
                } else if trouble == nil {
                    QuietButton(text: words.devicesRetry, tag: Tag.refresh, icon: .refresh) { actions.seeDevices() }
                }
            }
            .padding(.vertical, Space.regular)
        }
        .refreshable { actions.seeDevices() }
        .navigationTitle(words.devicesTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    @ViewBuilder private func list(_ devices: [DeviceView]) -> some View {
        Hint(words.devicesIntro)
        group(devices.filter(\.current))
        Text(words.devicesOthers).type(TypeTokens.titleMedium).accessibilityAddTraits(.isHeader)
        if devices.allSatisfy(\.current) {
            Sheet { Hint(words.devicesOnlyThis).padding(Space.regular).accessibilityIdentifier(Tag.onlyThisDevice) }
        } else {
            group(devices.filter { !$0.current })
        }
    }

    private func group(_ devices: [DeviceView]) -> some View {
        Sheet {
            ForEach(devices, id: \.id) { device in
                if device.id != devices.first?.id { Divider().padding(.leading, 54) }
                DeviceRow(device: device, isEnding: shell.ending == device.id, moments: moments) { ask(device.id) }
            }
        }
    }
}
