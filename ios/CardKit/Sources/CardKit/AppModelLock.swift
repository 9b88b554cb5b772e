import CardCore

/// What is behind the lock.
extension AppModel {
    public func seeDevices() { changing(.endDevices) { try await self.store.seeDevices() } }

    public func endDevice(_ id: String) {
        changing(.endDevices) { [self] in
            ending = id
            defer { ending = nil }
            try await store.endDevice(id)
            hasEnded = true
        }
    }

    public func unlock() { Task { await quietly { _ = try await self.recognise() } } }

    /// Hiding the card asks the owner first, so that nobody hides it behind a lock that doesn't open.
    public func lockCard(_ lock: Bool) {
        Task {
            await quietly {
                if try await self.recognise() { try await self.telling { try await self.store.lockCard(lock) } }
            }
        }
    }

    /// The app came in front, or left. In front of a hidden card the device asks by itself, once.
    public func inFront(_ isInFront: Bool) async {
        await quietly { try await self.store.inFront(isInFront) }
        if isInFront, store.current.phase == .locked { unlock() }
    }

    /// Does what may need the owner, or a surer sign-in: the device asks for the one, a page for the other.
    private func changing(_ action: Action, _ body: @escaping @MainActor () async throws -> Void) {
        (refused, hasEnded) = (nil, false)
        Task {
            await quietly { [self] in
                try await telling {
                    do {
                        try await unlocked(body)
                    } catch CardError.LevelTooLow {
                        (steppingUpFor, lying) = (action, .stepUp)
                    }
                }
            }
        }
    }

    private func unlocked(_ body: @MainActor () async throws -> Void) async throws {
        do {
            try await body()
        } catch CardError.Locked {
            if try await recognise() { try await body() }
        }
    }

    /// Opens the lock if the device recognises its owner.
    private func recognise() async throws -> Bool {
        (refused, shellTrouble) = (nil, nil)
        switch await lock.recognise(strings(language).lockPrompt) {
        case .recognised:
            try await store.unlock()
            return true
        case .refused: refused = .Locked
        case .notSetUp: shellTrouble = .noDeviceLock
        }
        if lying == .menu { lying = .nothing }
        return false
    }
}
