import Access
import Kernel
import Partnerships
import Schema
import Store
import TestSupport
import Testing

@testable import Pathways

/// A partnership with a council that coordinates, a charity that leads, police and a hospital; nobody is looked after yet.
struct SupportGround: VictimPages {
    let engine: any Engine
    let clock: TestWorld
    let vault: Vault
    let desk: PathwayDesk
    let partnership: ID<Partnership>
    let council: ID<Organisation>
    let charity: ID<Organisation>
    let police: ID<Organisation>
    let hospital: ID<Organisation>
    let keys = TestWorld(seed: 99)

    init(_ engine: any Engine) async throws {
        let clock = TestWorld()
        let world = clock.world
        let vault = try Vault(keyBytes: [UInt8](repeating: 7, count: 32))
        self.engine = engine
        self.clock = clock
        self.vault = vault
        desk = PathwayDesk(
            desk: Desk(
                engine: engine, vault: vault, world: world,
                journal: clock.journal(on: engine, vault: vault, server: "test")),
            lists: try CodeLists.shipped(), bodies: ReportingBodies([]))
        partnership = world.newID()
        council = world.newID()
        charity = world.newID()
        police = world.newID()
        hospital = world.newID()
        try await fill()
    }

    private func fill() async throws {
        let ground = self
        try await engine.write { transaction in
            try transaction.found(
                [(ground.partnership, "sandwell")],
                of: [
                    TestAgency(ground.council, "Council", "council"), TestAgency(ground.charity, "Safe Harbour", "charity"),
                    TestAgency(ground.police, "Police", "police"), TestAgency(ground.hospital, "Hospital", "health"),
                ])
        }
    }

    // MARK: Viewers

    func viewer(_ roles: Set<Role>, of organisation: ID<Organisation>, number: UInt64) -> Viewer {
        Viewer(
            person: ID<Person>(at: Moment(microseconds: 0), random: (number, number)), name: "Amber Holt",
            organisation: organisation, organisationName: "Agency", partnership: partnership, roles: roles, town: nil,
            agreementInForce: true, request: "test")
    }

    var coordinator: Viewer { viewer([.coordinator], of: council, number: 1) }
    /// Of the charity, which leads.
    var worker: Viewer { viewer([.member], of: charity, number: 2) }
    var constable: Viewer { viewer([.member], of: police, number: 3) }
    /// Works with nobody here.
    var nurse: Viewer { viewer([.member], of: hospital, number: 4) }

    func key() -> IdempotencyKey? { IdempotencyKey(keys.world.newToken()) }
    var today: Day { clock.now.day }

    // MARK: Short ways

    /// Somebody whose pathway the charity leads.
    func open(
        _ identity: VictimIdentity = VictimIdentity(), age: AgeStanding = AgeStanding(basis: .known, group: .adult),
        by viewer: Viewer? = nil
    ) async throws -> ID<PotentialVictim> {
        let draft = OpenPathway.Draft(facts: VictimFacts(age: age, gender: "female", nationality: "romanian"), identity: identity)
        let outcome = try await desk.open(draft, by: viewer ?? worker, key: key())
        #expect(outcome.problems == [])
        return try #require(outcome.result)
    }

    func add(
        _ draft: SupportDraft, for victim: ID<PotentialVictim>, by viewer: Viewer? = nil
    ) async throws -> ID<SupportEntry> {
        let outcome = try await desk.addSupport(draft, for: victim, by: viewer ?? worker, key: key())
        #expect(outcome.problems == [])
        return try #require(outcome.result)
    }

    func problems(
        _ draft: SupportDraft, for victim: ID<PotentialVictim>, by viewer: Viewer? = nil
    ) async throws -> [String] {
        try await desk.addSupport(draft, for: victim, by: viewer ?? worker, key: key()).problems.map(\.message)
    }

    func file(_ victim: ID<PotentialVictim>, as viewer: Viewer? = nil) async throws -> SupportFile {
        try await desk.one(victim, as: viewer ?? worker).support
    }

    func due(_ show: SupportDueQuery.Show, as viewer: Viewer? = nil) async throws -> [SupportDueLine] {
        try await desk.desk.read(as: viewer ?? worker, Consultation("test", "support_entries")) {
            try $0.supportDue(SupportDueQuery(show: show)).items
        }
    }

    /// A need that is to be looked at again a week from now.
    func need(_ note: String = "", after days: Int = 7) -> SupportDraft {
        SupportDraft(
            .need, code: "health", status: .unmet, reviewOn: today.adding(days: days), organisation: charity,
            words: ["note": note])
    }

    /// Writes an answer about a purpose, as the consent ledger holds it.
    func consent(
        _ purpose: ConsentPurpose, _ answer: ConsentAnswer, of victim: ID<PotentialVictim>, reason: String = ""
    ) async throws {
        let (id, partnership, day, now) = (clock.world.newID(ConsentEntry.self), partnership, today, clock.now)
        try await change(
            """
            INSERT INTO consents (id, victim_id, partnership_id, position, purpose, answer, answered_on, recorded_at, explained_by,
                method, language, interpreter, capacity, reason)
            VALUES (\(id), \(victim), \(partnership),
                    (SELECT COUNT(*) + 1 FROM consents c WHERE c.victim_id = \(victim)), \(purpose), \(answer), \(day), \(now), '', 'spoken', 'unknown', '',
                'not-in-doubt', \(reason))
            """)
    }

    /// Agrees how somebody is reached, as the form of safe contact keeps it.
    func agree(
        _ rule: ContactRule, unsafe: Set<ContactWay> = [], _ safe: SafeContact, for victim: ID<PotentialVictim>
    ) async throws {
        let place = Vault.Place(record: victim.text, field: "contact")
        let sealed = try vault.seal(try SealedJSON.text(safe), compartment: .safeAddresses, at: place)
        let (partnership, ways) = (partnership, ContactWay.text(unsafe))
        try await change("UPDATE potential_victims SET contact_rule = \(rule), unsafe_ways = \(ways) WHERE id = \(victim)")
        try await change(
            """
            INSERT INTO sealed_values (record_id, field, partnership_id, compartment, sealed, blind_key, sealed_at)
            VALUES (\(victim), 'contact', \(partnership), 'safe-addresses', \(sealed), '', 0)
            """)
    }

    func admit(_ organisation: ID<Organisation>, to victim: ID<PotentialVictim>) async throws {
        let partnership = partnership
        try await change(
            """
            INSERT INTO victim_circles (victim_id, organisation_id, partnership_id, added_at)
            VALUES (\(victim), \(organisation), \(partnership), 0)
            """)
    }

    /// Somebody's pathway as if it had been begun on an earlier day.
    func backdate(_ victim: ID<PotentialVictim>, to day: Day) async throws {
        try await change("UPDATE potential_victims SET opened_on = \(day) WHERE id = \(victim)")
    }

    func texts(_ statement: Statement) async throws -> [String] {
        try await engine.read { try $0.rows(statement) { try $0.next(String.self) } }
    }

    func change(_ statement: Statement) async throws {
        _ = try await engine.write { try $0.run(statement) }
    }
}
