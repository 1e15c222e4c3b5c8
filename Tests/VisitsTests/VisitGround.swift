import Access
import Kernel
import Partnerships
import Schema
import Store
import TestSupport
import Testing

@testable import Visits

/// The directory of powers and the screening questions as a server has them: from the reference data.
enum Reference {
    static func powers() throws -> PowersOfEntry {
        let powers = try ReferenceData.powersOfEntry.map { row in
            EntryPower(
                code: row.code, organisationKinds: row.organisationKinds, agency: row.agency,
                statute: row.statute ?? "", premises: row.premises, noticeHours: row.noticeHours, notice: row.notice,
                withoutWarrant: try #require(EntryPower.WithoutWarrant(rawValue: row.withoutWarrant.rawValue)),
                force: row.force.rawValue, warrantRoute: row.warrantRoute ?? "", purpose: row.purpose,
                note: row.note ?? "", isConfirmed: row.confirmed,
                validity: Period(from: Day(row.validFrom), to: row.validUntil.flatMap { Day($0) }))
        }
        return PowersOfEntry(powers: powers, premisesOfLocation: try ReferenceData.locationPremises)
    }

    static func questions() throws -> ScreeningQuestions {
        ScreeningQuestions(
            signs: try ReferenceData.indicators.map {
                ScreeningSign(code: $0.code, set: $0.set, text: $0.text, weight: $0.weight)
            })
    }

}

/// A partnership with a council, police, a charity and environmental health; one open concern about a car wash whose
/// circle holds police (not the victims) and the charity (the victims too).
struct VisitGround {
    let engine: any Engine
    let clock: TestWorld
    let desk: VisitDesk
    let partnership: ID<Partnership>
    let elsewhere: ID<Partnership>
    let council: ID<Organisation>
    let police: ID<Organisation>
    let charity: ID<Organisation>
    let health: ID<Organisation>
    let concern: ID<Concern>
    let town: ID<Term>
    let keys: TestWorld

    init(_ engine: any Engine) async throws {
        let clock = TestWorld()
        let world = clock.world
        let vault = try Vault(keyBytes: [UInt8](repeating: 7, count: 32))
        self.engine = engine
        self.clock = clock
        keys = TestWorld(seed: 99)
        desk = VisitDesk(
            desk: Desk(
                engine: engine, vault: vault, world: world,
                journal: clock.journal(on: engine, vault: vault, server: "test")),
            lists: try CodeLists.shipped(), powers: try Reference.powers(), questions: try Reference.questions())
        partnership = world.newID()
        elsewhere = world.newID()
        council = world.newID()
        police = world.newID()
        charity = world.newID()
        health = world.newID()
        concern = world.newID()
        town = world.newID()
        try await fill()
    }

    private func fill() async throws {
        let ground = self
        try await engine.write { transaction in
            try transaction.found(
                [(ground.partnership, "sandwell"), (ground.elsewhere, "elsewhere")],
                of: [
                    TestAgency(ground.council, "Council", "council"),
                    TestAgency(ground.police, "Police", "police", isEnforcement: true),
                    TestAgency(ground.charity, "Hope for Justice", "charity"),
                    TestAgency(ground.health, "Environmental health", "environmental-health", isEnforcement: true),
                ])
            try transaction.addTown(ground.town, "Oldbury", to: ground.partnership)
            try ground.insertConcern(transaction)
            for (organisation, seesVictims) in [(ground.police, false), (ground.charity, true)] {
                try transaction.run(
                    """
                    INSERT INTO circles (concern_id, organisation_id, partnership_id, sees_answers, sees_victims, basis,
                        added_at, removed_at)
                    VALUES (\(ground.concern), \(organisation), \(ground.partnership), 0, \(seesVictims), '', 0, NULL)
                    """)
            }
        }
    }

    private func insertConcern(_ transaction: any Transaction) throws {
        try transaction.run(
            """
            INSERT INTO concerns (id, partnership_id, reference, version, received_on, received_at, channel, source,
                status, is_open, immediate_danger, summary, seen, inferred, happens_when, how_known, location_type,
                place, postcode, place_key, town_id, residence, residence_key, nationality, children_present,
                reporter_contact, reporter_safe_way, threat, harm, risk, investigation, vulnerability, engagement,
                response, planning_meeting_notes, tactical_plan, closing_summary, report_back, exploitation)
            VALUES (\(concern), \(partnership), 'SW-0001', 1, '2020-01-20', 0, 'agency', 'agency', 'response', 1, 0,
                'Workers seen at dawn', '', '', '', '', 'car-wash', '1 Test Street', 'B69 1AA', '', \(town), '', '',
                'romanian', 'unknown', '', '', '', '', '', '', '', '', 'joint', '', '', '', '', 'labour')
            """)
        try transaction.run(
            """
            INSERT INTO concern_exploitation (concern_id, partnership_id, exploitation_type)
            VALUES (\(concern), \(partnership), 'labour')
            """)
    }

    // MARK: Viewers

    func viewer(
        _ roles: Set<Role>, of organisation: ID<Organisation>, in place: ID<Partnership>? = nil, number: UInt64 = 1
    ) -> Viewer {
        Viewer(
            person: ID<Person>(at: Moment(microseconds: 0), random: (number, number)), name: "Amber Holt",
            organisation: organisation, organisationName: "Agency", partnership: place ?? partnership, roles: roles,
            town: nil, agreementInForce: true, request: "test")
    }

    var coordinator: Viewer { viewer([.coordinator], of: council) }
    var constable: Viewer { viewer([.member, .visitTeam], of: police, number: 2) }
    var supporter: Viewer { viewer([.member, .visitTeam], of: charity, number: 3) }
    var inspector: Viewer { viewer([.visitTeam], of: health, number: 4) }

    func key() -> IdempotencyKey? { IdempotencyKey(keys.world.newToken()) }

    // MARK: Short ways

    /// The plan that most tests start from: complete, for today, with police leading.
    var plan: VisitPlan {
        VisitPlan(
            concern: concern, purpose: "Disruption", visitedOn: clock.now.day, startsAt: "05:30",
            place: "1 Test Street", postcode: "B69 1AA", locationType: "car-wash", occupancy: .working,
            agencies: [police, charity, health].map { PlannedAgency(organisation: $0) }, lead: health,
            leadReason: "Health and safety at work", risks: "Traffic on the forecourt", riskLevel: .medium,
            reception: "Community hall")
    }

    func planned(_ plan: VisitPlan? = nil) async throws -> ID<Visit> {
        try #require(try await desk.plan(plan ?? self.plan, by: coordinator, key: key()).result)
    }

    /// A visit that was made today, with police and the charity there.
    func made() async throws -> ID<Visit> {
        let visit = try await planned()
        #expect(try await desk.markReady(visit, by: coordinator, key: key()).problems == [])
        for viewer in [constable, supporter] {
            let organisation = try #require(viewer.organisation)
            let draft = RecordAttendance.Draft(
                organisation: organisation, attended: .yes, minutes: 90, entry: .consent)
            #expect(try await desk.recordAttendance(at: visit, draft, by: viewer, key: key()).problems == [])
        }
        #expect(try await desk.markMade(visit, by: coordinator, key: key()).problems == [])
        return visit
    }

    func detail(_ visit: ID<Visit>, as viewer: Viewer? = nil) async throws -> VisitDetail {
        try await desk.one(visit, as: viewer ?? coordinator).visit
    }

    static let answers = ScreeningAnswers(
        gender: "male", ageGroup: "adult", nationality: "romanian", language: "romanian", indicators: ["G06", "G04"],
        outcome: "some-indicators", consent: "yes", nextStep: "information-given", note: "Works six days")

    func screened(
        at visit: ID<Visit>, by viewer: Viewer, _ answers: ScreeningAnswers = VisitGround.answers, name: String = ""
    ) async throws -> ID<Screening> {
        let draft = RecordScreening.Draft(answers: answers, identity: name)
        return try #require(try await desk.recordScreening(at: visit, draft, by: viewer, key: key()).result)
    }

    /// The first column of every row, straight from the database.
    func texts(_ statement: Statement) async throws -> [String] {
        try await engine.read { try $0.rows(statement) { try $0.next(String.self) } }
    }

    func change(_ statement: Statement) async throws {
        _ = try await engine.write { try $0.run(statement) }
    }
}
