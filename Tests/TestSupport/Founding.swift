import Access
import Kernel
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
        for (position, agency) in agencies.enumerated() {
            try run(
                """
                INSERT INTO organisations (id, name, name_key, kind, is_enforcement)
                VALUES (\(agency.id), \(agency.name), \(FoldedText(agency.name).key), \(agency.kind), \(agency.isEnforcement))
                """)
            for place in places {
                try run(
                    """
                    INSERT INTO partnership_members (partnership_id, organisation_id, position, joined_on)
                    VALUES (\(place.id), \(agency.id), \(position), '2019-01-01')
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
