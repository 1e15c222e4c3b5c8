import Access
import Concerns
import Kernel
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("Importing decisions")
struct DecisionImportTests {
    private func run(_ text: String, _ ground: CourseGround, isDryRun: Bool = false) async throws -> ImportReport {
        try await DecisionImport(courses: ground.desk).run(
            Array(text.utf8), into: ground.partnership, isDryRun: isDryRun, request: "test")
    }

    private static let good = """
        reference,stage,outcome,date,authority
        HO-1,Conclusive grounds decision,positive,2024-05-20,ieca
        HO-1,reasonable-grounds,Positive,2024-03-08,Single Competent Authority
        R-0002,acknowledged,received,2024-03-02,
        R-0002,reasonable-grounds,negative,2024-03-02,sca

        """

    private func ground(_ engine: any Engine) async throws -> (CourseGround, ID<PotentialVictim>, [ID<Referral>]) {
        let ground = try await CourseGround(engine, at: "2024-06-03")
        let victim = try await ground.victim()
        let first = try await ground.referral(of: victim, homeOffice: "HO-1")
        let second = try await ground.referral(of: victim, .submitted, reference: "R-0002")
        return (ground, victim, [first, second])
    }

    @Test("writes them in the order of their days, and once", arguments: EngineKind.available)
    func good(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let (ground, victim, referrals) = try await ground(engine)
            let dry = try await run(Self.good, ground, isDryRun: true)
            #expect(dry.problems == [])
            #expect(dry.added == 4)
            #expect(try await ground.texts("SELECT id FROM referral_decisions") == [])
            let report = try await run(Self.good, ground)
            #expect(report.text == "4 rows of decisions: 4 added, 0 already there and unchanged.")
            let first = try await ground.file(referrals[0], of: victim)
            #expect(first.referral.status == .conclusiveGroundsPositive)
            #expect(first.referral.competentAuthority == "ieca")
            #expect(first.history.entries.map(\.stage) == [.reasonableGrounds, .conclusiveGrounds])
            let second = try await ground.file(referrals[1], of: victim)
            #expect(second.referral.status == .reasonableGroundsNegative)
            #expect(second.history.entries.map(\.stage) == [.acknowledged, .reasonableGrounds])
            #expect(second.history.newest?.reason == "not-said")
            let before = try await ground.texts("SELECT status || version FROM referrals ORDER BY id")
            ground.clock.advance(seconds: 60)
            let again = try await run(Self.good, ground)
            #expect(again.text == "4 rows of decisions: 0 added, 4 already there and unchanged.")
            #expect(try await ground.texts("SELECT status || version FROM referrals ORDER BY id") == before)
            #expect(try await ground.texts("SELECT id FROM referral_decisions").count == 4)
            let lines = try await ground.texts("SELECT summary FROM record_changes WHERE victim_id IS NOT NULL ORDER BY summary")
            #expect(lines == ["Referral R-0001: 2 decisions imported", "Referral R-0002: 2 decisions imported"])
            // The journal of each person shows it: an entry for each referral beside the one of the import.
            let entries = try await ground.texts(
                """
                SELECT record_id FROM journal_entries WHERE verb = 'import-decisions' AND record_kind = 'referrals'
                    AND before_hash <> after_hash ORDER BY record_id
                """)
            #expect(entries == referrals.map(\.text).sorted())
        }
    }

    @Test("leaves alone what somebody records while the file is checked", arguments: EngineKind.available)
    func meanwhile(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let (ground, victim, referrals) = try await ground(engine)
            let slow = MeanwhileEngine(engine) {
                for draft in [
                    RecordDecision.Draft(.reasonableGrounds, .positive, on: try day("2024-03-08"), authority: "sca"),
                    RecordDecision.Draft(.conclusiveGrounds, .positive, on: try day("2024-05-20"), authority: "ieca"),
                    RecordDecision.Draft(
                        .disqualification, .disqualified, on: try day("2024-05-21"), authority: "sca", reason: "bad-faith"),
                ] {
                    #expect(try await ground.step(draft, on: referrals[0], of: victim).problems == [])
                }
            }
            let vault = try Vault(keyBytes: [UInt8](repeating: 7, count: 32))
            let desk = CourseDesk(
                desk: Desk(
                    engine: slow, vault: vault, world: ground.clock.world,
                    journal: ground.clock.journal(on: slow, vault: vault, server: "slow")),
                lists: ground.desk.lists, rules: ground.desk.rules)
            let report = try await DecisionImport(courses: desk).run(
                Array(Self.good.utf8), into: ground.partnership, isDryRun: false, request: "test")
            #expect(report.text == "4 rows of decisions: 2 added, 2 already there and unchanged.")
            let file = try await ground.file(referrals[0], of: victim)
            #expect(file.referral.status == .disqualified)
            #expect(file.history.entries.count == 3)
        }
    }

    @Test("names every problem with row and column, and writes nothing with any", arguments: EngineKind.available)
    func problems(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let (ground, victim, _) = try await ground(engine)
            _ = try await ground.referral(of: victim, .draft, sent: nil, reference: "R-0003")
            let report = try await run(
                """
                reference,stage,outcome,date,authority
                HO-1,reasonable-grounds,positive,2024-03-08,sca
                HO-1,conclusive-grounds,negative,2024-03-20,sca
                R-0002,conclusive-grounds,positive,2024-05-20,sca
                R-0003,reasonable-grounds,positive,2024-03-08,sca
                NOBODY,reasonable-grounds,positive,2024-03-08,sca
                ,second-thoughts,perhaps,8 March,nobody
                HO-1,void,positive,2024-03-08,
                HO-1,suspension,suspended,2024-03-08,
                R-0002,acknowledged,received,2024-02-01,

                """, ground)
            #expect(
                report.problems.map { "\($0.row) \($0.column)" } == [
                    "3 date", "5 reference", "6 reference", "7 authority", "7 date", "7 outcome", "7 reference", "7 stage",
                    "8 outcome", "9 authority", "10 date",
                ])
            #expect(report.added == 0)
            #expect(report.problems[0].message.contains("record this step by hand"))
            #expect(try await ground.texts("SELECT id FROM referral_decisions") == [])
            #expect(try await run("reference,stage\nHO-1,void\n", ground).problems.count == 3)
        }
    }

    @Test("finds no referral of another partnership", arguments: EngineKind.available)
    func elsewhere(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let (ground, _, _) = try await ground(engine)
            let report = try await DecisionImport(courses: ground.desk).run(
                Array(Self.good.utf8), into: ground.elsewhere, isDryRun: false, request: "test")
            #expect(report.problems.map(\.column) == Array(repeating: "reference", count: 4))
        }
    }
}
