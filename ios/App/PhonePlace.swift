import CardCore
import CardKit
import CoreLocation

/// Where the phone is, to within a few kilometres: enough to put the nearest libraries first. The system asks the person when they
/// tap, with our words (`NSLocationWhenInUseUsageDescription`). The place goes to the core's search on this phone and nowhere else.
final class PhonePlace: NSObject, Locator, CLLocationManagerDelegate {
    private let manager = CLLocationManager()
    private var waiting: [CheckedContinuation<Position?, Never>] = []

    override init() {
        super.init()
        manager.delegate = self
        manager.desiredAccuracy = kCLLocationAccuracyReduced
    }

    func locate() async -> Position? {
        await withCheckedContinuation { continuation in
            waiting.append(continuation)
            if waiting.count == 1 { ask() }
        }
    }

    /// One step nearer to an answer: the permission, then the place.
    private func ask() {
        switch manager.authorizationStatus {
        case .notDetermined: manager.requestWhenInUseAuthorization()
        case .authorizedWhenInUse, .authorizedAlways: manager.requestLocation()
        default: answer(nil)
        }
    }

    private func answer(_ position: Position?) {
        for continuation in waiting { continuation.resume(returning: position) }
        waiting = []
    }

    // The manager calls on the thread that made it, which is the main one.

    nonisolated func locationManagerDidChangeAuthorization(_ manager: CLLocationManager) {
        MainActor.assumeIsolated {
            // Also said when the manager is made, and while the question is open.
            if !waiting.isEmpty, self.manager.authorizationStatus != .notDetermined { ask() }
        }
    }

    nonisolated func locationManager(_ manager: CLLocationManager, didUpdateLocations places: [CLLocation]) {
        let place = places.last.map { Position($0.coordinate) }
        MainActor.assumeIsolated { answer(place) }
    }

    nonisolated func locationManager(_ manager: CLLocationManager, didFailWithError error: any Error) {
        MainActor.assumeIsolated { answer(nil) }
    }
}

extension Position {
    init(_ place: CLLocationCoordinate2D) {
        self.init(latE6: Int32((place.latitude * 1e6).rounded()), lonE6: Int32((place.longitude * 1e6).rounded()))
    }
}
