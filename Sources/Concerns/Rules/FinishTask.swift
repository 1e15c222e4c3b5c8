import Access
import Kernel
import Store

/// Says what came of a task: the organisation that had to do it, or the coordinator.
package enum FinishTask<Scope: StrandScope>: Verb {
    package typealias Record = WorkTask
    package static var name: String { "finish-task" }
    package static var relation: Relation { .tasks }
    package static var roles: Set<Role> { [.coordinator, .member] }
    package static var strand: String { Scope.strand }
}

extension TaskDetail {
    /// Why the task cannot be finished with this result; empty when it can.
    package func problemsOfFinishing(_ result: String) -> [Problem] {
        guard isOpen else { return [Problem("", "This task is finished already")] }
        if result.isEmpty { return [Problem("result", "Say what was done and what came of it")] }
        if result.count > 8_000 {
            return [Problem("result", "This is longer than 8,000 characters: shorten it or attach a document")]
        }
        return []
    }
}

extension ConcernDesk {
    /// Finishes a task of this strand; throws `AccessError.changedMeanwhile` when it is no longer at `version`.
    package func finishTask(
        _ id: ID<WorkTask>, strand: String, result: String, by viewer: Viewer, expecting version: Int?,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<WorkTask>> {
        let scope = StrandKind.scope(of: strand)
        return try await finish(scope, id, result, by: viewer, expecting: version, key: key)
    }

    private func finish<Scope: StrandScope>(
        _ scope: Scope.Type, _ id: ID<WorkTask>, _ result: String, by viewer: Viewer, expecting version: Int?,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<WorkTask>> {
        try await desk.change(FinishTask<Scope>.self, on: id, by: viewer, expecting: version, key: key) { change in
            let task = try change.reading.task(id)
            guard task.strand == Scope.strand else { throw AccessError.notVisible }
            guard viewer.isCoordinator || task.organisation == viewer.organisation else { throw AccessError.denied }
            let problems = task.problemsOfFinishing(result)
            guard problems.isEmpty else { return .refused(problems) }
            try change.run(
                """
                UPDATE \(change.target) SET is_open = 0, result = \(result), done_at = \(change.moment)
                WHERE id = \(id)
                """)
            change.note("\(task.organisationName) finished a task: \(task.title)", concern: task.concern)
            return .done(id)
        }
    }
}
