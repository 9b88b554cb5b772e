import CardCore

/// A way into the browser.
enum Way {
    case through(Door)
    case up(Action)
    case toCard
    case again
}

/// The ways through the browser: one attempt at a time.
extension AppModel {
    public func signIn(_ door: Door) {
        if lying.isForm { lying = .nothing }
        go(.through(door))
    }

    public func stepUp(_ action: Action) { go(action == .register ? .toCard : .up(action)) }

    /// A pushed request is good for one opening (RFC 9126 §4), so this is a new attempt at the same.
    public func openBrowserAgain() {
        if store.current.inBrowser != nil { go(.again) }
    }

    /// Begins in the browser; a step-up that isn't needed any more goes on at once.
    func go(_ way: Way) {
        restartAttempt { [self] in
            let url =
                switch way {
                case .through(let door): try await store.beginSignIn(door, redirect: redirect, language: language)
                case .up(let action): try await store.stepUp(action, redirect: redirect, language: language)
                case .toCard: try await store.beginRegistration(redirect: redirect, language: language)
                case .again: try await store.beginAgain(redirect: redirect, language: language)
                }
            if let url { await visit(url) } else { arrive() }
        }
    }

    public func cancelSignIn() {
        leaveAttempt()
        command { try await $0.cancelSignIn() }
    }

    func visit(_ url: String) async {
        if Task.isCancelled { return }
        await end(browser.open(url, redirect: redirect))
    }

    private func end(_ end: BrowserEnd) async {
        if Task.isCancelled { return }
        switch end {
        case .returned(let address): arrive(isIn: await finishes(address))
        case .dismissed: await quietly { try await self.store.cancelSignIn() }
        case .notOpened: shellTrouble = .noBrowser
        }
    }

    /// Whether somebody is in by that.
    private func finishes(_ address: String) async -> Bool {
        var isIn = false
        await quietly {
            try await self.store.finishSignIn(address)
            isIn = true
        }
        return isIn
    }

    /// The browser stays open when the redirect wasn't ours: the attempt waits on.
    func finish(_ address: String) {
        Task {
            arrive(isIn: await finishes(address))
            if store.current.inBrowser == nil { leaveAttempt() }
        }
    }

    func restartAttempt(_ body: @escaping @MainActor () async throws -> Void) {
        let before = attempt
        leaveAttempt()
        shellTrouble = nil
        refused = nil
        attempt = Task {
            await before?.value
            if !Task.isCancelled { await quietly(body) }
        }
    }

    func leaveAttempt() {
        attempt?.cancel()
        browser.close()
    }
}
