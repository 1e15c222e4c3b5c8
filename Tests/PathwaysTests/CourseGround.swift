import Access
import Kernel
import Partnerships
import Pathways
import Store
import TestSupport
import Testing

/// A partnership with a council, police and a charity; potential victims and referrals as a test asks for them.
struct CourseGround {
    let engine: any Engine
    let clock: TestWorld
    let desk: CourseDesk
    let partnership: ID<Partnership>
    let elsewhere: ID<Partnership>
    let council: ID<Organisation>
    let police: ID<Organisation>
    let charity: ID<Organisation>
    let town: ID<Term>
    let keys = TestWorld(seed: 99)

    /// - Parameter now: a Monday unless told otherwise.
    init(_ engine: any Engine, at now: String = "2024-03-04") async throws {
        let clock = TestWorld(at: Moment(day: try day(now), hour: 9))
        let world = clock.world
        let vault = try Vault(keyBytes: [UInt8](repeating: 7, count: 32))
        self.engine = engine
        self.clock = clock
        desk = CourseDesk(
            desk: Desk(
                engine: engine, vault: vault, world: world,
                journal: clock.journal(on: engine, vault: vault, server: "test")),
            lists: try CodeLists.shipped(), rules: try PathwayReference.rules())
        (partnership, elsewhere) = (world.newID(), world.newID())
        (council, police, charity, town) = (world.newID(), world.newID(), world.newID(), world.newID())
        try await fill()
    }

    private func fill() async throws {
        let ground = self
        try await engine.write { transaction in
            try transaction.found(
                [(ground.partnership, "sandwell"), (ground.elsewhere, "elsewhere")],
                of: [
                    TestAgency(ground.council, "Council", "council"), TestAgency(ground.police, "Police", "police"),
                    TestAgency(ground.charity, "Harrowbeck House", "charity"),
                ])
            try transaction.addTown(ground.town, "Oldbury", to: ground.partnership)
        }
    }

    // MARK: People

    func viewer(_ roles: Set<Role>, of organisation: ID<Organisation>, number: UInt64 = 1) -> Viewer {
        Viewer(
            person: ID<Person>(at: Moment(microseconds: 0), random: (number, number)), name: "Amber Holt",
            organisation: organisation, organisationName: "Agency", partnership: partnership, roles: roles, town: nil,
            agreementInForce: true, request: "test")
    }

    var coordinator: Viewer { viewer([.coordinator], of: council) }
    /// The charity works with everybody whom the ground knows.
    var supporter: Viewer { viewer([.member], of: charity, number: 2) }
    /// The police work with nobody.
    var stranger: Viewer { viewer([.member], of: police, number: 3) }

    func key() -> IdempotencyKey? { IdempotencyKey(keys.world.newToken()) }

    // MARK: Records

    /// Somebody with whom the charity works.
    func victim(
        _ reference: String = "P-0001", nation: Nation = .england, isChild: Bool = false, adultFromMonth: String = ""
    ) async throws -> ID<PotentialVictim> {
        let id: ID<PotentialVictim> = clock.world.newID()
        let ground = self
        try await engine.write { transaction in
            try transaction.run(
                """
                INSERT INTO potential_victims (id, partnership_id, reference, version, status, opened_on, nation, town_id,
                    age_basis, age_group, adult_from_month, child_at_exploitation, gender, nationality, second_nationality,
                    language, interpreter, capacity, has_identity, contact_rule, unsafe_ways, closing_reason)
                VALUES (\(id), \(ground.partnership), \(reference), 1, 'open', '2024-01-02', \(nation), \(ground.town), 'known',
                    \(isChild ? "child" : "adult"), \(adultFromMonth), '', 'female', 'unknown', '', 'unknown', '',
                    'not-in-doubt', 0, '', '', '')
                """)
            try transaction.run(
                """
                INSERT INTO victim_circles (victim_id, organisation_id, partnership_id, added_at)
                VALUES (\(id), \(ground.charity), \(ground.partnership), 0)
                """)
        }
        return id
    }

    /// A referral of somebody as drafting leaves it.
    func referral(
        of victim: ID<PotentialVictim>, _ status: ReferralStatus = .awaitingReasonableGrounds, sent: String? = "2024-03-01",
        reference: String = "R-0001", isNotification: Bool = false, homeOffice: String? = nil, authority: String = ""
    ) async throws -> ID<Referral> {
        let id: ID<Referral> = clock.world.newID()
        let ground = self
        try await engine.write { transaction in
            try transaction.run(
                """
                INSERT INTO referrals (id, victim_id, partnership_id, reference, version, kind, is_anonymous, status,
                    started_on, encountered_on, organisation_id, age_group, exploitation, local_authority, submitted_on,
                    home_office_reference, competent_authority)
                VALUES (\(id), \(victim), \(ground.partnership), \(reference), 1, \(isNotification ? "duty-to-notify" : "nrm"), 0,
                    \(status), '2024-01-02', '2024-01-02', \(ground.charity), '', '', '', \(sent), \(homeOffice), \(authority))
                """)
        }
        return id
    }

    /// Records a step and moves the clock on, so that the next comes later.
    @discardableResult
    func step(
        _ draft: RecordDecision.Draft, on referral: ID<Referral>, of victim: ID<PotentialVictim>, by viewer: Viewer? = nil
    ) async throws -> Outcome<ID<ReferralDecision>> {
        clock.advance(seconds: 1)
        return try await desk.record(draft, on: referral, of: victim, by: viewer ?? coordinator, key: key())
    }

    func file(
        _ referral: ID<Referral>, of victim: ID<PotentialVictim>, as viewer: Viewer? = nil
    ) async throws -> CourseFile {
        try await desk.file(referral, of: victim, as: viewer ?? coordinator)
    }

    func status(_ referral: ID<Referral>, of victim: ID<PotentialVictim>) async throws -> ReferralStatus {
        try await file(referral, of: victim).referral.status
    }

    /// The first column of every row, straight from the database.
    func texts(_ statement: Statement) async throws -> [String] {
        try await engine.read { try $0.rows(statement) { try $0.next(String.self) } }
    }

    /// Everything that is stored outside the seal, for a search of what must not stand there.
    func plainText() async throws -> String {
        let statements: [Statement] = [
            "SELECT summary || differences || verb FROM record_changes",
            "SELECT COALESCE(detail, '') || verb FROM journal_entries",
            "SELECT stage || outcome || reason || authority FROM referral_decisions",
            "SELECT force || crime_reference FROM victim_crimes", "SELECT status || outcome FROM child_panels",
        ]
        var all = ""
        for statement in statements { all += try await texts(statement).joined(separator: "\n") }
        return all
    }
}
