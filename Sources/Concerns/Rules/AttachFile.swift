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

/// Removes a file with every chunk: one that did not arrive whole, or one that was attached by mistake.
package enum DropFile<Scope: StrandScope>: Verb {
    package typealias Record = StoredFile
    package static var name: String { "drop-file" }
    package static var relation: Relation { .files }
    package static var roles: Set<Role> { BeginFile.roles }
    package static var event: JournalEvent { .erasure }
    package static var strand: String { Scope.strand }
}

extension Reading {
    /// The files of a record that have arrived whole, oldest first.
    package func files(of parent: FileParent) throws -> [FileDetail] {
        try files(where: "f.parent_id = \(parent.id) AND f.parent_kind = \(parent.kind) AND f.chunks > 0")
    }

    /// One file, whole or not; throws `AccessError.notVisible` where the viewer has none with this identifier.
    func file(_ id: ID<StoredFile>) throws -> FileDetail {
        guard let file = try files(where: "f.id = \(id)").first else { throw AccessError.notVisible }
        return file
    }

    private func files(where condition: Statement) throws -> [FileDetail] {
        try rows(
            """
            SELECT f.id, f.parent_kind, f.parent_id, f.concern_id, f.sealed_name, f.media_type, f.size, f.chunks,
                f.organisation_id, o.name, f.person_id, f.added_at
            FROM \(visible(.files)) f JOIN organisations o ON o.id = f.organisation_id
            WHERE \(condition) ORDER BY f.added_at, f.id LIMIT 500
            """
        ) { row in
            let id: ID<StoredFile> = try row.next()
            guard let parent = FileParent(kind: try row.next(), id: try row.next()) else {
                throw StoreError.decoding("a file belongs to nothing")
            }
            return FileDetail(
                id: id, parent: parent, concern: try row.next(), sealedName: try row.next(),
                kind: FileKind(rawValue: try row.next()), size: try row.next(), chunks: try row.next(),
                organisation: try row.next(), organisationName: try row.next(), person: try row.next(),
                addedAt: try row.next())
        }
    }

    /// Sealed chunks of a file from this number on, in order.
    func fileChunks(_ id: ID<StoredFile>, from number: Int, count: Int) throws -> [[UInt8]] {
        try rows(
            """
            SELECT c.sealed FROM \(visible(.fileChunks)) c
            WHERE c.file_id = \(id) AND c.number >= \(number) AND c.number < \(number + count) ORDER BY c.number
            """
        ) { try $0.next() }
    }

    /// The concern of a record that files are attached to, as far as it has one; throws `AccessError.notVisible` where
    /// the viewer may not see the record.
    func concern(of parent: FileParent) throws -> ID<Concern>? {
        switch parent {
        case .concern(let id):
            let found = try value("SELECT c.id FROM \(visible(.concerns)) c WHERE c.id = \(id)", as: ID<Concern>.self)
            guard let found else { throw AccessError.notVisible }
            return found
        case .visit(let id):
            let found = try first("SELECT v.concern_id FROM \(visible(.visits)) v WHERE v.id = \(id)") {
                try $0.next(ID<Concern>?.self)
            }
            guard let found else { throw AccessError.notVisible }
            return found
        case .answer(let id):
            return try scopingRequest(id).concern
        }
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
        if case .answer = parent {
            try await finishFile(AnswersScope.self, id, kind: kind, size: size, chunks: chunks, by: viewer)
        } else {
            try await finishFile(WholeConcern.self, id, kind: kind, size: size, chunks: chunks, by: viewer)
        }
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
            change.note("\(kind.label) added", concern: file.concern)
            return .done(id)
        }
    }

    /// Removes a file: what did not arrive whole by whoever sent it, a whole one by the coordinator or the organisation
    /// that added it.
    package func dropFile(_ id: ID<StoredFile>, of parent: FileParent, by viewer: Viewer, key: IdempotencyKey?)
        async throws -> Outcome<ID<StoredFile>>
    {
        if case .answer = parent {
            try await dropFile(AnswersScope.self, id, of: parent, by: viewer, key: key)
        } else {
            try await dropFile(WholeConcern.self, id, of: parent, by: viewer, key: key)
        }
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
                change.note("\(file.kind?.label ?? "File") removed", concern: file.concern)
            }
            return .done(id)
        }
    }

    // MARK: Reading files

    /// The files of a record with their names opened.
    package func files(of parent: FileParent, by viewer: Viewer) async throws -> [(file: FileDetail, name: String)] {
        let files = try await desk.read(as: viewer, Consultation("list-files", "files", parent.id)) { reading in
            _ = try reading.concern(of: parent)
            return try reading.files(of: parent)
        }
        return try await desk.readOffice { office in
            try files.map { file in
                let bytes = try office.open(
                    file.sealedName, compartment: .files, record: file.id.text, field: "name")
                return (file, String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    /// Begins to read a file: its detail and its name. The opening is in the journal.
    func openFile(_ id: ID<StoredFile>, of parent: FileParent, by viewer: Viewer) async throws
        -> (file: FileDetail, name: String)
    {
        let file = try await desk.read(as: viewer, Consultation("open-file", "files", id.text)) { reading in
            let file = try reading.file(id)
            guard file.parent == parent, file.isComplete else { throw AccessError.notVisible }
            return file
        }
        let name = try await desk.readOffice { office in
            try office.open(file.sealedName, compartment: .files, record: id.text, field: "name")
        }
        return (file, String(decoding: name, as: UTF8.self))
    }

    /// A few chunks of a file from this number on, opened. Whoever lost sight of the file meanwhile gets no more of it.
    func readFile(_ file: FileDetail, from number: Int, by viewer: Viewer) async throws -> [[UInt8]] {
        let count = min(FileRules.batch, file.chunks - number)
        let consultation = Consultation("read-file", "files", file.id.text, detail: "chunks from \(number)")
        let sealed = try await desk.read(as: viewer, consultation) {
            try $0.fileChunks(file.id, from: number, count: count)
        }
        guard sealed.count == count else { throw StoreError.decoding("a file has lost a part") }
        return try await desk.readOffice { office in
            try sealed.enumerated().map { offset, chunk in
                try office.open(chunk, compartment: .files, record: file.id.text, field: "chunk-\(number + offset)")
            }
        }
    }
}
