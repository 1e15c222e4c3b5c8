import Access
import Design
import HTML
import Kernel
import Web

/// The referrals of those with whom the viewer's organisation works, by where they stand.
struct ReferralListPage {
    let listing: Listing<ReferralLine>
    let query: ReferralQuery

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        return SignedInPage(context, section: .pathways, title: "Referrals") {
            PathwaySections.referrals.tabs(context.place.slug)
            PageHeading("Referrals") {
                "Drafts belong to everybody who works with the person. They stay here until they are sent"
            } actions: {
                ButtonLink("Quality over time", to: links.quality, .second)
            }
            Tabs(
                "Where they stand",
                ReferralQuery.Stage.allCases.map { stage in
                    .init(stage.label, links.referrals.query("stage", stage.rawValue), isCurrent: stage == query.stage)
                })
            DataTable(
                "Referrals",
                columns: [
                    .init("Referral", .rowHeading), .init("Begun", .unbroken), .init("Kind"), .init("Stands"), .init("Begun by"),
                    .init("Quality", .number), .init("Reference"),
                ],
                rows: listing.items.map { line in
                    [
                        a(.href(links.referral(line.victim, line.id))) { line.reference }, .text(line.startedOn.text),
                        .text(line.kindLabel), Markup { Tag(line.status.label, line.status.tone) }, .text(line.organisationName),
                        .text(line.quality.map(String.init) ?? ""), .text(line.homeOfficeReference ?? ""),
                    ]
                }, empty: "No referral stands here. One begins on the page of a person.")
            Pager(newest: query.after == nil ? nil : page(links, nil), older: listing.next.map { page(links, $0) })
        }.markup
    }

    private func page(_ links: PathwayLinks, _ after: String?) -> Link {
        links.referrals.query("stage", query.stage.rawValue).query("after", after)
    }
}

extension ReferralQuery.Stage {
    var label: String {
        switch self {
        case .drafts: "Drafts"
        case .review: "To review"
        case .ready: "To key in"
        case .sent: "Sent"
        case .all: "All"
        }
    }
}
