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

/// Remembers that two concerns look alike and are not the same, so that nobody is asked again.
package enum NotTheSame: Verb {
    package typealias Record = Concern
    package static let name = "not-the-same"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]
}

extension Reading {
    /// The organisations that see `concern` now and do not see `other`: who would newly see it after a join.
    package func newcomers(from concern: ID<Concern>, to other: ID<Concern>) throws -> [CircleMember] {
        let there = Set(try circle(of: other).filter(\.isCurrent).map(\.organisation))
        return try circle(of: concern).filter { $0.isCurrent && !there.contains($0.organisation) }
    }

    /// The concerns that are joined to this one.
    package func concernsJoined(to concern: ID<Concern>) throws -> [ConcernLine] {
        try concernLines(where: "c.joined_to = \(concern)", limit: 50)
    }

    /// Whether somebody has said that these two are not the same.
    package func areApart(_ concern: ID<Concern>, _ other: ID<Concern>) throws -> Bool {
        try value(
            """
            SELECT 1 FROM \(visible(.notTheSame)) n WHERE n.concern_id = \(concern) AND n.other_id = \(other)
            """, as: Int.self) != nil
    }
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

    /// Remembers, in both directions, that two concerns are not the same.
    package func keepApart(
        _ id: ID<Concern>, _ other: ID<Concern>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        try await desk.change(NotTheSame.self, on: id, by: viewer, key: key) { change in
            guard let partnership = viewer.partnership else { throw AccessError.denied }
            let target = try change.reading.concern(other)
            if id == other { return .refused([Problem("", "A concern cannot be compared with itself")]) }
            for (one, two) in [(id, other), (other, id)] {
                try change.run(
                    """
                    INSERT INTO \(change.table(.notTheSame)) (concern_id, other_id, partnership_id, decided_at)
                    VALUES (\(one), \(two), \(partnership), \(change.moment))
                    ON CONFLICT (concern_id, other_id) DO NOTHING
                    """)
            }
            change.note("Not the same as \(target.reference)")
            return .done(id)
        }
    }
}

extension IdempotencyKey {
    /// The key of the next step of the same piece of work.
    func following(_ step: String) -> IdempotencyKey? { IdempotencyKey("\(text)/\(step)") }
}
