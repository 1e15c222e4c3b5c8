import Access
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing
import Web

@testable import Pathways

@Suite("The pages of what follows a referral")
struct CoursePageTests {
    private func withGround(_ kind: EngineKind, at now: String = "2024-03-12", _ body: (CourseGround) async throws -> Void) async throws {
        try await withDatabase(kind) { engine in try await body(try await CourseGround(engine, at: now)) }
    }

    private func date(_ name: String, _ text: String) throws -> [(name: String, value: String)] {
        let (year, month, dayOfMonth) = try day(text).parts
        return [("\(name)-day", "\(dayOfMonth)"), ("\(name)-month", "\(month)"), ("\(name)-year", "\(year)")]
    }

    @Test("show the course with its clocks and what somebody is entitled to", arguments: EngineKind.available)
    func course(kind: EngineKind) async throws {
        try await withGround(kind) { ground in
            let victim = try await ground.victim()
            let referral = try await ground.referral(of: victim)
            let path = "/\(victim)/referrals/\(referral)/course"
            let page = try await ground.get(path, as: ground.supporter)
            #expect(page.status == .ok)
            for words in [
                "Referral R-0001", "Awaiting reasonable grounds", "Was due 8 March 2024, 2 working days late", "11 days",
                "A safe place before the decision", "No step is recorded since it was sent",
            ] {
                #expect(page.body.contains(words), "\(words)")
            }
            #expect(try await ground.get(path, as: ground.stranger).status == .notFound)
            #expect(try await ground.get("/\(referral)/referrals/\(referral)/course", as: ground.coordinator).status == .notFound)
        }
    }

    @Test("take a decision, keep what was typed where it cannot be, and show it afterwards", arguments: EngineKind.available)
    func decision(kind: EngineKind) async throws {
        try await withGround(kind) { ground in
            let victim = try await ground.victim()
            let referral = try await ground.referral(of: victim)
            let base = "/\(victim)/referrals/\(referral)"
            let empty = try await ground.get("\(base)/decision", as: ground.supporter)
            #expect(empty.body.contains("value=\"reasonable-grounds/positive\""))
            #expect(!empty.body.contains("conclusive-grounds/positive"))
            let fields =
                [("step", "reasonable-grounds/negative"), ("authority", "sca"), ("note", "Elena did not know the date")]
                + (try date("decided_on", "2024-03-11"))
            let refused = try await ground.post("\(base)/decision", fields, as: ground.supporter)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("Choose the reason from the list"))
            #expect(refused.body.contains("Elena did not know the date"))
            let unread = try await ground.post(
                "\(base)/decision", [("step", "reasonable-grounds/positive"), ("decided_on-day", "x")], as: ground.supporter)
            #expect(unread.body.contains("Enter the day as day, month and year"))
            #expect(unread.body.contains("Choose who decided"))
            let done = try await ground.post(
                "\(base)/decision", fields + [("reason-negative_reason", "credibility")], as: ground.supporter)
            #expect(done.status == .seeOther)
            #expect(done.location == "/sandwell/pathways\(base)/course?done=recorded")
            let page = try await ground.get("\(base)/course", as: ground.supporter)
            for words in [
                "Reasonable grounds decision: negative", "The account was not believed", "Single Competent Authority",
                "Until 10 April 2024, 29 days left", "Read the note", "They can ask for the decision to be looked at again",
            ] {
                #expect(page.body.contains(words), "\(words)")
            }
            #expect(!page.body.contains("Elena"))
            let step = try #require(try await ground.file(referral, of: victim).history.newest)
            let opened = try await ground.post("\(base)/steps/\(step.id)/note", [], as: ground.supporter)
            #expect(opened.body.contains("Elena did not know the date"))
            #expect(try await ground.post("\(base)/steps/\(step.id)/note", [], as: ground.stranger).status == .notFound)
            #expect(try await ground.get("\(base)/steps/\(referral)/void", as: ground.supporter).status == .notFound)
            let void = try await ground.get("\(base)/steps/\(step.id)/void", as: ground.supporter)
            #expect(void.body.contains("goes back to “Awaiting reasonable grounds”"))
            let without = try await ground.post("\(base)/steps/\(step.id)/void", [], as: ground.supporter)
            #expect(without.status == .unprocessableContent)
            let voided = try await ground.post("\(base)/steps/\(step.id)/void", [("reason", "Wrong")], as: ground.supporter)
            #expect(voided.status == .seeOther)
            #expect(try await ground.get("\(base)/course", as: ground.supporter).body.contains("Taken out: wrongly entered"))
            #expect(!(try await ground.plainText()).contains("Elena"))
        }
    }

    @Test("convene a panel, fill it and let it decide", arguments: EngineKind.available)
    func panel(kind: EngineKind) async throws {
        try await withGround(kind) { ground in
            let victim = try await ground.victim(isChild: true)
            let referral = try await ground.referral(of: victim)
            let path = "/\(victim)/referrals/\(referral)/panel"
            let start = try await ground.get(path, as: ground.supporter)
            #expect(start.body.contains("It decides within 45 days of the referral: by 15 April 2024"))
            let past = try await ground.post(
                path, [("part", "convene")] + (try date("meets_on", "2024-03-11")), as: ground.supporter)
            #expect(past.status == .unprocessableContent)
            #expect(past.body.contains("The day is past"))
            func convene() async throws {
                let convened = try await ground.post(
                    path, [("part", "convene")] + (try date("meets_on", "2024-03-12")), as: ground.supporter)
                #expect(convened.status == .seeOther)
            }
            try await convene()
            let first = try #require(try await ground.file(referral, of: victim).openPanel)
            #expect(try await ground.post("\(path)/cancel", [("panel", first.id.text)], as: ground.supporter).status == .seeOther)
            // Of a panel that never met there is nothing to tell but the day.
            let off = try await ground.get(path, as: ground.supporter)
            #expect(off.body.contains("A panel that was called off") && off.body.contains("Was to meet"))
            for words in ["All agreed", "Members", "Nothing"] { #expect(!off.body.contains(words), "\(words)") }
            ground.clock.advance(seconds: 1)
            try await convene()
            for (name, agency, chair) in [("Robin Vale", "council", "yes"), ("Ash Birch", "police", ""), ("Kim Reed", "health", "")] {
                let page = try await ground.get(path, as: ground.supporter)
                #expect(page.body.contains("Not yet"))
                #expect(!page.body.contains("What did the panel decide?"))
                ground.clock.advance(seconds: 1)
                let seated = try await ground.post(
                    path, [("part", "seat"), ("name", name), ("agency", agency), ("is_chair", chair), ("conflict", "none")],
                    as: ground.supporter)
                #expect(seated.status == .seeOther)
            }
            let ready = try await ground.get(path, as: ground.supporter)
            #expect(ready.body.contains("It can decide") && ready.body.contains("What did the panel decide?"))
            let member = try #require(try await ground.file(referral, of: victim).openPanel?.members.last)
            let down = try await ground.post("\(path)/stand-down", [("member", member.id.text)], as: ground.supporter)
            #expect(down.status == .seeOther)
            #expect(try await ground.get(path, as: ground.supporter).body.contains("Nobody sits for: Health"))
            ground.clock.advance(seconds: 1)
            _ = try await ground.post(
                path, [("part", "seat"), ("name", "Kim Reed"), ("agency", "health"), ("conflict", "none")], as: ground.supporter)
            let decision =
                [("part", "decide"), ("outcome", "positive"), ("evidence", "The school's note")] + (try date("decided_on", "2024-03-12"))
            let decided = try await ground.post(path, decision, as: ground.supporter)
            #expect(decided.status == .seeOther)
            let page = try await ground.get(path, as: ground.supporter)
            #expect(page.body.contains("A panel that has decided") && !page.body.contains("The school"))
            let panel = try #require(try await ground.file(referral, of: victim).panels.first { $0.status == .decided })
            let opened = try await ground.post("\(path)/record", [("panel", panel.id.text)], as: ground.supporter)
            #expect(opened.body.contains("The school&#39;s note"))
            #expect(try await ground.post("\(path)/record", [("panel", panel.id.text)], as: ground.stranger).status == .notFound)
            #expect(
                try await ground.post("\(path)/cancel", [("panel", panel.id.text)], as: ground.supporter).status == .unprocessableContent)
        }
    }

    @Test("note crime records and list what does not fit", arguments: EngineKind.available)
    func crimes(kind: EngineKind) async throws {
        try await withGround(kind) { ground in
            let victim = try await ground.victim()
            let referral = try await ground.referral(of: victim)
            let path = "/\(victim)/referrals/\(referral)/crime"
            let list = try await ground.get("/crimes", as: ground.supporter)
            #expect(list.body.contains("R-0001"))
            let page = try await ground.get(path, as: ground.supporter)
            #expect(page.body.contains("West Midlands Police") && page.body.contains("within 24 hours"))
            #expect(PoliceForces.all.count == 47)
            let wrong = try await ground.post(
                path,
                [("force", "West Midlands Police"), ("reference", "Elena Petrova"), ("told_at", "10:00")]
                    + (try date("told_on", "2024-03-01")), as: ground.supporter)
            #expect(wrong.status == .unprocessableContent)
            #expect(
                wrong.body.contains("and nothing else") && wrong.body.contains("Enter the day and the time when the crime was recorded"))
            let saved = try await ground.post(
                path,
                [("force", "West Midlands Police"), ("reference", "20/1/24"), ("told_at", "10:00"), ("recorded_at", "11:00")]
                    + (try date("told_on", "2024-03-01")) + (try date("recorded_on", "2024-03-02")), as: ground.supporter)
            #expect(saved.status == .seeOther)
            #expect(try await ground.get(path, as: ground.supporter).body.contains("No, after 25 hours"))
            #expect(!(try await ground.get("/crimes", as: ground.supporter)).body.contains("R-0001"))
            #expect(try await ground.get("/crimes?kind=late", as: ground.supporter).body.contains("20/1/24"))
            let crime = try #require(try await ground.file(referral, of: victim).crimes.first)
            let scottish = try await ground.victim("P-0009", nation: .scotland)
            #expect(!(try await ground.get("/\(scottish)/crime", as: ground.supporter)).body.contains("hours of being told"))
            let removed = try await ground.post(path, [("remove", crime.id.text)], as: ground.supporter)
            #expect(removed.location.hasSuffix("done=crime-removed"))
            let alone = try await ground.get("/\(victim)/crime", as: ground.supporter)
            #expect(alone.body.contains("These records belong to no referral"))
            for hidden in [path, "/\(victim)/crime"] {
                #expect(try await ground.get(hidden, as: ground.stranger).status == .notFound)
            }
            let analyst = ground.viewer([.analyst], of: ground.police, number: 5)
            for forbidden in ["/crimes", "/decisions"] {
                #expect(try await ground.get(forbidden, as: analyst).status == .forbidden)
            }
        }
    }

    @Test(
        "list what waits and what does not fit by keys, whoever asks: nothing reads a table from end to end",
        arguments: EngineKind.available)
    func plans(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let listening = ListeningEngine(engine)
            let ground = try await CourseGround(listening, at: "2024-03-12")
            let victim = try await ground.victim()
            let referral = try await ground.referral(of: victim, authority: "sca")
            let after = "2024-01-01_\(referral)"
            listening.begin()
            for viewer in [ground.coordinator, ground.supporter] {
                let crimes = CrimeDiscrepancy.allCases.flatMap { kind in
                    let place = kind == .missing ? after : "1_\(referral)"
                    return ["/crimes?kind=\(kind.rawValue)", "/crimes?kind=\(kind.rawValue)&after=\(place)"]
                }
                for path in crimes + [
                    "/decisions", "/decisions?after=\(after)", "/decisions?show=all&authority=sca&after=\(after)",
                    "/\(victim)/referrals/\(referral)/course",
                ] {
                    #expect(try await ground.get(path, as: viewer).status == .ok, "\(path)")
                }
            }
            let statements = listening.end()
            #expect(statements.count > 30)
            for statement in statements where !statement.rendered(for: .sqlite).text.hasPrefix("PRAGMA") {
                let plan = try await QueryPlan(of: statement, in: engine, derived: ["w"])
                #expect(plan.fullScans.isEmpty, "\(plan.text)")
            }
        }
    }

    @Test("list the decisions that wait, and go on from page to page", arguments: EngineKind.available)
    func waiting(kind: EngineKind) async throws {
        try await withGround(kind) { ground in
            let victim = try await ground.victim()
            for number in 0..<52 {
                _ = try await ground.referral(of: victim, sent: "2024-02-01", reference: "R-\(1000 + number)", authority: "sca")
            }
            _ = try await ground.referral(of: victim, sent: "2024-03-11", reference: "R-0001")
            let decided = try await ground.referral(of: victim, sent: "2023-11-01", reference: "R-0007", authority: "ieca")
            try await ground.step(
                .init(.reasonableGrounds, .positive, on: try day("2023-11-08"), authority: "ieca"), on: decided, of: victim)
            let resting = try await ground.get("/decisions?show=all&authority=ieca", as: ground.supporter)
            #expect(resting.body.contains("May be decided") && resting.body.contains("since 9 December 2023"))
            #expect(resting.body.contains("a panel's (45 days)") || resting.body.contains("the panel&#39;s (45 days)"))
            let page = try await ground.get("/decisions", as: ground.supporter)
            #expect(page.body.contains("Was due 8 February 2024") && page.body.contains("after="))
            #expect(!page.body.contains("R-0001"))
            let all = try await ground.get("/decisions?show=all&authority=not-known", as: ground.supporter)
            #expect(all.body.contains("R-0001") && !all.body.contains("R-1000"))
            #expect(!(try await ground.get("/decisions", as: ground.stranger)).body.contains("R-1000"))
        }
    }
}
