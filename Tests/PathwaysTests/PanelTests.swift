import Access
import Kernel
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("The children's panel")
struct PanelTests {
    private static func member(
        _ agency: PanelAgency, chair: Bool = false, lead: Bool = false, _ conflict: PanelConflict = .none
    ) -> PanelDetail.Member {
        PanelDetail.Member(
            id: ID<ChildPanelMember>(at: Moment(microseconds: 0), random: (1, 1)), agency: agency, name: "A", isChair: chair,
            isLeadWorker: lead, conflict: conflict)
    }

    static let quorums: [([PanelDetail.Member], [String])] = [
        ([member(.council, chair: true), member(.police), member(.health)], []),
        ([member(.council, lead: true), member(.police, chair: true), member(.health), member(.other)], []),
        (
            [],
            [
                "Nobody sits for: Council, children's services", "Nobody sits for: Police", "Nobody sits for: Health",
                "Nobody is the chair",
            ]
        ),
        ([member(.council, chair: true), member(.police)], ["Nobody sits for: Health"]),
        ([member(.council, chair: true), member(.police), member(.health, .stepsBack)], ["Nobody sits for: Health"]),
        ([member(.council, chair: true), member(.police), member(.health, .takesPart)], []),
        (
            [member(.council, chair: true, lead: true), member(.police), member(.health)],
            ["The chair is the child's lead social worker"]
        ),
        ([member(.council, chair: true), member(.police, chair: true), member(.health)], ["More than one person is the chair"]),
        (
            [member(.council, chair: true, .takesPart), member(.police), member(.health)],
            ["The chair has declared a conflict of interest"]
        ),
        (
            [member(.council), member(.council, chair: true, .stepsBack), member(.police), member(.health)],
            ["Nobody is the chair"]
        ),
    ]

    @Test("decides with council, police and health, and a chair who is free to be one", arguments: quorums.indices)
    func quorum(index: Int) {
        #expect(PanelDetail.quorumProblems(Self.quorums[index].0) == Self.quorums[index].1)
    }

    @Test(
        "decides for whoever has more than 100 days until 18, as far as the month tells",
        arguments: [
            ("", false), ("2024-05", true), ("2024-06", false), ("2025-01", false), ("2024-03", true), ("not-a-month", false),
        ])
    func age(month: String, isTooOld: Bool) throws {
        // The last day of May 2024 is 91 days after 1 March, the last of June 121.
        let found = ConvenePanel.isTooOld(month, on: try day("2024-03-01"), nation: .england, rules: try PathwayReference.rules())
        #expect(found == isTooOld)
    }

    @Test("is convened, filled and decides; what it rests on is sealed", arguments: EngineKind.available)
    func course(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await CourseGround(engine)
            let (desk, coordinator) = (ground.desk, ground.coordinator)
            let victim = try await ground.victim(isChild: true, adultFromMonth: "2026-01")
            let referral = try await ground.referral(of: victim)
            let meeting = try day("2024-03-20")
            let panel = try #require(
                try await desk.convene(meetsOn: meeting, for: referral, of: victim, by: coordinator, key: ground.key()).result)
            let again = try await desk.convene(meetsOn: meeting, for: referral, of: victim, by: coordinator, key: ground.key())
            #expect(again.problems.map(\.message) == ["A panel is convened already"])
            func seat(_ agency: PanelAgency, chair: Bool = false, lead: Bool = false) async throws -> Outcome<ID<ChildPanelMember>> {
                ground.clock.advance(seconds: 1)
                return try await desk.seat(
                    .init(agency: agency, name: "Robin Vale, manager", isChair: chair, isLeadWorker: lead, conflict: PanelConflict.none),
                    on: panel, of: referral, victim: victim, by: coordinator, key: ground.key())
            }
            #expect(try await seat(.council, chair: true, lead: true).problems.map(\.field) == ["is_chair"])
            let worker = try #require(try await seat(.council, lead: true).result)
            #expect(try await seat(.police, chair: true).problems == [])
            #expect(try await seat(.council, chair: true).problems.map(\.field) == ["is_chair"])
            let draft = DecidePanel.Draft(
                outcome: .positive, decidedOn: try day("2024-03-20"), evidence: "What Elena told the school",
                dissent: "Health thought it too early")
            ground.clock.set(Moment(day: try day("2024-03-20"), hour: 16))
            let short = try await desk.decide(draft, on: referral, of: victim, by: coordinator, key: ground.key())
            #expect(short.problems.map(\.message) == ["The panel cannot decide. Nobody sits for: Health"])
            #expect(try await seat(.health).problems == [])
            _ = try await desk.standDown(worker, of: referral, victim: victim, by: coordinator, key: ground.key())
            let without = try await desk.decide(draft, on: referral, of: victim, by: coordinator, key: ground.key())
            #expect(without.problems.map(\.message) == ["The panel cannot decide. Nobody sits for: Council, children's services"])
            #expect(try await seat(.council).problems == [])
            #expect(try await desk.decide(draft, on: referral, of: victim, by: coordinator, key: ground.key()).problems == [])
            let file = try await ground.file(referral, of: victim)
            #expect(file.referral.status == .awaitingConclusiveGrounds)
            #expect(file.referral.competentAuthority == "panel")
            #expect(file.openPanel == nil)
            #expect(file.panels.first?.outcome == .positive)
            #expect(file.panels.first?.hasDissent == true)
            #expect(file.panels.first?.members.count == 3)
            let records = try await desk.desk.read(as: coordinator, Consultation("test", "child_panels")) {
                try $0.recordsOf(victim)
            }
            #expect(records.contains(panel.text) && records.contains(worker.text))
            let record = try #require(try await desk.readPanel(panel, by: ground.supporter).result)
            #expect(record == PanelRecord(evidence: "What Elena told the school", dissent: "Health thought it too early"))
            await #expect(throws: AccessError.notVisible) { _ = try await desk.readPanel(panel, by: ground.stranger) }
            let plain = try await ground.plainText()
            #expect(!plain.contains("Elena") && !plain.contains("too early"))
            #expect(try await seat(.other).problems.map(\.message) == ["The panel has ended: nobody else can be named"])
        }
    }

    /// Everybody whom a panel needs.
    private func fill(_ panel: ID<ChildPanel>, of referral: ID<Referral>, victim: ID<PotentialVictim>, _ ground: CourseGround) async throws
    {
        for agency in PanelAgency.core {
            ground.clock.advance(seconds: 1)
            let seat = SeatPanelMember.Draft(
                agency: agency, name: "Robin Vale, manager", isChair: agency == .police, isLeadWorker: false, conflict: PanelConflict.none)
            let outcome = try await ground.desk.seat(
                seat, on: panel, of: referral, victim: victim, by: ground.coordinator, key: ground.key())
            #expect(outcome.problems == [])
        }
    }

    @Test("has still to decide once its decision is taken out", arguments: EngineKind.available)
    func takenOut(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await CourseGround(engine)
            let victim = try await ground.victim(isChild: true, adultFromMonth: "2026-01")
            let referral = try await ground.referral(of: victim)
            let met = try day("2024-03-20")
            func convene(on day: Day) async throws -> ID<ChildPanel> {
                try #require(
                    try await ground.desk.convene(meetsOn: day, for: referral, of: victim, by: ground.coordinator, key: ground.key())
                        .result)
            }
            let panel = try await convene(on: met)
            try await fill(panel, of: referral, victim: victim, ground)
            ground.clock.set(Moment(day: met, hour: 16))
            let draft = DecidePanel.Draft(outcome: .positive, conclusive: .positive, decidedOn: met, evidence: "What the school wrote")
            #expect(
                try await ground.desk.decide(draft, on: referral, of: victim, by: ground.coordinator, key: ground.key()).problems == [])
            func void() async throws -> [String] {
                ground.clock.advance(seconds: 60)
                let newest = try #require(try await ground.file(referral, of: victim).history.newest)
                return try await ground.desk.void(
                    newest.id, reason: "Wrong child", on: referral, of: victim, by: ground.coordinator, key: ground.key()
                ).problems.map(\.message)
            }
            #expect(try await void() == [])
            var file = try await ground.file(referral, of: victim)
            #expect(file.panels.map(\.conclusive) == [nil])
            #expect(file.panels.map(\.outcome) == [.positive])
            ground.clock.advance(seconds: 60)
            let second = try await convene(on: met)
            #expect(try await void() == ["A panel is convened for the decision after this one: call it off first"])
            #expect(
                try await ground.desk.cancel(second, of: referral, victim: victim, by: ground.coordinator, key: ground.key()).problems
                    == [])
            #expect(try await void() == [])
            file = try await ground.file(referral, of: victim)
            #expect(file.openPanel?.id == panel)
            #expect(file.openPanel?.outcome == nil)
            #expect(file.openPanel?.members.count == 3)
            #expect(file.referral.competentAuthority == "")
        }
    }

    @Test("may decide conclusive grounds in the same meeting, within the recovery period", arguments: EngineKind.available)
    func sameMeeting(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await CourseGround(engine)
            let victim = try await ground.victim(isChild: true, adultFromMonth: "2026-01")
            let referral = try await ground.referral(of: victim)
            let met = try day("2024-03-20")
            let panel = try #require(
                try await ground.desk.convene(meetsOn: met, for: referral, of: victim, by: ground.coordinator, key: ground.key()).result)
            try await fill(panel, of: referral, victim: victim, ground)
            ground.clock.set(Moment(day: met, hour: 16))
            func decide(_ outcome: DecisionOutcome, _ conclusive: DecisionOutcome, reason: String = "") async throws -> [String] {
                try await ground.desk.decide(
                    .init(outcome: outcome, conclusive: conclusive, decidedOn: met, reason: reason, evidence: "What the school saw"),
                    on: referral, of: victim, by: ground.coordinator, key: ground.key()
                ).problems.map(\.field)
            }
            #expect(try await decide(.negative, .positive, reason: "definition-not-met") == ["conclusive"])
            #expect(try await decide(.positive, .negative) == ["reason-negative_reason"])
            #expect(try await decide(.positive, .positive) == [])
            let file = try await ground.file(referral, of: victim)
            #expect(file.referral.status == .conclusiveGroundsPositive)
            #expect(file.history.entries.map(\.stage).suffix(2) == [.reasonableGrounds, .conclusiveGrounds])
            #expect(file.panels.map(\.conclusive) == [.positive])
        }
    }

    @Test("decides conclusive grounds in a meeting of its own, due 90 days after the referral", arguments: EngineKind.available)
    func laterMeeting(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await CourseGround(engine)
            let (desk, coordinator) = (ground.desk, ground.coordinator)
            let victim = try await ground.victim(isChild: true, adultFromMonth: "2026-01")
            let referral = try await ground.referral(of: victim)
            let met = try day("2024-03-20")
            for meeting in [met, try day("2024-04-10")] {
                let panel = try #require(
                    try await desk.convene(meetsOn: meeting, for: referral, of: victim, by: coordinator, key: ground.key()).result)
                try await fill(panel, of: referral, victim: victim, ground)
                ground.clock.set(Moment(day: meeting, hour: 16))
                let draft = DecidePanel.Draft(outcome: .positive, decidedOn: meeting, evidence: "What the school saw")
                #expect(try await desk.decide(draft, on: referral, of: victim, by: coordinator, key: ground.key()).problems == [])
                let file = try await ground.file(referral, of: victim)
                guard meeting == met else {
                    #expect(file.referral.status == .conclusiveGroundsPositive)
                    #expect(file.panels.map(\.stage) == [.conclusiveGrounds, .reasonableGrounds])
                    continue
                }
                #expect(file.referral.status == .awaitingConclusiveGrounds)
                let sent = try #require(file.referral.submittedOn)
                let rules = try PathwayReference.rules()
                let late = sent.adding(days: 91)
                #expect(file.history.waiting(file.facts, rules: rules, today: late)?.isOverdue == true)
                #expect(file.history.waiting(file.facts, rules: rules, today: sent.adding(days: 90))?.isOverdue == false)
                #expect(
                    file.history.clocks(file.facts, rules: rules, today: late).first?.heading
                        == "Conclusive grounds decision of the children's panel")
                ground.clock.set(Moment(day: sent.adding(days: 90), hour: 9))
                func overdue() async throws -> Int { try await desk.waiting(WaitingQuery(), as: coordinator).listing.items.count }
                #expect(try await overdue() == 0)
                ground.clock.set(Moment(day: late, hour: 9))
                #expect(try await overdue() == 1)
                ground.clock.set(Moment(day: try day("2024-04-01"), hour: 9))
            }
        }
    }

    @Test("is not passed over by the ordinary form, and decides about no adult there", arguments: EngineKind.available)
    func ordinaryForm(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await CourseGround(engine)
            let adult = try await ground.victim()
            let child = try await ground.victim("P-0002", isChild: true, adultFromMonth: "2026-01")
            let (ofAdult, ofChild) = (try await ground.referral(of: adult), try await ground.referral(of: child, reference: "R-0002"))
            let met = try day("2024-03-20")
            _ = try await ground.desk.convene(meetsOn: met, for: ofChild, of: child, by: ground.coordinator, key: ground.key())
            ground.clock.set(Moment(day: met, hour: 16))
            func record(_ referral: ID<Referral>, _ victim: ID<PotentialVictim>, _ authority: String) async throws -> [String] {
                try await ground.desk.record(
                    .init(.reasonableGrounds, .positive, on: met, authority: authority), on: referral, of: victim,
                    by: ground.coordinator, key: ground.key()
                ).problems.map(\.field)
            }
            #expect(try await record(ofAdult, adult, CourseFile.panel) == ["authority"])
            #expect(try await record(ofChild, child, "sca") == ["step"])
            #expect(try await record(ofAdult, adult, "sca") == [])
        }
    }

    @Test("is for children whose decision is awaited", arguments: EngineKind.available)
    func refused(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await CourseGround(engine)
            let (adult, child) = (try await ground.victim(), try await ground.victim("P-0002", nation: .northernIreland, isChild: true))
            func convene(_ referral: ID<Referral>, _ victim: ID<PotentialVictim>, _ on: String?) async throws -> [String] {
                try await ground.desk.convene(
                    meetsOn: try on.map(day), for: referral, of: victim, by: ground.coordinator, key: ground.key()
                ).problems.map(\.message)
            }
            let first = try await ground.referral(of: adult)
            #expect(try await convene(first, adult, "2024-03-20") == ["A panel decides about children alone"])
            let second = try await ground.referral(of: child, .conclusiveGroundsPositive, reference: "R-0002")
            #expect(
                try await convene(second, child, nil) == [
                    "A panel is convened while a decision about reasonable or conclusive grounds is awaited",
                    "Enter the day on which the panel meets",
                ])
            #expect(try await convene(second, child, "2024-03-01").contains("No panels decide in Northern Ireland"))
        }
    }
}
