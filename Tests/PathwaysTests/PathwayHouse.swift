import Access
import Hummingbird
import Kernel
import Partnerships
import Schema
import Store
import TestSupport
import Testing
import Web

@testable import Pathways

/// A partnership with a council, police, a charity and a housing association, and nobody in it yet.
struct PathwayHouse: VictimPages {
    let engine: any Engine
    let clock: TestWorld
    let keys: TestWorld
    let vault: Vault
    let desk: PathwayDesk
    let partnership: ID<Partnership>
    let elsewhere: ID<Partnership>
    let council: ID<Organisation>
    let police: ID<Organisation>
    let charity: ID<Organisation>
    let housing: ID<Organisation>
    let town: ID<Term>

    init(_ engine: any Engine) async throws {
        let clock = TestWorld()
        let world = clock.world
        let vault = try Vault(keyBytes: [UInt8](repeating: 7, count: 32))
        self.engine = engine
        self.clock = clock
        self.vault = vault
        keys = TestWorld(seed: 99)
        desk = PathwayDesk(
            desk: Desk(
                engine: engine, vault: vault, world: world,
                journal: clock.journal(on: engine, vault: vault, server: "test")),
            lists: try CodeLists.shipped(), bodies: try PathwayReference.bodies())
        partnership = world.newID()
        elsewhere = world.newID()
        council = world.newID()
        police = world.newID()
        charity = world.newID()
        housing = world.newID()
        town = world.newID()
        try await fill()
    }

    private func fill() async throws {
        let house = self
        try await engine.write { transaction in
            try transaction.found(
                [(house.partnership, "sandwell"), (house.elsewhere, "elsewhere")],
                of: [
                    TestAgency(house.council, "Council", "council"),
                    TestAgency(house.police, "Police", "police", isEnforcement: true),
                    TestAgency(house.charity, "Lantern House", "charity"), TestAgency(house.housing, "Harrow Homes", "housing"),
                ])
            try transaction.addTown(house.town, "Oldbury", to: house.partnership)
        }
    }

    // MARK: People

    func viewer(_ roles: Set<Role>, of organisation: ID<Organisation>, in place: ID<Partnership>? = nil) -> Viewer {
        Viewer(
            person: clock.world.newID(), name: "Somebody", organisation: organisation, organisationName: "",
            partnership: place ?? partnership, roles: roles, town: nil, agreementInForce: true, request: "test")
    }

    var coordinator: Viewer { viewer([.coordinator], of: council) }
    func member(of organisation: ID<Organisation>) -> Viewer { viewer([.member], of: organisation) }

    func key() -> IdempotencyKey { IdempotencyKey(keys.world.newToken()) ?? .missing }

    static let adult = VictimFacts(
        age: AgeStanding(basis: .known, group: .adult), gender: "female", nationality: "romanian", language: "romanian",
        exploitation: ["labour"])

    /// Begins a pathway.
    func begin(
        _ facts: VictimFacts = PathwayHouse.adult, identity: VictimIdentity = VictimIdentity(), by viewer: Viewer
    ) async throws -> ID<PotentialVictim> {
        let outcome = try await desk.open(OpenPathway.Draft(facts: facts, identity: identity), by: viewer, key: key())
        return try #require(outcome.result, "\(outcome.problems)")
    }

    /// A concern whose circle these organisations are, all with its victims' strand.
    func concern(heldBy organisations: [ID<Organisation>]) async throws -> ID<Concern> {
        let (concern, partnership): (ID<Concern>, ID<Partnership>) = (clock.world.newID(), partnership)
        try await engine.write { transaction in
            try transaction.run(
                """
                INSERT INTO concerns (id, partnership_id, reference, version, received_on, received_at, channel, source,
                    status, is_open, immediate_danger, summary, seen, inferred, happens_when, how_known, location_type,
                    place, postcode, place_key, residence, residence_key, nationality, children_present,
                    reporter_contact, reporter_safe_way, threat, harm, risk, investigation, vulnerability, engagement,
                    response, planning_meeting_notes, tactical_plan, closing_summary, report_back)
                VALUES (\(concern), \(partnership), 'SW-0001', 1, '2020-01-20', 0, 'agency', 'agency', 'response', 1, 0,
                    'Workers seen at dawn', '', '', '', '', 'car-wash', '1 Test Street', 'B69 1AA', '', '', '',
                    'romanian', 'unknown', '', '', '', '', '', '', '', '', 'joint', '', '', '', '')
                """)
            for organisation in organisations {
                try transaction.run(
                    """
                    INSERT INTO circles (concern_id, organisation_id, partnership_id, sees_answers, sees_victims, basis, added_at)
                    VALUES (\(concern), \(organisation), \(partnership), 1, 1, 'asked', 0)
                    """)
            }
        }
        return concern
    }

    /// Writes an answer into the ledger.
    func answer(
        _ purpose: ConsentPurpose, _ answer: ConsentAnswer, of victim: ID<PotentialVictim>, by viewer: Viewer
    ) async throws {
        let outcome = try await desk.recordConsent(
            of: victim,
            RecordConsent.Draft(
                purpose: purpose, answer: answer, answeredOn: clock.now.day, explainedBy: "Support worker",
                method: .interpreted, language: "romanian", interpreter: "Language line 4402",
                capacity: answer == .bestInterests ? .assessedLacks : .notInDoubt,
                reason: answer == .declined ? "not-said" : ""), by: viewer, key: key())
        #expect(outcome.problems == [])
    }
}
