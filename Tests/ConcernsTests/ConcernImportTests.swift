import Access
import Kernel
import Store
import TestSupport
import Testing

@testable import Concerns

@Suite("Import of concerns")
struct ConcernImportTests {
    private static let header =
        "reference,received_on,source,town,ward,location_type,exploitation_types,nationality,response,lead_agency,summary"

    private static let good = """
        \(header)
        A-1,2019-04-08,Agency,Oldbury,Langley,Car wash,Labour;criminal,Romanian,joint,police,"Four men, one van"
        A-2,2019-05-09,PUBLIC,OLDBURY,,takeaway,unknown,Unknown,,,
        TE-0041,2020-01-31,helpline,Tipton,Great Bridge,GP surgery,domestic servitude,vietnamese,Significant,HOPE FOR JUSTICE,x
        """

    @Test("concerns are written with their places, types, circle and timeline", arguments: EngineKind.available)
    func written(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ImportGround(engine)
            let report = try await ground.concerns(Self.good)
            #expect(report.problems == [])
            #expect(report.rows == 3)
            #expect(report.added == 3)
            #expect(report.alreadyThere == 0)
            #expect(
                report.newTerms == [
                    .init(kind: "town", label: "Oldbury"), .init(kind: "ward", label: "Langley"),
                    .init(kind: "town", label: "Tipton"), .init(kind: "ward", label: "Great Bridge"),
                ])
            let lines = try await engine.read { transaction in
                try transaction.rows(
                    """
                    SELECT c.reference, c.received_on, c.received_at, c.source, c.status, c.is_open, c.location_type,
                        c.nationality, c.response, t.label, w.label, o.name, c.summary
                    FROM concerns c LEFT JOIN partnership_terms t ON t.id = c.town_id
                    LEFT JOIN partnership_terms w ON w.id = c.ward_id
                    LEFT JOIN organisations o ON o.id = c.lead_organisation_id ORDER BY c.reference
                    """
                ) { row in
                    try (0..<13).map { _ -> String in
                        switch try row.nextValue() {
                        case .null: "-"
                        case .integer(let number): String(number)
                        case .text(let text): text
                        case .bytes: "?"
                        }
                    }.joined(separator: "|")
                }
            }
            #expect(
                lines == [
                    "A-1|2019-04-08|1554721200000000|agency|response|1|car-wash|romanian|joint|Oldbury|Langley|Police|"
                        + "Four men, one van",
                    "A-2|2019-05-09|1557399600000000|public|raised|1|takeaway|unknown|-|Oldbury|-|-|",
                    "TE-0041|2020-01-31|1580472000000000|helpline|response|1|gp-surgery|vietnamese|significant|Tipton|"
                        + "Great Bridge|Hope for Justice|x",
                ])
            #expect(try await ground.count("concern_exploitation") == 4)
            #expect(try await engine.read { try $0.concernsCountedWrongly() } == [])
            let circle = try await engine.read { transaction in
                try transaction.rows(
                    "SELECT organisation_id, sees_answers, sees_victims FROM circles ORDER BY sees_victims"
                ) { "\(try $0.next(ID<Organisation>.self)) \(try $0.next(Int.self)) \(try $0.next(Int.self))" }
            }
            #expect(circle == ["\(ground.police) 1 0", "\(ground.charity) 1 1"])
            let timeline = try await ground.value(
                """
                SELECT COUNT(DISTINCT r.concern_id) FROM record_changes r JOIN concerns c ON c.id = r.concern_id
                WHERE r.verb = 'import-concerns' AND r.summary = 'Imported' AND r.record_id = c.id
                """, as: Int.self)
            #expect(timeline == 3)
            #expect(try await ground.count("record_changes") == 3)
        }
    }

    @Test("imported concerns can be found by their words", arguments: EngineKind.available)
    func found(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ImportGround(engine)
            _ = try await ground.concerns(Self.good)
            for (words, wanted) in [("four men", ["A-1"]), ("te-0041", ["TE-0041"]), ("nothing", [])] {
                let viewer = Viewer.operator(of: ground.partnership, request: "test")
                let found = try await ground.desk.read(as: viewer, Consultation("search", "concerns")) { reading in
                    try reading.concerns(matching: ConcernQuery(stage: .all, search: words)).items.map(\.reference)
                }
                #expect(found == wanted, "\(words)")
            }
        }
    }

    @Test("references of the partnership's own form are not given out again", arguments: EngineKind.available)
    func counting(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ImportGround(engine)
            _ = try await ground.concerns(Self.good)
            #expect(try await ground.value("SELECT next_reference FROM partnerships", as: Int.self) == 42)
        }
    }

    @Test("the same file a second time changes nothing", arguments: EngineKind.available)
    func again(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ImportGround(engine)
            _ = try await ground.concerns(Self.good)
            let hash = try await TableText.all(engine)
            let report = try await ground.concerns(Self.good)
            #expect(report.added == 0)
            #expect(report.alreadyThere == 3)
            #expect(report.newTerms == [])
            #expect(report.problems == [])
            #expect(try await TableText.all(engine) == hash)
            let changed = Self.good.replacing("A-2,2019-05-09,PUBLIC,OLDBURY", with: "A-9,2019-05-09,public,Wednesbury")
            let more = try await ground.concerns(changed)
            #expect(more.added == 1)
            #expect(more.alreadyThere == 2)
            #expect(more.newTerms == [.init(kind: "town", label: "Wednesbury")])
            #expect(try await ground.count("concerns") == 4)
        }
    }

    @Test("a dry run finds everything and writes nothing", arguments: EngineKind.available)
    func dryRun(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ImportGround(engine)
            let report = try await ground.concerns(Self.good, isDryRun: true)
            #expect(report.added == 3)
            #expect(report.newTerms.count == 4)
            #expect(report.isDryRun)
            #expect(try await ground.count("concerns") == 0)
            #expect(try await ground.count("partnership_terms") == 0)
        }
    }

    @Test("one wrong row among good ones keeps everything out", arguments: EngineKind.available)
    func allOrNothing(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ImportGround(engine)
            let report = try await ground.concerns(
                Self.good + "\nA-4,2019-04-31,agency,Oldbury,,car wash,labour,polish,,,")
            #expect(report.problems.map { "\($0.row) \($0.column)" } == ["5 received_on"])
            #expect(report.added == 0)
            #expect(try await ground.count("concerns") == 0)
            #expect(try await ground.count("partnership_terms") == 0)
            #expect(try await ground.count("record_changes") == 0)
        }
    }

    @Test("every problem of every row is reported with its row and column", arguments: EngineKind.available)
    func problems(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ImportGround(engine)
            let report = try await ground.concerns(
                """
                \(Self.header)
                A-1,2019-04-08,agency,Oldbury,Langley,car wash,labour,romanian,,,
                A-1,8 April 2019,agent,Oldbury,,car washh,labour;slavery,Romainian,maybe,Border Force,
                ,2019-04-08,police,,Langley,shop,,unknown,,,
                A-4,2019-04-08,police,Tipton,langley,shop,labour,unknown,,
                A-5,,police,Tipton,LANGLEY,shop,labour,unknown,,,
                A-6,2019-04-08,police,---,,shop,labour,,,,"x
                """)
            let found = report.problems.map { "\($0.row) \($0.column)" }
            #expect(
                found == [
                    "3 reference", "3 received_on", "3 source", "3 location_type", "3 nationality", "3 response",
                    "3 exploitation_types", "3 lead_agency", "4 reference", "4 exploitation_types", "4 town", "5 ",
                    "6 received_on", "6 ward", "7 ",
                ])
            #expect(report.rows == 6)
            func message(_ row: Int, _ column: String) -> String {
                report.problems.first { $0.row == row && $0.column == column }?.message ?? ""
            }
            #expect(message(3, "reference").contains("row 2"))
            #expect(message(3, "location_type").contains("Did you mean “car wash”"))
            #expect(message(3, "nationality").contains("“romanian”"))
            #expect(message(3, "response").contains("Write one of: single, joint, significant"))
            #expect(message(3, "source").contains("agency, police, helpline"))
            #expect(message(3, "lead_agency").contains("Police, Hope for Justice"))
            #expect(message(6, "ward").contains("Oldbury"))
            #expect(report.text.hasSuffix("15 problems in 6 rows of concerns. Nothing was written."))
            #expect(report.text.hasPrefix("row 3, column reference: "))
        }
    }

    @Test("a missing, an unknown and a repeated column are problems of the first row", arguments: EngineKind.available)
    func columns(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ImportGround(engine)
            let missing = try await ground.concerns("reference,received_on,colour,reference\nA-1,2019-04-08,red,x")
            let columns = missing.problems.map(\.column)
            #expect(missing.problems.allSatisfy { $0.row == 1 })
            #expect(columns.first == "“colour”")
            #expect(columns.dropFirst().first == "reference")
            #expect(columns.contains("source") && columns.contains("summary"))
            #expect(!columns.contains("received_on"))
            let unknown = try await ground.concerns(
                Self.header + ",extra\nA-1,2019-04-31,agency,Oldbury,,car wash,labour,polish,,,,y")
            #expect(unknown.problems.map { "\($0.row) \($0.column)" } == ["1 “extra”", "2 received_on"])
            for empty in ["", "\n", "\u{FEFF}", ",,,"] {
                #expect(try await ground.concerns(empty).problems.map(\.row) == [1])
            }
        }
    }

    @Test("columns may stand in any order and in any case", arguments: EngineKind.available)
    func anyOrder(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ImportGround(engine)
            let names = Self.header.split(separator: ",").map(String.init)
            let row = "B-1,2019-04-08,other,Oldbury,Langley,nail bar,sexual,chinese,single,Police,y"
            let values = row.split(separator: ",")
            let text =
                names.reversed().map { $0.uppercased() }.joined(separator: ",") + "\r\n"
                + values.reversed().joined(separator: ",") + "\r\n"
            let report = try await ground.concerns(text)
            #expect(report.problems == [])
            #expect(report.added == 1)
            #expect(try await ground.value("SELECT location_type FROM concerns", as: String.self) == "nail-bar")
        }
    }

    @Test("more rows than one statement holds are all written", arguments: EngineKind.available)
    func manyRows(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ImportGround(engine)
            let rows = (1...517).map { number in
                "M-\(number),2019-04-08,police,Town \(number % 7),,shop,labour;sexual,polish,joint,Police,s"
            }
            let text = ([Self.header] + rows).joined(separator: "\n")
            let report = try await ground.concerns(text)
            #expect(report.added == 517)
            #expect(report.newTerms.count == 7)
            for (table, count) in [
                ("concerns", 517), ("concern_exploitation", 1034), ("circles", 517), ("record_changes", 517),
                ("concern_words", 517),
            ] as [(StaticString, Int)] {
                #expect(try await ground.count(table) == count, "\(table)")
            }
            #expect(try await ground.concerns(text).alreadyThere == 517)
        }
    }

    @Test("hostile values are kept as text or refused, never run", arguments: EngineKind.available)
    func hostile(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ImportGround(engine)
            let summary = "'); DROP TABLE concerns; -- <script>alert(1)</script> \u{202E}\u{200B}"
            let report = try await ground.concerns(
                "\(Self.header)\n\"X'; --\",2019-04-08,police,<b>Town</b>,,shop,labour,unknown,,,\"\(summary)\"")
            #expect(report.added == 1)
            #expect(try await ground.value("SELECT summary FROM concerns", as: String.self) == summary)
            let enormous = String(repeating: "y", count: 2_100_000)
            let long = try await ground.concerns(
                "\(Self.header)\nX-2,2019-04-08,police,,,shop,labour,unknown,,,\(enormous)")
            #expect(long.problems.map(\.column) == ["summary"])
            let control = try await ground.concerns(
                "\(Self.header)\n\"X\n3\",2019-04-08,police,,,shop,labour,unknown,,,")
            #expect(control.problems.map(\.column) == ["reference"])
        }
    }

    @Test("people cannot import: only the operator at the command line can", arguments: EngineKind.available)
    func operatorOnly(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ImportGround(engine)
            let viewer = Viewer(
                person: ground.desk.world.newID(), name: "A Coordinator", organisation: ground.police,
                organisationName: "Police", partnership: ground.partnership, roles: Set(Role.allCases), town: nil,
                agreementInForce: true, request: "test")
            await #expect(throws: AccessError.denied) {
                try await ground.desk.create(ImportConcerns.self, by: viewer, key: nil) { _ in .done(0) }
            }
        }
    }
}

/// Everything in the tables of cases as text, for showing that nothing changed.
enum TableText {
    static func all(_ engine: any Engine) async throws -> [String] {
        let tables: [StaticString] = [
            "concerns", "concern_exploitation", "circles", "record_changes", "partnership_terms", "partnerships",
        ]
        return try await engine.read { transaction in
            try tables.flatMap { table in
                try transaction.rows("SELECT * FROM \(Statement(stringLiteral: table)) ORDER BY 1, 2, 3") { row in
                    try row.columnNames.map { _ in "\(try row.nextValue())" }.joined(separator: "|")
                }
            }
        }
    }
}
