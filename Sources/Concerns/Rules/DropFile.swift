import Access
import Kernel
import Store

/// Removes a file with every chunk: one that did not arrive whole, or one that was attached by mistake.
package enum DropFile<Scope: StrandScope>: Verb {
    package typealias Record = StoredFile
    package static var name: String { "drop-file" }
    package static var relation: Relation { .files }
    package static var roles: Set<Role> { BeginFile.roles }
    package static var event: JournalEvent { .erasure }
    package static var strand: String { Scope.strand }
}

extension ConcernDesk {
    /// Removes a file: what did not arrive whole by whoever sent it, a whole one by the coordinator or the organisation
    /// that added it.
    package func dropFile(_ id: ID<StoredFile>, of parent: FileParent, by viewer: Viewer, key: IdempotencyKey?)
        async throws -> Outcome<ID<StoredFile>>
    {
        try await dropFile(parent.scope, id, of: parent, by: viewer, key: key)
    }

    private func dropFile<Scope: StrandScope>(
        _ scope: Scope.Type, _ id: ID<StoredFile>, of parent: FileParent, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<StoredFile>> {
        try await desk.change(DropFile<Scope>.self, on: id, by: viewer, key: key) { change in
            let file = try change.reading.file(id)
            guard file.parent == parent else { throw AccessError.notVisible }
            guard viewer.isCoordinator || file.organisation == viewer.organisation else { throw AccessError.denied }
            try change.run("DELETE FROM \(change.table(.fileChunks)) WHERE file_id = \(id)")
            try change.run("DELETE FROM \(change.target) WHERE id = \(id)")
            if file.isComplete {
                change.note("\(file.kind?.label ?? "File") removed", concern: file.concern, visit: file.parent.visit)
            }
            return .done(id)
        }
    }
}
