import Access
import Accounts
import Kernel
import Partnerships
import Schema
import Store

/// A partnership of the demonstration as the cases need it.
struct DemonstrationGround: Sendable {
    let partnership: ID<Partnership>
    let prefix: String
    let organisations: [Agency: ID<Organisation>]
    let towns: [String: ID<Term>]
    let wards: [String: ID<Term>]
    let purposes: [String: ID<Term>]
    /// Who acts for an agency: the first of its accounts.
    let contacts: [Agency: ID<Person>]
    let coordinator: ID<Person>

    func id(_ agency: Agency) throws -> ID<Organisation> {
        guard let id = organisations[agency] else { throw Demonstration.Failure.missing("the agency \(agency.rawValue)") }
        return id
    }
}

/// Founds the partnerships of the demonstration: their members, their words, and who can sign in.
struct DemonstrationFounding: Sendable {
    let desk: Desk
    let world: World
    /// As `people.password_hash` holds it.
    let password: String

    @discardableResult
    func found(
        slug: String, name: String, prefix: String, towns: [(town: String, wards: [String])]
    ) async throws -> DemonstrationGround {
        let agencies = Dictionary(try ReferenceData.demonstrationAgencies.map { ($0.label, $0) }) { first, _ in first }
        let enforcement = try ReferenceData.enforcementKinds
        let purposes = try ReferenceData.visitPurposes.parsed().map(\.label)
        let accounts = Demonstration.accounts.filter { $0.partnership == slug }
        let partnership = world.newID(Partnership.self)
        let ids = world.randomBytes(16)
        let password = password
        return try await desk.changeOffice { office in
            var ids = IDSequence(at: office.moment, seed: ids)
            try office.run(
                """
                INSERT INTO partnerships (id, slug, name, reference_prefix, next_reference, next_visit_reference,
                    requires_second_factor, is_demonstration, scoping_hours, sharing_agreement, agreement_valid_until,
                    created_at)
                VALUES (\(partnership), \(slug), \(name), \(prefix), 1, 1, 0, 1, 48,
                    'Information sharing agreement of the partnership, 3 April 2018 (demonstration)', NULL,
                    \(office.moment))
                """)
            let organisations = try office.enlist(agencies, enforcement: enforcement, in: partnership, ids: &ids)
            func add(_ kind: String, _ label: String, town: ID<Term>? = nil) throws -> ID<Term> {
                let id = ids.next(Term.self)
                try office.run(
                    """
                    INSERT INTO partnership_terms (id, partnership_id, kind, label, label_key, town_id, created_at)
                    VALUES (\(id), \(partnership), \(kind), \(label), \(FoldedText(label).key), \(town),
                        \(office.moment))
                    """)
                return id
            }
            var townIDs: [String: ID<Term>] = [:]
            var wardIDs: [String: ID<Term>] = [:]
            for (town, wards) in towns {
                let id = try add("town", town)
                townIDs[town] = id
                for ward in wards { wardIDs[ward] = try add("ward", ward, town: id) }
            }
            var purposeIDs: [String: ID<Term>] = [:]
            for purpose in purposes { purposeIDs[purpose] = try add("purpose", purpose) }
            var contacts: [Agency: ID<Person>] = [:]
            var coordinator: ID<Person>?
            for account in accounts {
                guard let agency = Agency(rawValue: account.organisation), let organisation = organisations[agency],
                    let email = EmailAddress(account.email)
                else { throw Demonstration.Failure.missing("the organisation of \(account.name)") }
                let person = ids.next(Person.self)
                try office.insertPerson(
                    person, name: account.name, email: email, organisation: organisation,
                    password: StoredPassword(hash: password))
                try office.setRoles(
                    [account.role], town: account.town.flatMap { townIDs[$0] }, of: person, in: partnership)
                if account.role == .coordinator { coordinator = person }
                if account.role == .member || account.role == .coordinator, contacts[agency] == nil {
                    contacts[agency] = person
                }
            }
            guard let coordinator else { throw Demonstration.Failure.missing("a coordinator") }
            return DemonstrationGround(
                partnership: partnership, prefix: prefix, organisations: organisations, towns: townIDs,
                wards: wardIDs, purposes: purposeIDs, contacts: contacts, coordinator: coordinator)
        }
    }
}

extension Office {
    /// Makes the twenty agencies members, in the order of the published chart; those that are there already stay.
    fileprivate func enlist(
        _ agencies: [String: DemonstrationAgency], enforcement: Set<String>, in partnership: ID<Partnership>,
        ids: inout IDSequence
    ) throws -> [Agency: ID<Organisation>] {
        var organisations: [Agency: ID<Organisation>] = [:]
        for (position, agency) in Agency.allCases.enumerated() {
            guard let source = agencies[agency.rawValue] else {
                throw Demonstration.Failure.missing("the agency \(agency.rawValue)")
            }
            let key = FoldedText(agency.rawValue).key
            let id: ID<Organisation>
            if let known = try value("SELECT id FROM organisations WHERE name_key = \(key)", as: ID<Organisation>.self) {
                id = known
            } else {
                id = ids.next()
                try run(
                    """
                    INSERT INTO organisations (id, name, name_key, kind, is_enforcement, valid_from, valid_until)
                    VALUES (\(id), \(agency.rawValue), \(key), \(source.kind), \(enforcement.contains(source.kind)),
                        \(source.validFrom), \(source.validUntil))
                    """)
            }
            organisations[agency] = id
            try run(
                """
                INSERT INTO partnership_members (partnership_id, organisation_id, position, joined_on)
                VALUES (\(partnership), \(id), \(position + 1), '2018-04-03')
                """)
        }
        return organisations
    }
}
