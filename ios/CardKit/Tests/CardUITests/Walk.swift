import CardCore
import CardKit
import CardPreviews
import SwiftUI

@testable import CardUI

/// All states, each in all languages.
struct Look: Sendable, CustomStringConvertible {
    let entry: CatalogueEntry
    let language: String

    var description: String { "\(entry.name)-\(language)" }
    var words: any Strings { strings(language) }

    static let all: [Look] = catalogue.flatMap { entry in
        ["nb", "nn", "se", "en"].map { Look(entry: entry, language: $0) }
    }
}

/// Each state is walked once for all that only look at it.
@MainActor private var walked: [String: _Node] = [:]

extension Look {
    /// As it is read before anything is pressed.
    @MainActor var tree: _Node {
        if let known = walked[description] { return known }
        let tree = Shown(entry, language).tree
        walked[description] = tree
        return tree
    }
}

let catalogue: [CatalogueEntry] = try! Catalogue.all()

extension CatalogueEntry {
    /// The card that lies on the screen.
    var shownCard: CardView? {
        let isOpen = tab == .card && !opened.isPage && state.registration == nil && state.phase != .signedOut
        return isOpen ? state.shownCard(typed)?.card : nil
    }
}

func entry(_ name: String) -> CatalogueEntry { catalogue.first { $0.name == name }! }

/// What was asked of the shell.
@MainActor
final class Recorder: AppActions {
    private(set) var asked: [String] = []
    private(set) var forms: [CardForm] = []
    private(set) var contacts: [ContactDetails] = []
    private var follows: Then?
    var opened = Opened.nothing
    var tab = AppTab.card

    func signIn(_ door: Door) { asked.append("signIn \(door)") }
    func openBrowserAgain() { asked.append("openBrowserAgain") }
    func cancelSignIn() { asked.append("cancelSignIn") }
    func refresh() { asked.append("refresh") }
    func signIn(with form: CardForm) {
        asked.append("signInWithCard")
        forms.append(form)
    }
    func giveOneTimeCode(_ code: String) { asked.append("giveOneTimeCode \(code)") }
    func stepUp(_ action: Action) { asked.append("stepUp \(action)") }
    func seeDevices() { asked.append("seeDevices") }
    func endDevice(_ id: String) { asked.append("endDevice \(id)") }
    func unlock() { asked.append("unlock") }
    func lockCard(_ lock: Bool) { asked.append("lockCard \(lock)") }
    func signOut(inBrowser: Bool) { asked.append(inBrowser ? "signOut browser" : "signOut") }
    func again() { asked.append("again") }
    func find(_ text: String) { asked.append("find \(text)") }
    func findNear() { asked.append("findNear") }
    func lookUp(_ number: String) { asked.append("lookUp \(number)") }
    func seeLibraries() { asked.append("seeLibraries") }
    func chooseHome(_ number: String) { asked.append("chooseHome \(number)") }
    func withdraw(_ number: String) { asked.append("withdraw \(number)") }
    func beginTrip(_ libraries: [String], _ agreement: Agreement) {
        asked.append("beginTrip \(libraries.joined(separator: "+")) \(agreement)")
    }
    func readAgain(_ language: String?) { asked.append("readAgain \(language ?? "-")") }
    func signFor(_ party: UInt32) { asked.append("signFor \(party)") }
    func haveRead() { asked.append("haveRead") }
    func sign() { asked.append("sign") }
    func skipStop() { asked.append("skipStop") }
    func keepRules() { asked.append("keepRules") }
    func endTrip() { asked.append("endTrip") }
    func checkReceipt(_ id: String) { asked.append("checkReceipt \(id)") }
    func shareReceipt(_ id: String) { asked.append("shareReceipt \(id)") }
    func keepCard() { asked.append("keepCard") }
    func exportData() { asked.append("exportData") }
    func shareExport(_ form: ExportForm) { asked.append("shareExport \(form)") }
    func seeLeaving() { asked.append("seeLeaving") }
    func leave() { asked.append("leave") }
    func openOutside(_ address: String) { asked.append("open \(address)") }
    func beginRegistration() { asked.append("beginRegistration") }
    func finishRegistration() { asked.append("finishRegistration") }
    func tellHome(_ number: String, then: @escaping Then) { sent("tellHome \(number)", then) }
    func changeEmail(_ email: String, then: @escaping Then) { sent("changeEmail \(email)", then) }
    func proveEmail(_ code: String, then: @escaping Then) { sent("proveEmail \(code)", then) }
    func seeContact() { asked.append("seeContact") }
    func changeContact(_ details: ContactDetails, then: @escaping Then) {
        contacts.append(details)
        sent("changeContact", then)
    }
    func resolveConflict(keepMine: Bool, then: @escaping Then) { sent("resolveConflict \(keepMine)", then) }
    func chooseSecrets(pin: String?, password: String?, then: @escaping Then) {
        sent("chooseSecrets \(pin ?? "-") \(password ?? "-")", then)
    }
    func showCardOf(_ child: String?) { asked.append("showCardOf \(child ?? "-")") }
    func actFor(_ child: String?) { asked.append("actFor \(child ?? "-")") }
    func registerChildren(_ children: [String], _ library: String, then: @escaping Then) {
        sent("registerChildren \(children.joined(separator: "+")) \(library)", then)
    }
    func signForChild(_ child: String, _ library: String) { asked.append("signForChild \(child) \(library)") }
    func makeChildCode(_ library: String) { asked.append("makeChildCode \(library)") }
    func seeLedger(_ child: String?) { asked.append("seeLedger \(child ?? "-")") }

    /// The service takes what was sent last.
    func taken() { follows?() }

    private func sent(_ command: String, _ then: @escaping Then) {
        asked.append(command)
        follows = then
    }
    func dismissTrouble() { asked.append("dismissTrouble") }
    func dismissShellTrouble() { asked.append("dismissShellTrouble") }
    func chooseLanguage(_ code: String) { asked.append("chooseLanguage \(code)") }
}

/// A state on its screen, as a test reads it again after each press.
@MainActor
struct Shown {
    let recorder = Recorder()
    let screen: BibliotekkortetScreen

    init(_ entry: CatalogueEntry, _ language: String = "nb") {
        let recorder = recorder
        (recorder.opened, recorder.tab) = (entry.opened, entry.tab)
        screen = BibliotekkortetScreen(
            state: entry.state, shell: entry.shell(language),
            opened: Binding(get: { recorder.opened }, set: { recorder.opened = $0 }),
            tab: Binding(get: { recorder.tab }, set: { recorder.tab = $0 }), typed: entry.typed, actions: recorder)
    }

    /// As it is read with the largest text.
    var largest: _Node { _walk(screen.dynamicTypeSize(.accessibility5)) }
    var tree: _Node { _walk(screen) }
    var texts: [String] { tree.all.compactMap(\.text) }
    var spoken: [_Node] { tree.spoken }
    var buttons: [_Node] { tree.all.filter { $0.action != nil } }
    var identifiers: [String] { tree.identifiers }

    /// Presses it as a person would: not when it can't be pressed.
    @discardableResult
    func press(_ identifier: String) -> Bool {
        guard let button = tree.first(identifier), !button.isDisabled, let action = button.action else { return false }
        action()
        return true
    }

    /// Holds it as long as it wants, as a person would.
    @discardableResult
    func hold(_ identifier: String) -> Bool {
        guard let button = tree.first(identifier), !button.isDisabled, let action = button.hold else { return false }
        action()
        return true
    }

    /// Types into a field, as a person would: not where nothing can be typed.
    @discardableResult
    func type(_ text: String, into identifier: String) -> Bool {
        guard let field = tree.first(identifier), !field.isDisabled, let type = field.type else { return false }
        type(text)
        return true
    }
}

extension _Node {
    /// Names of all parts. The system's way back has a name of its own here.
    @MainActor var identifiers: [String] {
        Set(all.compactMap(\.identifier).map { $0 == "BackButton" ? "back" : $0 }).sorted()
    }
}
