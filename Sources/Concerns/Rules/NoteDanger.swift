import Access
import Kernel
import Store

/// Says that somebody is in immediate danger, or that they no longer are. Whoever sees the concern may raise the alarm;
/// the coordinator ends it.
package enum NoteDanger: Verb {
    package typealias Record = Concern
    package static let name = "note-danger"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator, .member]

    package struct Draft: Sendable {
        package var isInDanger: Bool
        package var policeIncident: String
        package var note: String

        package init(isInDanger: Bool, policeIncident: String, note: String) {
            self.isInDanger = isInDanger
            self.policeIncident = policeIncident
            self.note = note
        }
    }

    package static func problems(_ draft: Draft, status: ConcernStatus) -> [Problem] {
        var problems: [Problem] = []
        if !status.isOpen { problems.append(Problem("", "This concern is closed: open it again first")) }
        if draft.isInDanger, draft.policeIncident.isEmpty {
            problems.append(
                Problem(
                    "police_incident", "Call 999 first, then enter the police incident number, or write “not yet given”"))
        }
        if draft.policeIncident.count > 100 {
            problems.append(Problem("police_incident", "This is longer than 100 characters: enter only the number"))
        }
        if draft.note.isEmpty {
            problems.append(
                Problem(
                    "note",
                    draft.isInDanger
                        ? "Say what the danger is, without names" : "Say how you know that the danger is over"))
        }
        if draft.note.count > 2_000 {
            problems.append(Problem("note", "This is longer than 2,000 characters: shorten it"))
        }
        return problems
    }
}

extension ConcernDesk {
    package func noteDanger(
        _ id: ID<Concern>, _ draft: NoteDanger.Draft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        try await desk.change(NoteDanger.self, on: id, by: viewer, key: key) { change in
            guard draft.isInDanger || viewer.isCoordinator else { throw AccessError.denied }
            let concern = try change.reading.concern(id)
            let problems = NoteDanger.problems(draft, status: concern.status)
            guard problems.isEmpty else { return .refused(problems) }
            let incident = draft.policeIncident.isEmpty ? concern.policeIncident : draft.policeIncident
            try change.run(
                """
                UPDATE \(change.target) SET immediate_danger = \(draft.isInDanger), police_incident = \(incident)
                WHERE id = \(id)
                """)
            change.note("\(draft.isInDanger ? "Immediate danger" : "No longer in immediate danger"): \(draft.note)")
            return .done(id)
        }
    }
}
