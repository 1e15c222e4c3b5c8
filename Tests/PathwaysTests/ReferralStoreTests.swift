import Access
import HTTPTypes
import InventedReports
import Kernel
import PageTestSupport
import ReferralForm
import Schema
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("Referrals in the store")
struct ReferralStoreTests {
    @Test("begin only on a way that is a report, and one at a time for each person", arguments: EngineKind.available)
    func begin(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let victim = try await ground.person()
            let early = try await ground.desk.startReferral(for: victim, by: ground.constable, key: ground.key())
            #expect(early.problems.map(\.message).contains { $0.contains("Explain the National Referral Mechanism") })
            try await ground.ask(.nrm, .given, of: victim)
            let referral = try await ground.started(victim)
            let again = try await ground.desk.startReferral(for: victim, by: ground.supporter, key: ground.key())
            #expect(again.problems.map(\.message).contains { $0.contains("is being written") })
            let file = try await ground.file(referral, of: victim)
            #expect(file.referral.line.status == .draft && !file.referral.line.isNotification)
            #expect(file.opened.answers["pv-name-first-name"] == .text("Zamir"))
            #expect(file.opened.answers["pv-contact-details-email-input"] == .text("zamir@hidden.example"))
            #expect(file.opened.answers["user-organisation"] == .text("West Midlands Police"))
            #expect(file.opened.answers["user-email"] == .text("personAdaMossLane@example.org"))
            // Where somebody was met is not where they live.
            #expect(file.opened.answers["current-pv-location-uk-city"] == nil)
            #expect(file.referral.line.quality != nil)
            await #expect(throws: AccessError.notVisible) {
                try await ground.desk.startReferral(for: victim, by: ground.outsider, key: ground.key())
            }
            await #expect(throws: AccessError.notVisible) { try await ground.file(referral, of: victim, as: ground.outsider) }
            let other = try await ground.person()
            await #expect(throws: AccessError.notVisible) { try await ground.file(referral, of: other) }
        }
    }

    @Test("of somebody who is not to be named begin without opening who they are", arguments: EngineKind.available)
    func anonymous(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let victim = try await ground.person(for: .anonymousNotification)
            let referral = try await ground.started(victim)
            let file = try await ground.file(referral, of: victim)
            #expect(file.referral.line.isAnonymous && file.referral.line.isNotification)
            let text = file.opened.answers.values.map { "\($0)" }.joined(separator: " ")
            for planted in ReferralCase.planted { #expect(!text.contains(planted)) }
            #expect(file.opened.answers["refuse-nrm"] == .text("Wants to go home"))
        }
    }

    @Test("are saved by several, and a stale edit is noticed", arguments: EngineKind.available)
    func save(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let victim = try await ground.person(for: .child)
            let referral = try await ground.started(victim)
            let version = try await ground.file(referral, of: victim).referral.line.version
            func save(_ text: String, by viewer: Viewer, expecting version: Int?) async throws -> Outcome<SaveReferralSection.Saved> {
                try await ground.desk.saveSection(
                    of: referral, .init(heading: .background, asked: ["family"], typed: ["family": .text(text)]), by: viewer,
                    expecting: version, key: ground.key())
            }
            #expect(try await save("Two sisters", by: ground.constable, expecting: version).result?.isComplete == false)
            await #expect(throws: AccessError.changedMeanwhile(version: version + 1)) {
                try await save("One brother", by: ground.supporter, expecting: version)
            }
            #expect(try await save("One brother", by: ground.supporter, expecting: version + 1).problems == [])
            let file = try await ground.file(referral, of: victim)
            #expect(file.opened.answers["family"] == .text("One brother"))
            #expect(file.referral.drafterName == "Dora Pike")
            let council = "local-authority-contacted-about-child-local-authority-name"
            for (typed, kept) in [
                ("Sandwell Metropolitan Borough Council", "Sandwell Metropolitan Borough Council"), ("The aunt, 1 Test Street", ""),
            ] {
                let draft = SaveReferralSection.Draft(heading: .age, asked: [council], typed: [council: .text(typed)])
                let outcome = try await ground.desk.saveSection(
                    of: referral, draft, by: ground.constable, expecting: nil, key: ground.key())
                #expect(outcome.problems == [])
                #expect(try await ground.texts("SELECT local_authority FROM referrals") == [kept])
            }
        }
    }

    @Test("are reviewed by somebody else than the last writer, and returned with a sealed note", arguments: EngineKind.available)
    func review(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let victim = try await ground.person(for: .adultWithoutSupport)
            let referral = try await ground.started(victim)
            let incomplete = try await ground.desk.sendForReview(referral, by: ground.constable, key: ground.key())
            #expect(incomplete.problems.contains { $0.field == "family" })
            try await ground.write(InventedReport.of(.adultWithoutSupport), into: referral)
            #expect(try await ground.desk.sendForReview(referral, by: ground.constable, key: ground.key()).problems == [])
            let approve = ReviewReferral.Draft(decision: .approve, note: "")
            let own = try await ground.desk.review(referral, approve, by: ground.constable, expecting: nil, key: ground.key())
            #expect(own.problems.map(\.message).contains { $0.contains("somebody else") })
            let short = try await ground.desk.review(
                referral, .init(decision: .giveBack, note: "No"), by: ground.sergeant, expecting: nil, key: ground.key())
            #expect(short.problems.map(\.field) == ["note"])
            let note = "Say when Zamir Quillfeather was moved"
            let back = try await ground.desk.review(
                referral, .init(decision: .giveBack, note: note), by: ground.sergeant, expecting: nil, key: ground.key())
            #expect(back.problems == [])
            let file = try await ground.file(referral, of: victim)
            #expect(file.referral.line.status == .draft && file.opened.note == note)
            #expect(try await ground.desk.sendForReview(referral, by: ground.constable, key: ground.key()).problems == [])
            #expect(
                try await ground.desk.review(referral, approve, by: ground.sergeant, expecting: nil, key: ground.key()).problems == [])
            let ready = try await ground.file(referral, of: victim).referral
            #expect(ready.line.status == .ready && ready.reviewerName == "Bert Reed" && ready.reviewedOn == ground.clock.now.day)
            #expect(try await ground.desk.reopenReferral(referral, by: ground.constable, key: ground.key()).problems == [])
            #expect(try await ground.file(referral, of: victim).referral.line.status == .draft)
            #expect(!(try await ground.desk.reopenReferral(referral, by: ground.constable, key: ground.key()).problems.isEmpty))
        }
    }

    @Test(
        "keep the day on which somebody was met, and the age and exploitation with which they were approved",
        arguments: EngineKind.available)
    func asApproved(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let victim = try await ground.person(for: .adultWithSupport)
            let (visit, screening): (ID<Visit>, ID<Screening>) = (ground.clock.world.newID(), ground.clock.world.newID())
            let (partnership, police, town) = (ground.partnership, ground.police, ground.town)
            try await ground.change(
                """
                INSERT INTO visits (id, partnership_id, reference, version, status, visited_on, starts_at, purpose_id, place, postcode,
                    location_type, is_occupied, lead_reason, notice, warrant, risks, risk_level, safety_officer, interpreters,
                    reception, meeting_point, briefing, debrief, lessons, created_at)
                VALUES (\(visit), \(partnership), 'V-0001', 1, 'made', '2026-05-28', '', \(town), '', '', 'farm',
                    '', '', '', '', '', '', '', '', '', '', '', '', '', 0)
                """)
            try await ground.change(
                """
                INSERT INTO visit_agencies (visit_id, organisation_id, partnership_id, version, role, power, attended, power_used,
                    entry, found, did)
                VALUES (\(visit), \(police), \(partnership), 1, '', '', 'yes', '', '', '', '')
                """)
            try await ground.change(
                """
                INSERT INTO screenings (id, visit_id, partnership_id, reference, organisation_id, recorded_at, gender, age_group,
                    nationality, language, outcome, consent, next_step, note, has_identity)
                VALUES (\(screening), \(visit), \(partnership), 'S-0001', \(police), 0, 'male', 'adult', 'unknown', '',
                    'no-indicators', '', '', '', 0)
                """)
            try await ground.change("UPDATE potential_victims SET screening_id = \(screening) WHERE id = \(victim)")
            let referral = try await ground.started(victim)
            #expect(try await ground.file(referral, of: victim).referral.line.encounteredOn.iso == "2026-05-28")
            let page = try await ground.get("/\(victim)/referrals/\(referral)", as: ground.constable)
            #expect(page.body.contains("Met on") && page.body.contains("28 May 2026"))
            try await ground.change("UPDATE referrals SET exploitation = '', age_group = ''")
            try await ground.write(InventedReport.of(.adultWithSupport), into: referral)
            #expect(try await ground.desk.sendForReview(referral, by: ground.constable, key: ground.key()).problems == [])
            let approval = ReviewReferral.Draft(decision: .approve, note: "")
            #expect(
                try await ground.desk.review(referral, approval, by: ground.sergeant, expecting: nil, key: ground.key()).problems == [])
            #expect(try await ground.texts("SELECT age_group || ' ' || exploitation FROM referrals") == ["adult criminal labour"])
        }
    }

    @Test("are set aside as a draft alone, and make room for another", arguments: EngineKind.available)
    func setAside(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let victim = try await ground.person(for: .adultWithSupport)
            let referral = try await ground.started(victim)
            let second = try await ground.desk.startReferral(for: victim, by: ground.constable, key: ground.key())
            #expect(!second.problems.isEmpty)
            #expect(try await ground.desk.setAsideReferral(referral, by: ground.constable, key: ground.key()).problems == [])
            #expect(!(try await ground.desk.setAsideReferral(referral, by: ground.constable, key: ground.key()).problems.isEmpty))
            // It was never sent: nothing follows it, and it says nothing of where the person stands.
            func line() async throws -> String? {
                let listing = try await ground.desk.list(VictimQuery(), as: ground.constable)
                return listing.items.first(where: { $0.id == victim })?.referralStatus
            }
            #expect(try await line() == nil)
            await #expect(throws: AccessError.notVisible) {
                _ = try await ground.desk.desk.read(as: ground.constable, Consultation("test", "referrals")) {
                    _ = try $0.courseFile(referral, of: victim)
                }
            }
            _ = try await ground.started(victim)
            #expect(try await line() == "draft")
            await #expect(throws: AccessError.notVisible) {
                _ = try await ground.desk.setAsideReferral(referral, by: ground.outsider, key: ground.key())
            }
        }
    }

    @Test("do not go out once the consent was taken back, and go on on the new way with every answer", arguments: EngineKind.available)
    func withdrawn(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let (victim, referral) = try await ground.approved(.adultWithSupport)
            let before = try await ground.file(referral, of: victim).opened.answers
            try await ground.ask(.nrm, .withdrawn, of: victim)
            try await ground.ask(.identity, .declined, of: victim)
            let draft = RecordSubmission.Draft(submittedOn: ground.clock.now.day, reference: "NRM-1")
            let refused = try await ground.desk.recordSubmission(of: referral, draft, by: ground.constable, key: ground.key())
            #expect(refused.problems.map(\.message).contains { $0.contains("the way has changed") })
            #expect(try await ground.desk.rerouteReferral(referral, by: ground.constable, key: ground.key()).problems == [])
            let file = try await ground.file(referral, of: victim)
            #expect(file.referral.line.isNotification && file.referral.line.isAnonymous && file.referral.line.status == .draft)
            let changed: Set<String> = ["pv-want-to-submit-nrm", "authorities-cooperation"]
            for (code, answer) in before where !changed.contains(code) { #expect(file.opened.answers[code] == answer, "\(code)") }
            let keyed = KeyInPack(ReferralForm.asked(file.opened.answers), today: ground.clock.now.day).pages
            let text = keyed.flatMap(\.values).map(\.text).joined(separator: " ")
            #expect(!text.contains("Zamir") && !text.contains("Invented Street"))
            let unwalked = try await ground.desk.sendForReview(referral, by: ground.constable, key: ground.key())
            #expect(unwalked.problems.map(\.message).contains { $0.contains("“Consent and Support” again") })
            try await ground.write(InventedReport.of(.anonymousNotification), into: referral)
            #expect(try await ground.desk.sendForReview(referral, by: ground.constable, key: ground.key()).problems == [])
        }
    }

    @Test("are keyed in by a first responder alone, with a reference that is not used yet", arguments: EngineKind.available)
    func submission(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let (victim, referral) = try await ground.approved(.adultWithSupport)
            let today = ground.clock.now.day
            let draft = RecordSubmission.Draft(submittedOn: today, reference: "NRM-1")
            let charity = try await ground.desk.recordSubmission(of: referral, draft, by: ground.supporter, key: ground.key())
            #expect(charity.problems.map(\.message).contains { $0.contains("cannot send this form") })
            let waiting = RecordSubmission.Draft(submittedOn: today, reference: "")
            #expect(
                try await ground.desk.recordSubmission(of: referral, waiting, by: ground.constable, key: ground.key()).problems == [])
            #expect(try await ground.file(referral, of: victim).referral.line.status == .submitted)
            #expect(try await ground.desk.recordSubmission(of: referral, draft, by: ground.constable, key: ground.key()).problems == [])
            let line = try await ground.file(referral, of: victim).referral.line
            #expect(line.status == .awaitingReasonableGrounds && line.homeOfficeReference == "NRM-1" && line.submittedOn == today)
            #expect(line.firstResponder == ground.police)
            let second = try await ground.desk.startReferral(for: victim, by: ground.constable, key: ground.key())
            #expect(second.problems.map(\.message).contains { $0.contains("not decided yet") })
            let (other, notification) = try await ground.approved(.namedNotification)
            let taken = try await ground.desk.recordSubmission(of: notification, draft, by: ground.constable, key: ground.key())
            #expect(taken.problems.map(\.field) == ["reference"])
            #expect(taken.problems.allSatisfy { $0.message.contains("in use already") && !$0.message.contains("R-") })
            #expect(
                try await ground.texts("SELECT record_id FROM journal_entries WHERE verb = 'refused-use-reference-of-another'")
                    == [notification.text])
            let own = RecordSubmission.Draft(submittedOn: today, reference: "DTN-2")
            #expect(
                try await ground.desk.recordSubmission(of: notification, own, by: ground.constable, key: ground.key()).problems == [])
            #expect(try await ground.file(notification, of: other).referral.line.status == .notified)
        }
    }

    @Test("tell of text that stands in somebody else's referral, and not in the same person's", arguments: EngineKind.available)
    func repeated(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let first = try await ground.approved(.adultWithSupport)
            func points(_ id: ID<Referral>, _ victim: ID<PotentialVictim>) async throws -> Int? {
                try await ground.file(id, of: victim).opened.check(today: ground.clock.now.day).quality.reasons
                    .first { $0.mark == .ownWords }?.points
            }
            #expect(try await points(first.1, first.0) == 6)
            let second = try await ground.approved(.adultWithoutSupport)
            #expect(try await points(second.1, second.0) == 0)
            let kept = try await ground.texts("SELECT quality_marks FROM referrals ORDER BY started_on, id")
            #expect(kept.contains { $0.hasSuffix("own_words=0") } && kept.contains { $0.hasSuffix("own_words=6") })
            // Saving a part opens nobody else's text: it is compared when the referral is checked.
            let third = try await ground.person(for: .adultWithSupport)
            let saved = try await ground.started(third)
            try await ground.write(InventedReport.of(.adultWithSupport), into: saved)
            func marks() async throws -> [String] {
                try await ground.texts("SELECT quality_marks FROM referrals WHERE id = \(saved)")
            }
            #expect(try await marks().first?.hasSuffix("own_words=6") == true)
            #expect(try await ground.desk.sendForReview(saved, by: ground.constable, key: ground.key()).problems == [])
            #expect(try await marks().first?.hasSuffix("own_words=0") == true)
            let drafter = try await ground.texts("SELECT drafted_by_id FROM referrals WHERE id = \(saved)")
            #expect(drafter == [try #require(ground.constable.person).text])
        }
    }

    @Test("leave no word of somebody's story in the open, and an entry for each opening", arguments: EngineKind.available)
    func secrecy(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: Migration.all) { database in
            let ground = try await ReferralCase(database.engine)
            let (victim, referral) = try await ground.approved(.adultWithSupport)
            _ = try await ground.file(referral, of: victim, as: ground.coordinator)
            let columns = [
                try await ground.texts("SELECT COALESCE(summary, '') || differences FROM record_changes"),
                try await ground.texts("SELECT verb || COALESCE(detail, '') FROM journal_entries"),
                try await ground.texts(
                    "SELECT reference || quality_marks || exploitation || COALESCE(home_office_reference, '') FROM referrals"),
            ].flatMap { $0 }
            #expect(columns.count > 10)
            for planted in ReferralCase.planted + ["passport", "lorry"] {
                #expect(!columns.contains { $0.contains(planted) }, "\(planted)")
            }
            if let path = database.path { try Self.raw(path) }
            let entries = try await ground.texts("SELECT verb FROM journal_entries WHERE record_id = \(referral.text)")
            #expect(entries.contains(OpenReferral.name) && entries.contains(StartReferral.name))
            let before = entries.filter { $0 == OpenReferral.name }.count
            _ = try await ground.file(referral, of: victim)
            let after = try await ground.texts("SELECT verb FROM journal_entries WHERE record_id = \(referral.text)")
            #expect(after.filter { $0 == OpenReferral.name }.count == before + 1)
            let strangers = try await ground.texts("SELECT summary FROM record_changes WHERE victim_id = \(victim)")
            #expect(strangers.contains { $0.contains("approved") })
        }
    }

    private static func raw(_ path: String) throws {
        var whole: [UInt8] = []
        for file in [path, path + "-wal"] { whole += (try? RawFile.bytes(file)) ?? [] }
        #expect(whole.count > 10_000)
        for planted in ReferralCase.planted + ["threatened with a beating"] {
            #expect(whole.firstRange(of: Array(planted.utf8)) == nil, "\(planted) lies in the file")
        }
    }

    @Test("are listed by where they stand, page by page, for those who work with the person", arguments: EngineKind.available)
    func lists(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            var drafts: [ID<Referral>] = []
            for _ in 0..<3 {
                ground.clock.advance(seconds: 60)
                drafts.append(try await ground.started(try await ground.person(for: .child)))
            }
            _ = try await ground.approved(.adultWithSupport)
            func list(_ stage: ReferralQuery.Stage, as viewer: Viewer, after: ReferralQuery.Cursor? = nil) async throws -> Listing<
                ReferralLine
            > {
                try await ground.desk.desk.read(as: viewer, Consultation("list-referrals", "referrals")) {
                    try $0.referrals(ReferralQuery(stage: stage, after: after, size: 2))
                }
            }
            let first = try await list(.drafts, as: ground.supporter)
            let second = try await list(.drafts, as: ground.supporter, after: first.next.flatMap(ReferralQuery.Cursor.init))
            #expect((first.items + second.items).map(\.id) == drafts.reversed() && second.next == nil)
            #expect(try await list(.ready, as: ground.coordinator).items.count == 1)
            #expect(try await list(.sent, as: ground.coordinator).items.isEmpty)
            #expect(try await list(.all, as: ground.outsider).items.isEmpty)
            func quality(_ viewer: Viewer) async throws -> [QualityLine] {
                try await ground.desk.desk.read(as: viewer, Consultation("read-referral-quality", "referrals")) {
                    try $0.qualityLines(since: ground.clock.now.day.adding(days: -300))
                }
            }
            #expect(try await quality(ground.coordinator).map(\.personName) == ["Ada Moss Lane"])
            #expect(try await quality(ground.sergeant).count == 1)
            for viewer in [ground.supporter, ground.outsider] { #expect(try await quality(viewer).isEmpty) }
        }
    }

    @Test("are found by keys, whoever asks: no list reads a table from end to end", arguments: EngineKind.available)
    func plans(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let listening = ListeningEngine(engine)
            let ground = try await ReferralCase(listening)
            let (victim, referral) = try await ground.approved(.adultWithSupport)
            let after = "2026-06-01_\(referral.text)"
            listening.begin()
            for viewer in [ground.coordinator, ground.constable] {
                let lists = ReferralQuery.Stage.allCases.flatMap { stage in
                    ["/referrals?stage=\(stage.rawValue)", "/referrals?stage=\(stage.rawValue)&after=\(after)"]
                }
                for path in lists + ["/quality", "/\(victim.text)", "/\(victim.text)/referrals/\(referral.text)/review"] {
                    #expect(try await ground.get(path, as: viewer).status == .ok, "\(path)")
                }
            }
            let statements = listening.end()
            #expect(statements.count > 30)
            for statement in statements where !statement.rendered(for: .sqlite).text.hasPrefix("PRAGMA") {
                let plan = try await QueryPlan(of: statement, in: engine, derived: [])
                #expect(plan.fullScans.isEmpty, "\(plan.text)")
            }
        }
    }
}
