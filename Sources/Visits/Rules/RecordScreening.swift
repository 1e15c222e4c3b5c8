import Access
import Kernel
import Partnerships

/// Records one person who was met on a visit.
package enum RecordScreening: Verb {
    package typealias Record = Screening
    package static let name = "record-screening"
    package static let relation = Relation.screenings
    package static let roles: Set<Role> = [.coordinator, .member, .visitTeam]
    package static let event = JournalEvent.collection
    package static let strand = "victims"

    package struct Draft: Sendable, Hashable {
        package var answers: ScreeningAnswers
        /// The person's name, where it was given: kept sealed and nowhere else.
        package var identity: String

        package init(answers: ScreeningAnswers, identity: String = "") {
            self.answers = answers
            self.identity = identity
        }
    }

    /// Every reason why the screening cannot be recorded; empty means it can.
    ///
    /// Entries that waited in a telephone may arrive late: they are taken after the debrief too.
    package static func problems(
        _ draft: Draft, status: VisitStatus, visitedOn: Day, today: Day, lists: CodeLists, questions: ScreeningQuestions
    ) -> [Problem] {
        if status == .cancelled { return [Problem("", "The visit was called off: nobody can be screened at it")] }
        if visitedOn > today {
            return [Problem("", "The visit is on \(visitedOn.text). People can be screened from that day on")]
        }
        return problems(draft, lists: lists, questions: questions)
    }

    /// What is wrong with the answers themselves.
    package static func problems(_ draft: Draft, lists: CodeLists, questions: ScreeningQuestions) -> [Problem] {
        let answers = draft.answers
        var problems: [Problem] = []
        func check(_ field: String, _ code: String, _ list: String, missing: String, optional: Bool = false) {
            if code.isEmpty {
                if !optional { problems.append(Problem(field, missing)) }
            } else if !lists[list].contains(code) {
                problems.append(Problem(field, "\(missing) from the list"))
            }
        }
        check("gender", answers.gender, "gender", missing: "Choose the gender")
        check("age_group", answers.ageGroup, "age_group", missing: "Choose the age")
        check("nationality", answers.nationality, "nationality", missing: "Choose the nationality")
        check("language", answers.language, "language", missing: "Choose the language", optional: true)
        check("outcome", answers.outcome, "screening_outcome", missing: "Choose what the screening showed")
        check("consent", answers.consent, "conversation_consent", missing: "Choose the answer", optional: true)
        check("next_step", answers.nextStep, "screening_next_step", missing: "Choose the next step", optional: true)
        if answers.indicators.contains(where: { questions[$0] == nil }) {
            problems.append(Problem("indicators", "Choose what you noticed from the list"))
        }
        problems += [
            TextLength.problem("note", "note", answers.note, limit: 2_000),
            TextLength.problem("identity", "name", draft.identity, limit: TextLength.line),
        ].compactMap { $0 }
        return problems
    }
}

extension VisitDesk {
    /// Records one person met; the name is sealed. The same key again answers the first result and records nothing.
    package func recordScreening(
        at visit: ID<Visit>, _ draft: RecordScreening.Draft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Screening>> {
        try await desk.create(RecordScreening.self, by: viewer, key: key) { change in
            let standing = try change.reading.visit(visit)
            let problems = RecordScreening.problems(
                draft, status: standing.status, visitedOn: standing.visitedOn, today: change.moment.day, lists: lists,
                questions: questions)
            guard problems.isEmpty else { return .refused(problems) }
            try change.insert(draft, at: standing)
            change.note("A person screened at visit \(standing.reference)", concern: standing.concernID)
            return .done(change.record)
        }
    }
}
