import Access
import Kernel
import Partnerships

/// Writes an answer into the consent ledger. Nothing there is ever changed: a new answer is a new entry.
package enum RecordConsent: Verb {
    package typealias Record = PotentialVictim
    package static let name = "record-consent"
    package static let relation = Relation.potentialVictims
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.collection

    package struct Draft: Sendable, Hashable {
        package var purpose: ConsentPurpose?
        package var answer: ConsentAnswer?
        package var answeredOn: Day?
        package var explainedBy: String
        package var method: ConsentMethod?
        package var language: String
        package var interpreter: String
        package var capacity: ConsentCapacity?
        /// A code of "decline_reason".
        package var reason: String
        /// In their own words, sealed.
        package var note: String

        package init(
            purpose: ConsentPurpose?, answer: ConsentAnswer?, answeredOn: Day?, explainedBy: String,
            method: ConsentMethod?, language: String = "", interpreter: String = "",
            capacity: ConsentCapacity? = .notInDoubt, reason: String = "", note: String = ""
        ) {
            self.purpose = purpose
            self.answer = answer
            self.answeredOn = answeredOn
            self.explainedBy = explainedBy
            self.method = method
            self.language = language
            self.interpreter = interpreter
            self.capacity = capacity
            self.reason = reason
            self.note = note
        }
    }

    /// Every reason why the answer cannot be written down; empty means it can.
    package static func problems(
        _ draft: Draft, victim: VictimDetail, ledger: ConsentLedger, lists: CodeLists, today: Day
    ) -> [Problem] {
        if !victim.isOpen { return [Problem("", "This pathway is closed: open it again first")] }
        var problems: [Problem] = []
        guard let purpose = draft.purpose else { return [Problem("purpose", "Choose what they were asked")] }
        if victim.facts.age.isTreatedAsChild, purpose == .nrm || purpose == .identity {
            return [
                Problem(
                    "purpose",
                    "A child, or somebody who may be one, is not asked for this: they are referred, and no duty to notify report is made")
            ]
        }
        if draft.answer == nil { problems.append(Problem("answer", "Choose their answer")) }
        switch draft.answeredOn {
        case nil: problems.append(Problem("answered_on", "Enter the day on which they answered"))
        case let day? where day > today:
            problems.append(Problem("answered_on", "The day lies in the future: enter the day on which they answered"))
        case let day? where day < victim.openedOn.adding(days: -366):
            problems.append(
                Problem("answered_on", "The day lies more than a year before the pathway was begun: enter the day on which they answered"))
        case let day?:
            if let last = ledger.current(purpose), day < last.answeredOn {
                problems.append(
                    Problem("answered_on", "A later answer of \(last.answeredOn.text) is in the ledger: enter a day from then on"))
            }
        }
        if draft.explainedBy.isEmpty { problems.append(Problem("explained_by", "Enter who explained it to them")) }
        if draft.method == nil { problems.append(Problem("method", "Choose how they answered")) }
        if draft.method == .interpreted, draft.interpreter.isEmpty {
            problems.append(Problem("interpreter", "Enter the interpreter's service or number, not somebody who came with them"))
        }
        if !draft.language.isEmpty, !lists["language"].contains(draft.language) {
            problems.append(Problem("language", "Choose the language from the list"))
        }
        problems += capacityProblems(draft, victim: victim)
        if draft.capacity == .assessedLacks, draft.answer?.isDecidedForThem == true, draft.note.isEmpty {
            problems.append(Problem("note", "Say who decided in their best interests, and why"))
        }
        if draft.answer == .withdrawn, ledger.current(purpose)?.answer != .given,
            ledger.current(purpose)?.answer != .bestInterests
        {
            problems.append(Problem("answer", "There is nothing to take back: they have not agreed to this"))
        }
        if !draft.reason.isEmpty, !lists["decline_reason"].contains(draft.reason) {
            problems.append(Problem("reason", "Choose the reason from the list"))
        }
        if draft.answer == .declined, purpose == .nrm, draft.reason.isEmpty {
            problems.append(Problem("reason", "Choose why they declined, or that they did not say"))
        }
        problems += [
            TextLength.problem("explained_by", "name", draft.explainedBy, limit: TextLength.line),
            TextLength.problem("interpreter", "interpreter", draft.interpreter, limit: TextLength.line),
            TextLength.problem("note", "note", draft.note, limit: 2_000),
        ].compactMap { $0 }
        return problems
    }

    private static func capacityProblems(_ draft: Draft, victim: VictimDetail) -> [Problem] {
        switch (draft.capacity, draft.answer) {
        case (nil, _): [Problem("capacity", "Choose whether they could decide this")]
        case (.assessedLacks, .given), (.assessedLacks, .declined), (.assessedLacks, .withdrawn):
            [
                Problem(
                    "answer",
                    "Somebody who cannot decide this neither agrees nor declines: record the decision in their best interests")
            ]
        case (.notInDoubt, let answer?) where answer.isDecidedForThem, (.assessedHas, let answer?) where answer.isDecidedForThem:
            [Problem("answer", "Whoever can decide decides for themselves: record their own answer")]
        case (.notInDoubt, _) where victim.facts.capacity != .notInDoubt:
            [Problem("capacity", "It is in doubt on this page whether they can decide: have it assessed first")]
        default: []
        }
    }
}

extension PathwayDesk {
    /// Writes an answer into the ledger; the way they go follows from it at once.
    package func recordConsent(
        of victim: ID<PotentialVictim>, _ draft: RecordConsent.Draft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PotentialVictim>> {
        try await desk.change(RecordConsent.self, on: victim, by: viewer, key: key) { change in
            let reading = change.reading
            let problems = RecordConsent.problems(
                draft, victim: try reading.victim(victim), ledger: try reading.ledger(of: victim), lists: lists,
                today: change.moment.day)
            guard problems.isEmpty, let purpose = draft.purpose, let answer = draft.answer, let day = draft.answeredOn,
                let method = draft.method, let capacity = draft.capacity
            else { return .refused(problems) }
            try change.insert(draft, purpose, answer, on: day, method, capacity)
            if purpose == .nrm { try change.settle(capacity) }
            change.note("\(purpose.label): \(answer.label.lowercased())")
            return .done(victim)
        }
    }
}
