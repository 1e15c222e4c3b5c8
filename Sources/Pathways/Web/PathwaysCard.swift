import Access
import Design
import HTML
import Kernel

/// The pathways that belong to a concern, for its page: those with whom the viewer works and no others.
package struct PathwaysCard: Component {
    let lines: [VictimLine]
    let links: PathwayLinks

    package init(lines: [VictimLine], links: PathwayLinks) {
        self.lines = lines
        self.links = links
    }

    package var markup: Markup {
        Card("Pathways") {
            DataTable(
                "Pathways",
                columns: [.init("Pathway", .rowHeading), .init("Begun", .unbroken), .init("Age"), .init("Referral")],
                rows: lines.map { line in
                    [
                        a(.href(links.victim(line.id))) { line.reference }, .text(line.openedOn.text),
                        .text(line.age.group.label), PathwayListPage.standing(line).markup,
                    ]
                })
            p(.class("soft")) { "Shown only to those who work with the person, and to the coordinator." }
        }.markup
    }
}
