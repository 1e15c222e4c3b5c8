import Access
import Accounts
import ArgumentParser
import Foundation
import Kernel
import Site

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "The people who sign in.", subcommands: [Add.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Makes an account with a role in a partnership.")

        @OptionGroup var options: DatabaseOptions
        @Option(name: .long) var email: String
        @Option(name: .long) var name: String
        @Option(name: .long, help: "A member organisation of the partnership, by name.") var organisation: String
        @Option(name: .long, help: "The partnership's slug.") var partnership: String
        @Option(
            name: .long, help: "coordinator, member, visit-team, town-lead, analyst or administrator; may be repeated.")
        var role: [String]
        @Option(name: .long, help: "The town of a town lead.") var town: String?
        @Flag(
            name: .long, help: "Reads the password from standard input; otherwise a temporary one is made and printed.")
        var passwordStdin = false

        func run() async throws {
            let given = try readRoles(role)
            let password = passwordStdin ? readLine(strippingNewline: true) : nil
            if passwordStdin, password == nil { throw CommandFailure("--password-stdin: standard input is empty.") }
            let settings = try await options.read()
            try await withInstallation(settings) { installation in
                let id = try await findPartnership(partnership, installation)
                let outcome = try await installation.accounts.addPerson(
                    name: name, email: email, organisation: organisation, roles: given, town: town, password: password,
                    by: .operator(of: id, request: "command"))
                switch outcome {
                case .refused(let problems): throw CommandFailure(text(of: problems))
                case .done(let added):
                    if let temporary = added.temporaryPassword {
                        print(
                            "The account is made. Temporary password, to be changed at the first sign-in: \(temporary)")
                    } else {
                        print(
                            added.wasKnown
                                ? "The person had an account already: the roles were added." : "The account is made.")
                    }
                }
            }
        }
    }
}

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Tokens for the API.", subcommands: [Create.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Makes a token that acts for a person and prints it once.")

        @OptionGroup var options: DatabaseOptions
        @Option(name: .long, help: "Whose token it is.") var email: String
        @Option(name: .long, help: "The partnership's slug.") var partnership: String
        @Option(name: .long, help: "What it may do, separated by commas, such as concerns:read,dashboard:read.")
        var scope: String
        @Option(name: .long, help: "For how many days, at most 365.") var days: Int = 90
        @Option(name: .long, help: "What it is for.") var label: String = "Made at the command line"

        func run() async throws {
            var scopes: Set<TokenScope> = []
            for text in scope.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) {
                guard let scope = TokenScope(rawValue: text) else {
                    throw CommandFailure(
                        "--scope: \(text) is not known. Known: \(TokenScope.allCases.map(\.rawValue).joined(separator: ", "))."
                    )
                }
                scopes.insert(scope)
            }
            let given = scopes
            let settings = try await options.read()
            try await withInstallation(settings) { installation in
                let id = try await findPartnership(partnership, installation)
                let outcome = try await installation.accounts.createToken(
                    NewToken(label: label, scopes: given, days: days), email: email,
                    by: .operator(of: id, request: "command"))
                switch outcome {
                case .refused(let problems): throw CommandFailure(text(of: problems))
                case .done(let token):
                    print(token.text)
                    note("It ends on \(token.endsAt.day.text). It is not shown again.")
                }
            }
        }
    }
}

/// The roles that the options name.
func readRoles(_ texts: [String]) throws -> Set<Role> {
    Set(
        try texts.map { text in
            guard let role = Role(rawValue: text) else {
                throw CommandFailure(
                    "--role: \(text) is not a role. Known: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            return role
        })
}

/// Problems as the command line shows them, each with the option it belongs to.
func text(of problems: [Problem]) -> String {
    problems.map { $0.field.isEmpty ? "\($0.message)." : "--\($0.field): \($0.message)." }.joined(separator: "\n")
}
