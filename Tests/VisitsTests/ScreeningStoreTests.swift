import Access
import Kernel
import Store
import TestSupport
import Testing

@testable import Visits

@Suite("Screenings in the database")
struct ScreeningStoreTests {
    @Test("a screening keeps its answers, its name is sealed", arguments: EngineKind.available)
    func record(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            let id = try await ground.screened(at: visit, by: ground.supporter, name: "Ion Popescu")
            let entry = try await ground.desk.screening(id, as: ground.supporter).entry
            var answers = VisitGround.answers
            answers.indicators.sort()
            #expect(entry.answers == answers)
            #expect(entry.hasIdentity)
            #expect(entry.organisation == ground.charity)
            #expect(entry.reference.hasPrefix("SW-V-0098-"))
            let rows = try await ground.texts(
                """
                SELECT summary || differences || strand FROM record_changes WHERE verb = 'record-screening'
                """)
            #expect(rows == ["A person screened at visit SW-V-0098[]victims"])
            #expect(try await ground.texts("SELECT detail FROM journal_entries WHERE detail LIKE '%Popescu%'") == [])
        }
    }

    @Test("the same entry sent twice is recorded once", arguments: EngineKind.available)
    func twice(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            let key = ground.key()
            let draft = RecordScreening.Draft(answers: VisitGround.answers, identity: "Ion Popescu")
            var results: [ID<Screening>?] = []
            for _ in 0..<3 {
                results.append(
                    try await ground.desk.recordScreening(at: visit, draft, by: ground.supporter, key: key).result)
            }
            #expect(results[0] != nil)
            #expect(Set(results).count == 1)
            #expect(try await ground.texts("SELECT id FROM screenings").count == 1)
        }
    }

    @Test("enforcement sees its own screenings alone, the charity of the circle all", arguments: EngineKind.available)
    func visibility(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            let ofCharity = try await ground.screened(at: visit, by: ground.supporter, name: "Ion Popescu")
            let ofPolice = try await ground.screened(at: visit, by: ground.constable)
            let ofHealth = try await ground.screened(at: visit, by: ground.inspector)
            func seen(_ viewer: Viewer) async throws -> Set<ID<Screening>> {
                Set(try await ground.desk.one(visit, as: viewer).screenings.map(\.id))
            }
            #expect(try await seen(ground.constable) == [ofPolice])
            #expect(try await seen(ground.inspector) == [ofHealth])
            #expect(try await seen(ground.supporter) == [ofCharity, ofPolice, ofHealth])
            #expect(try await seen(ground.coordinator) == [ofCharity, ofPolice, ofHealth])
            await #expect(throws: AccessError.notVisible) {
                try await ground.desk.screening(ofCharity, as: ground.constable)
            }
            #expect(try await ground.desk.screeningGround(visit, as: ground.constable).count == 1)
            #expect(try await ground.desk.screeningGround(visit, as: ground.coordinator).count == 3)
        }
    }

    @Test(
        "a name is opened with a purpose by whom the circle allows, and each opening is journalled",
        arguments: EngineKind.available)
    func reveal(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            let id = try await ground.screened(at: visit, by: ground.constable, name: "Ion Popescu")
            let purpose = "Referral with consent by a first responder"
            for viewer in [ground.coordinator, ground.supporter] {
                let outcome = try await ground.desk.revealIdentity(of: id, purpose: purpose, by: viewer)
                #expect(outcome.result == "Ion Popescu")
                let refused = try await ground.desk.revealIdentity(of: id, purpose: "", by: viewer)
                #expect(refused.problems.map(\.field) == ["purpose"])
            }
            await #expect(throws: AccessError.denied) {
                try await ground.desk.revealIdentity(of: id, purpose: purpose, by: ground.constable)
            }
            await #expect(throws: AccessError.notVisible) {
                try await ground.desk.revealIdentity(of: id, purpose: purpose, by: ground.inspector)
            }
            let details = try await ground.texts(
                "SELECT detail FROM journal_entries WHERE verb = 'reveal-screened-identity'")
            #expect(details.count == 2)
            let sealed = try await ground.texts("SELECT record_id FROM sealed_values WHERE compartment = 'purposes'")
            #expect(Set(details) == Set(sealed.map { "purpose \($0)" }))
            #expect(try await ground.texts("SELECT detail FROM journal_entries WHERE detail LIKE '%Referral%'") == [])
            let refusals = try await ground.texts(
                "SELECT verb FROM journal_entries WHERE verb = 'refused-reveal-screened-identity'")
            #expect(refusals.count == 2)
            let opened = try await ground.texts(
                "SELECT event FROM journal_entries WHERE verb = 'reveal-screened-identity'")
            #expect(opened == ["consultation", "consultation"])
            let nameless = try await ground.screened(at: visit, by: ground.constable)
            let nothing = try await ground.desk.revealIdentity(of: nameless, purpose: purpose, by: ground.coordinator)
            #expect(nothing.problems.count == 1)
        }
    }

    @Test(
        "one's own entry is corrected until the debrief; a stale correction is refused", arguments: EngineKind.available
    )
    func correct(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            let id = try await ground.screened(at: visit, by: ground.supporter, name: "Ion Popescu")
            let stored = try await ground.desk.screening(id, as: ground.supporter).entry
            var draft = RecordScreening.Draft(answers: stored.answers)
            draft.answers.ageGroup = "child"
            draft.answers.indicators = ["K01"]
            func correct(_ viewer: Viewer, stamp: String) async throws -> [Problem] {
                try await ground.desk.correctScreening(id, draft, stamp: stamp, by: viewer, key: ground.key()).problems
            }
            await #expect(throws: AccessError.denied) {
                try await correct(ground.coordinator, stamp: stored.answers.stamp)
            }
            await #expect(throws: AccessError.notVisible) {
                try await correct(ground.constable, stamp: stored.answers.stamp)
            }
            #expect(try await correct(ground.supporter, stamp: stored.answers.stamp) == [])
            await #expect(throws: AccessError.changedMeanwhile(version: 0)) {
                try await correct(ground.supporter, stamp: stored.answers.stamp)
            }
            let after = try await ground.desk.screening(id, as: ground.supporter).entry
            #expect(after.answers == draft.answers)
            #expect(after.hasIdentity)
            let name = try await ground.desk.revealIdentity(
                of: id, purpose: "Age assessment with the council", by: ground.coordinator)
            #expect(name.result == "Ion Popescu")
            _ = try await ground.desk.debrief(
                visit, .init(debrief: "Done"), version: nil, by: ground.coordinator, key: ground.key())
            #expect(try await correct(ground.supporter, stamp: after.answers.stamp).count == 1)
        }
    }

    @Test("nobody without a role on the visit screens", arguments: EngineKind.available)
    func permits(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            let draft = RecordScreening.Draft(answers: VisitGround.answers)
            await #expect(throws: AccessError.denied) {
                try await ground.desk.recordScreening(
                    at: visit, draft, by: ground.viewer([.analyst, .townLead], of: ground.police), key: ground.key())
            }
            await #expect(throws: AccessError.notVisible) {
                try await ground.desk.recordScreening(
                    at: visit, draft, by: ground.viewer([.visitTeam], of: ground.council), key: ground.key())
            }
        }
    }

    @Test("the interface takes labels in any case and gives labels back", arguments: EngineKind.available)
    func interface(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            var plan = PlanVisitJSON(
                concern: "SW-0001", purpose: "Inspection", visitedOn: "2020-02-03", place: "1 Test Street",
                locationType: "CAR WASH",
                agencies: [.init(name: "police"), .init(name: "hope for justice", role: "Screening the people met")],
                lead: "Police")
            let visit = try #require(try await ground.desk.plan(plan, by: ground.coordinator, key: ground.key()).result)
            let entry = RecordScreeningJSON(
                visit: visit, gender: "FEMALE", ageGroup: "Adult", nationality: "polish", indicators: ["G06"],
                outcome: "strong indicators")
            #expect(
                try await ground.desk.recordScreening(entry, by: ground.supporter, key: ground.key()).problems == [])
            let file = try await ground.desk.one(visit, as: ground.coordinator)
            let json = VisitJSON(file, lists: ground.desk.lists)
            #expect(json.locationType == "Car wash")
            #expect(json.town == "Oldbury")
            #expect(json.screened == 1)
            #expect(json.agencies.map(\.role).contains("Screening the people met"))
            let screening = ScreeningJSON(try #require(file.screenings.first), lists: ground.desk.lists)
            #expect(screening.gender == "Female")
            #expect(screening.outcome == "Strong indicators")
            #expect(screening.language == "Unknown")
            plan.concern = "SW-9999"
            plan.visitedOn = "soon"
            plan.lead = "Nobody"
            plan.place = ""
            let refused = try await ground.desk.plan(plan, by: ground.coordinator, key: ground.key())
            #expect(Set(refused.problems.map(\.field)) == ["concern", "visited_on", "lead", "place"])
        }
    }
}
