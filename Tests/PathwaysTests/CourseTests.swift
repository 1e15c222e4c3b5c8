import Access
import Kernel
import Partnerships
import TestSupport
import Testing

@testable import Pathways

@Suite("The course of a referral")
struct CourseTests {
    /// Every lawful step, by hand; all others are unlawful.
    private static let lawful: [(from: CourseStanding, stage: DecisionStage, outcome: DecisionOutcome, to: CourseStanding)] = {
        typealias S = CourseStanding
        var steps: [(CourseStanding, DecisionStage, DecisionOutcome, CourseStanding)] = [
            (S(.submitted), .acknowledged, .received, S(.awaitingReasonableGrounds)),
            (S(.awaitingReasonableGrounds), .reasonableGrounds, .positive, S(.awaitingConclusiveGrounds)),
            (S(.awaitingReasonableGrounds), .reasonableGrounds, .negative, S(.reasonableGroundsNegative)),
            (S(.awaitingConclusiveGrounds), .conclusiveGrounds, .positive, S(.conclusiveGroundsPositive)),
            (S(.awaitingConclusiveGrounds), .conclusiveGrounds, .negative, S(.conclusiveGroundsNegative)),
            (
                S(.reasonableGroundsNegative), .reconsiderationRequest, .asked,
                S(.reconsideration, beneath: [.reasonableGroundsNegative])
            ),
            (
                S(.conclusiveGroundsNegative), .reconsiderationRequest, .asked,
                S(.reconsideration, beneath: [.conclusiveGroundsNegative])
            ),
            (
                S(.disqualified, beneath: [.awaitingConclusiveGrounds]), .reconsiderationRequest, .asked,
                S(.reconsideration, beneath: [.awaitingConclusiveGrounds, .disqualified])
            ),
            (S(.disqualified), .reconsiderationRequest, .asked, S(.reconsideration, beneath: [.disqualified])),
            (S(.awaitingConclusiveGrounds), .disqualification, .disqualified, S(.disqualified, beneath: [.awaitingConclusiveGrounds])),
            (
                S(.conclusiveGroundsPositive), .disqualification, .disqualified,
                S(.disqualified, beneath: [.conclusiveGroundsPositive])
            ),
        ]
        for (negative, reversed) in [
            (ReferralStatus.reasonableGroundsNegative, ReferralStatus.awaitingConclusiveGrounds),
            (.conclusiveGroundsNegative, .conclusiveGroundsPositive),
        ] {
            steps.append((S(.reconsideration, beneath: [negative]), .reconsideration, .upheld, S(negative)))
            steps.append((S(.reconsideration, beneath: [negative]), .reconsideration, .reversed, S(reversed)))
        }
        let disqualified = S(.reconsideration, beneath: [.awaitingConclusiveGrounds, .disqualified])
        steps.append((disqualified, .reconsideration, .upheld, S(.disqualified, beneath: [.awaitingConclusiveGrounds])))
        steps.append((disqualified, .reconsideration, .reversed, S(.awaitingConclusiveGrounds)))
        // Where nothing is known of what was disqualified, the disqualification can stay and nothing else.
        steps.append((S(.reconsideration, beneath: [.disqualified]), .reconsideration, .upheld, S(.disqualified)))
        for status in [ReferralStatus.awaitingReasonableGrounds, .awaitingConclusiveGrounds] {
            steps.append((S(status), .suspension, .suspended, S(.suspended, beneath: [status])))
            steps.append((S(.suspended, beneath: [status]), .resumption, .resumed, S(status)))
        }
        return steps
    }()

    private static let standings: [CourseStanding] = {
        let plain = ReferralStatus.allCases.map { CourseStanding($0) }
        return plain + [
            CourseStanding(.suspended, beneath: [.awaitingReasonableGrounds]),
            CourseStanding(.suspended, beneath: [.awaitingConclusiveGrounds]),
            CourseStanding(.reconsideration, beneath: [.reasonableGroundsNegative]),
            CourseStanding(.reconsideration, beneath: [.conclusiveGroundsNegative]),
            CourseStanding(.reconsideration, beneath: [.awaitingConclusiveGrounds, .disqualified]),
            CourseStanding(.reconsideration, beneath: [.disqualified]),
            CourseStanding(.disqualified, beneath: [.awaitingConclusiveGrounds]),
        ]
    }()

    /// What the table by hand says.
    private static func expected(
        _ from: CourseStanding, _ stage: DecisionStage, _ outcome: DecisionOutcome, isNotification: Bool
    ) -> CourseStanding? {
        if stage == .void, stage.outcomes.contains(outcome) {
            let drafts: [ReferralStatus] = [.draft, .inReview, .ready, .void]
            return drafts.contains(from.status) ? nil : CourseStanding(.void)
        }
        if isNotification {
            let isReceived = from == CourseStanding(.submitted) && stage == .acknowledged && outcome == .received
            return isReceived ? CourseStanding(.notified) : nil
        }
        if stage == .withdrawal, outcome == .withdrawn {
            let open: [ReferralStatus] = [
                .submitted, .awaitingReasonableGrounds, .awaitingConclusiveGrounds, .suspended, .reconsideration,
            ]
            return open.contains(from.status) ? CourseStanding(.withdrawn) : nil
        }
        return lawful.first { $0.from == from && $0.stage == stage && $0.outcome == outcome }?.to
    }

    @Test("is lawful in these steps and in no other", arguments: standings)
    func every(from: CourseStanding) {
        for stage in DecisionStage.allCases {
            for outcome in DecisionOutcome.allCases {
                for isNotification in [false, true] {
                    let next = ReferralCourse.next(from, stage, outcome, isNotification: isNotification)
                    let wanted = Self.expected(from, stage, outcome, isNotification: isNotification)
                    #expect(next == wanted, "\(from) \(stage) \(outcome) \(isNotification)")
                }
            }
        }
    }

    @Test("offers exactly the steps that can be taken", arguments: standings)
    func offered(from: CourseStanding) {
        for isNotification in [false, true] {
            let offered = ReferralCourse.steps(from, isNotification: isNotification).map { "\($0.0.rawValue) \($0.1.rawValue)" }
            let wanted = DecisionStage.allCases.flatMap { stage in
                DecisionOutcome.allCases.filter { Self.expected(from, stage, $0, isNotification: isNotification) != nil }
                    .map { "\(stage.rawValue) \($0.rawValue)" }
            }
            #expect(Set(offered) == Set(wanted))
            #expect(offered.count == wanted.count)
        }
        #expect(ReferralCourse.steps(CourseStanding(.draft), isNotification: false).isEmpty)
        #expect(ReferralCourse.steps(CourseStanding(.void), isNotification: false).isEmpty)
    }

    @Test("has words for every stage, outcome and reason that the code names")
    func words() throws {
        let lists = try CodeLists.shipped()
        for stage in DecisionStage.allCases {
            #expect(lists["decision_stage"].contains(stage.rawValue))
            for outcome in stage.outcomes {
                #expect(lists["decision_outcome"].contains(outcome.rawValue))
                if let list = stage.reasonList(outcome) { #expect(!lists[list].values.isEmpty) }
            }
        }
        #expect(Set(DecisionStage.allCases.flatMap(\.outcomes)) == Set(DecisionOutcome.allCases))
    }

    @Test("says for every status what somebody is entitled to, where anything was sent")
    func entitlements() {
        for status in ReferralStatus.allCases {
            for nation in Nation.allCases {
                for isChild in [false, true] {
                    let list = Entitlement.list(status, nation: nation, isChild: isChild, recovery: nil)
                    #expect(list.isEmpty == !status.wasSent, "\(status)")
                }
            }
        }
    }

    @Test("names the span of support in Scotland as the rule of that day has it")
    func scotland() throws {
        let rules = try PathwayReference.rules()
        for (on, span) in [("2018-03-31", "45 days"), ("2024-03-01", "90 days")] {
            let list = Entitlement.list(
                .awaitingConclusiveGrounds, nation: .scotland, isChild: false,
                recovery: rules.rule(.recovery, in: .scotland, on: try day(on)))
            #expect(list.last?.words == "In Scotland, support for \(span) or until conclusive grounds.")
        }
    }

    @Test("offer no second look once the time for it is over, and no support that has ended")
    func over() {
        func words(_ status: ReferralStatus, _ canAskAgain: Bool, _ isSupportOver: Bool) -> String {
            Entitlement.list(
                status, nation: .england, isChild: false, recovery: nil, canAskAgain: canAskAgain, isSupportOver: isSupportOver
            )
            .map(\.words).joined(separator: " ")
        }
        for status in [ReferralStatus.reasonableGroundsNegative, .conclusiveGroundsNegative, .disqualified] {
            #expect(words(status, true, false).contains("looked at again"), "\(status)")
            let after = words(status, false, true)
            #expect(!after.isEmpty && !after.contains("looked at again") && !after.contains("short time"), "\(status)")
        }
        #expect(words(.conclusiveGroundsNegative, false, false).contains("short time"))
    }
}
