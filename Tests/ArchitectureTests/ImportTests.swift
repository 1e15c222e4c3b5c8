import Foundation
import Testing

@Suite("What a target imports")
struct ImportTests {
    /// The house of the architecture: which of our own targets each may know of, and which modules from outside.
    private static let allowed: [String: Set<String>] = {
        let feature: Set<String> = [
            "Kernel", "Store", "Access", "HTML", "Design", "Web", "Hummingbird", "HTTPTypes", "NIOCore", "Foundation",
        ]
        return [
            "Kernel": ["Foundation"],
            "Store": ["Kernel"],
            "SQLiteStore": [
                "Kernel", "Store", "GRDB", "GRDBSQLite", "CSQLiteSettings", "Foundation", "Dispatch", "Synchronization",
            ],
            "PostgresStore": ["Kernel", "Store", "CPostgres", "Foundation", "Dispatch", "Synchronization"],
            "Schema": ["Kernel", "Store", "Crypto", "Foundation"],
            "Access": ["Kernel", "Store", "Crypto", "Foundation", "Synchronization"],
            "HTML": [],
            "Design": ["HTML", "Kernel"],
            "Web": [
                "Kernel", "Store", "Access", "HTML", "Design", "Hummingbird", "HTTPTypes", "NIOCore", "Logging", "Crypto",
                "Foundation",
            ],
            "Partnerships": feature,
            "Accounts": feature.union(["Crypto", "CryptoExtras", "Dispatch", "Synchronization"]),
            "Concerns": feature.union(["Partnerships", "Linkage"]),
            "Subjects": feature.union(["Partnerships", "Concerns", "Visits", "Pathways", "Linkage", "BlindLinkage", "Dispatch"]),
            "Visits": feature.union(["Partnerships", "Concerns"]),
            "Pathways": feature.union(["Partnerships", "Concerns", "Visits", "ReferralForm"]),
            "Documents": [],
            "Reviews": ["Disclosure", "Documents", "Kernel", "Foundation"],
            "Figures": feature.union(["Partnerships", "Concerns", "Documents", "Reviews", "DelimitedText", "Disclosure", "Crypto"]),
            "Publications": feature.union(["Partnerships", "Figures", "Reviews", "Documents", "Disclosure", "Crypto"]),
            "ReferralForm": ["Kernel"],
            "DelimitedText": ["Foundation"],
            "Linkage": ["DelimitedText", "Foundation"],
            "BlindLinkage": ["CPopulation", "DelimitedText", "Crypto", "Foundation"],
            "LinkGraph": ["DelimitedText"],
            "LinkCommands": ["BlindLinkage", "DelimitedText", "Kernel", "LinkGraph", "Linkage", "Foundation"],
            "Disclosure": ["Foundation"],
            "PublishCommands": ["DelimitedText", "Disclosure", "Documents", "Kernel", "Foundation"],
            "SyntheticData": ["Foundation"],
            "SyntheticCommands": ["DelimitedText", "Kernel", "SyntheticData", "Foundation"],
            "Site": feature.union([
                "SQLiteStore", "PostgresStore", "Schema", "Partnerships", "Accounts", "Concerns", "Visits", "Pathways", "Figures",
                "Publications", "Subjects", "BlindLinkage", "ReferralForm",
                "Configuration", "SystemPackage", "Logging", "ServiceLifecycle", "Synchronization",
            ]),
            "plainsight": [
                "Kernel", "Store", "Access", "Schema", "Web", "Partnerships", "Accounts", "Concerns", "Visits", "Pathways",
                "Figures", "Publications", "Subjects", "Documents", "Reviews", "ReferralForm", "BlindLinkage", "LinkCommands",
                "PublishCommands",
                "SyntheticCommands", "Site", "ArgumentParser", "Logging", "Foundation",
            ],
        ]
    }()

    @Test("is on its list")
    func allowList() throws {
        for file in try SourceTree().files {
            let allowed = try #require(Self.allowed[file.target], "\(file.target) has no list of what it may import")
            let others = file.imports.filter { !allowed.contains($0) }
            #expect(others.isEmpty, "\(file.path) imports \(others.joined(separator: ", "))")
        }
    }

    @Test("is not a database, a schema or a library of databases, where it is a feature")
    func featuresKnowNoDatabase() throws {
        let databases: Set<String> = ["SQLiteStore", "PostgresStore", "Schema", "GRDB", "GRDBSQLite", "CPostgres"]
        let features: Set<String> = [
            "Partnerships", "Accounts", "Concerns", "Visits", "Pathways", "Figures", "Publications", "Subjects", "Web", "Access",
        ]
        for file in try SourceTree().files where features.contains(file.target) {
            #expect(databases.isDisjoint(with: file.imports), "\(file.path)")
        }
    }

    @Test("is a dependency that Package.swift names, where it is a target of ours")
    func declared() throws {
        let declared = try PackageManifest().dependencies
        for file in try SourceTree().files {
            let own = try #require(declared[file.target], "\(file.target) is not in Package.swift")
            for module in file.imports where declared[module] != nil {
                #expect(own.contains(module), "\(file.path) imports \(module), which Package.swift does not name for it")
            }
        }
    }

    @Test("leads nowhere round in a circle, and every target named is there")
    func manifest() throws {
        let declared = try PackageManifest().dependencies
        let targets = Set(try SourceTree().files.map(\.target))
        #expect(targets.isSubset(of: Set(declared.keys)))
        #expect(Set(Self.allowed.keys) == targets)
        for (target, dependencies) in declared {
            if let allowed = Self.allowed[target] {
                let others = dependencies.filter { declared[$0] != nil && !allowed.contains($0) }
                #expect(others.isEmpty, "Package.swift lets \(target) depend on \(others)")
            }
        }
    }
}

/// What Package.swift says each target depends on, by module name.
struct PackageManifest {
    let dependencies: [String: Set<String>]

    init() throws {
        let text = try String(contentsOf: SourceTree.root.appendingPathComponent("Package.swift"), encoding: .utf8)
        var found: [String: Set<String>] = [:]
        for block in text.components(separatedBy: "arget(").dropFirst() {
            guard let name = PackageManifest.first("name: \"", in: block) else { continue }
            let list =
                block.components(separatedBy: "dependencies: [").dropFirst().first?
                .components(separatedBy: "],").first ?? ""
            var modules: Set<String> = []
            for line in list.split(separator: "\n") {
                if let product = PackageManifest.first(".product(name: \"", in: String(line)) {
                    modules.insert(product)
                } else if let own = PackageManifest.first("\"", in: String(line)) {
                    modules.insert(own)
                }
            }
            found[name] = modules
        }
        if text.contains("name: \"CPostgres\"") { found["CPostgres"] = found["CPostgres"] ?? [] }
        dependencies = found
    }

    private static func first(_ opening: String, in text: String) -> String? {
        let rest = text.components(separatedBy: opening).dropFirst().first
        return rest?.split(separator: "\"", omittingEmptySubsequences: false).first.map(String.init)
    }
}
