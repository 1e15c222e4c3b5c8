import Access
import Kernel
import Partnerships

/// Goes through the accommodation checklist with a provider.
package enum AssessService: Verb {
    package typealias Record = ServiceAssessment
    package static let name = "assess-service"
    package static let relation = Relation.serviceAssessments
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.collection

    package struct Draft: Sendable, Hashable {
        package var assessedOn: Day?
        /// The answer to each point by its code.
        package var answers: [String: PointAnswer]
        /// Notes and evidence by the point's code: sealed, for they may tell where the house is.
        package var notes: [String: String]
        /// Why it is accepted although something essential is missing.
        package var reason: String
        package var nextDueOn: Day?

        package init(
            assessedOn: Day? = nil, answers: [String: PointAnswer] = [:], notes: [String: String] = [:], reason: String = "",
            nextDueOn: Day? = nil
        ) {
            self.assessedOn = assessedOn
            self.answers = answers
            self.notes = notes
            self.reason = reason
            self.nextDueOn = nextDueOn
        }
    }

    /// The longest time until the next assessment: an untouched checklist is worth nothing after a year.
    package static let longestInterval = 366

    /// What came of it: everything essential answered with yes, accepted with a reason, or not met.
    package static func result(_ draft: Draft, essential: [String]) -> AssessmentResult {
        if essential.allSatisfy({ draft.answers[$0] == .yes }) { return .met }
        return draft.reason.isEmpty ? .notMet : .metWithReason
    }

    /// Every reason why the assessment cannot be kept like this; empty means it can.
    package static func problems(_ draft: Draft, lists: CodeLists, today: Day) -> [Problem] {
        let points = checklist(lists, on: today)
        var problems = [TextLength.problem("reason", "reason", draft.reason, limit: TextLength.line)].compactMap { $0 }
        for point in points {
            if draft.answers[point.code] == nil {
                problems.append(Problem("answer-\(point.code)", "Answer: \(point.label)"))
            }
            if let problem = TextLength.problem(
                "note-\(point.code)", "note", draft.notes[point.code] ?? "", limit: TextLength.line)
            {
                problems.append(problem)
            }
        }
        if let on = draft.assessedOn, on <= today {
            if let next = draft.nextDueOn {
                if next <= on || next > on.adding(days: longestInterval) {
                    problems.append(Problem("next_due_on", "Enter a day within a year after the assessment"))
                }
            } else {
                problems.append(Problem("next_due_on", "Enter the day by which it is assessed again"))
            }
        } else {
            problems.append(Problem("assessed_on", "Enter the day of the assessment, today or before"))
        }
        return problems
    }

    /// The points that are asked on this day, the essential ones first.
    package static func checklist(_ lists: CodeLists, on day: Day) -> [CodeValue] {
        lists["accommodation_essential"].current(on: day) + lists["accommodation_further"].current(on: day)
    }
}

extension ServiceDesk {
    /// Throws `AccessError.notVisible` for a service that is not there, and `.denied`.
    package func assess(
        _ service: ID<SupportService>, _ draft: AssessService.Draft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<SupportService>> {
        try await desk.create(AssessService.self, by: viewer, key: key) { change in
            let standing = try change.reading.service(service)
            let today = change.moment.day
            var problems = AssessService.problems(draft, lists: lists, today: today)
            if !standing.facts.isAccommodation(lists) {
                problems.append(Problem("", "The checklist is for places where people live, and this is none"))
            }
            guard problems.isEmpty, let on = draft.assessedOn, let next = draft.nextDueOn else { return .refused(problems) }
            let result = AssessService.result(draft, essential: lists["accommodation_essential"].current(on: today).map(\.code))
            try change.insert(draft, of: service, assessedOn: on, nextDueOn: next, result: result)
            change.note("Accommodation checklist gone through")
            return .done(service)
        }
    }
}
