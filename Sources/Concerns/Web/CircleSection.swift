import Access
import Design
import HTML
import Kernel

/// Which organisations see a concern, in short, for the side of its page.
package struct CircleSection: Component {
    let concern: ID<Concern>
    let circle: [CircleMember]
    let agreement: String
    let links: ConcernLinks
    /// Whether the journal of the concern is open to the viewer.
    let readsJournal: Bool

    package init(
        concern: ID<Concern>, circle: [CircleMember], agreement: String, links: ConcernLinks, readsJournal: Bool = false
    ) {
        self.readsJournal = readsJournal
        self.concern = concern
        self.circle = circle
        self.agreement = agreement
        self.links = links
    }

    package var markup: Markup {
        let current = circle.filter(\.isCurrent)
        return Card(
            "Who sees this", id: "who", aside: { a(.href(links.circle(concern))) { "Details" } }
        ) {
            if current.isEmpty {
                p { "Only the coordinator." }
            } else {
                ul(.class("plain")) {
                    for member in current {
                        li {
                            member.name
                            if member.seesVictims { span(.class("soft")) { " · victims strand" } }
                        }
                    }
                }
            }
            if !agreement.isEmpty { p(.class("soft")) { "Under \(agreement)" } }
            if readsJournal { p { a(.href(links.journal(concern))) { "Who has looked at this" } } }
        }.markup
    }
}
