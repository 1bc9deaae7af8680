// swift-tools-version: 6.2
import PackageDescription

// The manifest is the diagram of ARCHITECTURE.md: a target may import what its line lists and nothing else
// (`swift build --explicit-target-dependency-import-check error`). Arrows go down only.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "Entente",
  products: [.executable(name: "entente", targets: ["entente"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/attaswift/BigInt.git", from: "6.0.1"),
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
  ],
  targets: [
    // Values, records, acts, refusals. Pure.
    library("Kernel"),
    // HTML and SVG as an escaping string type. Pure.
    library("Markup"),
    // Words, styles, charters and founding data, inside the executable.
    .executableTarget(name: "embed", swiftSettings: strict),
    .plugin(name: "Embed", capability: .buildTool(), dependencies: ["embed"]),
    .target(name: "Resources", swiftSettings: strict, plugins: ["Embed"]),
    // Sentences by key, in every language that has them.
    library("Wording", ["Kernel", "Resources"]),
    // The charter language. Pure.
    library(
      "Charters",
      [
        "Kernel", "Wording", .product(name: "Yams", package: "Yams"),
        .product(name: "BigInt", package: "BigInt"),
      ]),

    library("Store", ["Kernel", "Wording", .product(name: "Crypto", package: "swift-crypto")]),
    library(
      "StoreSQLite",
      [
        "Kernel", "Store",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    // Trees over acts, signed states, proofs: what outsiders check. It knows no kind of record.
    library("Proofs", ["Kernel", "Store", .product(name: "Crypto", package: "swift-crypto")]),
    // PostgreSQL's client library, opened when the first address names a server.
    .target(name: "CLibPQ"),
    library("StorePostgres", ["Kernel", "Store", "CLibPQ"]),

    // What people do: verbs, rights, previews, as data.
    library("Acting", ["Kernel", "Store", "Charters", "Wording"]),

    // The capabilities: they know charters and a `Connection`, no driver, no web.
    library("Registry", ["Kernel", "Store", "Charters", "Acting", "Wording", "Resources"]),
    library("Governance", ["Kernel", "Store", "Charters", "Acting", "Registry", "Wording", "Resources"]),
    library("Workplan", ["Kernel", "Store", "Charters", "Acting", "Registry", "Governance"]),
    library("Finance", ["Kernel", "Store", "Charters", "Acting", "Registry", "Governance", "Workplan"]),
    library(
      "Reporting",
      [
        "Kernel", "Wording", "Store", "Charters", "Acting", "Registry", "Governance", "Workplan", "Finance",
      ]),

    // Records in and out of files.
    library("Exchange", ["Kernel", "Wording", "Store"]),
    // What is said of charters, options and reports: sentences, tables, files. No web.
    library(
      "Telling",
      [
        "Kernel", "Resources", "Wording", "Store", "Charters", "Acting", "Exchange", "Registry", "Governance",
        "Workplan", "Finance", "Reporting",
      ]),
    // Requests, replies, and the parts that pages are made of. It knows no page; Hummingbird stops here.
    library(
      "Web",
      [
        "Kernel", "Markup", "Resources", "Wording", "Store", "Proofs", "Charters", "Acting", "Exchange",
        "Governance", "Telling",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    // The pages, by capability: each a value, how it is read and where it stands.
    library(
      "Portal",
      [
        "Kernel", "Markup", "Wording", "Store", "Proofs", "Charters", "Acting", "Exchange",
        "Registry", "Governance", "Workplan", "Finance", "Reporting", "Telling", "Web",
      ]),
    // Composition: the only target that knows every capability and both stores.
    library(
      "App",
      [
        "Kernel", "Resources", "Store", "StoreSQLite", "StorePostgres", "Proofs", "Charters", "Acting",
        "Exchange", "Wording", "Registry", "Governance", "Workplan", "Finance", "Reporting", "Telling", "Web",
        "Portal",
        .product(name: "Yams", package: "Yams"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .executableTarget(
      name: "entente",
      dependencies: [
        "Kernel", "Store", "Proofs", "Charters", "Acting", "Wording", "Exchange", "Registry", "Governance",
        "Workplan", "Finance", "Reporting", "Telling", "Portal", "App",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    // What ./bench measures: the store beside plain C and COPY; also the writer that the crash tests kill.
    .target(
      name: "CBaseline", dependencies: ["CLibPQ"], path: "Benchmarks/CBaseline",
      linkerSettings: [.linkedLibrary("sqlite3")]),
    .executableTarget(
      name: "entente-bench",
      dependencies: [
        "Kernel", "Store", "StoreSQLite", "StorePostgres", "Proofs", "Registry", "Samples", "CBaseline",
      ],
      path: "Benchmarks/Bench", swiftSettings: strict),

    // Records that live only in the tests.
    .target(
      name: "Samples", dependencies: ["Kernel", "Acting"], path: "Tests/Samples", swiftSettings: strict),
    tests("KernelTests", ["Kernel", "Wording", "Samples"]),
    tests("MarkupTests", ["Markup"]),
    tests("ChartersTests", ["Kernel", "Wording", "Charters"]),
    tests(
      "ActingTests",
      [
        "Kernel", "Store", "StoreSQLite", "StorePostgres", "Charters", "Wording", "Acting", "Registry",
        "Governance", "Workplan", "Finance", "Reporting", "Exchange", "App", "Samples",
      ]),
    tests(
      "StoreTests",
      ["Kernel", "Wording", "Store", "StoreSQLite", "StorePostgres", "Proofs", "Exchange", "Samples"]),
    tests("ProofsTests", ["Kernel", "Wording", "Proofs"]),
    tests(
      "PartnershipTests",
      [
        "Kernel", "Store", "StoreSQLite", "StorePostgres", "Charters", "Wording", "Acting", "Exchange",
        "Registry", "Governance", "Workplan", "Finance", "Reporting", "Telling", "App",
      ]),
    tests(
      "PortalTests",
      [
        "Kernel", "Markup", "Samples", "Resources", "Store", "StoreSQLite", "StorePostgres", "Charters",
        "Acting", "Proofs",
        "Exchange", "Registry",
        "Wording", "Governance", "Workplan", "Reporting", "Telling", "Web", "Portal", "App",
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
      ]),
  ]
)
