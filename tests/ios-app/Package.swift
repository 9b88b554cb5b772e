// swift-tools-version: 6.0
import PackageDescription

// Linux only: the app's sources (Sources/App is a link to ios/App) against stand-ins of Apple's modules.
let package = Package(
    name: "ios-app",
    dependencies: [.package(path: "../../ios/CardKit"), .package(path: "../swiftui-stub")],
    targets: [
        .executableTarget(
            name: "App",
            dependencies: [
                .product(name: "CardKit", package: "CardKit"), .product(name: "SwiftUI", package: "swiftui-stub"),
                .product(name: "Platform", package: "swiftui-stub"),
            ],
            exclude: ["Bibliotekkortet.entitlements", "PrivacyInfo.xcprivacy", "README.md", "gen"],
            linkerSettings: [.unsafeFlags(["-Xlinker", "--allow-shlib-undefined"])]),
        .testTarget(name: "AppTests", dependencies: ["App"]),
    ],
    swiftLanguageModes: [.v6]
)
