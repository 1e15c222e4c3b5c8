import Access
import Kernel
import ReferralForm

/// Takes a referral that was begun onto the way that its person goes now, after their consent or their age was changed. All
/// its answers stay with it, also those that the new way does not ask.
package enum RerouteReferral: Verb {
    package typealias Record = Referral
    package static let name = "reroute-referral"
    package static let relation = Relation.referrals
    package static let roles: Set<Role> = [.coordinator, .member]

    package static func problems(_ line: ReferralLine, route: ReferralRoute) -> [Problem] {
        guard line.status.isBeingWritten else {
            return [Problem("", "This referral is “\(line.status.label)”: what was sent stays as it was")]
        }
        guard route.isReport else {
            return [Problem("", "No report goes out as things stand now (“\(route.label)”): settle that first")]
        }
        return []
    }

    /// The answers on the new way: the age and the consent as they are on record, and everything after them to be gone
    /// through again.
    package static func moved(_ referral: OpenedReferral, onto route: ReferralRoute, age: AgeStanding) -> OpenedReferral {
        var result = referral
        func set(_ code: String, _ text: String) { result.answers[code] = .text(text) }
        switch route {
        case .childReferral: set("pv-under-age", age.basis == .known && age.group == .child ? "yes" : "not-sure")
        case .adultReferral:
            set("pv-under-age", "no")
            set("pv-want-to-submit-nrm", "yes")
        case .namedNotification, .anonymousNotification:
            set("pv-under-age", "no")
            set("pv-want-to-submit-nrm", "no")
            if route == .anonymousNotification { set("authorities-cooperation", "no") }
        case .noReport, .askFirst, .capacityFirst: return referral
        }
        result.again = FormHeading.afterConsent
        return result
    }
}

extension PathwayDesk {
    package func rerouteReferral(
        _ id: ID<Referral>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Referral>> {
        try await desk.change(RerouteReferral.self, on: id, by: viewer, key: key) { change in
            let line = try change.reading.referral(id).line
            let (victim, _, route, _) = try change.reading.referralGround(of: line.victim, bodies: bodies)
            let problems = RerouteReferral.problems(line, route: route.route)
            guard problems.isEmpty else { return .refused(problems) }
            let before = try change.openedReferral(of: line.victim, comparing: false)
            try change.keep(RerouteReferral.moved(before, onto: route.route, age: victim.facts.age))
            try change.reroute(route.route)
            change.note("\(line.reference) goes on as: \(route.route.label)", victim: line.victim)
            return .done(id)
        }
    }
}
