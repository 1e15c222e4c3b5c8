import Access
import Kernel

/// Accepts or declines a comparison, for the agency to which it was proposed.
package enum AnswerComparison: Verb {
    package typealias Record = BlindComparison
    package static let name = "answer-comparison"
    package static let relation = Relation.blindComparisons
    package static let roles: Set<Role> = [.coordinator, .member]

    static func problems(_ accepts: Bool?, reason: String, status: ComparisonStatus) -> [Problem] {
        guard status == .proposed else { return [Problem("", "It cannot be answered any more: it is \(status.label.lowercased())")] }
        guard let accepts else { return [Problem("answer", "Say whether you accept")] }
        if !accepts, reason.isEmpty { return [Problem("reason", "Say why you decline")] }
        return [TextLength.problem("reason", "reason", reason, limit: TextLength.line)].compactMap { $0 }
    }
}

/// Withdraws a comparison, for either side: what was sent and what was found is destroyed.
package enum WithdrawComparison: Verb {
    package typealias Record = BlindComparison
    package static let name = "withdraw-comparison"
    package static let relation = Relation.blindComparisons
    package static let roles: Set<Role> = [.coordinator, .member]

    static func problems(reason: String, status: ComparisonStatus) -> [Problem] {
        guard status.isOpen else { return [Problem("", "There is nothing to withdraw: it is \(status.label.lowercased())")] }
        if reason.isEmpty { return [Problem("reason", "Say why it is withdrawn")] }
        return [TextLength.problem("reason", "reason", reason, limit: TextLength.line)].compactMap { $0 }
    }
}

/// Says for one side that it agrees to talk about what matches.
package enum AgreeToTalk: Verb {
    package typealias Record = BlindComparison
    package static let name = "agree-to-talk"
    package static let relation = Relation.blindComparisons
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.disclosure
}

/// Removes the result of a comparison whose time is over.
package enum EndComparison: Verb {
    package typealias Record = BlindComparison
    package static let name = "end-comparison"
    package static let relation = Relation.blindComparisons
    package static let roles: Set<Role> = []
    package static let doors: Set<Viewer.Door> = [.operator]
    package static let event = JournalEvent.erasure
}

extension Change where V.Record == BlindComparison {
    /// The comparison as one of its sides. Throws `AccessError.denied` for whoever sees it and is none.
    func ownComparison() throws -> ComparisonLine {
        let line = try reading.comparisonLine(record)
        guard ProposeComparison.speaksForOwn(viewer), line.hasSide(viewer.organisation) else { throw AccessError.denied }
        return line
    }
}

extension SubjectDesk {
    /// Answers for the organisation to which it was proposed. Throws `AccessError.denied` for the one that proposed it.
    package func answer(
        _ id: ID<BlindComparison>, accepts: Bool?, reason: String, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<BlindComparison>> {
        try await desk.change(AnswerComparison.self, on: id, by: viewer, key: key) { change in
            let line = try change.ownComparison()
            guard line.other.id == viewer.organisation else { throw AccessError.denied }
            let problems = AnswerComparison.problems(accepts, reason: reason, status: line.status)
            guard problems.isEmpty, let accepts else { return .refused(problems) }
            try change.answer(accepts: accepts, reason: accepts ? "" : reason)
            change.note(accepts ? "Blind comparison accepted" : "Blind comparison declined")
            return .done(id)
        }
    }

    /// Withdraws for one of the two sides.
    package func withdraw(
        _ id: ID<BlindComparison>, reason: String, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<BlindComparison>> {
        try await desk.change(WithdrawComparison.self, on: id, by: viewer, key: key) { change in
            let problems = WithdrawComparison.problems(reason: reason, status: try change.ownComparison().status)
            guard problems.isEmpty else { return .refused(problems) }
            try change.destroyEncodings()
            try change.removeResult()
            try change.end(as: .withdrawn, reason: reason)
            change.note("Blind comparison withdrawn")
            return .done(id)
        }
    }

    /// Agrees for one side; when both have agreed, each sees the other's contact and the numbers of the pairs.
    package func agreeToTalk(
        about id: ID<BlindComparison>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<BlindComparison>> {
        try await desk.change(AgreeToTalk.self, on: id, by: viewer, key: key) { change in
            let line = try change.ownComparison()
            guard line.status == .matched else { return .refused([Problem("", "There is no result to talk about")]) }
            guard try change.reading.comparison(id).own?.matches ?? 0 > 0 else {
                return .refused([Problem("", "No record matches, so there is nothing to talk about")])
            }
            try change.agree()
            change.note("One side of a blind comparison agreed to talk")
            return .done(id)
        }
    }

    /// Removes the results of comparisons whose time is over; answers how many there were.
    @discardableResult
    package func endComparisons() async throws -> Int {
        let over = try await desk.comparisonsOver()
        for due in over {
            _ = try await desk.change(
                EndComparison.self, on: due.id, by: .operator(of: due.partnership, request: "comparisons"), key: nil
            ) { change in
                try change.destroyEncodings()
                try change.removeResult()
                try change.end(as: .over, reason: "")
                change.note("Blind comparison over")
                return .done(due.id)
            }
        }
        return over.count
    }
}
