import Access
import Kernel
import Partnerships

/// Writes down what somebody told: once, and never over what was written before.
package enum WriteAccount: Verb {
    package typealias Record = PotentialVictim
    package static let name = "write-account"
    package static let relation = Relation.potentialVictims
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.collection

    package struct Draft: Sendable, Hashable {
        package var takenOn: Day?
        package var source: AccountSource?
        package var language: String
        package var interpreter: String
        package var words: String
        /// Where, who was there, breaks, how they were.
        package var circumstances: String

        package init(
            takenOn: Day?, source: AccountSource?, language: String = "", interpreter: String = "", words: String,
            circumstances: String = ""
        ) {
            self.takenOn = takenOn
            self.source = source
            self.language = language
            self.interpreter = interpreter
            self.words = words
            self.circumstances = circumstances
        }
    }

    /// Every reason why it cannot be written down; empty means it can.
    package static func problems(_ draft: Draft, isOpen: Bool, lists: CodeLists, today: Day) -> [Problem] {
        if !isOpen { return [Problem("", "This pathway is closed: open it again first")] }
        var problems: [Problem] = []
        switch draft.takenOn {
        case nil: problems.append(Problem("taken_on", "Enter the day on which it was told"))
        case let day? where day > today:
            problems.append(Problem("taken_on", "The day lies in the future: enter the day on which it was told"))
        default: break
        }
        if draft.source == nil { problems.append(Problem("source", "Choose who told it")) }
        if draft.words.isEmpty { problems.append(Problem("words", "Write down what was told, in their own words")) }
        if !draft.language.isEmpty, !lists["language"].contains(draft.language) {
            problems.append(Problem("language", "Choose the language from the list"))
        }
        problems += [
            TextLength.problem("words", "account", draft.words, limit: 50_000),
            TextLength.problem("circumstances", "circumstances", draft.circumstances, limit: TextLength.account),
            TextLength.problem("interpreter", "interpreter", draft.interpreter, limit: TextLength.line),
        ].compactMap { $0 }
        return problems
    }
}

extension PathwayDesk {
    package func writeAccount(
        of victim: ID<PotentialVictim>, _ draft: WriteAccount.Draft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PotentialVictim>> {
        try await desk.change(WriteAccount.self, on: victim, by: viewer, key: key) { change in
            let problems = WriteAccount.problems(
                draft, isOpen: try change.reading.victim(victim).isOpen, lists: lists, today: change.moment.day)
            guard problems.isEmpty, let day = draft.takenOn, let source = draft.source else { return .refused(problems) }
            try change.insert(draft, on: day, source)
            change.note("What they told was written down")
            return .done(victim)
        }
    }
}
