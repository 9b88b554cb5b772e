import CardCore
import CardKit
import SwiftUI
import Testing

@testable import CardUI

private let stepUps = catalogue.map(\.name).filter { $0.hasPrefix("step-up") }

@Suite("Devices, step-up, lock") @MainActor struct PagesPressesTests {
    @Test("the third place opens the devices and asks for them") func opens() {
        let shown = Shown(entry("me"))
        #expect(shown.press(Tag.menuDevices))
        #expect(shown.recorder.opened == .devices && shown.recorder.asked == ["seeDevices"])
    }

    @Test("this device comes first, and can't be ended there") func own() throws {
        let shown = Shown(entry("devices"))
        let rows = shown.tree.all.compactMap(\.identifier).filter { $0.hasPrefix("device-") }
        #expect(rows == [Tag.device("d1"), Tag.device("d2"), Tag.device("d3")])
        #expect(try #require(shown.tree.first(Tag.device("d1"))).speech.contains(strings("nb").devicesThis))
        #expect(shown.tree.first(Tag.endDevice("d1")) == nil)
    }

    @Test("ending a sign-in asks first, by the device's name, and can be thought better of") func ends() throws {
        let shown = Shown(entry("devices"))
        for press in [Tag.endDevice("d2"), Tag.endDeviceCancel] { #expect(shown.press(press)) }
        #expect(shown.recorder.asked.isEmpty && shown.recorder.opened == .devices)
        #expect(shown.press(Tag.endDevice("d2")))
        #expect(shown.tree.first(Tag.endDeviceDialog)?.text?.contains("iPad (kjøkkenet)") == true)
        #expect(shown.press(Tag.endDeviceConfirm))
        #expect(shown.recorder.asked == ["endDevice d2"] && shown.recorder.opened == .devices)
    }

    @Test(
        "a failure on a page is tried again there",
        arguments: [
            ("devices-Locked", "seeDevices"), ("devices-Offline", "seeDevices"), ("devices-Service", "seeDevices"),
            ("devices-SignInExpired", "signIn idPorten"), ("step-up-Offline", "stepUp endDevices"),
        ])
    func again(state: String, asked: String) {
        let shown = Shown(entry(state))
        #expect(shown.press(Tag.troubleAction))
        #expect(shown.recorder.asked == [asked])
    }

    @Test("pulling the list down asks anew; back is the card") func list() async throws {
        let shown = Shown(entry("devices"))
        let refresh = try #require(shown.tree.all.compactMap(\.refresh).first)
        await refresh()
        #expect(shown.recorder.asked == ["seeDevices"])
        #expect(shown.press("BackButton") && shown.identifiers.contains(Tag.card))
    }

    @Test("a step-up is for what it says, or not now", arguments: stepUps)
    func stepUp(state: String) throws {
        let shown = Shown(entry(state))
        let action = try #require(entry(state).shell("nb").steppingUpFor)
        #expect(shown.press(Tag.stepUpIdPorten))
        #expect(shown.recorder.asked == ["stepUp \(action)"])
        let back: [Action: Opened] = [.leave: state.hasPrefix("leave") ? .leave : .myData]
        #expect(shown.press(Tag.stepUpNotNow) && shown.recorder.opened == back[action] ?? .nothing)
    }

    @Test("the lock hides the card, and opens on a press") func locked() {
        let shown = Shown(entry("locked"))
        #expect(shown.identifiers.allSatisfy { ![Tag.card, Tag.cardNumber, Tag.barcode].contains($0) })
        #expect(shown.press(Tag.unlock) && shown.recorder.asked == ["unlock"])
    }

    @Test("the switch says how it stands and asks for the other") func lockCard() throws {
        for (state, value, asked) in [("me", "0", "lockCard true"), ("me-lock", "1", "lockCard false")] {
            let shown = Shown(entry(state))
            #expect(try #require(shown.tree.first(Tag.lockCard)).value == value)
            #expect(shown.press(Tag.lockCard) && shown.recorder.asked == [asked])
        }
    }

    @Test("signing out leaves the browser alone unless the person wants it") func signOut() throws {
        let shown = Shown(entry("me-sign-out"))
        #expect(try #require(shown.tree.first(Tag.signOutBrowser)).value == "0")
        #expect(shown.press(Tag.signOutBrowser) && shown.press(Tag.signOutConfirm))
        #expect(shown.recorder.asked == ["signOut browser"] && shown.recorder.opened == .nothing)
    }
}
