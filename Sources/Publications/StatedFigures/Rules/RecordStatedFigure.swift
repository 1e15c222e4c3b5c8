import Access
import Kernel

/// What the verbs on figures from elsewhere have in common: the coordinator writes them.
package protocol StatedFigureVerb: Verb where Record == StatedFigure {}

extension StatedFigureVerb {
    package static var relation: Relation { .statedFigures }
    package static var roles: Set<Role> { [.coordinator] }
}

/// Records a figure from elsewhere with its source.
package enum RecordStatedFigure: StatedFigureVerb {
    package static let name = "record-stated-figure"
    package static let event = JournalEvent.collection

    /// The most figures that a partnership keeps.
    package static let most = 5_000

    /// Every reason why these figures cannot stand beside those that are kept; empty means they can.
    ///
    /// - Parameter others: without the figure itself, where one is corrected.
    static func problems(_ draft: StatedFigureDraft, beside others: [StatedFigureDetail], with new: [StatedFigureDraft] = []) -> [Problem] {
        var problems: [Problem] = []
        if others.contains(where: { $0.draft.key == draft.key }) {
            problems.append(Problem("key", "There is a figure with the key \(draft.key) already"))
        }
        let known = Set(others.filter { !$0.isWithdrawn }.map(\.draft.key) + new.map(\.key))
        for (field, key) in [("part-of", draft.partOf), ("numerator", draft.numerator), ("denominator", draft.denominator)]
        where !key.isEmpty && !known.contains(key) {
            problems.append(Problem(field, "No figure has the key \(key)"))
        }
        return problems
    }
}

/// Takes several figures in at once, or none of them.
package enum ImportStatedFigures: StatedFigureVerb {
    package static let name = "import-stated-figures"
    package static let event = JournalEvent.collection
}

/// Corrects a figure. What it said before stays, with the reason.
package enum ChangeStatedFigure: StatedFigureVerb {
    package static let name = "change-stated-figure"
}

/// Takes a figure out of use: it stays with the reason, and no document can state it any more.
package enum WithdrawStatedFigure: StatedFigureVerb {
    package static let name = "withdraw-stated-figure"
}

/// Says which of two figures that contradict each other holds, or that both do, and why.
package enum SettleStatedFigures: Verb {
    package typealias Record = SettledFigure
    package static let name = "settle-stated-figures"
    package static let relation = Relation.settledFigures
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.collection
}

extension StatedFigureDesk {
    /// Throws `AccessError.denied` for everybody but the coordinator.
    package func record(_ draft: StatedFigureDraft, by viewer: Viewer, key: IdempotencyKey?) async throws -> Outcome<ID<StatedFigure>> {
        try await desk.create(RecordStatedFigure.self, by: viewer, key: key) { change in
            let others = try change.reading.statedFigures()
            var problems = RecordStatedFigure.problems(draft, beside: others)
            if others.count >= RecordStatedFigure.most {
                problems.append(Problem("", "\(RecordStatedFigure.most) figures are kept at most"))
            }
            guard problems.isEmpty else { return .refused(problems) }
            try change.insert(draft)
            change.note("Figure from elsewhere recorded")
            return .done(change.record)
        }
    }

    /// Takes in every row or none: where one is wrong, all that is wrong is told and nothing is changed. Throws
    /// `AccessError.denied` for everybody but the coordinator.
    package func takeIn(_ text: String, by viewer: Viewer, key: IdempotencyKey?) async throws -> Outcome<Int> {
        let read = rows(of: text)
        return try await desk.create(ImportStatedFigures.self, by: viewer, key: key) { change in
            let others = try change.reading.statedFigures()
            let problems = read.problems + StatedFigureDesk.problems(of: read.rows, beside: others)
            guard problems.isEmpty else { return .refused(problems) }
            for (place, row) in read.rows.enumerated() {
                let id = place == 0 ? change.record : change.newID(StatedFigure.self)
                if place > 0 { try change.alsoChanges(.statedFigures, id.text) }
                try change.insert(row.draft, as: id)
            }
            change.note("\(read.rows.count) figures from elsewhere taken in")
            return .done(read.rows.count)
        }
    }

    /// What is wrong with rows beside the figures that are kept and beside each other.
    static func problems(of rows: [StatedFigureRows.Row], beside others: [StatedFigureDetail]) -> [Problem] {
        var problems: [Problem] = []
        if others.count + rows.count > RecordStatedFigure.most {
            problems.append(Problem("rows", "\(RecordStatedFigure.most) figures are kept at most"))
        }
        for row in rows {
            for problem in RecordStatedFigure.problems(row.draft, beside: others, with: rows.map(\.draft)) {
                problems.append(Problem("rows", "Row \(row.number): \(problem.field): \(problem.message)"))
            }
        }
        return problems
    }

    /// - Parameter reason: why it is corrected; kept with what it said before.
    ///
    /// Throws `AccessError.notVisible`, `.denied`, and `.changedMeanwhile` when the figure has another version.
    package func change(
        _ figure: ID<StatedFigure>, to draft: StatedFigureDraft, because reason: String, version: Int, by viewer: Viewer,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<StatedFigure>> {
        try await desk.change(ChangeStatedFigure.self, on: figure, by: viewer, expecting: version, key: key) { change in
            let all = try change.reading.statedFigures()
            guard let standing = all.first(where: { $0.id == figure }) else { throw AccessError.notVisible }
            var problems = RecordStatedFigure.problems(draft, beside: all.filter { $0.id != figure })
            if standing.isWithdrawn { problems.append(Problem("", "It was withdrawn: record it anew")) }
            if draft.key != standing.draft.key { problems.append(Problem("key", "The key stays as it is: written text names it")) }
            problems += StatedFigureDesk.problems(ofReason: reason)
            guard problems.isEmpty else { return .refused(problems) }
            guard draft != standing.draft else { return .refused([Problem("", "Nothing is said otherwise than before")]) }
            try change.keep(standing, because: reason)
            try change.update(draft)
            change.note("Figure from elsewhere corrected")
            return .done(figure)
        }
    }

    /// Throws `AccessError.notVisible` and `.denied`.
    package func withdraw(
        _ figure: ID<StatedFigure>, because reason: String, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<StatedFigure>> {
        try await desk.change(WithdrawStatedFigure.self, on: figure, by: viewer, key: key) { change in
            let all = try change.reading.statedFigures()
            guard let standing = all.first(where: { $0.id == figure }) else { throw AccessError.notVisible }
            if standing.isWithdrawn { return .refused([Problem("", "It was withdrawn already")]) }
            var problems = StatedFigureDesk.problems(ofReason: reason)
            let needed = all.filter { other in
                !other.isWithdrawn && [other.draft.partOf, other.draft.numerator, other.draft.denominator].contains(standing.draft.key)
            }
            if !needed.isEmpty {
                problems.append(Problem("", "These figures rest on it: \(needed.map(\.draft.key).joined(separator: ", "))"))
            }
            guard problems.isEmpty else { return .refused(problems) }
            try change.withdraw(because: reason)
            change.note("Figure from elsewhere withdrawn")
            return .done(figure)
        }
    }

    /// - Parameters:
    ///   - one: with the version that was read.
    ///   - other: with the version that was read.
    ///
    /// Throws `AccessError.denied` for everybody but the coordinator.
    package func settle(
        _ one: (id: ID<StatedFigure>, version: Int), _ other: (id: ID<StatedFigure>, version: Int), holds: FigureHolding?,
        because reason: String, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<SettledFigure>> {
        let measures = measures
        return try await desk.create(SettleStatedFigures.self, by: viewer, key: key) { change in
            let shelf = try change.reading.statedFigureShelf()
            let pair = Set([one.id, other.id])
            let finding = StatedFigureChecks(shelf, measures: measures).findings.first {
                $0.kind.needsSettling && Set($0.figures.map(\.id)) == pair
            }
            guard let finding, finding.figures.allSatisfy({ $0.version == ($0.id == one.id ? one.version : other.version) }) else {
                return .refused([Problem("", "The two figures are not as you read them. Look at them again")])
            }
            var problems = StatedFigureDesk.problems(ofReason: reason)
            if holds == nil { problems.append(Problem("holds", "Choose which of the two holds")) }
            guard problems.isEmpty, let holds else { return .refused(problems) }
            try change.insert(one, other, holds: holds, because: reason)
            change.note("Said which of two figures from elsewhere holds")
            return .done(change.record)
        }
    }

    private static func problems(ofReason reason: String) -> [Problem] {
        if reason.isEmpty { return [Problem("reason", "Say why")] }
        return [TextLength.problem("reason", "text", reason, limit: TextLength.line)].compactMap { $0 }
    }
}
