import Access
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing
import Web

@testable import Visits

@Suite("Pages of visits")
struct VisitPageTests {
    private func planFields(_ ground: VisitGround) -> [(name: String, value: String)] {
        [
            ("concern", "SW-0001"), ("purpose", "Night visit"), ("visited_on-day", "3"), ("visited_on-month", "2"),
            ("visited_on-year", "2020"), ("starts_at", "5:30"), ("place", "1 <b>Test</b> Street"),
            ("location_type", "car-wash"), ("occupancy", "working"), ("agencies", ground.police.text),
            ("agencies", ground.health.text), ("risk_level", "low"), ("risks", "Traffic"), ("reception", "Hall"),
        ]
    }

    @Test("a visit is planned from a concern, checked and changed by form", arguments: EngineKind.available)
    func plan(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let coordinator = ground.coordinator
            let empty = try await ground.get("/new?concern=\(ground.concern)", as: coordinator)
            #expect(empty.status == .ok)
            #expect(empty.body.contains("value=\"SW-0001\""))
            #expect(empty.body.contains("value=\"1 Test Street\""))
            let checked = try await ground.post("/new", planFields(ground) + [("do", "check")], as: coordinator)
            #expect(checked.status == .ok)
            #expect(checked.body.contains("Suggested lead: Environmental health"))
            #expect(checked.body.contains("To be confirmed"))
            #expect(checked.body.contains("1 &lt;b&gt;Test&lt;/b&gt; Street"))
            #expect(!checked.body.contains("<b>Test"))
            #expect(try await ground.texts("SELECT id FROM visits") == [])
            let planned = try await ground.post(
                "/new", planFields(ground) + [("do", "save"), ("lead", ground.health.text)], as: coordinator)
            #expect(planned.status == .seeOther)
            let page = try await ground.get(
                String(planned.location.dropFirst("/sandwell/visits".count)), as: coordinator)
            #expect(page.status == .ok)
            #expect(page.body.contains("The visit is planned."))
            #expect(page.body.contains("Night visit"))
            #expect(page.body.contains("3 February 2020 at 05:30"))
            let list = try await ground.get("", as: coordinator)
            #expect(list.body.contains("SW-V-0098"))
        }
    }

    @Test("an empty form comes back with every problem", arguments: EngineKind.available)
    func empty(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let answer = try await ground.post(
                "/new", [("concern", "SW-9999"), ("visited_on-day", "31"), ("visited_on-month", "2")],
                as: ground.coordinator)
            #expect(answer.status == .unprocessableContent)
            for words in [
                "There is no such concern", "Say in words what the visit is for",
                "Enter the date as day, month and year",
                "Enter the place", "Choose the type of location",
            ] { #expect(answer.body.contains(words), "\(words)") }
            #expect(answer.body.contains("value=\"31\""))
        }
    }

    @Test("members see the visit and its briefing, not the forms of the coordinator", arguments: EngineKind.available)
    func roles(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.planned()
            let member = ground.constable
            for path in [
                "/\(visit)", "/\(visit)/briefing", "/\(visit)/screen", "/\(visit)/attendance/\(ground.police)",
            ] {
                #expect(try await ground.get(path, as: member).status == .ok, "\(path)")
            }
            for path in ["/new", "/\(visit)/plan", "/\(visit)/cancel", "/\(visit)/debrief"] {
                #expect(try await ground.get(path, as: member).status == .forbidden, "\(path)")
            }
            #expect(try await ground.get("/\(visit)/attendance/\(ground.charity)", as: member).status == .forbidden)
            for path in ["/ready", "/made"] {
                #expect(try await ground.post("/\(visit)\(path)", [], as: member).status == .forbidden, "\(path)")
            }
            let stranger = ground.viewer([.coordinator], of: ground.council, in: ground.elsewhere)
            for path in ["", "/briefing", "/screen", "/plan", "/debrief", "/cancel", "/screen/worker.js"].dropLast() {
                #expect(try await ground.get("/\(visit)\(path)", as: stranger).status == .notFound, "\(path)")
            }
            for path in ["/not-an-id", "/\(ground.concern)", "/\(visit)/screenings/\(ground.concern)"] {
                #expect(try await ground.get(path, as: member).status == .notFound, "\(path)")
            }
        }
    }

    @Test("a visit that is not settled says why it cannot be marked ready", arguments: EngineKind.available)
    func unready(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            var plan = ground.plan
            plan.risks = ""
            plan.lead = nil
            let visit = try await ground.planned(plan)
            let answer = try await ground.post("/\(visit)/ready", [], as: ground.coordinator)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains("Say what the risks are"))
            #expect(answer.body.contains("Choose the lead agency"))
            #expect(!answer.body.contains("href=\"#risks\""))
        }
    }

    @Test("two people changing the same plan: the second sees both and loses nothing", arguments: EngineKind.available)
    func stale(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.planned()
            let form = try await ground.get("/\(visit)/plan", as: ground.coordinator)
            #expect(form.body.contains("name=\"version\""))
            func send(_ place: String, version: String) async throws -> PageAnswer {
                try await ground.post(
                    "/\(visit)/plan",
                    [
                        ("purpose", "Disruption"), ("visited_on", "2020-02-03"), ("place", place),
                        ("location_type", "car-wash"), ("occupancy", "working"), ("agencies", ground.police.text),
                        ("version", version), ("do", "save"),
                    ], as: ground.coordinator)
            }
            #expect(try await send("2 First Street", version: "1").status == .seeOther)
            let second = try await send("3 Second Street", version: "1")
            #expect(second.status == .conflict)
            #expect(second.body.contains("2 First Street"))
            #expect(second.body.contains("value=\"3 Second Street\""))
            #expect(second.body.contains("name=\"version\" value=\"2\""))
            #expect(try await send("3 Second Street", version: "2").status == .seeOther)
            #expect(try await ground.detail(visit).place == "3 Second Street")
        }
    }

    @Test("an agency records its attendance by form; a stale one shows both", arguments: EngineKind.available)
    func attendance(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.planned()
            let path = "/\(visit)/attendance/\(ground.police)"
            let wrong = try await ground.post(path, [("minutes", "an hour")], as: ground.constable)
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.body.contains("Enter the minutes in figures"))
            #expect(wrong.body.contains("Say whether the agency attended"))
            let fields = [
                (name: "attended", value: "yes"), (name: "minutes", value: "75"), (name: "entry", value: "power"),
                (name: "power_used", value: "police-arrest-or-danger"), (name: "found", value: "Six workers"),
                (name: "version", value: "1"),
            ]
            #expect(try await ground.post(path, fields, as: ground.constable).status == .seeOther)
            let page = try await ground.get("/\(visit)", as: ground.constable)
            #expect(page.body.contains("Six workers"))
            #expect(page.body.contains("1 intervention: one for each agency that attended"))
            let stale = try await ground.post(
                path, fields.filter { $0.name != "found" } + [("found", "Seven workers")], as: ground.coordinator)
            #expect(stale.status == .conflict)
            #expect(stale.body.contains("Six workers"))
            #expect(stale.body.contains("Seven workers"))
        }
    }

    @Test("a debrief opens tasks, also from rows that leave one out", arguments: EngineKind.available)
    func debrief(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            let wrong = try await ground.post(
                "/\(visit)/debrief", [("task-2", "Check the meter"), ("task-2-due-day", "x")], as: ground.coordinator)
            #expect(wrong.status == .unprocessableContent)
            for words in [
                "Say what the visit came to", "Choose who does task 2", "Enter the due date of task 2 as day",
            ] {
                #expect(wrong.body.contains(words), "\(words)")
            }
            let answer = try await ground.post(
                "/\(visit)/debrief",
                [
                    ("debrief", "Two people helped"), ("task-3", "Check the meter"),
                    ("task-3-organisation", ground.police.text), ("task-3-due", "2020-02-10"),
                ], as: ground.coordinator)
            #expect(answer.status == .seeOther)
            #expect(try await ground.detail(visit).tasks.map(\.title) == ["Check the meter"])
        }
    }

    // MARK: Screening

    private let person = [
        (name: "gender", value: "female"), (name: "age_group", value: "adult"),
        (name: "nationality", value: "POLISH"), (name: "language", value: ""), (name: "indicators", value: "G06"),
        (name: "indicators", value: "L02"), (name: "outcome", value: "some-indicators"),
        (name: "consent", value: "yes"), (name: "next_step", value: "information-given"),
        (name: "note", value: "Works six days"), (name: "identity", value: "Anna Kowalska"),
    ]

    @Test("a person is screened without script, and the next as the last", arguments: EngineKind.available)
    func screen(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            let first = try await ground.get("/\(visit)/screen", as: ground.supporter)
            #expect(first.body.contains("data-offline=\"\(visit)\""))
            #expect(first.body.contains("data-scope=\"/sandwell/visits/\(visit)/screen\""))
            #expect(first.body.contains("data-entry-number=\"\">1<"))
            for answer in ["age_group=child&amp;outcome=disclosure", "age_group=child", "outcome=disclosure"] {
                #expect(first.body.contains("data-after-entry=\"\(answer)\" hidden"), "\(answer)")
            }
            #expect(!first.body.contains("like=last"))
            let token = [(name: FormFields.token, value: "7b0e9a52-3d4c-4f6e-8a1b-0123456789ab")]
            let saved = try await ground.post("/\(visit)/screen", person + token, as: ground.supporter)
            #expect(saved.status == .seeOther)
            let again = try await ground.post("/\(visit)/screen", person + token, as: ground.supporter)
            #expect(again.status == .seeOther)
            #expect(again.location == saved.location)
            let page = try await ground.get(
                String(saved.location.dropFirst("/sandwell/visits".count)), as: ground.supporter)
            #expect(page.body.contains("Saved. 1 person screened at this visit."))
            #expect(page.body.contains("like=last"))
            #expect(!page.body.contains("What has to happen now."))
            let like = try await ground.get("/\(visit)/screen?like=last", as: ground.supporter)
            #expect(like.body.contains("value=\"Polish\""))
            #expect(like.body.contains("value=\"G06\" checked"))
            for own in ["Works six days", "Kowalska"] { #expect(!like.body.contains(own), "\(own)") }
            let police = try await ground.get("/\(visit)/screen?like=last", as: ground.constable)
            #expect(!police.body.contains("value=\"Polish\" "))
            #expect(!police.body.contains("value=\"G06\" checked"))
        }
    }

    @Test("a child says what has to happen now", arguments: EngineKind.available)
    func child(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            let fields = person.filter { $0.name != "age_group" } + [("age_group", "child")]
            let saved = try await ground.post("/\(visit)/screen", fields, as: ground.supporter)
            let page = try await ground.get(
                String(saved.location.dropFirst("/sandwell/visits".count)), as: ground.supporter)
            #expect(page.body.contains("What has to happen now."))
            #expect(
                page.body.contains("Tell children&#39;s social care and the police now")
                    || page.body.contains("Tell children's social care and the police now"))
            #expect(page.body.contains("To be confirmed by a practitioner"))
        }
    }

    @Test("what is wrong with a screening is told and nothing typed is lost", arguments: EngineKind.available)
    func wrong(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            let fields = [
                (name: "nationality", value: "<script>alert(1)</script>"), (name: "note", value: "Kept"),
                (name: "indicators", value: "G03"), (name: "indicators", value: "G04"),
                (name: "identity", value: "Anna Kowalska"),
            ]
            let answer = try await ground.post("/\(visit)/screen", fields, as: ground.supporter)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains("Choose the nationality from the list"))
            #expect(answer.body.contains("Choose the gender"))
            #expect(answer.body.contains("&lt;script&gt;alert(1)"))
            #expect(!answer.body.contains("<script>alert"))
            #expect(answer.body.contains("Kept"))
            #expect(answer.body.contains("value=\"Anna Kowalska\""))
            #expect(answer.body.contains("What was ticked points to: <strong>Strong indicators</strong>. You decide."))
            let fresh = try await ground.get("/\(visit)/screen", as: ground.supporter)
            #expect(!fresh.body.contains("What was ticked points to"))
            #expect(try await ground.texts("SELECT id FROM screenings") == [])
        }
    }

    @Test("a script gets its answer as JSON", arguments: EngineKind.available)
    func json(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            let accept: HTTPFields = [.accept: "application/json"]
            let saved = try await ground.post("/\(visit)/screen", person, as: ground.supporter, headers: accept)
            #expect(saved.status == .created)
            #expect(saved.body.contains("\"screened\":1"))
            #expect(!saved.body.contains("Kowalska"))
            let refused = try await ground.post("/\(visit)/screen", [], as: ground.supporter, headers: accept)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.headers[.contentType] == "application/problem+json")
            #expect(refused.body.contains("\"field\":\"gender\""))
        }
    }

    @Test("the worker is served for the page of its visit alone", arguments: EngineKind.available)
    func worker(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            let answer = try await ground.get("/\(visit)/screen/worker.js", as: ground.supporter)
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType]?.hasPrefix("text/javascript") == true)
            let allowed = try #require(HTTPField.Name("Service-Worker-Allowed"))
            #expect(answer.headers[allowed] == "/sandwell/visits/\(visit)/screen")
        }
    }

    @Test("screenings are corrected by whoever made them, names opened with a purpose", arguments: EngineKind.available)
    func correct(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            _ = try await ground.post("/\(visit)/screen", person, as: ground.supporter)
            let entry = try #require(try await ground.desk.screenings(of: visit, as: ground.supporter).first)
            let path = "/\(visit)/screenings/\(entry.id)"
            let form = try await ground.get(path, as: ground.supporter)
            #expect(form.status == .ok)
            #expect(!form.body.contains("Kowalska"))
            #expect(form.body.contains("What was ticked points to"))
            #expect(try await ground.get(path, as: ground.coordinator).status == .forbidden)
            #expect(try await ground.get(path, as: ground.constable).status == .notFound)
            let change = person.filter { $0.name != "gender" } + [("gender", "male"), ("stamp", entry.answers.stamp)]
            #expect(try await ground.post(path, change, as: ground.supporter).status == .seeOther)
            let stale = try await ground.post(path, change, as: ground.supporter)
            #expect(stale.status == .conflict)
            let question = try await ground.get("\(path)/identity", as: ground.coordinator)
            #expect(question.status == .ok)
            #expect(!question.body.contains("Kowalska"))
            let unsaid = try await ground.post("\(path)/identity", [], as: ground.coordinator)
            #expect(unsaid.status == .unprocessableContent)
            let opened = try await ground.post(
                "\(path)/identity", [("purpose", "Referral with consent")], as: ground.coordinator)
            #expect(opened.body.contains("Anna Kowalska"))
            let page = try await ground.get("/\(visit)", as: ground.coordinator)
            #expect(!page.body.contains("Kowalska"))
            let briefing = try await ground.get("/\(visit)/briefing", as: ground.coordinator)
            #expect(!briefing.body.contains("Kowalska"))
        }
    }
}
