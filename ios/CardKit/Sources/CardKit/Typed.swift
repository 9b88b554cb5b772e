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
    /// How much larger than the phone's text the rules are read: 0, 1 or 2.
    public var textStep = 0
    /// How far the button that ends the card is held, of 100.
    public var held = 0
    /// Where each open page was opened from, for the way back.
    public var cameFrom: [Opened: Opened] = [:]

    public static let codeLength = 6

    public init() {}

    /// A sign-in is over: what was typed for it goes, where the person was stays.
    public mutating func forgetSignIn() {
        (form, showsSecret, code, leavesBrowser, device) = (CardForm(), false, "", false, nil)
    }

    /// Where back leads to from a page.
    public func below(_ page: Opened) -> Opened { cameFrom[page] ?? page.below }

    /// Remembers where a page is opened from. Opened again from itself, or from what lies over it, it keeps its way back.
    public mutating func follow(_ page: Opened, from below: Opened) {
        if page == .nothing || page == below || pages(below).contains(page) { return }
        cameFrom[page] = below
    }

    /// The pages from a place's root up to this one.
    public func pages(_ opened: Opened) -> [Opened] {
        var pages: [Opened] = []
        var next = opened.page
        while next.isPage, !pages.contains(next) {
            pages.insert(next, at: 0)
            next = below(next).page
        }
        return pages
    }
}
