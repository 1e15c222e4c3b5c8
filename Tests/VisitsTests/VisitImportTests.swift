import Access
import Concerns
import Kernel
import Schema
import Store
import TestSupport
import Testing

@testable import Visits

@Suite("Import of visits and screenings")
struct VisitImportTests {
    private static let concerns = """
        reference,received_on,source,town,ward,location_type,exploitation_types,nationality,response,lead_agency,summary
        C-1,2019-04-08,agency,Oldbury,Langley,car wash,labour,romanian,joint,Police,
        """

    private static let visits = """
        reference,concern,visited_on,purpose,agencies
        V-1,C-1,2019-05-01,Disruption,Police;Hope for Justice
        V-2,,2019-06-01,licensing,hope for justice ; HOPE FOR JUSTICE;
        V-3,C-1,2031-01-01,Follow-up,Police
        """

    private static let screenings = """
        reference,visit,gender,age_group,nationality,language,outcome
        S-1,V-1,Male,Adult,Romanian,Romanian,No indicators
        S-2,V-1,female,child,unknown,,Disclosure
        S-3,V-2,other,unknown,British,english,some indicators
        """

    @Test("visits made count their agencies, visits to come are planned", arguments: EngineKind.available)
    func visits(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitImportGround(engine)
            _ = try await ground.concerns(Self.concerns)
            let report = try await ground.visits(Self.visits)
            #expect(report.problems == [])
            #expect(report.added == 3)
            #expect(report.newTerms.map(\.label) == ["Disruption", "licensing", "Follow-up"])
            let lines = try await ground.lines(
                """
                SELECT v.reference || ' ' || v.status || ' ' || v.location_type || ' ' || COALESCE(t.label, '-') || ' '
                    || COALESCE(c.reference, '-') || ' ' || p.label
                FROM visits v LEFT JOIN partnership_terms t ON t.id = v.town_id
                LEFT JOIN concerns c ON c.id = v.concern_id JOIN partnership_terms p ON p.id = v.purpose_id
                ORDER BY v.reference
                """)
            #expect(
                lines == [
                    "V-1 made car-wash Oldbury C-1 Disruption", "V-2 made  - - licensing",
                    "V-3 planned car-wash Oldbury C-1 Follow-up",
                ])
            let attendance = try await ground.lines(
                """
                SELECT v.reference || ' ' || o.name || ' ' || a.attended FROM visit_agencies a
                JOIN visits v ON v.id = a.visit_id JOIN organisations o ON o.id = a.organisation_id ORDER BY 1
                """)
            #expect(
                attendance == [
                    "V-1 Hope for Justice yes", "V-1 Police yes", "V-2 Hope for Justice yes", "V-3 Police ",
                ])
            let timeline = try await ground.lines(
                "SELECT summary FROM record_changes WHERE verb = 'import-visits' AND concern_id IS NOT NULL ORDER BY 1")
            #expect(timeline == ["Visit V-1 on 1 May 2019, imported", "Visit V-3 on 1 January 2031, imported"])
            let again = try await ground.visits(Self.visits)
            #expect(again.alreadyThere == 3)
            #expect(again.added == 0)
            #expect(try await ground.lines("SELECT id FROM visits").count == 3)
        }
    }

    @Test("every problem of a visit is reported, and nothing is written", arguments: EngineKind.available)
    func visitProblems(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitImportGround(engine)
            _ = try await ground.concerns(Self.concerns)
            let report = try await ground.visits(
                """
                reference,concern,visited_on,purpose,agencies
                V-1,C-9,2019-05-01,Disruption,Police
                V-1,,1/5/2019,,
                ,C-1,2019-05-01,Disruption,Police;Border Force;Coastguard
                """)
            #expect(
                report.problems.map { "\($0.row) \($0.column)" } == [
                    "2 concern", "3 reference", "3 visited_on", "3 purpose", "3 agencies", "4 reference", "4 agencies",
                    "4 agencies",
                ])
            #expect(report.added == 0)
            #expect(try await ground.lines("SELECT id FROM visits") == [])
            #expect(try await ground.lines("SELECT id FROM partnership_terms WHERE kind = 'purpose'") == [])
            let dry = try await ground.visits(Self.visits, isDryRun: true)
            #expect(dry.added == 3)
            #expect(try await ground.lines("SELECT id FROM visits") == [])
        }
    }

    @Test("screenings belong to their visit and its concern", arguments: EngineKind.available)
    func screenings(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitImportGround(engine)
            _ = try await ground.concerns(Self.concerns)
            _ = try await ground.visits(Self.visits)
            let report = try await ground.screenings(Self.screenings)
            #expect(report.problems == [])
            #expect(report.added == 3)
            let lines = try await ground.lines(
                """
                SELECT s.reference || ' ' || s.gender || ' ' || s.age_group || ' ' || s.nationality || ' ' || s.language
                    || ' ' || s.outcome || ' ' || COALESCE(c.reference, '-')
                FROM screenings s LEFT JOIN concerns c ON c.id = s.concern_id ORDER BY s.reference
                """)
            #expect(
                lines == [
                    "S-1 male adult romanian romanian no-indicators C-1",
                    "S-2 female child unknown unknown disclosure C-1",
                    "S-3 other unknown british english some-indicators -",
                ])
            let timeline = try await ground.lines(
                "SELECT summary FROM record_changes WHERE strand = 'victims' AND concern_id IS NOT NULL")
            #expect(timeline == ["2 people met at visit V-1, imported"])
            let again = try await ground.screenings(Self.screenings)
            #expect(again.alreadyThere == 3)
            #expect(again.added == 0)
            #expect(try await ground.lines("SELECT id FROM screenings").count == 3)
        }
    }

    @Test("every problem of a screening is reported, and nothing is written", arguments: EngineKind.available)
    func screeningProblems(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitImportGround(engine)
            _ = try await ground.concerns(Self.concerns)
            _ = try await ground.visits(Self.visits)
            let report = try await ground.screenings(
                """
                reference,visit,gender,age_group,nationality,language,outcome
                S-1,V-7,male,adult,romanian,,no indicators
                S-1,,man,old,martian,klingon,maybe
                """)
            #expect(
                report.problems.map { "\($0.row) \($0.column)" } == [
                    "2 visit", "3 reference", "3 visit", "3 gender", "3 age_group", "3 nationality", "3 language",
                    "3 outcome",
                ])
            #expect(try await ground.lines("SELECT id FROM screenings") == [])
            #expect(try await ground.screenings(Self.screenings, isDryRun: true).added == 3)
            #expect(try await ground.lines("SELECT id FROM screenings") == [])
        }
    }
}

/// A partnership with two members and the code lists, on which imports are tried.
private struct VisitImportGround {
    let engine: any Engine
    let desk: Desk
    let partnership: ID<Partnership>

    init(_ engine: any Engine) async throws {
        let clock = TestWorld()
        let world = clock.world
        let vault = try Vault(keyBytes: [UInt8](repeating: 7, count: 32))
        self.engine = engine
        desk = Desk(
            engine: engine, vault: vault, world: world,
            journal: clock.journal(on: engine, vault: vault, server: "test"))
        let partnership = world.newID(Partnership.self)
        self.partnership = partnership
        try await ReferenceLoader.load(into: engine)
        try await desk.changeOffice { office in
            try office.run(
                """
                INSERT INTO partnerships (id, slug, name, reference_prefix, next_reference, next_visit_reference,
                    requires_second_factor, is_demonstration, scoping_hours, sharing_agreement, created_at)
                VALUES (\(partnership), 'test', 'Test partnership', 'TE', 1, 1, 0, 0, 48, '', 0)
                """)
            for (position, name) in ["Police", "Hope for Justice"].enumerated() {
                let id = world.newID(Organisation.self)
                try office.run(
                    """
                    INSERT INTO organisations (id, name, name_key, kind, is_enforcement)
                    VALUES (\(id), \(name), \(FoldedText(name).key), 'other', \(position == 0))
                    """)
                try office.run(
                    """
                    INSERT INTO partnership_members (partnership_id, organisation_id, position, joined_on)
                    VALUES (\(partnership), \(id), \(position), '2019-01-01')
                    """)
            }
        }
    }

    func concerns(_ text: String) async throws -> ImportReport {
        try await ConcernImport(desk: desk).run(Array(text.utf8), into: partnership, isDryRun: false, request: "test")
    }

    func visits(_ text: String, isDryRun: Bool = false) async throws -> ImportReport {
        try await VisitImport(desk: desk).run(Array(text.utf8), into: partnership, isDryRun: isDryRun, request: "test")
    }

    func screenings(_ text: String, isDryRun: Bool = false) async throws -> ImportReport {
        try await ScreeningImport(desk: desk).run(
            Array(text.utf8), into: partnership, isDryRun: isDryRun, request: "test")
    }

    /// The first column of every row, straight from the database.
    func lines(_ statement: Statement) async throws -> [String] {
        try await engine.read { transaction in try transaction.rows(statement) { try $0.next(String.self) } }
    }
}
