import Access
import HTTPTypes
import InventedReports
import Kernel
import PageTestSupport
import ReferralForm
import Store
import TestSupport
import Testing
import Web

@testable import Pathways

@Suite("The pages of referrals")
struct ReferralPageTests {
    /// Fills every part in, page by page, as somebody does who saves and answers what is asked then.
    private func fill(
        _ path: String, _ answers: [String: ReferralAnswer], _ ground: ReferralCase, by viewer: Viewer
    ) async throws {
        for _ in 0..<2 {
            for heading in FormHeading.allCases {
                for _ in 0..<5 {
                    let page = try await ground.get("\(path)/parts/\(heading.rawValue)", as: viewer)
                    if page.status == .seeOther { break }
                    #expect(page.status == .ok, "\(heading)")
                    let codes = PageValues.of(ReferralSectionForm.askedField, in: page.body).split(separator: " ").map(String.init)
                    #expect(!codes.isEmpty)
                    let form = ReferralSectionForm(codes.compactMap(ReferralForm.current.field))
                    let typed = form.data(answers).fields + [(FormFields.version, PageValues.of(FormFields.version, in: page.body))]
                    let saved = try await ground.post("\(path)/parts/\(heading.rawValue)", typed, as: viewer)
                    #expect(saved.status == .seeOther, "\(heading): \(saved.body)")
                    if saved.location.hasSuffix("?done=complete") { break }
                }
            }
        }
    }

    @Test("show what a colleague typed and had not saved, to whoever writes on and to nobody else", arguments: EngineKind.available)
    func colleague(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let victim = try await ground.person(for: .child)
            let referral = try await ground.started(victim)
            let path = "/\(victim.text)/referrals/\(referral.text)/parts/\(FormHeading.background.rawValue)"
            let form = "sandwell/\(ReferralSectionPage.draft(referral, .background))"
            let person = try #require(ground.supporter.person)
            var typed = ReferralSectionForm([ReferralForm.current.field("family")].compactMap { $0 }).data([:])
            typed = typed.setting("family", "Two sisters in the north")
            let bytes = Array(typed.urlEncoded.utf8)
            try await ground.desk.desk.changeOffice { try $0.saveDraft(bytes, form: form, of: person, in: ground.partnership) }
            let page = try await ground.get(path, as: ground.constable)
            #expect(page.body.contains("Dora Pike typed here on") && !page.body.contains("Two sisters"))
            let shown = try await ground.get("\(path)?typed=theirs", as: ground.constable)
            #expect(shown.body.contains("Two sisters in the north") && shown.body.contains("Save it to keep it for everybody"))
            let own = try await ground.get(path, as: ground.supporter)
            #expect(own.body.contains("Two sisters in the north") && !own.body.contains("typed here on"))
            #expect(try await ground.get("\(path)?typed=theirs", as: ground.outsider).status == .notFound)
        }
    }

    @Test("lead each variant from its beginning to the reference", arguments: EngineKind.available, ReferralVariant.allCases)
    func story(kind: EngineKind, variant: ReferralVariant) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let victim = try await ground.person(for: variant)
            let start = "/\(victim.text)/referrals/new"
            #expect(try await ground.get("/\(victim.text)", as: ground.constable).body.contains("Begin a referral"))
            #expect(try await ground.get(start, as: ground.constable).body.contains("Begin the referral"))
            let begun = try await ground.post(start, [], as: ground.constable)
            #expect(begun.status == .seeOther)
            let path = try #require(begun.location.split(separator: "?").first).dropFirst("/sandwell/pathways".count)
            try await fill(String(path), InventedReport.of(variant), ground, by: ground.constable)
            let tasks = try await ground.get(String(path), as: ground.constable)
            #expect(!tasks.body.contains("In progress") && !tasks.body.contains("Not started"), "\(tasks.body)")
            let check = try await ground.get("\(path)/check", as: ground.constable)
            #expect(check.body.contains("Nothing is missing") && check.body.contains("of 100"))
            #expect(try await ground.get("\(path)/pack", as: ground.constable).body.contains("once a supervisor has approved"))
            #expect(try await ground.post("\(path)/check", [], as: ground.constable).status == .seeOther)
            let own = try await ground.get("\(path)/review", as: ground.constable)
            #expect(own.body.contains("somebody else reviews it") && !own.body.contains("Save the review"))
            let review = try await ground.get("\(path)/review", as: ground.sergeant)
            #expect(review.body.contains("Save the review") && review.body.contains("container with five others"))
            let approved = try await ground.post(
                "\(path)/review", [("decision", "approve"), (FormFields.version, PageValues.of(FormFields.version, in: review.body))],
                as: ground.sergeant)
            #expect(approved.status == .seeOther)
            let pack = try await ground.get("\(path)/pack", as: ground.constable)
            var rest = pack.body[...]
            for page in ReferralForm.pages(InventedReport.of(variant)) {
                let place = try #require(rest.firstRange(of: "<code>\(page.path)</code>"), "\(page.path) is not in its place")
                rest = rest[place.upperBound...]
            }
            #expect(pack.body.contains("data-copy=\"value-pv-gender\"") && pack.body.contains("/assets/copy."))
            #expect(pack.body.contains("Zamir") == (variant != .anonymousNotification))
            let wrong = try await ground.post(
                "\(path)/submission", [("submitted_on", "2026-06-02"), ("reference", "Quillfeather")], as: ground.constable)
            #expect(wrong.status == .unprocessableContent && wrong.body.contains("value=\"Quillfeather\""))
            let unreal = try await ground.post(
                "\(path)/submission",
                [("submitted_on-day", "31"), ("submitted_on-month", "2"), ("submitted_on-year", "2026"), ("reference", "HO-1")],
                as: ground.constable)
            #expect(
                unreal.status == .unprocessableContent && unreal.body.contains("value=\"31\"") && unreal.body.contains("value=\"HO-1\""))
            let sent = try await ground.post(
                "\(path)/submission", [("submitted_on", "2026-06-01"), ("reference", "HO-1")], as: ground.constable)
            #expect(sent.status == .seeOther)
            let end = try await ground.get(String(path), as: ground.coordinator)
            #expect(end.body.contains(variant.isReferral ? "Awaiting reasonable grounds" : "Duty to notify report received"))
            #expect(try await ground.get("/referrals?stage=sent", as: ground.coordinator).body.contains("HO-1"))
            for page in [tasks, check, review, pack, end] {
                let title = page.body.split(separator: "<title>").dropFirst().first?.prefix { $0 != "<" } ?? ""
                #expect(!title.isEmpty)
                for planted in ReferralCase.planted { #expect(!title.contains(planted)) }
            }
        }
    }

    @Test("ask only what the answers so far ask, and follow them", arguments: EngineKind.available)
    func conditional(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let (path, _) = try await Self.begun(.adultWithSupport, ground)
            let part = "\(path)/parts/locations"
            let first = try await ground.get(part, as: ground.constable)
            #expect(!first.body.contains("name=\"where-exploitation-happened-uk-city-1\""))
            let typed = [
                ("where-exploitation-happened", "uk"), ("current-pv-location-uk-city", "smethwick"),
                ("current-pv-location-uk-region", "Unknown"),
                ("asked", "where-exploitation-happened current-pv-location-uk-city current-pv-location-uk-region"),
            ]
            let saved = try await ground.post(part, typed, as: ground.constable)
            #expect(saved.location.hasSuffix("?done=saved"))
            let second = try await ground.get(part, as: ground.constable)
            #expect(second.body.contains("name=\"where-exploitation-happened-uk-city-1\""))
            #expect(second.body.contains("value=\"Smethwick\"") && second.body.contains("<datalist"))
            #expect(second.body.components(of: "<datalist") == 2)
            #expect(!second.body.contains("There is a problem"))
            #expect(try await ground.get("\(part)?check=yes", as: ground.constable).body.contains("There is a problem"))
            #expect(try await ground.get("\(path)/parts/duty-to-notify", as: ground.constable).status == .seeOther)
            #expect(try await ground.get("\(path)/parts/pigeons", as: ground.constable).status == .notFound)
        }
    }

    @Test("keep what the form would refuse, and say what is wrong with it", arguments: EngineKind.available)
    func refused(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let (path, _) = try await Self.begun(.adultWithSupport, ground)
            let long = String(repeating: "a", count: 14_999) + "😟"
            let saved = try await ground.post(
                "\(path)/parts/background", [("asked", "family education"), ("family", long), ("education", "n/a")],
                as: ground.constable)
            #expect(saved.status == .seeOther)
            let page = try await ground.get("\(path)/parts/background", as: ground.constable)
            #expect(page.body.contains("15001 characters long") && page.body.contains(long))
            #expect(page.body.contains("15,001 are used"))
            let born = try await ground.post(
                "\(path)/parts/person",
                [("asked", "pv-dob"), ("pv-dob-day", "30"), ("pv-dob-month", "2"), ("pv-dob-year", "1999")], as: ground.constable)
            #expect(born.status == .seeOther)
            let person = try await ground.get("\(path)/parts/person", as: ground.constable)
            #expect(person.body.contains("is not a day of the calendar") && person.body.contains("value=\"30\""))
            let tasks = try await ground.get(path, as: ground.constable)
            #expect(tasks.body.components(of: "1 problem") == 2)
            let endless = try await ground.post(
                "\(path)/parts/background", [("asked", "family"), ("family", String(repeating: "b", count: 60_001))],
                as: ground.constable)
            #expect(endless.status == .unprocessableContent && endless.body.contains("bbbbbbbbbb"))
        }
    }

    @Test(
        "keep the answers when a changed age sends the form back, and say which parts to go through again", arguments: EngineKind.available)
    func reset(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let (path, _) = try await Self.begun(.adultWithSupport, ground)
            try await fill(path, InventedReport.of(.adultWithSupport), ground, by: ground.constable)
            #expect(!(try await ground.get(path, as: ground.constable)).body.contains("Go through it again"))
            for age in ["yes", "no"] {
                let saved = try await ground.post(
                    "\(path)/parts/age",
                    [("asked", "pv-under-age"), ("pv-under-age", age)], as: ground.constable)
                #expect(saved.status == .seeOther)
                let tasks = try await ground.get(path, as: ground.constable)
                #expect(tasks.body.contains("Go through it again"), "\(age)")
            }
            let check = try await ground.get("\(path)/check", as: ground.constable)
            #expect(check.body.contains("The age or the consent was changed"))
            #expect(try await ground.get("\(path)/parts/contact", as: ground.constable).body.contains("1 Invented Street"))
            try await fill(path, InventedReport.of(.adultWithSupport), ground, by: ground.constable)
            #expect(try await ground.get("\(path)/check", as: ground.constable).body.contains("Nothing is missing"))
        }
    }

    @Test("refuse a way of contact that is not safe, wherever the referral stands", arguments: EngineKind.available)
    func unsafe(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let (path, _) = try await Self.begun(.adultWithSupport, ground)
            try await fill(path, InventedReport.of(.adultWithSupport), ground, by: ground.constable)
            try await ground.change("UPDATE potential_victims SET unsafe_ways = 'email call'")
            let contact = try await ground.get("\(path)/parts/contact", as: ground.constable)
            #expect(contact.body.contains("E-mail is not safe for this person"))
            let sent = try await ground.post("\(path)/check", [], as: ground.constable)
            #expect(sent.status == .unprocessableContent)
            #expect(sent.body.contains("E-mail is not safe") && sent.body.contains("Their telephone is not safe"))
            #expect(sent.body.contains("/parts/contact?check=yes#pv-contact-details"))
        }
    }

    @Test("show both versions when two people write in one part at once", arguments: EngineKind.available)
    func stale(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let (path, _) = try await Self.begun(.child, ground)
            let part = "\(path)/parts/background"
            let page = try await ground.get(part, as: ground.constable)
            let version = PageValues.of(FormFields.version, in: page.body)
            // The form as it was opened, though nothing was answered in it yet.
            let base = PageValues.of(FormData.baseField, in: page.body).replacing("&amp;", with: "&")
            #expect(base.contains("asked="))
            func save(_ fields: [(String, String)], by viewer: Viewer) async throws -> PageAnswer {
                try await ground.post(
                    part,
                    fields.map { (name: $0.0, value: $0.1) } + [
                        ("asked", "birthplace family"), (FormData.baseField, base), (FormFields.version, version),
                    ], as: viewer)
            }
            #expect(try await save([("family", "Two sisters")], by: ground.constable).status == .seeOther)
            let both = try await save([("family", "One brother")], by: ground.supporter)
            #expect(both.status == .conflict && both.body.contains("Two sisters") && both.body.contains("One brother"))
            // What only one of the two changed is put together without a question.
            let merged = try await save([("family", "Two sisters"), ("birthplace", "Vlorë")], by: ground.supporter)
            #expect(merged.status == .seeOther)
            let now = try await ground.get(part, as: ground.constable)
            #expect(now.body.contains("Two sisters") && now.body.contains("Vlorë"))
        }
    }

    @Test("say that the way has changed, and take the referral onto the new one", arguments: EngineKind.available)
    func rerouted(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let (path, victim) = try await Self.begun(.adultWithSupport, ground)
            try await ground.ask(.nrm, .withdrawn, of: victim)
            let page = try await ground.get(path, as: ground.constable)
            #expect(page.body.contains("the way has changed") && page.body.contains("Go on as: duty to notify report"))
            #expect(try await ground.post("\(path)/check", [], as: ground.constable).status == .unprocessableContent)
            #expect(try await ground.post("\(path)/reroute", [], as: ground.constable).status == .seeOther)
            let after = try await ground.get(path, as: ground.constable)
            #expect(after.body.contains("Duty to notify report, without a name") && !after.body.contains("the way has changed"))
        }
    }

    @Test("say that who may send the form is to be confirmed where nobody has confirmed it", arguments: EngineKind.available)
    func unconfirmed(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let (victim, referral) = try await ground.approved(.adultWithSupport)
            func line(_ path: String, _ words: String) async throws -> Substring? {
                let body = try await ground.get(path, as: ground.constable).body
                return body.firstRange(of: words).map { body[$0.upperBound...].prefix(240) }
            }
            let (step, notice) = ("Your organisation can send the form", "Your organisation can send this form.")
            let submission = "/\(victim)/referrals/\(referral)/submission"
            let confirmed = try #require(try await line("/\(victim)", step))
            #expect(!confirmed.contains("To be confirmed"))
            #expect(try await line(submission, notice) == nil)
            // The row of labour inspectorates is not confirmed.
            try await ground.change("UPDATE organisations SET kind = 'labour-inspectorate', name_key = 'x' WHERE id = \(ground.police)")
            for (path, words) in [("/\(victim)", step), (submission, notice)] {
                #expect(try #require(try await line(path, words), "\(path)").contains("To be confirmed"))
            }
        }
    }

    @Test("are nobody's who does not work with the person", arguments: EngineKind.available)
    func strangers(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let (path, victim) = try await Self.begun(.adultWithSupport, ground)
            for page in ["", "/parts/background", "/check", "/review", "/pack", "/submission"] {
                #expect(try await ground.get(path + page, as: ground.outsider).status == .notFound, "\(page)")
                #expect(try await ground.get(path + page, as: ground.supporter).status != .notFound, "\(page)")
            }
            #expect(try await ground.get("/\(victim.text)/referrals/new", as: ground.outsider).status == .notFound)
            for page in ["/parts/background", "/check", "/review", "/reopen", "/set-aside", "/reroute", "/submission"] {
                let fields = [("asked", "family"), ("family", "x"), ("submitted_on", "2026-06-01")].map { (name: $0.0, value: $0.1) }
                #expect(try await ground.post(path + page, fields, as: ground.outsider).status == .notFound, "\(page)")
            }
            // Under another person's address it is not there either.
            let other = try await ground.person()
            let crossed = path.replacing(victim.text, with: other.text)
            #expect(try await ground.get(crossed, as: ground.constable).status == .notFound)
            #expect(try await ground.post("\(crossed)/parts/background", [("asked", "family")], as: ground.constable).status == .notFound)
            let visitor = ground.viewer([.visitTeam], of: ground.police, name: "Vi", number: 9)
            for page in ["/referrals", "/quality"] {
                #expect(try await ground.get(page, as: visitor).status == .forbidden)
                #expect(try await ground.get(page, as: ground.outsider).status == .ok)
            }
        }
    }

    private static func begun(
        _ variant: ReferralVariant, _ ground: ReferralCase
    ) async throws -> (path: String, victim: ID<PotentialVictim>) {
        let victim = try await ground.person(for: variant)
        let referral = try await ground.started(victim)
        return ("/\(victim.text)/referrals/\(referral.text)", victim)
    }
}

/// Reads a page as a browser does before it sends its form.
enum PageValues {
    /// The value of the first field with this name.
    static func of(_ name: String, in body: String) -> String {
        guard let place = body.firstRange(of: "name=\"\(name)\" value=\"") else { return "" }
        return String(body[place.upperBound...].prefix { $0 != "\"" })
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
