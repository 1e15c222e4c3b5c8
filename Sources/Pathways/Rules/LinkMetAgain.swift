import Access
import Kernel
import Store

/// Says by hand that two records are of one person, who was met again.
package enum LinkMetAgain: Verb {
    package typealias Record = MetAgain
    package static let name = "link-met-again"
    package static let relation = Relation.metAgain
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.combination

    /// Every reason against it; empty means that nothing speaks against it.
    static func problems(_ one: ID<PotentialVictim>, _ other: ID<PotentialVictim>?) -> [Problem] {
        guard let other else { return [Problem("reference", "Enter the reference of another pathway of this partnership")] }
        return one == other ? [Problem("reference", "Enter the reference of another pathway: this is the same one")] : []
    }
}

/// Says whether two records that were found to agree are of one person.
package enum SettleMetAgain: Verb {
    package typealias Record = MetAgain
    package static let name = "settle-met-again"
    package static let relation = Relation.metAgain
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.combination
}

extension PathwayDesk {
    /// Links two records; where they are linked already, that link is confirmed. No note goes onto the timeline of either:
    /// whoever sees one of them alone must not learn of the other.
    package func linkMetAgain(
        _ victim: ID<PotentialVictim>, reference: String, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<MetAgain>> {
        let known = try await desk.read(as: viewer, Consultation("find-met-again", "potential_victims", victim.text)) { reading in
            try reading.victim(reference: reference).flatMap { try reading.link(between: victim, and: $0) }
        }
        // To confirm a link twice changes nothing, so it needs no key.
        if let known { return try await settleMetAgain(known, isSame: true, by: viewer, key: nil) }
        return try await desk.create(LinkMetAgain.self, by: viewer, key: key) { change in
            let detail = try change.reading.victim(victim)
            let other = try change.reading.victim(reference: reference)
            let problems = LinkMetAgain.problems(detail.id, other)
            guard problems.isEmpty, let other else { return .refused(problems) }
            guard try change.reading.link(between: detail.id, and: other) == nil else {
                return .refused([Problem("reference", "Somebody linked the two just now: look at the link first")])
            }
            try change.link(detail.id, other)
            change.note("Two pathways said to be of one person")
            return .done(change.record)
        }
    }

    /// Confirms a link, or says that they are two people.
    package func settleMetAgain(
        _ link: ID<MetAgain>, isSame: Bool, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<MetAgain>> {
        try await desk.change(SettleMetAgain.self, on: link, by: viewer, key: key) { change in
            try change.settle(isSame: isSame)
            change.note(isSame ? "Two pathways confirmed to be of one person" : "Two pathways found to be of two people")
            return .done(link)
        }
    }
}

extension Change where V == LinkMetAgain {
    fileprivate func link(_ one: ID<PotentialVictim>, _ other: ID<PotentialVictim>) throws {
        try run(
            """
            INSERT INTO \(target) (id, partnership_id, earlier_id, later_id, status, noticed_on, is_by_hand, settled_on,
                person_id)
            VALUES (\(record), \(try reading.ownPartnership), \(min(one, other)), \(max(one, other)), 'confirmed',
                \(moment.day), 1, \(moment.day), \(viewer.person))
            """)
    }
}

extension Change where V == SettleMetAgain {
    fileprivate func settle(isSame: Bool) throws {
        try run(
            """
            UPDATE \(target) SET status = \(isSame ? "confirmed" : "not-the-same"), settled_on = \(moment.day),
                person_id = \(viewer.person)
            WHERE id = \(record)
            """)
    }
}
