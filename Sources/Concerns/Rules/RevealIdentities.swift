import Access
import Kernel
import Store

/// Opens the sealed names of a concern for a stated reason. Each opening is in the journal.
package enum RevealIdentities: Verb {
    package typealias Record = Concern
    package static let name = "reveal-identities"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.consultation
}

/// The sealed names of a concern, opened.
package struct RevealedIdentities: Sendable, Codable {
    package struct Name: Sendable, Codable {
        package let about: String
        package let name: String
    }

    package let reporterName: String
    package let reporterDetails: String
    package let names: [Name]
}

extension ConcernDesk {
    /// Opens the sealed names. The reason is required; it is sealed, and the journal's entry leads to it.
    package func reveal(_ id: ID<Concern>, reason: String, by viewer: Viewer) async throws -> Outcome<RevealedIdentities> {
        try await desk.change(RevealIdentities.self, on: id, by: viewer, key: nil) { change in
            guard reason.count >= 10, reason.count <= 500 else {
                return .refused([Problem("reason", "Say in a sentence why you need the names")])
            }
            let concern = try change.reading.concern(id)
            var names: [RevealedIdentities.Name] = []
            for mention in concern.mentions {
                if let name = try change.opened(field: "name", in: .victims, of: mention.id.text) {
                    let about = [mention.role, mention.description].filter { !$0.isEmpty }.joined(separator: ", ")
                    names.append(.init(about: about.isEmpty ? "Person mentioned" : about, name: name))
                }
            }
            try change.purpose(reason)
            return .done(
                RevealedIdentities(
                    reporterName: try change.opened(field: "reporter_name", in: .reporters) ?? "",
                    reporterDetails: try change.opened(field: "reporter_details", in: .reporters) ?? "", names: names))
        }
    }
}
