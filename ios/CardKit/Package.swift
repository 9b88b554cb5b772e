// swift-tools-version: 6.0
import Foundation
import PackageDescription

// Linux only: the folder with libcard_bindings.so. On Apple's systems the XCFramework brings the core.
let libraries =
    ProcessInfo.processInfo.environment["CARD_CORE_LIBS"] ?? "\(Context.packageDirectory)/../../target/debug"

// Linux has no SwiftUI: a stand-in for tests has its name there.
#if os(Linux)
    let core = Target.systemLibrary(name: "CardCoreFFI")
    let standIns: [Package.Dependency] = [.package(path: "../../tests/swiftui-stub")]
    let swiftUI: [Target.Dependency] = [.product(name: "SwiftUI", package: "swiftui-stub")]
#else
    let core = Target.binaryTarget(name: "CardCoreFFI", path: "../build/CardCoreFFI.xcframework")
    let standIns: [Package.Dependency] = []
    let swiftUI: [Target.Dependency] = []
#endif

let package = Package(
    name: "CardKit",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [.library(name: "CardKit", targets: ["CardKit", "CardUI"])],
    dependencies: standIns,
    targets: [
        core,
        .target(
            name: "CardCore", dependencies: ["CardCoreFFI"], exclude: ["README.md"],
            swiftSettings: [.swiftLanguageMode(.v5)],  // generated; all else is Swift 6
            linkerSettings: [
                .unsafeFlags(["-L\(libraries)", "-Xlinker", "-rpath=\(libraries)"], .when(platforms: [.linux]))
            ]),
        .target(name: "CardKit", dependencies: ["CardCore"], exclude: ["README.md"]),
        .target(name: "CardUI", dependencies: ["CardKit"] + swiftUI, exclude: ["README.md"]),
        .target(name: "CardPreviews", dependencies: ["CardUI"], exclude: ["README.md"]),
        .target(name: "CardKitFakes", dependencies: ["CardKit"], exclude: ["README.md"]),
        .testTarget(
            name: "CardUITests", dependencies: ["CardUI", "CardPreviews"] + swiftUI, exclude: ["README.md"]),
        .testTarget(name: "CardKitTests", dependencies: ["CardKit", "CardKitFakes"], exclude: ["README.md"]),
    ],
    swiftLanguageModes: [.v6]
)
