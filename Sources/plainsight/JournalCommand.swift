import Access
import ArgumentParser
import Site

struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "The journal of who did what.", subcommands: [Verify.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: "Proves that no entry of the journal was altered or removed.")

        @OptionGroup var options: DatabaseOptions
        @Flag(
            name: .long,
            help: "Also prints the end of every chain: kept elsewhere, they prove that nothing was rolled back.")
        var heads = false

        func run() async throws {
            let settings = try await options.read()
            let result = try await withInstallation(settings) { installation in
                try await JournalVerification.run(on: installation.engine, vault: installation.vault)
            }
            if heads {
                for head in result.heads { print("\(head.chain) \(head.entries) \(head.head)") }
            }
            guard result.faults.isEmpty else {
                for fault in result.faults { print(fault) }
                throw CommandFailure("The journal is not whole: \(result.faults.count) faults.")
            }
            print("The journal is whole: \(result.entries) entries in \(result.chains) chains.")
        }
    }
}
