import Access
import Kernel
import Store

extension ConcernDesk {
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
