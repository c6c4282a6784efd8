// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let collections: Target.Dependency = .product(name: "Collections", package: "swift-collections")

func module(_ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict + settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name), "TestSupport"] + dependencies,
    exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "Entente",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Entente", targets: ["Entente"]),
    .executable(name: "entente", targets: ["entente-cli"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Data and foreign libraries.
    .target(name: "CAssets"),
    .target(name: "CKernels"),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "CGraphviz", linkerSettings: [.linkedLibrary("gvc"), .linkedLibrary("cgraph"), .linkedLibrary("cdt")]),

    // One way through the house.
    module("Provenance"),
    module("Reading", ["Provenance", "CLibXML2"]),
    module("Linguistics", ["Provenance", "CAssets", "CKernels"]),
    module("Diplomacy", ["Provenance"]),
    module("Extraction", ["Provenance", "Linguistics", "Diplomacy", "CAssets"]),
    module("RelationGraph", ["Provenance", "Diplomacy"]),
    module("PathQueries", ["Provenance", "Diplomacy", "RelationGraph"]),
    module("Interchange", ["Provenance", "Diplomacy", "Reading", "CAssets"]),
    module("GraphStore", ["Provenance", "Diplomacy", grdb]),
    module("Diagrams"),
    module("GraphvizRendering", ["CGraphviz", "Diagrams"], settings: [.strictMemorySafety()]),
    module("Reports", ["Provenance", "Diplomacy", "RelationGraph", "PathQueries", "Diagrams", "CAssets"]),
    module(
      "Entente",
      [
        "Provenance", "Reading", "Linguistics", "Diplomacy", "Extraction", "RelationGraph", "PathQueries",
        "GraphStore", "Diagrams", "GraphvizRendering", "Reports", "Interchange",
      ]),
    module("EntenteCommand", ["Entente", argumentParser]),
    .executableTarget(name: "entente-cli", dependencies: ["EntenteCommand"], swiftSettings: strict),
    .executableTarget(
      name: "entente-train",
      dependencies: ["Provenance", "Linguistics", "Diplomacy", "Extraction", "CKernels", argumentParser],
      swiftSettings: strict),

    // Speed is measured here and asserted nowhere.
    .executableTarget(
      name: "entente-bench", dependencies: ["EntenteCommand", "Entente", "CGraphviz", argumentParser],
      path: "Tests/Benchmarks", exclude: ["peers"], swiftSettings: strict),

    // Tests mirror the sources.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("Provenance"),
    tests("Reading", ["Provenance"]),
    tests("Linguistics", ["Provenance", "CKernels"]),
    tests("Diplomacy", ["Provenance"]),
    tests("Extraction", ["Provenance", "Linguistics", "Diplomacy"], exclude: ["Cases"]),
    tests("RelationGraph", ["Provenance", "Diplomacy"], exclude: ["Expected"]),
    tests("PathQueries", ["Provenance", "Diplomacy", "RelationGraph"], exclude: ["Expected"]),
    tests("GraphStore", ["Provenance", "Diplomacy", grdb]),
    tests("Interchange", ["Provenance", "Diplomacy", "CAssets"]),
    tests("Diagrams", exclude: ["Golden"]),
    tests("GraphvizRendering", ["Diagrams"], exclude: ["Golden"]),
    tests("Reports", ["Provenance", "Diplomacy", "RelationGraph", "PathQueries", "Diagrams", "CAssets"]),
    tests("EntenteCommand", ["Entente", "entente-cli"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
