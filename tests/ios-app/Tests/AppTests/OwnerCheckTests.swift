import CardKit
import LocalAuthentication
import Testing

@testable import App

/// One device for all, so one after the other.
@Suite("The device's lock", .serialized) @MainActor struct OwnerCheckTests {
    private let lock = OwnerCheck()

    init() {
        LAContext._fails = nil
        LAContext._reasons = []
    }

    @Test("recognises its owner, and says what for") func recognises() async {
        #expect(await lock.recognise("Lås opp") == .recognised)
        #expect(LAContext._reasons == ["Lås opp"])
    }

    @Test(
        "anything but a yes is a no",
        arguments: [
            LAError.Code.authenticationFailed, .userCancel, .systemCancel, .appCancel, .notInteractive,
            .biometryLockout,
        ])
    func refuses(code: LAError.Code) async {
        LAContext._fails = code
        #expect(await lock.recognise("Lås opp") == .refused)
    }

    @Test("a device without a code can't say") func notSetUp() async {
        LAContext._fails = .passcodeNotSet
        #expect(await lock.recognise("Lås opp") == .notSetUp)
    }
}
