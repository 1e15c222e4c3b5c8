import Kernel
import ReferralForm

/// Whether a referral still goes the way that its person goes: consent, age and capacity may have changed since it was
/// begun, and the answers may say something else than the record.
enum ReferralFit {
    /// Why the referral as it was begun does not go on, from the record alone.
    static func problems(isNotification: Bool, isAnonymous: Bool, route: ReferralRoute) -> [Problem] {
        guard route.isReport else {
            return [
                Problem(
                    "", "No report goes out as things stand now (“\(route.label)”): settle that first, then go on with the referral")
            ]
        }
        let isSame = route.isNotification == isNotification && (route == .anonymousNotification) == isAnonymous
        return isSame
            ? []
            : [
                Problem(
                    "", "Since this was begun the way has changed to “\(route.label)”: take the referral onto the new way to go on")
            ]
    }

    /// Whether the form would tell the Home Office that they work with the police where nobody wrote down that they agreed.
    static func policeProblems(
        _ answers: [String: ReferralAnswer], ledger: ConsentLedger, capacity: RouteFacts.Capacity
    ) -> [Problem] {
        guard answers["authorities-cooperation"] == .text("yes"), !ledger.allows(.police, capacity: capacity) else { return [] }
        let answer = ledger.current(.police).map { "the ledger says “\($0.answer.label.lowercasedFirst)”" } ?? "nobody has asked them"
        return [
            Problem("authorities-cooperation", "They have not agreed to contact with the police, \(answer): correct one of the two")
        ]
    }

    /// Why these answers are not those of the way.
    static func problems(_ variant: ReferralVariant, route: ReferralRoute) -> [Problem] {
        guard route.isReport, !route.allows(variant) else { return [] }
        let field: String =
            switch (route, variant) {
            case (.childReferral, _), (_, .child): "pv-under-age"
            case (.anonymousNotification, .namedNotification): "authorities-cooperation"
            default: "pv-want-to-submit-nrm"
            }
        return [
            Problem(
                field,
                "The answers make this a “\(variant.label.lowercasedFirst)”, and the record says “\(route.label)”: correct one of the two"
            )
        ]
    }
}

extension ReferralRoute {
    /// Whether a report of this kind may go out on this way. Whoever agreed to be named and will not work with the police is
    /// not named by the form: that says less than they agreed to.
    func allows(_ variant: ReferralVariant) -> Bool {
        switch self {
        case .childReferral: variant == .child
        case .adultReferral: variant == .adultWithSupport || variant == .adultWithoutSupport
        case .namedNotification: variant == .namedNotification || variant == .anonymousNotification
        case .anonymousNotification: variant == .anonymousNotification
        case .noReport, .askFirst, .capacityFirst: false
        }
    }
}

extension ReferralVariant {
    /// In words, for pages.
    var label: String {
        switch self {
        case .child: "Referral of a child, or of somebody who may be one"
        case .adultWithSupport: "Referral of an adult who wants support"
        case .adultWithoutSupport: "Referral of an adult who wants no support"
        case .namedNotification: "Duty to notify report with a name"
        case .anonymousNotification: "Duty to notify report without a name"
        }
    }
}
