import ArgumentParser
import Kernel
import Partnerships
import Site

struct PartnershipCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partnership", abstract: "Partnerships and their members.", subcommands: [Add.self, Admit.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "add", abstract: "Founds a partnership.")

        @OptionGroup var options: DatabaseOptions
        @Option(name: .long, help: "Its word in addresses, such as sandwell.") var slug: String
        @Option(name: .long) var name: String
        @Option(name: .long, help: "What references begin with, such as SW.") var prefix: String
        @Option(name: .long, help: "The sharing agreement on which it works.") var agreement: String = ""

        func run() async throws {
            let settings = try await options.read()
            try await withInstallation(settings) { installation in
                switch try await FoundPartnership(desk: installation.desk).found(
                    slug: slug, name: name, prefix: prefix, agreement: agreement)
                {
                case .refused(let problems): throw CommandFailure(text(of: problems))
                case .done: print("The partnership \(slug) is founded.")
                }
            }
        }
    }

    struct Admit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "admit", abstract: "Takes an organisation into a partnership.")

        @OptionGroup var options: DatabaseOptions
        @Option(name: .long, help: "The partnership's slug.") var partnership: String
        @Option(name: .long, help: "The organisation's name.") var name: String
        @Option(name: .long, help: "Its kind, such as police, council, charity, fire-and-rescue.") var kind: String

        func run() async throws {
            let settings = try await options.read()
            try await withInstallation(settings) { installation in
                let id = try await findPartnership(partnership, installation)
                switch try await FoundPartnership(desk: installation.desk).admit(
                    organisation: name, kind: kind, into: id)
                {
                case .refused(let problems): throw CommandFailure(text(of: problems))
                case .done(let isNew):
                    print(isNew ? "\(name) is a member of \(partnership)." : "\(name) was a member already.")
                }
            }
        }
    }
}
