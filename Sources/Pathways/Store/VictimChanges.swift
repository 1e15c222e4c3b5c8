import Access
import Kernel
import Store

/// The names of sealed fields of a potential victim.
enum VictimFields {
    static let identity: StaticString = "identity"
    static let contact: StaticString = "contact"
    static let closing: StaticString = "closing"
    static let account: StaticString = "account"
}

extension Reading {
    /// The record that was begun from a screening; nil where there is none that the viewer sees.
    package func victim(fromScreening screening: ID<Screening>) throws -> ID<PotentialVictim>? {
        try value("SELECT v.id FROM \(visible(.potentialVictims)) v WHERE v.screening_id = \(screening)")
    }
}

extension Change where V == OpenPathway {
    /// Whether anybody has begun a pathway from a screening that the viewer sees, also one that they do not see.
    func isBegun(fromScreening screening: ID<Screening>) throws -> Bool {
        try value(
            """
            SELECT v.id FROM \(table(.potentialVictims)) v JOIN \(visible(.screenings)) s ON s.id = v.screening_id
            WHERE v.screening_id = \(screening) AND v.partnership_id = \(try reading.ownPartnership)
            """, as: String.self) != nil
    }

    /// Inserts the record with the first of its circle. Answers its reference, a part of its own identifier: it counts nobody.
    func insert(_ draft: OpenPathway.Draft) throws -> String {
        let reference = "P-\(record.text.suffix(8).uppercased())"
        let facts = draft.facts
        let partnership = try reading.ownPartnership
        try run(
            """
            INSERT INTO \(target) (id, partnership_id, reference, version, status, concern_id, screening_id, opened_on,
                organisation_id, person_id, lead_organisation_id, nation, town_id, local_authority, age_basis, age_group, adult_from_month,
                child_at_exploitation, gender, nationality, second_nationality, language, interpreter, capacity,
                has_identity, contact_rule, unsafe_ways, closing_reason)
            VALUES (\(record), \(partnership), \(reference), 1, 'open', \(draft.concern), \(draft.screening),
                \(moment.day), \(viewer.organisation), \(viewer.person), \(viewer.organisation), \(facts.nation),
                \(facts.town), \(facts.localAuthority), \(facts.age.basis), \(facts.age.group), \(draft.identity.adultFromMonth),
                \(facts.childAtExploitation), \(facts.gender), \(facts.nationality), \(facts.secondNationality),
                \(facts.language), \(facts.interpreter), \(facts.capacity.rawValue), \(!draft.identity.isEmpty), '', '', '')
            """)
        try keepExploitation(facts.exploitation)
        try sealIdentity(draft.identity)
        if let own = viewer.organisation { try admitToCircle(own) }
        return reference
    }

    /// The name as it was given at a screening; it stays sealed from one place to the other.
    func screenedName(of screening: ID<Screening>) throws -> String {
        try opened(field: "identity", in: .victims, of: screening.text) ?? ""
    }
}

extension Change where V.Record == PotentialVictim {
    func keepExploitation(_ types: [String]) throws {
        try run("DELETE FROM \(table(.victimExploitation)) WHERE victim_id = \(record)")
        for type in Set(types).sorted() {
            try run(
                """
                INSERT INTO \(table(.victimExploitation)) (victim_id, partnership_id, exploitation_type)
                VALUES (\(record), \(try reading.ownPartnership), \(type))
                """)
        }
    }

    func sealIdentity(_ identity: VictimIdentity) throws {
        try seal(identity.isEmpty ? "" : try SealedJSON.text(identity), field: VictimFields.identity, in: .victims)
        try recognise(by: identity.recognisedBy)
    }

    /// Who somebody is. Only verbs that are journalled as a consultation or need it to decide may ask.
    func openedIdentity() throws -> VictimIdentity? {
        try opened(field: VictimFields.identity, in: .victims).map { try SealedJSON.value($0) }
    }

    /// Lets an organisation work with somebody, from now on or anew.
    func admitToCircle(_ organisation: ID<Organisation>) throws {
        try run(
            """
            INSERT INTO \(table(.victimCircles)) (victim_id, organisation_id, partnership_id, added_at)
            VALUES (\(record), \(organisation), \(try reading.ownPartnership), \(moment))
            ON CONFLICT (victim_id, organisation_id) DO UPDATE SET removed_at = NULL, added_at = excluded.added_at
            """)
    }
}

extension VictimIdentity {
    /// The month in which they turn 18: enough to plan the change to an adult's support, and no date of birth.
    var adultFromMonth: String { bornOn.map { AgeStanding.eighteenth(of: $0).isoMonth } ?? "" }
}

extension Change {
    /// Who somebody is, for a verb that computes the keys by which they are found again and shows it to nobody.
    package func identityToCompare(of victim: ID<PotentialVictim>) throws -> VictimIdentity? {
        try opened(field: VictimFields.identity, in: .victims, of: victim.text).map { try SealedJSON.value($0) }
    }
}
