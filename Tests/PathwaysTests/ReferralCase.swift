import Access
import Concerns
import InventedReports
import Kernel
import Partnerships
import ReferralForm
import Schema
import Store
import TestSupport
import Testing

@testable import Pathways

/// A partnership with police, a council, a charity and an agency that works with nobody here; and a person who may be a
/// victim, whose consent a test writes as it needs it.
struct ReferralCase: VictimPages {
    let engine: any Engine
    let clock: TestWorld
    let keys: TestWorld
    let desk: PathwayDesk
    let partnership: ID<Partnership>
    let police: ID<Organisation>
    let charity: ID<Organisation>
    let stranger: ID<Organisation>
    let town: ID<Term>

    init(_ engine: any Engine) async throws {
        // 1 June 2026, 09:00.
        let clock = TestWorld(at: Moment(microseconds: 1_780_304_400_000_000))
        let world = clock.world
        let vault = try Vault(keyBytes: [UInt8](repeating: 7, count: 32))
        self.engine = engine
        self.clock = clock
        keys = TestWorld(seed: 77)
        desk = PathwayDesk(
            desk: Desk(
                engine: engine, vault: vault, world: world,
                journal: clock.journal(on: engine, vault: vault, server: "test")),
            lists: try CodeLists.shipped(), bodies: try PathwayReference.bodies(),
            indicators: IndicatorCatalogue([.init(code: "G04", set: "general", text: "Does not hold their passport", weight: 3)]))
        partnership = world.newID()
        police = world.newID()
        charity = world.newID()
        stranger = world.newID()
        town = world.newID()
        let ground = self
        try await engine.write { try ground.fill($0) }
    }

    private func fill(_ transaction: any Transaction) throws {
        try transaction.found(
            [(partnership, "sandwell")],
            of: [
                TestAgency(police, "West Midlands Police", "police"), TestAgency(charity, "Small Charity", "charity"),
                TestAgency(stranger, "Elsewhere", "police"),
            ])
        for (viewer, organisation) in [(constable, police), (sergeant, police), (supporter, charity), (coordinator, police)] {
            let address = "person\(viewer.name.filter { $0 != " " })@example.org"
            try transaction.run(
                """
                INSERT INTO people (id, organisation_id, name, email, email_key, created_at)
                VALUES (\(viewer.person), \(organisation), \(viewer.name), \(address), \(address), 0)
                """)
        }
        try transaction.addTown(town, "smethwick", to: partnership)
    }

    // MARK: Viewers

    func viewer(_ roles: Set<Role>, of organisation: ID<Organisation>, name: String, number: UInt64) -> Viewer {
        Viewer(
            person: ID<Person>(at: Moment(microseconds: 0), random: (number, number)), name: name, organisation: organisation,
            organisationName: organisation == police ? "West Midlands Police" : organisation == charity ? "Small Charity" : "Elsewhere",
            partnership: partnership, roles: roles, town: nil, agreementInForce: true, request: "test")
    }

    var coordinator: Viewer { viewer([.coordinator], of: police, name: "Carla Orr", number: 1) }
    var constable: Viewer { viewer([.member], of: police, name: "Ada Moss Lane", number: 2) }
    var sergeant: Viewer { viewer([.member], of: police, name: "Bert Reed", number: 3) }
    var supporter: Viewer { viewer([.member], of: charity, name: "Dora Pike", number: 4) }
    var outsider: Viewer { viewer([.member], of: stranger, name: "Egon Vale", number: 5) }

    func key() -> IdempotencyKey? { IdempotencyKey(keys.world.newToken()) }

    // MARK: People

    static let identity = VictimIdentity(
        firstName: "Zamir", lastName: "Quillfeather", otherNames: "Zed", bornOn: Day("1994-02-28"), homeOfficeReference: "HO-77123")
    static let contact = SafeContact(
        phone: "07700 900123", email: "zamir@hidden.example", address: "1 Invented Street\nTipton\nDY4 8XX")
    /// What must never lie open anywhere.
    static let planted = ["Zamir", "Quillfeather", "zamir@hidden.example", "Invented Street", "DY4 8XX", "07700 900123", "1994-02-28"]

    /// Somebody with whom police and the charity work.
    func person(
        age: AgeStanding = AgeStanding(basis: .known, group: .adult), identity: VictimIdentity = ReferralCase.identity,
        contact: SafeContact? = ReferralCase.contact, unsafe: Set<ContactWay> = [], by viewer: Viewer? = nil
    ) async throws -> ID<PotentialVictim> {
        let facts = VictimFacts(
            town: town, age: age, childAtExploitation: "no", gender: "male", nationality: "albanian", language: "albanian",
            interpreter: "yes", exploitation: ["labour", "criminal"])
        var identity = identity
        if age.isTreatedAsChild { identity.bornOn = nil }
        let id = try #require(
            try await desk.open(.init(facts: facts, identity: identity), by: viewer ?? constable, key: key()).result)
        if let contact { try await keep(contact, unsafe: unsafe, of: id) }
        let ground = self
        try await engine.write { transaction in
            _ = try transaction.run(
                """
                INSERT INTO victim_circles (victim_id, organisation_id, partnership_id, added_at)
                VALUES (\(id), \(ground.charity), \(ground.partnership), 0)
                ON CONFLICT (victim_id, organisation_id) DO NOTHING
                """)
        }
        return id
    }

    private enum KeepContact: Verb {
        typealias Record = PotentialVictim
        static let name = "keep-contact"
        static let relation = Relation.potentialVictims
        static let roles: Set<Role> = [.coordinator, .member]
    }

    private func keep(_ contact: SafeContact, unsafe: Set<ContactWay>, of id: ID<PotentialVictim>) async throws {
        _ = try await desk.desk.change(KeepContact.self, on: id, by: coordinator, key: nil) { change in
            try change.seal(try SealedJSON.text(contact), field: VictimFields.contact, in: .safeAddresses)
            try change.run(
                """
                UPDATE \(change.target) SET contact_rule = 'safe-ways-only', unsafe_ways = \(ContactWay.text(unsafe))
                WHERE id = \(id)
                """)
            return .done(id)
        }
    }

    /// Writes an answer into the consent ledger.
    func ask(_ purpose: ConsentPurpose, _ answer: ConsentAnswer, of victim: ID<PotentialVictim>) async throws {
        clock.advance(seconds: 60)
        let (id, moment, partnership): (ID<ConsentEntry>, Moment, ID<Partnership>) = (clock.world.newID(), clock.now, partnership)
        try await engine.write { transaction in
            _ = try transaction.run(
                """
                INSERT INTO consents (id, victim_id, partnership_id, position, purpose, answer, answered_on, recorded_at, explained_by,
                    method, language, interpreter, capacity, reason)
                VALUES (\(id), \(victim), \(partnership),
                    (SELECT COUNT(*) + 1 FROM consents c WHERE c.victim_id = \(victim)), \(purpose), \(answer), \(moment.day), \(moment), 'A worker', 'spoken',
                    'english', '', 'not-in-doubt', \(answer == .declined ? "wants-to-go-home" : ""))
                """)
        }
    }

    /// Somebody who goes the way of this variant.
    func person(for variant: ReferralVariant) async throws -> ID<PotentialVictim> {
        switch variant {
        case .child: return try await person(age: AgeStanding(basis: .unknown, group: .perhapsChild))
        case .adultWithSupport, .adultWithoutSupport:
            let victim = try await person()
            try await ask(.nrm, .given, of: victim)
            try await ask(.support, variant == .adultWithSupport ? .given : .declined, of: victim)
            try await ask(.police, .given, of: victim)
            return victim
        case .namedNotification, .anonymousNotification:
            let victim = try await person()
            try await ask(.nrm, .declined, of: victim)
            try await ask(.identity, variant == .namedNotification ? .given : .declined, of: victim)
            if variant == .namedNotification { try await ask(.police, .given, of: victim) }
            return victim
        }
    }

    func started(_ victim: ID<PotentialVictim>, by viewer: Viewer? = nil) async throws -> ID<Referral> {
        try #require(try await desk.startReferral(for: victim, by: viewer ?? constable, key: key()).result)
    }

    func file(_ referral: ID<Referral>, of victim: ID<PotentialVictim>, as viewer: Viewer? = nil) async throws -> ReferralFile {
        try await desk.openReferral(referral, of: victim, comparing: true, by: viewer ?? constable)
    }

    /// Saves a whole report, part by part, as far as each part asks.
    func write(_ answers: [String: ReferralAnswer], into referral: ID<Referral>, by viewer: Viewer? = nil) async throws {
        for heading in FormHeading.allCases {
            let codes = ReferralForm.questions(under: heading, answers).flatMap { $0 }.map(\.code)
            let draft = SaveReferralSection.Draft(
                heading: heading, asked: codes, typed: answers.filter { codes.contains($0.key) })
            let outcome = try await desk.saveSection(
                of: referral, draft, by: viewer ?? constable, expecting: nil, key: key())
            #expect(outcome.problems == [])
        }
    }

    /// A referral that a supervisor approved.
    func approved(_ variant: ReferralVariant) async throws -> (ID<PotentialVictim>, ID<Referral>) {
        let victim = try await person(for: variant)
        let referral = try await started(victim)
        try await write(InventedReport.of(variant), into: referral)
        #expect(try await desk.sendForReview(referral, by: constable, key: key()).problems == [])
        let draft = ReviewReferral.Draft(decision: .approve, note: "")
        #expect(try await desk.review(referral, draft, by: sergeant, expecting: nil, key: key()).problems == [])
        return (victim, referral)
    }

    func texts(_ statement: Statement) async throws -> [String] {
        try await engine.read { try $0.rows(statement) { try $0.next(String.self) } }
    }

    func change(_ statement: Statement) async throws {
        _ = try await engine.write { try $0.run(statement) }
    }
}
