import Kernel
import Store
import TestSupport

@testable import Access

extension AccessGround {
    /// One row in every table of subjects, seen by whoever sees the concern; the blind answer was told to its circle by itself, so
    /// that both sides of it are seen.
    func addSubjects(of concern: ID<Concern>) async throws {
        let world = clock.world
        let (subject, other): (ID<Subject>, ID<Subject>) = (world.newID(), world.newID())
        let (mention, merge, proposal): (ID<Mention>, ID<SubjectMerge>, ID<SubjectProposal>) = (
            world.newID(), world.newID(), world.newID()
        )
        let (answer, run): (ID<BlindAnswer>, ID<LinkRun>) = (world.newID(), world.newID())
        let (comparison, licence, party): (ID<BlindComparison>, ID<LicenceOrOrder>, ID<PremisesParty>) = (
            world.newID(), world.newID(), world.newID()
        )
        // The other subject and the other mention stand elsewhere, so that here there is one of everything.
        let elsewhere: Statement = "(SELECT id FROM partnerships WHERE slug = 'elsewhere')"
        let far: ID<Mention> = world.newID()
        let statements: [Statement] = [
            """
            INSERT INTO subjects (id, partnership_id, kind, reference, root_id, made_at)
            VALUES (\(subject), \(sandwell), 'phone', 'S-1', \(subject), 0), (\(other), \(elsewhere), 'phone', 'S-2', \(other), 0)
            """,
            """
            INSERT INTO subject_mentions (id, partnership_id, kind, source, concern_id, field, label, label_key, noted_on, subject_id,
                reason)
            VALUES (\(mention), \(sandwell), 'phone', 'concern', \(concern), 'a', '', '', '2020-02-03', \(subject), ''),
                (\(far), \(elsewhere), 'phone', 'concern', \(concern), 'b', '', '', '2020-02-03', \(other), '')
            """,
            """
            INSERT INTO mention_marks (mention_id, mark, partnership_id, kind, is_exact) VALUES (\(mention), 'm', \(sandwell), 'phone', 1)
            """,
            """
            INSERT INTO subject_proposals (id, partnership_id, kind, one_id, other_id, weight, contributions, status, proposed_at)
            VALUES (\(proposal), \(sandwell), 'phone', \(min(mention, far)), \(max(mention, far)), 112, '', 'open', 0)
            """,
            """
            INSERT INTO subject_merges (id, partnership_id, kept_id, merged_id, merged_at, undo_reason)
            VALUES (\(merge), \(sandwell), \(subject), \(other), 0, '')
            """,
            """
            INSERT INTO blind_answers (id, partnership_id, kind, concern_id, mention_id, organisation_id, held_concern_id,
                held_mention_id, holder_id, answered_at)
            VALUES (\(answer), \(sandwell), 'phone', \(concern), \(mention), \(police), \(concern), \(mention), \(police), 0)
            """,
            """
            INSERT INTO blind_comparisons (id, partnership_id, reference, one_id, other_id, status, purpose, agreement, compared,
                encoding_schema, bit_count, threshold, valid_until, proposed_at, reason)
            VALUES (\(comparison), \(sandwell), 'B-1', \(council), \(police), 'matched', '', '', '', '', 64, 80, '2020-03-03', 0, '')
            """,
            """
            INSERT INTO comparison_sides (comparison_id, organisation_id, partnership_id)
            VALUES (\(comparison), \(council), \(sandwell)), (\(comparison), \(police), \(sandwell))
            """,
            """
            INSERT INTO comparison_matches (comparison_id, organisation_id, place, partnership_id, pair)
            VALUES (\(comparison), \(council), 1, \(sandwell), 1), (\(comparison), \(police), 1, \(sandwell), 1)
            """,
            """
            INSERT INTO licences_and_orders (id, partnership_id, subject_id, version, kind, number, holder, authority, status, source,
                recorded_at)
            VALUES (\(licence), \(sandwell), \(subject), 1, 'alcohol-licence', '', '', '', 'in-force', '', 0)
            """,
            """
            INSERT INTO premises_parties (id, partnership_id, premises_id, party_id, role, source, recorded_at)
            VALUES (\(party), \(sandwell), \(subject), \(other), 'landlord', '', 0)
            """,
            "INSERT INTO link_runs (id, partnership_id, ran_at, records, read_mentions, proposals) VALUES (\(run), \(sandwell), 0, 1, 1, 1)",
        ]
        try await engine.write { transaction in for statement in statements { try transaction.run(statement) } }
    }
}
