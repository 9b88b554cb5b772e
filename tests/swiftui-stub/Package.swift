// swift-tools-version: 6.0
import PackageDescription

// Linux only: modules by the names of Apple's, so that the iOS shell can be type-checked and tested there.
let package = Package(
    name: "swiftui-stub",
    products: [
        .library(name: "SwiftUI", targets: ["SwiftUI"]),
        .library(
            name: "Platform",
            targets: ["UIKit", "AuthenticationServices", "CoreLocation", "LocalAuthentication", "Security"]),
    ],
    targets: [
        .target(name: "SwiftUI"),
        .target(name: "UIKit"),
        .target(name: "AuthenticationServices", dependencies: ["UIKit"]),
        .target(name: "CoreLocation"),
        .target(name: "LocalAuthentication"),
        .target(name: "Security"),
    ],
    swiftLanguageModes: [.v6]
)
