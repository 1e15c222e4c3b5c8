import Access
import Design
import HTML
import Kernel
import Web

/// Places, numbers and marks that more than one record mentions.
struct HotSpotsPage {
    let kind: MentionedKind
    let spots: [HotSpot]
    let open: Int

    static let kinds = MentionedKind.allCases.filter(\.isKnownByItsKey)

    func markup(_ context: SignedIn) -> Markup {
        let links = SubjectLinks(context.place.slug)
        return SignedInPage(context, section: .subjects, title: "Seen more than once") {
            PageHeading("Seen more than once") { "Counted over the records that you may see; a record counts once" }
            SubjectTabs(current: .hotSpots, open: open, links: links)
            form(.class("filters"), .method(.get), .action("/\(context.place.slug)/subjects/hot-spots")) {
                Select(
                    "Kind", name: "kind", choices: HotSpotsPage.kinds.map { Choice($0.rawValue, $0.plural) }, chosen: kind.rawValue)
                Button("Show", .second)
            }
            Card(kind.plural) {
                DataTable(
                    kind.plural,
                    columns: [
                        .init("Written as", .rowHeading), .init("Records", .number), .init("First noted", .unbroken),
                        .init("Last noted", .unbroken),
                    ],
                    rows: spots.map { spot in
                        [
                            a(.href(links.mention(spot.mention))) { spot.name }, .text("\(spot.records)"), .text(spot.firstOn.text),
                            .text(spot.lastOn.text),
                        ]
                    }, empty: "Nothing of this kind stands in more than one of the records that you may see.")
            }
        }.markup
    }
}
