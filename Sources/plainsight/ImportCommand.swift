import Access
import ArgumentParser
import Concerns
import Figures
import Foundation
import Kernel
import Partnerships
import Pathways
import Site
import Visits

struct ImportCommand: AsyncParsableCommand {
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case concerns, visits, screenings, decisions
        case nrm, areas, populations, boundaries

        /// Whether it stands beside the records, for all partnerships together.
        var isPublished: Bool { [.nrm, .areas, .populations, .boundaries].contains(self) }
    }

    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Brings records into a partnership, or published statistics into the installation, from a file.",
        discussion: """
            Concerns, visits, screenings and decisions about referrals belong to a partnership. Published statistics of the National \
            Referral Mechanism (nrm) belong to all of them, and so do the areas, populations and boundaries that they are shown with. \
            Everything is checked first. Any problem means that nothing is written and the status is 1.
            """)

    @OptionGroup var options: DatabaseOptions
    @Argument(help: "concerns, visits, screenings or decisions; nrm, areas, populations or boundaries.") var kind: Kind
    @Argument(help: "The CSV file, UTF-8, with its columns named in the first row; of boundaries GeoJSON.") var file: String
    @Option(name: .long, help: "The partnership's slug; not needed where there is only one.") var partnership: String?
    @Option(name: .long, help: "What the release is called, of published statistics.") var title: String = ""
    @Option(name: .long, help: "The day on which the release was published, such as 2023-11-02.") var publishedOn: String?
    @Option(name: .long, help: "provisional, revised or break, of every figure of the release.") var mark: String?
    @Option(name: .long, help: "The year of the estimates, where a file of populations does not say it.") var year: Int?
    @Flag(name: .long, help: "Checks and reports, and writes nothing.") var dryRun = false

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure("The file \(file) cannot be read.")
        }
        let bytes = Array(data)
        let settings = try await options.read()
        try await withInstallation(settings) { installation in
            if kind.isPublished {
                try await importPublished(bytes, installation)
                return
            }
            let known = try await installation.desk.readOffice { try $0.allPartnerships() }
            guard let slug = partnership ?? (known.count == 1 ? known[0].slug : nil) else {
                throw CommandFailure(
                    "--partnership: say into which. Known: \(known.map(\.slug).joined(separator: ", ")).")
            }
            let id = try await findPartnership(slug, installation)
            let report =
                switch kind {
                case .concerns:
                    try await ConcernImport(desk: installation.desk).run(
                        bytes, into: id, isDryRun: dryRun, request: "command")
                case .visits:
                    try await VisitImport(desk: installation.desk).run(
                        bytes, into: id, isDryRun: dryRun, request: "command")
                case .screenings:
                    try await ScreeningImport(desk: installation.desk).run(
                        bytes, into: id, isDryRun: dryRun, request: "command")
                default:
                    try await DecisionImport(courses: installation.courses).run(
                        bytes, into: id, isDryRun: dryRun, request: "command")
                }
            try await finish(report.text, isRefused: !report.problems.isEmpty, installation)
        }
    }

    private func finish(_ text: String, isRefused: Bool, _ installation: Installation) async throws {
        print(text)
        if isRefused { throw ExitCode(1) }
        if !dryRun { await installation.takeStock() }
    }

    private func importPublished(_ bytes: [UInt8], _ installation: Installation) async throws {
        let marks = ["provisional": "p", "revised": "r", "break": "b"]
        if let mark, marks[mark] == nil { throw CommandFailure("--mark: say provisional, revised or break.") }
        let day = try publishedOn.map { text in
            guard let day = Day(text) else { throw CommandFailure("--published-on: write the day like 2023-11-02.") }
            return day
        }
        let source = PublishedStatistics.Source(
            fileName: URL(fileURLWithPath: file).lastPathComponent, title: title, publishedOn: day, mark: mark.flatMap { marks[$0] } ?? "")
        let statistics = PublishedStatistics(desk: installation.desk, lists: installation.lists)
        func areas(_ kind: PublishedStatistics.AreaFileKind) async throws -> StatisticReport {
            try await statistics.importAreas(kind, bytes, from: source, isDryRun: dryRun, request: "command")
        }
        let report =
            switch kind {
            case .areas: try await areas(.areas)
            case .populations: try await areas(.populations(year: year))
            case .boundaries: try await areas(.boundaries)
            default: try await statistics.importFile(bytes, from: source, isDryRun: dryRun, request: "command")
            }
        try await finish(report.text, isRefused: !report.problems.isEmpty, installation)
    }
}
