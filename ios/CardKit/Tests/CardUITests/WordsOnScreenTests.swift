import CardCore
import CardKit
import SwiftUI
import Testing

@testable import CardUI

@Suite("Words on the screen") @MainActor struct WordsOnScreenTests {
    @Test("nothing is empty, and the state's own words are there", arguments: Look.all)
    func words(look: Look) {
        let shown = Shown(look.entry, look.language)
        #expect(!shown.texts.isEmpty)
        #expect(!shown.texts.contains(""))
        for expected in expected(look) { #expect(shown.texts.contains(expected), "\(expected)") }
    }

    @Test("a failure is told once, with what to do", arguments: Look.all)
    func failures(look: Look) throws {
        let trouble = Trouble.now(look.entry.state, look.entry.shell(look.language), look.words)
        let reads = look.entry.opened.isReader
        let panel = Shown(look.entry, look.language).tree.first(Tag.trouble)
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
        let codes = Shown(entry).tree.all.filter { $0.identifier == Tag.barcode }
        #expect(codes.count == (entry.state.card?.barcode == nil ? 0 : 1))
    }

    private func expected(_ look: Look) -> [String] {
        let (state, words) = (look.entry.state, look.words)
        let shell = look.entry.shell(look.language)
        switch (state.phase, state.card) {
        case (.starting, _): return [words.cardLoading]
        case (.signedOut, _): return [words.signInWelcome, words.signInIdPorten, words.signInFeide, words.signInNumber]
        case (.signingIn(.preparing), _): return [words.browserPreparing, words.browserCancel]
        case (.signingIn(.inBrowser), _): return [words.browserTitle, words.browserOpenAgain, words.browserCancel]
        case (.signingIn(.checking), _): return [words.browserChecking]
        case (.card, nil): return [words.cardTitle]
        case (.card, let card?):
            let number = [card.groups.joined(separator: " "), card.name]
            if look.entry.opened.isReader { return number + [words.readerTitle, words.readerClose] }
            let line = freshness(card, words, Moments(words, now: shell.now, zone: shell.zone))
            let missing = card.barcode == nil ? [noCodeWords(card.face, words).title] : []
            return number + missing + [words.cardTitle, line, words.cardMyLibraries] + card.libraries.map(\.name)
        }
    }
}
