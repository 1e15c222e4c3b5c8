import Access
import InventedReports
import Kernel
import PageTestSupport
import ReferralForm
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("A report that may go out")
struct LawfulReferralTests {
    // MARK: Age

    @Test(
        "goes by what somebody's age is today, and not by what was noted of it",
        arguments: [
            ("2026-05-31", ReferralRoute.childReferral), ("2026-06-01", .childReferral), ("2026-06-30", .childReferral),
            ("2026-07-01", .askFirst), ("2031-01-01", .askFirst),
        ])
    func grows(today: String, route: ReferralRoute) throws {
        let noted = AgeStanding(basis: .known, group: .child)
        let age = noted.grown(adultFromMonth: "2026-06", today: try day(today))
        let facts = RouteFacts(
            age: age, nation: .england, capacity: .notInDoubt, referral: nil, identity: nil, body: .none, wasReferred: false)
        #expect(RouteDecision.decide(facts).route == route)
        let disputed = AgeStanding(basis: .disputed, group: .adult)
        #expect(disputed.grown(adultFromMonth: "2026-06", today: try day(today)) == disputed)
        #expect(noted.grown(adultFromMonth: "", today: try day(today)) == noted)
    }

    @Test("asks somebody who turned 18 since the pathway was begun", arguments: EngineKind.available)
    func turned18(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let worker = house.member(of: house.council)
            let today = house.clock.now.day
            var facts = PathwayHouse.adult
            facts.age = AgeStanding(basis: .known, group: .child)
            let (year, month, _) = today.parts
            let born = try #require(Day(year: year - 18, month: month, day: 1)).adding(days: 75)
            let victim = try await house.begin(facts, identity: VictimIdentity(firstName: "Ana", bornOn: born), by: worker)
            func route() async throws -> ReferralRoute { try await house.desk.one(victim, as: worker).route.route }
            #expect(try await route() == .childReferral)
            house.clock.set(Moment(day: today.adding(days: 120), hour: 9))
            #expect(try await route() == .askFirst)
            #expect(try await house.desk.list(VictimQuery(), as: worker).items.map(\.age.group) == [.adult])
            try await house.answer(.nrm, .given, of: victim, by: worker)
            #expect(try await route() == .adultReferral)
        }
    }

    // MARK: Who they are

    private static let revealing = RevealingText(
        VictimIdentity(
            firstName: "Đức", lastName: "Quillfeather-Smith", otherNames: "Moe", bornOn: Day("1990-02-03"), homeOfficeReference: "HO-77123"),
        SafeContact(phone: "+44 7700 900123", email: "duc@hidden.example", address: "14 Thistlemarch Street\nTipton\nDY4 8XX"))

    @Test(
        "tells nobody's name, birthday or address where it may not say who they are",
        arguments: [
            ("He met a man in a bar and was taken to Dover by lorry in May 1990", nil), ("", nil),
            ("quillfeather was driven to the works", "name"), ("Mr. Smith's brother", "name"), ("they call him Moe", "name"),
            ("the moe of the lawn", nil), ("Duc said that", "name"), ("born 3 February 1990", "date of birth"),
            ("born on 3rd Feb 1990 in Vinh", "date of birth"), ("03/02/1990", "date of birth"), ("3.2.90", "date of birth"),
            ("1990-02-03", "date of birth"), ("February 3, 1990", "date of birth"), ("on 13 February 1990", nil),
            ("ring 07700 900 123", "telephone number"), ("write to DUC@hidden.example", "name"),
            ("O’Smith", nil), ("Smith’s", "name"), ("at d.uc at hidden", nil), ("file HO77123", "Home Office reference"),
            ("stays in dy48xx", "postcode"),
            ("14 Thistlemarch Street", "street"), ("in Tipton", nil),
        ] as [(String, String?)])
    func words(text: String, found: String?) {
        #expect(Self.revealing.found(in: text) == found)
        #expect(RevealingText(nil, nil).found(in: text) == nil)
    }

    @Test("without a name stops at the gate while a name stands in its answers", arguments: EngineKind.available)
    func nameInNarrative(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let victim = try await ground.person(for: .anonymousNotification)
            let referral = try await ground.started(victim)
            let answers = InventedReport.of(.anonymousNotification)
            let field = "how-did-the-exploitation-start"
            try await ground.write(answers.with(field, .text("Zamir Quillfeather was met at the station by a man")), into: referral)
            let refused = try await ground.desk.sendForReview(referral, by: ground.constable, key: ground.key())
            #expect(refused.problems.map(\.field) == [field])
            #expect(refused.problems.allSatisfy { !$0.message.contains("Zamir") })
            let opened = try await ground.file(referral, of: victim).opened
            #expect(opened.revealing.keys.sorted() == [field])
            try await ground.write(answers, into: referral)
            #expect(try await ground.desk.sendForReview(referral, by: ground.constable, key: ground.key()).problems == [])
            let draft = ReviewReferral.Draft(decision: .approve, note: "")
            #expect(
                try await ground.desk.review(referral, draft, by: ground.sergeant, expecting: nil, key: ground.key()).problems == [])
            let named = RecordSubmission.Draft(submittedOn: ground.clock.now.day, reference: "ZAMIR-1990")
            let reference = try await ground.desk.recordSubmission(of: referral, named, by: ground.constable, key: ground.key())
            #expect(reference.problems.map(\.field) == ["reference"])
        }
    }

    // MARK: Consent

    @Test("says of the police what the ledger says", arguments: EngineKind.available)
    func police(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let victim = try await ground.person(for: .namedNotification)
            #expect(try await ground.desk.one(victim, as: ground.constable).route.route == .namedNotification)
            let referral = try await ground.started(victim)
            try await ground.write(InventedReport.of(.namedNotification), into: referral)
            try await ground.ask(.police, .withdrawn, of: victim)
            let refused = try await ground.desk.sendForReview(referral, by: ground.constable, key: ground.key())
            #expect(refused.problems.contains { $0.field == "authorities-cooperation" && $0.message.contains("withdrawn") })
            // The form names only whoever works with the police.
            #expect(try await ground.desk.one(victim, as: ground.constable).route.route == .anonymousNotification)
            try await ground.ask(.police, .given, of: victim)
            #expect(try await ground.desk.sendForReview(referral, by: ground.constable, key: ground.key()).problems == [])
        }
    }

    @Test("is shown for keying in only as long as nothing has changed since it was approved", arguments: EngineKind.available)
    func withheld(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let (victim, referral) = try await ground.approved(.adultWithSupport)
            let path = "/\(victim.text)/referrals/\(referral.text)/pack"
            let before = try await ground.get(path, as: ground.constable).body
            #expect(before.contains("Quillfeather") && before.contains("Copy"))
            try await ground.ask(.nrm, .withdrawn, of: victim)
            let after = try await ground.get(path, as: ground.constable).body
            #expect(after.contains("Do not key this in"))
            for planted in ReferralCase.planted { #expect(!after.contains(planted)) }
        }
    }

    @Test("can be decided against, in the best interests of somebody who cannot decide", arguments: EngineKind.available)
    func decidedAgainst(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let worker = house.member(of: house.council)
            var facts = PathwayHouse.adult
            facts.capacity = .inDoubt
            let victim = try await house.begin(facts, by: worker)
            func record(_ answer: ConsentAnswer, _ capacity: ConsentCapacity, note: String = "The consultant and her sister") async throws
                -> [String]
            {
                try await house.desk.recordConsent(
                    of: victim,
                    RecordConsent.Draft(
                        purpose: .nrm, answer: answer, answeredOn: house.clock.now.day, explainedBy: "Support worker", method: .spoken,
                        capacity: capacity, reason: answer == .declined ? "not-said" : "", note: note), by: worker, key: house.key()
                ).problems.map(\.field)
            }
            func route() async throws -> ReferralRoute { try await house.desk.one(victim, as: worker).route.route }
            #expect(try await route() == .capacityFirst)
            #expect(try await record(.declined, .assessedLacks) == ["answer"])
            #expect(try await record(.notInBestInterests, .assessedHas) == ["answer"])
            #expect(try await record(.notInBestInterests, .assessedLacks, note: "") == ["note"])
            #expect(try await record(.notInBestInterests, .assessedLacks) == [])
            #expect(try await route() == .anonymousNotification)
            #expect(try await record(.bestInterests, .assessedLacks) == [])
            #expect(try await route() == .adultReferral)
            #expect(try await house.desk.one(victim, as: worker).ledger.allows(.nrm, capacity: .lacks))
            #expect(try await record(.declined, .assessedHas) == [])
            #expect(try await route() == .anonymousNotification)
            let ledger = try await house.desk.one(victim, as: worker).ledger
            #expect(!ledger.allows(.nrm, capacity: .notInDoubt))
        }
    }

    @Test("is not decided for somebody who can decide again")
    func regained() {
        let entry = ConsentRecord(
            id: ID<ConsentEntry>(at: Moment(microseconds: 0), random: (1, 1)), purpose: .support, answer: .bestInterests,
            answeredOn: Day(number: 18_000), recordedAt: Moment(microseconds: 0), organisationName: "", personName: "",
            explainedBy: "", method: .spoken, language: "", interpreter: "", capacity: .assessedLacks, reason: "")
        #expect(ConsentLedger([entry]).allows(.support, capacity: .lacks))
        #expect(!ConsentLedger([entry]).allows(.support, capacity: .notInDoubt))
    }

    // MARK: Once

    @Test("is made once: a duty to notify report that was sent is enough", arguments: EngineKind.available)
    func secondReport(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let (victim, referral) = try await ground.approved(.anonymousNotification)
            let draft = RecordSubmission.Draft(submittedOn: ground.clock.now.day, reference: "DTN-1")
            #expect(try await ground.desk.recordSubmission(of: referral, draft, by: ground.constable, key: ground.key()).problems == [])
            let route = try await ground.desk.one(victim, as: ground.constable).route
            #expect(route.route == .noReport && route.reasons.contains { $0.what.contains("one is enough") })
            let second = try await ground.desk.startReferral(for: victim, by: ground.constable, key: ground.key())
            #expect(!second.problems.isEmpty)
            try await ground.ask(.nrm, .given, of: victim)
            #expect(try await ground.desk.one(victim, as: ground.constable).route.route == .adultReferral)
        }
    }

    @Test("keeps the day and the first responder when its reference comes later", arguments: EngineKind.available)
    func laterReference(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let (victim, referral) = try await ground.approved(.adultWithSupport)
            let sent = ground.clock.now.day
            let waiting = RecordSubmission.Draft(submittedOn: sent, reference: "")
            #expect(try await ground.desk.recordSubmission(of: referral, waiting, by: ground.constable, key: ground.key()).problems == [])
            ground.clock.set(Moment(day: sent.adding(days: 3), hour: 9))
            let typed = RecordSubmission.Draft(submittedOn: sent.adding(days: 3), reference: "NRM-7")
            #expect(try await ground.desk.recordSubmission(of: referral, typed, by: ground.supporter, key: ground.key()).problems == [])
            let line = try await ground.file(referral, of: victim).referral.line
            #expect(line.submittedOn == sent && line.firstResponder == ground.police && line.homeOfficeReference == "NRM-7")
        }
    }

    @Test("is not left behind when the pathway is closed", arguments: EngineKind.available)
    func closing(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let victim = try await ground.person(for: .child)
            let referral = try await ground.started(victim)
            func close() async throws -> [String] {
                try await ground.desk.close(
                    victim, reason: "support-ended", note: "She is well", by: ground.constable, key: ground.key()
                ).problems.map(\.message)
            }
            #expect(try await close().contains { $0.contains("is being written") })
            _ = try await ground.desk.setAsideReferral(referral, by: ground.constable, key: ground.key())
            #expect(try await !close().contains { $0.contains("is being written") })
        }
    }

    // MARK: Safety

    @Test("leads to somebody's own telephone only where the safe ways are agreed")
    func contactRules() {
        let answers = InventedReport.of(.adultWithSupport)
        for rule in ContactRule.allCases {
            let count = UnsafeContact.problems(answers, unsafe: [], rule: rule).count
            #expect(count == (rule == .safeWaysOnly ? 0 : 3), "\(rule)")
        }
    }

    @Test("asks for telephone numbers and addresses that can be ones")
    func shapes() {
        func fields(_ contact: SafeContact) -> [String] {
            KeepSafeContact.problems(.init(rule: .throughWorker, contact: contact), isOpen: true).map(\.field)
        }
        #expect(fields(SafeContact(phone: "abc", email: "abc")) == ["phone", "email"])
        #expect(fields(SafeContact(phone: "07700 900123, ask for May", email: "a@example.org")) == [])
    }
}
