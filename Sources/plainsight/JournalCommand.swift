import Access
import ArgumentParser
import Kernel
import Site

struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "The journal of who did what.", subcommands: [Verify.self, Show.self])

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

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Prints who read and changed one record, newest first.",
            discussion: "One line for each entry, its parts between tabs. Reasons stay sealed.")

        @OptionGroup var options: DatabaseOptions
        @Option(name: .long, help: "The identifier of the record, as it stands in the address of its page.")
        var record: String
        @Option(name: .long, help: "How many entries at the most.")
        var limit = 1_000

        func run() async throws {
            guard limit > 0 else { throw ValidationError("--limit is a number from 1 on.") }
            let settings = try await options.read()
            let lines = try await withInstallation(settings) { installation in
                try await JournalLine.newest(of: record, size: limit, on: installation.engine)
            }
            if lines.isEmpty { throw CommandFailure("The journal has no entry about \(record).") }
            for line in lines {
                let parts = [
                    line.at.text, line.verb, line.recordKind, line.person ?? line.door, line.organisation ?? "", line.detail,
                ]
                print(parts.joined(separator: "\t"))
            }
        }
    }
}
