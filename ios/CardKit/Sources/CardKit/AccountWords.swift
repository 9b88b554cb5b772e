import CardCore
import Foundation

extension ReceiptView {
    /// What happened, in one sentence.
    public func sentence(_ name: String, _ words: any Strings, _ moments: Moments) -> String {
        let (place, day) = (library.name, moments.at(signedAt))
        return switch (agreement, child) {
        case (.rules, nil): words.receiptRules(day, place, name)
        case (.staffless, nil): words.receiptStaffless(day, place, name)
        case (.rules, let child?): words.receiptRulesChild(child, day, place, name)
        case (.staffless, let child?): words.receiptStafflessChild(child, day, place, name)
        }
    }
}

/// Whether a receipt proves itself: what to call it, and what that means.
public func proofWords(_ proof: Proof, _ words: any Strings) -> (title: String, text: String) {
    switch proof {
    case .proved: (words.receiptProved, words.receiptProvedText)
    case .refused: (words.receiptRefused, words.receiptRefusedText)
    case .noKeys: (words.receiptNoKeys, words.receiptNoKeysText)
    }
}

/// By what right, as a receipt says it.
public func receiptBasis(_ basis: Basis, _ words: any Strings) -> String {
    switch basis {
    case .parentalResponsibility: words.receiptBasisParental
    case .guardian: words.receiptBasisGuardian
    case .libraryConfirmed: words.receiptBasisLibrary
    }
}

/// The heading of a kind of thing that is kept.
public func exportKind(_ kind: ExportKind, _ words: any Strings) -> String {
    switch kind {
    case .name: words.myDataName
    case .card: words.myDataCard
    case .library: words.myDataLibrary
    case .receipt: words.myDataReceipt
    case .device: words.myDataDeviceLines
    case .mail: words.myDataMail
    case .other: words.myDataOther
    }
}

extension ExportView {
    /// What is kept, by kind, in the order in which people look for it.
    public var groups: [(kind: ExportKind, lines: [ExportLine])] {
        let kinds: [ExportKind] = [.name, .card, .library, .receipt, .device, .mail, .other]
        return kinds.map { kind in (kind, lines.filter { $0.kind == kind }) }.filter { !$0.lines.isEmpty }
    }
}

/// A line of it, with its date where there is one.
public func exportLine(_ line: ExportLine, _ words: any Strings, _ moments: Moments) -> String {
    line.at.map { words.myDataLineAt(moments.date($0), line.what) } ?? line.what
}

/// All of it to read outside the app.
public func exportText(_ export: ExportView, _ words: any Strings, now: Date, _ moments: Moments) -> String {
    let groups = export.groups.map { group in
        ([exportKind(group.kind, words)] + group.lines.map { "- " + exportLine($0, words, moments) })
            .joined(separator: "\n")
    }
    return ([words.myDataFileTitle(moments.date(now))] + groups).joined(separator: "\n\n") + "\n"
}

/// A message to a library that still knows somebody who left.
public struct Letter: Equatable, Sendable {
    public let subject: String
    public let body: String
    /// Where to.
    private let email: String?

    public init(_ remaining: RemainingView, name: String, number: String, _ words: any Strings) {
        subject = words.farewellSubject
        body = words.farewellBody(remaining.library.name, name, number)
        email = remaining.email
    }

    /// Opens the person's own mail app with all of it; nil without an address (RFC 6068).
    public var address: String? { email.flatMap { mailAddress($0, subject: subject, body: body) } }

    /// To paste anywhere.
    public var text: String { "\(subject)\n\n\(body)" }
}

/// An address that opens a mail app. Nothing of the library's or the person's text can add fields to it.
public func mailAddress(_ email: String, subject: String? = nil, body: String? = nil) -> String? {
    var safe = CharacterSet.alphanumerics.intersection(
        CharacterSet(charactersIn: Unicode.Scalar(0)..<Unicode.Scalar(128)))
    safe.insert(charactersIn: "-._~@+")
    func coded(_ text: String) -> String? {
        text.replacingOccurrences(of: "\n", with: "\r\n").addingPercentEncoding(withAllowedCharacters: safe)
    }
    guard email.contains("@"), let to = coded(email) else { return nil }
    let fields = [("subject", subject), ("body", body)].compactMap { name, text in
        text.flatMap(coded).map { "\(name)=\($0)" }
    }
    return "mailto:\(to)" + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
}

/// An address that calls; nil for what isn't a number.
public func phoneAddress(_ phone: String) -> String? {
    let signs = phone.filter { $0 == "+" || ($0.isASCII && $0.isNumber) }
    return signs.count < 3 ? nil : "tel:\(signs)"
}

/// An address of the web; nil for anything else.
public func webAddress(_ web: String) -> String? {
    if web.hasPrefix("https://") || web.hasPrefix("http://") { return web }
    return web.isEmpty || web.contains(":") ? nil : "https://\(web)"
}

/// A page as people say it.
public func webName(_ web: String) -> String {
    var name = web
    for prefix in ["https://", "http://", "www."] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
    return name.hasSuffix("/") ? String(name.dropLast()) : name
}
