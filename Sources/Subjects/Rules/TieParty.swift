import Access
import Kernel
import Partnerships
import Store

/// Says that a person or a company owns, lets or runs a place.
package enum TieParty: Verb {
    package typealias Record = PremisesParty
    package static let name = "tie-party"
    package static let relation = Relation.premisesParties
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.combination
}

/// Takes that back: it was somebody else, or another place.
package enum UntieParty: Verb {
    package typealias Record = PremisesParty
    package static let name = "untie-party"
    package static let relation = Relation.premisesParties
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.combination

    static func isAllowed(_ recordedBy: ID<Organisation>?, to viewer: Viewer) -> Bool {
        permits(viewer) && (viewer.isCoordinator || (recordedBy != nil && recordedBy == viewer.organisation))
    }
}

/// Who owns, lets or runs a place, as somebody writes it.
package struct PartyDraft: Sendable {
    package var party: ID<Subject>?
    package var role = ""
    package var from: Day?
    package var until: Day?
    package var unreadable: [String] = []
    package var source = ""

    package init() {}

    func problems(_ lists: CodeLists) -> [Problem] {
        var problems: [Problem] = []
        if party == nil { problems.append(Problem("party", "Choose a person or a company of the list")) }
        if !lists["premises_role"].contains(role) { problems.append(Problem("role", "Choose what they are to the place")) }
        if source.isEmpty { problems.append(Problem("source", "Say where this is known from")) }
        for name in unreadable { problems.append(Problem(name, "Give a date such as 8 2 2020, or none")) }
        if let from, let until, until < from { problems.append(Problem("until", "Give a last day that is not before the first")) }
        return problems + [TextLength.problem("source", "source", source, limit: TextLength.line)].compactMap { $0 }
    }
}

extension SubjectDesk {
    /// Ties somebody to a place. Throws `AccessError.notVisible` where the viewer sees no such place.
    package func tie(
        _ draft: PartyDraft, to place: ID<Subject>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PremisesParty>> {
        let lists = lists
        return try await desk.create(TieParty.self, by: viewer, key: key) { change in
            guard try change.reading.named([place])[place]?.kind == .premises else { throw AccessError.notVisible }
            let problems = draft.problems(lists) + (try change.reading.problem(of: draft.party, field: "party"))
            guard problems.isEmpty, let party = draft.party else { return .refused(problems) }
            try change.insert(draft, party, at: place)
            change.note("Somebody tied to a place")
            return .done(change.record)
        }
    }

    /// Takes a tie back. Throws `AccessError.denied` for whoever neither recorded it nor coordinates.
    package func untie(
        _ id: ID<PremisesParty>, from place: ID<Subject>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PremisesParty>> {
        try await desk.change(UntieParty.self, on: id, by: viewer, key: key) { change in
            guard UntieParty.isAllowed(try change.reading.recorder(of: id, at: place), to: viewer) else { throw AccessError.denied }
            try change.run("DELETE FROM \(change.target) WHERE id = \(id)")
            change.note("Somebody no longer tied to a place")
            return .done(id)
        }
    }
}
