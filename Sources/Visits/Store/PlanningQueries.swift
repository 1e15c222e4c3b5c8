import Access
import Kernel
import Partnerships
import Store

extension Reading {
    /// The agencies that can be asked to come.
    func planningMembers() throws -> [PowersAdvice.Agency] {
        try members(of: try ownPartnership).map { PowersAdvice.Agency(id: $0.id, name: $0.name, kind: $0.kind) }
    }

    /// The partnership's own words: "town" or "purpose".
    func planningTerms(_ kind: String) throws -> [TermReference] {
        try terms(of: try ownPartnership, kind: kind).map { TermReference(id: $0.id, label: $0.label) }
    }

    /// A concern as a visit needs it. Throws `AccessError.notVisible`.
    func visitConcern(_ concern: ID<Concern>) throws -> VisitConcern {
        guard let found = try visitConcerns("c.id = \(concern)").first else { throw AccessError.notVisible }
        return found
    }

    /// The concern that a form names; nil when it names none, or one that is not there.
    func concern(_ choice: ConcernChoice) throws -> VisitConcern? {
        switch choice {
        case .none: nil
        case .id(let id): try visitConcerns("c.id = \(id)").first
        case .reference(let reference):
            try visitConcerns("c.partnership_id = \(try ownPartnership) AND c.reference = \(reference)").first
        }
    }

    private func visitConcerns(_ condition: Statement) throws -> [VisitConcern] {
        var found = try rows(
            """
            SELECT c.id, c.reference, c.summary, c.is_open, c.immediate_danger, c.response, c.planning_meeting_on,
                c.tactical_plan, c.location_type, c.place, c.postcode, c.town_id
            FROM \(visible(.concerns)) c WHERE \(condition)
            """
        ) { row in
            VisitConcern(
                id: try row.next(), reference: try row.next(), summary: try row.next(), isOpen: try row.next(),
                immediateDanger: try row.next(), response: try row.next(), planningMeetingOn: try row.next(),
                hasTacticalPlan: try row.next(String.self) != "", locationType: try row.next(),
                place: try row.next(), postcode: try row.next(), town: try row.next())
        }
        for index in found.indices {
            found[index].exploitation = try rows(
                """
                SELECT e.exploitation_type FROM \(visible(.concernExploitation)) e
                WHERE e.concern_id = \(found[index].id) ORDER BY e.exploitation_type
                """
            ) { try $0.next(String.self) }
        }
        return found
    }

    /// References and places of open concerns, newest first, for the form of a plan.
    func concernsToVisit() throws -> [(reference: String, place: String)] {
        try rows(
            """
            SELECT c.reference, c.place FROM \(visible(.concerns)) c
            WHERE c.partnership_id = \(try ownPartnership) AND c.is_open = 1
            ORDER BY c.immediate_danger DESC, c.received_on DESC, c.id DESC LIMIT 100
            """
        ) { row in (reference: try row.next(String.self), place: try row.next(String.self)) }
    }
}
