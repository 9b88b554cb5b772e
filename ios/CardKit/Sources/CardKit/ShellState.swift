import CardCore
import Foundation

/// What only the shell knows.
public struct ShellState: Equatable, Sendable {
    /// nb, nn, se or en.
    public var language: String
    /// The moment that words such as "today" are measured from.
    public var now: Date
    /// Where the person is.
    public var zone: TimeZone
    /// The shell's own failure.
    public var trouble: ShellTrouble?
    /// Dark colours; nil follows the system.
    public var dark: Bool?
    /// The provider is ID-porten itself: the other doors aren't there.
    public var hasOneDoor = false
    /// What a surer sign-in is wanted for.
    public var steppingUpFor: Action?
    /// The page on which that was.
    public var steppingUpFrom: Opened?
    /// The lock of the card is being changed; the device may be asking.
    public var isLocking = false
    /// The devices are being fetched.
    public var isAsking = false
    /// The device whose sign-in is being ended.
    public var ending: String?
    /// One was ended a moment ago, and the person should see that.
    public var hasEnded = false
    /// What the search found last.
    public var found: Found?
    /// What the directory says about the library that was looked up last.
    public var profile: LibraryProfile?
    /// The device can say where the person is, if they want it to.
    public var canLocate = false
    /// It is being asked.
    public var isLocating = false
    /// It didn't know, or wasn't allowed to say.
    public var couldNotLocate = false
    /// All that the service keeps, as it was told last; gone when its page is.
    public var export: ExportView?
    /// What was typed is on its way.
    public var isSending = false
    /// What is wrong with what was typed. It is told at the fields, and nowhere else.
    public var refused: CardError?
    /// How many things that were sent were taken.
    public var taken = 0
    /// A card was got in this run.
    public var isRegistered = false

    public init(language: String, now: Date, zone: TimeZone, trouble: ShellTrouble? = nil, dark: Bool? = nil) {
        self.language = language
        self.now = now
        self.zone = zone
        self.trouble = trouble
        self.dark = dark
    }
}
