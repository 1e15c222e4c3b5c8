// swift-tools-version:6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
    // Pages are made of many small generic calls from one target into another.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let package = Package(
    name: "plainsight",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "plainsight", targets: ["plainsight"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(
            url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["JSON", "CommandLineArguments"]),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "Kernel",
            dependencies: [], swiftSettings: settings),
        .target(
            name: "Store",
            dependencies: [
                "Kernel"
            ], swiftSettings: settings),
        .target(
            name: "CSQLiteSettings",
            dependencies: [], linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(
            name: "SQLiteStore",
            dependencies: [
                "Store",
                "Kernel",
                "CSQLiteSettings",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ], swiftSettings: settings),
        .target(
            name: "PostgresStore",
            dependencies: [
                "Store",
                "Kernel",
                "CPostgres",
            ], swiftSettings: settings),
        .target(
            name: "Schema",
            dependencies: [
                "Store",
                "Kernel",
                .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: settings),
        .target(
            name: "Access",
            dependencies: [
                "Kernel",
                "Store",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], swiftSettings: settings),
        .target(
            name: "HTML",
            dependencies: [], swiftSettings: settings),
        .target(
            name: "Design",
            dependencies: [
                "HTML",
                "Kernel",
            ], swiftSettings: settings),
        .target(
            name: "Web",
            dependencies: [
                "Kernel",
                "Store",
                "Access",
                "HTML",
                "Design",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: settings),
        .target(
            name: "Partnerships",
            dependencies: [
                "Kernel",
                "Store",
                "Access",
                "HTML",
                "Design",
                "Web",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ], swiftSettings: settings),
        .target(
            name: "Accounts",
            dependencies: [
                "Kernel",
                "Store",
                "Access",
                "HTML",
                "Design",
                "Web",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ], swiftSettings: settings),
        .target(
            name: "Concerns",
            dependencies: [
                "Kernel",
                "Store",
                "Access",
                "HTML",
                "Design",
                "Web",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                "Partnerships",
                "Linkage",
            ], swiftSettings: settings),
        .target(
            name: "Visits",
            dependencies: [
                "Kernel",
                "Store",
                "Access",
                "HTML",
                "Design",
                "Web",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                "Partnerships",
                "Concerns",
            ], swiftSettings: settings),
        .target(name: "Documents", dependencies: [], swiftSettings: settings),
        .target(
            name: "Reviews",
            dependencies: [
                "Disclosure",
                "Documents",
                "Kernel",
            ], swiftSettings: settings),
        .target(
            name: "Figures",
            dependencies: [
                "Concerns",
                "DelimitedText",
                "Disclosure",
                "Documents",
                "Reviews",
                "Kernel",
                "Store",
                "Access",
                "HTML",
                "Design",
                "Web",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Crypto", package: "swift-crypto"),
                "Partnerships",
            ], swiftSettings: settings),
        .target(
            name: "Publications",
            dependencies: [
                "Disclosure",
                "Documents",
                "Reviews",
                "Kernel",
                "Store",
                "Access",
                "HTML",
                "Design",
                "Web",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Crypto", package: "swift-crypto"),
                "Partnerships",
                "Figures",
            ], swiftSettings: settings),
        .target(
            name: "ReferralForm",
            dependencies: [
                "Kernel"
            ], swiftSettings: settings),
        .target(name: "CPopulation"),
        .target(name: "DelimitedText", dependencies: [], swiftSettings: settings),
        .target(
            name: "Disclosure",
            // Arithmetic over and over: without optimisation its tests take minutes.
            dependencies: [], swiftSettings: settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
        .target(
            name: "PublishCommands",
            dependencies: [
                "DelimitedText",
                "Disclosure",
                "Documents",
                "Kernel",
            ], swiftSettings: settings),
        .target(name: "SyntheticData", dependencies: [], swiftSettings: settings),
        .target(
            name: "SyntheticCommands",
            dependencies: [
                "DelimitedText",
                "Kernel",
                "SyntheticData",
            ], swiftSettings: settings),
        .target(
            name: "Linkage",
            dependencies: [
                "DelimitedText"
            ], swiftSettings: settings),
        .target(
            name: "BlindLinkage",
            dependencies: [
                "CPopulation",
                "DelimitedText",
                .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: settings),
        .target(
            name: "LinkGraph",
            dependencies: [
                "DelimitedText"
            ], swiftSettings: settings),
        .target(
            name: "LinkCommands",
            dependencies: [
                "BlindLinkage",
                "DelimitedText",
                "Kernel",
                "LinkGraph",
                "Linkage",
            ], swiftSettings: settings),
        .target(
            name: "Pathways",
            dependencies: [
                "Kernel",
                "Store",
                "Access",
                "HTML",
                "Design",
                "Web",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                "Partnerships",
                "Concerns",
                "Visits",
                "ReferralForm",
            ], swiftSettings: settings),
        .target(
            name: "Subjects",
            dependencies: [
                "Kernel",
                "Store",
                "Access",
                "HTML",
                "Design",
                "Web",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                "Partnerships",
                "Concerns",
                "Visits",
                "Pathways",
                "Linkage",
                "BlindLinkage",
            ], swiftSettings: settings),
        .target(
            name: "Site",
            dependencies: [
                "Kernel",
                "Store",
                "SQLiteStore",
                "PostgresStore",
                "Schema",
                "Access",
                "HTML",
                "Design",
                "Web",
                "Partnerships",
                "Accounts",
                "Concerns",
                "Visits",
                "Pathways",
                "ReferralForm",
                "Figures",
                "BlindLinkage",
                "Publications",
                "Subjects",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Configuration", package: "swift-configuration"),
            ], swiftSettings: settings),
        .executableTarget(
            name: "plainsight",
            dependencies: [
                "BlindLinkage",
                "Documents",
                "Reviews",
                "LinkCommands",
                "PublishCommands",
                "SyntheticCommands",
                "Site",
                "Store",
                "Access",
                "Kernel",
                "Accounts",
                "Concerns",
                "Visits",
                "Pathways",
                "Figures",
                "Publications",
                "Subjects",
                "Partnerships",
                "Web",
                "Schema",
                "ReferralForm",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: settings),
        .target(
            name: "TestSupport",
            dependencies: [
                "Store",
                "Kernel",
                "Schema",
                "SQLiteStore",
                "PostgresStore",
                "CPostgres",
                "Access",
                "Partnerships",
            ], path: "Tests/TestSupport", swiftSettings: settings),
        .target(
            name: "InventedReports",
            dependencies: [
                "ReferralForm"
            ], path: "Tests/InventedReports", swiftSettings: settings),
        .target(
            name: "PageTestSupport",
            dependencies: [
                "Access",
                "Kernel",
                "Web",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ], path: "Tests/PageTestSupport", swiftSettings: settings),
        .testTarget(
            name: "KernelTests",
            dependencies: [
                "Kernel"
            ], swiftSettings: settings),
        .testTarget(
            name: "ArchitectureTests",
            dependencies: [], swiftSettings: settings),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Store",
                "Kernel",
                "Schema",
                "SQLiteStore",
                "PostgresStore",
                "TestSupport",
            ], swiftSettings: settings),
        .testTarget(
            name: "SchemaTests",
            dependencies: [
                "Schema",
                "Store",
                "Kernel",
                "TestSupport",
            ], swiftSettings: settings),
        .testTarget(
            name: "HTMLTests",
            dependencies: [
                "HTML"
            ], swiftSettings: settings),
        .testTarget(
            name: "DesignTests",
            dependencies: [
                "Design",
                "HTML",
            ], swiftSettings: settings),
        .testTarget(
            name: "AccessTests",
            dependencies: [
                "Access",
                "Kernel",
                "Store",
                "SQLiteStore",
                "Schema",
                "TestSupport",
            ], swiftSettings: settings),
        .testTarget(
            name: "AccountsTests",
            dependencies: [
                "Accounts",
                "Access",
                "Kernel",
                "Store",
                "Schema",
                "TestSupport",
                "Web",
                "HTML",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ], swiftSettings: settings),
        .testTarget(
            name: "PartnershipsTests",
            dependencies: [
                "Partnerships",
                "Accounts",
                "Web",
                "HTML",
                "Access",
                "Kernel",
                "Store",
                "Schema",
                "TestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ], swiftSettings: settings),
        .testTarget(
            name: "ConcernsTests",
            dependencies: [
                "Concerns",
                "Partnerships",
                "Access",
                "Kernel",
                "Store",
                "Schema",
                "TestSupport",
                "PageTestSupport",
                "Web",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ], swiftSettings: settings),
        .testTarget(
            name: "VisitsTests",
            dependencies: [
                "Visits",
                "Concerns",
                "Partnerships",
                "Access",
                "Kernel",
                "Store",
                "Schema",
                "TestSupport",
                "PageTestSupport",
                "Web",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ], swiftSettings: settings),
        .testTarget(
            name: "PathwaysTests",
            dependencies: [
                "InventedReports",
                "Pathways",
                "ReferralForm",
                "Visits",
                "Concerns",
                "Partnerships",
                "Access",
                "Kernel",
                "Store",
                "Schema",
                "TestSupport",
                "PageTestSupport",
                "Web",
                "HTML",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ], swiftSettings: settings),
        .testTarget(
            name: "SubjectsTests",
            dependencies: [
                "Subjects",
                "Pathways",
                "Visits",
                "Concerns",
                "Partnerships",
                "BlindLinkage",
                "Linkage",
                "Access",
                "Kernel",
                "Store",
                "Schema",
                "TestSupport",
                "PageTestSupport",
                "Web",
                "HTML",
                "Design",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ], swiftSettings: settings),
        .testTarget(
            name: "FiguresTests",
            dependencies: [
                "Concerns",
                "Disclosure",
                "Figures",
                "Partnerships",
                "Web",
                "HTML",
                "Access",
                "Kernel",
                "Store",
                "Schema",
                "TestSupport",
                "PageTestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ], swiftSettings: settings),
        .testTarget(
            name: "PublicationsTests",
            dependencies: [
                "Publications",
                "Disclosure",
                "Documents",
                "Reviews",
                "Figures",
                "Partnerships",
                "Web",
                "HTML",
                "Access",
                "Kernel",
                "Store",
                "Schema",
                "TestSupport",
                "PageTestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ], swiftSettings: settings),
        .testTarget(
            name: "DelimitedTextTests",
            dependencies: [
                "DelimitedText"
            ], swiftSettings: settings),
        .testTarget(
            name: "DisclosureTests",
            dependencies: [
                "Disclosure"
            ], swiftSettings: settings),
        .testTarget(
            name: "PublishCommandsTests",
            dependencies: [
                "Disclosure",
                "PublishCommands",
            ], swiftSettings: settings),
        .testTarget(
            name: "SyntheticDataTests",
            dependencies: [
                "DelimitedText",
                "SyntheticCommands",
                "SyntheticData",
            ], swiftSettings: settings),
        .testTarget(
            name: "LinkageTests",
            dependencies: [
                "DelimitedText",
                "Linkage",
            ], swiftSettings: settings),
        .testTarget(
            name: "BlindLinkageTests",
            dependencies: [
                "BlindLinkage",
                "CPopulation",
                "DelimitedText",
            ], swiftSettings: settings),
        .testTarget(
            name: "LinkGraphTests",
            dependencies: [
                "LinkGraph",
                "DelimitedText",
            ], swiftSettings: settings),
        .testTarget(
            name: "LinkCommandsTests",
            dependencies: [
                "LinkCommands",
                "BlindLinkage",
                "LinkGraph",
                "Linkage",
                .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: settings),
        .testTarget(
            name: "DocumentsTests",
            dependencies: [
                "Documents"
            ], swiftSettings: settings),
        .testTarget(
            name: "ReviewsTests",
            dependencies: [
                "Documents",
                "Kernel",
                "Reviews",
            ], swiftSettings: settings),
        .testTarget(
            name: "ReferralFormTests",
            dependencies: [
                "InventedReports",
                "ReferralForm",
                "Kernel",
            ], swiftSettings: settings),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web",
                "HTML",
                "Design",
                "Kernel",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ], swiftSettings: settings),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Disclosure",
                "Documents",
                "Publications",
                "Reviews",
                "Site",
                "Web",
                "Accounts",
                "Concerns",
                "Visits",
                "Pathways",
                "ReferralForm",
                "Figures",
                "Publications",
                "Subjects",
                "Partnerships",
                "Access",
                "Kernel",
                "Store",
                "Schema",
                "TestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: settings),
    ]
)

// Built for measuring alone: `script/bench`.
if Context.environment["PLAINSIGHT_BENCHMARKS"] != nil {
    package.targets.append(
        .executableTarget(
            name: "FormBenchmark",
            dependencies: [
                "InventedReports",
                "Kernel",
                "ReferralForm",
            ], path: "Benchmarks/FormBenchmark", swiftSettings: settings))
    package.targets.append(
        .executableTarget(
            name: "LinkBenchmark",
            dependencies: [
                "LinkCommands",
                "LinkGraph",
            ], path: "Benchmarks/LinkBenchmark", swiftSettings: settings))
    package.targets.append(
        .executableTarget(
            name: "PublishBenchmark",
            dependencies: [
                "Disclosure",
                "Kernel",
                "PublishCommands",
                "SyntheticCommands",
                "SyntheticData",
            ], path: "Benchmarks/PublishBenchmark", swiftSettings: settings))
    package.targets.append(
        .executableTarget(
            name: "SubjectBenchmark",
            dependencies: [
                "Access",
                "Accounts",
                "Concerns",
                "Kernel",
                "Partnerships",
                "Schema",
                "Site",
                "Store",
                "Subjects",
            ], path: "Benchmarks/SubjectBenchmark", swiftSettings: settings))
}
