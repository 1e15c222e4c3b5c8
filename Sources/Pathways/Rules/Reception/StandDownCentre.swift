import Access
import Kernel

/// Closes an opening of a reception centre, when nobody is left unaccounted for.
package enum StandDownCentre: Verb {
    package typealias Record = ReceptionActivation
    package static let name = "stand-down-reception-centre"
    package static let relation = Relation.receptionActivations
    package static let roles: Set<Role> = [.coordinator, .member]

    /// Every reason why the centre stays open; empty means it can close.
    ///
    /// - Parameter present: the wristbands of those who have not left.
    package static func problems(debrief: String, lessons: String, present: [Int]) -> [Problem] {
        var problems = [
            TextLength.problem("debrief", "debrief", debrief, limit: TextLength.account),
            TextLength.problem("lessons", "lessons", lessons, limit: TextLength.account),
        ].compactMap { $0 }
        if !present.isEmpty {
            let shown = present.prefix(12).map(String.init).joined(separator: ", ")
            let more = present.count > 12 ? " and \(present.count - 12) more" : ""
            problems.append(Problem("", "Say first where everybody went: wristband \(shown)\(more)"))
        }
        if debrief.isEmpty { problems.append(Problem("debrief", "Write down how it went")) }
        if lessons.isEmpty { problems.append(Problem("lessons", "Write down what the plan should learn, or “none”")) }
        return problems
    }
}

extension ReceptionDesk {
    /// Throws `AccessError.notVisible`.
    package func standDown(
        _ opening: ID<ReceptionActivation>, debrief: String, lessons: String, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<ReceptionActivation>> {
        try await desk.change(StandDownCentre.self, on: opening, by: viewer, key: key) { change in
            guard try change.reading.opening(opening).isOpen else { return .refused([ReceptionDesk.isClosed]) }
            let problems = StandDownCentre.problems(
                debrief: debrief, lessons: lessons, present: try change.reading.wristbandsPresent(at: opening))
            guard problems.isEmpty else { return .refused(problems) }
            try change.close(debrief: debrief, lessons: lessons)
            change.note("Reception centre stood down")
            return .done(opening)
        }
    }
}
