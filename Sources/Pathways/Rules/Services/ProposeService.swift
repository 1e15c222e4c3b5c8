import Access
import Kernel
import Partnerships

/// Enters a service into the directory. It is proposed: nobody is sent there before the coordinator approves it.
package enum ProposeService: Verb {
    package typealias Record = SupportService
    package static let name = "propose-service"
    package static let relation = Relation.supportServices
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.collection

    package struct Draft: Sendable, Hashable {
        package var facts: ServiceFacts
        /// Sealed; empty where it is no secret or not told.
        package var address: String

        package init(facts: ServiceFacts, address: String = "") {
            self.facts = facts
            self.address = address
        }
    }

    /// Every reason why the entry cannot be kept like this; empty means it can.
    package static func problems(_ facts: ServiceFacts, address: String, ground: ServiceGround, lists: CodeLists) -> [Problem] {
        var problems = [
            TextLength.problem("name", "name", facts.name, limit: TextLength.line),
            TextLength.problem("provider", "provider's name", facts.provider, limit: TextLength.line),
            TextLength.problem("contact", "contact", facts.contact, limit: TextLength.line),
            TextLength.problem("hours", "hours", facts.hours, limit: TextLength.line),
            TextLength.problem("note", "note", facts.note, limit: TextLength.account),
            TextLength.problem("address", "address", address, limit: TextLength.line),
        ].compactMap { $0 }
        if facts.name.isEmpty { problems.append(Problem("name", "Enter what the service is called")) }
        if facts.organisation == nil, facts.provider.isEmpty {
            problems.append(Problem("provider", "Choose the member that offers it, or enter the provider's name"))
        }
        if facts.organisation != nil, !facts.provider.isEmpty {
            problems.append(Problem("provider", "Choose a member or enter another provider, not both"))
        }
        if let organisation = facts.organisation, !ground.members.contains(where: { $0.id == organisation }) {
            problems.append(Problem("organisation", "Choose a member of the partnership"))
        }
        if facts.capabilities.isEmpty { problems.append(Problem("capabilities", "Choose what it offers")) }
        if facts.capabilities.contains(where: { !lists["service_capability"].contains($0) }) {
            problems.append(Problem("capabilities", "Choose what it offers from the list"))
        }
        if facts.groups.contains(where: { !lists["service_group"].contains($0) }) {
            problems.append(Problem("groups", "Choose whom it takes from the list"))
        }
        let towns = Set(ground.towns.map(\.id.text)).union([ServiceFacts.wholeArea])
        if facts.areas.isEmpty || !towns.isSuperset(of: facts.areas) {
            problems.append(Problem("areas", "Choose the towns it serves, or the whole area"))
        }
        if let capacity = facts.capacity, !(0...10_000).contains(capacity) {
            problems.append(Problem("capacity", "Enter the number of places in figures, or leave it empty"))
        }
        if let until = facts.validUntil, until < facts.validFrom {
            problems.append(Problem("valid_until", "Enter a last day that is not before the first"))
        }
        return problems
    }
}

extension ServiceDesk {
    /// Enters a service. A member enters its own; the coordinator anybody's. Throws `AccessError.denied`.
    package func propose(
        _ draft: ProposeService.Draft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<SupportService>> {
        try await desk.create(ProposeService.self, by: viewer, key: key) { change in
            guard viewer.isCoordinator || draft.facts.organisation == viewer.organisation else {
                return .refused([Problem("organisation", "Choose your own organisation: the coordinator enters the services of others")])
            }
            let problems = ProposeService.problems(
                draft.facts, address: draft.address, ground: try change.reading.serviceGround(), lists: lists)
            guard problems.isEmpty else { return .refused(problems) }
            try change.insert(draft)
            change.note("Service proposed")
            return .done(change.record)
        }
    }
}
