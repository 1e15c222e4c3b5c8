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
            let circleMembers = try reading.circle(of: id)
            let outcome = OutcomeSection(
                concern: concern, outcomes: try reading.outcomes(of: id),
                seesVictims: isCoordinator
                    || circleMembers.contains {
                        $0.isCurrent && $0.seesVictims && $0.organisation == context.viewer.organisation
                    }, lists: lists)
            let tasks = TasksSection(
                concern: id, tasks: try reading.tasks(of: id), canAdd: isWorked && (isCoordinator || leads),
                today: now.day, links: links)
            let files = FilesSection(
                files: try reading.files(of: .concern(id)), link: links.files(id), canAdd: concern.status.isOpen)
            let circle = CircleSection(
                concern: id, circle: circleMembers,
                agreement: try reading.partnership(id: context.place.id)?.sharingAgreement ?? "", links: links,
                readsJournal: isCoordinator)
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
