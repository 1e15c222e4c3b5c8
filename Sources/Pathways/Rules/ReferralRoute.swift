/// Which way somebody goes: decided by rule from their age, what they agreed to, the nation and the body that asks.
package enum ReferralRoute: String, Sendable, CaseIterable {
    /// A child, or somebody who may be one: referred to the National Referral Mechanism, no consent asked.
    case childReferral
    /// An adult who agreed to be referred, or for whom that was decided in their best interests.
    case adultReferral
    /// An adult who declined the referral and agreed to be named in a duty-to-notify report.
    case namedNotification
    /// An adult who declined: a report that says nothing by which they could be known.
    case anonymousNotification
    /// Nothing is reported: the offer is kept on record and the person is told where help is.
    case noReport
    /// Nobody has asked the adult yet.
    case askFirst
    /// Whether the adult can decide is in doubt or was found lacking: that comes first.
    case capacityFirst

    package var label: String {
        switch self {
        case .childReferral: "Refer to the National Referral Mechanism as a child"
        case .adultReferral: "Refer to the National Referral Mechanism"
        case .namedNotification: "Duty to notify report, with their name"
        case .anonymousNotification: "Duty to notify report, without their name"
        case .noReport: "No report: keep the offer on record and signpost"
        case .askFirst: "Explain the National Referral Mechanism and ask"
        case .capacityFirst: "Settle first whether they can decide this"
        }
    }

    /// Whether a form is filled in on this way.
    package var isReport: Bool {
        switch self {
        case .childReferral, .adultReferral, .namedNotification, .anonymousNotification: true
        case .noReport, .askFirst, .capacityFirst: false
        }
    }

    package var isNotification: Bool { self == .namedNotification || self == .anonymousNotification }
}
