import Access
import Kernel

/// Hands a referral to a supervisor, once the form would take it.
package enum SendForReview: Verb {
    package typealias Record = Referral
    package static let name = "send-referral-for-review"
    package static let relation = Relation.referrals
    package static let roles: Set<Role> = [.coordinator, .member]

    package static func problems(status: ReferralStatus) -> [Problem] {
        status == .draft ? [] : [Problem("", "This referral is “\(status.label)”: only a draft is sent for review")]
    }
}

extension PathwayDesk {
    /// Hands a referral to a supervisor; refused with everything that the form, the way or the person's safety forbids.
    package func sendForReview(
        _ id: ID<Referral>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Referral>> {
        try await desk.change(SendForReview.self, on: id, by: viewer, key: key) { change in
            let line = try change.reading.referral(id).line
            var problems = SendForReview.problems(status: line.status)
            if problems.isEmpty { problems = try change.gate(line, bodies: bodies) }
            guard problems.isEmpty else { return .refused(problems) }
            try change.keepComparedQuality(of: line.victim)
            try change.setStatus(.inReview)
            change.note("\(line.reference) sent for review", victim: line.victim)
            return .done(id)
        }
    }
}

extension Change where V.Record == Referral {
    /// Everything that keeps the referral from going on at this moment.
    func gate(_ line: ReferralLine, bodies: ReportingBodies) throws -> [Problem] {
        let (victim, ledger, route, _) = try reading.referralGround(of: line.victim, bodies: bodies)
        return ReferralGate.problems(
            try revealing(try openedReferral(of: line.victim, comparing: false), line), line: line, victim: victim,
            ledger: ledger, route: route.route, today: moment.day)
    }
}
