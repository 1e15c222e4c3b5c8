import Access
import Design
import HTML
import Kernel
import Web

/// One account, for the administrator: its roles, and what helps when somebody cannot get in or has left.
struct PersonPage {
    let context: SignedIn
    let account: AccountSummary
    let choices: AccountChoices
    let form: Form
    let moment: Moment
    let token: String
    var notice: String?

    private var links: AdministrationLinks { AdministrationLinks(slug: context.place.slug) }
    private var isOwn: Bool { account.id == context.person.id }

    var markup: Markup {
        SignedInPage(
            context, section: .accounts, title: "An account", problems: form.problems, notice: notice, layout: .narrow
        ) {
            BackLink(to: links.people, "Accounts")
            PageHeading(account.name) { account.organisationName }
            Card("Account") {
                SummaryList([
                    .init("Email address", .text(account.email)),
                    .init("Roles", .text(account.roleText.isEmpty ? "None yet" : account.roleText)),
                    .init("Wait for a coordinator", .text(account.waiting.isEmpty ? "None" : account.waitingText)),
                    .init("State", AccountState(account: account, moment: moment).markup),
                ])
            }
            if isOwn { own } else { others }
        }.markup
    }

    private var chosenRoles: [String] {
        form.data.fields.isEmpty ? account.roles.union(account.waiting).map(\.rawValue) : form.data.texts("roles")
    }

    private var chosenTown: String {
        form.data.fields.isEmpty ? account.town?.text ?? "" : form.value("town")
    }

    /// Nobody keeps their own account: an administrator who could would see cases with the next page.
    private var own: Markup {
        Card("This is your own account") {
            p { "Your roles are changed by another administrator, or by whoever runs the server." }
            p {
                "Your password and your second step are on "
                a(.href(PageLinks.account)) { "the page of your account" }
                "."
            }
        }.markup
    }

    @MarkupBuilder private var others: Markup {
        Card("Roles in \(context.place.name)") {
            FormTag(context, action: links.roles(account.id), token: token) {
                RoleFields(chosen: chosenRoles, town: chosenTown, choices: choices, form: form)
                p(.class("soft")) {
                    "A role that opens cases counts once a coordinator has confirmed it. The coordinators see who was given "
                        + "a role, and by whom."
                }
                Actions { Button("Change the roles") }
            }
        }
        OneButton(
            context, "They have forgotten their password", links.resetPassword(account.id), token,
            "The old password ends, and they are signed out everywhere. When they sign in they are told that you did this, "
                + "and the coordinators see it too.", Button("Give a temporary password", .second))
        if account.hasSecondFactor {
            OneButton(
                context, "They have lost their telephone and their recovery codes",
                links.resetSecondFactor(account.id), token,
                "Make sure that it is they who ask. They can set it up anew after signing in.",
                Button("Remove the second step", .second))
        }
        OneButton(
            context, "A device on which they were signed in is lost", links.endSessions(account.id), token,
            "They can sign in again.", Button("Sign them out everywhere", .second))
        if account.isActive {
            OneButton(
                context, "They have left their organisation", links.close(account.id), token,
                "What they did stays on the record. The account can be opened again.",
                Button("Close the account", .danger))
        } else {
            OneButton(
                context, "They are back", links.open(account.id), token,
                "They sign in with the password that they had.", Button("Open the account again", .second))
        }
        Card("Take them out of \(context.place.name)") {
            FormTag(context, action: links.roles(account.id), token: token) {
                HiddenInput(name: "none", value: "yes")
                p(.class("soft")) { "All roles here end with their next request. The account itself stays." }
                Actions { Button("Take all roles away", .danger) }
            }
        }
    }
}

/// A form of one button, under the reason for pressing it.
private struct OneButton: Component {
    let markup: Markup

    init(_ context: SignedIn, _ reason: String, _ action: Link, _ token: String, _ sentence: String, _ button: Button) {
        markup =
            Card(reason) {
                FormTag(context, action: action, token: token) {
                    p(.class("soft")) { sentence }
                    Actions { button }
                }
            }.markup
    }
}
