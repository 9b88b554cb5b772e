/// What the person has typed or chosen and not sent yet. Lives above the screens, so that a failure loses none of it; never
/// kept by the system.
public struct Typed: Equatable, Sendable {
    public var form = CardForm()
    /// The password can be read.
    public var showsSecret = false
    /// The one-time code.
    public var code = "" {
        didSet { code = digits(code, atMost: Self.codeLength) }
    }
    /// Sign out of the provider in the browser too.
    public var leavesBrowser = false
    /// The device whose end is asked about.
    public var device: String?

    /// What libraries are searched by.
    public var query = ""
    /// Numbers of the libraries that were chosen among those found, in that order.
    public var chosen: [String] = []
    /// Number of the library whose page, desk code or question is open.
    public var library: String?
    /// The receipt that is open.
    public var receipt: String?
    /// The child whose page is open, or whose ledger.
    public var child: String?
    /// What is typed about the person.
    public var people = PeopleForm()
    /// What Folkeregisteret says was confirmed in this run.
    public var hasConfirmed = false
    /// The card was asked for on the page that is open.
    public var hasAskedForCard = false
    /// The page of getting a card that the person went back to; nil follows what is left.
    public var step: RegisterStep?
    /// The children who are to get cards.
    public var picked: [String] = []
    /// Number of the library for them; nil is one's own home library.
    public var forChildren: String?
    /// Children who got a card and whose rules are still to be signed; nil before the first is begun with.
    public var queue: [String]?
    /// PIN and password that are being chosen can be read.
    public var showsPin = false
    public var showsPassword = false
    /// A password is wanted too.
    public var wantsPassword = false
    /// What was sent was taken, and the page says so.
    public var isDone = false
    /// That was another e-mail address.
    public var hasNewEmail = false
    /// The card that is shown, and the one that comes first; nil is what the core says.
    public var card: CardOf?
    public var firstCard: CardOf?
    /// How much larger than the phone's text the rules are read: 0, 1 or 2.
    public var textStep = 0
    /// How far the button that ends the card is held, of 100.
    public var held = 0
    /// The button that ends the card was pressed once, and asks for a second press.
    public var asksTwice = false
    /// The pages under the open one, the last one first seen on the way back.
    public var under: [Step] = []

    public static let codeLength = 6

    public init() {}

    /// A sign-in is over: what was typed for it goes, where the person was stays.
    public mutating func forgetSignIn() {
        (form, showsSecret, code, leavesBrowser, device) = (CardForm(), false, "", false, nil)
    }

    /// What nobody else may know goes when its page does.
    public mutating func forgetSecrets() {
        people.wipe()
        (showsPin, showsPassword) = (false, false)
    }

    /// There is a card, or nobody gets one any more.
    public mutating func forgetRegistration() {
        (people, hasConfirmed, step, wantsPassword, query) = (PeopleForm(), false, nil, false, "")
        hasAskedForCard = false
        forgetSecrets()
    }

    /// What was wanted for children is over.
    public mutating func forgetChildren() { (picked, forChildren, queue, isDone) = ([], nil, nil, false) }

    /// Somebody else may come: where this one was, and what they looked for, goes too.
    public mutating func forgetPlaces() {
        let form = form
        self = Typed()
        self.form = form
    }

    /// The open page, or the one that a question lies over.
    public func step(_ opened: Opened) -> Step {
        Step(page: opened.page, library: library, receipt: receipt, child: child)
    }

    /// The pages that are seen under and at the top, from a place or from the reading on.
    public func steps(_ opened: Opened) -> [Step] {
        if opened == .endCard { return [step(opened)] }
        let all = opened.page.isPage && !opened.isTrip ? under + [step(opened)] : under
        if opened == .nothing || opened.isReader || opened == .signOut { return [] }
        return all.lastIndex { $0.page.isTrip }.map { Array(all[($0 + 1)...]) } ?? all
    }
}

/// A page, and what it is about.
public struct Step: Hashable, Sendable {
    public let page: Opened
    public let library: String?
    public let receipt: String?
    public let child: String?

    public init(page: Opened, library: String? = nil, receipt: String? = nil, child: String? = nil) {
        (self.page, self.library, self.receipt, self.child) = (page, library, receipt, child)
    }
}
