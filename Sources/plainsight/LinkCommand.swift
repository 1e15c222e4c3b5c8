import ArgumentParser
import BlindLinkage
import Foundation
import LinkCommands

struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Finds who, where and what appears more than once.",
        discussion: "Each command but `database` reads files and writes files, and touches no record of a partnership.",
        subcommands: [Dedupe.self, Match.self, Encode.self, Blind.self, GraphCommand.self, Database.self])

    /// Prints a report as one JSON document.
    static func write(_ report: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        FileHandle.standardOutput.write(try encoder.encode(report) + Data([0x0A]))
    }

    /// Runs a step; what is wrong is told in a sentence, with status 1.
    static func telling<Result>(_ step: () throws -> Result) throws -> Result {
        do { return try step() } catch let problem as LinkProblem { throw CommandFailure(problem.description) }
    }

    /// What `dedupe` and `match` have in common.
    struct Options: ParsableArguments {
        @Option(name: .long, help: "A JSON object from column to kind, where the names of the columns do not say what they hold.")
        var fields: String?
        @Option(name: .long, help: "The probability from which on a pair is one person, between 0 and 1 (default: found by itself).")
        var threshold: Float?
        @Option(name: .long, help: "The column that says who is who. It is read for the report alone.")
        var truth: String?
        @Option(name: .long, help: "Where the pairs are written: id_a, id_b, probability, weight.")
        var pairs: String?
        @Option(name: .long, help: "Where the clusters are written: id, cluster.")
        var clusters: String?
        @Flag(name: .long, help: "One more column of the pairs for each contribution to the weight.")
        var explain = false

        func validate() throws {
            if let threshold, !(threshold > 0 && threshold < 1) {
                throw ValidationError("--threshold has to lie between 0 and 1.")
            }
        }

        func run(_ inputs: [String]) throws {
            try LinkCommand.telling {
                var run = LinkRun(inputs: inputs)
                if let fields { run.map = try FieldMap(contentsOf: fields) }
                run.threshold = threshold
                run.truthColumn = truth
                run.pairsPath = pairs
                run.clustersPath = clusters
                run.explains = explain
                let line = ProgressLine()
                let report = try run.run { line.show($0, $1) }
                line.clear()
                print(try report.json())
            }
        }
    }

    struct Dedupe: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "dedupe", abstract: "Finds the records of one file that are the same person.")

        @Argument(help: "A CSV file with a heading.") var people: String
        @OptionGroup var options: Options

        func run() throws { try options.run([people]) }
    }

    struct Match: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "match", abstract: "Finds the people of one file in another.")

        @Argument(help: "A CSV file with a heading.") var first: String
        @Argument(help: "Another one.") var second: String
        @OptionGroup var options: Options

        func run() throws { try options.run([first, second]) }
    }

    struct Encode: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "encode", abstract: "Encodes people so that another agency can compare them and not read them.",
            discussion: "The encodings are those of clkhash, schema version 3: either agency can use either tool.")

        @Argument(help: "A CSV file with a heading.") var people: String
        @Option(name: .long, help: "The schema that both agencies agreed on.") var schema: String
        @Option(name: .long, help: "A file with the secret that both agencies share.") var secretFile: String
        @Option(name: .long, help: "Where the encodings are written.") var out: String
        @Option(name: .long, help: "What the comparison is for: the secret is bound to these words, and both agencies give the same.")
        var purpose: String?

        func run() throws {
            try LinkCommand.telling {
                var encode = EncodePeople(people: people, schema: schema, secretFile: secretFile, output: out)
                encode.purpose = purpose
                let line = ProgressLine()
                let report = try encode.run { line.show("encoding", $0) }
                line.clear()
                try LinkCommand.write(report)
            }
        }
    }

    struct Blind: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "blind", abstract: "Compares the encodings of two agencies or more.")

        @Argument(help: "Files of encodings, one for each agency.") var parties: [String]
        @Option(name: .long, help: "How alike two encodings have to be, above 0 and up to 1 (Dice).") var threshold: Double
        @Option(name: .long, help: "Where the pairs are written.") var out: String
        @Flag(name: .long, help: "Each record in one pair at the most, the most alike first.") var oneToOne = false

        func run() throws {
            try LinkCommand.telling {
                var match = BlindMatch(parties: parties, threshold: threshold, output: out)
                match.isOneToOne = oneToOne
                let line = ProgressLine()
                let report = try match.run { line.show("comparing", $0) }
                line.clear()
                try LinkCommand.write(report)
            }
        }
    }
}
