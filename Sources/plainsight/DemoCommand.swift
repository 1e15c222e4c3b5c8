import Accounts
import ArgumentParser
import Foundation
import Kernel
import Site

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Fills an empty database with a demonstration year: invented people, true figures.")

    enum Format: String, ExpressibleByArgument { case json, text }

    @OptionGroup var options: DatabaseOptions
    @Flag(name: .long, help: "Where the database holds other records, does nothing and ends with status 0.")
    var ifEmpty = false
    @Option(name: .long, help: "json or text.") var format: Format = .text

    func run() async throws {
        let settings = try await options.read()
        try await withInstallation(settings) { installation in
            let passwords = PasswordHasher(world: .real)
            let report: DemonstrationReport
            do {
                report = try await Demonstration.install(on: installation.engine, vault: installation.vault) {
                    try await passwords.hash($0)
                }
            } catch let failure as Demonstration.Failure {
                if ifEmpty, failure == .otherRecords {
                    note("The database holds records of its own: no demonstration is added.")
                    return
                }
                throw CommandFailure("\(failure)")
            }
            await installation.takeStock()
            switch format {
            case .text: print(report.text)
            case .json: FileHandle.standardOutput.write(try report.json() + Data([0x0A]))
            }
        }
    }
}
