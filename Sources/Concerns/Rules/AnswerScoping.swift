import Access
import Kernel
import Partnerships
import Store

/// An agency says what it holds. A correction while the round is open replaces the answer; the timeline keeps both.
package enum AnswerScoping: Verb {
    package typealias Record = ScopingRequest
    package static let name = "answer-scoping"
    package static let relation = Relation.scopingRequests
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.disclosure
    package static let strand = "answers"

    package struct Draft: Sendable {
        package var answer: String
        package var summary: String
        package var grading: String
        package var conditions: String
        package var speakTo: String

        package init(answer: String, summary: String = "", grading: String = "", conditions: String = "", speakTo: String = "") {
            self.answer = answer
            self.summary = summary
            self.grading = grading
            self.conditions = conditions
            self.speakTo = speakTo
        }
    }

    package static func problems(_ draft: Draft, roundIsOpen: Bool, lists: CodeLists) -> [Problem] {
        guard roundIsOpen else {
            return [Problem("", "This round is closed. Tell the coordinator what you hold and ask for a new round")]
        }
        guard let answer = ScopingAnswer(rawValue: draft.answer) else {
            return [Problem("answer", "Choose what you hold")]
        }
        var problems: [Problem] = []
        switch answer {
        case .nothingHeld: break
        case .held:
            if draft.summary.isEmpty { problems.append(Problem("summary", "Say what you hold, in words that the circle may read")) }
            if !isGrading(draft.grading, lists: lists) {
                problems.append(Problem("grading", "Choose how far the information can be relied on, and how it may be handled"))
            }
            if draft.grading.hasSuffix("C"), draft.conditions.isEmpty {
                problems.append(Problem("conditions", "You chose sharing with conditions: say which"))
            }
        case .cannotShare, .conflict:
            if draft.speakTo.isEmpty {
                problems.append(Problem("speak_to", "Say whom the coordinator can speak to: a role or a desk, and how to reach it"))
            }
        }
        for (field, text) in [
            ("summary", draft.summary), ("conditions", draft.conditions), ("speak_to", draft.speakTo),
        ] where text.count > 8_000 {
            problems.append(Problem(field, "This is longer than 8,000 characters: shorten it or attach a document"))
        }
        return problems
    }

    /// Three characters: source 1 to 3, assessment A to E, handling P or C (the 3x5x2 report).
    private static func isGrading(_ text: String, lists: CodeLists) -> Bool {
        let parts = text.map(String.init)
        return parts.count == 3 && lists["source_evaluation"].contains(parts[0])
            && lists["intelligence_assessment"].contains(parts[1]) && lists["handling_code"].contains(parts[2])
    }
}

extension Change where V == AnswerScoping {
    func answer(_ draft: AnswerScoping.Draft) throws {
        let isHeld = draft.answer == ScopingAnswer.held.rawValue
        let isNothing = draft.answer == ScopingAnswer.nothingHeld.rawValue
        try run(
            """
            UPDATE \(target) SET answer = \(draft.answer), summary = \(isHeld ? draft.summary : ""),
                grading = \(isHeld ? draft.grading : ""), conditions = \(isHeld ? draft.conditions : ""),
                speak_to = \(isNothing ? "" : draft.speakTo), answered_at = \(moment), answered_by = \(viewer.person),
                is_waiting = 0
            WHERE id = \(record)
            """)
    }
}

extension ConcernDesk {
    package func answer(
        _ id: ID<ScopingRequest>, _ draft: AnswerScoping.Draft, by viewer: Viewer, expecting version: Int?,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        let lists = lists
        return try await desk.change(AnswerScoping.self, on: id, by: viewer, expecting: version, key: key) { change in
            let request = try change.reading.scopingRequest(id)
            guard viewer.isCoordinator || request.organisation == viewer.organisation else { throw AccessError.denied }
            let round = try change.reading.scopingRounds(of: request.concern).first { $0.id == request.round }
            let problems = AnswerScoping.problems(draft, roundIsOpen: round?.closedAt == nil, lists: lists)
            guard problems.isEmpty else { return .refused(problems) }
            try change.answer(draft)
            let label = ScopingAnswer(rawValue: draft.answer)?.label ?? draft.answer
            change.note("\(request.organisationName) answered: \(label.lowercased())", concern: request.concern)
            return .done(request.concern)
        }
    }
}
