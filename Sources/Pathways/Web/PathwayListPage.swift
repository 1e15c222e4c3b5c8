import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The potential victims with whom the viewer's organisation works; for the coordinator, all of the partnership.
struct PathwayListPage {
    let listing: Listing<VictimLine>
    let query: VictimQuery
    let lists: CodeLists

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        return SignedInPage(context, section: .pathways, title: "Pathways") {
            PathwaySections.people.tabs(context.place.slug)
            PageHeading("Pathways") {
                "People who may be victims, and what is done for them"
            } actions: {
                ButtonLink("Begin a pathway", to: links.new)
            }
            Tabs(
                "Stage",
                VictimQuery.Stage.allCases.map { stage in
                    .init(stage.label, links.list.query("stage", stage.rawValue), isCurrent: stage == query.stage)
                })
            DataTable(
                "Pathways",
                columns: [
                    .init("Pathway", .rowHeading), .init("Begun", .unbroken), .init("Age"), .init("Referral"), .init("Leads"),
                ],
                rows: listing.items.map { line in
                    [
                        Markup {
                            a(.href(links.victim(line.id))) { line.reference }
                            if let risk = line.risk {
                                " "
                                Tag("\(risk.label) risk", .alert)
                            }
                        }, .text(line.openedOn.text),
                        .text(line.age.group.label), Markup { PathwayListPage.standing(line) }, .text(line.leadName),
                    ]
                },
                empty: "Nobody is here with whom your organisation works. A pathway begins from a screening, from a concern, or here.")
            Pager(
                newest: query.after == nil ? nil : page(links, after: nil), older: listing.next.map { page(links, after: $0) })
        }.markup
    }

    private func page(_ links: PathwayLinks, after: String?) -> Link {
        links.list.query("stage", query.stage.rawValue).query("after", after)
    }

    /// Where the referral stands, in words.
    static func standing(_ line: VictimLine) -> Tag {
        if let status = line.referralStatus.flatMap(ReferralStatus.init) { return Tag(status.label, status.tone) }
        switch line.referralConsent {
        case nil: return Tag(line.age.isTreatedAsChild ? "To be referred" : "Not asked yet", .warn)
        case .given, .bestInterests: return Tag("To be referred", .warn)
        case .declined, .withdrawn: return Tag("Declined", .quiet)
        case .notInBestInterests: return Tag("Decided against", .quiet)
        }
    }
}

extension VictimQuery.Stage {
    var label: String {
        switch self {
        case .open: "Open"
        case .all: "All"
        case .closed: "Closed"
        }
    }
}

extension ReferralStatus {
    var tone: Tag.Tone {
        switch self {
        case .draft, .inReview, .ready, .submitted: .warn
        case .notified, .awaitingReasonableGrounds, .reconsideration: .plain
        case .awaitingConclusiveGrounds, .conclusiveGroundsPositive: .good
        case .reasonableGroundsNegative, .conclusiveGroundsNegative, .suspended, .withdrawn, .disqualified, .void: .quiet
        }
    }
}
