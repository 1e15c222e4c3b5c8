import Access
import Kernel
import Partnerships
import Store

/// Says that a concern is the same as another one. Nothing is deleted: the joined concern leads to the other.
package enum JoinConcern: Verb {
    package typealias Record = Concern
    package static let name = "join-concern"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.combination

    /// - Parameters:
    ///   - newcomers: the organisations that will see the other concern only because of this.
    ///   - confirmed: those that the coordinator was shown and agreed to.
    package static func problems(
        _ concern: ConcernDetail, into other: ConcernDetail, newcomers: Set<ID<Organisation>>,
        confirmed: Set<ID<Organisation>>
    ) -> [Problem] {
        if concern.id == other.id { return [Problem("", "A concern cannot be joined to itself")] }
        var problems: [Problem] = []
        if !concern.status.isOpen { problems.append(Problem("", "\(concern.reference) is closed or joined already")) }
        if concern.status == .awaitingCheck || other.status == .awaitingCheck {
            problems.append(Problem("", "A report that has not been checked cannot be joined: check it first"))
        }
        if other.status == .joined {
            problems.append(Problem("", "\(other.reference) is joined to another concern itself: join to that one"))
        }
        if other.status == .closed {
            problems.append(Problem("", "\(other.reference) is closed: open it again before you join another to it"))
        }
        if !newcomers.isSubset(of: confirmed) {
            problems.append(
                Problem("confirmed", "Confirm that these organisations may see \(other.reference) from now on"))
        }
        return problems
    }
}

/// Lets the circle of a joined concern see the one that it was joined to.
package enum CarryCircleOver: Verb {
    package typealias Record = Concern
    package static let name = "carry-circle-over"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.disclosure

    /// Why an organisation sees a concern to which another one was joined.
    static func basis(_ reference: String) -> String { "Sees \(reference), which was joined to this" }
}

extension ConcernDesk {
    /// Joins a concern to another one. Its circle sees the other from then on, without what is not theirs there: neither
    /// the other agencies' answers nor the victims strand.
    package func join(
        _ id: ID<Concern>, to other: ID<Concern>, confirmed: Set<ID<Organisation>>, by viewer: Viewer,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        let joined = try await desk.change(JoinConcern.self, on: id, by: viewer, key: key) {
            change -> Outcome<Joined> in
            let concern = try change.reading.concern(id)
            let target = try change.reading.concern(other)
            let newcomers = try change.reading.newcomers(from: id, to: other)
            let problems = JoinConcern.problems(
                concern, into: target, newcomers: Set(newcomers.map(\.organisation)), confirmed: confirmed)
            guard problems.isEmpty else { return .refused(problems) }
            try change.run(
                """
                UPDATE \(change.target) SET status = 'joined', is_open = 0, joined_to = \(other),
                    closing_reason = 'duplicate', closed_at = \(change.moment)
                WHERE id = \(id)
                """)
            change.note("Joined to \(target.reference)")
            return .done(Joined(reference: concern.reference, newcomers: newcomers.map(\.organisation)))
        }
        guard let done = joined.result else { return .refused(joined.problems) }
        return try await desk.change(CarryCircleOver.self, on: other, by: viewer, key: key?.following("circle")) { change in
            guard let partnership = viewer.partnership else { throw AccessError.denied }
            for organisation in done.newcomers {
                try change.admit(
                    organisation, to: other, of: partnership, seesVictims: false,
                    basis: CarryCircleOver.basis(done.reference))
            }
            change.note("\(done.reference) was joined to this concern")
            return .done(other)
        }
    }

    private struct Joined: Codable, Sendable {
        let reference: String
        let newcomers: [ID<Organisation>]
    }

}

extension IdempotencyKey {
    /// The key of the next step of the same piece of work.
    func following(_ step: String) -> IdempotencyKey? { IdempotencyKey("\(text)/\(step)") }
}
