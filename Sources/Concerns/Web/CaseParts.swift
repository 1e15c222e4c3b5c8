import Access
import Design
import HTML
import Kernel
import Partnerships
import Store
import Web

/// What the work on a case shows on the concern's own page, read in the same transaction.
package struct CaseParts: Sendable {
    private let lists: CodeLists

    package init(lists: CodeLists) {
        self.lists = lists
    }

    package var parts: ConcernPageParts {
        let lists = lists
        return ConcernPageParts { reading, concern, context, now in
            let links = ConcernLinks(context.place.slug)
            let id = concern.id
            let strands = try reading.strands(of: id)
            let isWorked = concern.status.isOpen && concern.status != .awaitingCheck
            let isCoordinator = context.viewer.isCoordinator
            let leads = strands.contains { $0.lead == context.viewer.organisation }
            let outcome = OutcomeSection(concern: concern, outcomes: try reading.outcomes(of: id), lists: lists)
            let tasks = TasksSection(
                concern: id, tasks: try reading.tasks(of: id), canAdd: isWorked && (isCoordinator || leads),
                today: now.day, links: links)
            let files = FilesSection(
                files: try reading.files(of: .concern(id)), link: links.files(id), canAdd: concern.status.isOpen)
            let circle = CircleSection(
                concern: id, circle: try reading.circle(of: id),
                agreement: try reading.partnership(id: context.place.id)?.sharingAgreement ?? "", links: links)
            let recent = try reading.timeline(of: id, lists: lists, size: 8)
            let timeline = TimelineSection(
                entries: recent.items, now: now, more: recent.next == nil ? nil : links.timeline(id))
            let joined = try reading.concernsJoined(to: id)
            return (
                main: Markup {
                    outcome
                    StrandsSection(concern: id, strands: strands, canOpen: isWorked && isCoordinator, links: links)
                    tasks
                    files
                },
                side: Markup {
                    CaseActions(concern: concern, viewer: context.viewer, links: links)
                    JoinedSection(concerns: joined, links: links)
                    circle
                    timeline
                }
            )
        }
    }
}

/// The concerns that were joined to this one.
struct JoinedSection: Component {
    let concerns: [ConcernLine]
    let links: ConcernLinks

    var markup: Markup {
        if concerns.isEmpty { return Markup() }
        return Card("Joined to this") {
            ul {
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

/// What else can be done with a concern, beside the next step that its heading offers.
struct CaseActions: Component {
    let concern: ConcernDetail
    let viewer: Viewer
    let links: ConcernLinks

    var markup: Markup {
        let actions = actions
        if actions.isEmpty { return Markup() }
        return Card("Do more") {
            ul { for (words, link) in actions { li { a(.href(link)) { words } } } }
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
