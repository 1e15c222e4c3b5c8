import Access
import Kernel
import Store

extension Reading {
    /// The pathways and referrals with this whole reference that the viewer may see, in whatever case it is typed; a reference
    /// of the Home Office is found as it was entered, in capitals or in small letters. For whoever may not see it, a reference
    /// is as one that does not exist.
    package func pathways(withReference words: String) throws -> [FoundPathway] {
        let partnership = try ownPartnership
        let capitals = words.uppercased()
        let pathways = try rows(
            """
            SELECT v.id, v.reference FROM \(visible(.potentialVictims)) v
            WHERE v.partnership_id = \(partnership) AND v.reference = \(capitals)
            """
        ) { FoundPathway(victim: try $0.next(), referral: nil, reference: try $0.next()) }
        let referrals = try rows(
            """
            SELECT r.victim_id, r.id, r.reference FROM \(visible(.referrals)) r
            WHERE r.partnership_id = \(partnership)
                AND (r.reference = \(capitals) OR r.home_office_reference IN \(in: [words, capitals, words.lowercased()]))
            ORDER BY r.started_on, r.id
            """
        ) { FoundPathway(victim: try $0.next(), referral: try $0.next(), reference: try $0.next()) }
        return pathways + referrals
    }
}
