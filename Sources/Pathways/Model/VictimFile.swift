import Access
import Kernel

/// A potential victim with everything that belongs to them and may be shown without opening a seal.
package struct VictimFile: Sendable {
    package let victim: VictimDetail
    package let ledger: ConsentLedger
    package let circle: [VictimCircleMember]
    package let route: RouteDecision
    package let accounts: [AccountLine]
    package let referrals: [ReferralLine]
    package let support: SupportFile

    /// Whether an organisation besides the lead still works with an adult who was asked and does not agree to it, or no longer
    /// does. The one that began the pathway counts as well, once another leads. Children are safeguarded without being asked.
    package var hasUnwantedHelp: Bool {
        guard !victim.facts.age.isTreatedAsChild else { return false }
        return circle.contains { member in
            let purpose: ConsentPurpose = member.isEnforcement ? .police : .support
            return member.isCurrent && member.organisation != victim.lead && ledger.current(purpose) != nil
                && !ledger.allows(purpose, capacity: victim.facts.capacity)
        }
    }
}
