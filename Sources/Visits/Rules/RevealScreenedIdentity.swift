import Access
import Kernel

/// Opens the sealed name of somebody who was met, for a stated purpose.
package enum RevealScreenedIdentity: Verb {
    package typealias Record = Screening
    package static let name = "reveal-screened-identity"
    package static let relation = Relation.screenings
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.consultation
    package static let strand = "victims"

    /// Every reason why the name is not opened for this purpose; empty means it can be.
    package static func problems(purpose: String) -> [Problem] {
        if purpose.count < 10 {
            return [Problem("purpose", "Say in a few words why you need the name; it is kept in the journal")]
        }
        return [TextLength.problem("purpose", "purpose", purpose, limit: TextLength.line)].compactMap { $0 }
    }
}

extension VisitDesk {
    /// Opens the name of somebody met. The opening is in the journal, which leads to the sealed purpose, before the name is
    /// answered.
    ///
    /// Throws `AccessError.denied` for whoever is neither the coordinator nor allowed by the circle to see the victims.
    package func revealIdentity(
        of screening: ID<Screening>, purpose: String, by viewer: Viewer
    ) async throws -> Outcome<String> {
        let problems = RevealScreenedIdentity.problems(purpose: purpose)
        guard problems.isEmpty else { return .refused(problems) }
        return try await desk.change(RevealScreenedIdentity.self, on: screening, by: viewer, key: nil) { change in
            let entry = try change.reading.screening(screening)
            guard try change.maySeeIdentities(of: entry) else { throw AccessError.denied }
            guard let name = try change.opened(field: ScreeningFields.identity, in: .victims) else {
                return .refused([Problem("", "No name was given for this person")])
            }
            try change.purpose(purpose)
            return .done(name)
        }
    }
}
