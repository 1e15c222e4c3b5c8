import Store
import Synchronization

/// A database in which something else happens between what is read first and whatever is done about it.
final class MeanwhileEngine: Engine {
    private let base: any Engine
    private let meanwhile: @Sendable () async throws -> Void
    private let isDone = Mutex(false)

    init(_ base: any Engine, _ meanwhile: @escaping @Sendable () async throws -> Void) {
        self.base = base
        self.meanwhile = meanwhile
    }

    var dialect: Dialect { base.dialect }
    var keepsAside: Bool { base.keepsAside }

    func read<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result {
        let result = try await base.read(body)
        let isFirst = isDone.withLock { isDone in
            defer { isDone = true }
            return !isDone
        }
        if isFirst { try await meanwhile() }
        return result
    }

    func write<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result {
        try await base.write(body)
    }

    func writeAside<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await base.writeAside(body)
    }

    func backup(to path: String) async throws { try await base.backup(to: path) }
    func close() async { await base.close() }
}
