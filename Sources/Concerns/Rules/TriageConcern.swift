import Access
import Kernel
import Store

/// The coordinator screens a concern: THRIVE, and whether anybody is in danger now.
package enum TriageConcern: Verb {
    package typealias Record = Concern
    package static let name = "triage-concern"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]

    package struct Draft: Sendable {
        package var thrive: Thrive
        package var immediateDanger: Bool
        package var policeIncident: String

        package init(thrive: Thrive, immediateDanger: Bool, policeIncident: String) {
            self.thrive = thrive
            self.immediateDanger = immediateDanger
            self.policeIncident = policeIncident
        }
    }

    package static func problems(_ draft: Draft, status: ConcernStatus) -> [Problem] {
        var problems: [Problem] = []
        if !status.isOpen { problems.append(Problem("", "This concern is closed: open it again before you screen it")) }
        if status == .awaitingCheck {
            problems.append(Problem("", "This report has not been checked yet: accept it first"))
        }
        if draft.thrive.threat.isEmpty { problems.append(Problem("threat", "Say what the threat is, or that none is known")) }
        if draft.thrive.harm.isEmpty { problems.append(Problem("harm", "Say what harm is done or feared, or that none is known")) }
        if draft.thrive.risk.isEmpty { problems.append(Problem("risk", "Say how likely the harm is, and how soon")) }
        for (field, text) in draft.thrive.fields where text.count > 4_000 {
            problems.append(Problem(field, "This is longer than 4,000 characters: shorten it"))
        }
        if draft.immediateDanger && draft.policeIncident.isEmpty {
            problems.append(
                Problem("police_incident", "Call 999 first, then enter the police incident number, or write “not yet given”"))
        }
        return problems
    }
}

extension Thrive {
    /// The six headings with the names of their columns.
    var fields: [(name: String, text: String)] {
        [
            ("threat", threat), ("harm", harm), ("risk", risk), ("investigation", investigation),
            ("vulnerability", vulnerability), ("engagement", engagement),
        ]
    }
}

extension Change where V == TriageConcern {
    func triage(_ draft: TriageConcern.Draft) throws {
        let incident = draft.policeIncident.isEmpty ? nil : draft.policeIncident
        try run(
            """
            UPDATE \(target) SET threat = \(draft.thrive.threat), harm = \(draft.thrive.harm),
                risk = \(draft.thrive.risk), investigation = \(draft.thrive.investigation),
                vulnerability = \(draft.thrive.vulnerability), engagement = \(draft.thrive.engagement),
                immediate_danger = \(draft.immediateDanger), police_incident = \(incident), triaged_at = \(moment),
                status = CASE WHEN status = 'raised' THEN 'triaged' ELSE status END
            WHERE id = \(record)
            """)
    }
}

extension ConcernDesk {
    package func triage(
        _ id: ID<Concern>, _ draft: TriageConcern.Draft, by viewer: Viewer, expecting version: Int?, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        try await desk.change(TriageConcern.self, on: id, by: viewer, expecting: version, key: key) { change in
            let status = try change.reading.concern(id).status
            let problems = TriageConcern.problems(draft, status: status)
            guard problems.isEmpty else { return .refused(problems) }
            try change.triage(draft)
            change.note(draft.immediateDanger ? "Screened: immediate danger" : "Screened")
            return .done(id)
        }
    }
}
