import Access
import Foundation
import Kernel
import Partnerships
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("The directory of services")
struct ServiceTests {
    // MARK: Rules

    private static func offer(_ capabilities: Set<String>, _ areas: Set<String>, free: Int?, groups: Set<String> = []) -> ServiceGaps.Offer
    {
        ServiceGaps.Offer(capabilities: capabilities, groups: groups, areas: areas, placesFree: free)
    }

    @Test("shows what is missing in which town and for which group")
    func gaps() {
        let offers = [
            Self.offer(["safe-house"], ["north"], free: 0, groups: ["women"]),
            Self.offer(["safe-house"], ["north"], free: nil, groups: ["women"]),
            Self.offer(["counselling"], ["whole"], free: nil), Self.offer(["legal"], ["south"], free: 0),
        ]
        let capabilities = ["safe-house", "counselling", "legal", "=english"].map { ServiceGaps.Column(code: $0, label: $0) }
        let towns = ["north", "south"].map { ServiceGaps.Column(code: $0, label: $0) }
        let byTown = ServiceGaps(axis: .area, columns: towns, capabilities: capabilities, offers: offers)
        #expect(byTown.cells == [[.several(2), .none], [.one, .one], [.none, .full(1)], [.none, .none]])
        let groups = ["women", "men"].map { ServiceGaps.Column(code: $0, label: $0) }
        let byGroup = ServiceGaps(axis: .group, columns: groups, capabilities: capabilities, offers: offers)
        #expect(byGroup.cells == [[.several(2), .none], [.one, .one], [.full(1), .full(1)], [.none, .none]])
        #expect(
            byTown.csv
                == "What is offered,north,south\r\nsafe-house,2,None\r\ncounselling,One,One\r\nlegal,None,\"One, full\"\r\n'=english,None,None\r\n"
        )
    }

    @Test(
        "says what came of the checklist",
        arguments: [([], "", AssessmentResult.met), (["doors"], "", .notMet), (["doors"], "New locks on Monday", .metWithReason)])
    func result(missing: [String], reason: String, expected: AssessmentResult) {
        let essential = ["doors", "gender"]
        var draft = AssessService.Draft(reason: reason)
        for point in essential { draft.answers[point] = missing.contains(point) ? .partly : .yes }
        #expect(AssessService.result(draft, essential: essential) == expected)
    }

    @Test("refuses an entry that nobody could use, field by field", arguments: EngineKind.available)
    func refused(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            func fields(_ change: (inout ServiceFacts) -> Void) async throws -> [String] {
                var facts = ground.facts
                change(&facts)
                return try await ground.services.propose(.init(facts: facts), by: ground.coordinator, key: ground.key())
                    .problems.map(\.field)
            }
            #expect(try await fields { $0.name = "" } == ["name"])
            #expect(try await fields { $0.organisation = nil } == ["provider"])
            #expect(try await fields { $0.provider = "Another" } == ["provider"])
            #expect(try await fields { $0.capabilities = [] } == ["capabilities"])
            #expect(try await fields { $0.capabilities = ["magic"] } == ["capabilities"])
            #expect(try await fields { $0.groups = ["nobody"] } == ["groups"])
            #expect(try await fields { $0.areas = [ground.partnership.text] } == ["areas"])
            #expect(try await fields { $0.capacity = -1 } == ["capacity"])
            #expect(try await fields { $0.validUntil = $0.validFrom.adding(days: -1) } == ["valid_until"])
            #expect(try await fields { $0.note = String(repeating: "a", count: 10_001) } == ["note"])
            let others = try await ground.services.propose(.init(facts: ground.facts), by: ground.constable, key: ground.key())
            #expect(others.problems.map(\.field) == ["organisation"])
            await #expect(throws: AccessError.denied) {
                try await ground.services.propose(.init(facts: ground.facts), by: ground.visitor, key: ground.key())
            }
        }
    }

    // MARK: Approval

    @Test("lets nobody live where the checklist is not met", arguments: EngineKind.available)
    func approval(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let service = try await ground.proposed()
            func approve() async throws -> [Problem] {
                try await ground.services.decide(.approved, reason: "", on: service, by: ground.coordinator, key: ground.key()).problems
            }
            func assess(_ draft: AssessService.Draft) async throws -> [String] {
                try await ground.services.assess(service, draft, by: ground.coordinator, key: ground.key()).problems.map(\.field)
            }
            #expect(try await approve().map(\.field) == ["status"])
            var half = ground.assessment()
            half.answers["doors"] = nil
            half.nextDueOn = ground.today.adding(days: 367)
            #expect(try await assess(half) == ["answer-doors", "next_due_on"])
            #expect(try await assess(ground.assessment(without: ["doors"])) == [])
            #expect(try await approve().map(\.field) == ["status"])
            #expect(try await assess(ground.assessment(without: ["doors"], reason: "New locks on Monday")) == [])
            #expect(try await approve() == [])
            #expect(try await ground.detail(service).status == .approved)
            // What the checklist no longer carries is suspended at once.
            #expect(try await assess(ground.assessment(without: ["gender"])) == [])
            #expect(try await ground.detail(service).status == .suspended)
            // A further point that is missing does no harm.
            #expect(try await assess(ground.assessment(without: ["rooms"])) == [])
            ground.clock.advance(seconds: 86_400 * 301)
            #expect(try await approve().map(\.field) == ["status"])
            await #expect(throws: AccessError.denied) {
                try await ground.services.decide(.ended, reason: "x", on: service, by: ground.supporter, key: ground.key())
            }
        }
    }

    @Test("is decided by the newest assessment, whenever an older one is entered", arguments: EngineKind.available)
    func late(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let service = try await ground.approved()
            let due = try await ground.detail(service).reassessOn
            ground.clock.advance(seconds: 60)
            var older = ground.assessment(without: ["doors"])
            older.assessedOn = ground.today.adding(days: -20)
            older.nextDueOn = ground.today.adding(days: 10)
            #expect(try await ground.services.assess(service, older, by: ground.coordinator, key: ground.key()).problems == [])
            #expect(try await ground.detail(service).status == .approved)
            #expect(try await ground.detail(service).reassessOn == due)
            let lines = try await ground.services.one(service, as: ground.coordinator).assessments
            #expect(lines.map(\.assessedOn) == [ground.today, ground.today.adding(days: -20)])
            #expect(lines.map { $0.answers["doors"] } == [.yes, .no])
        }
    }

    @Test("is offered for somebody at a reception centre only while it is on offer", arguments: EngineKind.available)
    func onOffer(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            var facts = ground.facts
            facts.validUntil = ground.today.adding(days: 5)
            let service = try await ground.approved(facts)
            let opening = try await ground.opened()
            let entered = try await ground.arrived(at: opening)
            func offered() async throws -> [ID<SupportService>] {
                try await ground.reception.arrival(entered.arrival, at: opening, as: ground.constable).services.map(\.id)
            }
            #expect(try await offered() == [service])
            ground.clock.advance(seconds: 86_400 * 6)
            #expect(try await offered() == [])
        }
    }

    @Test(
        "asks a service where nobody lives for no checklist, and takes an approval away when somebody will", arguments: EngineKind.available
    )
    func becomesAccommodation(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            var facts = ground.facts
            facts.capabilities = ["counselling"]
            let service = try await ground.proposed(facts)
            #expect(
                try await ground.services.assess(service, ground.assessment(), by: ground.coordinator, key: ground.key()).problems.count
                    == 1)
            #expect(
                try await ground.services.decide(.approved, reason: "", on: service, by: ground.coordinator, key: ground.key()).problems
                    == [])
            facts.capabilities = ["safe-house"]
            let version = try await ground.detail(service).version
            _ = try await ground.services.change(
                service, to: facts, address: .keep, version: version, by: ground.coordinator, key: ground.key())
            #expect(try await ground.detail(service).status == .proposed)
        }
    }

    // MARK: Finding

    @Test("finds by what is offered, to whom, where and whether there is room, page by page", arguments: EngineKind.available)
    func found(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let house = try await ground.approved()
            var facts = ground.facts
            facts.name = "Advice for all"
            facts.capabilities = ["legal-advice"]
            facts.groups = []
            facts.areas = [ServiceFacts.wholeArea]
            _ = try await ground.proposed(facts)
            func names(_ change: (inout ServiceQuery) -> Void, as viewer: Viewer? = nil) async throws -> [String] {
                var query = ServiceQuery()
                change(&query)
                return try await ground.services.list(query, as: viewer ?? ground.constable).listing.items.map(\.name)
            }
            #expect(try await names { _ in } == ["Advice for all", "Harbour Lights"])
            #expect(try await names { $0.capability = "safe-house" } == ["Harbour Lights"])
            #expect(try await names { $0.group = "women" } == ["Advice for all", "Harbour Lights"])
            #expect(try await names { $0.group = "men" } == ["Advice for all"])
            #expect(try await names { $0.area = ground.town.text } == ["Advice for all", "Harbour Lights"])
            #expect(try await names { $0.area = ground.otherTown.text } == ["Advice for all"])
            #expect(try await names { $0.status = .approved } == ["Harbour Lights"])
            #expect(try await names { $0.hasPlaces = true } == [])
            #expect(try await ground.services.tellPlaces(2, of: house, by: ground.supporter, key: ground.key()).problems == [])
            #expect(try await names { $0.hasPlaces = true } == ["Harbour Lights"])
            #expect(try await names({ _ in }, as: ground.visitor) == [])
            #expect(try await names({ _ in }, as: ground.stranger) == [])
            var query = ServiceQuery()
            query.size = 1
            let first = try await ground.services.list(query, as: ground.coordinator).listing
            query.after = first.next.flatMap { ServiceQuery.Cursor($0) }
            let second = try await ground.services.list(query, as: ground.coordinator).listing
            #expect(first.items.map(\.name) + second.items.map(\.name) == ["Advice for all", "Harbour Lights"])
            #expect(second.next == nil)
        }
    }

    @Test("is told its free places by the provider and the coordinator alone", arguments: EngineKind.available)
    func places(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let service = try await ground.proposed()
            for free in [nil, -1, 7] {
                #expect(
                    try await ground.services.tellPlaces(free, of: service, by: ground.supporter, key: ground.key()).problems.map(\.field)
                        == ["places_free"])
            }
            #expect(try await ground.services.tellPlaces(0, of: service, by: ground.supporter, key: ground.key()).problems == [])
            let detail = try await ground.detail(service)
            #expect(detail.placesFree == 0)
            #expect(detail.toldOn == ground.today)
            await #expect(throws: AccessError.denied) {
                try await ground.services.tellPlaces(1, of: service, by: ground.constable, key: ground.key())
            }
            await #expect(throws: AccessError.notVisible) {
                try await ground.services.tellPlaces(1, of: service, by: ground.stranger, key: ground.key())
            }
        }
    }

    @Test("lists accommodation that is due to be assessed again to whom it concerns", arguments: EngineKind.available)
    func due(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let service = try await ground.approved()
            func due(_ viewer: Viewer) async throws -> [ID<SupportService>] {
                try await ground.services.list(ServiceQuery(), as: viewer).due.map(\.service)
            }
            #expect(try await due(ground.coordinator) == [])
            ground.clock.advance(seconds: 86_400 * 270)
            #expect(try await due(ground.coordinator) == [service])
            #expect(try await due(ground.supporter) == [service])
            #expect(try await due(ground.constable) == [])
        }
    }

    // MARK: Secrets

    @Test(
        "opens a secret address for the coordinator and the provider, with a reason, and keeps it out of everything else",
        arguments: EngineKind.available)
    func address(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let service = try await ground.proposed(address: ServiceGround.address)
            _ = try await ground.services.assess(
                service, ground.assessment(notes: ["location": "Behind \(ServiceGround.address)"]), by: ground.coordinator,
                key: ground.key())
            for viewer in [ground.coordinator, ground.supporter] {
                let refused = try await ground.services.openAddress(of: service, purpose: "", by: viewer)
                #expect(refused.problems.map(\.field) == ["purpose"])
                let opened = try await ground.services.openAddress(of: service, purpose: "A placement tonight", by: viewer)
                #expect(opened.result == ServiceGround.address)
            }
            await #expect(throws: AccessError.denied) {
                try await ground.services.openAddress(of: service, purpose: "Curious", by: ground.constable)
            }
            let assessment = try #require(try await ground.services.one(service, as: ground.supporter).assessments.first)
            #expect(try await ground.services.openNotes(of: assessment.id, by: ground.supporter)["location"]?.contains("Quince") == true)
            await #expect(throws: AccessError.notVisible) {
                try await ground.services.openNotes(of: assessment.id, by: ground.constable)
            }
            #expect(try await ground.services.one(service, as: ground.constable).assessments == [])
            #expect(try await ground.texts("SELECT verb FROM journal_entries WHERE verb = 'open-service-address'").count == 2)
            #expect(try await ground.texts("SELECT verb FROM journal_entries WHERE verb = 'refused-open-service-address'").count == 1)
            #expect(
                Set(try await ground.texts("SELECT compartment || ' ' || field FROM sealed_values")) == [
                    "safe-addresses address", "safe-addresses notes", "purposes purpose",
                ])
            // Kept when the entry is changed without a word about it, and gone when it is removed.
            for (change, kept) in [(AddressChange.keep, true), (.remove, false)] {
                let version = try await ground.detail(service).version
                _ = try await ground.services.change(
                    service, to: ground.facts, address: change, version: version, by: ground.coordinator, key: ground.key())
                #expect(try await ground.detail(service).hasAddress == kept)
            }
        }
    }
}
