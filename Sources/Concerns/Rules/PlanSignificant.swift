import Access
import Kernel
import Store

/// The planning meeting and the tactical plan that a significant response needs before any visit can be marked ready.
package enum PlanSignificant: Verb {
    package typealias Record = Concern
    package static let name = "plan-significant"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]
    /// Only those who see the agencies' answers read the plan, on the timeline too.
    package static let strand = "answers"

    package static func problems(meeting: Day?, notes: String, plan: String, response: ResponseGrade?, today: Day) -> [Problem] {
        var problems: [Problem] = []
        if response != .significant { problems.append(Problem("", "Only a significant response has a planning meeting")) }
        if meeting == nil {
            problems.append(Problem("planning_meeting_on", "Enter the day of the planning meeting as day, month and year"))
        }
        if notes.isEmpty { problems.append(Problem("planning_meeting_notes", "Say who met and what was agreed")) }
        if plan.isEmpty, let meeting, meeting <= today {
            problems.append(Problem("tactical_plan", "The meeting has been held: write the tactical plan"))
        }
        for (field, text) in [("planning_meeting_notes", notes), ("tactical_plan", plan)] where text.count > 20_000 {
            problems.append(Problem(field, "This is longer than 20,000 characters: shorten it or attach a document"))
        }
        return problems
    }
}

extension ConcernDesk {
    package func planSignificant(
        _ id: ID<Concern>, meeting: Day?, notes: String, plan: String, by viewer: Viewer, expecting version: Int?,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        let today = desk.world.now().day
        return try await desk.change(PlanSignificant.self, on: id, by: viewer, expecting: version, key: key) { change in
            let problems = PlanSignificant.problems(
                meeting: meeting, notes: notes, plan: plan, response: try change.reading.concern(id).response, today: today)
            guard problems.isEmpty else { return .refused(problems) }
            try change.run(
                """
                UPDATE \(change.target) SET planning_meeting_on = \(meeting), planning_meeting_notes = \(notes),
                    tactical_plan = \(plan) WHERE id = \(id)
                """)
            change.note(plan.isEmpty ? "Planning meeting recorded" : "Planning meeting and tactical plan recorded")
            return .done(id)
        }
    }
}
