import Foundation

/// Dates as people say them: words when near, absolute when far.
///
/// Written out from our own words: the system's locale data for North Sámi differs between phones.
public struct Moments: Sendable {
    private let words: any Strings
    private let now: Date
    private let calendar: Calendar

    public init(_ words: any Strings, now: Date, zone: TimeZone) {
        self.words = words
        self.now = now
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.calendar = calendar
    }

    /// "i dag 09:41", "i går 18:20", "12. mars 2026". A day ahead is a date.
    public func at(_ moment: Date) -> String {
        switch daysAgo(moment) {
        case 0: "\(words.dateToday) \(time(moment))"
        case 1: "\(words.dateYesterday) \(time(moment))"
        default: date(moment)
        }
    }

    /// "Kontrollert i dag 09:41". A moment ahead of now, from a clock that was wrong, is told as its date.
    public func checked(_ moment: Date) -> String {
        if moment > now { return words.freshnessOnDate(date(moment)) }
        if isNow(moment) { return words.freshnessJustNow }
        return switch daysAgo(moment) {
        case 0: words.freshnessToday(time(moment))
        case 1: words.freshnessYesterday(time(moment))
        default: words.freshnessOnDate(date(moment))
        }
    }

    /// "i dag", "i går", "tirsdag", "12. mars 2026": the day since when something is so, or on which it was.
    public func day(_ moment: Date) -> String {
        guard let ago = daysAgo(moment), moment <= now else { return date(moment) }
        switch ago {
        case 0: return words.dateToday
        case 1: return words.dateYesterday
        case ...6:
            let weekday = calendar.component(.weekday, from: moment)  // 1 is Sunday
            return words.dateWeekdays[(weekday + 5) % 7]
        default: return date(moment)
        }
    }

    /// "12. mars" of a date as services write it, with its year when that is another; what isn't one is told as it is.
    public func day(_ iso: String) -> String {
        guard let moment = moment(iso) else { return iso }
        let (at, today) = (
            calendar.dateComponents([.day, .month, .year], from: moment), calendar.dateComponents([.year], from: now)
        )
        if at.year != today.year { return date(moment) }
        return words.dateShort("\(at.day ?? 1)", words.dateMonths[(at.month ?? 1) - 1])
    }

    /// Such a date is today or behind; what isn't one counts as behind.
    public func hasCome(_ iso: String) -> Bool { moment(iso).map { $0 <= now } ?? true }

    /// "12. mars 2026" of a date as services write it; what isn't one is told as it is.
    public func date(_ iso: String) -> String { moment(iso).map { date($0) } ?? iso }

    /// Today as services write it.
    public var today: String {
        let at = calendar.dateComponents([.day, .month, .year], from: now)
        return "\(at.year ?? 0)-\(twoDigits(at.month ?? 1))-\(twoDigits(at.day ?? 1))"
    }

    /// "12. mars 2026".
    public func date(_ moment: Date) -> String {
        let at = calendar.dateComponents([.day, .month, .year], from: moment)
        return words.dateLong("\(at.day ?? 1)", words.dateMonths[(at.month ?? 1) - 1], "\(at.year ?? 0)")
    }

    /// A moment that is behind.
    public func isBehind(_ moment: Date) -> Bool { moment <= now }

    private func moment(_ iso: String) -> Date? {
        let parts = iso.split(separator: "-").map(String.init).compactMap(Int.init)
        guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return nil }
        return calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2]))
    }

    /// A moment that counts as now.
    public func isNow(_ moment: Date) -> Bool { moment <= now && now.timeIntervalSince(moment) < Self.justNow }

    private static let justNow: TimeInterval = 120

    private func daysAgo(_ moment: Date) -> Int? {
        let days = calendar.dateComponents(
            [.day], from: calendar.startOfDay(for: moment), to: calendar.startOfDay(for: now))
        return days.day
    }

    private func time(_ moment: Date) -> String {
        let at = calendar.dateComponents([.hour, .minute], from: moment)
        return words.dateTime(twoDigits(at.hour ?? 0), twoDigits(at.minute ?? 0))
    }

}
