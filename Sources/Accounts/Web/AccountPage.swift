import Access
import Design
import HTML
import Kernel
import Web

/// Somebody's own account: who they are here, what they may do, and where they are signed in.
struct AccountPage {
    let context: WebContext
    let person: SignedInPerson
    let account: OwnAccount
    /// What others reset in the last 30 days.
    let resets: [AccountEvent]
    let moment: Moment
    var notice: String?

    var markup: Markup {
        OwnPage(context, person, title: "Your account", notice: notice) {
            PageHeading("Your account")
            Card("About you") {
                SummaryList([
                    .init("Name", .text(person.name)),
                    .init("Email address", .text(account.email)),
                    .init("Organisation", .text(person.organisationName)),
                ])
                p(.class("soft")) {
                    "Something is wrong here? Tell the person who keeps the accounts of your partnership."
                }
            }
            Card("Your roles") {
                DataTable(
                    "Your roles", columns: [.init("Partnership", .rowHeading), .init("Roles")],
                    rows: person.places.map { place in
                        [a(.href(Landing.first(in: place))) { place.name }, .text(roles(in: place))]
                    }, empty: "You have no role in a partnership. The person who keeps its accounts can give you one.")
            }
            Card("Signing in") {
                SummaryList([
                    .init("Password", "Known to you alone", change: AccountLinks.password),
                    .init("Second step", change: AccountLinks.secondFactor) { secondFactor },
                ])
            }
            if !resets.isEmpty {
                Card("Resets in the last \(AccountDesk.toldDays) days") {
                    ul { for reset in resets { li { ResetList.sentence(reset) } } }
                }
            }
            Card("Where you are signed in") {
                DataTable(
                    "Where you are signed in",
                    columns: [.init("Since", .rowHeading), .init("Last used"), .init("Browser")],
                    rows: account.sessions.map { session in
                        [
                            .text(session.createdAt.text), .text(session.seenAt.text),
                            session.isThisOne ? Tag("This one", .good).markup : "Another one",
                        ]
                    })
                if account.sessions.count > 1 {
                    OwnForm(person, action: AccountLinks.endOtherSessions) {
                        Actions { Button("Sign out everywhere else", .second) }
                    }
                }
            }
            if !account.tokens.isEmpty { tokens }
        }.markup
    }

    private func roles(in place: PartnershipPlace) -> String {
        Role.allCases.filter(place.roles.contains).map { role in
            guard role == .townLead, let town = account.towns[place.id] else { return role.label }
            return "\(role.label) (\(town))"
        }.joined(separator: ", ")
    }

    @MarkupBuilder private var secondFactor: Markup {
        if person.hasSecondFactor {
            Tag("Set up", .good)
            " \(account.recoveryCodesLeft) recovery codes left"
        } else if account.needsSecondFactor {
            Tag("Your partnership asks for it", .warn)
        } else {
            "Not set up"
        }
    }

    private var tokens: Markup {
        Card("Your API tokens") {
            p(.class("soft")) { "With a token a program works in your name, as far as the token allows." }
            DataTable(
                "Your API tokens",
                columns: [
                    .init("For", .rowHeading), .init("Partnership"), .init("May"), .init("Ends"),
                    .init("Do", isHeadingShown: false),
                ],
                rows: account.tokens.map { token in
                    [
                        .text(token.label), .text(token.partnershipName), .text(token.scopeText),
                        .text(token.endedAt == nil ? token.endsAt.day.text : "Ended"), actions(token),
                    ]
                })
        }.markup
    }

    /// Whether the token's partnership asks for a second step that this session has not given.
    private func needsSecondStep(_ token: TokenSummary) -> Bool {
        !person.passedSecondFactor
            && person.places.contains { $0.id == token.partnership && $0.requiresSecondFactor }
    }

    @MarkupBuilder private func actions(_ token: TokenSummary) -> Markup {
        if token.isOpen(at: moment) {
            if token.isWaiting, needsSecondStep(token) {
                a(.href(AccountLinks.secondFactor)) { "Set up the second step to see it" }
            } else if token.isWaiting {
                OwnForm(person, action: AccountLinks.takeToken(token.id)) {
                    Button("Show the token", attributes: [.aria("label", "Show the token for \(token.label)")])
                }
            }
            OwnForm(person, action: AccountLinks.endToken(token.id)) {
                Button("End it", .second, attributes: [.aria("label", "End the token for \(token.label)")])
            }
        }
    }
}
