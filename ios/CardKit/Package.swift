// swift-tools-version: 6.0
import Foundation
import PackageDescription

// Linux only: the folder with libcard_bindings.so. On Apple's systems the XCFramework brings the core.
let libraries =
    ProcessInfo.processInfo.environment["CARD_CORE_LIBS"] ?? "\(Context.packageDirectory)/../../target/debug"

#if os(Linux)
    let core = Target.systemLibrary(name: "CardCoreFFI")
#else
    let core = Target.binaryTarget(name: "CardCoreFFI", path: "../build/CardCoreFFI.xcframework")
#endif

let package = Package(
    name: "CardKit",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [.library(name: "CardKit", targets: ["CardKit"])],
    targets: [
        core,
        .target(
            name: "CardCore", dependencies: ["CardCoreFFI"], exclude: ["README.md"],
            swiftSettings: [.swiftLanguageMode(.v5)],  // generated; all else is Swift 6
            linkerSettings: [
                .unsafeFlags(["-L\(libraries)", "-Xlinker", "-rpath=\(libraries)"], .when(platforms: [.linux]))
            ]),
        .target(name: "CardKit", dependencies: ["CardCore"], exclude: ["README.md"]),
        .target(name: "CardKitFakes", dependencies: ["CardKit"], exclude: ["README.md"]),
        .testTarget(name: "CardKitTests", dependencies: ["CardKit", "CardKitFakes"], exclude: ["README.md"]),
    ],
    swiftLanguageModes: [.v6]
)
