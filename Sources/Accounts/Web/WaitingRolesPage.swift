import Access
import Design
import HTML
import Kernel
import Web

/// The roles that wait for a coordinator: who is to see cases, and who asked for it.
struct WaitingRolesPage {
    let context: SignedIn
    let waiting: [WaitingRoles]
    let token: String
    var problems: [Problem] = []
    var notice: String?

    var markup: Markup {
        SignedInPage(
            context, section: .partnership, title: "Roles to confirm", problems: problems, notice: notice, layout: .narrow
        ) {
            BackLink(to: PageLinks.partnership(context.place.slug), "Partnership")
            PageHeading("Roles to confirm") {
                "Administrators keep accounts and see no case. Whom they let see cases, a coordinator confirms."
            }
            if waiting.isEmpty { EmptyState("Nothing waits. New accounts that would see cases stand here first.") }
            for waiting in waiting { card(waiting) }
        }.markup
    }

    private func card(_ waiting: WaitingRoles) -> Markup {
        Card(waiting.name) {
            SummaryList([
                .init("Organisation", .text(waiting.organisationName)), .init("Email address", .text(waiting.email)),
                .init("Would be", .text(waiting.roleText)),
                .init("Asked for by", .text("\(waiting.askedByName), \(waiting.askedAt.text)")),
            ])
            if let problem = AccountDesk.problem(waiting, code: waiting.code, viewer: context.viewer) {
                p(.class("soft")) { problem.message }
            } else {
                p(.class("soft")) { "Confirm it only when you know that this person does this work there." }
                FormTag(
                    context, action: AdministrationLinks(slug: context.place.slug).decideRoles(waiting.person), token: token
                ) {
                    HiddenInput(name: "roles", value: waiting.code)
                    Actions {
                        Button("Confirm \(waiting.name)", name: "decision", value: "confirm")
                        Button("Decline \(waiting.name)", .danger, name: "decision", value: "decline")
                    }
                }
            }
        }.markup
    }
}
