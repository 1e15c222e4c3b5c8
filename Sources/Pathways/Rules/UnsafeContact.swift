import Kernel
import ReferralForm

/// Keeps a way by which whoever exploits somebody may read along out of the form: the Home Office and the support provider
/// write and call where the form says.
enum UnsafeContact {
    /// What is wrong with the ways of contact in these answers, which are those that are asked.
    static func problems(
        _ answers: [String: ReferralAnswer], unsafe: Set<ContactWay>, rule: ContactRule
    ) -> [Problem] {
        var problems: [Problem] = []
        func check(_ field: String, _ isUsed: Bool, _ ways: [ContactWay], _ what: String) {
            guard isUsed else { return }
            if let refusal = refusal(rule, what) {
                problems.append(Problem(field, refusal))
            } else if ways.contains(where: unsafe.contains) {
                let name = what.prefix(1).uppercased() + what.dropFirst()
                problems.append(
                    Problem(field, "\(name) is not safe for this person: take it out and choose another way"))
            }
        }
        let ways: [String] = if case .several(let ways) = answers["pv-contact-details"] { ways } else { [] }
        func isGiven(_ field: String) -> Bool { answers[field].map { !$0.isEmpty } ?? false }
        check(
            "pv-contact-details", ways.contains("email") || isGiven("pv-contact-details-email-input"), [.email], "e-mail")
        check(
            "pv-contact-details",
            ways.contains("post") || isGiven("pv-contact-details-street") || isGiven("pv-contact-details-postcode"), [.post], "post")
        check(
            "pv-phone-number", answers["pv-phone-number"] == .text("yes") || isGiven("pv-phone-number-yes"), [.call, .message],
            "their telephone")
        return problems
    }

    /// Why no way of reaching this person themselves goes into the form; nil where the safe ways may.
    private static func refusal(_ rule: ContactRule, _ what: String) -> String? {
        switch rule {
        case .safeWaysOnly: nil
        case .noContact: "No contact at all is agreed with this person: take \(what) out"
        case .throughWorker: "This person is reached through their worker alone: take \(what) out and name the worker"
        case .notAgreed:
            "No safe way of contact is agreed with this person: agree one with them and record it, or take \(what) out"
        }
    }
}
