import Design
import HTML
import Kernel
import Web

/// The API tokens of the partnership.
struct TokensPage {
    let context: SignedIn
    let tokens: [TokenSummary]
    let moment: Moment
    let token: String
    var notice: String?

    private var links: AdministrationLinks { AdministrationLinks(slug: context.place.slug) }

    var markup: Markup {
        SignedInPage(context, section: .accounts, title: "API tokens", notice: notice) {
            BackLink(to: links.people, "Accounts")
            PageHeading("API tokens") {
                "With a token a program works in the name of its owner."
            } actions: {
                ButtonLink("Prepare a token", to: links.newToken)
            }
            Card("Tokens") {
                DataTable(
                    "API tokens of the partnership",
                    columns: [
                        .init("For", .rowHeading), .init("Owner"), .init("May"), .init("Ends"), .init("State"),
                        .init("Do", isHeadingShown: false),
                    ],
                    rows: tokens.map { token in
                        [
                            .text(token.label), .text(token.ownerName),
                            .text(token.scopeText),
                            .text(token.endsAt.day.text), state(token), action(token),
                        ]
                    }, empty: "There is no token yet. Prepare one for the person whose program needs it.")
            }
        }.markup
    }

    private func state(_ token: TokenSummary) -> Markup {
        if !token.isOpen(at: moment) { return Tag("Ended", .quiet).markup }
        return token.isWaiting ? Tag("Waits for its owner", .warn).markup : Tag("In use", .good).markup
    }

    @MarkupBuilder private func action(_ token: TokenSummary) -> Markup {
        if token.isOpen(at: moment) {
            FormTag(context, action: links.endToken(token.id), token: self.token) {
                Button("End it", .second, attributes: [.aria("label", "End the token for \(token.label)")])
            }
        }
    }
}

/// A token that is to be prepared for somebody.
struct NewTokenPage {
    let context: SignedIn
    let accounts: [AccountSummary]
    let form: Form
    let token: String

    private var links: AdministrationLinks { AdministrationLinks(slug: context.place.slug) }

    var markup: Markup {
        SignedInPage(context, section: .accounts, title: "Prepare a token", problems: form.problems, layout: .narrow) {
            BackLink(to: links.tokens, "API tokens")
            PageHeading("Prepare a token")
            p { "Its owner sees the text of the token once, on the page of their own account. You do not see it." }
            FormTag(context, action: links.newToken, token: token) {
                TextInput(
                    "What it is for", name: "label", value: form.value("label"),
                    hint: "For example the name of the program", problem: form.problem("label"), width: .long)
                Select(
                    "Owner", name: "owner",
                    choices: accounts.filter(\.isActive).map {
                        Choice($0.id.text, "\($0.name), \($0.organisationName)")
                    },
                    chosen: form.value("owner"), prompt: "Choose a person",
                    hint: "The token can do what its owner can do, and no more", problem: form.problem("owner"))
                Checkboxes(
                    "What it may do", name: "scope", choices: TokenScope.allCases.map { Choice($0.rawValue, $0.label) },
                    chosen: form.data.texts("scope"), problem: form.problem("scope"), layout: .list)
                TextInput(
                    "Days until it ends", name: "days", value: form.data.fields.isEmpty ? "90" : form.value("days"),
                    hint: "At most \(AccountDesk.longestTokenDays)", problem: form.problem("days"), kind: .digits,
                    width: .short)
                Actions {
                    Button("Prepare the token")
                    ButtonLink("Leave it", to: links.tokens, .second)
                }
            }
        }.markup
    }
}
