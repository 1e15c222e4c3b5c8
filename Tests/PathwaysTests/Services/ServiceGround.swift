import Access
import Kernel
import Partnerships
import Schema
import Store
import TestSupport
import Testing

@testable import Pathways

/// A partnership with a council, police, a charity and a hospital, another partnership beside it, and the desks of services,
/// reception centres and pathway definitions.
struct ServiceGround {
    let engine: any Engine
    let clock: TestWorld
    let lists: CodeLists
    let services: ServiceDesk
    let reception: ReceptionDesk
    let definitions: DefinitionDesk
    let pathways: PathwayDesk
    let partnership: ID<Partnership>
    let elsewhere: ID<Partnership>
    let council: ID<Organisation>
    let police: ID<Organisation>
    let charity: ID<Organisation>
    let hospital: ID<Organisation>
    let town: ID<Term>
    let otherTown: ID<Term>
    let keys: TestWorld

    init(_ engine: any Engine) async throws {
        let clock = TestWorld()
        let world = clock.world
        let vault = try Vault(keyBytes: [UInt8](repeating: 7, count: 32))
        let desk = Desk(
            engine: engine, vault: vault, world: world,
            journal: clock.journal(on: engine, vault: vault, server: "test"))
        self.engine = engine
        self.clock = clock
        keys = TestWorld(seed: 99)
        lists = try CodeLists.shipped()
        services = ServiceDesk(desk: desk, lists: lists)
        reception = ReceptionDesk(desk: desk, lists: lists)
        definitions = DefinitionDesk(
            desk: desk, lists: lists,
            templates: [.adult: PathwayContent(steps: [PathwayStep(what: "Danger first", who: "Everybody", within: "At once")])])
        pathways = PathwayDesk(desk: desk, lists: lists, bodies: ReportingBodies([]))
        partnership = world.newID()
        elsewhere = world.newID()
        council = world.newID()
        police = world.newID()
        charity = world.newID()
        hospital = world.newID()
        town = world.newID()
        otherTown = world.newID()
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
                    TestAgency(ground.charity, "Safe Harbour", "charity"), TestAgency(ground.hospital, "Hospital", "health"),
                ])
            try transaction.addTown(ground.town, "Oldbury", to: ground.partnership)
            try transaction.addTown(ground.otherTown, "Tipton", to: ground.partnership)
        }
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
    var constable: Viewer { viewer([.member], of: police, number: 2) }
    var supporter: Viewer { viewer([.member], of: charity, number: 3) }
    var nurse: Viewer { viewer([.member], of: hospital, number: 4) }
    var visitor: Viewer { viewer([.visitTeam], of: police, number: 5) }
    var stranger: Viewer { viewer([.coordinator, .member], of: council, in: elsewhere, number: 6) }

    func key() -> IdempotencyKey? { IdempotencyKey(keys.world.newToken()) }
    var today: Day { clock.now.day }

    // MARK: Short ways

    static let address = "17 Quince Orchard Passage"

    /// A safe house of the charity for women, in one town.
    var facts: ServiceFacts {
        ServiceFacts(
            organisation: charity, name: "Harbour Lights", capabilities: ["safe-house", "outreach"], groups: ["women"],
            areas: [town.text], capacity: 6, contact: "0121 000 0000", hours: "Day and night", validFrom: today.adding(days: -30))
    }

    func proposed(_ facts: ServiceFacts? = nil, address: String = "") async throws -> ID<SupportService> {
        let draft = ProposeService.Draft(facts: facts ?? self.facts, address: address)
        return try #require(try await services.propose(draft, by: coordinator, key: key()).result)
    }

    /// An assessment in which everything is answered with yes, but for what is named.
    func assessment(without missing: [String] = [], reason: String = "", notes: [String: String] = [:]) -> AssessService.Draft {
        var answers: [String: PointAnswer] = [:]
        for point in AssessService.checklist(lists, on: today) { answers[point.code] = missing.contains(point.code) ? .no : .yes }
        return AssessService.Draft(
            assessedOn: today, answers: answers, notes: notes, reason: reason, nextDueOn: today.adding(days: 300))
    }

    func approved(_ facts: ServiceFacts? = nil) async throws -> ID<SupportService> {
        let service = try await proposed(facts)
        #expect(try await services.assess(service, assessment(), by: coordinator, key: key()).problems == [])
        #expect(try await services.decide(.approved, reason: "", on: service, by: coordinator, key: key()).problems == [])
        return service
    }

    func detail(_ service: ID<SupportService>, as viewer: Viewer? = nil) async throws -> ServiceDetail {
        try await services.one(service, as: viewer ?? coordinator).service
    }

    static let plan = ReceptionPlan(
        rooms: ["Hall: waiting"], roles: ["manager", "medical"], checklist: ["Keys fetched", "Heating on"],
        stock: ["Blankets, 60"], transport: "Two minibuses")

    func planned(status: CentreFacts.Status = .ready) async throws -> ID<ReceptionCentre> {
        let facts = CentreFacts(name: "North hall", town: town, capacity: 3, status: status)
        let outcome = try await reception.plan(
            facts, ServiceGround.plan, address: ServiceGround.address, by: coordinator, key: key())
        return try #require(outcome.result)
    }

    /// A centre that the police opened.
    func opened() async throws -> ID<ReceptionActivation> {
        let centre = try await planned()
        return try #require(
            try await reception.activate(centre, ActivateCentre.Draft(), by: constable, key: key()).result)
    }

    func arrived(
        at opening: ID<ReceptionActivation>, name: String = "", gender: String = "female"
    ) async throws -> RecordArrival.Entered {
        let draft = RecordArrival.Draft(
            facts: ArrivalFacts(gender: gender, ageGroup: "adult", language: "romanian", needs: ["food"]),
            identity: ArrivalIdentity(name: name))
        return try #require(try await reception.record(draft, at: opening, by: constable, key: key()).result)
    }

    /// A published pathway with one step.
    func published(kind: String = "") async throws -> ID<PathwayDefinition> {
        let facts = DefinitionFacts(title: "Adults who are found", way: .adult, serviceKind: kind)
        let id = try #require(
            try await definitions.begin(facts, from: .template(.adult), by: coordinator, key: key()).result)
        let outcome = try await definitions.publish(
            id, PublishDefinition.Draft(validFrom: today), by: coordinator, key: key())
        #expect(outcome.problems == [])
        return id
    }

    /// The first column of every row, straight from the database.
    func texts(_ statement: Statement) async throws -> [String] {
        try await engine.read { try $0.rows(statement) { try $0.next(String.self) } }
    }

    func change(_ statement: Statement) async throws {
        _ = try await engine.write { try $0.run(statement) }
    }
}
