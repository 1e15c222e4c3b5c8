import Access
import Kernel
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("Decisions that wait")
struct WaitingTests {
    @Test("are listed by competent authority with the waiting time, the overdue apart", arguments: EngineKind.available)
    func listed(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            // A Monday; five working days before ended on the Friday before last.
            let ground = try await CourseGround(engine, at: "2024-05-20")
            let (one, child) = (try await ground.victim(), try await ground.victim("P-0002", isChild: true))
            let overdue = try await ground.referral(of: one, sent: "2024-05-10", reference: "R-1", authority: "sca")
            _ = try await ground.referral(of: one, sent: "2024-05-13", reference: "R-2", authority: "sca")
            let panel = try await ground.referral(of: child, sent: "2024-04-20", reference: "R-3", authority: "panel")
            _ = try await ground.desk.convene(
                meetsOn: try day("2024-05-21"), for: panel, of: child, by: ground.coordinator, key: ground.key())
            let conclusive = try await ground.referral(of: one, sent: "2024-03-01", reference: "R-4", authority: "ieca")
            try await ground.step(
                .init(.reasonableGrounds, .positive, on: try day("2024-03-08"), authority: "ieca"), on: conclusive, of: one)
            let resting = try await ground.referral(of: one, sent: "2024-04-18", reference: "R-5", authority: "ieca")
            try await ground.step(
                .init(.reasonableGrounds, .positive, on: try day("2024-04-20"), authority: "ieca"), on: resting, of: one)
            _ = try await ground.referral(of: one, .withdrawn, sent: "2024-01-01", reference: "R-6", authority: "sca")

            func ask(_ query: WaitingQuery, as viewer: Viewer? = nil) async throws -> [String] {
                try await ground.desk.waiting(query, as: viewer ?? ground.coordinator).listing.items.map {
                    "\($0.reference) \($0.days(on: ground.clock.now.day)) \($0.waiting.isOverdue)"
                }
            }
            // Conclusive grounds have no target: they are never overdue, and the list of all says since when they may be decided.
            #expect(try await ask(WaitingQuery()) == ["R-1 10 true"])
            #expect(
                try await ask(WaitingQuery(isOverdue: false)) == [
                    "R-4 80 false", "R-5 32 false", "R-3 30 false", "R-1 10 true", "R-2 7 false",
                ])
            let all = try await ground.desk.waiting(WaitingQuery(isOverdue: false), as: ground.coordinator).listing.items
            #expect(all.map(\.waiting.isPossible) == [true, false, false, false, false])
            #expect(all.map { $0.waiting.possibleFrom?.iso } == ["2024-04-08", "2024-05-21", nil, nil, nil])
            #expect(try await ask(WaitingQuery(isOverdue: false, authority: "panel")) == ["R-3 30 false"])
            #expect(try await ask(WaitingQuery(isOverdue: false), as: ground.stranger) == [])
            let totals = try await ground.desk.waiting(WaitingQuery(), as: ground.coordinator).totals
            #expect(totals.map(\.authority) == ["ieca", "panel", "sca"])
            #expect(totals.map(\.reasonableGrounds) == [0, 1, 2])
            #expect(totals.map(\.conclusiveGrounds) == [2, 0, 0])
            #expect(totals.map(\.overdue) == [0, 0, 1])
            #expect(totals.map(\.possible) == [1, 0, 0])
            #expect(totals.map(\.longest) == [80, 30, 10])
            let sca = WaitingQuery(isOverdue: false, authority: "sca", size: 1)
            let first = try await ground.desk.waiting(sca, as: ground.coordinator).listing
            #expect(first.items.map(\.referral) == [overdue])
            let next = try await ground.desk.waiting(
                WaitingQuery(
                    isOverdue: false, authority: "sca", after: first.next.flatMap { WaitingQuery.Cursor($0) }, size: 1),
                as: ground.coordinator
            ).listing
            #expect(next.items.map(\.reference) == ["R-2"])
            #expect(next.next == nil)

            let work = try await ground.desk.desk.read(as: ground.supporter, Consultation("test", "referrals")) {
                try $0.courseWork(ground.desk.rules).map { "\($0.need) \($0.due)" }
            }
            #expect(
                work == [
                    "crimeRecordMissing 2024-03-02", "crimeRecordMissing 2024-04-19", "crimeRecordMissing 2024-04-21",
                    "crimeRecordMissing 2024-05-11", "crimeRecordMissing 2024-05-14", "decisionOverdue 2024-05-17",
                    "recoveryEnds 2024-05-20",
                ])
        }
    }

    @Test("stay work however long they are overdue and however many are newer", arguments: EngineKind.available)
    func oldest(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await CourseGround(engine, at: "2024-05-20")
            let victim = try await ground.victim()
            let forgotten = try await ground.referral(of: victim, sent: "2021-05-10", reference: "R-1")
            let (charity, partnership, world) = (ground.charity, ground.partnership, ground.clock.world)
            try await engine.write { transaction in
                for number in 0..<510 {
                    try transaction.run(
                        """
                        INSERT INTO referrals (id, victim_id, partnership_id, reference, version, kind, is_anonymous, status,
                            started_on, encountered_on, organisation_id, age_group, exploitation, local_authority, submitted_on,
                            competent_authority)
                        VALUES (\(world.newID(Referral.self)), \(victim), \(partnership), \("R-N\(number)"), 1, 'nrm', 0,
                            'awaiting-reasonable-grounds', '2024-01-02', '2024-01-02', \(charity), '', '', '', '2024-05-17', '')
                        """)
                }
            }
            let work = try await ground.desk.desk.read(as: ground.supporter, Consultation("test", "referrals")) {
                try $0.courseWork(ground.desk.rules)
            }
            #expect(work.first?.referral == forgotten)
            #expect(work.first?.need == .decisionOverdue)
        }
    }

    @Test("become work by day and status, in words that tell nobody who it is")
    func work() throws {
        let rules = try PathwayReference.rules()
        func needs(_ status: ReferralStatus, newest: String?, positive: String? = nil, today: String, hasCrime: Bool = true) throws
            -> [CourseWorkItem.Need]
        {
            let standing = CourseWorkItem.Standing(
                referral: ID<Referral>(at: Moment(microseconds: 0), random: (1, 1)),
                victim: ID<PotentialVictim>(at: Moment(microseconds: 0), random: (1, 1)), victimReference: "P-0001",
                status: status,
                facts: CourseFacts(nation: .england, isNotification: false, submittedOn: try day("2024-03-01"), hasPanel: false),
                positiveOn: try positive.map(day), newestOn: try newest.map(day), hasCrime: hasCrime)
            return CourseWorkItem.items(standing, rules: rules, today: try day(today)).map(\.need)
        }
        #expect(try needs(.awaitingReasonableGrounds, newest: nil, today: "2024-03-08") == [])
        #expect(try needs(.awaitingReasonableGrounds, newest: nil, today: "2024-03-09") == [.decisionOverdue])
        #expect(try needs(.awaitingReasonableGrounds, newest: nil, today: "2024-03-01", hasCrime: false) == [.crimeRecordMissing])
        #expect(try needs(.awaitingReasonableGrounds, newest: nil, today: "2024-08-01", hasCrime: false) == [.decisionOverdue])
        // The recovery period of 8 March ends on 7 April.
        for (today, isWork) in [("2024-03-23", false), ("2024-03-24", true), ("2024-04-21", true), ("2024-04-22", false)] {
            let found = try needs(.awaitingConclusiveGrounds, newest: "2024-03-08", positive: "2024-03-08", today: today)
            #expect(found == (isWork ? [.recoveryEnds] : []), "\(today)")
        }
        for (today, isWork) in [("2024-03-23", false), ("2024-03-24", true), ("2024-04-07", true), ("2024-04-08", false)] {
            for status in [ReferralStatus.reasonableGroundsNegative, .conclusiveGroundsNegative, .disqualified] {
                #expect(try needs(status, newest: "2024-03-08", today: today) == (isWork ? [.reconsiderationCloses] : []), "\(today)")
            }
        }
        #expect(try needs(.suspended, newest: "2024-03-08", today: "2024-03-24") == [])
    }
}
