import Kernel
import ReferralForm

/// How far each part of a referral is.
package struct ReferralProgress: Sendable {
    /// Where one part stands.
    package enum State: Sendable, Hashable {
        /// The present answers lead past it.
        case notAsked
        case notStarted
        case inProgress
        case complete
        /// Answered, and then the age or the consent was changed.
        case again
        /// Answers that the form would refuse, or that are not safe.
        case problems(Int)
    }

    /// What is wrong or missing, in the order of the form.
    package let problems: [Problem]
    private let wrong: Set<String>
    private let states: [FormHeading: State]

    package init(_ referral: OpenedReferral, victim: VictimDetail, today: Day) {
        let asked = ReferralForm.asked(referral.answers)
        let refused = ReferralForm.check(asked, today: today).problems
        let unsafe = UnsafeContact.problems(asked, unsafe: victim.unsafeWays, rule: victim.contactRule)
        let revealing = referral.revealing.sorted { $0.key < $1.key }.map { Problem($0.key, $0.value) }
        problems = unsafe + revealing + refused.map(Problem.init)
        let wrong = Set(unsafe.map(\.field) + revealing.map(\.field) + refused.filter { $0.rule != "required" }.map(\.field))
        let missing = Set(refused.filter { $0.rule == "required" }.map(\.field))
        self.wrong = wrong
        var states: [FormHeading: State] = [:]
        for heading in FormHeading.allCases {
            let codes = ReferralForm.questions(under: heading, referral.answers).flatMap { $0 }.map(\.code)
            let isAnswered = codes.contains { referral.answers[$0].map { !$0.isEmpty } ?? false }
            let faults = codes.filter(wrong.contains).count
            states[heading] =
                if codes.isEmpty { .notAsked } else if faults > 0 { .problems(faults) } else if referral.again.contains(heading) {
                    .again
                } else if missing.isDisjoint(with: codes) { .complete } else { isAnswered ? .inProgress : .notStarted }
        }
        self.states = states
    }

    package func state(of heading: FormHeading) -> State { states[heading] ?? .notAsked }

    /// The problems to show beside these fields: what is wrong, and with `isChecked` also what is missing.
    package func problems(of codes: [String], isChecked: Bool) -> [Problem] {
        problems.filter { codes.contains($0.field) && (isChecked || wrong.contains($0.field)) }
    }
}

extension Problem {
    /// A refusal of the form as a page tells of it: with the answers that stand there to be chosen, not with their codes.
    init(_ refused: ReferralProblem) {
        let field = ReferralForm.current.field(refused.field)
        switch (field?.kind, refused.rule) {
        case (.radio, "required"): self.init(refused.field, "\(field?.label ?? ""): not answered yet, choose one of the answers")
        case (.radio, "equal"): self.init(refused.field, "\(field?.label ?? "") has an answer that the form does not offer: choose one")
        case (.ticks, "required"): self.init(refused.field, "\(field?.label ?? ""): not answered yet, tick one at least")
        default: self.init(refused.field, refused.message)
        }
    }
}
