import Access
import Kernel

/// Says how many places are free now.
package enum TellPlaces: Verb {
    package typealias Record = SupportService
    package static let name = "tell-places"
    package static let relation = Relation.supportServices
    package static let roles: Set<Role> = [.coordinator, .member]

    /// Every reason why the number cannot be right; empty means it can be.
    package static func problems(_ free: Int?, of service: ServiceDetail) -> [Problem] {
        guard let free, (0...10_000).contains(free) else {
            return [Problem("places_free", "Enter how many places are free, in figures")]
        }
        if let capacity = service.facts.capacity, free > capacity {
            return [Problem("places_free", "Enter at most \(capacity): that is all the places there are")]
        }
        return []
    }
}

extension ServiceDesk {
    /// The coordinator tells for any service, a member for its own. Throws `AccessError.notVisible` and `.denied`.
    package func tellPlaces(
        _ free: Int?, of service: ID<SupportService>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<SupportService>> {
        try await desk.change(TellPlaces.self, on: service, by: viewer, key: key) { change in
            let standing = try change.reading.service(service)
            guard viewer.isCoordinator || standing.isOwn(viewer) else { throw AccessError.denied }
            let problems = TellPlaces.problems(free, of: standing)
            guard problems.isEmpty, let free else { return .refused(problems) }
            try change.keepPlaces(free)
            change.note("Places free told")
            return .done(service)
        }
    }
}
