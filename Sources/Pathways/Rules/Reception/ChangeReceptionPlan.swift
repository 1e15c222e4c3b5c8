import Access
import Kernel

/// Changes the plan of a reception centre: a new version of it; the older ones stay readable.
package enum ChangeReceptionPlan: Verb {
    package typealias Record = ReceptionCentre
    package static let name = "change-reception-plan"
    package static let relation = Relation.receptionCentres
    package static let roles: Set<Role> = [.coordinator]
}

extension ReceptionDesk {
    /// Throws `AccessError.notVisible`, `.denied`, and `.changedMeanwhile` when the centre has another version.
    package func change(
        _ centre: ID<ReceptionCentre>, to facts: CentreFacts, _ plan: ReceptionPlan, address: AddressChange, version: Int,
        by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<ReceptionCentre>> {
        try await desk.change(ChangeReceptionPlan.self, on: centre, by: viewer, expecting: version, key: key) { change in
            var typed = ""
            if case .replace(let text) = address { typed = text }
            let problems = PlanReception.problems(facts, plan, address: typed, towns: try change.reading.towns(), lists: lists)
            guard problems.isEmpty else { return .refused(problems) }
            let standing = try change.reading.centre(centre)
            let isNew = try change.reading.plan(of: centre, number: standing.planNumber) != plan
            if address == .remove { try change.erases(ReceptionFields.address) }
            try change.update(facts, address: address, number: isNew ? standing.planNumber + 1 : standing.planNumber)
            if isNew { try change.keepPlan(plan, number: standing.planNumber + 1) }
            change.note("Plan of a reception centre changed")
            return .done(centre)
        }
    }
}
