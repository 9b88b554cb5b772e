@_exported import Foundation
@_exported import UIKit

public typealias ASPresentationAnchor = UIWindow

@MainActor public protocol ASWebAuthenticationPresentationContextProviding: AnyObject {
    func presentationAnchor(for session: ASWebAuthenticationSession) -> ASPresentationAnchor
}

public struct ASWebAuthenticationSessionError: Error {
    public enum Code: Sendable { case canceledLogin, presentationContextNotProvided, presentationContextInvalid }
    public let code: Code
    public init(_ code: Code) { self.code = code }
}

/// A session that a test ends: `_latest` is the one that was started last.
@MainActor public final class ASWebAuthenticationSession {
    public typealias CompletionHandler = @Sendable (URL?, (any Error)?) -> Void

    public struct Callback: Sendable, Equatable {
        public let _text: String
        public static func customScheme(_ scheme: String) -> Callback { Callback(_text: scheme) }
        public static func https(host: String, path: String) -> Callback { Callback(_text: "https://\(host)\(path)") }
    }

    public static var _latest: ASWebAuthenticationSession?
    public static var _starts = true

    public let _url: URL
    public let _callback: Callback
    public let _complete: CompletionHandler
    public private(set) var _isCancelled = false
    public weak var presentationContextProvider: (any ASWebAuthenticationPresentationContextProviding)?
    public var prefersEphemeralWebBrowserSession = false

    public init(url: URL, callback: Callback, completionHandler: @escaping CompletionHandler) {
        (_url, _callback, _complete) = (url, callback, completionHandler)
    }

    @discardableResult public func start() -> Bool {
        Self._latest = self
        return Self._starts
    }

    public func cancel() { _isCancelled = true }
}
