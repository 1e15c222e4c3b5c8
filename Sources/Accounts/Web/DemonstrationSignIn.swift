import Design
import HTML

/// An account of the demonstration, as the sign-in page offers it to everybody.
package struct DemonstrationSignIn: Hashable, Sendable {
    package let email: String
    package let name: String
    package let organisation: String
    /// In words, such as "Town lead for Smethwick".
    package let role: String
    /// By name.
    package let partnership: String
    package let password: String

    package init(
        email: String, name: String, organisation: String, role: String, partnership: String, password: String
    ) {
        self.email = email
        self.name = name
        self.organisation = organisation
        self.role = role
        self.partnership = partnership
        self.password = password
    }
}

/// What the sign-in page says where the records are a demonstration: the pass phrases above the form.
struct DemonstrationWelcome: Component {
    let accounts: [DemonstrationSignIn]

    @MarkupBuilder var markup: Markup {
        InsetText {
            p { "This is a demonstration, so its accounts are no secret. Choose one below the form and look around." }
            if let phrase {
                p {
                    "The password of every account: "
                    HTML.code { phrase }
                }
            }
        }
    }

    /// The password that all accounts share; nil when they differ.
    private var phrase: String? {
        let phrases = Set(accounts.map(\.password))
        return phrases.count == 1 ? phrases.first : nil
    }
}

/// The accounts of the demonstration, partnership by partnership.
struct DemonstrationAccounts: Component {
    let accounts: [DemonstrationSignIn]

    @MarkupBuilder var markup: Markup {
        let differ = Set(accounts.map(\.password)).count > 1
        for partnership in partnerships {
            Card("Accounts of the \(partnership)") {
                DataTable(
                    "Accounts of the \(partnership)",
                    columns: [.init("Who", .rowHeading), .init("Email address", .unbroken), .init("Role")]
                        + (differ ? [.init("Password")] : []),
                    rows: accounts.filter { $0.partnership == partnership }.map { account in
                        [
                            .text("\(account.name), \(account.organisation)"), .text(account.email), .text(account.role),
                        ] + (differ ? [HTML.code { account.password }] : [])
                    })
            }
        }
    }

    private var partnerships: [String] {
        var names: [String] = []
        for account in accounts where !names.contains(account.partnership) { names.append(account.partnership) }
        return names
    }
}
