import Design
import HTML
import Kernel
import Web

/// Everybody with a role in the partnership, and the rule about the second step.
struct AccountsPage {
    let context: SignedIn
    let accounts: [AccountSummary]
    let requiresSecondFactor: Bool
    let moment: Moment
    let token: String
    var notice: String?

    private var links: AdministrationLinks { AdministrationLinks(slug: context.place.slug) }

    var markup: Markup {
        SignedInPage(context, section: .accounts, title: "Accounts", notice: notice) {
            PageHeading("Accounts") {
                "Everybody who works in \(context.place.name). You see accounts here, and no cases."
            } actions: {
                ButtonLink("Add a person", to: links.newPerson)
                ButtonLink("API tokens", to: links.tokens, .second)
            }
            Card("People") {
                DataTable(
                    "People with a role in the partnership",
                    columns: [
                        .init("Name", .rowHeading), .init("Email address"), .init("Organisation"), .init("Roles"),
                        .init("State"),
                    ],
                    rows: accounts.map { account in
                        [
                            a(.href(links.person(account.id))) { account.name }, .text(account.email),
                            .text(account.organisationName), .text(account.roleText),
                            AccountState(account: account, moment: moment).markup,
                        ]
                    }, empty: "Nobody has a role yet. Add the first person.")
            }
            Card("Second step when signing in") {
                if requiresSecondFactor {
                    p { "Everybody in this partnership gives a code from an authenticator app after the password." }
                } else {
                    p {
                        "People choose themselves whether they give a code from an authenticator app after the password."
                    }
                }
                FormTag(context, action: links.settings, token: token) {
                    if requiresSecondFactor {
                        HiddenInput(name: "required", value: "no")
                        Actions { Button("Let people choose", .second) }
                    } else {
                        HiddenInput(name: "required", value: "yes")
                        p(.class("soft")) { "Whoever has none is asked to set it up before they see their next page." }
                        Actions { Button("Ask everybody for a second step", .second) }
                    }
                }
            }
        }.markup
    }
}

/// The states of an account in words.
struct AccountState: Component {
    let account: AccountSummary
    let moment: Moment

    @MarkupBuilder var markup: Markup {
        if !account.isActive {
            Tag("Closed", .quiet)
        } else if !account.isOrganisationMember {
            Tag("Organisation has left", .quiet)
        } else {
            if let until = account.lockedUntil, until > moment {
                Tag("Locked until \(until.clockText)", .alert)
                " "
            }
            if account.hasTemporaryPassword {
                Tag("Temporary password", .warn)
                " "
            }
            if !account.waiting.isEmpty {
                Tag("Waits for a coordinator", .warn)
                " "
            }
            if account.hasSecondFactor { Tag("Second step", .good) } else { Tag("Password only") }
        }
    }
}
