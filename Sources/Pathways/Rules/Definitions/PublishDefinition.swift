import Access
import Kernel

/// Publishes what was written as the next version. Members read it and say so; the version before stays readable.
package enum PublishDefinition: Verb {
    package typealias Record = PathwayDefinition
    package static let name = "publish-pathway-definition"
    package static let relation = Relation.pathwayDefinitions
    package static let roles: Set<Role> = [.coordinator]

    package struct Draft: Sendable, Hashable {
        package var validFrom: Day?
        package var validUntil: Day?
        package var changeNote: String

        package init(validFrom: Day? = nil, validUntil: Day? = nil, changeNote: String = "") {
            self.validFrom = validFrom
            self.validUntil = validUntil
            self.changeNote = changeNote
        }
    }

    /// Every reason why it cannot be published; empty means it can.
    package static func problems(
        _ draft: Draft, content: PathwayContent?, before: DefinitionVersionDetail?, today: Day
    ) -> [Problem] {
        var problems = [TextLength.problem("change_note", "text", draft.changeNote, limit: TextLength.account)].compactMap { $0 }
        guard let content else { return [Problem("", "There is nothing to publish: write a draft first")] }
        if content.steps.isEmpty { problems.append(Problem("", "Write at least one step first")) }
        for step in content.steps where step.who.isEmpty || step.within.isEmpty {
            problems.append(Problem("", "Say in the draft who does it and within what time: “\(step.what.prefix(60))”"))
        }
        if let before, before.content == content { problems.append(Problem("", "The draft says the same as version \(before.number)")) }
        guard let from = draft.validFrom else { return problems + [Problem("valid_from", "Enter the day from which it holds")] }
        if from < today { problems.append(Problem("valid_from", "Enter today or a later day: nobody could have followed it before")) }
        if let before, from < before.validFrom {
            problems.append(Problem("valid_from", "Enter a day that is not before version \(before.number) began"))
        }
        if let until = draft.validUntil, until < from {
            problems.append(Problem("valid_until", "Enter a last day that is not before the first"))
        }
        if before != nil, draft.changeNote.isEmpty { problems.append(Problem("change_note", "Say what has changed")) }
        return problems
    }
}

extension DefinitionDesk {
    /// Throws `AccessError.notVisible` and `.denied`.
    package func publish(
        _ definition: ID<PathwayDefinition>, _ draft: PublishDefinition.Draft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<Int> {
        try await desk.change(PublishDefinition.self, on: definition, by: viewer, key: key) { change in
            let standing = try change.reading.definition(definition)
            let before = try change.reading.versions(of: definition).first
            let problems = PublishDefinition.problems(
                draft, content: standing.draft, before: before, today: change.moment.day)
            guard problems.isEmpty, let content = standing.draft, let from = draft.validFrom else { return .refused(problems) }
            try change.publish(content, number: standing.latest + 1, from: from, draft, before: before)
            change.note("Pathway definition published, version \(standing.latest + 1)")
            return .done(standing.latest + 1)
        }
    }
}
