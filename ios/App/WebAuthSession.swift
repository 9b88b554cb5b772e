import AuthenticationServices
import CardKit
import UIKit

/// The system's browser for signing in (RFC 8252 §8.12): never a view inside the app.
final class WebAuthSession: NSObject, WebAuthentication, ASWebAuthenticationPresentationContextProviding {
    private var session: ASWebAuthenticationSession?
    private var waiting: CheckedContinuation<BrowserEnd, Never>?

    /// An https address that only this app may claim (iOS 17.4), before that the app's own scheme.
    static var redirect: String {
        if #available(iOS 17.4, *) { Link.redirectAddress } else { "\(Link.scheme):/innlogget" }
    }

    /// The same for the provider's sign-out.
    static var farewell: String {
        if #available(iOS 17.4, *) { Link.farewellAddress } else { "\(Link.scheme):/utlogget" }
    }

    func open(_ url: String, redirect: String) async -> BrowserEnd {
        // The session ends the app when it gets another scheme.
        guard let address = URL(string: url), ["https", "http"].contains(address.scheme),
            let callback = Self.callback(redirect)
        else { return .notOpened }
        close()
        return await withCheckedContinuation { continuation in
            waiting = continuation
            let session = ASWebAuthenticationSession(url: address, callback: callback) { url, error in
                Task { @MainActor [weak self] in self?.end(Self.meaning(url, error)) }
            }
            // Nothing stays in the browser: the next person on this phone signs in as themselves.
            session.prefersEphemeralWebBrowserSession = true
            session.presentationContextProvider = self
            self.session = session
            if !session.start() { end(.notOpened) }
        }
    }

    func close() {
        session?.cancel()
        end(.dismissed)
    }

    func presentationAnchor(for session: ASWebAuthenticationSession) -> ASPresentationAnchor {
        let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
        return scenes.compactMap(\.keyWindow).first ?? ASPresentationAnchor()
    }

    /// Once for each visit, whoever comes first: the browser, or we who closed it.
    private func end(_ end: BrowserEnd) {
        waiting?.resume(returning: end)
        waiting = nil
        session = nil
    }

    private static func callback(_ redirect: String) -> ASWebAuthenticationSession.Callback? {
        guard let parts = URLComponents(string: redirect), let scheme = parts.scheme else { return nil }
        if scheme != "https" { return .customScheme(scheme) }
        return parts.host.map { .https(host: $0, path: parts.path) }
    }

    private static func meaning(_ url: URL?, _ error: (any Error)?) -> BrowserEnd {
        if let url { return .returned(url.absoluteString) }
        let known = error as? ASWebAuthenticationSessionError
        return known?.code == .canceledLogin ? .dismissed : .notOpened
    }
}
