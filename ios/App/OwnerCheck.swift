import CardKit
import Foundation
import LocalAuthentication

/// Face, finger or the device's code. The answer opens nothing by itself: what must stay secret lies in the Keychain.
final class OwnerCheck: DeviceLock {
    func recognise(_ reason: String) async -> Recognition {
        do {
            return try await LAContext().evaluatePolicy(.deviceOwnerAuthentication, localizedReason: reason)
                ? .recognised : .refused
        } catch let failure as LAError where failure.code == .passcodeNotSet {
            return .notSetUp
        } catch {
            return .refused
        }
    }
}
