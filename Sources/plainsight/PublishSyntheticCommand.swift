import ArgumentParser
import Foundation
import SyntheticCommands

extension PublishCommand {
    struct Synthetic: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "synthetic", abstract: "Invents rows that keep the counts of the real ones and are nobody.",
            discussion: """
                kanon: every row that is written appears as often as the resolution says, or more. dp: differentially private. The report \
                says how near the rows come, what attacks find, and what the promise does not cover; it is not for release itself.
                """)

        @Argument(help: "A CSV file with a heading, one record a row.") var microdata: String
        @Option(name: .long, help: "kanon or dp.") var model: SyntheticRun.Model
        @Option(name: .long, help: "From how many rows on a combination may be told.") var resolution = 10
        @Option(name: .long, help: "How much may be told of one row; smaller is safer.") var epsilon = 4.0
        @Option(name: .long, help: "The chance that more is told.") var delta = SyntheticRun.defaultDelta
        @Option(name: .long, help: "The CSV file to write.") var out: String
        @Option(name: .long, help: "The JSON file to write the report to.") var report: String
        @Option(name: .long, help: "To repeat a run in tests; rows made with a seed are not for release.") var seed: UInt64?
        @Option(name: .long, help: "A JSON object from column to the values that are known to everybody.") var values: String?

        func run() throws {
            var run = SyntheticRun(input: microdata, model: model, output: out, reportPath: report)
            run.resolution = resolution
            run.epsilon = epsilon
            run.delta = delta
            run.seed = seed
            run.valuesPath = values
            do {
                let made = try run.run()
                print("\(made.syntheticRows) rows written.")
                for caution in made.privacy.caution { note(caution) }
            } catch {
                throw CommandFailure(error.description)
            }
        }
    }
}

extension SyntheticRun.Model: ExpressibleByArgument {}
