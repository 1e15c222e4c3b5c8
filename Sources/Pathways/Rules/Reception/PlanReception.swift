import Access
import Kernel
import Partnerships

/// Plans a reception centre.
package enum PlanReception: Verb {
    package typealias Record = ReceptionCentre
    package static let name = "plan-reception-centre"
    package static let relation = Relation.receptionCentres
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.collection

    /// Every reason why the plan cannot be kept like this; empty means it can.
    package static func problems(
        _ facts: CentreFacts, _ plan: ReceptionPlan, address: String, towns: [TermSummary], lists: CodeLists
    ) -> [Problem] {
        var problems = [
            TextLength.problem("name", "name", facts.name, limit: TextLength.line),
            TextLength.problem("address", "address", address, limit: TextLength.line),
            TextLength.problem("transport", "text", plan.transport, limit: TextLength.account),
            TextLength.problem("note", "note", plan.note, limit: TextLength.account),
        ].compactMap { $0 }
        if facts.name.isEmpty { problems.append(Problem("name", "Enter what the centre is called")) }
        if !(1...10_000).contains(facts.capacity) {
            problems.append(Problem("capacity", "Enter how many people it can hold, in figures"))
        }
        if let town = facts.town, !towns.contains(where: { $0.id == town }) {
            problems.append(Problem("town", "Choose a town from the list"))
        }
        if plan.roles.contains(where: { !lists["reception_role"].contains($0) }) {
            problems.append(Problem("roles", "Choose the roles from the list"))
        }
        for (field, lines) in [("rooms", plan.rooms), ("checklist", plan.checklist), ("stock", plan.stock)] {
            if lines.count > 60 || lines.contains(where: { $0.count > TextLength.line }) {
                problems.append(Problem(field, "Write at most 60 lines of at most \(TextLength.line) characters each"))
            }
        }
        if facts.status == .ready {
            if plan.checklist.isEmpty { problems.append(Problem("checklist", "Say what is done when it opens, one thing a line")) }
            if plan.roles.isEmpty { problems.append(Problem("roles", "Choose who has to be there")) }
        }
        return problems
    }
}

extension ReceptionDesk {
    /// Throws `AccessError.denied` for everybody but the coordinator.
    package func plan(
        _ facts: CentreFacts, _ plan: ReceptionPlan, address: String, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<ReceptionCentre>> {
        try await desk.create(PlanReception.self, by: viewer, key: key) { change in
            let problems = PlanReception.problems(facts, plan, address: address, towns: try change.reading.towns(), lists: lists)
            guard problems.isEmpty else { return .refused(problems) }
            try change.insert(facts, plan, address: address)
            change.note("Reception centre planned")
            return .done(change.record)
        }
    }
}
