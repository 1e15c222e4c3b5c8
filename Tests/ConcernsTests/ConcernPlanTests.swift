import Access
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing

@testable import Concerns

@Suite("How concerns are found")
struct ConcernPlanTests {
    /// The index of the words is a table of its own kind, which is always read by a word; "waiting" are at most a hundred
    /// rows that were found before.
    private static let derived = ["w VIRTUAL TABLE INDEX", "concern_vocabulary VIRTUAL TABLE INDEX 2", "waiting"]

    @Test("no list, no search and no page of a case reads a table from end to end, whoever asks", arguments: EngineKind.available)
    func noFullScan(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let listening = ListeningEngine(engine)
            let ground = try await CaseGround(listening)
            let concern = try await ground.raise()
            _ = try await ground.raise(ground.draft(seen: "A white minibus, AB12 CDE, telephone 07700 900123."))
            listening.begin()
            for viewer in [ground.coordinator, ground.viewer(ground.housing)] {
                for path in ConcernPlanTests.paths(ground, concern) {
                    #expect(try await ground.get(path, as: viewer).status == .ok, "\(path)")
                }
            }
            let statements = listening.end()
            #expect(statements.count > 60)
            for statement in statements where !statement.isPragma {
                let plan = try await QueryPlan(of: statement, in: engine, derived: ConcernPlanTests.derived)
                #expect(plan.fullScans.isEmpty, "\(plan.text)")
            }
        }
    }

    private static func paths(_ ground: CaseGround, _ concern: ID<Concern>) -> [String] {
        let key = "0_\(ground.clock.now.day.iso)_\(concern.text)"
        let stages = ConcernQuery.Stage.allCases.flatMap { stage in
            ["", "&town=\(ground.town.text)", "&after=\(key)"].map { "/concerns?stage=\(stage.rawValue)\($0)" }
        }
        return stages + [
            "/search?q=minibus", "/search?q=minibus+before&after=\(key)", "/search?q=07700+900123", "/search?q=AB12+CDE",
            "/concerns/\(concern.text)", "/concerns/\(concern.text)/timeline",
        ]
    }

    /// PostgreSQL plans by what is in the tables, which is next to nothing here.
    @Test("one case is opened by its own keys, not by walking the partnership's concerns")
    func byKey() async throws {
        try await withDatabase(.sqlite) { engine in
            let listening = ListeningEngine(engine)
            let ground = try await CaseGround(listening)
            let concern = try await ground.raise()
            _ = try await ground.raise()
            for viewer in [ground.coordinator, ground.viewer(ground.housing)] {
                listening.begin()
                #expect(try await ground.get("/concerns/\(concern.text)", as: viewer).status == .ok)
                let statements = listening.end()
                #expect(statements.count > 15)
                for statement in statements where !statement.isPragma {
                    let plan = try await QueryPlan(of: statement, in: engine)
                    for walk in ["concerns_by_date", "concerns_open_by_date", "concerns_by_received"] {
                        #expect(!plan.text.contains(walk), "\(plan.text)")
                    }
                }
            }
        }
    }

    @Test("a search walks the words' own order and sorts nothing")
    func unsorted() async throws {
        try await withDatabase(.sqlite) { engine in
            let listening = ListeningEngine(engine)
            let ground = try await CaseGround(listening)
            _ = try await ground.raise()
            listening.begin()
            #expect(try await ground.get("/search?q=minibus", as: ground.coordinator).status == .ok)
            let found = try #require(listening.end().first { $0.rendered(for: .sqlite).text.contains("MATCH") })
            let plan = try await QueryPlan(of: found, in: engine)
            #expect(!plan.text.contains("TEMP B-TREE"), "\(plan.text)")
        }
    }
}

extension Statement {
    fileprivate var isPragma: Bool { rendered(for: .sqlite).text.hasPrefix("PRAGMA") }
}
