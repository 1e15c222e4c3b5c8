import Access
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing
import Web

@testable import Pathways

@Suite("Where somebody stays and the directory of services")
struct StayServiceTests {
    private static func fields(_ ground: ServiceGround, in service: String, status: String = "current") -> [(name: String, value: String)] {
        let (year, month, day) = ground.today.adding(days: -2).parts
        return [
            ("code", "safe-house"), ("status", status), ("starts_on-day", String(day)), ("starts_on-month", String(month)),
            ("starts_on-year", String(year)), ("service", service), ("note", "A room that locks"),
        ]
    }

    private static func person(_ ground: ServiceGround) async throws -> ID<PotentialVictim> {
        let facts = VictimFacts(age: AgeStanding(basis: .known, group: .adult), gender: "female", nationality: "romanian")
        let draft = OpenPathway.Draft(facts: facts, identity: VictimIdentity())
        return try #require(try await ground.pathways.open(draft, by: ground.supporter, key: ground.key()).result)
    }

    @Test("a stay names a service that the form offers, and leads to its page", arguments: EngineKind.available)
    func named(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let house = try await ground.approved()
            var talking = ground.facts
            talking.name = "Talking"
            talking.capabilities = ["counselling"]
            let counselling = try await ground.proposed(talking)
            _ = try await ground.services.decide(.approved, reason: "", on: counselling, by: ground.coordinator, key: ground.key())
            let far = try #require(
                try await ground.services.propose(
                    .init(
                        facts: ServiceFacts(
                            provider: "Far Trust", name: "Far away", capabilities: ["safe-house"], areas: [ServiceFacts.wholeArea],
                            validFrom: ground.today)), by: ground.stranger, key: ground.key()
                ).result)
            let victim = try await Self.person(ground)
            let path = "/\(victim)/support/stay/new"
            let form = try await ground.get(path, as: ground.supporter).body
            #expect(form.contains("Harbour Lights") && form.contains("None, or not in the directory"))
            #expect(!form.contains("Talking") && !form.contains("Far away"))
            #expect(try await ground.get("/\(victim)/support/move-on/new", as: ground.supporter).body.contains("Talking"))
            #expect(!(try await ground.get("/\(victim)/support/need/new", as: ground.supporter)).body.contains("name=\"service\""))
            for wrong in ["nothing", far.text, victim.text, counselling.text] {
                let refused = try await ground.post(path, Self.fields(ground, in: wrong), as: ground.supporter)
                #expect(refused.status == .unprocessableContent, "\(wrong)")
                #expect(refused.body.contains("Choose a service") && refused.body.contains("A room that locks"), "\(wrong)")
            }
            #expect(try await ground.post(path, Self.fields(ground, in: house.text), as: ground.supporter).status == .seeOther)
            let entry = try #require(try await ground.pathways.one(victim, as: ground.supporter).support.lines.first)
            #expect(entry.service == house && entry.serviceName == "Harbour Lights")
            for page in ["/\(victim)/support", "/\(victim)/support/\(entry.id)"] {
                let body = try await ground.get(page, as: ground.supporter).body
                #expect(body.contains("pathways/services/\(house)\"") && body.contains("Harbour Lights"), "\(page)")
            }
            // It goes on though the service ends, and can be taken out.
            _ = try await ground.services.decide(.ended, reason: "Closed", on: house, by: ground.coordinator, key: ground.key())
            let change = "/\(victim)/support/\(entry.id)/change"
            let kept = try await ground.post(
                change, Self.fields(ground, in: house.text) + [(FormFields.version, "1")], as: ground.supporter)
            #expect(kept.status == .seeOther)
            #expect(try await ground.get(change, as: ground.supporter).body.contains("Harbour Lights (ended)"))
            let none = try await ground.post(change, Self.fields(ground, in: "") + [(FormFields.version, "2")], as: ground.supporter)
            #expect(none.status == .seeOther)
            #expect(try await ground.pathways.one(victim, as: ground.supporter).support.lines.first?.service == nil)
        }
    }

    @Test(
        "two who change the service of a stay at once are shown both by name", arguments: EngineKind.available)
    func stale(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let house = try await ground.approved()
            var second = ground.facts
            second.name = "Second Harbour"
            let other = try await ground.approved(second)
            let victim = try await Self.person(ground)
            let path = "/\(victim)/support/stay/new"
            #expect(try await ground.post(path, Self.fields(ground, in: ""), as: ground.supporter).status == .seeOther)
            let entry = try #require(try await ground.pathways.one(victim, as: ground.supporter).support.lines.first)
            let change = "/\(victim)/support/\(entry.id)/change"
            let base = FormData(fields: Self.fields(ground, in: "")).urlEncoded
            func send(_ service: ID<SupportService>) async throws -> PageAnswer {
                try await ground.post(
                    change, Self.fields(ground, in: service.text) + [(FormFields.version, "1"), (FormData.baseField, base)],
                    as: ground.supporter)
            }
            #expect(try await send(house).status == .seeOther)
            let both = try await send(other)
            #expect(both.status == .conflict && both.body.contains("Harbour Lights") && both.body.contains("Second Harbour"))
            #expect(try await ground.pathways.one(victim, as: ground.supporter).support.lines.first?.service == house)
        }
    }

    @Test(
        "the places taken are shown to whoever sees the stays, and neither page nor table tells anybody else of them",
        arguments: EngineKind.available)
    func count(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            // A flat with one place: any number would tell that somebody is in it.
            var facts = ground.facts
            facts.capacity = 1
            facts.organisation = ground.hospital
            let flat = try await ground.approved(facts)
            _ = try await ground.services.tellPlaces(1, of: flat, by: ground.nurse, key: ground.key())
            // What an outsider and the provider's own people are shown, with the secrets of the forms left out.
            func shown(_ viewer: Viewer) async throws -> [String] {
                var pages: [String] = []
                for path in ["/services/\(flat)", "/services", "/services/gaps", "/services/gaps.csv", "/services/gaps?by=group"] {
                    let body = try await ground.get(path, as: viewer).body
                    pages.append(body.replacing(/name="form_(secret|token)" value="[^"]*"/, with: ""))
                }
                return pages
            }
            let outsiders = [ground.constable, ground.nurse]
            var before: [[String]] = []
            for viewer in outsiders { before.append(try await shown(viewer)) }
            #expect(try await ground.get("/services/gaps.csv", as: ground.coordinator).body.contains("Safe house,One,None"))

            let victim = try await Self.person(ground)
            #expect(
                try await ground.post("/\(victim)/support/stay/new", Self.fields(ground, in: flat.text), as: ground.supporter).status
                    == .seeOther)
            for (viewer, same) in zip(outsiders, before) {
                #expect(try await shown(viewer) == same)
                #expect(try await ground.services.one(flat, as: viewer).staysKnown == 0)
            }
            let whole = try await ground.get("/services/\(flat)", as: ground.coordinator).body
            #expect(whole.contains("1 place is taken by a stay on record") && whole.contains("More is told to be free"))
            #expect(try await ground.get("/services/gaps.csv", as: ground.coordinator).body.contains("Safe house,\"One, full\",None"))
            let own = try await ground.get("/services/\(flat)", as: ground.supporter).body
            #expect(own.contains("1 of the people with whom you work stays here") && !own.contains("on record"))
            #expect(try await ground.get("/services/gaps.csv", as: ground.supporter).body.contains("Safe house,\"One, full\",None"))
            #expect(try await ground.services.one(flat, as: ground.supporter).staysKnown == 1)

            // Whoever no longer works with them is told no more.
            try await ground.change("UPDATE victim_circles SET removed_at = 1 WHERE victim_id = \(victim)")
            #expect(try await ground.services.one(flat, as: ground.supporter).staysKnown == 0)
            #expect(try await ground.get("/services/gaps.csv", as: ground.supporter).body.contains("Safe house,One,None"))
        }
    }

    @Test(
        "what is free is what was told and what the stays leave, whichever is less",
        arguments: [
            (nil as Int?, nil as Int?, 3, nil as Int?), (2, nil, 5, 2), (2, 6, 0, 2), (2, 6, 5, 1), (0, 6, 1, 0), (4, 6, 9, 0),
            (nil, 6, 5, nil), (nil, 6, 6, 0), (nil, 6, 0, nil),
        ])
    func free(told: Int?, capacity: Int?, stays: Int, free: Int?) {
        #expect(ServiceGaps.placesFree(told: told, capacity: capacity, stays: stays) == free)
    }
}
