// swift-tools-version: 6.0
import PackageDescription

// Linux only: modules by the names of Apple's, so that the iOS shell's screens can be type-checked and walked there.
let package = Package(
    name: "swiftui-stub",
    products: [.library(name: "SwiftUI", targets: ["SwiftUI"])],
    targets: [.target(name: "SwiftUI")],
    swiftLanguageModes: [.v6]
)
