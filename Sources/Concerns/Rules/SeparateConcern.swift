import Access
import Kernel
import Store

/// Undoes a join.
package enum SeparateConcern: Verb {
    package typealias Record = Concern
    package static let name = "separate-concern"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]

    package static func problems(reason: String, status: ConcernStatus) -> [Problem] {
        if status != .joined { return [Problem("", "This concern is not joined to another")] }
        if reason.isEmpty { return [Problem("reason", "Say why the two are not the same")] }
        if reason.count > 2_000 { return [Problem("reason", "This is longer than 2,000 characters: shorten it")] }
        return []
    }
}

/// Ends what organisations saw only because another concern was joined to this one.
package enum TakeCircleBack: Verb {
    package typealias Record = Concern
    package static let name = "take-circle-back"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]
}

extension ConcernDesk {
    /// Separates a joined concern again; what its circle saw of the other only for that reason ends.
    package func separate(
        _ id: ID<Concern>, reason: String, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        let separated = try await desk.change(SeparateConcern.self, on: id, by: viewer, key: key) {
            change -> Outcome<Separated> in
            let concern = try change.reading.concern(id)
            let problems = SeparateConcern.problems(reason: reason, status: concern.status)
            guard problems.isEmpty, let other = concern.joinedTo else { return .refused(problems) }
            try change.openAgain(concern)
            change.note("Separated again: \(reason)")
            return .done(Separated(reference: concern.reference, other: other))
        }
        guard let done = separated.result else { return .refused(separated.problems) }
        return try await desk.change(TakeCircleBack.self, on: done.other, by: viewer, key: key?.following("circle")) {
            change in
            try change.run(
                """
                UPDATE \(change.table(.circles)) SET removed_at = \(change.moment), sees_answers = 0, sees_victims = 0
                WHERE concern_id = \(done.other) AND removed_at IS NULL
                    AND basis = \(CarryCircleOver.basis(done.reference))
                """)
            change.note("\(done.reference) was separated from this concern")
            return .done(id)
        }
    }

    private struct Separated: Codable, Sendable {
        let reference: String
        let other: ID<Concern>
    }
}
