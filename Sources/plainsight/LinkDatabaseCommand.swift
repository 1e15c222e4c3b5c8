import Access
import ArgumentParser
import Kernel
import Partnerships
import Site
import Subjects

extension LinkCommand {
    struct Database: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "database",
            abstract: "Reads what is new in the database for what it mentions, and proposes what may be the same.",
            discussion: """
                Reads only what is new or was changed since the last time; run it every night. Names are opened to be compared and \
                shown to nobody. What may be the same waits for an answer under "Links", for those who see both sides.
                """)

        @OptionGroup var options: DatabaseOptions
        @Option(name: .long, help: "One partnership by its slug; without it, each of them.") var partnership: String?

        func run() async throws {
            try await withInstallation(try await options.read()) { installation in
                var places = try await installation.desk.readOffice { office in try office.allPartnerships().map { ($0.slug, $0.id) } }
                if let partnership { places = [(partnership, try await findPartnership(partnership, installation))] }
                for (slug, id) in places {
                    let line = ProgressLine()
                    let tally = try await installation.subjects.linkAll(by: .operator(of: id, request: "command")) { tally in
                        line.show("\(slug): \(tally.records) records read", nil)
                    }
                    line.clear()
                    print("\(slug): \(tally.records) records read, \(tally.mentions) mentions, \(tally.proposals) proposals made")
                }
                await installation.takeStock()
            }
        }
    }
}
