import ArgumentParser
import Foundation
import PublishCommands

extension PublishCommand {
    /// What is wrong is told in a sentence: with status 1 where no safe release exists, with 2 where something cannot be read.
    static func telling<Result>(_ step: () throws(PublishProblem) -> Result) throws -> Result {
        do {
            return try step()
        } catch {
            if case .refused = error { throw CommandFailure(error.description) }
            note("Error: \(error.description)")
            throw ExitCode(2)
        }
    }

    struct Tables: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "tables", abstract: "Counts records into tables, protects them, proves it, and writes the release.",
            discussion: "Ends with 1 and writes nothing where no safe release exists, and with 2 where a file is wrong.")

        @Argument(help: "A CSV file with a heading: one record a row, or counts.") var microdata: String
        @Option(name: .long, help: "A JSON file that says which tables, how they are protected, and what was published before.")
        var spec: String
        @Option(name: .long, help: "The directory that the release is written to.") var out: String

        func run() throws {
            let outcome = try PublishCommand.telling { () throws(PublishProblem) in
                try PublishTables(microdata: microdata, specification: spec, output: out).run()
            }
            print(
                "\(outcome.cells) figures, \(outcome.lost) hidden: \(outcome.primary) that say too much by themselves and \(outcome.lost - outcome.primary) from which they could be worked out."
            )
        }
    }

    struct Audit: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "audit", abstract: "Attacks releases, all tables together, and prints every figure that it can pin down.",
            discussion: "Ends with 0 where nothing can be pinned down, with 1 where something can, and with 2 where a file cannot be read.")

        @Argument(help: "Directories of CSV tables, in the order in which they were published.") var directories: [String]
        @Option(name: .long, help: "Changes between releases of fewer than this tell of few people (default: as the metadata say, or 5).")
        var threshold: Int?

        func validate() throws {
            if let threshold, threshold < 1 { throw ValidationError("--threshold has to be 1 or more.") }
        }

        func run() throws {
            var audit = PublishAudit(directories: directories)
            audit.threshold = threshold
            let outcome = try PublishCommand.telling { () throws(PublishProblem) in try audit.run() }
            for line in outcome.lines { print(line) }
            if outcome.pinned > 0 { throw ExitCode(1) }
        }
    }
}
