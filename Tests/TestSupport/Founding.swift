import Access
import Kernel
import Schema
import Store

/// An agency of the partnerships of a test.
package struct TestAgency: Sendable {
    package let id: ID<Organisation>
    package let name: String
    /// A code of "organisation_kind".
    package let kind: String
    package let isEnforcement: Bool

    package init(_ id: ID<Organisation>, _ name: String, _ kind: String, isEnforcement: Bool = false) {
        self.id = id
        self.name = name
        self.kind = kind
        self.isEnforcement = isEnforcement
    }
}

extension Transaction {
    /// Founds partnerships, named by their slugs, of all of which these agencies are members.
    package func found(_ places: [(id: ID<Partnership>, slug: String)], of agencies: [TestAgency]) throws {
        for place in places {
            try run(
                """
                INSERT INTO partnerships (id, slug, name, reference_prefix, next_reference, next_visit_reference,
                    requires_second_factor, is_demonstration, scoping_hours, sharing_agreement, created_at)
                VALUES (\(place.id), \(place.slug), \(place.slug), 'SW', 1, 98, 0, 0, 48, '', 0)
                """)
        }
        for (position, agency) in agencies.enumerated() { try addMember(agency, at: position, of: places.map(\.id)) }
    }

    /// Adds an agency that is a member of these partnerships.
    package func addMember(_ agency: TestAgency, at position: Int, of places: [ID<Partnership>]) throws {
        try run(
            """
            INSERT INTO organisations (id, name, name_key, kind, is_enforcement)
            VALUES (\(agency.id), \(agency.name), \(FoldedText(agency.name).key), \(agency.kind), \(agency.isEnforcement))
            """)
        for place in places {
            try run(
                """
                INSERT INTO partnership_members (partnership_id, organisation_id, position, joined_on)
                VALUES (\(place), \(agency.id), \(position), '2019-01-01')
                """)
        }
    }

    /// Adds somebody who answers for a member in one role; their name says for which.
    package func addContact(
        _ person: ID<Person>, of agency: TestAgency, as role: Role, in place: ID<Partnership>
    ) throws {
        try run(
            """
            INSERT INTO people (id, organisation_id, name, email, email_key, created_at)
            VALUES (\(person), \(agency.id), \("Contact at \(agency.name)"), \(agency.name), \(agency.name), 0)
            """)
        try run(
            """
            INSERT INTO roles (person_id, partnership_id, role, granted_at)
            VALUES (\(person), \(place), \(role), 0)
            """)
    }

    /// Writes the code lists of the reference data, every value of them confirmed.
    package func addShippedLists() throws {
        for source in ReferenceData.codeLists {
            for row in try source.parsed() {
                try run(
                    """
                    INSERT INTO code_values (list, code, label, label_key, position, valid_from, note, source, confirmed)
                    VALUES (\(source.list), \(row.code), \(row.label), \(FoldedText(row.label).key), \(row.position),
                        \(row.validFrom), \(row.note), '', 1)
                    """)
            }
        }
    }

    /// Adds a town to a partnership's own words.
    package func addTown(_ town: ID<Term>, _ label: String, to place: ID<Partnership>) throws {
        try run(
            """
            INSERT INTO partnership_terms (id, partnership_id, kind, label, label_key, town_id, created_at)
            VALUES (\(town), \(place), 'town', \(label), \(FoldedText(label).key), NULL, 0)
            """)
    }
}
