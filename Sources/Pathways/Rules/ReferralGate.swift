import Kernel
import ReferralForm

/// Everything that keeps a referral from going on to the supervisor, to be approved and to be keyed in. Checked anew at
/// each of these steps, because consent, safety and age can change between them.
enum ReferralGate {
    /// Every reason; empty means it can go on.
    static func problems(
        _ opened: OpenedReferral, line: ReferralLine, victim: VictimDetail, ledger: ConsentLedger,
        route: ReferralRoute, today: Day
    ) -> [Problem] {
        var problems = ReferralFit.problems(isNotification: line.isNotification, isAnonymous: line.isAnonymous, route: route)
        if !victim.isOpen { problems.append(Problem("", "This pathway is closed: open it again first")) }
        let asked = ReferralForm.asked(opened.answers)
        for heading in opened.again where !ReferralForm.questions(under: heading, opened.answers).isEmpty {
            problems.append(
                Problem(
                    "", "The age or the consent was changed: go through “\(heading.title)” again and save it"))
        }
        let refused = ReferralForm.check(asked, today: today).problems
        problems += refused.map(Problem.init)
        problems += UnsafeContact.problems(asked, unsafe: victim.unsafeWays, rule: victim.contactRule)
        problems += opened.revealing.sorted { $0.key < $1.key }.map { Problem($0.key, $0.value) }
        problems += ReferralFit.problems(ReferralForm.variant(opened.answers), route: route)
        if !victim.facts.age.isTreatedAsChild {
            problems += ReferralFit.policeProblems(asked, ledger: ledger, capacity: victim.facts.capacity)
        }
        return problems
    }
}
