import CardCore

/// What is behind the lock.
extension AppModel {
    public func seeDevices() {
        isAsking = true
        changing(.endDevices, goesOn: seeDevices) { try await self.store.seeDevices() }
    }

    public func endDevice(_ id: String) {
        ending = id
        changing(.endDevices) { [self] in
            try await store.endDevice(id)
            hasEnded = true
        }
    }

    public func unlock() { Task { await quietly { _ = try await self.openLock() } } }

    /// Hiding the card asks the owner first, so that nobody hides it behind a lock that doesn't open.
    public func lockCard(_ lock: Bool) {
        isLocking = true
        Task {
            await quietly { [self] in
                defer { isLocking = false }
                if lock {
                    guard try await recognise() == .recognised else { return }
                    try await store.unlock()
                }
                do {
                    try await telling { try await unlocked { try await self.store.lockCard(lock) } }
                } catch CardError.Locked {
                    refused = nil  // the person gave up; the switch says how it stands
                }
            }
        }
    }

    /// Does what may need the owner, or a surer sign-in: the device asks for the one, a page for the other. Afterwards the page
    /// is here again, and `goesOn` follows.
    func changing(
        _ action: Action, goesOn: (@MainActor () -> Void)? = nil, _ body: @escaping @MainActor () async throws -> Void
    ) {
        (refused, hasEnded) = (nil, false)
        last = { [weak self] in self?.changing(action, goesOn: goesOn, body) }
        Task {
            await quietly { [self] in
                defer { (isAsking, ending) = (false, nil) }
                try await telling {
                    do {
                        try await unlocked(body)
                    } catch CardError.LevelTooLow {
                        self.goesOn = goesOn.map { GoesOn(action: action, page: lying.page, body: $0) }
                        steppingUpFrom = lying.page
                        (steppingUpFor, lying) = (action, .stepUp)
                    }
                }
            }
        }
    }

    func unlocked(_ body: @MainActor () async throws -> Void) async throws {
        do {
            try await body()
        } catch CardError.Locked {
            guard try await openLock() else { throw CardError.Locked }
            try await body()
        }
    }

    /// Opens the lock, if the device lets the person in. One without a lock of its own lets in whoever holds it.
    private func openLock() async throws -> Bool {
        if try await recognise() == .refused { return false }
        try await store.unlock()
        return true
    }

    /// Asks the device, one question at a time; the second who asks meanwhile hears the first one's answer, and who asks after it
    /// asks anew.
    private func recognise() async throws -> Recognition {
        shellTrouble = nil
        let question =
            question
            ?? Task {
                defer { self.question = nil }
                return await self.lock.recognise(strings(self.language).lockPrompt)
            }
        self.question = question
        let answer = await question.value
        if answer == .notSetUp {
            shellTrouble = .noDeviceLock
        }
        return answer
    }
}

/// What follows a surer sign-in, and on which page.
struct GoesOn {
    let action: Action
    let page: Opened
    let body: @MainActor () -> Void
}
