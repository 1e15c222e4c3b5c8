import Access
import Concerns
import Kernel

extension VisitDesk {
    /// A follow-up task of a visit. The visit's reference is nil for whoever has the task and was not on the visit.
    ///
    /// Throws `AccessError.notVisible`.
    package func task(
        _ task: ID<WorkTask>, of visit: ID<Visit>, as viewer: Viewer
    ) async throws -> (task: VisitTask, reference: String?) {
        try await desk.read(as: viewer, Consultation("open-task", "tasks", task.text)) { reading in
            (try reading.task(task, of: visit), try reading.reference(of: visit))
        }
    }

    /// Says what came of a follow-up task; the same rule as for any other task.
    ///
    /// Throws `AccessError.notVisible`, `.denied` for another agency's task, and `.changedMeanwhile`.
    package func finishTask(
        _ task: ID<WorkTask>, of visit: ID<Visit>, result: String, by viewer: Viewer, expecting version: Int?,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<WorkTask>> {
        let standing = try await self.task(task, of: visit, as: viewer).task
        return try await concerns.finishTask(
            task, strand: standing.strand, result: result, by: viewer, expecting: version, key: key)
    }

    private var concerns: ConcernDesk {
        ConcernDesk(
            desk: desk, lists: lists,
            indicators: IndicatorCatalogue(
                questions.signs.map { .init(code: $0.code, set: $0.set, text: $0.text, weight: $0.weight) }))
    }
}
