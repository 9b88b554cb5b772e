import AuthenticationServices
import CardKit
import Foundation
import Testing

@testable import App

@Suite("Browser", .serialized) @MainActor struct WebAuthSessionTests {
    private let browser = WebAuthSession()

    init() {
        ASWebAuthenticationSession._latest = nil
        ASWebAuthenticationSession._starts = true
    }

    @Test("comes back with the redirect, unread") func returns() async throws {
        let end = try await visit {
            $0._complete(URL(string: "https://app.bibliotekkortet.no/innlogget?code=a%2Bb"), nil)
        }
        #expect(end == .returned("https://app.bibliotekkortet.no/innlogget?code=a%2Bb"))
    }

    @Test("closed by the person is dismissed, any other failure didn't open") func failures() async throws {
        #expect(try await visit { $0._complete(nil, ASWebAuthenticationSessionError(.canceledLogin)) } == .dismissed)
        #expect(
            try await visit { $0._complete(nil, ASWebAuthenticationSessionError(.presentationContextInvalid)) }
                == .notOpened)
        #expect(try await visit { $0._complete(nil, nil) } == .notOpened)
    }

    @Test("closed by us is dismissed, and what the browser says after that is not heard") func closes() async throws {
        let end = try await visit {
            self.browser.close()
            $0._complete(URL(string: "https://late.example"), nil)
        }
        #expect(end == .dismissed)
    }

    @Test("what can't open says so") func notOpened() async {
        #expect(await browser.open("", redirect: Link.redirectAddress) == .notOpened)
        ASWebAuthenticationSession._starts = false
        #expect(await browser.open("https://login.example", redirect: Link.redirectAddress) == .notOpened)
    }

    @Test(
        "listens for the redirect and nothing else",
        arguments: [Link.redirectAddress, Link.farewellAddress, "no.bibliotekkortet.app:/innlogget"])
    func callback(redirect: String) async throws {
        let listens = redirect.hasPrefix("https") ? redirect : Link.scheme
        let end = Task { await browser.open("https://login.example/a", redirect: redirect) }
        let session = try await started()
        #expect(session._callback._text == listens)
        #expect(session._url.absoluteString == "https://login.example/a")
        #expect(session.prefersEphemeralWebBrowserSession)
        browser.close()
        #expect(await end.value == .dismissed && session._isCancelled)
    }

    private func visit(_ act: @escaping @MainActor (ASWebAuthenticationSession) -> Void) async throws -> BrowserEnd {
        ASWebAuthenticationSession._latest = nil
        let end = Task { await browser.open("https://login.example/a", redirect: Link.redirectAddress) }
        try await act(started())
        return await end.value
    }

    private func started() async throws -> ASWebAuthenticationSession {
        for _ in 0..<1000 where ASWebAuthenticationSession._latest == nil { await Task.yield() }
        return try #require(ASWebAuthenticationSession._latest)
    }
}
