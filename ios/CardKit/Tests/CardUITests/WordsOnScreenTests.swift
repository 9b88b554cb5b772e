import CardCore
import CardKit
import SwiftUI
import Testing

@testable import CardUI

@Suite("Words on the screen") @MainActor struct WordsOnScreenTests {
    @Test("nothing is empty, and the state's own words are there", arguments: Look.all)
    func words(look: Look) {
        let texts = look.tree.all.compactMap(\.text)
        #expect(!texts.isEmpty && !texts.contains(""))
        for expected in expected(look) { #expect(texts.contains(expected), "\(expected)") }
    }

    @Test("a failure is told once, with what to do", arguments: Look.all)
    func failures(look: Look) throws {
        let trouble = Trouble.now(
            look.entry.state, look.entry.shell(look.language), look.entry.opened, look.words, tab: look.entry.tab)
        let reads = look.entry.opened.isReader
        let panel = look.tree.first(Tag.trouble)
        guard let trouble, !reads else {
            #expect(panel == nil)
            return
        }
        let said = try #require(panel).all.compactMap(\.text)
        #expect(said == [trouble.title, trouble.text, trouble.action])
    }

    @Test("a card without a code shows none; one with a code shows it once", arguments: catalogue.map(\.name))
    func codes(name: String) {
        let entry = entry(name)
        let codes = Look(entry: entry, language: "nb").tree.all.filter { $0.identifier == Tag.barcode }
        let shows = entry.shownCard?.barcode != nil
        #expect(codes.count == (shows ? 1 : 0))
    }

    private func expected(_ look: Look) -> [String] {
        let (state, words) = (look.entry.state, look.words)
        let shell = look.entry.shell(look.language)
        if let page = page(look) { return page }
        if state.registration != nil { return registering(look) }
        switch (state.phase, look.entry.shownCard) {
        case (.starting, _): return [words.cardLoading]
        case (.signedOut, _):
            let others = shell.hasOneDoor ? [] : [words.signInFeide, words.signInNumber]
            return [words.signInWelcome, words.signInIdPorten] + others
        case (.signingIn(.preparing), _): return [words.browserPreparing, words.browserCancel]
        case (.signingIn(.inBrowser), _): return [words.browserTitle, words.browserOpenAgain, words.browserCancel]
        case (.signingIn(.codeWanted), _):
            return [words.oneTimeCodeTitle, words.oneTimeCodeText, words.oneTimeCodeCancel]
        case (.signingIn(.checking), _): return [words.browserChecking]
        case (.locked, _): return [words.lockTitle, words.lockText, words.lockUnlock]
        case (.card, nil): return [words.cardTitle]
        case (.card, let card?):
            let number = [card.groups.joined(separator: " "), card.name]
            if look.entry.opened.isReader { return number + [words.readerTitle, words.readerClose] }
            let line = freshness(card, words, Moments(words, now: shell.now, zone: shell.zone))
            let missing = card.barcode == nil ? [noCodeWords(card.face, words).title] : []
            let child = state.shownCard(look.entry.typed)?.child?.name
            let libraries = child.map(words.cardsChildLibraries) ?? words.cardMyLibraries
            return number + missing + [words.cardTitle, line, libraries] + card.libraries.map(\.name)
        }
    }

    /// Getting a card: each page by its title.
    private func registering(_ look: Look) -> [String] {
        let (state, words) = (look.entry.state, look.words)
        guard state.registration?.registry != nil else { return [words.registerTitle] }
        if look.entry.opened == .signOut { return [words.registerLaterTitle, words.registerLaterConfirm] }
        let title =
            switch look.entry.typed.step {
            case nil, .registry: words.registerRegistryTitle
            case .email: words.registerEmailTitle
            case .emailCode: words.emailCodeTitle
            case .contact: words.registerContactTitle
            case .secrets: words.registerSecretsTitle
            case .homeLibrary: words.registerLibraryTitle
            case .finish:
                state.trouble == nil && look.entry.shell("nb").refused == nil
                    ? words.registerFinishTitle : words.registerFinishFailed
            }
        return [words.registerTitle, words.registerLater, title]
    }

    private func page(_ look: Look) -> [String]? {
        let (state, words) = (look.entry.state, look.words)
        switch look.entry.opened {
        case .cardForm, .forgot:
            let busy = state.phase == .signingIn(step: .preparing)
            return [words.cardFormTitle, words.signInNumber, busy ? words.cardFormSubmitting : words.cardFormSubmit]
        case .oneTimeCode: return [words.oneTimeCodeTitle, words.oneTimeCodeSubmitting]
        case .devices, .endDevice:
            let rows = (state.devices ?? []).map { deviceName($0, words) }
            return rows.isEmpty ? [words.devicesTitle] : rows + [words.devicesTitle, words.devicesThis]
        case .stepUp:
            let action = look.entry.shell(look.language).steppingUpFor
            return [words.stepUpTitle, words.stepUpIdPorten] + [action.map { stepUpWords($0, words) } ?? "no action"]
        default: return look.entry.tab == .card && !look.entry.opened.isPage ? nil : pageOfPlace(look)
        }
    }

    /// The places, and the pages over them.
    private func pageOfPlace(_ look: Look) -> [String] {
        let (state, words) = (look.entry.state, look.words)
        switch look.entry.opened {
        case .find: return [words.findTitle]
        case .library, .withdraw: return [words.libraryContact]
        case .deskCode: return [words.deskCodeTitle]
        case .trip, .endTrip:
            guard let trip = state.trip, let stop = trip.stop else { return [words.tripSummary, words.tripDone] }
            let asks = look.entry.opened == .endTrip ? [words.tripEndTitle, words.tripEndConfirm] : []
            return asks + [stop.library.name]
                + (trip.rules.map { $0.clauses.map(\.heading).filter { !$0.isEmpty } } ?? [])
        case .receipts: return [words.receiptsTitle] + state.receipts.map(\.library.name)
        case .receipt: return [words.receiptTitle]
        case .notices: return [words.noticesTitle]
        case .myData: return [words.myDataTitle, words.myDataLeave]
        case .leave: return [words.leaveTitle] + (state.leaving?.remaining.map(\.library.name) ?? [])
        case .endCard: return [words.farewellTitle, words.farewellDone]
        default: return people(look)
        }
    }

    /// The pages about people, and the places.
    private func people(_ look: Look) -> [String] {
        let (state, words) = (look.entry.state, look.words)
        switch look.entry.opened {
        case .withoutEid: return [words.withoutEidTitle, words.withoutEidSignIn]
        case .cards: return [words.cardsTitle] + state.cards(look.entry.typed).map(\.card.name)
        case .contact, .contactForm, .addressForm: return state.conflict == nil ? contact(look) : [words.conflictTitle]
        case .email:
            let waits = state.contact?.newEmail != nil && look.entry.typed.step != .email
            return [waits ? words.emailCodeTitle : words.emailChangeTitle]
        case .pin: return [words.secretPinTitle]
        case .password: return [words.secretPasswordTitle]
        case .children: return [words.childrenTitle] + state.children.map(\.name)
        case .child: return [state.child(look.entry.typed.child)?.name ?? words.childrenTitle]
        case .addChildren: return [words.addChildrenTitle]
        case .childLibrary: return [words.addChildrenLibraryTitle]
        case .childCode: return [words.childCodeTitle, words.childCodeBring]
        case .ledger:
            let name = state.child(look.entry.typed.child)?.name
            return [name.map(words.ledgerChildTitle) ?? words.ledgerTitle]
        case .ownChanges: return [words.changesOwnTitle]
        default: return place(look)
        }
    }

    private func contact(_ look: Look) -> [String] {
        let words = look.words
        switch look.entry.opened {
        case .contactForm: return [words.contactFormTitle, words.contactFormLanguage]
        case .addressForm: return [words.addressFormTitle, words.addressFormText]
        default: return [words.contactTitle] + (look.entry.state.contact.map { [$0.email] } ?? [])
        }
    }

    private func place(_ look: Look) -> [String] {
        let (state, words) = (look.entry.state, look.words)
        let banner = state.acting.map { [words.actingBanner($0.name), words.actingEnd] } ?? []
        if look.entry.tab == .me {
            return banner + [words.meTitle, words.meChildren, words.meContact, words.meNotices, words.meMyData]
        }
        let title = state.acting.map { words.actingLibraries($0.name) } ?? words.librariesTitle
        let relations = state.asActing.relations.map(\.profile.library.name)
        return banner + [title, words.librariesFind] + relations
    }
}
