import Access
import Kernel
import ReferralForm

/// A referral with who wrote and who reviewed it; its answers are sealed.
package struct ReferralDetail: Sendable, Hashable {
    package let line: ReferralLine
    package let victimReference: String
    /// Whoever wrote in it last: somebody else reviews it.
    package let drafter: ID<Person>?
    package let drafterName: String
    package let reviewerName: String
    package let reviewedOn: Day?
}

/// What is opened of a referral: its answers, which parts have to be gone through again, and what a supervisor asked for.
package struct OpenedReferral: Sendable, Hashable, Codable {
    /// By the codes of the form's fields; also those that are not asked on the present way.
    package var answers: [String: ReferralAnswer]
    /// Headings to go through again, because the age or the consent was changed after they were answered.
    package var again: [FormHeading]
    /// What the supervisor wrote when it was returned; empty before.
    package var note: String
    /// What the text is compared with: earlier referrals of other people that the reader may see.
    package var earlier: [TextFingerprint]
    /// Answers of a report without a name by which its person could be known, with what is wrong there.
    package var revealing: [String: String] = [:]

    /// What the form would say of the answers that are asked, and how good they are.
    ///
    /// - Parameter today: the day on which it is looked at.
    package func check(today: Day) -> ReferralCheck {
        ReferralForm.check(ReferralForm.asked(answers), today: today, earlier: earlier)
    }
}

/// A referral as its pages show it: what is opened, and the way that its person goes as things stand now.
package struct ReferralFile: Sendable {
    package let referral: ReferralDetail
    package let victim: VictimDetail
    package let route: RouteDecision
    package let ledger: ConsentLedger
    package let opened: OpenedReferral
    /// When and to whom they told what happened; the words stay sealed.
    package let accounts: [AccountLine]

    /// What keeps the referral from going on as things stand now; empty means nothing does.
    package func obstacles(today: Day) -> [Problem] {
        ReferralGate.problems(
            opened, line: referral.line, victim: victim, ledger: ledger, route: route.route, today: today)
    }
}
