import Access
import Concerns
import Kernel
import Partnerships

/// Puts a screening right: whoever recorded it, until the debrief.
package enum CorrectScreening: Verb {
    package typealias Record = Screening
    package static let name = "correct-screening"
    package static let relation = Relation.screenings
    package static let roles: Set<Role> = [.coordinator, .member, .visitTeam]
    package static let strand = "victims"

    /// Every reason why the screening cannot be corrected; empty means it can.
    package static func problems(
        _ draft: RecordScreening.Draft, status: VisitStatus, lists: CodeLists, questions: ScreeningQuestions
    ) -> [Problem] {
        if status == .debriefed {
            return [Problem("", "The visit is debriefed: its screenings can no longer be changed")]
        }
        if status == .cancelled { return [Problem("", "The visit was called off")] }
        return RecordScreening.problems(draft, lists: lists, questions: questions)
    }

    /// Whether this entry is the viewer's own.
    package static func isOwn(_ entry: ScreeningEntry, of viewer: Viewer) -> Bool {
        guard let person = viewer.person else { return false }
        return entry.person == person
    }
}

extension VisitDesk {
    /// Corrects a screening. An empty name leaves the sealed one as it is; another name is what the person is found by from
    /// now on.
    ///
    /// - Parameter stamp: `ScreeningAnswers.stamp` of the answers that the writer saw.
    ///
    /// Throws `AccessError.denied` for somebody else's entry, `.changedMeanwhile` when it was corrected since.
    package func correctScreening(
        _ screening: ID<Screening>, _ draft: RecordScreening.Draft, stamp: String, by viewer: Viewer,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<Screening>> {
        try await desk.change(CorrectScreening.self, on: screening, by: viewer, key: key) { change in
            let entry = try change.reading.screening(screening)
            guard CorrectScreening.isOwn(entry, of: viewer) else { throw AccessError.denied }
            let visit = try change.reading.visit(entry.visit)
            let problems = CorrectScreening.problems(draft, status: visit.status, lists: lists, questions: questions)
            guard problems.isEmpty else { return .refused(problems) }
            guard entry.answers.stamp == stamp else { throw AccessError.changedMeanwhile(version: 0) }
            try change.update(draft)
            try change.readAnew(draft, on: visit.visitedOn)
            change.note("A screening at visit \(visit.reference) corrected", concern: visit.concernID)
            return .done(screening)
        }
    }
}

extension Change where V == CorrectScreening {
    /// Lets the person be found by the corrected name and by no other. What the answers are compared by is read anew when the
    /// database is linked.
    fileprivate func readAnew(_ draft: RecordScreening.Draft, on day: Day) throws {
        try readAnew(.screening(record))
        guard !draft.identity.isEmpty else { return }
        let mention = MatchKeys.mention(kind: "person", value: "", name: draft.identity, field: "person")
        try indexMentions([mention].compactMap { $0 }, of: .screening(record), on: day, in: try reading.ownPartnership)
    }
}
