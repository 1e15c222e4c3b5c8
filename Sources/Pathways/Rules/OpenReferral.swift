import Access
import Kernel
import ReferralForm

/// Opens the answers of a referral: somebody's story. Each opening is in the journal.
package enum OpenReferral: Verb {
    package typealias Record = Referral
    package static let name = "open-referral"
    package static let relation = Relation.referrals
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.consultation
}

extension PathwayDesk {
    /// A referral with its answers and the way its person goes now. Throws `AccessError.notVisible`, also where the referral
    /// is another person's.
    ///
    /// - Parameter comparing: whether the text is to be compared with earlier referrals, for the quality.
    package func openReferral(
        _ id: ID<Referral>, of victim: ID<PotentialVictim>, comparing: Bool = false, by viewer: Viewer
    ) async throws -> ReferralFile {
        let opened = try await desk.change(OpenReferral.self, on: id, by: viewer, key: nil) { change in
            let referral = try change.reading.referral(id)
            guard referral.line.victim == victim else { throw AccessError.notVisible }
            return .done(try change.revealing(try change.openedReferral(of: victim, comparing: comparing), referral.line))
        }
        guard let answers = opened.result else { throw AccessError.notVisible }
        let bodies = bodies
        return try await desk.read(as: viewer, Consultation("open-referral-page", "referrals", id.text)) { reading in
            let (detail, ledger, route, _) = try reading.referralGround(of: victim, bodies: bodies)
            return ReferralFile(
                referral: try reading.referral(id), victim: detail, route: route, ledger: ledger, opened: answers,
                accounts: try reading.accounts(of: victim))
        }
    }
}
