import Access
import Kernel
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("What is kept of looking after somebody")
struct SupportStoreTests {
    @Test("an entry is kept, opened, changed and ended", arguments: EngineKind.available)
    func whole(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await ground.open()
            let entry = try await ground.add(ground.need("A dentist who knows"), for: victim)
            let kept = try await ground.file(victim)
            #expect(kept.unmetNeeds == 1)
            let line = try #require(kept.lines.first)
            #expect(line.code == "health")
            #expect(line.status == .unmet)
            #expect(line.dueOn == ground.today.adding(days: 7))
            #expect(line.organisationName == "Safe Harbour")
            #expect(try await ground.desk.openSupport(entry, by: ground.worker).words == ["note": "A dentist who knows"])
            var draft = ground.need("Seen by a dentist")
            draft.status = .met
            let changed = try await ground.desk.changeSupport(entry, draft, by: ground.worker, expecting: 1, key: ground.key())
            #expect(changed.problems == [])
            let ended = try await ground.file(victim)
            #expect(ended.unmetNeeds == 0)
            #expect(ended.due.isEmpty)
            #expect(ended.lines.first?.version == 2)
            #expect(try await ground.desk.openSupport(entry, by: ground.worker).words == ["note": "Seen by a dentist"])
            await #expect(throws: AccessError.changedMeanwhile(version: 2)) {
                try await ground.desk.changeSupport(entry, draft, by: ground.worker, expecting: 1, key: ground.key())
            }
        }
    }

    @Test("nobody but the coordinator and those who work with them sees or writes any of it", arguments: EngineKind.available)
    func circle(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await ground.open()
            let entry = try await ground.add(ground.need(), for: victim)
            for viewer in [ground.constable, ground.nurse] {
                await #expect(throws: AccessError.notVisible) { try await ground.desk.openSupport(entry, by: viewer) }
                await #expect(throws: AccessError.notVisible) {
                    try await ground.desk.addSupport(ground.need(), for: victim, by: viewer, key: ground.key())
                }
                await #expect(throws: AccessError.notVisible) {
                    try await ground.desk.changeSupport(entry, ground.need(), by: viewer, expecting: 1, key: ground.key())
                }
                #expect(try await ground.due(.entries, as: viewer).isEmpty)
            }
            try await ground.admit(ground.police, to: victim)
            #expect(try await ground.desk.openSupport(entry, by: ground.constable).words.isEmpty)
            #expect(try await ground.due(.entries, as: ground.constable).count == 1)
            #expect(try await ground.due(.entries, as: ground.coordinator).count == 1)
        }
    }

    @Test("the same form sent twice is one entry", arguments: EngineKind.available)
    func twice(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await ground.open()
            let key = ground.key()
            let one = try await ground.desk.addSupport(ground.need(), for: victim, by: ground.worker, key: key)
            let two = try await ground.desk.addSupport(ground.need(), for: victim, by: ground.worker, key: key)
            #expect(one.result != nil)
            #expect(one.result == two.result)
            #expect(try await ground.file(victim).lines.count == 1)
        }
    }

    @Test("the address of a stay is opened by itself, kept when it is not typed again, and destroyed", arguments: EngineKind.available)
    func address(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await ground.open()
            var draft = SupportDraft(
                .stay, code: "safe-house", status: .current, answers: ["suitability": "women"], startsOn: ground.today,
                address: "14 Quiet Lane")
            let stay = try await ground.add(draft, for: victim)
            #expect(try await ground.desk.openAddress(of: stay, by: ground.worker).result == "14 Quiet Lane")
            func keep(_ version: Int) async throws {
                let outcome = try await ground.desk.changeSupport(
                    stay, draft, by: ground.worker, expecting: version, key: ground.key())
                #expect(outcome.problems == [])
            }
            draft.address = ""
            try await keep(1)
            #expect(try await ground.file(victim).lines.first?.hasAddress == true)
            #expect(try await ground.desk.openAddress(of: stay, by: ground.worker).result == "14 Quiet Lane")
            draft.removesAddress = true
            try await keep(2)
            #expect(try await ground.file(victim).lines.first?.hasAddress == false)
            #expect(try await !ground.desk.openAddress(of: stay, by: ground.worker).problems.isEmpty)
            #expect(try await ground.texts("SELECT field FROM sealed_values WHERE field = 'address'") == [])
            let openings = try await ground.texts("SELECT verb FROM journal_entries WHERE verb = 'open-stay-address'")
            #expect(openings.count == 2)
            // What is destroyed is an erasure, beside the change.
            let erased = try await ground.texts(
                "SELECT verb || ' ' || detail FROM journal_entries WHERE event = 'erasure' AND record_id = \(stay)")
            #expect(erased == ["change-support address"])
            let second = SupportDraft(.stay, code: "friends", status: .current, startsOn: ground.today)
            #expect(try await ground.problems(second, for: victim).first?.contains("End the other stay first") == true)
        }
    }

    @Test(
        "a contact that was not agreed, or not so, is refused; the code word is shown for one that is planned",
        arguments: EngineKind.available)
    func contact(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await ground.open()
            var draft = SupportDraft(
                .contact, code: "call", status: .planned, answers: ["direction": "we"],
                startsOn: ground.today.adding(days: 1), startsAt: "9:30", organisation: ground.charity)
            #expect(try await ground.problems(draft, for: victim).count == 1)
            let safe = SafeContact(phone: "07700 900456", from: "09:00", until: "11:00", codeWord: "The library")
            try await ground.agree(.safeWaysOnly, unsafe: [.message], safe, for: victim)
            let planned = try await ground.add(draft, for: victim)
            #expect(try await ground.desk.openSupport(planned, by: ground.worker).contact == safe)
            #expect(try await ground.file(victim).lines.first?.startsAt == "09:30")
            draft.startsAt = "14:00"
            #expect(try await ground.problems(draft, for: victim) == ["Choose another hour: this one is outside the hours that are safe"])
            draft.startsAt = "10:00"
            draft.code = "message"
            #expect(try await ground.problems(draft, for: victim).count == 1)
            draft.code = "call"
            draft.status = .reached
            draft.startsOn = ground.today
            let held = try await ground.add(draft, for: victim)
            #expect(try await ground.desk.openSupport(held, by: ground.worker).contact == nil)
            #expect(try await ground.due(.entries).map(\.entry?.id) == [planned])
        }
    }

    @Test("what is due stands in the order of its days and goes on where a page ends", arguments: EngineKind.available)
    func due(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            var expected: [ID<SupportEntry>] = []
            for days in [9, 3, 5, 3, 1] {
                ground.clock.advance(seconds: 60)
                let victim = try await ground.open()
                expected.append(try await ground.add(ground.need(after: days), for: victim))
            }
            expected = [4, 1, 3, 2, 0].map { expected[$0] }
            for viewer in [ground.worker, ground.coordinator] {
                var query = SupportDueQuery(size: 2)
                var found: [ID<SupportEntry>] = []
                while true {
                    let asked = query
                    let page = try await ground.desk.desk.read(as: viewer, Consultation("test", "support_entries")) {
                        try $0.supportDue(asked)
                    }
                    found += page.items.compactMap(\.entry?.id)
                    guard let next = page.next else { break }
                    query.after = SupportDueQuery.Cursor(next)
                }
                #expect(found == expected)
            }
        }
    }

    @Test("those who agreed are asked how they are, counted from the last decision", arguments: EngineKind.available)
    func outcomes(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let (agreed, declined, tookBack, early) = (
                try await ground.open(), try await ground.open(), try await ground.open(), try await ground.open()
            )
            for victim in [agreed, declined, tookBack] { try await ground.backdate(victim, to: ground.today.adding(months: -13)) }
            try await ground.backdate(early, to: ground.today.adding(months: -5))
            for victim in [agreed, tookBack, early] { try await ground.consent(.statistics, .given, of: victim) }
            try await ground.consent(.statistics, .declined, of: declined)
            ground.clock.advance(seconds: 5)
            try await ground.consent(.statistics, .withdrawn, of: tookBack)
            #expect(try await ground.due(.outcomes).map(\.victim) == [agreed])
            #expect(try await ground.due(.outcomes).first?.months == 12)
            #expect(try await ground.file(agreed).outcome?.months == 12)
            let referral = ground.clock.world.newID(Referral.self)
            let (partnership, day) = (ground.partnership, ground.today.adding(months: -7))
            try await ground.change(
                """
                INSERT INTO referrals (id, victim_id, partnership_id, reference, version, kind, is_anonymous, status, started_on,
                    encountered_on, age_group, exploitation, local_authority, competent_authority)
                VALUES (\(referral), \(agreed), \(partnership), 'R-1', 1, 'nrm', 0, 'draft', \(day), \(day), '', '', '', '')
                """)
            try await ground.change(
                """
                INSERT INTO referral_decisions (id, referral_id, victim_id, partnership_id, stage, outcome, decided_on,
                    authority, reason, recorded_at)
                VALUES ('1', \(referral), \(agreed), \(partnership), 'conclusive-grounds', 'positive', \(day), '', '', 0)
                """)
            // What decides nothing, or was taken out, is no decision to count from.
            for (id, stage, outcome, voidedAt) in [
                ("2", "acknowledged", "received", nil as Int?), ("3", "suspension", "suspended", nil),
                ("4", "withdrawal", "withdrawn", nil),
                ("5", "conclusive-grounds", "positive", 1),
            ] {
                let today = ground.today
                try await ground.change(
                    """
                    INSERT INTO referral_decisions (id, referral_id, victim_id, partnership_id, stage, outcome, decided_on,
                        authority, reason, recorded_at, voided_at)
                    VALUES (\(id), \(referral), \(agreed), \(partnership), \(stage), \(outcome), \(today), '', '', 0, \(voidedAt))
                    """)
            }
            #expect(try await ground.due(.outcomes).map(\.months) == [6])
            #expect(try await ground.file(agreed).isCountedFromDecision)
            #expect(try await ground.file(agreed).outcomesFrom == day)
            _ = try await ground.add(SupportDraft(.outcome, code: "6", status: .notReached, startsOn: ground.today), for: agreed)
            #expect(try await ground.due(.outcomes).isEmpty)
            #expect(try await ground.file(agreed).outcome == nil)
            // A later decision begins the count anew; what was asked before stays, and can be put right.
            let entry = try #require(try await ground.file(agreed).lines(of: .outcome).first)
            let later = ground.today
            ground.clock.advance(seconds: 86_400 * 7)
            try await ground.change(
                """
                INSERT INTO referral_decisions (id, referral_id, victim_id, partnership_id, stage, outcome, decided_on,
                    authority, reason, recorded_at)
                VALUES ('6', \(referral), \(agreed), \(partnership), 'reconsideration', 'reversed', \(later), '', '', 0)
                """)
            let corrected = try await ground.desk.changeSupport(
                entry.id, SupportDraft(.outcome, code: "6", status: .declined, startsOn: entry.startsOn), by: ground.worker,
                expecting: entry.version, key: ground.key())
            #expect(corrected.problems == [])
            ground.clock.advance(seconds: 86_400 * 200)
            #expect(try await ground.due(.outcomes).filter { $0.victim == agreed }.map(\.months) == [6])
            #expect(try await ground.file(agreed).outcome?.months == 6)
            let again = try await ground.problems(
                SupportDraft(.outcome, code: "6", status: .notReached, startsOn: ground.today), for: agreed)
            #expect(again == [])
            let refused = try await ground.problems(
                SupportDraft(.outcome, code: "12", status: .notReached, startsOn: ground.today), for: tookBack)
            #expect(refused == ["They did not agree to be asked later how they are, or took it back: do not ask"])
        }
    }

    @Test("whoever turns 18 within half a year is listed until it is reviewed", arguments: EngineKind.available)
    func transition(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let child = AgeStanding(basis: .known, group: .child)
            func born(monthsTo18 months: Int) -> VictimIdentity {
                VictimIdentity(firstName: "Ana", bornOn: ground.today.adding(months: months - 18 * 12))
            }
            let soon = try await ground.open(born(monthsTo18: 5), age: child)
            _ = try await ground.open(born(monthsTo18: 12), age: child)
            _ = try await ground.open(born(monthsTo18: -24))
            #expect(try await ground.due(.adulthood).map(\.victim) == [soon])
            #expect(try await ground.file(soon).transition != nil)
            let draft = SupportDraft(.transition, status: .done, startsOn: ground.today)
            _ = try await ground.add(draft, for: soon)
            #expect(try await ground.due(.adulthood).isEmpty)
            #expect(try await ground.file(soon).transition == nil)
        }
    }

    @Test("what waits is one's own, and whoever is missing", arguments: EngineKind.available)
    func work(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await ground.open()
            try await ground.admit(ground.police, to: victim)
            _ = try await ground.add(ground.need(), for: victim)
            _ = try await ground.add(ground.need(after: 30), for: victim)
            let missing = SupportDraft(
                .missing, code: "safe-house", status: .missing, answers: ["police": "yes"], startsOn: ground.today)
            _ = try await ground.add(missing, for: victim)
            func kinds(_ viewer: Viewer) async throws -> [SupportKind?] {
                try await ground.desk.desk.read(as: viewer, Consultation("test", "support_entries")) {
                    try $0.supportWork().map(\.entry?.kind)
                }
            }
            #expect(try await kinds(ground.worker) == [.missing, .need])
            #expect(try await kinds(ground.constable) == [.missing])
            #expect(try await kinds(ground.coordinator) == [.missing])
            #expect(try await kinds(ground.nurse) == [])
            #expect(try await kinds(ground.viewer([.visitTeam], of: ground.charity, number: 9)) == [])
        }
    }
}
