import Access
import Design
import HTML
import Kernel

/// What else can be done with a concern, beside the next step that its heading offers.
struct CaseActions: Component {
    let concern: ConcernDetail
    let viewer: Viewer
    let links: ConcernLinks

    var markup: Markup {
        let actions = actions
        if actions.isEmpty { return Markup() }
        return Card("Do more") {
            ul(.class("plain")) { for (words, link) in actions { li { a(.href(link)) { words } } } }
        }.markup
    }

    private var actions: [(String, Link)] {
        guard concern.status.isOpen else { return [] }
        var actions: [(String, Link)] = []
        if !concern.immediateDanger {
            actions.append(("Somebody is in danger now", links.danger(concern.id)))
        } else {
            actions.append(("Add to the danger, or end it", links.danger(concern.id)))
        }
        if AmendConcern.isAllowed(concern, to: viewer) {
            actions.append(("Change what was told", links.amend(concern.id)))
        }
        if viewer.isCoordinator, concern.status != .awaitingCheck {
            actions.append(("Compare with another concern", links.findSame(concern.id)))
            actions.append(("Close the concern", links.close(concern.id)))
        }
        return actions
    }
}
