import Kernel
import Store
import TestSupport
import Testing

@testable import Access

@Suite("What a viewer sees")
struct VisibilityTests {
    private func counts(_ viewer: Viewer, _ ground: AccessGround) async throws -> [Relation: Int] {
        try await ground.desk.read(as: viewer, Consultation("test", "concerns")) { reading in
            var counts: [Relation: Int] = [:]
            for relation in Relation.allCases {
                counts[relation] = try reading.value("SELECT COUNT(*) FROM \(reading.visible(relation)) t", as: Int.self)
            }
            return counts
        }
    }

    /// The words of the full-text search are never read as a table.
    private static let unreadable: Set<Relation> = [.concernWords, .concernWordRows]

    @Test("is everything for the coordinator of the case's partnership", arguments: EngineKind.available)
    func coordinator(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            _ = try await ground.addWholeCase()
            let counts = try await counts(ground.coordinator, ground)
            for relation in Relation.allCases {
                #expect(counts[relation] == (Self.unreadable.contains(relation) ? 0 : 1), "\(relation)")
            }
        }
    }

    @Test("is nothing without a role, elsewhere, by the public form, or as administrator", arguments: EngineKind.available)
    func nothing(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            _ = try await ground.addWholeCase()
            for viewer in [
                ground.viewer([], of: ground.police), ground.viewer([.administrator], of: ground.police),
                ground.viewer(Set(Role.allCases), of: ground.police, in: ground.stroud),
                Viewer.publicForm(of: ground.sandwell, request: "test"),
                Viewer.operator(of: ground.stroud, request: "test"),
            ] {
                let counts = try await counts(viewer, ground)
                for relation in Relation.allCases {
                    #expect(counts[relation] == 0, "\(relation) for \(viewer.door) \(viewer.roles)")
                }
            }
        }
    }

    @Test("is nothing for a member, nor for a visit team, when the sharing agreement has lapsed", arguments: EngineKind.available)
    func lapsed(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            _ = try await ground.addWholeCase()
            for roles: Set<Role> in [[.member], [.visitTeam], [.member, .visitTeam]] {
                let inForce = try await counts(ground.viewer(roles, of: ground.police), ground)
                #expect(inForce[.visits] == 1)
                let lapsed = try await counts(
                    ground.viewer(roles, of: ground.police, agreementInForce: false), ground)
                for relation in Relation.allCases { #expect(lapsed[relation] == 0, "\(relation)") }
            }
            let coordinator = try await counts(ground.viewer([.coordinator], agreementInForce: false), ground)
            #expect(coordinator[.concerns] == 1)
        }
    }

    @Test("ends with the next request when the circle no longer names the agency", arguments: EngineKind.available)
    func removed(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            try await ground.addToCircle(ground.charity, of: concern)
            let viewer = ground.viewer([.member], of: ground.charity)
            let before = try await ground.desk.summary(of: concern, as: viewer)
            #expect(before == "as raised")
            try await ground.run("UPDATE circles SET removed_at = 1 WHERE organisation_id = \(ground.charity)")
            await #expect(throws: AccessError.notVisible) {
                try await ground.desk.summary(of: concern, as: viewer)
            }
            await #expect(throws: AccessError.notVisible) {
                let _: Outcome<String> = try await ground.desk.change(NotePlace.self, on: concern, by: viewer, key: nil) {
                    try $0.write("no")
                    return .done("")
                }
            }
        }
    }

    @Test("has the same columns for a member as the table has, so that no new column is forgotten", arguments: EngineKind.available)
    func memberColumns(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            try await ground.addToCircle(ground.charity, of: concern)
            func columns(_ viewer: Viewer) async throws -> Set<String> {
                try await ground.desk.read(as: viewer, Consultation("test", "concerns")) { reading in
                    Set(try reading.rows("SELECT t.* FROM \(reading.visible(.concerns)) t") { $0.columnNames }.first ?? [])
                }
            }
            let table = try await columns(ground.coordinator)
            let member = try await columns(ground.viewer([.member], of: ground.charity))
            #expect(table.count > 50)
            #expect(member == table)
        }
    }

    @Test("of figures has no free text, no address and nobody's name", arguments: EngineKind.available)
    func figureColumns(kind: EngineKind) async throws {
        let allowed: [Relation: Set<String>] = [
            .concernFigures: [
                "id", "partnership_id", "received_on", "source", "town_id", "ward_id", "location_type", "nationality",
                "exploitation", "response", "status",
            ],
            .exploitationFigures: [
                "concern_id", "exploitation_type", "partnership_id", "town_id", "received_on", "location_type",
            ],
            .visitFigures: [
                "id", "partnership_id", "concern_id", "visited_on", "town_id", "purpose_id", "location_type",
            ],
            .attendanceFigures: [
                "visit_id", "organisation_id", "attended", "partnership_id", "town_id", "visited_on",
            ],
            .screeningFigures: [
                "id", "visit_id", "concern_id", "partnership_id", "town_id", "visited_on", "gender", "age_group",
                "nationality", "outcome",
            ],
            .referralFigures: [
                "id", "victim_id", "partnership_id", "town_id", "nation", "kind", "status", "submitted_on", "quality",
                "local_authority", "first_responder_id", "competent_authority", "gender", "nationality",
                "exploitation", "child_at_exploitation",
            ],
            .referralDecisionFigures: [
                "id", "referral_id", "partnership_id", "town_id", "kind", "submitted_on", "stage", "outcome", "decided_on",
                "reason",
            ],
            .consentFigures: [
                "id", "victim_id", "partnership_id", "town_id", "purpose", "answer", "answered_on", "reason",
            ],
        ]
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            _ = try await ground.addWholeCase()
            for (relation, names) in allowed {
                let found = try await ground.desk.read(
                    as: ground.viewer([.analyst]), Consultation("test", "concerns")
                ) { reading in
                    try reading.rows("SELECT * FROM \(reading.visible(relation)) t") { Set($0.columnNames) }
                }
                #expect(found == [names], "\(relation)")
            }
        }
    }
}
