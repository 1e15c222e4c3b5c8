import Access
import Kernel
import Partnerships
import Store

/// Gives an organisation something to do on a concern. It sees the concern from then on.
package enum AddTask<Scope: StrandScope>: Verb {
    package typealias Record = WorkTask
    package static var name: String { "add-task" }
    package static var relation: Relation { .tasks }
    package static var roles: Set<Role> { [.coordinator, .member] }
    package static var event: JournalEvent { .disclosure }
    package static var strand: String { Scope.strand }
}

/// What is to be done, by whom and until when.
package struct TaskDraft: Sendable {
    package var title: String
    package var organisation: ID<Organisation>?
    package var dueOn: DecideResponse.Draft.DayEntry
    /// A `StrandKind`, or empty for the concern as a whole.
    package var strand: String

    package init(
        title: String, organisation: ID<Organisation>?, dueOn: DecideResponse.Draft.DayEntry, strand: String = ""
    ) {
        self.title = title
        self.organisation = organisation
        self.dueOn = dueOn
        self.strand = strand
    }

    /// - Parameters:
    ///   - strands: the strands that are open on the concern, as far as the viewer sees them.
    ///   - choosable: the organisations that the viewer may give a task to.
    package func problems(
        status: ConcernStatus, strands: [StrandKind], choosable: Set<ID<Organisation>>, today: Day
    ) -> [Problem] {
        var problems: [Problem] = []
        if let obstacle = StrandDraft.obstacle(status) { problems.append(obstacle) }
        if title.isEmpty { problems.append(Problem("title", "Say what is to be done, without names")) }
        if title.count > 300 { problems.append(Problem("title", "This is longer than 300 characters: shorten it")) }
        if let organisation {
            if !choosable.contains(organisation) {
                problems.append(Problem("organisation", "Choose one of the organisations in the list"))
            }
        } else {
            problems.append(Problem("organisation", "Choose who does it"))
        }
        switch dueOn {
        case .missing: problems.append(Problem("due_on", "Enter the day by which it is to be done"))
        case .unreadable:
            problems.append(Problem("due_on", "Enter the date as day, month and year, such as 8 2 2020"))
        case .day(let day):
            if day < today { problems.append(Problem("due_on", "This day lies in the past: choose a later one")) }
            if day > today.adding(days: 730) { problems.append(Problem("due_on", "Choose a day within two years")) }
        }
        if !strand.isEmpty, !strands.contains(where: { $0.rawValue == strand }) {
            problems.append(Problem("strand", "Choose one of the strands that are open"))
        }
        return problems
    }
}

extension ConcernDesk {
    /// Adds a task. The coordinator gives it to any member; the organisation that leads a strand gives tasks of that
    /// strand to those who see the concern already.
    package func addTask(
        to concern: ID<Concern>, _ draft: TaskDraft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<WorkTask>> {
        let scope = StrandKind.scope(of: draft.strand)
        return try await add(scope, to: concern, draft, by: viewer, key: key)
    }

    private func add<Scope: StrandScope>(
        _ scope: Scope.Type, to concern: ID<Concern>, _ draft: TaskDraft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<WorkTask>> {
        let today = desk.world.now().day
        return try await desk.create(AddTask<Scope>.self, by: viewer, key: key) { change in
            guard let partnership = viewer.partnership else { throw AccessError.denied }
            let status = try change.reading.concern(concern).status
            let strands = try change.reading.strands(of: concern)
            let members = try change.members(of: partnership)
            var choosable = Set(members.map(\.id))
            if !viewer.isCoordinator {
                let leads = strands.contains { $0.kind.rawValue == draft.strand && $0.lead == viewer.organisation }
                guard leads else { throw AccessError.denied }
                choosable.formIntersection(
                    try change.reading.circle(of: concern).filter(\.isCurrent).map(\.organisation))
            }
            let problems = draft.problems(
                status: status, strands: strands.map(\.kind), choosable: choosable, today: today)
            guard problems.isEmpty, let organisation = draft.organisation, let due = draft.dueOn.day else {
                return .refused(problems)
            }
            try change.run(
                """
                INSERT INTO \(change.target) (id, partnership_id, concern_id, strand, version, title, organisation_id,
                    due_on, is_open, result, created_at)
                VALUES (\(change.record), \(partnership), \(concern), \(draft.strand), 1, \(draft.title),
                    \(organisation), \(due), 1, '', \(change.moment))
                """)
            try change.admit(organisation, to: concern, of: partnership, seesVictims: false, basis: "Has a task")
            let name = members.first { $0.id == organisation }?.name ?? "an organisation"
            change.note("Task for \(name), due \(due.text): \(draft.title)", concern: concern)
            return .done(change.record)
        }
    }
}
