import Access
import Kernel
import Partnerships
import TestSupport
import Testing

@testable import Pathways

@Suite("A step of the course")
struct DecisionRuleTests {
    typealias Draft = RecordDecision.Draft

    private func standing(
        _ status: ReferralStatus, entries: [CourseDecision] = [], sent: String = "2024-03-01", nation: Nation = .england,
        isNotification: Bool = false, isChild: Bool = false
    ) throws -> RecordDecision.Standing {
        RecordDecision.Standing(
            history: CourseHistory(status: status, isNotification: isNotification, entries: entries),
            facts: CourseFacts(nation: nation, isNotification: isNotification, submittedOn: try day(sent), hasPanel: false),
            isTreatedAsChild: isChild)
    }

    private func entry(
        _ stage: DecisionStage, _ outcome: DecisionOutcome, _ on: String, from: ReferralStatus, number: UInt64 = 1
    ) throws -> CourseDecision {
        CourseDecision(
            id: ID<ReferralDecision>(at: Moment(microseconds: 0), random: (number, number)), stage: stage, outcome: outcome,
            decidedOn: try day(on), authority: "sca", reason: "", toldOn: nil, recordedAt: Moment(microseconds: 0),
            organisationName: "", personName: "", wasAskedEarly: false, hasNote: false, from: from, voidedAt: nil)
    }

    private func fields(_ draft: Draft, _ standing: RecordDecision.Standing, today: String = "2024-12-31") throws -> [String] {
        RecordDecision.problems(
            draft, standing, rules: try PathwayReference.rules(), lists: try CodeLists.shipped(), today: try day(today)
        ).map(\.field)
    }

    @Test("has a day that runs neither backwards nor ahead")
    func days() throws {
        let waiting = try standing(.awaitingReasonableGrounds)
        func check(_ on: String?, told: String? = nil, _ wanted: [String], today: String = "2024-03-10") throws {
            let draft = Draft(
                .reasonableGrounds, .positive, on: try on.map(day), authority: "sca", toldOn: try told.map(day))
            #expect(try fields(draft, waiting, today: today) == wanted, "\(on ?? "") \(told ?? "")")
        }
        try check(nil, ["decided_on"])
        try check("2024-02-29", ["decided_on"])
        try check("2024-03-01", [])
        try check("2024-03-10", [])
        try check("2024-03-11", ["decided_on"])
        try check("2024-03-05", told: "2024-03-04", ["told_on"])
        try check("2024-03-05", told: "2024-03-05", [])
        try check("2024-03-05", told: "2024-03-11", ["told_on"])
        let later = try standing(
            .awaitingConclusiveGrounds,
            entries: [try entry(.reasonableGrounds, .positive, "2024-03-08", from: .awaitingReasonableGrounds)])
        let suspended = Draft(.suspension, .suspended, on: try day("2024-03-07"), authority: "sca", reason: "not-found")
        #expect(try fields(suspended, later) == ["decided_on"])
    }

    @Test("of conclusive grounds waits for the period after the positive decision, unless the person asked")
    func early() throws {
        for (nation, positive, last) in [
            (Nation.england, "2024-03-08", "2024-04-07"), (.scotland, "2024-03-08", "2024-04-07"),
            (.england, "2023-01-29", "2023-03-15"),
        ] {
            let standing = try standing(
                .awaitingConclusiveGrounds,
                entries: [try entry(.reasonableGrounds, .positive, positive, from: .awaitingReasonableGrounds)],
                sent: "2023-01-10", nation: nation)
            var draft = Draft(.conclusiveGrounds, .negative, on: try day(last), authority: "sca", reason: "credibility")
            #expect(try fields(draft, standing) == ["asked_early"], "\(positive)")
            draft.wasAskedEarly = true
            #expect(try fields(draft, standing) == [])
            draft.wasAskedEarly = false
            draft.decidedOn = try day(last).adding(days: 1)
            #expect(try fields(draft, standing) == [])
        }
    }

    @Test("that asks for a reconsideration keeps the 30 days, but for exceptions")
    func window() throws {
        let standing = try standing(
            .reasonableGroundsNegative,
            entries: [try entry(.reasonableGrounds, .negative, "2024-03-08", from: .awaitingReasonableGrounds)])
        var draft = Draft(.reconsiderationRequest, .asked, on: try day("2024-04-07"), reason: "guidance")
        #expect(try fields(draft, standing) == [])
        draft.decidedOn = try day("2024-04-08")
        #expect(try fields(draft, standing) == ["is_exceptional"])
        draft.isExceptional = true
        #expect(try fields(draft, standing) == [])
    }

    @Test("names who decided and why, where somebody decides against the person")
    func reasons() throws {
        let waiting = try standing(.awaitingReasonableGrounds)
        let on = try day("2024-03-08")
        #expect(try fields(Draft(.reasonableGrounds, .negative, on: on), waiting) == ["authority", "reason-negative_reason"])
        #expect(
            try fields(Draft(.reasonableGrounds, .negative, on: on, authority: "sca", reason: "public-order"), waiting)
                == ["reason-negative_reason"])
        let positive = try standing(.awaitingConclusiveGrounds)
        #expect(
            try fields(Draft(.disqualification, .disqualified, on: on, authority: "sca"), positive)
                == ["reason-disqualification_ground"])
        #expect(
            try fields(Draft(.suspension, .suspended, on: on, authority: "nobody", reason: "absconded"), positive)
                == ["authority"])
        #expect(try fields(Draft(), waiting) == ["step"])
        #expect(try fields(Draft(.void, .positive, on: on), waiting) == ["step"])
    }

    @Test("withdraws for an adult, never for a child, and a report is received and nothing more")
    func withdrawal() throws {
        let on = try day("2024-03-08")
        let draft = Draft(.withdrawal, .withdrawn, on: on)
        #expect(try fields(draft, try standing(.awaitingReasonableGrounds)) == [])
        #expect(try fields(draft, try standing(.awaitingReasonableGrounds, isChild: true)) == ["step"])
        let report = try standing(.submitted, isNotification: true)
        #expect(try fields(draft, report) == ["step"])
        #expect(try fields(Draft(.acknowledged, .received, on: on), report) == [])
        #expect(
            try fields(Draft(.acknowledged, .received, on: on), try standing(.submitted)) == ["home_office_reference"])
        let long = Draft(.withdrawal, .withdrawn, on: on, note: String(repeating: "a", count: 10_001))
        #expect(try fields(long, try standing(.submitted)) == ["note"])
    }

    @Test("shows which spans run, in words")
    func clocks() throws {
        func words(_ status: ReferralStatus, _ entries: [CourseDecision], nation: Nation = .england, panel: Bool = false) throws
            -> [String]
        {
            let history = CourseHistory(status: status, isNotification: false, entries: entries)
            let facts = CourseFacts(
                nation: nation, isNotification: false, submittedOn: try day("2024-03-01"), hasPanel: panel)
            return history.clocks(facts, rules: try PathwayReference.rules(), today: try day("2024-03-12")).map {
                "\($0.heading): \($0.words)\($0.isLate ? " !" : "")"
            }
        }
        #expect(
            try words(.awaitingReasonableGrounds, [])
                == ["Reasonable grounds decision: Was due 8 March 2024, 2 working days late !"])
        #expect(
            try words(.awaitingReasonableGrounds, [], panel: true)
                == ["Decision of the children's panel: Due 15 April 2024, 34 days left"])
        let positive = [try entry(.reasonableGrounds, .positive, "2024-03-08", from: .awaitingReasonableGrounds)]
        #expect(
            try words(.awaitingConclusiveGrounds, positive) == ["Recovery period: Runs until 7 April 2024, 26 days left"])
        #expect(
            try words(.awaitingConclusiveGrounds, positive, nation: .scotland) == [
                "Recovery period: Runs until 6 June 2024, 86 days left",
                "No conclusive grounds decision before: Until 7 April 2024, 26 days left",
            ])
        let negative = [try entry(.reasonableGrounds, .negative, "2024-02-11", from: .awaitingReasonableGrounds)]
        // Decided before the window was limited: nothing runs.
        #expect(try words(.reasonableGroundsNegative, negative) == [])
        #expect(try words(.withdrawn, []) == [])
        // Long over: the day alone.
        let long = [try entry(.conclusiveGrounds, .negative, "2023-01-05", from: .awaitingConclusiveGrounds)]
        #expect(try words(.conclusiveGroundsNegative, long) == ["Support while they leave it: Ended 18 January 2023"])
    }
}
