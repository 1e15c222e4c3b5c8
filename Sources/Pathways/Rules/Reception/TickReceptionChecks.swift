import Access
import Kernel

/// Ticks lines of the activation checklist: who did it and when is kept.
package enum TickReceptionChecks: Verb {
    package typealias Record = ReceptionActivation
    package static let name = "tick-reception-checks"
    package static let relation = Relation.receptionActivations
    package static let roles: Set<Role> = [.coordinator, .member]
}

extension ReceptionDesk {
    /// Throws `AccessError.notVisible`.
    package func tick(
        _ numbers: [Int], at opening: ID<ReceptionActivation>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<ReceptionActivation>> {
        try await desk.change(TickReceptionChecks.self, on: opening, by: viewer, key: key) { change in
            guard try change.reading.opening(opening).isOpen else { return .refused([ReceptionDesk.isClosed]) }
            let open = Set(try change.reading.checks(at: opening).filter { $0.tickedAt == nil }.map(\.number))
            let done = Set(numbers).intersection(open)
            guard !done.isEmpty else { return .refused([Problem("checks", "Tick what is done")]) }
            try change.tick(done.sorted())
            change.note("Checklist of a reception centre ticked")
            return .done(opening)
        }
    }

    static let isClosed = Problem("", "The centre is stood down: nothing is added to its register any more")
}
