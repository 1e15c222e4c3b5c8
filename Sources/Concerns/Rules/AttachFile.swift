import Access
import Kernel
import Store

/// Begins to take in a file: its row is there, and nobody is shown it before the last chunk has arrived.
package enum BeginFile: Verb {
    package typealias Record = StoredFile
    package static let name = "begin-file"
    package static let relation = Relation.files
    package static let roles: Set<Role> = [.coordinator, .member, .visitTeam]
    package static let event = JournalEvent.collection
}

/// Keeps a few chunks of a file that is being taken in.
package enum KeepFileChunks: Verb {
    package typealias Record = StoredFile
    package static let name = "keep-file-chunks"
    package static let relation = Relation.files
    package static let roles = BeginFile.roles
    package static let event = JournalEvent.collection
}

/// Ends the taking in: from now on whoever sees the record sees the file.
package enum AttachFile<Scope: StrandScope>: Verb {
    package typealias Record = StoredFile
    package static var name: String { "attach-file" }
    package static var relation: Relation { .files }
    package static var roles: Set<Role> { BeginFile.roles }
    package static var event: JournalEvent { .collection }
    package static var strand: String { Scope.strand }
}

/// Files of an answer are seen by those who see the answer.
package enum AnswersScope: StrandScope {
    package static let strand = "answers"
}

/// Files of a visit are seen by those who see the visit.
package enum VisitsScope: StrandScope {
    package static let strand = "visits"
}

extension FileParent {
    /// Who is told on the timeline that a file was added or removed: whoever sees what it is attached to.
    var scope: any StrandScope.Type {
        switch self {
        case .concern: WholeConcern.self
        case .visit: VisitsScope.self
        case .answer: AnswersScope.self
        }
    }

    var visit: ID<Visit>? {
        if case .visit(let id) = self { id } else { nil }
    }
}

extension Change where V == BeginFile {
    func begin(_ parent: FileParent, concern: ID<Concern>?, name: String, partnership: ID<Partnership>) throws {
        try removeAbandoned(in: partnership)
        try run(
            """
            INSERT INTO \(target) (id, partnership_id, parent_kind, parent_id, concern_id, sealed_name, media_type, size,
                chunks, organisation_id, person_id, added_at)
            VALUES (\(record), \(partnership), \(parent.kind), \(parent.id), \(concern),
                \(try sealed(Array(name.utf8), field: "name", in: .files)), '', 0, 0, \(viewer.organisation),
                \(viewer.person), \(moment))
            """)
    }

    /// Uploads that never ended leave nothing behind for longer than a day.
    private func removeAbandoned(in partnership: ID<Partnership>) throws {
        let before = moment.adding(seconds: -FileRules.abandonedAfter)
        let abandoned: Statement = """
            SELECT a.id FROM \(target) a
            WHERE a.partnership_id = \(partnership) AND a.chunks = 0 AND a.added_at < \(before)
            """
        try run("DELETE FROM \(table(.fileChunks)) WHERE file_id IN (\(abandoned))")
        try run("DELETE FROM \(target) WHERE id IN (\(abandoned))")
    }
}

extension Change where V.Record == StoredFile {
    /// Throws `AccessError.denied` unless this person is taking the file in and it is not whole yet.
    func requireOpenUpload() throws -> FileDetail {
        let file = try reading.file(record)
        guard !file.isComplete, file.person == viewer.person else { throw AccessError.denied }
        return file
    }
}

extension ConcernDesk {
    /// Begins to take in a file; answers its identifier. The same key a second time answers the same file.
    func beginFile(
        _ parent: FileParent, name: String, kind: FileKind, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> ID<StoredFile> {
        let outcome = try await desk.create(BeginFile.self, by: viewer, key: key) { change in
            guard let partnership = viewer.partnership else { throw AccessError.denied }
            let concern = try change.reading.concern(of: parent)
            if case .answer(let request) = parent {
                let owner = try change.reading.scopingRequest(request).organisation
                guard viewer.isCoordinator || owner == viewer.organisation else { throw AccessError.denied }
            }
            try change.begin(
                parent, concern: concern, name: FileRules.name(name, kind: kind), partnership: partnership)
            return .done(change.record)
        }
        guard let id = outcome.result else { throw AccessError.denied }
        return id
    }

    /// Whether all of a file has arrived.
    func isWhole(_ id: ID<StoredFile>, by viewer: Viewer) async throws -> Bool {
        try await desk.read(as: viewer, Consultation("check-file", "files", id.text)) { try $0.file(id).isComplete }
    }

    /// Keeps chunks from this number on, sealed, each bound to its file and its number.
    func keep(_ chunks: [[UInt8]], from number: Int, of id: ID<StoredFile>, by viewer: Viewer) async throws {
        _ = try await desk.change(KeepFileChunks.self, on: id, by: viewer, key: nil) { change in
            _ = try change.requireOpenUpload()
            for (offset, chunk) in chunks.enumerated() {
                let sealed = try change.sealed(chunk, field: "chunk-\(number + offset)", in: .files)
                try change.run(
                    """
                    INSERT INTO \(change.table(.fileChunks)) (file_id, number, sealed)
                    VALUES (\(id), \(number + offset), \(sealed))
                    ON CONFLICT (file_id, number) DO UPDATE SET sealed = excluded.sealed
                    """)
            }
            return .done(id)
        }
    }

    /// Shows the file from now on.
    func finishFile(
        _ id: ID<StoredFile>, of parent: FileParent, kind: FileKind, size: Int, chunks: Int, by viewer: Viewer
    ) async throws {
        try await finishFile(parent.scope, id, kind: kind, size: size, chunks: chunks, by: viewer)
    }

    private func finishFile<Scope: StrandScope>(
        _ scope: Scope.Type, _ id: ID<StoredFile>, kind: FileKind, size: Int, chunks: Int, by viewer: Viewer
    ) async throws {
        _ = try await desk.change(AttachFile<Scope>.self, on: id, by: viewer, key: nil) { change in
            let file = try change.requireOpenUpload()
            try change.run("DELETE FROM \(change.table(.fileChunks)) WHERE file_id = \(id) AND number >= \(chunks)")
            try change.run(
                """
                UPDATE \(change.target) SET media_type = \(kind.rawValue), size = \(size), chunks = \(chunks)
                WHERE id = \(id)
                """)
            change.note("\(kind.label) added", concern: file.concern, visit: file.parent.visit)
            return .done(id)
        }
    }

}
