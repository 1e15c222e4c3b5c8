import Access
import Kernel

/// Records what a visit came to, what was learnt, and who does what next.
package enum DebriefVisit: Verb {
    package typealias Record = Visit
    package static let name = "debrief-visit"
    package static let relation = Relation.visits
    package static let roles: Set<Role> = [.coordinator]
    package static let strand = "visits"

    package struct Draft: Sendable, Hashable {
        package var debrief: String
        package var lessons: String
        /// New follow-up tasks; those of an earlier debrief stay.
        package var tasks: [FollowUp]

        package init(debrief: String = "", lessons: String = "", tasks: [FollowUp] = []) {
            self.debrief = debrief
            self.lessons = lessons
            self.tasks = tasks
        }
    }

    /// Something that an agency has to do after the visit.
    package struct FollowUp: Sendable, Hashable {
        /// Which of the tasks it is, as its messages name it.
        package var number: Int
        package var title: String
        package var organisation: ID<Organisation>?
        package var dueOn: Day?
        /// Which strand it belongs to, and so who sees it: "location", "offenders" or "victims".
        package var strand: String

        package init(
            number: Int = 1, title: String, organisation: ID<Organisation>?, dueOn: Day?, strand: String = "location"
        ) {
            self.number = number
            self.title = title
            self.organisation = organisation
            self.dueOn = dueOn
            self.strand = strand
        }
    }

    package static let strands = ["location", "offenders", "victims"]

    /// Every reason why the debrief cannot be kept; empty means it can.
    package static func problems(_ draft: Draft, visit: VisitDetail, members: [PowersAdvice.Agency]) -> [Problem] {
        guard visit.status.tookPlace else {
            let reason =
                visit.status == .cancelled
                ? "The visit was called off" : "Record that the visit took place before the debrief"
            return [Problem("", reason)]
        }
        var problems: [Problem] = []
        if draft.debrief.isEmpty {
            problems.append(Problem("debrief", "Say what the visit came to"))
        }
        problems += [
            TextLength.problem("debrief", "debrief", draft.debrief, limit: TextLength.account),
            TextLength.problem("lessons", "lessons", draft.lessons, limit: TextLength.account),
        ].compactMap { $0 }
        for task in draft.tasks { problems += taskProblems(task, visitedOn: visit.visitedOn, members: members) }
        return problems
    }

    private static func taskProblems(
        _ task: FollowUp, visitedOn: Day, members: [PowersAdvice.Agency]
    ) -> [Problem] {
        let number = task.number
        var problems: [Problem] = []
        if task.title.isEmpty {
            problems.append(Problem("task-\(number)", "Say what is to be done in task \(number)"))
        }
        if let problem = TextLength.problem("task-\(number)", "task", task.title, limit: TextLength.line) {
            problems.append(problem)
        }
        if let organisation = task.organisation {
            if !members.contains(where: { $0.id == organisation }) {
                problems.append(Problem("task-\(number)-organisation", "Choose a member agency for task \(number)"))
            }
        } else {
            problems.append(Problem("task-\(number)-organisation", "Choose who does task \(number)"))
        }
        if let due = task.dueOn {
            if due < visitedOn {
                problems.append(Problem("task-\(number)-due", "The due date of task \(number) lies before the visit"))
            }
        } else {
            problems.append(Problem("task-\(number)-due", "Enter the due date of task \(number)"))
        }
        if !strands.contains(task.strand) {
            problems.append(Problem("task-\(number)-strand", "Choose the strand of task \(number) from the list"))
        }
        return problems
    }
}

extension VisitDesk {
    /// Keeps the debrief and opens its follow-up tasks. An agency that is given one sees the visit's concern from then on.
    ///
    /// Throws `AccessError.changedMeanwhile` when a debrief is there already and the writer had not seen this version:
    /// attendance that agencies record while the debrief is written does not count as such a change.
    package func debrief(
        _ visit: ID<Visit>, _ draft: DebriefVisit.Draft, version: Int?, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Visit>> {
        try await desk.change(DebriefVisit.self, on: visit, by: viewer, key: key) { change in
            let standing = try change.reading.visit(visit)
            let members = try change.reading.planningMembers()
            let problems = DebriefVisit.problems(draft, visit: standing, members: members)
            guard problems.isEmpty else { return .refused(problems) }
            if standing.status == .debriefed, let version, version != standing.version {
                throw AccessError.changedMeanwhile(version: standing.version)
            }
            try change.keep(draft, of: standing)
            let tasks = draft.tasks.count
            let names = members.filter { member in draft.tasks.contains { $0.organisation == member.id } }.map(\.name)
            let opened =
                tasks == 0
                ? "" : ", \(tasks) follow-up \(tasks == 1 ? "task" : "tasks") for \(names.joined(separator: ", "))"
            change.note("Debrief of visit \(standing.reference)\(opened)", concern: standing.concernID)
            return .done(visit)
        }
    }
}
