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
        let (figure, former, settled): (ID<StatedFigure>, ID<RecordChange>, ID<SettledFigure>) = (
            world.newID(), world.newID(), world.newID()
        )
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
            INSERT INTO stated_figures (id, partnership_id, version, key, measure, area, reach, category, value, decimals, exactness,
                period_kind, target_decimals, source_title, source_publisher, source_place, source_date, mark, part_of, numerator,
                denominator, note, recorded_at, withdrawn_reason)
            VALUES (\(figure), \(sandwell), 1, 'people-trained', 'trained', '', 'local', '', 1253, 0, 'exactly', 'none', 0, 'A review',
                'A council', '', '2020', '', '', '', '', '', 0, '')
            """,
            """
            INSERT INTO stated_figure_versions (id, figure_id, partnership_id, number, said, replaced_at, reason)
            VALUES (\(former), \(figure), \(sandwell), 1, '{}', 0, 'A slip')
            """,
            """
            INSERT INTO settled_figures (id, partnership_id, one_id, one_version, other_id, other_version, holds, reason, settled_at)
            VALUES (\(settled), \(sandwell), \(figure), 1, \(figure), 1, 'one', 'The later one', 0)
            """,
            """
            INSERT INTO registered_documents (id, partnership_id, title, published_on, stated, registered_at, struck_reason)
            VALUES (\(registered), \(sandwell), 'An old report', '2018-06-30', '[]', 0, '')
            """,
        ]
        try await engine.write { transaction in for statement in statements { try transaction.run(statement) } }
    }
}
