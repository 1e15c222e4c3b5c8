import Access
import Kernel

/// Sets a referral aside before it was sent: begun in error, or on a way that no longer is one. Nothing of it is deleted.
package enum SetAsideReferral: Verb {
    package typealias Record = Referral
    package static let name = "set-aside-referral"
    package static let relation = Relation.referrals
    package static let roles: Set<Role> = [.coordinator, .member]

    package static func problems(status: ReferralStatus) -> [Problem] {
        status == .draft
            ? [] : [Problem("", "This referral is “\(status.label)”: only a draft is set aside. Take it back to the draft first")]
    }
}

extension PathwayDesk {
    /// Sets a draft aside, so that another can be begun.
    package func setAsideReferral(
        _ id: ID<Referral>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Referral>> {
        try await desk.change(SetAsideReferral.self, on: id, by: viewer, key: key) { change in
            let line = try change.reading.referral(id).line
            let problems = SetAsideReferral.problems(status: line.status)
            guard problems.isEmpty else { return .refused(problems) }
            try change.setStatus(.void)
            change.note("\(line.reference) set aside", victim: line.victim)
            return .done(id)
        }
    }
}
