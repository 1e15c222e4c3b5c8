import Access
import Kernel

/// A potential victim with everything that belongs to them and may be shown without opening a seal.
package struct VictimFile: Sendable {
    package let victim: VictimDetail
    package let ledger: ConsentLedger
    package let circle: [VictimCircleMember]
    package let route: RouteDecision
    /// Whether an organisation besides the lead still works with them although they took that back.
    package var hasUnwantedHelp: Bool {
        circle.contains { member in
            member.isCurrent && member.organisation != victim.lead && member.organisation != victim.organisation
                && ledger.isWithdrawn(member.isEnforcement ? .police : .support)
        }
    }
    package let accounts: [AccountLine]
    package let referrals: [ReferralLine]
    package let support: SupportFile
}
