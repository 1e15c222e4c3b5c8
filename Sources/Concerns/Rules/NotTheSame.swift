import Access
import Kernel
import Store

/// Remembers that two concerns look alike and are not the same, so that nobody is asked again.
package enum NotTheSame: Verb {
    package typealias Record = Concern
    package static let name = "not-the-same"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]
}

extension ConcernDesk {
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
