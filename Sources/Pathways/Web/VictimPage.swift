import Access
import Concerns
import Design
import HTML
import Kernel
import Partnerships
import Web

/// One person: the way they go and why, what they agreed to, what is known, who works with them, what is to be done.
struct VictimPage {
    let file: VictimFile
    let lists: CodeLists
    let helpline: HelplineNumber?
    let today: Day
    let notice: PathwayNotice?

    private var victim: VictimDetail { file.victim }

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        let words = SupportWords(lists: lists, today: today)
        return SignedInPage(context, section: .pathways, title: "Pathway \(victim.reference)", notice: notice?.words) {
            Breadcrumbs([("Pathways", links.list)], current: victim.reference)
            MissingNotice(support: file.support, victim: victim.id, words: words, links: links)
            PageHeading("Pathway \(victim.reference)") {
                Tag(victim.isOpen ? "Open" : "Closed", victim.isOpen ? .plain : .quiet)
                " begun \(victim.openedOn.text), led by \(victim.leadName)"
            }
            Split {
                RouteCard(
                    decision: file.route, referrals: file.referrals, helpline: helpline, told: file.told,
                    notices: links.notices(victim.id))
                ReferralsSection(file: file, links: links)
                CourseSection(victim: victim.id, referrals: file.referrals, slug: context.place.slug)
                SupportSection(support: file.support, victim: victim.id, words: words, links: links)
                consents(links)
                facts(links)
                accounts(links)
            } side: {
                circle(links, readsJournal: context.viewer.isCoordinator)
                contact(links)
                p { a(.href(links.close(victim.id))) { victim.isOpen ? "Close the pathway" : "Open the pathway again" } }
            }
        }.markup
    }

    private func consents(_ links: PathwayLinks) -> Markup {
        Card("What they agreed to", aside: { a(.href(links.consent(victim.id))) { "Ask and record" } }) {
            SummaryList(
                ConsentPurpose.allCases.map { purpose in
                    .init(purpose.label) {
                        if let current = file.ledger.current(purpose) {
                            Tag(current.answer.label, current.answer == .given ? .good : .quiet)
                            " \(current.answeredOn.text), explained by \(current.explainedBy)"
                        } else if victim.facts.age.isTreatedAsChild, purpose == .nrm || purpose == .identity {
                            "Not asked of a child"
                        } else {
                            "Not asked yet"
                        }
                    }
                })
        }.markup
    }

    private func facts(_ links: PathwayLinks) -> Markup {
        let facts = victim.facts
        return Card("What is known", aside: { a(.href(links.facts(victim.id))) { "Change" } }) {
            SummaryList(
                [
                    .init("Age", .text("\(facts.age.group.label) (\(facts.age.basis.label.lowercased()))")),
                    .init("Turns 18 in", .text(facts.age.group == .adult ? "An adult already" : victim.adultFromMonthText)),
                    .init("Under 18 when it happened", .text(yesOrNo(facts.childAtExploitation))),
                    .init("Gender", .text(lists["gender"].label(facts.gender))),
                    .init(
                        "Nationality",
                        .text(
                            [facts.nationality, facts.secondNationality].filter { !$0.isEmpty }
                                .map(lists["nationality"].label).joined(separator: ", "))),
                    .init("Language", .text(lists["language"].label(facts.language))),
                    .init("Interpreter", .text(yesOrNo(facts.interpreter))),
                    .init("Can decide", .text(facts.capacity.label)),
                    .init("Exploitation", .text(facts.exploitation.map(lists["exploitation_type"].label).joined(separator: ", "))),
                    .init("Met in", .text([victim.town, facts.nation.label].filter { !$0.isEmpty }.joined(separator: ", "))),
                    .init("Local authority", .text(facts.localAuthority)),
                    .init("Who they are") {
                        a(.href(links.identity(victim.id))) { victim.hasIdentity ? "Sealed: open or change" : "Not told yet: enter" }
                    },
                ])
        }.markup
    }

    private func accounts(_ links: PathwayLinks) -> Markup {
        Card("What they told", aside: { a(.href(links.accounts(victim.id))) { "Read or write" } }) {
            p(.class("soft")) { "Told once, written down once, and used by everybody who helps. Nobody asks again." }
            if !file.accounts.isEmpty {
                ul(.class("plain")) {
                    for account in file.accounts {
                        li { "\(account.takenOn.text) · \(account.source.label), to \(account.organisationName)" }
                    }
                }
            }
        }.markup
    }

    private func circle(_ links: PathwayLinks, readsJournal: Bool) -> Markup {
        Card("Who works with them", aside: { a(.href(links.circle(victim.id))) { "Change" } }) {
            ul(.class("plain")) { for member in file.circle where member.isCurrent { li { member.name } } }
            p(.class("soft")) { "Nobody else sees this page, and the circle of the concern does not open it." }
            if file.hasUnwantedHelp {
                WarningText { "They do not agree, or no longer do, to somebody who still works with them: end that now, or ask again." }
            }
            if readsJournal { p { a(.href(links.journal(victim.id))) { "Who has looked at this" } } }
        }.markup
    }

    private func contact(_ links: PathwayLinks) -> Markup {
        Card("Safe contact", aside: { a(.href(links.contact(victim.id))) { "Open or change" } }) {
            p { victim.contactRule.label }
            if !victim.unsafeWays.isEmpty {
                WarningText {
                    "Not safe, whoever exploits them may read along: "
                        + ContactWay.allCases.filter(victim.unsafeWays.contains).map { $0.label.lowercased() }.joined(separator: ", ")
                }
            }
        }.markup
    }

    private func yesOrNo(_ answer: String) -> String {
        switch answer {
        case "yes": "Yes"
        case "no": "No"
        case "not-sure": "Not sure"
        default: ""
        }
    }
}
