import Kernel
import Store
import TestSupport
import Testing

@testable import Access

@Suite("Protected tables")
struct ProtectedNamesTests {
    /// Every way in which a feature might try to name a table that is not for it.
    private static let namings: [Statement] = [
        "SELECT COUNT(*) FROM concerns", "SELECT COUNT(*) FROM CONCERNS", "SELECT COUNT(*) FROM \"concerns\"",
        "SELECT COUNT(*) FROM main.concerns", "SELECT 1 FROM(concerns)", "SELECT 1 WHERE EXISTS(SELECT 1 FROM/**/visits)",
        "SELECT COUNT(*) FROM concern_exploitation", "SELECT COUNT(*) FROM concern_indicators",
        "SELECT COUNT(*) FROM mentions", "SELECT COUNT(*) FROM circles", "SELECT COUNT(*) FROM scoping_rounds",
        "SELECT COUNT(*) FROM scoping_requests", "SELECT COUNT(*) FROM response_decisions",
        "SELECT COUNT(*) FROM response_team", "SELECT COUNT(*) FROM strands", "SELECT COUNT(*) FROM strand_team",
        "SELECT COUNT(*) FROM tasks", "SELECT COUNT(*) FROM concern_outcomes", "SELECT COUNT(*) FROM not_the_same",
        "SELECT COUNT(*) FROM files", "SELECT COUNT(*) FROM file_chunks", "SELECT COUNT(*) FROM concern_words",
        "SELECT COUNT(*) FROM concern_word_rows", "SELECT COUNT(*) FROM visits",
        "SELECT COUNT(*) FROM visit_agencies", "SELECT COUNT(*) FROM screenings",
        "SELECT COUNT(*) FROM screening_indicators", "SELECT COUNT(*) FROM record_changes",
        "SELECT COUNT(*) FROM potential_victims", "SELECT COUNT(*) FROM victim_exploitation",
        "SELECT COUNT(*) FROM victim_circles", "SELECT COUNT(*) FROM victim_accounts", "SELECT COUNT(*) FROM consents",
        "SELECT COUNT(*) FROM referrals", "SELECT COUNT(*) FROM referral_decisions",
        "SELECT COUNT(*) FROM victim_crimes", "SELECT COUNT(*) FROM safeguarding_notices",
        "SELECT COUNT(*) FROM child_panels", "SELECT COUNT(*) FROM child_panel_members",
        "SELECT COUNT(*) FROM support_entries", "SELECT COUNT(*) FROM met_again", "SELECT COUNT(*) FROM victim_marks",
        "SELECT COUNT(*) FROM support_services",
        "SELECT COUNT(*) FROM service_terms",
        "SELECT COUNT(*) FROM service_assessments",
        "SELECT COUNT(*) FROM assessment_points",
        "SELECT COUNT(*) FROM reception_centres",
        "SELECT COUNT(*) FROM reception_plans",
        "SELECT COUNT(*) FROM reception_activations",
        "SELECT COUNT(*) FROM reception_checks",
        "SELECT COUNT(*) FROM reception_roles",
        "SELECT COUNT(*) FROM reception_arrivals",
        "SELECT COUNT(*) FROM pathway_definitions",
        "SELECT COUNT(*) FROM definition_versions",
        "SELECT COUNT(*) FROM definition_readings",
        "SELECT COUNT(*) FROM pathway_tests",
        "SELECT COUNT(*) FROM pathway_test_steps",
        "SELECT COUNT(*) FROM pathway_fixes", "SELECT COUNT(*) FROM subjects", "SELECT COUNT(*) FROM subject_mentions",
        "SELECT COUNT(*) FROM mention_marks", "SELECT COUNT(*) FROM repeated_marks", "SELECT COUNT(*) FROM subject_proposals",
        "SELECT COUNT(*) FROM subject_merges",
        "SELECT COUNT(*) FROM blind_answers", "SELECT COUNT(*) FROM link_runs", "SELECT COUNT(*) FROM blind_comparisons",
        "SELECT COUNT(*) FROM comparison_sides", "SELECT COUNT(*) FROM comparison_matches", "SELECT COUNT(*) FROM comparison_encodings",
        "SELECT COUNT(*) FROM licences_and_orders", "SELECT COUNT(*) FROM premises_parties",
        "SELECT COUNT(*) FROM publications", "SELECT COUNT(*) FROM publication_sections",
        "SELECT COUNT(*) FROM publication_editions", "SELECT COUNT(*) FROM publication_signatures",
        "SELECT COUNT(*) FROM stated_figures", "SELECT COUNT(*) FROM stated_figure_versions", "SELECT COUNT(*) FROM settled_figures",
        "SELECT COUNT(*) FROM registered_documents",
        "SELECT COUNT(*) FROM sealed_values", "SELECT COUNT(*) FROM journal_entries",
        "SELECT COUNT(*) FROM journal_chains", "SELECT COUNT(*) FROM drafts",
        "SELECT COUNT(*) FROM \("concerns" as Statement)",
        "SELECT COUNT(*) FROM \(sqlite: "concerns", postgres: "concerns")",
    ]

    private func isRefusal(_ error: any Error) -> Bool {
        if case StoreError.failed(let text) = error { text.contains("protected table") } else { false }
    }

    @Test("cannot be named by a reading, a change or the office", arguments: namings.indices)
    func refused(index: Int) async throws {
        let statement = Self.namings[index]
        try await withDatabase(.sqlite) { engine in
            let ground = try await AccessGround(engine)
            let viewer = ground.coordinator
            let concern = try await ground.addConcern()
            await #expect { () async throws -> Void in
                _ = try await ground.desk.read(as: viewer, Consultation("test", "concerns")) { try $0.value(statement, as: Int.self) }
            } throws: { isRefusal($0) }
            await #expect { () async throws -> Void in
                try await ground.desk.read(as: viewer, Consultation("test", "concerns")) { try $0.forEach(statement) { _ in } }
            } throws: { isRefusal($0) }
            await #expect { () async throws -> Void in
                let _: Outcome<Int> = try await ground.desk.change(RewriteSummary.self, on: concern, by: viewer, key: nil) {
                    .done(try $0.run(statement))
                }
            } throws: { isRefusal($0) }
            await #expect { () async throws -> Void in
                let _: Outcome<Int?> = try await ground.desk.change(RewriteSummary.self, on: concern, by: viewer, key: nil) {
                    .done(try $0.value(statement, as: Int.self))
                }
            } throws: { isRefusal($0) }
            await #expect { () async throws -> Void in
                _ = try await ground.desk.readOffice { try $0.value(statement, as: Int.self) }
            } throws: { isRefusal($0) }
            await #expect { () async throws -> Void in
                _ = try await ground.desk.changeOffice { try $0.run(statement) }
            } throws: { isRefusal($0) }
        }
    }

    @Test("are covered one and all by this test")
    func covered() {
        let named = Self.namings.map { $0.rendered(for: .sqlite).text.lowercased() }
        for relation in Relation.allCases {
            #expect(named.contains { $0.contains(relation.table.description) }, "\(relation)")
        }
    }

    @Test("are read as what the viewer may see, on both databases", arguments: EngineKind.available)
    func visible(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            _ = try await ground.addConcern()
            for relation in Relation.allCases {
                let count = try await ground.desk.read(as: ground.coordinator, Consultation("test", "concerns")) { reading in
                    try reading.value("SELECT COUNT(*) FROM \(reading.visible(relation)) t", as: Int.self)
                }
                #expect(count != nil)
            }
        }
    }

    @Test("may lend their names to values and to columns of other tables")
    func values() async throws {
        try await withDatabase(.sqlite) { engine in
            let ground = try await AccessGround(engine)
            let text = try await ground.desk.readOffice { try $0.value("SELECT \("concerns")", as: String.self) }
            #expect(text == "concerns")
        }
    }
}
