import Access
import Kernel
import Partnerships

/// Keeps what was done for somebody since they came, and puts right what was entered at the door.
package enum ChangeArrival: Verb {
    package typealias Record = ReceptionArrival
    package static let name = "change-arrival"
    package static let relation = Relation.receptionArrivals
    package static let roles: Set<Role> = [.coordinator, .member]

    package struct Draft: Sendable, Hashable {
        package var facts: ArrivalFacts
        package var care: ArrivalCare
        /// References as people write them; empty keeps what is linked and the viewer does not see.
        package var screening: String
        package var pathway: String
        /// Nil keeps what is sealed.
        package var identity: ArrivalIdentity?

        package init(
            facts: ArrivalFacts, care: ArrivalCare, screening: String = "", pathway: String = "", identity: ArrivalIdentity? = nil
        ) {
            self.facts = facts
            self.care = care
            self.screening = screening
            self.pathway = pathway
            self.identity = identity
        }
    }

    /// Every reason why the entry cannot be kept like this; empty means it can.
    package static func problems(_ draft: Draft, services: Set<ID<SupportService>>, lists: CodeLists) -> [Problem] {
        var problems = RecordArrival.problems(draft.facts, draft.identity ?? ArrivalIdentity(), lists: lists)
        let care = draft.care
        if !care.onward.isEmpty, !lists["onward_place"].contains(care.onward) {
            problems.append(Problem("onward", "Choose where they go from the list"))
        }
        if let service = care.service, !services.contains(service) {
            problems.append(Problem("service", "Choose an approved place from the list"))
        }
        if care.hasLeft, care.onward.isEmpty {
            problems.append(Problem("onward", "Say where they went: nobody leaves unaccounted for"))
        }
        return problems
    }
}

extension ReceptionDesk {
    /// Throws `AccessError.notVisible` and `.changedMeanwhile`.
    package func change(
        _ arrival: ID<ReceptionArrival>, at opening: ID<ReceptionActivation>, to draft: ChangeArrival.Draft, version: Int,
        by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<ReceptionArrival>> {
        try await desk.change(ChangeArrival.self, on: arrival, by: viewer, expecting: version, key: key) { change in
            let standing = try change.reading.arrival(arrival)
            guard standing.opening == opening else { throw AccessError.notVisible }
            guard try change.reading.opening(opening).isOpen else { return .refused([ReceptionDesk.isClosed]) }
            let services = Set(try change.reading.accommodation(codes: lists.accommodationCodes).map(\.id))
                .union([standing.care.service].compactMap { $0 })
            var problems = ChangeArrival.problems(draft, services: services, lists: lists)
            var draft = draft
            draft.care.screening = standing.care.screening
            draft.care.pathway = standing.care.pathway
            if draft.screening != standing.screeningReference {
                draft.care.screening = draft.screening.isEmpty ? nil : try change.reading.screeningID(reference: draft.screening)
                if !draft.screening.isEmpty, draft.care.screening == nil {
                    problems.append(Problem("screening", "There is no such screening. Check the reference, or leave it empty"))
                }
            }
            if draft.pathway != standing.pathwayReference {
                draft.care.pathway = draft.pathway.isEmpty ? nil : try change.reading.victim(reference: draft.pathway)
                if !draft.pathway.isEmpty, draft.care.pathway == nil {
                    problems.append(Problem("pathway", "There is no such pathway. Check the reference, or leave it empty"))
                }
            }
            guard problems.isEmpty else { return .refused(problems) }
            try change.update(draft, of: standing)
            change.note("Entry of a reception register changed")
            return .done(arrival)
        }
    }
}
