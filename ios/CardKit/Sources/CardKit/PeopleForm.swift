import CardCore

/// What is typed about a person: how they are reached, and their secrets. In memory only, and it says nothing when printed.
///
/// A field that nobody touched is nil, and shows what the service knows.
public struct PeopleForm: Equatable, Sendable {
    public var email: String?
    /// The code that came to that address.
    public var code = "" {
        didSet { code = digits(code, atMost: Typed.codeLength) }
    }
    public var phone: String?
    public var channel: Channel?
    /// nb, nn, se or en.
    public var language: String?
    public var pin = "" {
        didSet { pin = digits(pin, atMost: Self.longestPin) }
    }
    public var password = ""
    /// Where the person lives for a while, line by line.
    public var lines: [String]?
    /// Last day of that, as typed.
    public var until: String?

    /// No PIN has more digits; how many it has is the service's to say.
    private static let longestPin = 8

    public init() {}

    /// Forgets what nobody else may know.
    public mutating func wipe() { (code, pin, password) = ("", "", "") }

    /// Phone, channel and language as typed, on top of what is known.
    public func reach(_ known: ContactDetails) -> ContactDetails {
        var details = known
        if let phone { details.phone = phone.allSatisfy(\.isWhitespace) ? nil : phone }
        details.channel = channel ?? known.channel
        details.language = language ?? known.language
        return details
    }

    /// The temporary address as typed, on top of what is known. Lines that are empty aren't lines.
    public func address(_ known: ContactDetails) -> ContactDetails {
        var details = known
        details.addressLines = (lines ?? known.addressLines).filter { !$0.allSatisfy(\.isWhitespace) }
        details.addressUntil = until.map(isoDay) ?? known.addressUntil
        return details
    }
}

extension PeopleForm: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "PeopleForm" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// A day as people type it, `30.6.2027`, as `YYYY-MM-DD`; what is no day stays as it came. Nil when nothing was typed.
public func isoDay(_ typed: String) -> String? {
    let parts = typed.split { ".-/ ".contains($0) }.map(String.init)
    if parts.isEmpty { return nil }
    let numbers = parts.compactMap(Int.init)
    guard parts.count == 3, numbers.count == 3 else { return typed }
    let (day, month, year) =
        numbers[0] > 31 ? (numbers[2], numbers[1], numbers[0]) : (numbers[0], numbers[1], numbers[2])
    guard (1...31).contains(day), (1...12).contains(month), (1000...9999).contains(year) else { return typed }
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
}

/// Such a day as people type it: `30.06.2027`.
public func typedDay(_ iso: String) -> String {
    let parts = iso.split(separator: "-")
    return parts.count == 3 ? parts.reversed().joined(separator: ".") : iso
}

func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
