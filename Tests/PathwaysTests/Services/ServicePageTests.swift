import Access
import Foundation
import HTTPTypes
import Kernel
import PageTestSupport
import Partnerships
import Schema
import Store
import TestSupport
import Testing
import Web

@testable import Pathways

@Suite("Pages of services, reception centres and pathways")
struct ServicePageTests {
    @Test("fixed words win over the identifier of a person, and that over nothing", arguments: EngineKind.available)
    func precedence(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let nobody = "018f0000-0000-7000-8000-000000000000"
            for (path, status) in [
                ("", 200), ("/services", 200), ("/services/gaps", 200), ("/services/gaps.csv", 200), ("/services/new", 200),
                ("/reception", 200), ("/reception/new", 200), ("/definitions", 200), ("/definitions/new", 200), ("/new", 200),
                ("/\(nobody)", 404), ("/services/\(nobody)", 404), ("/reception/\(nobody)", 404), ("/reception/openings/\(nobody)", 404),
                ("/definitions/\(nobody)", 404), ("/nothing", 404), ("/services/nothing", 404),
            ] {
                #expect(try await ground.get(path, as: ground.coordinator).status.code == status, "\(path)")
            }
            let service = try await ground.proposed()
            #expect(try await ground.get("/services/\(service)", as: ground.constable).body.contains("Harbour Lights"))
            for path in ["/services", "/reception", "/definitions", "/services/new", "/services/gaps"] {
                #expect(try await ground.get(path, as: ground.visitor).status == .forbidden, "\(path)")
            }
            for path in ["/reception/new", "/definitions/new", "/services/\(service)/change", "/services/\(service)/assess"] {
                #expect(try await ground.get(path, as: ground.constable).status == .forbidden, "\(path)")
            }
        }
    }

    @Test("a member enters its own service, and nothing typed is lost on the way", arguments: EngineKind.available)
    func enter(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let fields: [(name: String, value: String)] = [
                ("name", ""), ("organisation", ground.charity.text), ("capabilities", "counselling"), ("groups", "women"),
                ("areas", "whole"), ("capacity", "many"), ("contact", "Ring the bell"), ("address", ServiceGround.address),
                ("valid_from-day", "31"), ("valid_from-month", "2"), ("valid_from-year", "2024"),
            ]
            let refused = try await ground.post("/services/new", fields, as: ground.supporter)
            #expect(refused.status == .unprocessableContent)
            // What cannot be read hides nothing of what else is wrong.
            for text in [
                "Ring the bell", ServiceGround.address, "many", "in figures", "Enter the first day", "Enter what the service is called",
            ] { #expect(refused.body.contains(text), "\(text)") }
            #expect(refused.body.contains("value=\"counselling\" checked") || refused.body.contains("checked value=\"counselling\""))
            var good = Array(fields.dropLast(3))
            good[0].value = "Talking"
            good[5].value = "4"
            let done = try await ground.post("/services/new", good, as: ground.supporter)
            #expect(done.status == .seeOther)
            let page = try await ground.get(String(done.location.dropFirst("/sandwell/pathways".count)), as: ground.constable)
            #expect(page.body.contains("Talking"))
            #expect(page.body.contains("Send nobody here"))
            #expect(!page.body.contains(ServiceGround.address))
            #expect(!(try await ground.get("/services", as: ground.constable)).body.contains(ServiceGround.address))
        }
    }

    @Test(
        "a plan that is ready from the start is not asked to be marked ready",
        arguments: EngineKind.available,
        [(.ready, "the centre can be opened"), (.draft, "Mark it ready")] as [(CentreFacts.Status, String)])
    func planned(kind: EngineKind, plan: (status: CentreFacts.Status, words: String)) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let facts = CentreFacts(name: "North hall", town: ground.town, capacity: 3, status: plan.status)
            let done = try await ground.post(
                "/reception/new", ReceptionPlanForm.data(of: facts, ServiceGround.plan).fields, as: ground.coordinator)
            #expect(done.status == .seeOther)
            let page = try await ground.get(String(done.location.dropFirst("/sandwell/pathways".count)), as: ground.coordinator)
            #expect(page.body.contains(plan.words))
            #expect(page.body.contains("Mark it ready") == (plan.status == .draft))
        }
    }

    @Test("two who change a service at once are shown both, and nothing is lost", arguments: EngineKind.available)
    func stale(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let service = try await ground.proposed()
            let was = ServiceForm.data(of: ground.facts)
            func send(_ changes: [(String, String)]) async throws -> PageAnswer {
                var data = was
                for (name, value) in changes { data = data.setting(name, value) }
                data = data.setting(FormData.baseField, was.urlEncoded).setting(FormFields.version, "1")
                return try await ground.post("/services/\(service)/change", data.fields, as: ground.coordinator)
            }
            #expect(try await send([("hours", "Mornings")]).status == .seeOther)
            // Another question: put together without asking.
            #expect(try await send([("contact", "0121 111 1111")]).status == .seeOther)
            let both = try await send([("hours", "Evenings")])
            #expect(both.status == .conflict)
            #expect(both.body.contains("Mornings") && both.body.contains("Evenings"))
            let facts = try await ground.detail(service).facts
            #expect(facts.hours == "Mornings")
            #expect(facts.contact == "0121 111 1111")
        }
    }

    @Test(
        "the coordinator goes through the checklist and approves, and what is missing is told at its question",
        arguments: EngineKind.available)
    func checklist(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let service = try await ground.proposed()
            let (day, month, year) = (ground.today.parts.day, ground.today.parts.month, ground.today.parts.year)
            var fields: [(name: String, value: String)] = [
                ("assessed_on-day", "\(day)"), ("assessed_on-month", "\(month)"), ("assessed_on-year", "\(year)"),
                ("next_due_on-day", "1"), ("next_due_on-month", "6"), ("next_due_on-year", "\(year)"), ("note-location", "Behind the mill"),
            ]
            let refused = try await ground.post("/services/\(service)/assess", fields, as: ground.coordinator)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("Behind the mill"))
            for point in AssessService.checklist(ground.lists, on: ground.today) { fields.append(("answer-\(point.code)", "yes")) }
            #expect(try await ground.post("/services/\(service)/assess", fields, as: ground.coordinator).status == .seeOther)
            let wrong = try await ground.post(
                "/services/\(service)/decide", [("status", "suspended"), ("reason", "Why indeed")], as: ground.coordinator)
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.body.contains("Why indeed"))
            #expect(
                try await ground.post("/services/\(service)/decide", [("status", "approved")], as: ground.coordinator).status == .seeOther)
            #expect(try await ground.get("/services/gaps.csv", as: ground.constable).body.contains("Safe house,One,None"))
            let assessment = try #require(try await ground.services.one(service, as: ground.coordinator).assessments.first).id
            #expect(
                try await ground.get("/services/\(service)/assessments/\(assessment)", as: ground.supporter).body.contains(
                    "Behind the mill"))
            #expect(try await ground.get("/services/\(service)/assessments/\(assessment)", as: ground.constable).status == .notFound)
            let reader = try await ground.get("/services/\(service)", as: ground.constable)
            #expect(!reader.body.contains("Accommodation checklist"))
        }
    }

    @Test("the door enters one after the other, and the same again for a group", arguments: EngineKind.available)
    func door(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let opening = try await ground.opened()
            let path = "/reception/openings/\(opening)"
            let refused = try await ground.post(
                "\(path)/door", [("gender", "female"), ("language", "Klingon"), ("name", "Ama Quillfeather")], as: ground.constable)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("Klingon") && refused.body.contains("Ama Quillfeather"))
            let good: [(name: String, value: String)] = [
                ("gender", "female"), ("age_group", "adult"), ("language", "romanian"), ("name", "Ama Quillfeather"),
                ("needs", "food"), ("needs", "bed"),
            ]
            let entered = try await ground.post("\(path)/door", good, as: ground.constable)
            #expect(entered.location.hasSuffix("/door?entered=1"))
            let again = try await ground.get("\(path)/door?entered=1", as: ground.constable)
            #expect(again.body.contains("Same as last, next wristband"))
            #expect(!again.body.contains("Quillfeather"))
            // Somebody enters a boy with a higher number at the other door: the last one of this door is still hers.
            _ = try await ground.post(
                "\(path)/door", [("wristband", "9"), ("gender", "male"), ("age_group", "child"), ("language", "")], as: ground.constable)
            let here = try await ground.get("\(path)/door?entered=1", as: ground.constable)
            #expect(here.body.contains("Wristband 1: Female, Adult") && !here.body.contains("Wristband 9"))
            #expect(!(try await ground.get("\(path)/door?entered=7", as: ground.constable)).body.contains("Same as last"))
            try await ground.change("DELETE FROM reception_arrivals WHERE wristband = 9")
            let same: [(name: String, value: String)] = [("gender", "female"), ("age_group", "adult"), ("language", "Romanian")]
            for _ in 0..<2 { #expect(try await ground.post("\(path)/door", same, as: ground.constable).status == .seeOther) }
            let register = try await ground.get(path, as: ground.constable)
            #expect(register.body.contains("3 of 3"))
            #expect(register.body.contains("Wristband 3"))
            #expect(!register.body.contains("Quillfeather"))
            #expect(try await ground.get("\(path)/door", as: ground.constable).body.contains("Full"))
            // An hour of another day than that of the opening says which day.
            try await ground.change("UPDATE reception_arrivals SET arrived_at = arrived_at + 86400000000 WHERE wristband = 3")
            let nextDay = ground.clock.now.day.adding(days: 1).text
            #expect(!register.body.contains(nextDay))
            #expect(try await ground.get(path, as: ground.constable).body.contains(nextDay))
            #expect(try await ground.get(path, as: ground.nurse).status == .notFound)
            #expect(try await ground.post("\(path)/door", good, as: ground.nurse).status == .notFound)
            let arrival = try #require(
                try await ground.reception.opening(opening, as: ground.constable).listing.items.last
            ).id
            let opened = try await ground.post(
                "\(path)/arrivals/\(arrival)/identity", [("purpose", "Her sister asks")], as: ground.constable)
            #expect(opened.body.contains("Ama Quillfeather"))
            let left = try await ground.post(
                "\(path)/arrivals/\(arrival)",
                [("version", "1"), ("gender", "female"), ("age_group", "adult"), ("left", "yes"), ("note", "Went by taxi")],
                as: ground.constable)
            #expect(left.status == .unprocessableContent)
            #expect(left.body.contains("nobody leaves unaccounted for") && left.body.contains("Went by taxi"))
            // Two at once: one saw to the medic, the other found a bed.
            let was = FormData(fields: [("gender", "female"), ("age_group", "adult"), ("language", "romanian")])
            func send(_ onward: String) async throws -> PageAnswer {
                let fields = was.fields + [("version", "1"), ("onward", onward), (FormData.baseField, was.urlEncoded)]
                return try await ground.post("\(path)/arrivals/\(arrival)", fields, as: ground.constable)
            }
            #expect(try await send("hospital").status == .seeOther)
            let both = try await send("safe-house")
            #expect(both.status == .conflict)
            #expect(both.body.contains("Hospital") && both.body.contains("Safe house"))
            let early = try await ground.post(
                "\(path)/stand-down", [("debrief", "Long night"), ("lessons", "More tea")], as: ground.constable)
            #expect(early.status == .unprocessableContent)
            #expect(early.body.contains("wristband 1, 2, 3") && early.body.contains("Long night"))
        }
    }

    @Test("a pathway is written from what is shipped, published, read, tried out and put right", arguments: EngineKind.available)
    func definition(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            func path(_ answer: PageAnswer) -> String {
                String(answer.location.dropFirst("/sandwell/pathways".count).prefix { $0 != "?" })
            }
            let begun = try await ground.post(
                "/definitions/new", [("title", "Adults"), ("way", "adult"), ("start", "template-adult")], as: ground.coordinator)
            #expect(begun.status == .seeOther)
            let page = path(begun)
            #expect(try await ground.get(page, as: ground.constable).body.contains("Danger first"))
            let fields: [(name: String, value: String)] = [
                ("version", "1"), ("title", "Adults"), ("way", "adult"), ("what-1", "Second"), ("who-1", "Police"),
                ("within-1", "An hour"), ("order-1", "2"), ("what-2", "First"), ("who-2", "Anybody"), ("within-2", "At once"),
                ("order-2", "1"), ("who-3", "Nobody yet"),
            ]
            let refused = try await ground.post("\(page)/draft", fields, as: ground.coordinator)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("Nobody yet"))
            var good = fields
            good.removeLast()
            #expect(try await ground.post("\(page)/draft", good, as: ground.coordinator).status == .seeOther)
            let today = DateFields.fields("valid_from", ground.today)
            #expect(try await ground.post("\(page)/publish", today, as: ground.coordinator).status == .seeOther)
            let version = try await ground.get("\(page)/versions/1", as: ground.constable)
            let (first, second) = (version.body.range(of: "First"), version.body.range(of: "Second"))
            #expect(try #require(first).lowerBound < #require(second).lowerBound)
            #expect(try await ground.get(page, as: ground.constable).body.contains("has read it"))
            #expect(try await ground.post("\(page)/versions/1/read", [], as: ground.constable).status == .seeOther)
            #expect(!(try await ground.get(page, as: ground.constable)).body.contains("has read it"))
            for number in ["0", "-1", "2", "one"] {
                #expect(try await ground.get("\(page)/versions/\(number)", as: ground.constable).status == .notFound)
            }
            #expect(try await ground.get("\(page)/compare?from=1&to=1", as: ground.constable).body.contains("The two say the same"))
            #expect(try await ground.get("\(page)/compare?from=1&to=9", as: ground.constable).status == .notFound)
            let half = try await ground.post(
                "\(page)/versions/1/test", [("scenario", "An invented worker"), ("took-1", "An age"), ("fix-1", "Night number")],
                as: ground.coordinator)
            #expect(half.status == .unprocessableContent)
            for text in ["An invented worker", "An age", "Night number"] { #expect(half.body.contains(text)) }
            let whole: [(name: String, value: String)] =
                [
                    ("kind", "tabletop"), ("scenario", "An invented worker"), ("result-1", "worked"), ("result-2", "late"),
                    ("fix-1", "Night number"), ("owner-1", ground.charity.text),
                ] + DateFields.fields("tested_on", ground.today) + DateFields.fields("due-1", ground.today)
            let logged = try await ground.post("\(page)/versions/1/test", whole, as: ground.coordinator)
            #expect(logged.status == .seeOther)
            #expect(try await ground.get(path(logged), as: ground.constable).body.contains("Worked late"))
            let fix = try #require(try await ground.definitions.list(as: ground.supporter).fixes.first)
            let done = try await ground.post(
                "\(page)/fixes/\(fix.id)", [("version", "1"), ("result", "There is one"), ("fixed_in", "1")], as: ground.supporter)
            #expect(done.status == .seeOther)
            #expect(try await ground.get("\(page)/fixes/\(fix.id)", as: ground.constable).body.contains("In version 1"))
        }
    }

    @Test("a stolen database file holds no address, no name and no debrief")
    func stolenFile() async throws {
        try await withTestDatabase(.sqlite, migrations: Migration.all) { database in
            let path = try #require(database.path)
            let ground = try await ServiceGround(database.engine)
            let service = try await ground.proposed(address: ServiceGround.address)
            _ = try await ground.services.assess(
                service, ground.assessment(notes: ["location": "Behind Marrowfield Mill"]), by: ground.coordinator, key: ground.key())
            _ = try await ground.services.openAddress(of: service, purpose: "Zebrawood placement", by: ground.coordinator)
            let opening = try await ground.opened()
            let entered = try await ground.arrived(at: opening, name: "Ama Quillfeather")
            _ = try await ground.reception.change(
                entered.arrival, at: opening,
                to: .init(
                    facts: ArrivalFacts(), care: ArrivalCare(onward: "hospital", hasLeft: true),
                    identity: ArrivalIdentity(name: "Ama Quillfeather", note: "Scar above the eyebrow")), version: 1,
                by: ground.constable, key: ground.key())
            let closed = try await ground.reception.standDown(
                opening, debrief: "Ama Quillfeather slept", lessons: "More tea", by: ground.constable, key: ground.key())
            #expect(closed.problems == [])
            await database.engine.close()
            let bytes = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
            #expect(bytes.contains("Harbour Lights") && bytes.contains("More tea"))
            for secret in ["Quince Orchard", "Marrowfield", "Quillfeather", "eyebrow", "Zebrawood"] {
                #expect(!bytes.contains(secret), "\(secret) can be read in the file")
            }
        }
    }
}
