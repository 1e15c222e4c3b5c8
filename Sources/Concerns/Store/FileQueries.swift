import Access
import Kernel
import Store

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
