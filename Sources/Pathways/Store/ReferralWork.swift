import Access
import HTML
import Kernel
import Store

/// A referral that waits for somebody before it is sent, for their own list of work. Its words say nothing of the person.
package struct ReferralWorkItem: Sendable, Hashable {
    package enum Need: String, Sendable, CaseIterable {
        case write
        case review
        case keyIn
        case reference

        package var title: String {
            switch self {
            case .write: "Go on with the referral and send it for review"
            case .review: "Review the referral"
            case .keyIn: "Key in the referral and record its reference"
            case .reference: "Record the reference of the referral"
            }
        }
    }

    package let need: Need
    /// Nothing expires before it is sent: the day since which it is being written, or waits for its next step.
    package let since: Day
    /// A duty-to-notify report, and no referral.
    package let isNotification: Bool
    package let victim: ID<PotentialVictim>
    package let referral: ID<Referral>
    package let victimReference: String

    package func link(_ slug: String) -> Link { PathwayLinks(slug).referral(victim, referral) }

    /// What a referral wants of a viewer; nil where it waits for others.
    ///
    /// - Parameters:
    ///   - isOwn: whether the viewer wrote in it last.
    ///   - isOfOwnOffice: whether the viewer's organisation began it, or the viewer is the coordinator.
    static func need(_ status: ReferralStatus, isOwn: Bool, isOfOwnOffice: Bool) -> Need? {
        switch status {
        case .draft: isOwn ? .write : nil
        case .inReview: isOwn ? nil : .review
        case .ready: isOfOwnOffice ? .keyIn : nil
        case .submitted: isOfOwnOffice ? .reference : nil
        default: nil
        }
    }
}

extension Reading {
    /// What waits for the viewer at referrals that are being written, reviewed or keyed in; the oldest first, 200 at most.
    package func referralWork() throws -> [ReferralWorkItem] {
        try rows(
            """
            SELECT r.id, r.victim_id, v.reference, r.kind, r.status, r.drafted_by_id, r.organisation_id, r.started_on,
                r.reviewed_on, r.submitted_on,
                (SELECT MAX(c.at) FROM \(visible(.recordChanges)) c
                    WHERE c.record_id = r.id AND c.verb = \(SendForReview.name))
            FROM \(visible(.referrals)) r JOIN \(visible(.potentialVictims)) v ON v.id = r.victim_id
            WHERE r.partnership_id = \(try ownPartnership) AND r.status IN (\(ReferralStatus.draft), \(ReferralStatus.inReview),
                \(ReferralStatus.ready), \(ReferralStatus.submitted))
            ORDER BY r.started_on, r.id LIMIT 200
            """
        ) { row -> ReferralWorkItem? in
            let (referral, victim): (ID<Referral>, ID<PotentialVictim>) = (try row.next(), try row.next())
            let (reference, kind, status): (String, String, ReferralStatus) = (try row.next(), try row.next(), try row.next())
            let (drafter, organisation): (ID<Person>?, ID<Organisation>?) = (try row.next(), try row.next())
            let startedOn: Day = try row.next()
            let (reviewedOn, submittedOn): (Day?, Day?) = (try row.next(), try row.next())
            let sentForReviewAt: Moment? = try row.next()
            let need = ReferralWorkItem.need(
                status, isOwn: drafter != nil && drafter == viewer.person,
                isOfOwnOffice: viewer.isCoordinator || (organisation != nil && organisation == viewer.organisation))
            let since: Day? =
                switch status {
                case .submitted: submittedOn
                case .ready: reviewedOn
                case .inReview: sentForReviewAt?.day
                default: nil
                }
            return need.map {
                ReferralWorkItem(
                    need: $0, since: since ?? startedOn, isNotification: kind != "nrm", victim: victim, referral: referral,
                    victimReference: reference)
            }
        }.compactMap { $0 }
    }
}
