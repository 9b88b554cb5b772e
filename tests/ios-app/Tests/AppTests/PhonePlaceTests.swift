import CardCore
import CardKit
import CoreLocation
import Testing

@testable import App

/// One device for all, so one after the other.
@Suite("Where the phone is", .serialized) @MainActor struct PhonePlaceTests {
    private let place: PhonePlace
    private let system: CLLocationManager
    private let oslo = CLLocation(latitude: 59.908_000_4, longitude: 10.753)

    init() throws {
        CLLocationManager._status = .notDetermined
        place = PhonePlace()
        system = try #require(CLLocationManager._latest)
    }

    @Test("is asked for roughly, once the person has allowed it") func allowed() async {
        #expect(system.desiredAccuracy == kCLLocationAccuracyReduced && system._asked.isEmpty)
        let found = Task { await place.locate() }
        await asked(["permission"])
        // The system says so while its question is still open.
        place.locationManagerDidChangeAuthorization(system)
        #expect(system._asked == ["permission"])
        decide(.authorizedWhenInUse)
        #expect(system._asked == ["permission", "place"])
        place.locationManager(system, didUpdateLocations: [oslo])
        #expect(await found.value == Position(latE6: 59_908_000, lonE6: 10_753_000))
    }

    @Test("stays unknown when the person says no", arguments: [CLAuthorizationStatus.denied, .restricted])
    func denied(status: CLAuthorizationStatus) async {
        let found = Task { await place.locate() }
        await asked(["permission"])
        decide(status)
        #expect(await found.value == nil)
        #expect(await place.locate() == nil)
        #expect(system._asked == ["permission"])
    }

    @Test("stays unknown when the device doesn't know, until it does") func unknown() async {
        CLLocationManager._status = .authorizedWhenInUse
        let first = Task { await place.locate() }
        await asked(["place"])
        place.locationManager(system, didFailWithError: CLError(.locationUnknown))
        #expect(await first.value == nil)
        let second = Task { await place.locate() }
        await asked(["place", "place"])
        place.locationManager(system, didUpdateLocations: [oslo])
        #expect(await second.value != nil)
    }

    @Test("a change of the permission that nobody waits for asks for nothing") func later() {
        decide(.authorizedWhenInUse)
        #expect(system._asked.isEmpty)
    }

    /// Where the task that asks has come so far.
    private func asked(_ what: [String]) async {
        for _ in 0..<10_000 where system._asked != what { await Task.yield() }
        #expect(system._asked == what)
    }

    private func decide(_ status: CLAuthorizationStatus) {
        CLLocationManager._status = status
        place.locationManagerDidChangeAuthorization(system)
    }
}
