import Access
import Design
import HTML
import Kernel
import Web

/// Somebody who is to get an account.
struct AddPersonPage {
    let context: SignedIn
    let choices: AccountChoices
    let form: Form
    let token: String

    private var links: AdministrationLinks { AdministrationLinks(slug: context.place.slug) }

    var markup: Markup {
        SignedInPage(context, section: .accounts, title: "Add a person", problems: form.problems, layout: .narrow) {
            BackLink(to: links.people, "Accounts")
            PageHeading("Add a person")
            FormTag(context, action: links.newPerson, token: token) {
                TextInput(
                    "Full name", name: "name", value: form.value("name"), problem: form.problem("name"), width: .long,
                    attributes: [.spellcheck(false)])
                TextInput(
                    "Email address", name: "email", value: form.value("email"),
                    hint: "Their own, at their organisation. They sign in with it", problem: form.problem("email"),
                    kind: .email, width: .long)
                Select(
                    "Organisation", name: "organisation",
                    choices: choices.organisations.map { Choice($0.id.text, $0.name) },
                    chosen: form.value("organisation"), prompt: "Choose a member", problem: form.problem("organisation")
                )
                RoleFields(
                    chosen: form.data.texts("roles"), town: form.value("town"), choices: choices, form: form)
                Actions {
                    Button("Add the person")
                    ButtonLink("Leave it", to: links.people, .second)
                }
            }
        }.markup
    }
}

/// The roles to choose from, with the town of a town lead.
struct RoleFields: Component {
    let chosen: [String]
    let town: String
    let choices: AccountChoices
    let form: Form

    @MarkupBuilder var markup: Markup {
        Checkboxes(
            "Roles", name: "roles",
            choices: Role.allCases.map { Choice($0.rawValue, $0.label, hint: RoleFields.hint($0)) }, chosen: chosen,
            problem: form.problem("roles"), layout: .list)
        if !choices.towns.isEmpty {
            Select(
                "Town", name: "town", choices: choices.towns.map { Choice($0.id.text, $0.label) }, chosen: town,
                prompt: "No town", hint: "For a town lead only", problem: form.problem("town"))
        }
    }

    private static func hint(_ role: Role) -> String {
        switch role {
        case .coordinator: "Runs the partnership and sees its cases"
        case .member: "Answers for the organisation and sees the cases shared with it"
        case .visitTeam: "Goes on visits and screens the people met"
        case .townLead: "Sees the figures of one town"
        case .analyst: "Sees figures without identities"
        case .administrator: "Keeps accounts and settings, sees no cases"
        case .chair: "Reads and signs what the partnership publishes, sees no cases"
        }
    }
}

/// A temporary password, at the one moment when it is known.
struct TemporaryPasswordPage {
    let context: SignedIn
    let name: String
    let password: String
    /// Whether a coordinator has to confirm roles first.
    let waits: Bool

    var markup: Markup {
        SignedInPage(context, section: .accounts, title: "Temporary password", layout: .narrow) {
            PageHeading("Temporary password")
            p {
                "For "
                strong { name }
                ":"
            }
            p { HTML.code { password } }
            WarningText { "It is shown once. Tell it to the person yourself, best by telephone, and not by email." }
            p {
                "With it they sign in within \(AccountSettings.temporaryPasswordDays) days and choose a password that only "
                "they know."
            }
            if waits { p { "They see no case before a coordinator has confirmed the roles that open cases." } }
            Actions { ButtonLink("I have noted it", to: PageLinks.accounts(context.place.slug)) }
        }.markup
    }
}
