import Access
import ArgumentParser
import Figures
import Foundation
import Kernel
import Site

struct DashboardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard", abstract: "Prints the figures of a partnership, or of all together.")

    enum Format: String, ExpressibleByArgument { case json, text }

    @OptionGroup var options: DatabaseOptions
    @Option(name: .long, help: "The partnership's slug (default: all partnerships together).")
    var partnership: String?
    @Option(name: .long, help: "The first day, as 2019-04-01.")
    var from: String?
    @Option(name: .long, help: "The last day, as 2020-03-31.")
    var to: String?
    @Option(name: .long, help: "A town by name.")
    var town: String?
    @Option(name: .long, help: "json or text.")
    var format: Format = .text

    func run() async throws {
        let settings = try await options.read()
        try await withInstallation(settings) { installation in
            let id =
                if let slug = partnership { try await findPartnership(slug, installation) } else {
                    ID<Partnership>?.none
                }
            let viewer = Viewer.operator(of: id, request: "command")
            switch try await installation.figures.filter(from: from, to: to, town: town, in: id) {
            case .refused(let problems):
                throw CommandFailure(text(of: problems))
            case .done(let filter):
                let dashboard = try await installation.figures.dashboard(for: viewer, filter)
                switch format {
                case .json: FileHandle.standardOutput.write(Data(dashboard.json() + [0x0A]))
                case .text: print(dashboard.text())
                }
            }
        }
    }
}
