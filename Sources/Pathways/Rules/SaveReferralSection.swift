import Access
import Kernel
import ReferralForm

/// Saves one part of a referral as it was typed, complete or not.
package enum SaveReferralSection: Verb {
    package typealias Record = Referral
    package static let name = "save-referral-section"
    package static let relation = Relation.referrals
    package static let roles: Set<Role> = [.coordinator, .member]

    package struct Draft: Sendable, Hashable {
        package var heading: FormHeading
        /// The fields that the page asked.
        package var asked: [String]
        /// What was typed, by the codes of the fields; those that are missing were left empty.
        package var typed: [String: ReferralAnswer]

        package init(heading: FormHeading, asked: [String], typed: [String: ReferralAnswer]) {
            self.heading = heading
            self.asked = asked
            self.typed = typed
        }
    }

    /// What came of it.
    package struct Saved: Sendable, Hashable, Codable {
        /// Nothing is missing, wrong or newly asked in this part.
        package let isComplete: Bool
    }

    /// More than the form takes, so that a text can be kept while it is shortened; an end all the same.
    static let longest = 60_000

    /// Every reason why this cannot be kept at all. What the form would refuse is kept and told of later.
    package static func problems(_ draft: Draft, status: ReferralStatus) -> [Problem] {
        guard status == .draft else {
            return [Problem("", "This referral is “\(status.label)”: take it back to the draft before you change it")]
        }
        return draft.typed.compactMap { code, answer in
            let length: Int =
                switch answer {
                case .text(let text): text.utf16.count
                case .several(let names): names.reduce(0) { $0 + $1.utf16.count }
                case .ticked, .nothing, .unfit: 0
                }
            guard length > longest else { return nil }
            return Problem(code, "This is \(length) characters long and cannot be kept: shorten it to 15,000, which the form takes")
        }.sorted { $0.field < $1.field }
    }

    /// The referral with what was typed. A changed age or consent sends everything after the question of consent to be gone
    /// through again, as the form does; no answer is lost by it.
    package static func merged(_ referral: OpenedReferral, _ draft: Draft) -> OpenedReferral {
        var result = referral
        let own = draft.asked.filter { ReferralForm.heading(of: $0, referral.answers) == draft.heading || isOn(draft.heading, $0) }
        var isReset = false
        for code in own {
            let typed = draft.typed[code].flatMap { $0.isEmpty ? nil : $0 }
            let before = result.answers[code]
            if FormHeading.resettingFields.contains(code), let before, typed != before { isReset = true }
            result.answers[code] = typed
        }
        if isReset { result.again = FormHeading.afterConsent }
        result.again.removeAll { $0 == draft.heading }
        return result
    }

    /// Whether a field stands on any page under the heading.
    private static func isOn(_ heading: FormHeading, _ code: String) -> Bool {
        ReferralForm.current.pages.contains { $0.heading == heading.title && $0.codes.contains(code) }
    }
}

extension PathwayDesk {
    /// Saves one part. Throws `AccessError.changedMeanwhile` when somebody else saved since.
    package func saveSection(
        of id: ID<Referral>, _ draft: SaveReferralSection.Draft, by viewer: Viewer, expecting version: Int?, key: IdempotencyKey?
    ) async throws -> Outcome<SaveReferralSection.Saved> {
        try await desk.change(SaveReferralSection.self, on: id, by: viewer, expecting: version, key: key) { change in
            let line = try change.reading.referral(id).line
            let problems = SaveReferralSection.problems(draft, status: line.status)
            guard problems.isEmpty else { return .refused(problems) }
            let before = try change.openedReferral(of: line.victim, comparing: false)
            let after = SaveReferralSection.merged(before, draft)
            try change.keep(after)
            change.note("\(line.reference): “\(draft.heading.title)” saved", victim: line.victim)
            let progress = ReferralProgress(
                try change.revealing(after, line), victim: try change.reading.victim(line.victim), today: change.moment.day)
            let asked = Set(ReferralForm.questions(under: draft.heading, after.answers).flatMap { $0 }.map(\.code))
            return .done(
                .init(isComplete: progress.state(of: draft.heading) == .complete && asked.isSubset(of: draft.asked)))
        }
    }
}
