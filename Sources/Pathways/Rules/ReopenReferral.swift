import Access
import Kernel

/// Takes a referral back to the draft before it was sent; it is reviewed again afterwards.
package enum ReopenReferral: Verb {
    package typealias Record = Referral
    package static let name = "reopen-referral"
    package static let relation = Relation.referrals
    package static let roles: Set<Role> = [.coordinator, .member]

    package static func problems(status: ReferralStatus) -> [Problem] {
        status == .ready || status == .inReview
            ? [] : [Problem("", "This referral is “\(status.label)”: only one that was handed in and not sent is taken back")]
    }
}

extension PathwayDesk {
    package func reopenReferral(
        _ id: ID<Referral>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Referral>> {
        try await desk.change(ReopenReferral.self, on: id, by: viewer, key: key) { change in
            let line = try change.reading.referral(id).line
            let problems = ReopenReferral.problems(status: line.status)
            guard problems.isEmpty else { return .refused(problems) }
            try change.setStatus(.draft)
            change.note("\(line.reference) taken back to the draft", victim: line.victim)
            return .done(id)
        }
    }
}
