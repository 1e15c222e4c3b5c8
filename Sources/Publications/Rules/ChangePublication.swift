import Access
import Kernel
import Partnerships

/// Changes the title or the period of a draft, and whether a correction keeps the figures that are out.
package enum ChangePublication: Verb {
    package typealias Record = PartnershipPublication
    package static let name = "change-publication"
    package static let relation = Relation.publications
    package static let roles: Set<Role> = [.coordinator]

    /// Every reason why it cannot be changed like this; empty means it can.
    package static func problems(_ facts: PublicationFacts, standing: PublicationDetail) -> [Problem] {
        var problems = BeginPublication.problems(facts)
        if standing.state != .draft { problems.append(Problem("", PublicationDesk.notADraft)) }
        if standing.edition > 1, facts.town != standing.facts.town {
            problems.append(Problem("town", "A correction is of the same town: begin another publication for another"))
        }
        if standing.edition > 1, facts.period != standing.facts.period {
            problems.append(Problem("first", "A correction is of the same days: begin another publication for others"))
        }
        return problems
    }
}

extension PublicationDesk {
    static let notADraft = "It is not a draft now: nothing in it can be changed"

    /// Throws `AccessError.notVisible`, `.denied`, and `.changedMeanwhile` when the publication has another version.
    package func change(
        _ publication: ID<PartnershipPublication>, to facts: PublicationFacts, keepsFigures: Bool, version: Int, by viewer: Viewer,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<PartnershipPublication>> {
        try await desk.change(ChangePublication.self, on: publication, by: viewer, expecting: version, key: key) { change in
            let standing = try change.reading.publication(publication)
            let problems =
                ChangePublication.problems(facts, standing: standing)
                + BeginPublication.problems(facts, towns: try change.reading.terms(of: change.reading.ownPartnership, kind: "town"))
            guard problems.isEmpty else { return .refused(problems) }
            try change.update(facts, keepsFigures: keepsFigures && standing.edition > 1)
            change.note("Publication changed")
            return .done(publication)
        }
    }
}
