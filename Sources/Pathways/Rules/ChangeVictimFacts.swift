import Access
import Kernel
import Partnerships

/// Changes what is known of somebody. A changed age or capacity changes the way they go.
package enum ChangeVictimFacts: Verb {
    package typealias Record = PotentialVictim
    package static let name = "change-victim-facts"
    package static let relation = Relation.potentialVictims
    package static let roles: Set<Role> = [.coordinator, .member]

    /// Every reason why the facts cannot be kept; empty means they can.
    ///
    /// - Parameter identity: who they are, where it is known: a date of birth settles a known age.
    package static func problems(
        _ facts: VictimFacts, isOpen: Bool, identity: VictimIdentity?, lists: CodeLists, today: Day
    ) -> [Problem] {
        if !isOpen { return [Problem("", "This pathway is closed: open it again before you change it")] }
        return OpenPathway.problems(facts, lists: lists)
            + OpenPathway.problems(identity ?? VictimIdentity(), facts: facts, today: today)
    }
}

extension PathwayDesk {
    package func changeFacts(
        of victim: ID<PotentialVictim>, _ facts: VictimFacts, by viewer: Viewer, expecting version: Int?,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<PotentialVictim>> {
        try await desk.change(ChangeVictimFacts.self, on: victim, by: viewer, expecting: version, key: key) { change in
            let standing = try change.reading.victim(victim)
            var problems = ChangeVictimFacts.problems(
                facts, isOpen: standing.isOpen, identity: try change.openedIdentity(), lists: lists,
                today: change.moment.day)
            problems += try change.reading.townProblems(facts.town)
            guard problems.isEmpty else { return .refused(problems) }
            try change.update(facts)
            change.note("What is known was changed")
            return .done(victim)
        }
    }
}

extension Reading {
    /// What is wrong with the town of a form.
    func townProblems(_ town: ID<Term>?) throws -> [Problem] {
        guard let town, !(try terms(of: try ownPartnership, kind: "town").contains { $0.id == town }) else { return [] }
        return [Problem("town", "Choose a town from the list")]
    }
}
