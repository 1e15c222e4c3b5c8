import Access
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing
import Web

@testable import Concerns

/// The pages of working a case, asked for as a browser asks.
struct CasePageTests {
    @Test("every page of a case opens for the coordinator", arguments: EngineKind.available)
    func everyPage(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise(by: cases.fire)
            let other = try await cases.raise()
            let task = TaskDraft(title: "Ring", organisation: cases.fire, dueOn: .day(cases.clock.now.day))
            let taskID = try await cases.concerns.addTask(to: id, task, by: cases.coordinator, key: nil).get()
            _ = try await cases.concerns.openStrand(
                .location, of: id, StrandDraft(lead: cases.fire), by: cases.coordinator, key: nil
            ).get()
            for path in [
                "", "/circle", "/strands/location", "/strands/victims", "/tasks/new", "/tasks/\(taskID)", "/danger",
                "/close", "/reopen", "/compare", "/compare/\(other)", "/separate", "/timeline", "/amend", "/check", "/files",
            ] {
                let answer = try await cases.get("/concerns/\(id)\(path)", as: cases.coordinator)
                #expect(answer.status == .ok, "\(path)")
                #expect(answer.body.contains("SW-0001") || path == "/files", "\(path)")
            }
            #expect(try await cases.get("/concerns/to-check", as: cases.coordinator).status == .ok)
        }
    }

    @Test("a page of a concern that somebody does not see does not exist for them", arguments: EngineKind.available)
    func invisible(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let police = cases.viewer(cases.police)
            for path in [
                "", "/circle", "/strands/location", "/tasks/new", "/danger", "/close", "/reopen", "/compare", "/separate",
                "/timeline", "/amend", "/check", "/files",
            ] {
                #expect(try await cases.get("/concerns/\(id)\(path)", as: police).status == .notFound, "\(path)")
            }
            for path in ["/circle", "/strands/location", "/tasks/new", "/danger", "/close", "/amend", "/check"] {
                let answer = try await cases.post("/concerns/\(id)\(path)", [("step", "add"), ("seen", "x")], as: police)
                #expect([.notFound, .forbidden].contains(answer.status), "\(path)")
            }
            #expect(try await cases.get("/concerns/to-check", as: police).status == .forbidden)
        }
    }

    @Test("the list of concerns leads the coordinator to the reports that wait to be checked", arguments: EngineKind.available)
    func reportsToCheck(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            #expect(!(try await cases.get("/concerns", as: cases.coordinator).body.contains("to check")))
            var told = ConcernDraft(receivedOn: cases.clock.now.day)
            told.seen = "Loud voices at night."
            let door = Viewer.publicForm(of: cases.partnership, request: "test")
            _ = try await cases.concerns.receive(told, by: door, key: nil).get()
            let list = try await cases.get("/concerns", as: cases.coordinator)
            #expect(list.body.contains(">1 report to check</a>"))
            #expect(!(try await cases.get("/concerns", as: cases.viewer(cases.police)).body.contains("to check")))
        }
    }

    @Test("an answer leads to its files: to add some for whoever gave it, to open them for the others", arguments: EngineKind.available)
    func filesOfAnswers(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let question = OpenScoping.Draft(
                question: "What do you hold?", organisations: [cases.fire], dueAt: cases.clock.now.adding(hours: 24))
            _ = try await cases.concerns.openScoping(id, question, by: cases.coordinator, key: nil).get()
            let fire = cases.viewer(cases.fire)
            let rounds = try await cases.read(as: fire) { try $0.scopingRounds(of: id) }
            let request = try #require(rounds.first?.requests.first?.id)
            let answer = AnswerScoping.Draft(answer: "nothing-held", summary: "", grading: "", conditions: "", speakTo: "")
            _ = try await cases.concerns.answer(request, answer, by: fire, expecting: nil, key: nil).get()
            let link = "href=\"/sandwell/answers/\(request)/files\""
            #expect(try await cases.get("/concerns/\(id)", as: fire).body.contains(link))
            #expect(try await cases.get("/concerns/\(id)", as: cases.coordinator).body.contains(link))
            #expect(!(try await cases.get("/concerns/\(id)", as: cases.viewer(cases.housing)).body.contains(link)))
        }
    }

    @Test("the circle page names the people who would see the concern", arguments: EngineKind.available)
    func circlePage(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let page = try await cases.get("/concerns/\(id)/circle", as: cases.coordinator)
            #expect(page.body.contains("This person will see it: Contact at Fire service"))
            #expect(page.body.contains("the Sandwell agreement of 2019"))
            let refused = try await cases.post(
                "/concerns/\(id)/circle",
                [("step", "add"), ("organisation", cases.police.text), ("sees_victims", "yes")], as: cases.coordinator)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("href=\"#reason\""))
            let member = try await cases.get("/concerns/\(id)/circle", as: cases.viewer(cases.housing))
            #expect(member.status == .ok)
            #expect(!member.body.contains("Share it with another organisation"))
        }
    }

    @Test("the second of two people who amend at once sees both versions and loses nothing", arguments: EngineKind.available)
    func staleEdit(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let concern = try await cases.read(as: cases.coordinator) { try $0.concern(id) }
            let opened = AmendForm.fields(concern)
            func edited(_ changes: [String: String], version: Int) -> [(String, String)] {
                var data = opened.setting(FormData.baseField, opened.urlEncoded)
                for (name, value) in changes { data = data.setting(name, value) }
                return data.setting(FormFields.version, "\(version)").fields.map { ($0.name, $0.value) }
            }
            let first = try await cases.post(
                "/concerns/\(id)/amend",
                edited(["seen": "Theirs", "happens_when": "At night"], version: concern.version), as: cases.coordinator)
            #expect(first.status == .seeOther)
            let second = try await cases.post(
                "/concerns/\(id)/amend",
                edited(["seen": "Mine", "place": "14 Anvil Street"], version: concern.version), as: cases.coordinator)
            #expect(second.status == .conflict)
            #expect(second.body.contains("Mine") && second.body.contains("Theirs"))
            #expect(second.body.contains("name=\"keep.seen\""))
            #expect(!second.body.contains("name=\"keep.place\""))
            #expect(second.body.contains("At night"))
            // What the page sends back: the other fields as hidden ones, and the choice.
            var settled = opened.setting("place", "14 Anvil Street").setting("happens_when", "At night")
            settled.fields.removeAll { $0.name == "seen" }
            settled.fields += [
                ("keep.seen", "mine"), ("mine.seen", "Mine"), ("theirs.seen", "Theirs"), ("names.seen", "seen"),
                (FormFields.version, "\(concern.version + 1)"),
            ]
            let third = try await cases.post(
                "/concerns/\(id)/amend", settled.fields.map { ($0.name, $0.value) }, as: cases.coordinator)
            #expect(third.status == .seeOther)
            let now = try await cases.read(as: cases.coordinator) { try $0.concern(id) }
            #expect(now.seen == "Mine")
            #expect(now.happensWhen == "At night")
            #expect(now.place == "14 Anvil Street")
        }
    }

    @Test("two who change different fields are both kept without a question", arguments: EngineKind.available)
    func mergedEdit(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let concern = try await cases.read(as: cases.coordinator) { try $0.concern(id) }
            let opened = AmendForm.fields(concern)
            for (name, value) in [("seen", "More was seen"), ("place", "14 Anvil Street")] {
                let data = opened.setting(FormData.baseField, opened.urlEncoded).setting(name, value)
                    .setting(FormFields.version, "\(concern.version)")
                let answer = try await cases.post(
                    "/concerns/\(id)/amend", data.fields.map { ($0.name, $0.value) }, as: cases.coordinator)
                #expect(answer.status == .seeOther)
            }
            let now = try await cases.read(as: cases.coordinator) { try $0.concern(id) }
            #expect(now.seen == "More was seen")
            #expect(now.place == "14 Anvil Street")
        }
    }

    @Test("what somebody types is escaped on every page", arguments: EngineKind.available)
    func hostile(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let attack = "<script>alert(1)</script>"
            let id = try await cases.raise(cases.draft(seen: attack))
            _ = try await cases.concerns.openStrand(
                .location, of: id, StrandDraft(lead: cases.fire, plan: attack), by: cases.coordinator, key: nil
            ).get()
            let task = TaskDraft(title: attack, organisation: cases.fire, dueOn: .day(cases.clock.now.day))
            _ = try await cases.concerns.addTask(to: id, task, by: cases.coordinator, key: nil).get()
            for path in ["", "/strands/location", "/close", "/amend", "/timeline", "/check"] {
                let body = try await cases.get("/concerns/\(id)\(path)", as: cases.coordinator).body
                #expect(!body.contains("<script>alert"), "\(path)")
            }
            let refused = try await cases.post("/concerns/\(id)/close", [("summary", attack)], as: cases.coordinator)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("&lt;script&gt;"))
        }
    }

    // MARK: The public form

    private let secret = String(repeating: "s", count: 43)

    private func report(_ more: [(String, String)] = []) -> [(String, String)] {
        [(FormFields.secret, secret), (FormFields.token, "t"), ("seen", "People sleep in the shop")] + more
    }

    @Test("anybody can report without signing in and gets a number to quote", arguments: EngineKind.available)
    func publicForm(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let choose = try await cases.visit(.get, "/report")
            #expect(choose.location == "/report/sandwell")
            let form = try await cases.visit(.get, "/report/sandwell")
            #expect(form.status == .ok)
            #expect(form.body.contains("08000 121 700"))
            #expect(form.body.contains("999"))
            #expect(form.body.contains("Exit this page"))
            #expect(form.headers[.setCookie]?.contains("HttpOnly") == true)
            let sent = try await cases.visit(.post, "/report/sandwell", report(), cookie: secret)
            #expect(sent.status == .ok)
            #expect(sent.body.contains("R-"))
            #expect(!sent.body.contains("SW-0001"))
            #expect(try await cases.value("SELECT status FROM concerns", as: String.self) == "awaiting-check")
            #expect(try await cases.visit(.get, "/report/elsewhere").status == .notFound)
        }
    }

    @Test("a report without words, with the trap filled in, or from elsewhere is not kept", arguments: EngineKind.available)
    func refusedReports(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let empty = try await cases.visit(
                .post, "/report/sandwell", [(FormFields.secret, secret), ("place", "The market")], cookie: secret)
            #expect(empty.status == .unprocessableContent)
            #expect(empty.body.contains("The market"))
            let trap = try await cases.visit(.post, "/report/sandwell", report([("website", "x")]), cookie: secret)
            #expect(trap.status == .unprocessableContent)
            let foreign = try await cases.visit(.post, "/report/sandwell", report(), cookie: String(repeating: "z", count: 43))
            #expect(foreign.status == .forbidden)
            #expect(try await cases.value("SELECT COUNT(*) FROM concerns", as: Int.self) == 0)
        }
    }

    @Test("an address that sends too many reports has to wait, and keeps what it typed", arguments: EngineKind.available)
    func tooMany(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            for number in 1...PublicReportRoutes.limit {
                let fields = report().map { $0.0 == FormFields.token ? ($0.0, "t\(number)") : $0 }
                #expect(try await cases.visit(.post, "/report/sandwell", fields, cookie: secret).status == .ok)
            }
            let late = try await cases.visit(.post, "/report/sandwell", report(), cookie: secret)
            #expect(late.status == .tooManyRequests)
            #expect(late.body.contains("People sleep in the shop"))
            cases.clock.advance(seconds: PublicReportRoutes.window)
            #expect(try await cases.visit(.post, "/report/sandwell", report(), cookie: secret).status == .ok)
        }
    }

    // MARK: Files

    private let photo: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]

    @Test("a file comes out as it went in, sealed in between, and each opening is in the journal", arguments: EngineKind.available)
    func files(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let housing = cases.viewer(cases.housing)
            var content = photo
            for number in 0..<(2 * FileRules.chunk * FileRules.batch + 12_345) { content.append(UInt8(number % 251)) }
            let sent = try await cases.upload("/concerns/\(id)/files", name: "Rear door.png", content: content, as: housing)
            #expect(sent.status == .seeOther)
            let page = try await cases.get("/concerns/\(id)/files", as: cases.coordinator)
            #expect(page.body.contains("Rear door.jpg"))
            let listed = try await cases.read(as: housing) { try $0.files(of: .concern(id)) }
            let file = try #require(listed.first)
            #expect(file.size == content.count)
            #expect(file.chunks == 17)
            let answer = try await cases.get("/concerns/\(id)/files/\(file.id)", as: cases.coordinator)
            #expect(answer.bytes == content)
            #expect(answer.headers[.contentType] == "image/jpeg")
            #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"Rear door.jpg\"") == true)
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            let openings = try await cases.value(
                "SELECT COUNT(*) FROM journal_entries WHERE verb = 'open-file' AND record_id = \(file.id)", as: Int.self)
            #expect(openings == 1)
            let stored = try await cases.value(
                "SELECT sealed FROM file_chunks WHERE number = 0", as: [UInt8].self)
            #expect(stored?.starts(with: photo) == false)
            #expect(try await cases.get("/concerns/\(id)/files/\(file.id)", as: cases.viewer(cases.police)).status == .notFound)
            let other = try await cases.raise()
            #expect(try await cases.get("/concerns/\(other)/files/\(file.id)", as: cases.coordinator).status == .notFound)
            let removed = try await cases.post("/concerns/\(id)/files/\(file.id)/remove", [], as: housing)
            #expect(removed.status == .seeOther)
            #expect(try await cases.value("SELECT COUNT(*) FROM file_chunks", as: Int.self) == 0)
        }
    }

    @Test("hostile files are refused and leave nothing behind", arguments: EngineKind.available)
    func hostileFiles(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let path = "/concerns/\(id)/files"
            let viewer = cases.viewer(cases.housing)
            let page = Array("<html><script>alert(1)</script></html>".utf8)
            let html = try await cases.upload(path, name: "photo.jpg", content: page, as: viewer)
            #expect(html.status == .unprocessableContent)
            #expect(html.body.contains("what is in it decides"))
            #expect(try await cases.upload(path, name: "empty.jpg", content: [], as: viewer).status == .unprocessableContent)
            let large = photo + [UInt8](repeating: 0, count: FileRules.largest)
            let tooLarge = try await cases.upload(path, name: "large.jpg", content: large, as: viewer)
            #expect(tooLarge.status == .unprocessableContent)
            #expect(tooLarge.body.contains("larger than 25 MB"))
            #expect(try await cases.value("SELECT COUNT(*) FROM files", as: Int.self) == 0)
            let short = try await cases.upload(path, name: "short.jpg", content: photo + page, as: viewer, cut: 30)
            #expect(short.status == .unprocessableContent)
            let wrong = try await cases.upload(path, name: "a.jpg", content: photo, as: viewer, announced: "YY")
            #expect(wrong.status == .unprocessableContent)
            let forged = try await cases.upload(path, name: "a.jpg", content: photo, as: viewer, secret: "guess")
            #expect(forged.status == .forbidden)
            #expect(try await cases.read(as: viewer) { try $0.files(of: .concern(id)) }.isEmpty)
            #expect(try await cases.upload(path, name: "a.jpg", content: photo, as: cases.viewer(cases.police)).status == .notFound)
        }
    }

    @Test(
        "a file that broke off is not shown, is completed by a second try, and is gone after a day otherwise",
        arguments: EngineKind.available)
    func brokenOff(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let path = "/concerns/\(id)/files"
            let viewer = cases.viewer(cases.housing)
            let content = photo + [UInt8](repeating: 7, count: 100_000)
            _ = try await cases.upload(path, name: "a.jpg", content: content, as: viewer, token: "one", cut: 500)
            #expect(try await cases.read(as: viewer) { try $0.files(of: .concern(id)) }.isEmpty)
            #expect(try await cases.value("SELECT COUNT(*) FROM files", as: Int.self) == 1)
            for _ in 1...2 {
                let again = try await cases.upload(path, name: "a.jpg", content: content, as: viewer, token: "one")
                #expect(again.status == .seeOther)
            }
            #expect(try await cases.read(as: viewer) { try $0.files(of: .concern(id)) }.map(\.size) == [content.count])
            _ = try await cases.upload(path, name: "b.jpg", content: content, as: viewer, token: "two", cut: 500)
            cases.clock.advance(seconds: FileRules.abandonedAfter + 1)
            _ = try await cases.upload(path, name: "c.jpg", content: content, as: viewer, token: "three")
            #expect(try await cases.value("SELECT COUNT(*) FROM files", as: Int.self) == 2)
        }
    }
}
