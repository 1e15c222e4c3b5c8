import Access
import HTML
import Kernel
import Store

/// Something about a visit that waits for somebody, for their own list of work.
package struct VisitWorkItem: Sendable, Hashable {
    package enum Need: String, Sendable {
        /// The plan is not complete.
        case makeReady
        /// The visit is close: read the briefing.
        case readBriefing
        /// The agency has not said what it did.
        case recordAttendance
        /// Nobody has recorded that the visit took place.
        case recordVisit
        case debrief
        /// A follow-up task of a visit without a concern; those of a concern are among its work.
        case finishTask
    }

    package let need: Need
    package let due: Moment
    package let title: String
    package let visit: ID<Visit>
    /// Empty where the viewer does not see the visit itself.
    package let reference: String
    package let place: String
    package let concern: ID<Concern>?
    /// The task that is to be finished.
    package var task: ID<WorkTask>?

    /// Where the work is done.
    package func link(_ slug: String) -> Link {
        let links = VisitLinks(slug)
        return task.map { links.task($0, of: visit) } ?? links.visit(visit)
    }

    /// What it comes from, in words: "Visit SW-V-0098".
    package var source: String { reference.isEmpty ? "Visit" : "Visit \(reference)" }
}

extension VisitWorkItem {
    /// A visit as far as work depends on it.
    struct Standing: Sendable {
        let visit: ID<Visit>
        let reference: String
        let status: VisitStatus
        let visitedOn: Day
        let startsAt: String
        let place: String
        let concern: ID<Concern>?
        /// What the viewer's own agency has recorded; nil when it is not on the visit.
        let attended: Attended?
    }

    /// What waits for a viewer at one visit.
    static func items(_ standing: Standing, isCoordinator: Bool, today: Day) -> [VisitWorkItem] {
        var needs: [(Need, Moment, String)] = []
        let start =
            ClockTime(standing.startsAt).map { Moment(day: standing.visitedOn, at: $0) }
            ?? Moment(day: standing.visitedOn, hour: 9)
        func endOfDay(after days: Int) -> Moment { Moment(day: standing.visitedOn.adding(days: days), hour: 17) }
        let name = "visit \(standing.reference)"
        if isCoordinator {
            switch standing.status {
            case .planned: needs.append((.makeReady, start, "Make \(name) ready"))
            case .ready where standing.visitedOn <= today:
                needs.append((.recordVisit, endOfDay(after: 1), "Record that \(name) took place"))
            case .made: needs.append((.debrief, endOfDay(after: 7), "Debrief \(name)"))
            default: break
            }
        }
        if let attended = standing.attended {
            if standing.status == .ready, standing.visitedOn >= today {
                needs.append((.readBriefing, start, "Read the briefing for \(name)"))
            }
            if attended == .notSaid, standing.visitedOn < today, standing.status != .cancelled {
                needs.append((.recordAttendance, endOfDay(after: 2), "Say what you did at \(name)"))
            }
        }
        return needs.map { need, due, title in
            VisitWorkItem(
                need: need, due: due, title: title, visit: standing.visit, reference: standing.reference,
                place: standing.place, concern: standing.concern)
        }
    }
}

extension Reading {
    /// What waits for the viewer at visits, by due time: those of the last year and of the two weeks to come.
    package func visitWork() throws -> [VisitWorkItem] {
        let today = moment.day
        let conditions: [Statement] = [
            "v.visited_on >= \(today.adding(days: -366))", "v.visited_on <= \(today.adding(days: 14))",
            "v.status IN ('planned', 'ready', 'made')",
        ]
        let standings = try rows(
            """
            SELECT v.id, v.reference, v.status, v.visited_on, v.starts_at, v.place, v.concern_id, a.attended
            FROM \(visible(.visits)) v LEFT JOIN \(visible(.visitAgencies)) a
                ON a.visit_id = v.id AND a.organisation_id = \(viewer.organisation)
            WHERE \(all: conditions) ORDER BY v.visited_on, v.id LIMIT 200
            """
        ) { row in
            VisitWorkItem.Standing(
                visit: try row.next(), reference: try row.next(), status: try row.next(), visitedOn: try row.next(),
                startsAt: try row.next(), place: try row.next(), concern: try row.next(), attended: try row.next())
        }
        let isCoordinator = viewer.isCoordinator
        let needs = standings.flatMap { VisitWorkItem.items($0, isCoordinator: isCoordinator, today: today) }
        return (needs + (try preventiveTasks())).sorted { ($0.due, $0.reference) < ($1.due, $1.reference) }
    }

    /// Open tasks of the viewer's organisation that came out of visits without a concern.
    private func preventiveTasks() throws -> [VisitWorkItem] {
        guard viewer.isCoordinator || viewer.has(.member), let organisation = viewer.organisation else { return [] }
        return try rows(
            """
            SELECT k.id, k.due_on, k.title, k.visit_id,
                (SELECT v.reference FROM \(visible(.visits)) v WHERE v.id = k.visit_id),
                (SELECT v.place FROM \(visible(.visits)) v WHERE v.id = k.visit_id)
            FROM \(visible(.tasks)) k
            WHERE k.organisation_id = \(organisation) AND k.is_open = 1 AND COALESCE(k.concern_id, '') = ''
                AND COALESCE(k.visit_id, '') <> ''
            ORDER BY k.due_on, k.id LIMIT 50
            """
        ) { row in
            let task: ID<WorkTask> = try row.next()
            let due: Day = try row.next()
            return VisitWorkItem(
                need: .finishTask, due: Moment(day: due, hour: 17), title: try row.next(), visit: try row.next(),
                reference: try row.next(String?.self) ?? "", place: try row.next(String?.self) ?? "", concern: nil,
                task: task)
        }
    }
}
