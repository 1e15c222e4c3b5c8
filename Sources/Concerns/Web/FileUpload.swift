import Access
import Kernel
import Web

/// Takes in one file as it arrives: a piece at a time, sealed and written before the next is read.
struct FileUpload {
    let concerns: ConcernDesk
    let parent: FileParent
    let viewer: Viewer
    let key: IdempotencyKey?

    /// What came of an upload.
    enum Result: Sendable {
        case attached
        case refused(Problem)
    }

    /// Reads the part that the reader stands at. Throws `MultipartError` when the form breaks off: what was kept of the
    /// file goes with the next upload after a day, or is overwritten by a second try.
    func take<Body>(_ name: String, from reader: inout MultipartReader<Body>) async throws -> Result {
        var pending: [UInt8] = []
        while pending.count < FileKind.sample, let more = try await reader.nextBytes() { pending += more }
        if pending.isEmpty { return .refused(Problem("file", FileRules.empty)) }
        guard let kind = FileKind(beginning: Array(pending.prefix(FileKind.sample))) else {
            return .refused(Problem("file", FileRules.wrongKind))
        }
        let (id, isWhole) = try await begin(name, kind)
        if isWhole { return .attached }
        var size = 0
        var kept = 0
        var batch: [[UInt8]] = []
        var hasEnded = false
        while !hasEnded {
            while pending.count < FileRules.chunk, let more = try await reader.nextBytes() { pending += more }
            hasEnded = pending.count < FileRules.chunk
            if !pending.isEmpty {
                let chunk = Array(pending.prefix(FileRules.chunk))
                pending.removeFirst(chunk.count)
                size += chunk.count
                batch.append(chunk)
            }
            guard size <= FileRules.largest else {
                _ = try await concerns.dropFile(id, of: parent, by: viewer, key: nil)
                return .refused(Problem("file", FileRules.tooLarge))
            }
            if batch.count == FileRules.batch || hasEnded, !batch.isEmpty {
                try await concerns.keep(batch, from: kept, of: id, by: viewer)
                kept += batch.count
                batch = []
            }
        }
        try await concerns.finishFile(id, of: parent, kind: kind, size: size, chunks: kept, by: viewer)
        return .attached
    }

    /// The file to write to, and whether it is there already because the same form arrived before.
    private func begin(_ name: String, _ kind: FileKind) async throws -> (ID<StoredFile>, Bool) {
        let id = try await concerns.beginFile(parent, name: name, kind: kind, by: viewer, key: key)
        do {
            return (id, try await concerns.isWhole(id, by: viewer))
        } catch AccessError.notVisible {
            // The first try was refused and removed; this is a second one with the same form.
            return (try await concerns.beginFile(parent, name: name, kind: kind, by: viewer, key: nil), false)
        }
    }
}
