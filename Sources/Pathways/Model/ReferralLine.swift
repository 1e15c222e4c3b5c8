import Access
import Kernel

/// A referral as lists and the victim's own page show it.
package struct ReferralLine: Sendable, Hashable {
    package let id: ID<Referral>
    package let victim: ID<PotentialVictim>
    package let reference: String
    package let version: Int
    package let isNotification: Bool
    package let isAnonymous: Bool
    package let status: ReferralStatus
    package let startedOn: Day
    package let encounteredOn: Day
    package let organisation: ID<Organisation>?
    package let organisationName: String
    package let firstResponder: ID<Organisation>?
    /// 0 to 100 as it was when it was last saved; nil before.
    package let quality: Int?
    package let submittedOn: Day?
    package let homeOfficeReference: String?
    package let competentAuthority: String

    /// Whether anything can have followed it: it was sent, whether or not it was made void afterwards. A draft that was set
    /// aside is void too, and nobody ever received it.
    package var hasCourse: Bool { submittedOn != nil && (status.wasSent || status == .void) }
}
