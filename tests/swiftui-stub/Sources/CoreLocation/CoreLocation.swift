@_exported import Foundation

public typealias CLLocationAccuracy = Double
public let kCLLocationAccuracyBest: CLLocationAccuracy = -1
public let kCLLocationAccuracyReduced: CLLocationAccuracy = 5000

public enum CLAuthorizationStatus: Sendable {
    case notDetermined, restricted, denied, authorizedAlways, authorizedWhenInUse
}

public struct CLLocationCoordinate2D: Sendable {
    public var latitude: Double
    public var longitude: Double

    public init(latitude: Double, longitude: Double) { (self.latitude, self.longitude) = (latitude, longitude) }
}

public final class CLLocation: NSObject, @unchecked Sendable {
    public let coordinate: CLLocationCoordinate2D

    public init(latitude: Double, longitude: Double) {
        coordinate = CLLocationCoordinate2D(latitude: latitude, longitude: longitude)
    }
}

public struct CLError: Error {
    public enum Code: Sendable { case locationUnknown, denied, network }
    public let code: Code
    public init(_ code: Code) { self.code = code }
}

public protocol CLLocationManagerDelegate: AnyObject {
    func locationManagerDidChangeAuthorization(_ manager: CLLocationManager)
    func locationManager(_ manager: CLLocationManager, didUpdateLocations places: [CLLocation])
    func locationManager(_ manager: CLLocationManager, didFailWithError error: any Error)
}

/// What the person and the device answer is a test's to say. Tells its delegate on the main thread, where the app makes it.
public final class CLLocationManager: NSObject {
    /// The manager that was made last.
    nonisolated(unsafe) public static weak var _latest: CLLocationManager?
    /// What the person answered once and for all.
    nonisolated(unsafe) public static var _status = CLAuthorizationStatus.notDetermined

    /// `permission` and `place`, in the order in which they were asked for.
    public private(set) var _asked: [String] = []
    public weak var delegate: (any CLLocationManagerDelegate)?
    public var desiredAccuracy = kCLLocationAccuracyBest
    public var authorizationStatus: CLAuthorizationStatus { Self._status }

    public override init() {
        super.init()
        Self._latest = self
    }

    public func requestWhenInUseAuthorization() { _asked.append("permission") }
    public func requestLocation() { _asked.append("place") }
}
