import Access
import Kernel
import ReferralForm

/// Records that a referral was keyed into the Home Office's form, with the reference that came back.
package enum RecordSubmission: Verb {
    package typealias Record = Referral
    package static let name = "record-referral-submission"
    package static let relation = Relation.referrals
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.disclosure

    package struct Draft: Sendable, Hashable {
        package var submittedOn: Day
        /// As the Home Office gave it; empty while it has not come.
        package var reference: String

        package init(submittedOn: Day, reference: String) {
            self.submittedOn = submittedOn
            self.reference = reference
        }
    }

    /// Every reason why this cannot be recorded; empty means it can. What the way, the form and the person's safety say is
    /// asked besides.
    package static func problems(_ draft: Draft, line: ReferralLine, today: Day) -> [Problem] {
        guard line.status == .ready || line.status == .submitted else {
            return [Problem("", "This referral is “\(line.status.label)”: only one that a supervisor approved is keyed in")]
        }
        if line.status == .submitted {
            // The day and the first responder stand already; the reference alone is still to come.
            return draft.reference.isEmpty
                ? [Problem("reference", "Enter the reference that the Home Office gave")]
                : [HomeOfficeReference.problem("reference", draft.reference)].compactMap { $0 }
        }
        var problems: [Problem] = []
        if draft.submittedOn > today { problems.append(Problem("submitted_on", "Enter the day on which it was keyed in, not a later one")) }
        if draft.submittedOn < line.startedOn {
            problems.append(Problem("submitted_on", "Enter a day on or after \(line.startedOn.text), when the referral was begun"))
        }
        return problems + [HomeOfficeReference.problem("reference", draft.reference)].compactMap { $0 }
    }

    /// Where the referral stands afterwards.
    package static func status(_ draft: Draft, isNotification: Bool) -> ReferralStatus {
        if draft.reference.isEmpty { return .submitted }
        return isNotification ? .notified : .awaitingReasonableGrounds
    }
}

extension PathwayDesk {
    /// Records the sending. The way is decided anew: refused where consent, age or capacity changed since the approval, or
    /// where the viewer's organisation may not send the form.
    package func recordSubmission(
        of id: ID<Referral>, _ draft: RecordSubmission.Draft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Referral>> {
        let outcome: Outcome<ID<Referral>> = try await desk.change(RecordSubmission.self, on: id, by: viewer, key: key) { change in
            let line = try change.reading.referral(id).line
            var problems = RecordSubmission.problems(draft, line: line, today: change.moment.day)
            if line.status == .ready {
                let route = try change.reading.referralGround(of: line.victim, bodies: bodies).2
                if route.route.isReport, !route.maySubmit {
                    problems.append(
                        Problem("", "Your organisation cannot send this form: pass it to a first responder organisation that can"))
                }
                problems += try change.gate(line, bodies: bodies)
            }
            if !draft.reference.isEmpty, try change.isTaken(draft.reference) {
                problems.append(HomeOfficeReference.isInUse("reference"))
            }
            if try change.revealingText(of: line.victim).found(in: draft.reference) != nil {
                problems.append(Problem("reference", "Something of who they are stands in this: enter the reference alone"))
            }
            guard problems.isEmpty else { return .refused(problems) }
            let status = RecordSubmission.status(draft, isNotification: line.isNotification)
            if line.status == .submitted {
                try change.enter(draft.reference, status: status)
            } else {
                try change.submit(draft, status: status)
            }
            change.note("\(line.reference): \(status.label)", victim: line.victim)
            return .done(id)
        }
        if outcome.problems.contains(HomeOfficeReference.isInUse("reference")) {
            try await desk.noteReferenceInUse(of: id, by: viewer)
        }
        return outcome
    }
}

extension Desk {
    /// Leaves an entry that the coordinator reads in the journal of this referral: somebody entered a reference that another
    /// referral has. Which other one is not in it.
    func noteReferenceInUse(of referral: ID<Referral>, by viewer: Viewer) async throws {
        try await read(as: viewer, Consultation(HomeOfficeReference.refusal, "referrals", referral.text)) { _ in }
    }
}
