import CardCore

/// Children: acting for them, their cards, what was done.
extension AppModel {
    public func showCardOf(_ child: String?) {
        command { try await $0.ask { try await $0.showCardOf(childId: child) } }
    }

    public func actFor(_ child: String?) {
        let again: Then = { [weak self] in self?.actFor(child) }
        changing(.actForChild, goesOn: again) { try await self.store.ask { try await $0.actFor(childId: child) } }
    }

    public func registerChildren(_ children: [String], _ library: String, then: @escaping Then) {
        send(.actForChild, then: then) {
            try await self.store.ask { try await $0.registerChildren(children: children, library: library) }
        }
    }

    public func signForChild(_ child: String, _ library: String) {
        let again: Then = { [weak self] in self?.signForChild(child, library) }
        changing(.actForChild, goesOn: again) { [self] in
            try await store.ask { [language] in
                try await $0.actFor(childId: child)
                try await $0.beginTrip(libraries: [library], agreement: .rules, language: language)
            }
        }
    }

    public func makeChildCode(_ library: String) {
        send(.actForChild) { try await self.store.ask { try await $0.makeChildCode(library: library) } }
    }

    public func seeLedger(_ child: String?) {
        let again: Then = { [weak self] in self?.seeLedger(child) }
        changing(child == nil ? .changeContact : .actForChild, goesOn: again) {
            try await self.store.ask { try await $0.seeLedger(childId: child) }
        }
    }
}
