import CardCore

/// Getting a card, how the person is reached, PIN and password.
extension AppModel {
    public func beginRegistration() {
        if lying == .withoutEid { lying = .nothing }
        go(.toCard)
    }

    /// The home library's rules open by themselves.
    public func finishRegistration() {
        send(.register) { [self] in
            try await store.ask { [language] in try await $0.finishRegistration(language: language) }
            let now = store.current
            if now.registration != nil { return }
            isRegistered = now.card != nil
            if now.trip != nil { lying = .trip }
        }
    }

    public func tellHome(_ number: String, then: @escaping Then) {
        send(.register, then: then) { try await self.store.ask { try await $0.chooseHome(number: number) } }
    }

    public func changeEmail(_ email: String, then: @escaping Then) {
        send(.changeContact, then: then) { try await self.store.ask { try await $0.changeEmail(email: email) } }
    }

    public func proveEmail(_ code: String, then: @escaping Then) {
        send(.changeContact, isSecret: true, then: then) {
            try await self.store.ask { try await $0.proveEmail(code: code) }
        }
    }

    public func seeContact() {
        changing(.changeContact, goesOn: seeContact) { try await self.store.ask { try await $0.seeContact() } }
    }

    public func changeContact(_ details: ContactDetails, then: @escaping Then) {
        send(.changeContact, then: then) { try await self.store.ask { try await $0.changeContact(details: details) } }
    }

    public func resolveConflict(keepMine: Bool, then: @escaping Then) {
        send(.changeContact, then: then) {
            try await self.store.ask { try await $0.resolveConflict(keepMine: keepMine) }
        }
    }

    public func chooseSecrets(pin: String?, password: String?, then: @escaping Then) {
        send(.changeSecret, isSecret: true, then: then) {
            try await self.store.ask { try await $0.chooseSecrets(pin: pin, password: password) }
        }
    }

    /// Sends what was typed, one thing at a time; what was refused stays in the fields. `then` follows when it was taken. What is
    /// secret isn't kept to be sent again.
    func send(
        _ action: Action, isSecret: Bool = false, then: @escaping Then = {},
        _ body: @escaping @MainActor () async throws -> Void
    ) {
        if isSending { return }
        isSending = true
        let again: Then = { [weak self] in self?.send(action, isSecret: isSecret, then: then, body) }
        // Whoever gets a card signed in for that, and does so anew.
        changing(store.current.registration == nil ? action : .register, goesOn: again) { [self] in
            isSending = true
            defer { isSending = false }
            try await body()
            goesOn = nil
            taken += 1
            then()
        }
        last = isSecret ? { [weak self] in self?.dismissTrouble() } : again
    }
}
