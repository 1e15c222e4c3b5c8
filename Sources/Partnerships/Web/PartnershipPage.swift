import Access
import Design
import HTML
import Kernel
import Web

/// The partnership itself: its members and whom to speak to, the agreement that sharing rests on, and for those who
/// answer for it what was done to accounts.
struct PartnershipPage {
    let context: SignedIn
    let overview: PartnershipOverview
    let lists: CodeLists
    let today: Day
    let token: String
    var problems: [Problem] = []
    var notice: String?

    private var links: PartnershipLinks { PartnershipLinks(context.place.slug) }
    private var partnership: PartnershipSummary { overview.partnership }
    private var settings: PartnershipSettings { PartnershipSettings(partnership) }
    private var keeps: Bool { context.viewer.has(.administrator) }
    private var members: [PartnershipMember] { overview.members.filter { $0.leftOn == nil } }
    private var former: [PartnershipMember] { overview.members.filter { $0.leftOn != nil } }

    var markup: Markup {
        SignedInPage(context, section: .partnership, title: "Partnership", problems: problems, notice: notice) {
            PageHeading(partnership.name) {
                members.count == 1 ? "1 member organisation" : "\(members.count) member organisations"
            } actions: {
                if keeps { ButtonLink("Admit an organisation", to: links.newMember) }
                if context.viewer.isCoordinator {
                    ButtonLink("Roles to confirm", to: PageLinks.waitingRoles(context.place.slug), .second)
                }
                ButtonLink("Powers of entry", to: links.powers, .second)
            }
            if !settings.isInForce(on: today) {
                WarningText {
                    "The sharing agreement has ended. Members and visit teams see no cases until it is renewed."
                }
            }
            Split {
                // Above the members where there is something to look at: below twenty of them nobody would.
                if let changes = overview.accountChanges, !changes.isEmpty { changesCard(changes) }
                memberCard
                if keeps, !former.isEmpty { formerCard }
                if let changes = overview.accountChanges, changes.isEmpty { changesCard(changes) }
            } side: {
                agreementCard
                if !overview.towns.isEmpty {
                    Card("Towns") { p { overview.towns.map(\.label).joined(separator: ", ") } }
                }
                practiceCard
            }
        }.markup
    }

    private var memberCard: Card {
        Card("Members") {
            DataTable(
                "Member organisations",
                columns: [.init("Organisation", .rowHeading), .init("Kind"), .init("Whom to speak to")]
                    + (keeps ? [.init("Do", isHeadingShown: false)] : []),
                rows: members.map { member in
                    let organisation = member.organisation
                    let cells: [Markup] = [
                        .text(organisation.name), .text(lists["organisation_kind"].label(organisation.kind)),
                        .text(overview.contacts[organisation.id]?.joined(separator: ", ") ?? "No account yet"),
                    ]
                    return keeps ? cells + [departure(of: organisation)] : cells
                }, empty: "No organisation is a member yet.")
        }
    }

    /// Nothing beside the administrator's own organisation.
    private func departure(of organisation: OrganisationSummary) -> Markup {
        if organisation.id == context.viewer.organisation { return Markup() }
        return a(.href(links.release(organisation.id)), .aria("label", "\(organisation.name) leaves")) { "It leaves" }
    }

    private var formerCard: Card {
        Card("Organisations that have left") {
            DataTable(
                "Organisations that have left",
                columns: [
                    .init("Organisation", .rowHeading), .init("Left on"), .init("Accounts"),
                    .init("Do", isHeadingShown: false),
                ],
                rows: former.map { member in
                    [
                        .text(member.organisation.name), .text(member.leftOn?.text ?? ""), .text("\(member.people)"),
                        FormTag(context, action: links.admitAgain(member.organisation.id), token: token) {
                            Button(
                                "Admit again", .second,
                                attributes: [.aria("label", "Admit \(member.organisation.name) again")])
                        }.markup,
                    ]
                })
            p(.class("soft")) { "When an organisation is admitted again, its people have the roles again that they had." }
        }
    }

    private func changesCard(_ changes: [AccountChange]) -> Card {
        Card("Changes to accounts", id: "account-changes") {
            p(.class("soft")) {
                "Accounts open cases. Whatever was done to them in the last \(PartnershipDesk.watchedDays) days stands "
                    + "here for the coordinators: ask about what you did not expect."
            }
            DataTable(
                "Changes to accounts in the last \(PartnershipDesk.watchedDays) days",
                columns: [.init("Whose", .rowHeading), .init("What"), .init("By"), .init("When")],
                rows: changes.map { change in
                    [
                        .text(whose(change)), what(change), .text(change.by ?? "Whoever runs the server"),
                        .text(change.at.text),
                    ]
                }, empty: "No account was changed in the last \(PartnershipDesk.watchedDays) days.")
        }
    }

    private func whose(_ change: AccountChange) -> String {
        guard let about = change.about else { return "Everybody" }
        return change.aboutOrganisation.map { "\(about), \($0)" } ?? about
    }

    @MarkupBuilder private func what(_ change: AccountChange) -> Markup {
        if change.isToBeWatched { Tag(change.sentence, .warn) } else { change.sentence }
    }

    private var agreementCard: Card {
        Card(
            "Sharing agreement",
            aside: {
                if keeps {
                    a(.href(links.settings), .aria("label", "Change the agreement and the practice")) { "Change" }
                }
            }
        ) {
            Paragraphs(
                settings.agreement.isEmpty
                    ? "No agreement is recorded. Until one is, nobody can be added to a circle." : settings.agreement)
            if let until = settings.validUntil {
                p(.class("soft")) {
                    settings.isInForce(on: today)
                        ? "In force until \(until.text). When it ends, members see no cases until it is renewed."
                        : "It ended on \(until.text)."
                }
            }
        }
    }

    private var practiceCard: Card {
        Card("Practice") {
            p {
                "An agency has \(settings.scopingHours) hours to answer a question unless the coordinator says otherwise."
            }
            p {
                partnership.requiresSecondFactor
                    ? "Everybody signs in with a second step." : "A second step at sign-in is everybody's own choice."
            }
        }
    }
}

/// Text as it was typed, line by line.
struct Paragraphs: Component {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    @MarkupBuilder var markup: Markup {
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) { p { String(line) } }
    }
}
