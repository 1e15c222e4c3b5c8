import Access
import Accounts
import ArgumentParser
import Kernel
import Partnerships
import Site

struct PartnershipCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partnership", abstract: "Partnerships, their members, their agreement and who works in them.",
        subcommands: [Add.self, Admit.self, Leave.self, Agreement.self, Roles.self])

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
            commandName: "admit", abstract: "Takes an organisation into a partnership, or back into it.")

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

    struct Leave: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "leave", abstract: "Takes an organisation out of a partnership; its people lose access at once.")

        @OptionGroup var options: DatabaseOptions
        @Option(name: .long, help: "The partnership's slug.") var partnership: String
        @Option(name: .long, help: "The organisation's name.") var name: String

        func run() async throws {
            let settings = try await options.read()
            try await withInstallation(settings) { installation in
                let id = try await findPartnership(partnership, installation)
                switch try await PartnershipDesk(desk: installation.desk, lists: installation.lists).release(
                    organisation: name, by: .operator(of: id, request: "command"))
                {
                case .refused(let problems): throw CommandFailure(text(of: problems))
                case .done(let isNew):
                    print(isNew ? "\(name) has left \(partnership)." : "\(name) had left already.")
                }
            }
        }
    }

    struct Agreement: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "agreement", abstract: "Changes the sharing agreement, or its last day.",
            discussion: "What is not given stays as it is. After the last day members see no cases.")

        @OptionGroup var options: DatabaseOptions
        @Option(name: .long, help: "The partnership's slug.") var partnership: String
        @Option(name: .customLong("text"), help: "The agreement: its name and date, and where it is kept.")
        var words: String?
        @Option(name: .long, help: "Its last day, as 2027-03-31, or none for an agreement without an end.")
        var until: String?

        func run() async throws {
            if words == nil, until == nil { throw CommandFailure("Give --text, --until or both.") }
            var day: Day?
            if let until, until != "none" {
                guard let read = Day(until) else {
                    throw CommandFailure("--until: \(until) is not a day: write it as 2027-03-31, or none.")
                }
                day = read
            }
            let lastDay = day
            let settings = try await options.read()
            try await withInstallation(settings) { installation in
                let id = try await findPartnership(partnership, installation)
                let viewer = Viewer.operator(of: id, request: "command")
                let desk = PartnershipDesk(desk: installation.desk, lists: installation.lists)
                let old = try await desk.settings(by: viewer)
                let wanted = PartnershipSettings(
                    agreement: words ?? old.agreement, validUntil: until == nil ? old.validUntil : lastDay,
                    scopingHours: old.scopingHours)
                switch try await desk.changeSettings(to: wanted, seen: old, by: viewer, key: nil) {
                case .refused(let problems):
                    throw CommandFailure(
                        text(of: problems.map { Problem($0.field == "agreement" ? "text" : $0.field, $0.message) }))
                case .done(.changedMeanwhile):
                    throw CommandFailure("Somebody else changed the settings at the same moment. Try again.")
                case .done(.kept(let now, _)):
                    let end = now.validUntil.map { "until \($0.text)" } ?? "without an end"
                    print("The agreement of \(partnership) stands \(end).")
                }
            }
        }
    }

    struct Roles: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "roles", abstract: "Gives somebody who has an account exactly these roles in a partnership.")

        @OptionGroup var options: DatabaseOptions
        @Option(name: .long, help: "The partnership's slug.") var partnership: String
        @Option(name: .long, help: "The email address of the account.") var email: String
        @Option(
            name: .long, help: "coordinator, member, visit-team, town-lead, analyst or administrator; may be repeated.")
        var role: [String]
        @Option(name: .long, help: "The town of a town lead.") var town: String?

        func run() async throws {
            let given = try readRoles(role)
            let settings = try await options.read()
            try await withInstallation(settings) { installation in
                let id = try await findPartnership(partnership, installation)
                switch try await installation.accounts.changeRoles(
                    email: email, to: given, town: town, by: .operator(of: id, request: "command"))
                {
                case .refused(let problems): throw CommandFailure(text(of: problems))
                case .done: print("The roles are changed. They count from the next page that \(email) opens.")
                }
            }
        }
    }
}
