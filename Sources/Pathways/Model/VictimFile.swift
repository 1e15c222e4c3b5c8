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
    package let notices: [SafeguardingRecord]
    /// When the police were told, as far as a crime record says so.
    package let policeToldOn: Day?

    /// Of those whom the way says to tell, who was told and when.
    package var told: [RouteDecision.Step.Telling: Day] {
        var told: [RouteDecision.Step.Telling: Day] = [:]
        told[.childrensServices] = notices.first?.toldAt.day
        told[.police] = policeToldOn
        told[.guardian] = support.lines(of: .guardian).filter(\.counts).map(\.startsOn).min()
        return told
    }

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
