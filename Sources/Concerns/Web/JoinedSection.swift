import Access
import Design
import HTML
import Kernel

/// The concerns that were joined to this one.
struct JoinedSection: Component {
    let concerns: [ConcernLine]
    let links: ConcernLinks

    var markup: Markup {
        if concerns.isEmpty { return Markup() }
        return Card("Joined to this") {
            ul(.class("plain")) {
                for line in concerns {
                    li {
                        a(.href(links.concern(line.id))) { line.reference }
                        ", \(line.receivedOn.text)"
                    }
                }
            }
        }.markup
    }
}
