import CardCore
import CardKit
import Foundation
import Testing

/// What the shell says about moments, freshness and failures.
@Suite("Words") struct WordsTests {
    private let words = strings("en")
    private let oslo = TimeZone(identifier: "Europe/Oslo")!
    /// 12 March 2026, 12:30 in Oslo.
    private let now = Date(timeIntervalSince1970: 1_773_315_000)

    @Test(
        "near is in words, far is a date",
        arguments: zip(
            [0, 60, 119, 120, 10_800, 86_400, 172_800, -60, -86_400],
            [
                "just now", "just now", "just now", "today 12:28", "today 09:30", "yesterday 12:30", "10 March 2026",
                "12 March 2026", "13 March 2026",
            ]))
    func checked(ago: Double, said: String) {
        #expect(moments.checked(now.addingTimeInterval(-ago)) == "Checked \(said)")
    }

    @Test("midnight is the zone's own") func midnight() {
        let tokyo = Moments(words, now: now, zone: TimeZone(identifier: "Asia/Tokyo")!)
        let before = now.addingTimeInterval(-20 * 3600)
        #expect(moments.at(before) == "yesterday 16:30")
        #expect(tokyo.at(before) == "today 00:30")
    }

    @Test("each face has its line") func faces() {
        #expect(freshness(card(.fresh), words, moments) == "Checked today 09:30")
        #expect(freshness(card(.ageing), words, moments).contains("since today 09:30"))
        #expect(shownUntil(card(.stale), words, moments) == "The card can be shown until 22 March 2026.")
        #expect(shownUntil(card(.fresh), words, moments) == nil)
        #expect(noCodeWords(.blocked, words).text != nil)
        #expect(card(.fresh).spokenBarcode(words)?.contains("N 0 1 2") == true)
        #expect(card(.ended).spokenBarcode(words) == nil)
    }

    @Test("without a session, trying again is signing in") func steps() {
        #expect(trouble(.Offline, .card)?.step == .refresh)
        #expect(trouble(.Offline, .card)?.title == words.cardOffline)
        #expect(trouble(.Offline, .signedOut)?.step == .signIn)
        #expect(trouble(.Service(retryAfterS: 3), .card, needsSignIn: true)?.step == .signIn)
        #expect(trouble(.SignInExpired, .card, needsSignIn: true) == nil)
        #expect(trouble(.InvalidNumber, .card)?.step == .dismiss)
        #expect(trouble(nil, .card) == nil)
        for code in allCodes { #expect(trouble(code, .signedOut) != nil) }
    }

    @Test("on a page, trying again is the page's own") func pages() {
        #expect(trouble(.WrongCredentials, .signedOut, .cardForm)?.step == .write(.secret))
        #expect(trouble(.InvalidNumber, .signedOut, .cardForm)?.step == .write(.number))
        #expect(trouble(.Offline, .signedOut, .cardForm)?.step == .write(.secret))
        #expect(trouble(.LockedOut(retryAfterS: 1), .signedOut, .cardForm)?.step == .signIn)
        #expect(trouble(.Locked, .card, .devices)?.step == .seeDevices)
        #expect(trouble(.SignInExpired, .card, .devices)?.step == .signIn)
        #expect(trouble(.Offline, .card, .devices, needsSignIn: true)?.step == .signIn)
        #expect(trouble(.Offline, .card, .devices)?.title != words.cardOffline)
        #expect(trouble(.Offline, .card, .stepUp)?.step == .stepUp(.endDevices))
        #expect(trouble(.Locked, .locked)?.step == .unlock)
        #expect(trouble(.Offline, .locked) == nil)
        for code in allCodes { #expect(trouble(code, .card, .devices) != nil) }
    }

    @Test("a wrong code is told as one") func wrongCode() {
        let code = trouble(.WrongCredentials, .signingIn(step: .codeWanted))
        #expect(code?.title == words.oneTimeCodeWrongTitle && code?.step == .write(.code))
        #expect(trouble(.WrongCredentials, .signedOut, .cardForm)?.title == words.error("WrongCredentials")?.title)
    }

    @Test(
        "who is locked out hears until when, rounded up",
        arguments: zip(
            [0, 45, 60, 61, 840, 5400, 5401, 86_400, UInt32.max],
            ["1", "1", "1", "2 m", "14 m", "90 m", "2 h", "24 h", "1193047 h"]))
    func lockedOut(seconds: UInt32, said: String) throws {
        let text = try #require(trouble(.LockedOut(retryAfterS: seconds), .signedOut, .cardForm)).text
        #expect(said == "1" ? text == words.cardFormLockedMinute : text.contains(said), "\(text)")
        #expect(trouble(.LockedOut(retryAfterS: nil), .signedOut)?.text == words.error("LockedOut")?.text)
    }

    @Test("a device that doesn't say what it is, and one in use") func devices() {
        var device = DeviceView(
            id: "1", name: "", door: .feide, signedInAt: now.addingTimeInterval(-86_400), lastSeenAt: now,
            current: false)
        #expect(deviceName(device, words) == words.devicesUnknown)
        #expect(lastSeen(device, words, moments) == words.devicesSeenNow)
        device.lastSeenAt = now.addingTimeInterval(-86_400)
        #expect(lastSeen(device, words, moments).contains("yesterday 12:30"))
        device.lastSeenAt = now.addingTimeInterval(86_400)
        #expect(lastSeen(device, words, moments).contains("13 March 2026"), "a clock that was wrong")
    }

    @Test("the shell's own failure comes first") func shells() {
        #expect(trouble(.Offline, .card, shell: .portInUse)?.isShells == true)
        #expect(trouble(nil, .signedOut, shell: .noBrowser) == nil)
        #expect(digitByDigit("N01") == "N 0 1")
    }

    private var moments: Moments { Moments(words, now: now, zone: oslo) }

    private func trouble(
        _ code: CardError?, _ phase: Phase, _ opened: Opened = .nothing, needsSignIn: Bool = false,
        shell: ShellTrouble? = nil
    ) -> Trouble? {
        var state = AppState.blank
        (state.phase, state.card) = (phase, phase == .card ? card(.fresh) : nil)
        (state.needsSignIn, state.trouble) = (needsSignIn, code)
        return Trouble.now(state, ShellState(language: "en", now: now, zone: oslo, trouble: shell), opened, words)
    }

    private func card(_ face: CardFace) -> CardView {
        let shown = face == .fresh || face == .ageing || face == .stale
        return CardView(
            number: "N012345678", groups: ["N", "012", "345", "678"], name: "Kari", homeLibrary: nil, libraries: [],
            barcode: shown ? try? barcode(number: "N012345678", symbology: .code128) : nil, face: face,
            checkedAt: now.addingTimeInterval(-10_800), showUntil: now.addingTimeInterval(864_000))
    }
}

@Suite("Bars") struct BarLayoutTests {
    private let code = try! barcode(number: "N012345678", symbology: .code128)

    @Test("stand on whole pixels in the middle, as wide as the room allows", arguments: [132, 500, 1170, 10])
    func middle(room: Int) {
        let layout = BarLayout(code, room: room)
        let span = Int(code.modules) + 20
        #expect(layout.module == max(1, room / span))
        let first = layout.bars.first!.at
        let last = layout.bars.last!.at + layout.bars.last!.width
        #expect(last - first == Int(code.modules) * layout.module)
        #expect(abs(first - (room - last)) <= 1)
    }

    @Test("are every second width") func widths() {
        let layout = BarLayout(code, room: 264)
        #expect(
            layout.bars.map(\.width) == code.bars.enumerated().filter { $0.offset % 2 == 0 }.map { Int($0.element) * 2 }
        )
    }
}
