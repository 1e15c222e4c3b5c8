import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// What is due for everybody with whom the viewer works; for the coordinator, of the whole partnership.
struct SupportDuePage {
    let listing: Listing<SupportDueLine>
    let query: SupportDueQuery
    /// Only for the coordinator.
    let metAgain: MetAgainCount?
    let lists: CodeLists
    let today: Day

    private var words: SupportWords { SupportWords(lists: lists, today: today) }

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        return SignedInPage(context, section: .pathways, title: "Due for people") {
            PathwaySections.due.tabs(context.place.slug)
            PageHeading("Due for people") { query.show.purpose }
            Tabs(
                "What is due",
                SupportDueQuery.Show.allCases.map { show in
                    .init(show.label, links.due.query("show", show.rawValue), isCurrent: show == query.show)
                })
            DataTable(
                query.show.label,
                columns: [
                    .init("Due", .unbroken), .init("What"), .init("Pathway"), .init("Who does it"),
                ],
                rows: listing.items.map { line in
                    [
                        words.due(line.on),
                        Markup {
                            a(.href(link(line, links))) { words.task(line) }
                            if let entry = line.entry {
                                br()
                                span(.class("soft")) { words.name(entry) }
                            }
                        }, a(.href(links.victim(line.victim))) { line.reference },
                        .text(line.entry.map(\.organisationName).flatMap { $0.isEmpty ? nil : $0 } ?? line.leadName),
                    ]
                }, empty: Markup { query.show.empty })
            Pager(
                previous: query.after == nil
                    ? nil : ("Back to the first", links.due.query("show", query.show.rawValue)),
                next: listing.next.map { ("Later", links.due.query("show", query.show.rawValue).query("after", $0)) })
            if let metAgain, query.show == .outcomes {
                Card("Met again") {
                    SummaryList([
                        .init("People met again", .text(String(metAgain.people))),
                        .init("Times they were met again", .text(String(metAgain.times))),
                        .init("Of these, after a positive decision", .text(String(metAgain.afterPositiveDecision))),
                    ])
                    p(.class("soft")) {
                        "People with two or more pathways in this partnership, by name and date of birth or as you linked them."
                    }
                }
            }
        }.markup
    }

    private func link(_ line: SupportDueLine, _ links: PathwayLinks) -> Link {
        SupportDuePage.link(line, links)
    }

    /// Where the work is done.
    static func link(_ line: SupportDueLine, _ links: PathwayLinks) -> Link {
        if let entry = line.entry { return links.support(entry.id, of: line.victim) }
        guard let months = line.months else { return links.newSupport(.transition, for: line.victim) }
        return links.newSupport(.outcome, for: line.victim).query("code", months)
    }
}

extension SupportDueQuery.Show {
    var label: String {
        switch self {
        case .entries: "Reviews and contacts"
        case .outcomes: "How they are"
        case .adulthood: "Turning 18"
        }
    }

    var purpose: String {
        switch self {
        case .entries: "Reviews of needs and risks, return interviews, contacts and offers, the earliest first"
        case .outcomes: "Those who agreed to be asked how they are after 6, 12 and 24 months"
        case .adulthood: "Those who turn 18 within half a year: review what follows"
        }
    }

    var empty: String {
        switch self {
        case .entries: "Nothing is due. A review, a contact or an interview appears here when it has a day."
        case .outcomes: "Nobody is to be asked now. Only those who agreed to it appear here."
        case .adulthood: "Nobody turns 18 within half a year whose support is not reviewed."
        }
    }
}
