import Kernel
import Store
import TestSupport

@testable import Access

extension AccessGround {
    /// One row in every table of publications.
    func addPublication() async throws {
        let world = clock.world
        let (publication, section): (ID<PartnershipPublication>, ID<PublicationSection>) = (world.newID(), world.newID())
        let (edition, signature): (ID<PublicationEdition>, ID<PublicationEdition>) = (world.newID(), world.newID())
        let person: ID<Person> = world.newID()
        let registered: ID<RegisteredDocument> = world.newID()
        let statements: [Statement] = [
            """
            INSERT INTO people (id, organisation_id, name, email, email_key, created_at)
            VALUES (\(person), \(police), 'Rowan Ashdown', 'chair@example.org', 'chair@example.org', 0)
            """,
            """
            INSERT INTO publications (id, partnership_id, version, kind, title, first_day, last_day, state, edition, reason, keeps_figures,
                begun_at)
            VALUES (\(publication), \(sandwell), 1, 'strategy', 'A strategy', '2019-04-01', '2020-03-31', 'locked', 1, '', 0, 0)
            """,
            """
            INSERT INTO publication_sections (id, publication_id, partnership_id, version, position, kind, title, source, body, accepted)
            VALUES (\(section), \(publication), \(sandwell), 1, 1, 'narrative', 'A heading', '', 'Words', '')
            """,
            """
            INSERT INTO publication_editions (id, publication_id, partnership_id, number, locked_at, figures, document, sheet, stated,
                changes, withdrawn_reason)
            VALUES (\(edition), \(publication), \(sandwell), 1, 0, 'counts', '{}', '{}', '[]', '[]', '')
            """,
            """
            INSERT INTO publication_signatures (id, edition_id, publication_id, partnership_id, role, person_id, signed_at)
            VALUES (\(signature), \(edition), \(publication), \(sandwell), 'chair', \(person), 0)
            """,
            """
            INSERT INTO registered_documents (id, partnership_id, title, published_on, stated, registered_at, struck_reason)
            VALUES (\(registered), \(sandwell), 'An old report', '2018-06-30', '[]', 0, '')
            """,
        ]
        try await engine.write { transaction in for statement in statements { try transaction.run(statement) } }
    }
}
