import Access
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("Reception centres")
struct ReceptionTests {
    @Test("keeps every version of a plan, and makes none where nothing changed in it", arguments: EngineKind.available)
    func versions(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let centre = try await ground.planned()
            var (facts, plan) = (CentreFacts(name: "North hall", capacity: 50, status: .ready), ServiceGround.plan)
            func change() async throws -> [String] {
                let version = try await ground.reception.one(centre, as: ground.coordinator).centre.version
                return try await ground.reception.change(
                    centre, to: facts, plan, address: .keep, version: version, by: ground.coordinator, key: ground.key()
                ).problems.map(\.field)
            }
            #expect(try await change() == [])
            #expect(try await ground.reception.one(centre, as: ground.constable).versions.map(\.number) == [1])
            plan.checklist.append("Door open")
            #expect(try await change() == [])
            let file = try await ground.reception.one(centre, as: ground.constable)
            #expect(file.versions.map(\.number) == [2, 1])
            #expect(file.plan.checklist.last == "Door open")
            #expect(try await ground.reception.plan(1, of: centre, as: ground.constable).plan == ServiceGround.plan)
            plan.roles = []
            plan.checklist = []
            facts.capacity = 0
            #expect(Set(try await change()) == ["roles", "checklist", "capacity"])
            await #expect(throws: AccessError.changedMeanwhile(version: 3)) {
                try await ground.reception.change(
                    centre, to: facts, plan, address: .keep, version: 1, by: ground.coordinator, key: ground.key())
            }
            await #expect(throws: AccessError.notVisible) { try await ground.reception.plan(3, of: centre, as: ground.constable) }
        }
    }

    @Test("opens once at a time, and only when its plan is ready", arguments: EngineKind.available)
    func opening(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            func open(_ centre: ID<ReceptionCentre>, _ draft: ActivateCentre.Draft, _ viewer: Viewer) async throws -> [String] {
                try await ground.reception.activate(centre, draft, by: viewer, key: ground.key()).problems.map(\.field)
            }
            let draft = try await ground.planned(status: .draft)
            #expect(try await open(draft, .init(), ground.constable) == [""])
            let centre = try await ground.planned()
            #expect(try await open(centre, .init(visit: "SW-V-9999", concern: "SW-9999"), ground.constable) == ["visit", "concern"])
            #expect(try await open(centre, .init(), ground.constable) == [])
            // Whoever holds no role there is told so as well.
            #expect(try await open(centre, .init(), ground.nurse) == [""])
            let (_, openings) = try await ground.reception.list(as: ground.constable)
            #expect(openings.map(\.isOpen) == [true])
            // Only what is open stands above the list.
            #expect(try await ground.reception.list(as: ground.nurse).openings.isEmpty)
            let file = try await ground.reception.opening(try #require(openings.first).id, as: ground.constable)
            #expect(file.checks.map(\.words) == ServiceGround.plan.checklist)
            #expect(file.roles.map(\.role) == ["manager"])
        }
    }

    @Test("is listed page by page, and no line is left out or shown twice", arguments: EngineKind.available)
    func pages(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            for name in ["Leisure centre", "Annexe", "Church hall", "Annexe", "Sports hall"] {
                _ = try await ground.reception.plan(
                    CentreFacts(name: name, capacity: 20), ReceptionPlan(), address: "", by: ground.coordinator, key: ground.key())
            }
            var query = CentreQuery(size: 2)
            var found: [CentreLine] = []
            var sizes: [Int] = []
            repeat {
                let listing = try await ground.reception.list(query, as: ground.constable).centres
                found += listing.items
                sizes.append(listing.items.count)
                query.after = listing.next.flatMap { NameCursor($0) }
            } while query.after != nil
            #expect(sizes == [2, 2, 1])
            #expect(found.map(\.name) == ["Annexe", "Annexe", "Church hall", "Leisure centre", "Sports hall"])
            #expect(Set(found.map(\.id)).count == 5)
            let key = try #require(found.dropLast().last.map { NameCursor($0.nameKey, $0.id).text.replacing(" ", with: "%20") })
            let page = try await ground.get("/reception?after=\(key)", as: ground.constable)
            #expect(page.status == .ok && page.body.contains("Sports hall") && !page.body.contains("Leisure centre"))
            #expect(page.body.contains("Back to the beginning"))
            #expect(try await ground.get("/reception?after=nothing", as: ground.constable).body.contains("Leisure centre"))
        }
    }

    @Test("shows its register to agencies that hold a role there, as long as they hold it", arguments: EngineKind.available)
    func roles(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let opening = try await ground.opened()
            let entered = try await ground.arrived(at: opening)
            func sees(_ viewer: Viewer) async throws -> Bool {
                do {
                    _ = try await ground.reception.opening(opening, as: viewer)
                    _ = try await ground.reception.arrival(entered.arrival, at: opening, as: viewer)
                    return true
                } catch AccessError.notVisible { return false }
            }
            func change(_ role: String, _ agency: ID<Organisation>?, ends: Bool = false) async throws -> [String] {
                try await ground.reception.fillRole(
                    .init(role: role, organisation: agency, isEnded: ends), at: opening, by: ground.coordinator, key: ground.key()
                ).problems.map(\.field)
            }
            #expect(try await sees(ground.constable))
            #expect(try await sees(ground.coordinator))
            for viewer in [ground.nurse, ground.visitor, ground.stranger] { #expect(try await !sees(viewer)) }
            #expect(try await change("magician", ground.hospital) == ["role"])
            #expect(try await change("medical", nil) == ["organisation"])
            #expect(try await change("medical", ground.hospital, ends: true) == ["role"])
            #expect(try await change("manager", ground.police, ends: true) == ["role"])
            #expect(try await change("medical", ground.hospital) == [])
            #expect(try await sees(ground.nurse))
            #expect(try await change("medical", ground.hospital, ends: true) == [])
            #expect(try await !sees(ground.nurse))
            #expect(try await change("medical", ground.hospital) == [])
            #expect(try await sees(ground.nurse))
        }
    }

    @Test("ticks its checklist once, with who and when", arguments: EngineKind.available)
    func checks(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let opening = try await ground.opened()
            func tick(_ numbers: [Int]) async throws -> [String] {
                try await ground.reception.tick(numbers, at: opening, by: ground.constable, key: ground.key()).problems.map(\.field)
            }
            #expect(try await tick([]) == ["checks"])
            #expect(try await tick([99]) == ["checks"])
            #expect(try await tick([1]) == [])
            #expect(try await tick([1]) == ["checks"])
            let checks = try await ground.reception.opening(opening, as: ground.constable).checks
            #expect(checks.map { $0.tickedAt != nil } == [true, false])
            #expect(checks[0].organisationName == "Police")
        }
    }

    // MARK: The register

    @Test("gives each person the next wristband, and no number twice", arguments: EngineKind.available)
    func wristbands(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let opening = try await ground.opened()
            #expect(try await ground.arrived(at: opening).wristband == 1)
            func enter(_ draft: RecordArrival.Draft) async throws -> Outcome<RecordArrival.Entered> {
                try await ground.reception.record(draft, at: opening, by: ground.constable, key: ground.key())
            }
            #expect(try await enter(.init(wristband: 20)).result?.wristband == 20)
            #expect(try await enter(.init()).result?.wristband == 21)
            #expect(try await enter(.init(wristband: 20)).problems.map(\.field) == ["wristband"])
            #expect(try await enter(.init(wristband: 0)).problems.map(\.field) == ["wristband"])
            let wrong = ArrivalFacts(gender: "x", ageGroup: "x", language: "x", needs: ["x"])
            #expect(try await enter(.init(facts: wrong)).problems.map(\.field) == ["gender", "age_group", "language", "needs"])
            // The same form twice is one person.
            let key = ground.key()
            let twice = try await [1, 2].asyncMap { _ in
                try await ground.reception.record(.init(), at: opening, by: ground.constable, key: key).result?.wristband
            }
            #expect(twice == [22, 22])
            await #expect(throws: AccessError.notVisible) {
                try await ground.reception.record(.init(), at: opening, by: ground.nurse, key: ground.key())
            }
        }
    }

    @Test("counts who is there and who was not seen, without names", arguments: EngineKind.available)
    func counts(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let opening = try await ground.opened()
            var entered: [RecordArrival.Entered] = []
            for gender in ["female", "female", "male"] { entered.append(try await ground.arrived(at: opening, gender: gender)) }
            func change(_ index: Int, _ care: ArrivalCare, version: Int) async throws -> [String] {
                let facts = try await ground.reception.arrival(entered[index].arrival, at: opening, as: ground.constable).arrival.facts
                return try await ground.reception.change(
                    entered[index].arrival, at: opening, to: .init(facts: facts, care: care), version: version,
                    by: ground.constable, key: ground.key()
                ).problems.map(\.field)
            }
            #expect(try await change(0, ArrivalCare(isScreened: true, wasSeenByMedic: true, wasSeenBySupport: true), version: 1) == [])
            #expect(try await change(1, ArrivalCare(hasLeft: true), version: 1) == ["onward"])
            #expect(try await change(1, ArrivalCare(onward: "hospital", hasLeft: true), version: 1) == [])
            await #expect(throws: AccessError.changedMeanwhile(version: 2)) {
                try await change(1, ArrivalCare(), version: 1)
            }
            let file = try await ground.reception.opening(opening, as: ground.constable)
            #expect(
                file.counts
                    == RegisterCounts(
                        arrived: 3, present: 2, notSeenByMedic: 1, notSeenBySupport: 1, notScreened: 1,
                        people: [.init(gender: "female", ageGroup: "adult", count: 2), .init(gender: "male", ageGroup: "adult", count: 1)]))
            func bands(_ filter: ArrivalQuery.Filter) async throws -> [Int] {
                try await ground.reception.opening(opening, ArrivalQuery(filter: filter), as: ground.constable).listing.items.map(
                    \.wristband)
            }
            #expect(try await bands(.all) == [3, 2, 1])
            #expect(try await bands(.present) == [3, 1])
            #expect(try await bands(.noMedic) == [3])
            #expect(try await bands(.notScreened) == [3])
            #expect(try await bands(.noOnward) == [3, 1])
            let page = try await ground.reception.opening(opening, ArrivalQuery(after: 3, size: 1), as: ground.constable).listing
            #expect(page.items.map(\.wristband) == [2])
            #expect(page.next == "2")
        }
    }

    @Test("links a pathway only for whoever sees it, and keeps the link when somebody else saves", arguments: EngineKind.available)
    func links(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let opening = try await ground.opened()
            let entered = try await ground.arrived(at: opening)
            let facts = VictimFacts(
                age: AgeStanding(basis: .known, group: .adult), gender: "female", nationality: "unknown", language: "unknown")
            let victim = try #require(
                try await ground.pathways.open(OpenPathway.Draft(facts: facts), by: ground.supporter, key: ground.key()).result)
            let reference = try await ground.pathways.one(victim, as: ground.supporter).victim.reference
            func link(_ text: String, by viewer: Viewer, version: Int) async throws -> [String] {
                try await ground.reception.change(
                    entered.arrival, at: opening, to: .init(facts: ArrivalFacts(), care: ArrivalCare(), pathway: text),
                    version: version, by: viewer, key: ground.key()
                ).problems.map(\.field)
            }
            #expect(try await link(reference, by: ground.constable, version: 1) == ["pathway"])
            #expect(try await link(reference.lowercased(), by: ground.coordinator, version: 1) == [])
            #expect(try await ground.reception.arrival(entered.arrival, at: opening, as: ground.constable).arrival.pathwayReference == "")
            #expect(try await link("", by: ground.constable, version: 2) == [])
            #expect(
                try await ground.reception.arrival(entered.arrival, at: opening, as: ground.coordinator).arrival.pathwayReference
                    == reference)
            #expect(try await link("", by: ground.coordinator, version: 3) == [])
            #expect(try await ground.texts("SELECT COALESCE(victim_id, 'none') FROM reception_arrivals") == ["none"])
        }
    }

    // MARK: The end and the secrets

    @Test("stands down only when everybody is accounted for, and adds nothing afterwards", arguments: EngineKind.available)
    func standDown(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let opening = try await ground.opened()
            let entered = try await ground.arrived(at: opening)
            func close(_ debrief: String, _ lessons: String) async throws -> [String] {
                try await ground.reception.standDown(opening, debrief: debrief, lessons: lessons, by: ground.constable, key: ground.key())
                    .problems.map(\.field)
            }
            #expect(try await close("", "") == ["", "debrief", "lessons"])
            _ = try await ground.reception.change(
                entered.arrival, at: opening, to: .init(facts: ArrivalFacts(), care: ArrivalCare(onward: "left-unseen", hasLeft: true)),
                version: 1, by: ground.constable, key: ground.key())
            #expect(try await close("Ama Quillfeather left by the back door", "Watch the back door") == [])
            #expect(try await close("Again", "None") == [""])
            #expect(try await ground.reception.record(.init(), at: opening, by: ground.constable, key: ground.key()).problems.count == 1)
            #expect(try await ground.reception.tick([1], at: opening, by: ground.constable, key: ground.key()).problems.count == 1)
            #expect(
                try await ground.reception.change(
                    entered.arrival, at: opening, to: .init(facts: ArrivalFacts(), care: ArrivalCare()), version: 2,
                    by: ground.constable, key: ground.key()
                ).problems.count == 1)
            #expect(try await ground.reception.opening(opening, as: ground.constable).opening.lessons == "Watch the back door")
            #expect(try await ground.reception.openDebrief(of: opening, by: ground.constable).hasPrefix("Ama"))
            #expect(try await ground.texts("SELECT verb FROM journal_entries WHERE verb = 'open-reception-debrief'").count == 1)
            await #expect(throws: AccessError.notVisible) { try await ground.reception.openDebrief(of: opening, by: ground.nurse) }
        }
    }

    @Test("opens a name with a reason, and a secret address while the centre is open", arguments: EngineKind.available)
    func secrets(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let opening = try await ground.opened()
            let centre = try await ground.reception.opening(opening, as: ground.constable).opening.centre
            let entered = try await ground.arrived(at: opening, name: "Ama Quillfeather")
            #expect(
                try await ground.reception.openIdentity(of: entered.arrival, purpose: "", by: ground.constable).problems.map(\.field)
                    == ["purpose"])
            #expect(
                try await ground.reception.openIdentity(of: entered.arrival, purpose: "Her sister asks", by: ground.constable).result?.name
                    == "Ama Quillfeather")
            await #expect(throws: AccessError.notVisible) {
                try await ground.reception.openIdentity(of: entered.arrival, purpose: "Curious", by: ground.nurse)
            }
            #expect(
                try await ground.reception.openAddress(of: centre, purpose: "Driving there", by: ground.constable).result
                    == ServiceGround.address)
            await #expect(throws: AccessError.denied) {
                try await ground.reception.openAddress(of: centre, purpose: "Curious", by: ground.nurse)
            }
            try await ground.change("UPDATE reception_activations SET is_open = 0")
            await #expect(throws: AccessError.denied) {
                try await ground.reception.openAddress(of: centre, purpose: "Later", by: ground.constable)
            }
            #expect(try await ground.texts("SELECT verb FROM journal_entries WHERE verb = 'open-arrival-identity'").count == 1)
            let timeline = try await ground.texts("SELECT summary || differences FROM record_changes")
            #expect(timeline.count > 2)
            for text in timeline { #expect(!text.contains("Quillfeather") && !text.contains("Quince")) }
        }
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
