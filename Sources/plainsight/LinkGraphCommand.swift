import ArgumentParser
import Foundation
import LinkCommands

extension LinkCommand {
    struct GraphCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "graph", abstract: "Answers what a list of links says: who belongs together, who leads to whom, who is central.",
            discussion: """
                plainsight link graph EDGES.csv components --out FILE
                plainsight link graph EDGES.csv path --from A --to B [--all]
                plainsight link graph EDGES.csv central --out FILE [--sample N]
                plainsight link graph EDGES.csv communities --out FILE
                """)

        enum Question: String, ExpressibleByArgument, CaseIterable {
            case components, path, central, communities
        }

        @Argument(help: "A CSV file with a heading: source, target and, where known, type, from and to.") var edges: String
        @Argument(help: "What is asked.") var question: Question
        @Option(name: .long, help: "Where the answer is written: for components, central and communities.") var out: String?
        @Option(name: .customLong("from"), help: "Where the path begins.") var source: String?
        @Option(name: .customLong("to"), help: "Where the path ends.") var target: String?
        @Flag(name: .long, help: "All shortest paths and not one.") var all = false
        @Option(name: .long, help: "How many links a path has at the most.") var longest: Int = .max
        @Option(name: .long, help: "From how many places betweenness is counted (default: from all).") var sample: Int?
        @Option(name: .long, parsing: .upToNextOption, help: "Links of these types alone.") var types: [String] = []
        @Option(name: .long, help: "Links alone that held on this day or later: 2020-02-08.") var since: String?
        @Option(name: .long, help: "Links alone that held on this day or before.") var until: String?

        func validate() throws {
            if question == .path {
                if source == nil || target == nil { throw ValidationError("A path needs --from and --to.") }
            } else if out == nil {
                throw ValidationError("--out is needed: the file that the answer is written to.")
            }
        }

        func run() throws {
            try LinkCommand.telling {
                var asked = GraphQuestion(edges: edges)
                asked.types = types.isEmpty ? nil : types
                asked.since = since
                asked.until = until
                switch (question, out, source, target) {
                case (.components, let out?, _, _): try LinkCommand.write(try asked.components(to: out))
                case (.communities, let out?, _, _): try LinkCommand.write(try asked.communities(to: out))
                case (.central, let out?, _, _):
                    let line = ProgressLine()
                    let report = try asked.central(to: out, sample: sample) { line.show("counting paths", $0) }
                    line.clear()
                    try LinkCommand.write(report)
                case (.path, _, let source?, let target?):
                    try LinkCommand.write(try asked.path(from: source, to: target, all: all, longest: longest))
                default: break
                }
            }
        }
    }
}
