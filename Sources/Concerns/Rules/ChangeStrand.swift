import Access
import Kernel
import Partnerships
import Store

/// Changes a strand: the coordinator all of it; the organisation that leads it its plan, status and outcome.
package enum ChangeStrand<Scope: StrandScope>: Verb {
    package typealias Record = Strand
    package static var name: String { "change-strand" }
    package static var relation: Relation { .strands }
    package static var roles: Set<Role> { [.coordinator, .member] }
    package static var strand: String { Scope.strand }
}

extension ConcernDesk {
    /// Changes a strand of a concern; throws `AccessError.changedMeanwhile` when it is no longer at `version`.
    package func changeStrand(
        _ id: ID<Strand>, kind: StrandKind, _ draft: StrandDraft, by viewer: Viewer, expecting version: Int?,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        let scope = kind.scope
        return try await change(scope, id, kind, draft, by: viewer, expecting: version, key: key)
    }

    private func change<Scope: StrandScope>(
        _ scope: Scope.Type, _ id: ID<Strand>, _ kind: StrandKind, _ draft: StrandDraft, by viewer: Viewer,
        expecting version: Int?, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        try await desk.change(ChangeStrand<Scope>.self, on: id, by: viewer, expecting: version, key: key) { change in
            guard let partnership = viewer.partnership else { throw AccessError.denied }
            let strand = try change.reading.strand(id)
            guard strand.kind == kind else { throw AccessError.notVisible }
            guard viewer.isCoordinator || strand.lead == viewer.organisation else { throw AccessError.denied }
            let status = try change.reading.concern(strand.concern).status
            if let obstacle = StrandDraft.obstacle(status) { return .refused([obstacle]) }
            if viewer.isCoordinator {
                let seesVictims = try change.reading.circle(of: strand.concern).filter { $0.isCurrent && $0.seesVictims }
                let problems = draft.problems(
                    kind: kind, members: try change.members(of: partnership),
                    seesVictims: Set(seesVictims.map(\.organisation)))
                guard problems.isEmpty else { return .refused(problems) }
                try change.writeTeam(draft, kind: kind, concern: strand.concern, partnership: partnership)
                try change.run("UPDATE \(change.target) SET lead_organisation_id = \(draft.lead) WHERE id = \(id)")
            } else if !draft.problemsOfText.isEmpty {
                return .refused(draft.problemsOfText)
            }
            try change.run(
                """
                UPDATE \(change.target) SET plan = \(draft.plan), status = \(draft.status), outcome = \(draft.outcome)
                WHERE id = \(id)
                """)
            let finishes = draft.status == StrandStatus.finished.rawValue && strand.status != .finished
            change.note("\(kind.label) strand \(finishes ? "finished" : "changed")", concern: strand.concern)
            return .done(strand.concern)
        }
    }
}
