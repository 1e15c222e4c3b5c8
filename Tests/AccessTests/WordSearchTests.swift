import Kernel
import Schema
import Store
import TestSupport
import Testing

@testable import Access

@Suite("A search for words")
struct WordSearchTests {
    private static let newestDay = 18_000

    /// Writes so many concerns, each a day older than the one before. All hold "minibus", every fortieth "quarry".
    private func fill(_ ground: AccessGround, _ count: Int, in partnership: ID<Partnership>) async throws -> [ID<Concern>] {
        let world = ground.clock.world
        let ids = (0..<count).map { _ in world.newID(Concern.self) }
        _ = try await ground.engine.write { transaction in
            for (number, id) in ids.enumerated() {
                try transaction.run(.concern(id, in: partnership, reference: "X-\(number)", into: "concerns"))
            }
            let words = ids.enumerated().map { number, id in
                NewWords(
                    concern: id.sqlValue, receivedOn: Day(number: WordSearchTests.newestDay - number),
                    words: "White minibus, \(number % 40 == 39 ? "Quarry" : "yard") no\(number)")
            }
            try WordIndex(transaction: transaction).add(words, in: partnership)
        }
        return ids
    }

    /// Everything that a search finds, page by page.
    private func find(_ text: String, as viewer: Viewer, _ ground: AccessGround) async throws -> [ID<Concern>] {
        var found: [ID<Concern>] = []
        while true {
            let last = found.last
            let page = try await ground.desk.read(as: viewer, Consultation("search", "concerns")) { reading in
                var page: [ID<Concern>] = []
                for matches in try reading.matches(of: WordSearch(text), after: last) where page.count < 25 {
                    page = try reading.rows(
                        """
                        SELECT c.id FROM \(matches.source) CROSS JOIN \(reading.visible(.concerns)) c
                        WHERE c.id = w.concern_id AND \(matches.condition) ORDER BY \(matches.order) LIMIT 25
                        """
                    ) { try $0.next() }
                }
                return page
            }
            found += page
            if page.count < 25 { return found }
        }
    }

    @Test(
        "finds all that have them, few or many, the newest first, and nothing of another partnership",
        arguments: EngineKind.available)
    func pages(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let own = try await fill(ground, 1_120, in: ground.sandwell)
            let others = try await fill(ground, 80, in: ground.stroud)
            #expect(try await find("minibus", as: ground.coordinator, ground) == own)
            #expect(try await find("WHITE mini", as: ground.coordinator, ground) == own)
            let quarries = own.enumerated().filter { $0.offset % 40 == 39 }.map(\.element)
            #expect(quarries.count == 28)
            #expect(try await find("quarr", as: ground.coordinator, ground) == quarries)
            #expect(try await find("no1119", as: ground.coordinator, ground) == [own[1_119]])
            #expect(try await find("quarry yard", as: ground.coordinator, ground) == [])
            #expect(try await find("", as: ground.coordinator, ground) == [])
            #expect(try await find("minibus", as: ground.viewer([.coordinator], in: ground.stroud), ground) == others)
            #expect(try await find("minibus", as: .operator(of: nil, request: "test"), ground) == [])
        }
    }

    @Test("finds for a member what its circles hold, however old it is", arguments: EngineKind.available)
    func member(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let own = try await fill(ground, 720, in: ground.sandwell)
            let held = [own[3], own[499], own[500], own[719]]
            for concern in held { try await ground.addToCircle(ground.charity, of: concern) }
            let member = ground.viewer([.member], of: ground.charity)
            #expect(try await find("minibus", as: member, ground) == held)
            #expect(try await find("quarry", as: member, ground) == [own[719]])
            #expect(try await find("minibus", as: ground.viewer([.member], of: ground.police), ground) == [])
            #expect(try await find("minibus", as: ground.viewer([]), ground) == [])
        }
    }

    @Test("takes words of any length and any letters", arguments: EngineKind.available)
    func longWords(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let long = String(repeating: "ox", count: 3_000)
            let greek = String(repeating: "ωμέγα", count: 900)
            let concern = try await ground.addConcern()
            let other = try await ground.addConcern(reference: "X-0002")
            try await engine.write { transaction in
                let index = WordIndex(transaction: transaction)
                try index.replace("\(long) \(greek) mill", of: concern, in: ground.sandwell)
                try index.replace("", of: other, in: ground.sandwell)
            }
            for words in [long, greek, "oxox ωμεγαω mill", "Mill"] {
                #expect(try await find(words, as: ground.coordinator, ground) == [concern], "\(words.prefix(9))")
            }
            #expect(try await find("oxen", as: ground.coordinator, ground) == [])
        }
    }

    @Test("finds what was written before words had their partnership", arguments: EngineKind.available)
    func migrated(kind: EngineKind) async throws {
        let before = Migration.all.prefix { $0.number < 14 }
        try await withTestDatabase(kind, migrations: Array(before)) { database in
            let ground = try await AccessGround(database.engine)
            let concern = try await ground.addConcern()
            let empty = try await ground.addConcern(reference: "X-0002")
            let foreign = try await ground.addConcern(in: ground.stroud, reference: "X-0003")
            let words = "a white minibus \(String(repeating: "y", count: 2_040)) 07700900123 a"
            for (id, partnership, text) in [
                (concern, ground.sandwell, words), (empty, ground.sandwell, ""), (foreign, ground.stroud, "minibus"),
            ] {
                try await database.engine.write { transaction in
                    guard transaction.dialect == .postgres else {
                        return try WordIndex(transaction: transaction).replace(text, of: id, in: partnership)
                    }
                    try transaction.run(
                        """
                        INSERT INTO concern_words (concern_id, partnership_id, received_on, words)
                        VALUES (\(id), \(partnership), '2020-02-03', to_tsvector('simple', \(text)))
                        """)
                }
            }
            try await Migrator(Migration.all).migrate(database.engine)
            for text in ["minibus", "07700900123", "yyyyyyyy", "a"] {
                #expect(try await find(text, as: ground.coordinator, ground) == [concern], "\(text)")
            }
            if kind == .postgres {
                // They are what would be written now.
                func kept() async throws -> [String] {
                    try await database.engine.read { transaction in
                        try transaction.rows("SELECT words::text FROM concern_words ORDER BY 1") { try $0.next() }
                    }
                }
                let migrated = try await kept()
                try await database.engine.write { transaction in
                    let index = WordIndex(transaction: transaction)
                    try index.replace(words, of: concern, in: ground.sandwell)
                    try index.replace("", of: empty, in: ground.sandwell)
                    try index.replace("minibus", of: foreign, in: ground.stroud)
                }
                #expect(try await kept() == migrated)
            }
        }
    }
}
