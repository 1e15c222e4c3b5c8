import Access
import ArgumentParser
import Concerns
import Foundation
import Partnerships
import Pathways
import Site
import Visits

struct ImportCommand: AsyncParsableCommand {
    enum Kind: String, ExpressibleByArgument, CaseIterable { case concerns, visits, screenings, decisions }

    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Brings concerns, visits, screenings or decisions about referrals from a CSV file into a partnership.",
        discussion: "Everything is checked first. Any problem means that nothing is written and the status is 1.")

    @OptionGroup var options: DatabaseOptions
    @Argument(help: "concerns, visits, screenings or decisions.") var kind: Kind
    @Argument(help: "The CSV file, UTF-8, with its columns named in the first row.") var file: String
    @Option(name: .long, help: "The partnership's slug; not needed where there is only one.") var partnership: String?
    @Flag(name: .long, help: "Checks and reports, and writes nothing.") var dryRun = false

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure("The file \(file) cannot be read.")
        }
        let bytes = Array(data)
        let settings = try await options.read()
        try await withInstallation(settings) { installation in
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
                case .decisions:
                    try await DecisionImport(courses: installation.courses).run(
                        bytes, into: id, isDryRun: dryRun, request: "command")
                }
            print(report.text)
            if !report.problems.isEmpty { throw ExitCode(1) }
        }
    }
}
