import Access
import Kernel
import ReferralForm
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("Referrals that wait for somebody")
struct ReferralWorkTests {
    @Test(
        "want something of the writer, of somebody else, or of the office that began them",
        arguments: [
            (.draft, true, true, .write), (.draft, false, true, nil),
            (.inReview, true, true, nil), (.inReview, false, false, .review), (.ready, false, true, .keyIn),
            (.ready, true, false, nil), (.submitted, false, true, .reference), (.awaitingReasonableGrounds, true, true, nil),
        ] as [(ReferralStatus, Bool, Bool, ReferralWorkItem.Need?)])
    func need(status: ReferralStatus, isOwn: Bool, isOfOwnOffice: Bool, expected: ReferralWorkItem.Need?) {
        #expect(ReferralWorkItem.need(status, isOwn: isOwn, isOfOwnOffice: isOfOwnOffice) == expected)
    }

    @Test("are read with the person's reference alone, and by nobody from elsewhere", arguments: EngineKind.available)
    func read(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ReferralCase(engine)
            let victim = try await ground.person(for: .child)
            let referral = try await ground.started(victim)
            func work(_ viewer: Viewer) async throws -> [ReferralWorkItem.Need] {
                try await ground.desk.desk.read(as: viewer, Consultation("open-my-work", "concerns")) { reading in
                    try reading.referralWork().map { item in
                        #expect(item.referral == referral && item.victim == victim && item.victimReference.hasPrefix("P-"))
                        return item.need
                    }
                }
            }
            func move(_ status: ReferralStatus) async throws {
                try await engine.write { _ = try $0.run("UPDATE referrals SET status = \(status)") }
            }
            func since(_ viewer: Viewer) async throws -> [Day] {
                try await ground.desk.desk.read(as: viewer, Consultation("open-my-work", "concerns")) {
                    try $0.referralWork().map(\.since)
                }
            }
            let viewers = [ground.constable, ground.sergeant, ground.supporter, ground.coordinator, ground.outsider]
            let expected: [(ReferralStatus, [[ReferralWorkItem.Need]])] = [
                (.draft, [[.write], [], [], [], []]), (.inReview, [[], [.review], [.review], [.review], []]),
                (.ready, [[.keyIn], [.keyIn], [], [.keyIn], []]), (.submitted, [[.reference], [.reference], [], [.reference], []]),
                (.notified, [[], [], [], [], []]),
            ]
            for (status, needs) in expected {
                try await move(status)
                for (viewer, need) in zip(viewers, needs) {
                    #expect(try await work(viewer) == need, "\(status), \(viewer.name)")
                }
            }
            // Since when: a draft since it was begun, a review since it was sent there, a pack since the review.
            let (begun, reviewed) = (try #require(Day("2019-12-02")), try #require(Day("2019-12-11")))
            let sent = Moment(day: try #require(Day("2019-12-09")), hour: 10)
            try await engine.write {
                _ = try $0.run("UPDATE referrals SET started_on = \(begun), reviewed_on = \(reviewed)")
                _ = try $0.run(
                    """
                    INSERT INTO record_changes (id, partnership_id, strand, record_kind, record_id, victim_id, at, verb, summary,
                        differences)
                    SELECT 'sent', partnership_id, '', 'referrals', id, victim_id, \(sent), 'send-referral-for-review', '', '[]'
                    FROM referrals
                    """)
            }
            for (status, viewer, day) in [
                (.draft, ground.constable, begun), (.inReview, ground.sergeant, sent.day), (.ready, ground.constable, reviewed),
            ] as [(ReferralStatus, Viewer, Day)] {
                try await move(status)
                #expect(try await since(viewer) == [day], "\(status)")
            }
        }
    }
}
