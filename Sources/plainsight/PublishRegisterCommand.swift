import Access
import ArgumentParser
import Foundation
import Kernel
import Publications
import Reviews
import Site

extension PublishCommand {
    struct Register: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "register", abstract: "Takes a document that was published otherwise into the ledger of its partnership.",
            discussion: """
                The folder holds figures.csv, as the commands write it beside a document; the figures of an old printed report can be typed \
                into the same columns. Every later publication is checked beside it. Where a row is wrong, it is named with its column, \
                nothing is registered and the status is 1.
                """)

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The folder with figures.csv, or such a file.") var directory: String
        @Option(name: .long, help: "The partnership's slug.") var partnership: String
        @Option(name: .long, help: "What the document is called.") var title: String
        @Option(name: .long, help: "The day on which it was published, as 2020-06-30.") var publishedOn: String

        func run() async throws {
            guard let day = Day(publishedOn) else { throw CommandFailure("Give the day of publication like 2020-06-30.") }
            let file = directory.hasSuffix(".csv") ? directory : "\(directory)/\(PublishCommand.figuresFile)"
            let stated: [StatedCounts]
            switch PublicationDesk.stated(in: try PublishCommand.bytes(of: file)) {
            case .done(let read): stated = read
            case .refused(let problems):
                let more = problems.count > 50 ? "\n\(problems.count - 50) more rows are wrong." : ""
                throw CommandFailure(
                    "\(file) cannot be used, and nothing was registered.\n\(PublishCommand.lines(Array(problems.prefix(50))))\(more)")
            }
            let settings = try await options.read()
            try await withInstallation(settings) { installation in
                let id = try await findPartnership(partnership, installation)
                switch try await installation.publications.register(
                    stated, title: title, publishedOn: day, by: .operator(of: id, request: "command"), key: nil)
                {
                case .refused(let problems): throw CommandFailure(text(of: problems))
                case .done:
                    let figures = stated.map { $0.rows.count + ($0.total == nil ? 0 : 1) }.reduce(0, +)
                    print("“\(title)” is registered with \(figures) figures. Later publications are checked beside it.")
                }
            }
        }
    }
}
