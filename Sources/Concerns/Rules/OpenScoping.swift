import Access
import Kernel
import Partnerships
import Store

/// Asks chosen agencies what they hold. Each of them sees the concern from then on, and its own answer.
package enum OpenScoping: Verb {
    package typealias Record = Concern
    package static let name = "open-scoping"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.disclosure

    package struct Draft: Sendable {
        package var question: String
        package var organisations: [ID<Organisation>]
        package var dueAt: Moment?

        package init(question: String, organisations: [ID<Organisation>], dueAt: Moment?) {
            self.question = question
            self.organisations = organisations
            self.dueAt = dueAt
        }
    }

    package static func problems(
        _ draft: Draft, status: ConcernStatus, hasOpenRound: Bool, members: Set<ID<Organisation>>, now: Moment
    ) -> [Problem] {
        var problems: [Problem] = []
        if !status.isOpen { problems.append(Problem("", "This concern is closed: open it again before you ask the agencies")) }
        if status == .awaitingCheck {
            problems.append(Problem("", "This report has not been checked yet: accept it first"))
        }
        if hasOpenRound { problems.append(Problem("", "A round is open: close it before you open the next")) }
        if draft.organisations.isEmpty { problems.append(Problem("organisations", "Choose at least one agency to ask")) }
        if !draft.organisations.allSatisfy(members.contains) {
            problems.append(Problem("organisations", "Choose from the members of this partnership"))
        }
        if draft.question.isEmpty { problems.append(Problem("question", "Write the question that the agencies will read")) }
        if draft.question.count > 2_000 {
            problems.append(Problem("question", "This is longer than 2,000 characters: shorten it"))
        }
        if let due = draft.dueAt {
            if due <= now { problems.append(Problem("due", "The answer must be due in the future: choose a later day or time")) }
            if due > now.adding(days: 92) { problems.append(Problem("due", "Choose a time within three months")) }
        } else {
            problems.append(Problem("due", "Enter the day and time by which you need the answers"))
        }
        return problems
    }
}

extension Change where V == OpenScoping {
    func open(_ draft: OpenScoping.Draft, due: Moment, number: Int, partnership: ID<Partnership>) throws {
        let round = newID(ScopingRound.self)
        try run(
            """
            INSERT INTO \(table(.scopingRounds)) (id, concern_id, partnership_id, number, question, opened_at, due_at,
                closing_summary)
            VALUES (\(round), \(record), \(partnership), \(number), \(draft.question), \(moment), \(due), '')
            """)
        for organisation in Set(draft.organisations).sorted() {
            try run(
                """
                INSERT INTO \(table(.scopingRequests)) (id, round_id, concern_id, partnership_id, organisation_id, version,
                    sent_at, due_at, reminders, summary, grading, conditions, speak_to, is_waiting)
                VALUES (\(newID(ScopingRequest.self)), \(round), \(record), \(partnership), \(organisation), 1,
                    \(moment), \(due), 0, '', '', '', '', 1)
                """)
            try admit(
                organisation, to: record, of: partnership, seesVictims: false, basis: "Asked in round \(number)")
        }
        try run("UPDATE \(target) SET status = 'scoping' WHERE id = \(record) AND status IN ('raised', 'triaged')")
    }
}

extension ConcernDesk {
    package func openScoping(
        _ id: ID<Concern>, _ draft: OpenScoping.Draft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        let now = desk.world.now()
        return try await desk.change(OpenScoping.self, on: id, by: viewer, key: key) { change in
            guard let partnership = viewer.partnership else { throw AccessError.denied }
            let status = try change.reading.concern(id).status
            let rounds = try change.reading.scopingRounds(of: id)
            let problems = OpenScoping.problems(
                draft, status: status, hasOpenRound: rounds.contains { $0.closedAt == nil },
                members: Set(try change.members(of: partnership).map(\.id)), now: now)
            guard problems.isEmpty, let due = draft.dueAt else { return .refused(problems) }
            let number = (rounds.map(\.number).max() ?? 0) + 1
            try change.open(draft, due: due, number: number, partnership: partnership)
            let count = Set(draft.organisations).count
            change.note("Round \(number) sent to \(count) \(count == 1 ? "agency" : "agencies")")
            return .done(id)
        }
    }
}
