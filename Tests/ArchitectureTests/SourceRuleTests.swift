import Foundation
import Testing

@Suite("The sources")
struct SourceRuleTests {
    @Test("vouch for a statement in Access alone")
    func vouched() throws {
        let places = try SourceTree().places(of: [".vouched()"], except: ["Access"])
        #expect(places == [])
    }

    @Test("part ways between the two databases in as few places as these")
    func dialects() throws {
        let counts = Dictionary(grouping: try SourceTree().files) { $0.target }
            .mapValues { files in
                files.reduce(0) { sum, file in
                    sum + file.code.reduce(0) { $0 + $1.components(separatedBy: "sqlite: \"").count - 1 }
                }
            }
            .filter { $0.value > 0 }
        #expect(counts == ["Schema": 15])
    }

    @Test("do not stop the process on what somebody sends")
    func traps() throws {
        let tree = try SourceTree()
        #expect(tree.places(of: ["try!", "fatalError(", "as! ", "assertionFailure("]) == [])
        // All guard against a mistake in our own source, with a value that is written or was checked there.
        #expect(
            tree.places(of: ["precondition(", "preconditionFailure("]).map { $0.split(separator: ":")[0] } == [
                "Sources/HTML/AttributeNames.swift", "Sources/HTML/ExternalLink.swift",
                "Sources/PostgresStore/PostgresTarget.swift", "Sources/SyntheticData/CombinationCounter.swift",
                "Sources/SyntheticData/DiscreteGaussian.swift", "Sources/SyntheticData/KAnonymousSynthesis.swift",
                "Sources/SyntheticData/KAnonymousSynthesis.swift", "Sources/SyntheticData/MicrodataTable.swift",
                "Sources/SyntheticData/MicrodataTable.swift",
            ])
    }

    @Test("print in the command alone")
    func printing() throws {
        let places = try SourceTree().files.filter { $0.target != "plainsight" }.flatMap { file in
            file.code.filter { line in
                for call in ["print(", "debugPrint(", "dump("] {
                    guard let range = line.range(of: call) else { continue }
                    let before = line[..<range.lowerBound].last
                    if before.map({ !$0.isLetter && $0 != "." && $0 != "_" }) ?? true { return true }
                }
                return false
            }.map { "\(file.path): \($0)" }
        }
        #expect(places == [])
    }

    @Test("have words for whatever the journal of a record can name")
    func journalWords() throws {
        let files = try SourceTree().files
        let known = Set(
            try files.filter { $0.path.hasSuffix("/JournalWords.swift") || $0.path.hasSuffix("/VerbWords.swift") }
                .flatMap { try $0.text.matches(of: Regex(#""([a-z-]+)": ""#, as: (Substring, Substring).self)).map(\.output.1) })
        var named: Set<Substring> = []
        for file in files where file.text.contains(": Verb") {
            named.formUnion(
                try file.text.matches(of: Regex(#"static let name = "([a-z-]+)""#, as: (Substring, Substring).self)).map(\.output.1))
        }
        #expect(named.count > 80)
        for file in files {
            named.formUnion(
                try file.text.matches(of: Regex(#"Consultation\(\s*"([a-z-]+)""#, as: (Substring, Substring).self)).map(\.output.1))
        }
        // What only opens a form has its words from its name.
        #expect(named.subtracting(known).filter { !$0.hasSuffix("-form") }.sorted() == [])
    }

    @Test("leave no note of work that is still to be done")
    func notes() throws {
        let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]
        for tree in [try SourceTree(), try SourceTree.tests()] {
            let places = tree.files.flatMap { file in
                file.lines.enumerated().filter { line in words.contains { line.element.contains($0) } }
                    .map { "\(file.path):\($0.offset + 1)" }
            }
            #expect(places == [])
        }
    }

    @Test("ask for the time and for chance in the kernel alone")
    func timeAndChance() throws {
        let needles = [
            "Moment.now", "= Date()", "(Date()", "UUID()", "SystemRandomNumberGenerator", ".random(", ".randomElement(",
        ]
        let places = try SourceTree().places(
            of: needles,
            except: [
                "Sources/Kernel/Moment.swift", "Sources/Kernel/World.swift",
                // When a migration ran is no record of a case; a test passes its own clock.
                "Sources/Schema/Migrator.swift",
                // How long a write waits before it is tried again.
                "Sources/PostgresStore/PostgresEngine.swift",
                // A script for the browser.
                "Sources/Design/Enhancement/OfflineScreening.swift",
                // Rows that are nobody are made by chance, and by a seed where a test repeats them.
                "Sources/SyntheticData/RandomSource.swift", "Sources/SyntheticData/DiscreteGaussian.swift",
            ])
        #expect(places == [])
    }

    @Test("start no work of their own in a handler, and sleep in services alone")
    func tasks() throws {
        let tree = try SourceTree()
        #expect(
            tree.places(
                of: [" Task {", "Task.detached", "Task(priority"],
                except: [
                    "Sources/Access/Journal.swift", "Sources/Access/Records.swift",
                    // A question that many share outlives the one who put it.
                    "Sources/PostgresStore/SharedQuestion.swift",
                ]) == [])
        #expect(
            tree.places(
                of: ["Task.sl" + "eep"],
                except: [
                    "Sources/Site/Server.swift", "Sources/PostgresStore/PostgresEngine.swift",
                    // Under load, for the entries of others to share a commit.
                    "Sources/Access/Journal.swift",
                ])
                == [])
    }

    @Test("read the environment at the command alone")
    func environment() throws {
        let places = try SourceTree().places(of: ["processInfo.environment", "getenv("], except: ["plainsight"])
        #expect(places == [])
    }

    @Test("keep SQL out of pages, interfaces and models")
    func statements() throws {
        let beginnings = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM "]
        let files = try SourceTree().files.filter { file in
            let folder = file.path.split(separator: "/").dropFirst(2).first ?? ""
            guard ["Web", "API", "Model"].contains(folder) || file.target == "Web" || file.target == "Design" else {
                return false
            }
            return file.code.contains { line in
                let text = line.drop { $0 == " " || $0 == "\"" }
                return beginnings.contains { text.hasPrefix($0) } || beginnings.contains { line.contains("\"\($0)") }
            }
        }.map(\.path)
        #expect(files == [])
    }

    @Test("are no files of helpers")
    func names() throws {
        let words = ["Utils", "Util.", "Helper", "Manager", "Extensions.", "Misc"]
        for file in try SourceTree().files {
            let name = file.path.split(separator: "/").last ?? ""
            #expect(!words.contains { name.contains($0) }, "\(file.path)")
        }
    }
}

@Suite("The tests")
struct TestRuleTests {
    @Test("do not sleep")
    func sleeping() throws {
        let needles = ["Task.sl" + "eep", "Thread.sl" + "eep", " usl" + "eep(", " sl" + "eep("]
        let places = try SourceTree.tests().places(of: needles)
        #expect(places == [])
    }

    @Test("have a sentence for a name")
    func names() throws {
        let bare = try SourceTree.tests().files.flatMap { file in
            file.code.filter { line in
                guard let range = line.range(of: "@Test") else { return false }
                let rest = line[range.upperBound...]
                return !rest.isEmpty && !rest.hasPrefix("(\"") && !rest.hasPrefix("(") && !line.contains("\"@Test")
            }.map { "\(file.path): \($0)" }
        }
        #expect(bare == [])
    }
}
