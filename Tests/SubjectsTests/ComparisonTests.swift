import Access
import BlindLinkage
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing

@testable import Subjects

/// Encodings as an agency makes them on its own machine: of people with these numbers, who are nobody.
enum InventedEncodings {
    static func set(_ people: some Sequence<Int>, secret: String = "what both agreed") throws -> EncodingSet {
        let schema = try EncodingSchema(json: Array(UsualSchema.text.utf8))
        let encoder = RecordEncoder(schema: schema, secret: Array(secret.utf8))
        var set = EncodingSet(bitCount: schema.bitCount)
        for person in people { set.append(try encoder.encoding(of: values(person)).words) }
        return set
    }

    private static func values(_ person: Int) -> [String] {
        func name(_ seed: Int) -> String {
            let syllables = ["qui", "zor", "mel", "hax", "bro", "wen", "tuv", "lys", "gor", "pim", "sat", "nev", "dra"]
            var (rest, text) = (seed, "")
            for _ in 0..<4 {
                text += syllables[rest % syllables.count]
                rest /= syllables.count
            }
            return text
        }
        return [name(person * 7919 + 13), name(person * 104_729 + 7), "19\(60 + person % 40)-0\(1 + person % 9)-1\(person % 10)", "female"]
    }

    static func file(_ people: some Sequence<Int>) throws -> [UInt8] { EncodingFile.bytes(of: try set(people)) }
}

@Suite("A blind comparison")
struct ComparisonTests {
    @Test("tells each side its own rows, and whom to speak to when both agree, page by page", arguments: EngineKind.available)
    func wholeWay(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            let (charity, housing, police) = (ground.viewer(ground.charity), ground.viewer(ground.housing), ground.viewer(ground.police))
            let id = try await ground.proposed()
            let path = "/subjects/comparisons/\(id)"
            // The other side answers; nobody else does.
            #expect(try await ground.post("\(path)/answer", [("answer", "accept")], as: charity).status == .forbidden)
            #expect(try await ground.post("\(path)/answer", [("answer", "accept")], as: police).status == .notFound)
            #expect(try await ground.post("\(path)/answer", [("answer", "accept")], as: ground.coordinator).status == .forbidden)
            #expect(try await ground.post("\(path)/answer", [], as: housing).status == .unprocessableContent)
            #expect(try await ground.get(path, as: housing).body.contains("waits for your answer"))
            #expect(try await ground.post("\(path)/answer", [("answer", "accept")], as: housing).status == .seeOther)
            let schema = try await ground.get("\(path)/schema.json", as: housing)
            #expect(schema.body == UsualSchema.text + "\n")
            // 60 records and 70, of which 5 are of the same people.
            #expect(try await ground.upload(path, InventedEncodings.file(0..<60), as: charity).status == .seeOther)
            #expect(try await ground.subjects.matchComparisons() == 0)
            #expect(try await ground.get(path, as: charity).body.contains("60 records"))
            #expect(try await !ground.get(path, as: housing).body.contains("60 records"))
            #expect(try await ground.upload(path, InventedEncodings.file(55..<125), as: housing).status == .seeOther)
            #expect(try await ground.get(path, as: housing).body.contains("are being compared"))
            #expect(try await ground.texts("SELECT DISTINCT organisation_id FROM comparison_encodings").count == 2)
            #expect(try await ground.subjects.matchComparisons() == 1)
            #expect(try await ground.texts("SELECT organisation_id FROM comparison_encodings").isEmpty)
            let own = try await ground.get(path, as: charity).body
            #expect(own.contains("5 of your 60 records match"))
            for row in 56...60 { #expect(own.contains(">\(row)<")) }
            #expect(!own.contains("70 records") && !own.contains("Contact at") && !own.contains("Number of the pair"))
            let theirs = try await ground.get(path, as: housing).body
            #expect(theirs.contains("5 of your 70 records match"))
            for row in 1...5 { #expect(theirs.contains(">\(row)<")) }
            #expect(!theirs.contains(">60<") && !theirs.contains("Contact at"))
            let rows = try await ground.get("\(path)/rows.csv", as: housing)
            #expect(rows.body == "row,pair\r\n1,\r\n2,\r\n3,\r\n4,\r\n5,\r\n")
            // One side agrees: neither is told more.
            #expect(try await ground.post("\(path)/talk", [], as: charity).status == .seeOther)
            #expect(try await !ground.get(path, as: charity).body.contains("Contact at"))
            let before = try await ground.get(path, as: housing).body
            #expect(!before.contains("Contact at") && before.contains("We agree to talk"))
            #expect(try await ground.post("\(path)/talk", [], as: housing).status == .seeOther)
            #expect(try await ground.get(path, as: charity).body.contains("Contact at Housing"))
            #expect(try await ground.get(path, as: housing).body.contains("Contact at Hope Charity"))
            // Both quote the same number for the same pair.
            func pairs(_ viewer: Viewer) async throws -> [Int: Int] {
                let rows = try await ground.read(as: viewer) { try $0.matchedRows(of: id) }
                return Dictionary(uniqueKeysWithValues: rows.compactMap { row in row.pair.map { ($0, row.place) } })
            }
            let (ours, others) = (try await pairs(charity), try await pairs(housing))
            #expect(ours.count == 5)
            for (number, place) in ours { #expect(others[number] == place - 55) }
            let events = try await ground.texts("SELECT event || ' ' || verb FROM journal_entries ORDER BY verb")
            for entry in [
                "alteration propose-comparison", "alteration answer-comparison", "collection send-encodings", "consultation open-encodings",
                "combination match-comparison", "erasure match-comparison", "disclosure agree-to-talk", "disclosure export-comparison",
            ] { #expect(events.contains(entry), "\(entry)") }
        }
    }

    @Test("is nothing to a third agency, and to the coordinator that it took place", arguments: EngineKind.available)
    func others(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            let id = try await ground.compared(0..<60, 55..<125)
            let path = "/subjects/comparisons/\(id)"
            let charity = ground.viewer(ground.charity)
            _ = try await ground.post("\(path)/talk", [], as: charity)
            _ = try await ground.post("\(path)/talk", [], as: ground.viewer(ground.housing))
            let police = ground.viewer(ground.police)
            for page in [path, "\(path)/schema.json", "\(path)/rows.csv", "\(path)/withdraw"] {
                #expect(try await ground.get(page, as: police).status == .notFound, "\(page)")
            }
            #expect(try await !ground.get("/subjects/comparisons", as: police).body.contains(id.text))
            let ledger = try await ground.get("/subjects/comparisons", as: ground.coordinator).body
            #expect(ledger.contains("Hope Charity") && ledger.contains("Housing") && ledger.contains("Compared"))
            let shown = try await ground.get(path, as: ground.coordinator)
            #expect(shown.status == .ok)
            for text in ["5 of", "Contact at", "60 records", "70 records", "We agree"] { #expect(!shown.body.contains(text), "\(text)") }
            for page in ["\(path)/rows.csv", "\(path)/withdraw"] {
                #expect(try await ground.get(page, as: ground.coordinator).status == .forbidden, "\(page)")
            }
            #expect(try await ground.post("\(path)/talk", [], as: ground.coordinator).status == .forbidden)
            #expect(try await ground.post("\(path)/withdraw", [("reason", "x")], as: ground.coordinator).status == .forbidden)
            for viewer in [ground.viewer(ground.charity, [.visitTeam]), ground.viewer(ground.charity, [.administrator])] {
                #expect(try await ground.get(path, as: viewer).status == .notFound)
                #expect(try await ground.get("/subjects/comparisons", as: viewer).status == .forbidden)
            }
            // What came of it is not told to the machine's operator either.
            for relation in [Relation.comparisonSides, .comparisonMatches] {
                let count = try await ground.read(as: ground.machine) { reading in
                    try reading.value("SELECT COUNT(*) FROM \(reading.visible(relation)) t", as: Int.self)
                }
                #expect(count == 0)
            }
            await #expect(throws: AccessError.denied) { try await ground.subjects.desk.openEncodings(of: id, by: charity) }
        }
    }

    @Test(
        "is refused with a file that is hostile, of another schema, too small or of one person many times", arguments: EngineKind.available)
    func files(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            let id = try await ground.accepted()
            let path = "/subjects/comparisons/\(id)"
            let charity = ground.viewer(ground.charity)
            let wrong: [(String, [UInt8], String)] = [
                ("nothing", [], "Choose the file of encodings"),
                ("no JSON", Array("<script>alert(1)</script>".utf8), "Line 1: this is not the JSON of a file of encodings"),
                ("a photograph", [0xFF, 0xD8, 0xFF, 0xE0], "Line 1: this is not"),
                ("NUL", [UInt8](repeating: 0, count: 5000), "Line 1: this is not"),
                ("cut off", Array(try InventedEncodings.file(0..<60).dropLast(20)), "The file ends too early"),
                ("no list", Array("{}".utf8), "no list"), ("depth", Array(String(repeating: "[", count: 100_000).utf8), "Line 1"),
                ("deep", Array(("{\"a\": " + String(repeating: "[", count: 100_000)).utf8), "The file ends too early"),
                ("not base64", Array("{\"clks\": [\n\"AQ==\",\n\"A*==\"]}".utf8), "Line 3: encoding 2 is not a text in base64"),
                ("other lengths", Array("{\"clks\": [\n\"AQ==\",\n\"AQI=\"]}".utf8), "Line 3: encoding 2 has 16 bits"),
                ("other schema", Array("{\"clks\": [\"AQ==\"]}".utf8), "its encodings have 1024 bits, those of the file 8"),
                ("too few", try InventedEncodings.file(0..<49), "The file has 49"),
                ("one many times", try InventedEncodings.file([Int](repeating: 3, count: 200)), "The file has 1"),
                ("too long", Array("{\"clks\": [\"\(String(repeating: "A", count: 50_000))\"]}".utf8), "longer than an encoding can be"),
            ]
            for (what, bytes, words) in wrong {
                let answer = try await ground.upload(path, bytes, as: charity)
                #expect(answer.status == .unprocessableContent, "\(what)")
                #expect(answer.body.contains(words), "\(what)")
                #expect(!answer.body.contains("<script>alert"), "\(what)")
            }
            #expect(try await ground.texts("SELECT organisation_id FROM comparison_encodings").isEmpty)
            #expect(try await ground.upload(path, InventedEncodings.file(0..<60), as: charity, secret: "wrong").status == .forbidden)
            #expect(try await ground.upload(path, InventedEncodings.file(0..<60), as: charity, cut: 30).status == .unprocessableContent)
            #expect(try await ground.upload(path, InventedEncodings.file(0..<60), as: ground.viewer(ground.police)).status == .notFound)
            #expect(try await ground.upload(path, InventedEncodings.file(0..<60), as: ground.coordinator).status == .forbidden)
            // A file can be replaced before the other one is here.
            for _ in 0..<2 { #expect(try await ground.upload(path, InventedEncodings.file(0..<60), as: charity).status == .seeOther) }
            #expect(try await ground.texts("SELECT organisation_id FROM comparison_encodings").count == 1)
            // What is kept is sealed.
            let plain = try InventedEncodings.set(0..<60).serialised.prefix(64)
            let sealed = try await ground.engine.read { try $0.value("SELECT sealed FROM comparison_encodings", as: [UInt8].self) } ?? []
            #expect(sealed.count > 60 * 128)
            #expect(!sealed.indices.dropLast(64).contains { sealed[$0..<$0 + 64].elementsEqual(plain) })
        }
    }

    @Test(
        "is refused where the proposal lacks something, and where it is made to oneself or to a stranger", arguments: EngineKind.available)
    func proposals(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            let charity = ground.viewer(ground.charity)
            let whole = ground.proposal(to: ground.housing)
            #expect(try await ground.get("/subjects/comparisons/new", as: charity).body.contains("With which agency?"))
            let stranger: ID<Organisation> = ground.clock.world.newID()
            let wrong: [(String, String, String)] = [
                ("other", "", "Choose another member"), ("other", ground.charity.text, "Choose another member"),
                ("other", stranger.text, "Choose another member"), ("purpose", "", "Say what the comparison is for"),
                ("purpose", String(repeating: "x", count: 301), "Shorten the purpose"), ("agreement", "", "Name the agreement"),
                ("compared", "", "Say which records"), ("until-year", "1999", "Give a day that is not over"),
                ("until-year", "2999", "Give a day within 180 days"), ("until-day", "40", "Give the day until which"),
                ("threshold", "69", "Choose how alike"), ("threshold", "101", "Choose how alike"), ("threshold", "x", "Choose how alike"),
                ("schema", "{", "The schema is not JSON"), ("schema", "{\"version\": 3}", "Correct the schema"),
                ("schema", String(repeating: "x", count: 20_001), "Shorten the schema"),
                ("schema", UsualSchema.text.replacing("1024", with: "4096"), "2048 bits or fewer"),
            ]
            for (field, value, words) in wrong {
                let answer = try await ground.post(
                    "/subjects/comparisons/new", whole.filter { $0.0 != field } + [(field, value)], as: charity)
                #expect(answer.status == .unprocessableContent, "\(field) \(value.prefix(20))")
                #expect(answer.body.contains(words), "\(field) \(value.prefix(20))")
            }
            for viewer in [ground.viewer(ground.charity, [.visitTeam]), ground.viewer(ground.charity, [.analyst])] {
                #expect(try await ground.post("/subjects/comparisons/new", whole, as: viewer).status == .forbidden)
            }
            #expect(try await ground.texts("SELECT id FROM blind_comparisons").isEmpty)
        }
    }

    @Test("between the same two is made twice a day at most", arguments: EngineKind.available)
    func daily(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            for _ in 0..<2 { _ = try await ground.compared(0..<60, 55..<125) }
            let id = try await ground.accepted()
            let path = "/subjects/comparisons/\(id)"
            #expect(try await ground.upload(path, InventedEncodings.file(0..<60), as: ground.viewer(ground.charity)).status == .seeOther)
            let housing = ground.viewer(ground.housing)
            let refused = try await ground.upload(path, InventedEncodings.file(0..<60), as: housing)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("have compared 2 times today"))
            #expect(try await ground.texts("SELECT DISTINCT organisation_id FROM comparison_encodings") == [ground.charity.text])
            ground.clock.advance(seconds: 86_400)
            #expect(try await ground.upload(path, InventedEncodings.file(0..<60), as: housing).status == .seeOther)
        }
    }

    @Test("leaves nothing of what was sent or found when it is withdrawn, or when its time is over", arguments: EngineKind.available)
    func ending(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            let (charity, housing) = (ground.viewer(ground.charity), ground.viewer(ground.housing))
            func isGone(_ id: ID<BlindComparison>) async throws -> Bool {
                let left = try await ground.texts(
                    """
                    SELECT m.organisation_id FROM comparison_matches m WHERE m.comparison_id = \(id)
                    UNION ALL SELECT e.organisation_id FROM comparison_encodings e WHERE e.comparison_id = \(id)
                    UNION ALL SELECT s.organisation_id FROM comparison_sides s WHERE s.comparison_id = \(id)
                        AND (s.records IS NOT NULL OR s.agreed_at IS NOT NULL)
                    """)
                return left.isEmpty
            }
            // Withdrawn with one file here.
            let early = try await ground.accepted()
            _ = try await ground.upload("/subjects/comparisons/\(early)", InventedEncodings.file(0..<60), as: charity)
            #expect(try await ground.post("/subjects/comparisons/\(early)/withdraw", [], as: charity).status == .unprocessableContent)
            #expect(
                try await ground.post("/subjects/comparisons/\(early)/withdraw", [("reason", "Wrong year")], as: charity).status
                    == .seeOther)
            #expect(try await isGone(early))
            #expect(
                try await ground.get("/subjects/comparisons/\(early)", as: housing).body.contains("Hope Charity withdrew it: Wrong year"))
            #expect(
                try await ground.upload("/subjects/comparisons/\(early)", InventedEncodings.file(0..<60), as: housing).status
                    == .unprocessableContent)
            // Withdrawn with a result.
            let late = try await ground.compared(0..<60, 55..<125)
            _ = try await ground.post("/subjects/comparisons/\(late)/talk", [], as: charity)
            #expect(try await !isGone(late))
            #expect(
                try await ground.post("/subjects/comparisons/\(late)/withdraw", [("reason", "Not needed")], as: housing).status == .seeOther
            )
            #expect(try await isGone(late))
            // Declined.
            let declined = try await ground.proposed()
            let answer = [("answer", "decline"), ("reason", "No such records")]
            #expect(
                try await ground.post("/subjects/comparisons/\(declined)/answer", [answer[0]], as: housing).status == .unprocessableContent)
            #expect(try await ground.post("/subjects/comparisons/\(declined)/answer", answer, as: housing).status == .seeOther)
            #expect(try await ground.get("/subjects/comparisons/\(declined)", as: charity).body.contains("No such records"))
            // Over.
            let over = try await ground.compared(0..<60, 55..<125)
            #expect(try await ground.subjects.endComparisons() == 0)
            ground.clock.advance(seconds: 200 * 86_400)
            #expect(try await ground.subjects.endComparisons() == 1)
            #expect(try await isGone(over))
            #expect(try await ground.get("/subjects/comparisons/\(over)/rows.csv", as: charity).status == .forbidden)
            #expect(try await ground.get("/subjects/comparisons/\(over)", as: charity).body.contains("Its time is over"))
            #expect(try await ground.texts("SELECT DISTINCT event FROM journal_entries WHERE verb = 'end-comparison'") == ["erasure"])
        }
    }

    @Test("that cannot be made is given up, and what was sent is destroyed", arguments: EngineKind.available)
    func failed(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            let id = try await ground.accepted()
            for viewer in [ground.viewer(ground.charity), ground.viewer(ground.housing)] {
                _ = try await ground.upload("/subjects/comparisons/\(id)", InventedEncodings.file(0..<60), as: viewer)
            }
            try await ground.change("UPDATE comparison_encodings SET number = 7 WHERE organisation_id = \(ground.housing)")
            #expect(try await ground.subjects.matchComparisons() == 1)
            #expect(try await ground.subjects.matchComparisons() == 0)
            let page = try await ground.get("/subjects/comparisons/\(id)", as: ground.viewer(ground.charity))
            #expect(page.body.contains("What was sent could not be opened"))
            #expect(try await ground.texts("SELECT organisation_id FROM comparison_encodings").isEmpty)
        }
    }

    @Test("finds in two files of people just those who are in both, each in one pair")
    func pairs() throws {
        let (one, other) = (try InventedEncodings.set(0..<300), try InventedEncodings.set((200..<500).reversed()))
        let found = try MatchComparison.pairs(one, other, threshold: 90)
        #expect(Set(found.map(\.one)) == Set(200..<300))
        #expect(found.allSatisfy { $0.one == 499 - $0.other })
        let another = try InventedEncodings.set(200..<500, secret: "another secret")
        #expect(try MatchComparison.pairs(one, another, threshold: 75).isEmpty)
        let read = try #require(EncodingSet(serialised: one.serialised, bitCount: one.bitCount))
        #expect(read == one)
        #expect(EncodingSet(serialised: Array(one.serialised.dropLast()), bitCount: one.bitCount) == nil)
    }
}

extension SubjectGround {
    func proposal(to other: ID<Organisation>) -> [(String, String)] {
        let until = clock.now.day.adding(days: 100).parts
        return [
            ("other", other.text), ("purpose", "To find who is known to both"), ("agreement", "Sharing agreement 2019"),
            ("compared", "Adults met since 2019"), ("until-day", "\(until.day)"), ("until-month", "\(until.month)"),
            ("until-year", "\(until.year)"), ("threshold", "85"), ("schema", ""),
        ]
    }

    /// A comparison that the charity proposes to the housing team.
    func proposed() async throws -> ID<BlindComparison> {
        let answer = try await post("/subjects/comparisons/new", proposal(to: housing), as: viewer(charity))
        let rest = answer.location.split(separator: "/").last?.prefix(36) ?? ""
        guard let id = ID<BlindComparison>(String(rest)) else { throw Refused(problems: [Problem("", "\(answer.status)")]) }
        return id
    }

    func accepted() async throws -> ID<BlindComparison> {
        let id = try await proposed()
        _ = try await post("/subjects/comparisons/\(id)/answer", [("answer", "accept")], as: viewer(housing))
        return id
    }

    func compared(_ one: Range<Int>, _ other: Range<Int>) async throws -> ID<BlindComparison> {
        let id = try await accepted()
        for (people, side) in [(one, charity), (other, housing)] {
            _ = try await upload("/subjects/comparisons/\(id)", InventedEncodings.file(people), as: viewer(side))
        }
        try await subjects.matchComparisons()
        return id
    }
}
