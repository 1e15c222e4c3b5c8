import Foundation

/// A file that is read where it lies: mapped into memory, so that its size costs address space and not memory.
struct InputFile {
    let path: String
    private let data: Data

    /// Throws `LinkProblem.unreadable` where there is no such file, and `LinkProblem.empty` where it holds nothing.
    init(_ path: String) throws(LinkProblem) {
        self.path = path
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            throw .unreadable(path: path)
        }
        guard !data.isEmpty else { throw .empty(path: path) }
    }

    var bytes: [UInt8] { Array(data) }

    func withBytes<Answer>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Answer) rethrows -> Answer {
        try data.withUnsafeBytes { try body($0.bindMemory(to: UInt8.self)) }
    }
}
