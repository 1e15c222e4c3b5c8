import Access
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing
import Web

@testable import Pathways

@Suite("Pages of looking after somebody")
struct SupportPageTests {
    private static func day(_ name: String, _ day: Day) -> [(name: String, value: String)] {
        let (year, month, day) = day.parts
        return [("\(name)-day", String(day)), ("\(name)-month", String(month)), ("\(name)-year", String(year))]
    }

    @Test("every kind has its form, which an empty answer does not pass", arguments: EngineKind.available)
    func everyKind(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await ground.open(age: AgeStanding(basis: .known, group: .child))
            for kind in SupportKind.allCases {
                let path = "/\(victim)/support/\(kind.rawValue)/new"
                let form = try await ground.get(path, as: ground.worker)
                #expect(form.status == .ok, "\(kind)")
                #expect(form.body.contains("<h1>Record \(kind.form.one)</h1>"), "\(kind)")
                let sent = try await ground.post(path, [], as: ground.worker)
                #expect(sent.status == .unprocessableContent, "\(kind)")
                #expect(sent.body.contains("Choose how it stands"), "\(kind)")
            }
            for path in ["/\(victim)/support/nothing/new", "/\(victim)/support/nothing", "/nothing/support"] {
                #expect(try await ground.get(path, as: ground.worker).status == .notFound, "\(path)")
            }
            #expect(try await ground.get("/\(victim)/support/need/new", as: ground.nurse).status == .notFound)
        }
    }

    @Test("a risk is recorded, shown, changed and ended by form", arguments: EngineKind.available)
    func risk(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await ground.open()
            let path = "/\(victim)/support/risk/new"
            let fields: [(name: String, value: String)] = [
                ("code", "exploited-again"), ("status", "current"), ("likelihood", "4"), ("impact", "5"),
                ("organisation", ground.charity.text), ("note", "He <b>waits</b> outside"), ("plan", "Another house"),
            ]
            let refused = try await ground.post(path, fields, as: ground.worker)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("a critical risk needs a day"))
            #expect(refused.body.contains("He &lt;b&gt;waits&lt;/b&gt; outside"))
            let saved = try await ground.post(
                path, fields + Self.day("review_on", ground.today.adding(days: 2)), as: ground.worker)
            #expect(saved.status == .seeOther)
            let page = try await ground.get("/\(victim)/support?done=recorded", as: ground.worker)
            #expect(page.body.contains("Being exploited again"))
            #expect(page.body.contains("Critical (20)"))
            #expect(page.body.contains("Recorded"))
            #expect(!page.body.contains("waits"))
            let entry = try #require(try await ground.file(victim).lines.first)
            let shown = try await ground.get("/\(victim)/support/\(entry.id)", as: ground.worker)
            #expect(shown.body.contains("He &lt;b&gt;waits&lt;/b&gt; outside"))
            let form = try await ground.get("/\(victim)/support/\(entry.id)/change", as: ground.worker)
            #expect(form.body.contains("Another house"))
            let ended = try await ground.post(
                "/\(victim)/support/\(entry.id)/change",
                fields.map { $0.name == "status" ? ("status", "past") : $0 } + [(FormFields.version, "1")], as: ground.worker)
            #expect(ended.status == .seeOther)
            #expect(try await ground.file(victim).lines.first?.isOpen == false)
            // The page and the form each opened what is sealed.
            let openings = try await ground.texts("SELECT record_id FROM journal_entries WHERE verb = 'open-support'")
            #expect(openings == [entry.id.text, entry.id.text])
            // The entry of one person is not found with another.
            let other = try await ground.open()
            #expect(try await ground.get("/\(other)/support/\(entry.id)", as: ground.worker).status == .notFound)
            #expect(try await ground.get("/\(other)/support/\(entry.id)/change", as: ground.worker).status == .notFound)
            #expect(try await ground.post("/\(other)/support/\(entry.id)/address", [], as: ground.worker).status == .notFound)
        }
    }

    @Test("two people who change one entry are shown both versions", arguments: EngineKind.available)
    func stale(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await ground.open()
            let entry = try await ground.add(ground.need("As it was"), for: victim)
            let line = try #require(try await ground.file(victim).lines.first)
            let was = SupportFields.data(of: line, ["note": "As it was"])
            func send(_ note: String) async throws -> PageAnswer {
                var data = was.setting("note", note).setting(FormFields.version, "1")
                data = data.setting(FormData.baseField, was.urlEncoded)
                return try await ground.post("/\(victim)/support/\(entry)/change", data.fields, as: ground.worker)
            }
            #expect(try await send("As the first wrote it").status == .seeOther)
            let told = try await send("As the second wrote it")
            #expect(told.status == .conflict)
            #expect(told.body.contains("As the first wrote it"))
            #expect(told.body.contains("As the second wrote it"))
        }
    }

    @Test("what nobody should send is answered in the form and never with a fault", arguments: EngineKind.available)
    func badInput(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await ground.open()
            let names = [
                "code", "status", "likelihood", "impact", "starts_on-day", "starts_on-month", "starts_on-year", "starts_at",
                "ends_on", "review_on", "done_on", "organisation", "note", "address", "direction", "age", "housing", "police",
            ]
            let texts = [
                "'; DROP TABLE support_entries; --", "<script>alert(1)</script>", "\u{202E}x", "-1", "99999999999999999999",
                "a=b c=d", String(repeating: "long ", count: 3_000),
            ]
            for kind in SupportKind.allCases {
                for text in texts {
                    let answer = try await ground.post(
                        "/\(victim)/support/\(kind.rawValue)/new", names.map { ($0, text) }, as: ground.worker)
                    #expect(answer.status == .unprocessableContent, "\(kind) with \(text.prefix(20))")
                    #expect(!answer.body.contains("<script>alert"))
                }
            }
            for query in ["show=nothing&after=x", "show=adulthood&after=0000000_x", "after=%27_018f0000-0000-7000-8000-000000000000"] {
                #expect(try await ground.get("/due?\(query)", as: ground.worker).status == .ok, "\(query)")
            }
            #expect(try await ground.file(victim).lines.isEmpty)
        }
    }

    @Test("somebody missing stands at the top of every page of theirs", arguments: EngineKind.available)
    func missing(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await ground.open()
            for path in ["/\(victim)", "/\(victim)/support"] {
                #expect(try await !ground.get(path, as: ground.worker).body.contains("Missing."))
            }
            let draft = SupportDraft(
                .missing, code: "safe-house", status: .missing, answers: ["police": "no"], startsOn: ground.today, startsAt: "08:00")
            let entry = try await ground.add(draft, for: victim)
            for path in ["/\(victim)", "/\(victim)/support"] {
                let page = try await ground.get(path, as: ground.worker).body
                let (notice, heading) = (page.firstRange(of: "Missing."), page.firstRange(of: "<h1"))
                #expect(notice != nil && heading != nil)
                if let notice, let heading { #expect(notice.lowerBound < heading.lowerBound) }
                #expect(page.contains("Tell the police now"))
            }
            var found = draft
            found.status = .found
            found.endsOn = ground.today
            found.endsAt = "10:00"
            _ = try await ground.desk.changeSupport(entry, found, by: ground.worker, expecting: 1, key: ground.key())
            #expect(try await !ground.get("/\(victim)", as: ground.worker).body.contains("Missing."))
            #expect(try await ground.get("/\(victim)/support", as: ground.worker).body.contains("Hold the return interview"))
        }
    }

    @Test("the pathway of an adult who declined a referral goes on", arguments: EngineKind.available)
    func declined(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await ground.open()
            #expect(try await !ground.get("/\(victim)/support", as: ground.worker).body.contains("what to do instead"))
            try await ground.consent(.nrm, .declined, of: victim, reason: "fears-exploiter")
            let page = try await ground.get("/\(victim)/support", as: ground.worker).body
            #expect(page.contains("They declined a referral: what to do instead"))
            #expect(page.contains("fears whoever exploits them"))
            #expect(page.contains("Say when they are asked again"))
            _ = try await ground.add(
                SupportDraft(.offer, code: "nrm", status: .toAsk, reviewOn: ground.today.adding(days: 30)), for: victim)
            _ = try await ground.add(SupportDraft(.stay, code: "friends", status: .current, startsOn: ground.today), for: victim)
            let later = try await ground.get("/\(victim)/support", as: ground.worker).body
            #expect(later.contains("To be asked again on \(ground.today.adding(days: 30).text)"))
            #expect(try await ground.get("/due", as: ground.worker).body.contains("Repeat an offer"))
        }
    }

    @Test("a contact that was planned is warned against when the agreement has changed", arguments: EngineKind.available)
    func unsafeNow(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await ground.open()
            try await ground.agree(.safeWaysOnly, SafeContact(codeWord: "The library called"), for: victim)
            let contact = try await ground.add(
                SupportDraft(
                    .contact, code: "call", status: .planned, answers: ["direction": "we"], startsOn: ground.today,
                    organisation: ground.charity), for: victim)
            let path = "/\(victim)/support/\(contact)"
            #expect(try await !ground.get(path, as: ground.worker).body.contains("Do not get in touch like this"))
            try await ground.change("UPDATE potential_victims SET unsafe_ways = 'call' WHERE id = \(victim)")
            let warned = try await ground.get(path, as: ground.worker).body
            #expect(warned.contains("Do not get in touch like this"))
            #expect(warned.contains("whoever exploits them may see or hear this one"))
            // That it happened all the same can be written down, and is no plan any longer.
            let happened = try await ground.desk.changeSupport(
                contact,
                SupportDraft(
                    .contact, code: "call", status: .reached, answers: ["direction": "we"], startsOn: ground.today,
                    organisation: ground.charity), by: ground.worker, expecting: 1, key: ground.key())
            #expect(happened.problems == [])
            let after = try await ground.get(path, as: ground.worker).body
            #expect(after.contains("this contact was not safe") && !after.contains("Do not get in touch like this"))
        }
    }

    @Test("an unfinished form is found again by the name of its draft", arguments: SupportKind.allCases)
    func unfinished(kind: SupportKind) throws {
        let victim = TestWorld().world.newID(PotentialVictim.self)
        let found = SupportFormPage.unfinished(SupportFormPage.draft(kind, victim), slug: "sandwell")
        #expect(found?.link == PathwayLinks("sandwell").newSupport(kind, for: victim))
        #expect(SupportFormPage.unfinished("support-nothing-\(victim)", slug: "sandwell") == nil)
        #expect(SupportFormPage.unfinished("triage-\(victim)", slug: "sandwell") == nil)
    }

    @Test("the code word and the address are shown where they are needed, and nowhere else", arguments: EngineKind.available)
    func sealed(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await ground.open()
            try await ground.agree(
                .safeWaysOnly, SafeContact(phone: "07700 900456", codeWord: "The library called"), for: victim)
            let contact = try await ground.add(
                SupportDraft(
                    .contact, code: "call", status: .planned, answers: ["direction": "we"], startsOn: ground.today,
                    organisation: ground.charity), for: victim)
            let stay = try await ground.add(
                SupportDraft(.stay, code: "safe-house", status: .current, startsOn: ground.today, address: "14 Quiet Lane"),
                for: victim)
            let planned = try await ground.get("/\(victim)/support/\(contact)", as: ground.worker).body
            #expect(planned.contains("The library called"))
            #expect(planned.contains("07700 900456"))
            for path in ["/\(victim)", "/\(victim)/support", "/\(victim)/support/\(stay)", "/\(victim)/support/\(stay)/change", "/due"] {
                let page = try await ground.get(path, as: ground.worker)
                #expect(page.status == .ok, "\(path)")
                #expect(!page.body.contains("14 Quiet Lane"), "\(path)")
                #expect(!page.body.contains("The library called"), "\(path)")
            }
            // The form of a contact opens what it shows, and how they are reached is not shown there.
            let broken: [UInt8] = [0]
            try await ground.change("UPDATE sealed_values SET sealed = \(broken) WHERE field = 'contact'")
            #expect(try await ground.get("/\(victim)/support/\(contact)/change", as: ground.worker).status == .ok)
            let shown = try await ground.post("/\(victim)/support/\(stay)/address", [], as: ground.worker)
            #expect(shown.status == .ok)
            #expect(shown.body.contains("14 Quiet Lane"))
            #expect(try await ground.get("/\(victim)/support/\(stay)/address", as: ground.worker).status == .seeOther)
        }
    }
}
