import CardCore

/// The ways in beside the browser's, what follows, and the way out.
extension AppModel {
    public func signIn(with form: CardForm) {
        restartAttempt { [self] in
            let url = try await telling {
                try await self.store.signIn(with: form, redirect: self.redirect, language: self.language)
            }
            if let url { await visit(url) } else { arrive() }
        }
    }

    public func giveOneTimeCode(_ code: String) {
        lying = .oneTimeCode
        command { [self] in
            try await $0.giveOneTimeCode(code)
            arrive()
        }
    }

    /// The phone is signed out first; what becomes of the browser changes nothing about that.
    public func signOut(inBrowser: Bool) {
        leaveAttempt()
        locating?.cancel()
        (isLocating, couldNotLocate) = (false, false)
        (lying, tab) = (.nothing, .card)
        (refused, hasEnded, isRegistered) = (nil, false, false)
        (found, profile, export, near, goesOn, last, query) = (nil, nil, nil, nil, nil, nil, "")
        command { [self] in
            let url = try await $0.signOut(farewell: inBrowser ? farewell : nil, language: language)
            guard let url, case .returned(let address) = await browser.open(url, redirect: farewell) else { return }
            try? await $0.finishSignOut(address)
        }
    }

    func finishSignOut(_ address: String) {
        browser.close()
        Task { try? await store.finishSignOut(address) }
    }

    /// In. After a step-up that is the page that needed more, which goes on with what it was about.
    func arrive(isIn: Bool = true) {
        if store.current.phase == .card, lying.isForm || lying == .oneTimeCode { lying = .nothing }
        let now = store.current
        let hasReturned = isIn && lying == .stepUp && steppingUpFor == .register && now.phase == .card
        guard let action = now.clearedFor ?? (hasReturned ? .register : nil) else { return }
        if now.clearedFor != nil { command { try await $0.goOn() } }
        let goesOn = goesOn
        self.goesOn = nil
        if let goesOn, goesOn.action == action {
            lying = goesOn.page.lying(on: store.current)
            goesOn.body()
        } else {
            goOn(with: action)
        }
    }

    /// What was begun is forgotten, as when the app was killed meanwhile: the page where it can be done again.
    private func goOn(with action: Action) {
        lying = Opened(for: action, store.current) ?? .nothing
        switch action {
        case .endDevices: seeDevices()
        case .leave: seeLeaving()
        case .chooseLibraries: tab = .libraries
        case .changeContact: seeContact()
        case .signRules, .showCard, .changeSecret, .actForChild, .register: return
        }
    }
}
