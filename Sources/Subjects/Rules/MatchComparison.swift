import Access
import BlindLinkage
import Dispatch
import Kernel

/// Compares what both sides sent and destroys it in the same transaction that keeps the result.
package enum MatchComparison: Verb {
    package typealias Record = BlindComparison
    package static let name = "match-comparison"
    package static let relation = Relation.blindComparisons
    package static let roles: Set<Role> = []
    package static let doors: Set<Viewer.Door> = [.operator]
    package static let event = JournalEvent.combination

    /// The pairs of places, each record in one pair at most and the likest first, or why there are none.
    static func pairs(_ one: EncodingSet, _ other: EncodingSet, threshold: Int) throws(MatchingFault) -> [(one: Int, other: Int)] {
        let alike = try DiceMatcher(threshold: Double(threshold) / 100, limit: ComparisonLimits.mostPairs).pairs([one, other])
        return GreedyMatching.groups(alike).map { (Int($0[0].index), Int($0[1].index)) }
    }
}

extension SubjectDesk {
    /// Compares all that waits, one after another; answers how many there were.
    @discardableResult
    package func matchComparisons() async throws -> Int {
        let waiting = try await desk.comparisonsToMatch()
        for due in waiting { try await match(due) }
        return waiting.count
    }

    private func match(_ due: DueComparison) async throws {
        let viewer = Viewer.operator(of: due.partnership, request: "comparisons")
        let comparison = try await desk.read(as: viewer, Consultation("open-comparison", "blind_comparisons", due.id.text)) {
            try $0.comparison(due.id)
        }
        let sent: [ID<Organisation>: [UInt8]]
        do {
            sent = try await desk.openEncodings(of: due.id, by: viewer)
        } catch is VaultError {
            return try await fail(due, by: viewer, "What was sent could not be opened")
        }
        let bits = (comparison.bitCount + 7) / 8 * 8
        func side(_ agency: ComparedAgency) -> EncodingSet? { sent[agency.id].flatMap { EncodingSet(serialised: $0, bitCount: bits) } }
        guard let one = side(comparison.line.one), let other = side(comparison.line.other) else {
            return try await fail(due, by: viewer, "What was sent is not whole")
        }
        let threshold = comparison.threshold
        // Seconds of one processor: not on the threads that answer requests.
        let found = await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                continuation.resume(
                    returning: Result { () throws(MatchingFault) in try MatchComparison.pairs(one, other, threshold: threshold) })
            }
        }
        switch found {
        case .failure: try await fail(due, by: viewer, "Too many records are alike: propose it again with a higher likeness")
        case .success(let pairs):
            _ = try await desk.change(MatchComparison.self, on: due.id, by: viewer, key: nil) { change in
                let line = try change.reading.comparisonLine(due.id)
                // Withdrawn meanwhile, or compared by another server.
                guard line.status == .matching else { return .done(due.id) }
                try change.keep(pairs, of: line)
                try change.destroyEncodings()
                change.note("Blind comparison made")
                return .done(due.id)
            }
        }
    }

    private func fail(_ due: DueComparison, by viewer: Viewer, _ reason: String) async throws {
        _ = try await desk.change(MatchComparison.self, on: due.id, by: viewer, key: nil) { change in
            guard try change.reading.comparisonLine(due.id).status == .matching else { return .done(due.id) }
            try change.destroyEncodings()
            try change.removeResult()
            try change.end(as: .failed, reason: reason)
            change.note("Blind comparison could not be made")
            return .done(due.id)
        }
    }
}
