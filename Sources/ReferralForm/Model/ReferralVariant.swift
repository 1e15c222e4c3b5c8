/// The five ways through the form from end to end.
package enum ReferralVariant: String, Sendable, Codable, CaseIterable {
    /// A child, or somebody who may be one: a referral for which no consent is asked.
    case child = "A"
    /// An adult who consents and wants support.
    case adultWithSupport = "B"
    /// An adult who consents and wants no support.
    case adultWithoutSupport = "C"
    /// An adult who declines and will work with the police: a duty-to-notify report with a name.
    case namedNotification = "D"
    /// An adult who declines, and nothing that tells who they are.
    case anonymousNotification = "E"

    package var isReferral: Bool { self == .child || self == .adultWithSupport || self == .adultWithoutSupport }

    /// The number of the case type in the case-work system: a referral, or a duty-to-notify report.
    package var caseType: Int { isReferral ? 560_734 : 662_265 }
}
