import Foundation

/// A file that is written piece by piece and appears under its name when it is whole.
final class OutputFile {
    private let path: String
    private let partial: String
    private let handle: FileHandle
    private var pending: [UInt8] = []
    private static let pieceSize = 1 << 20

    /// Throws `LinkProblem.unwritable` where nothing can be written there.
    init(_ path: String) throws(LinkProblem) {
        self.path = path
        partial = path + ".partial"
        guard FileManager.default.createFile(atPath: partial, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: partial)
        else { throw .unwritable(path: path) }
        self.handle = handle
    }

    /// Adds what `body` appends.
    func write(_ body: (inout [UInt8]) -> Void) throws(LinkProblem) {
        body(&pending)
        if pending.count >= OutputFile.pieceSize { try flush() }
    }

    /// Gives the file its name. Without this call nothing stays.
    func close() throws(LinkProblem) {
        try flush()
        do {
            try handle.close()
        } catch {
            throw .unwritable(path: path)
        }
        guard rename(partial, path) == 0 else { throw .unwritable(path: path) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: partial)
    }

    private func flush() throws(LinkProblem) {
        do {
            try handle.write(contentsOf: pending)
        } catch {
            throw .unwritable(path: path)
        }
        pending.removeAll(keepingCapacity: true)
    }
}
