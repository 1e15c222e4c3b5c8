import Access
import Concerns
import Kernel
import Schema
import Store
import TestSupport
import Testing

@testable import Subjects

@Suite("What is seen more than once")
struct RepeatedMarkTests {
    /// The same by counting every key over what the viewer may see.
    private func counted(_ kind: MentionedKind, _ ground: SubjectGround, _ viewer: Viewer, _ size: Int) async throws -> [String] {
        try await ground.read(as: viewer) { reading in
            try reading.rows(
                """
                SELECT MIN(m.id), COUNT(DISTINCT COALESCE(m.concern_id, m.visit_id, m.screening_id, m.victim_id)),
                    MIN(m.noted_on), MAX(m.noted_on)
                FROM \(reading.visible(.mentionMarks)) k JOIN \(reading.visible(.subjectMentions)) m ON m.id = k.mention_id
                WHERE k.partnership_id = \(ground.partnership) AND k.kind = \(kind) AND k.is_exact = 1 GROUP BY k.mark
                HAVING COUNT(DISTINCT COALESCE(m.concern_id, m.visit_id, m.screening_id, m.victim_id)) > 1
                ORDER BY 2 DESC, 4 DESC, 1 LIMIT \(size)
                """
            ) { row in
                "\(try row.next(String.self)) \(try row.next(Int.self)) \(try row.next(String.self)) \(try row.next(String.self))"
            }
        }
    }

    private func listed(_ kind: MentionedKind, _ ground: SubjectGround, _ viewer: Viewer, _ size: Int) async throws -> [String] {
        try await ground.read(as: viewer) { reading in
            try reading.repeatedMentions(kind, size: size).map { "\($0.mention) \($0.records) \($0.firstOn.iso) \($0.lastOn.iso)" }
        }
    }

    private func viewers(_ ground: SubjectGround) -> [Viewer] {
        [ground.coordinator, ground.machine] + [ground.police, ground.charity, ground.housing].map { ground.viewer($0) }
            + [ground.viewer(ground.charity, [.visitTeam]), ground.viewer(ground.housing, [.analyst])]
    }

    private func standing(_ ground: SubjectGround) async throws -> [String] {
        try await ground.texts(
            """
            SELECT partnership_id || mark || kind || records || first_on || last_on || mention_id FROM repeated_marks ORDER BY mark
            """)
    }

    private func expectCountsRight(_ ground: SubjectGround, _ when: Comment) async throws {
        let kept = try await standing(ground)
        try await ground.change("DELETE FROM repeated_marks")
        try await ground.change(Migration.countRepeatedMarks)
        #expect(try await standing(ground) == kept, when)
    }

    @Test("is counted right whatever is told, corrected and struck out", arguments: EngineKind.available)
    func maintained(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            var chance = Steps(state: 3)
            func mention() -> MentionDraft {
                chance.below(2) == 0
                    ? MentionDraft(kind: "phone", value: "07700 90012\(chance.below(5))")
                    : MentionDraft(kind: "vehicle", value: "QI1\(chance.below(4)) QIQ")
            }
            func place() -> String { "\(chance.below(3) + 1) Anvil Street" }
            var concerns: [ID<Concern>] = []
            for number in 0..<24 {
                let organisation = [ground.police, ground.charity, ground.housing][chance.below(3)]
                // A record that says the same twice counts once.
                let said = mention()
                let mentions = [said, chance.below(3) == 0 ? said : mention(), mention()]
                concerns.append(try await ground.raise(mentions, place: place(), postcode: "B69 4AA", by: organisation))
                if number % 3 == 2 {
                    let concern = concerns[chance.below(concerns.count)]
                    let known = try await ground.read(as: ground.coordinator) { try $0.concern(concern).mentions }
                    let draft = AmendConcern.Draft(
                        concern: ground.draft(
                            chance.below(2) == 0 ? [mention()] : [], place: chance.below(4) == 0 ? "" : place(), postcode: "B69 4AA"),
                        struckOut: Set(known.prefix(chance.below(3)).map(\.id)))
                    let outcome = try await ground.concerns.amend(concern, draft, by: ground.coordinator, expecting: nil, key: nil)
                    #expect(outcome.result == concern)
                }
            }
            try await expectCountsRight(ground, "as written")
            _ = try await ground.subjects.linkAll(by: ground.machine)
            try await expectCountsRight(ground, "when the database was linked")
            #expect(try await standing(ground).count > 8)
            for viewer in viewers(ground) {
                for kind in HotSpotsPage.kinds {
                    #expect(try await listed(kind, ground, viewer, 50) == counted(kind, ground, viewer, 50), "\(kind) \(viewer.roles)")
                }
            }
        }
    }

    @Test("is listed as counting everything would, to whoever sees all of it and to whoever sees a part", arguments: EngineKind.available)
    func sameAnswer(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            var concerns: [ID<Concern>] = []
            for organisation in [ground.police, ground.charity, ground.housing, ground.charity, ground.housing, ground.housing] {
                concerns.append(try await ground.raise([], by: organisation))
            }
            let days = ["2020-01-01", "2020-01-02", "2020-01-03"]
            var chance = Steps(state: 5)
            let rows = (0..<1_600).map { number in
                (
                    id: ID<Mention>(at: ground.clock.now, random: (UInt64(number), 0)), concern: concerns[chance.below(concerns.count)],
                    mark: "mark \(chance.below(2) == 0 ? chance.below(250) : chance.below(20))", day: days[chance.below(days.count)]
                )
            }
            try await ground.engine.write { transaction in
                for row in rows {
                    try transaction.run(
                        """
                        INSERT INTO subject_mentions (id, partnership_id, kind, source, concern_id, field, label, label_key, noted_on, reason)
                        VALUES (\(row.id), \(ground.partnership), 'phone', 'concern', \(row.concern), \(row.id), '', '', \(row.day), '')
                        """)
                    try transaction.run(
                        """
                        INSERT INTO mention_marks (mention_id, mark, partnership_id, kind, is_exact)
                        VALUES (\(row.id), \(row.mark), \(ground.partnership), 'phone', 1)
                        """)
                }
                try transaction.run(Migration.countRepeatedMarks)
            }
            for viewer in viewers(ground) {
                for size in [1, 5, 50, 300] {
                    #expect(
                        try await listed(.phone, ground, viewer, size) == counted(.phone, ground, viewer, size), "\(viewer.roles) \(size)")
                }
            }
            #expect(try await listed(.phone, ground, ground.viewer(ground.housing), 300).count > 64)
            #expect(try await listed(.phone, ground, ground.coordinator, 300).count > 150)
            #expect(try await listed(.vehicle, ground, ground.coordinator, 50).isEmpty)
        }
    }

    /// Chance that is the same each time.
    private struct Steps {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
    }
}
