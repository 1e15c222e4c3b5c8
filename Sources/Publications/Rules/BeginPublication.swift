import Access
import Figures
import Kernel
import Partnerships

/// Begins a document with the sections of its kind.
package enum BeginPublication: Verb {
    package typealias Record = PartnershipPublication
    package static let name = "begin-publication"
    package static let relation = Relation.publications
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.collection

    package static func problems(_ facts: PublicationFacts) -> [Problem] {
        var problems = [TextLength.problem("title", "title", facts.title, limit: 120)].compactMap { $0 }
        if facts.title.isEmpty { problems.append(Problem("title", "Enter what the document is called")) }
        if facts.last < facts.first {
            problems.append(Problem("last", "Enter a last day that is not before the first"))
        } else if facts.last.number - facts.first.number > FigureDesk.mostReviewYears * 366 {
            problems.append(Problem("last", "A document covers \(FigureDesk.mostReviewYears) years at most"))
        }
        if facts.kind.isOfMonth {
            let (year, month, day) = facts.first.parts
            if day != 1 || facts.last != Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)) {
                problems.append(Problem("last", "A monthly overview is of one month, from its first day to its last"))
            }
        }
        if facts.kind.isAboutTown, facts.town == nil { problems.append(Problem("town", "Choose the town")) }
        return problems
    }

    /// A town has to be one of the partnership.
    static func problems(_ facts: PublicationFacts, towns: [TermSummary]) -> [Problem] {
        guard let town = facts.town else { return [] }
        if !facts.kind.isAboutTown { return [Problem("town", "Only a town profile is about one town")] }
        return towns.contains { $0.id == town } ? [] : [Problem("town", "Choose the town")]
    }
}

extension PublicationDesk {
    /// Throws `AccessError.denied` for everybody but the coordinator.
    package func begin(
        _ facts: PublicationFacts, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PartnershipPublication>> {
        try await desk.create(BeginPublication.self, by: viewer, key: key) { change in
            let problems =
                BeginPublication.problems(facts)
                + BeginPublication.problems(facts, towns: try change.reading.terms(of: change.reading.ownPartnership, kind: "town"))
            guard problems.isEmpty else { return .refused(problems) }
            try change.insert(facts)
            change.note("Publication begun")
            return .done(change.record)
        }
    }
}
