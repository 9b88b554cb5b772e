@_exported import Foundation

public enum LAPolicy: Sendable { case deviceOwnerAuthentication }

public struct LAError: Error {
    public enum Code: Sendable {
        case authenticationFailed, userCancel, systemCancel, appCancel, passcodeNotSet, notInteractive, biometryLockout
    }
    public let code: Code
    public init(_ code: Code) { self.code = code }
}

/// What the device answers is a test's to say.
public final class LAContext: @unchecked Sendable {
    /// What `evaluatePolicy` does; nil recognises.
    nonisolated(unsafe) public static var _fails: LAError.Code?
    /// The reasons that were shown.
    nonisolated(unsafe) public static var _reasons: [String] = []

    public init() {}

    public func evaluatePolicy(_ policy: LAPolicy, localizedReason: String) async throws -> Bool {
        Self._reasons.append(localizedReason)
        if let code = Self._fails { throw LAError(code) }
        return true
    }
}
