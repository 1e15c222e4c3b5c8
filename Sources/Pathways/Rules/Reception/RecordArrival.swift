import Access
import Kernel
import Partnerships

/// Enters somebody into the register at the door.
package enum RecordArrival: Verb {
    package typealias Record = ReceptionArrival
    package static let name = "record-arrival"
    package static let relation = Relation.receptionArrivals
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.collection

    package struct Draft: Sendable, Hashable {
        /// Nil for the next one.
        package var wristband: Int?
        package var facts: ArrivalFacts
        package var identity: ArrivalIdentity

        package init(wristband: Int? = nil, facts: ArrivalFacts = ArrivalFacts(), identity: ArrivalIdentity = ArrivalIdentity()) {
            self.wristband = wristband
            self.facts = facts
            self.identity = identity
        }
    }

    /// What was entered, for the next one of a group.
    package struct Entered: Sendable, Hashable, Codable {
        package let arrival: ID<ReceptionArrival>
        package let wristband: Int
    }

    /// Every reason why the entry cannot be kept like this; empty means it can.
    package static func problems(_ draft: Draft, taken: Set<Int>, lists: CodeLists) -> [Problem] {
        var problems = problems(draft.facts, draft.identity, lists: lists)
        if let wristband = draft.wristband {
            if !(1...99_999).contains(wristband) {
                problems.append(Problem("wristband", "Enter the number on the wristband in figures"))
            } else if taken.contains(wristband) {
                problems.append(Problem("wristband", "Wristband \(wristband) is given already: take another"))
            }
        }
        return problems
    }

    static func problems(_ facts: ArrivalFacts, _ identity: ArrivalIdentity, lists: CodeLists) -> [Problem] {
        var problems = [
            TextLength.problem("name", "name", identity.name, limit: TextLength.line),
            TextLength.problem("note", "note", identity.note, limit: TextLength.account),
        ].compactMap { $0 }
        if !lists["gender"].contains(facts.gender) { problems.append(Problem("gender", "Choose the gender")) }
        if !lists["age_group"].contains(facts.ageGroup) { problems.append(Problem("age_group", "Choose the age")) }
        if !lists["language"].contains(facts.language) {
            problems.append(Problem("language", "Choose the language from the list, or leave it empty if it is not known"))
        }
        if facts.needs.contains(where: { !lists["reception_need"].contains($0) }) {
            problems.append(Problem("needs", "Choose the needs from the list"))
        }
        return problems
    }
}

extension ReceptionDesk {
    /// Throws `AccessError.notVisible` for an opening at which the viewer's organisation holds no role.
    package func record(
        _ draft: RecordArrival.Draft, at opening: ID<ReceptionActivation>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<RecordArrival.Entered> {
        try await desk.create(RecordArrival.self, by: viewer, key: key) { change in
            guard try change.reading.opening(opening).isOpen else { return .refused([ReceptionDesk.isClosed]) }
            let taken = Set(try change.reading.wristbands(at: opening))
            let problems = RecordArrival.problems(draft, taken: taken, lists: lists)
            guard problems.isEmpty else { return .refused(problems) }
            let wristband = draft.wristband ?? (taken.max() ?? 0) + 1
            try change.insert(draft, at: opening, wristband: wristband)
            change.note("Arrival recorded")
            return .done(RecordArrival.Entered(arrival: change.record, wristband: wristband))
        }
    }
}
