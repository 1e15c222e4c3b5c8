import Crypto
import CryptoExtras
import Dispatch
import Foundation
import Kernel
import Synchronization

/// Hashes passwords with scrypt, on queues of its own: at most two at once, because each takes 32 MiB and a fifth of a
/// second of a core.
package final class PasswordHasher: Sendable {
    /// What one hash costs.
    package struct Cost: Hashable, Sendable {
        /// N, a power of two.
        package let rounds: Int
        /// r
        package let blockSize: Int
        /// p
        package let parallelism: Int

        package init(rounds: Int, blockSize: Int, parallelism: Int) {
            self.rounds = rounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// For every installation: 2^15, 8, 3.
        package static let real = Cost(rounds: 1 << 15, blockSize: 8, parallelism: 3)
        /// For tests alone: 2^4, 8, 1.
        package static let trifling = Cost(rounds: 1 << 4, blockSize: 8, parallelism: 1)
    }

    /// What came of looking at a password.
    package struct Verdict: Hashable, Sendable {
        package let isRight: Bool
        /// The stored hash cost less or was made otherwise than new ones: hash the password again.
        package let isOutdated: Bool
    }

    /// Thrown when so many passwords wait that another would wait for too long.
    package struct Busy: Error {}

    private let cost: Cost
    private let world: World
    private let queues: [DispatchQueue]
    private let waiting: Mutex<[Int]>
    private let limit: Int

    /// - Parameter limit: how many may wait or run at once.
    package init(cost: Cost = .real, world: World, limit: Int = 100) {
        self.cost = cost
        self.world = world
        self.limit = limit
        queues = (0..<2).map { DispatchQueue(label: "plainsight.passwords.\($0)") }
        waiting = Mutex([0, 0])
    }

    /// The text to store, `scrypt$N$r$p$salt$hash`. Throws `Busy`.
    package func hash(_ password: String) async throws -> String {
        let salt = world.randomBytes(16)
        let cost = cost
        let key = try await onQueue { try PasswordHasher.derive(password, salt: salt, cost: cost) }
        return PasswordHasher.text(salt: salt, key: key, cost: cost)
    }

    /// Whether this is the password whose hash was stored. Without a hash, or with one that cannot be read, it takes as
    /// long and is wrong: the time does not tell whether there is an account. Throws `Busy`.
    package func verify(_ password: String, against stored: String?) async throws -> Verdict {
        let known = stored.flatMap(PasswordHasher.parse)
        let used = known?.cost ?? cost
        let salt = known?.salt ?? [UInt8](repeating: 0, count: 16)
        let key = try await onQueue { try PasswordHasher.derive(password, salt: salt, cost: used) }
        guard let known else { return Verdict(isRight: false, isOutdated: false) }
        let isRight = SameBytes.same(key, known.key)
        return Verdict(isRight: isRight, isOutdated: isRight && used != cost)
    }

    private func onQueue<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        let lane = try waiting.withLock { counts in
            guard counts.reduce(0, +) < limit else { throw Busy() }
            let lane = counts[0] <= counts[1] ? 0 : 1
            counts[lane] += 1
            return lane
        }
        defer { waiting.withLock { $0[lane] -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queues[lane].async { continuation.resume(with: Result { try work() }) }
        }
    }

    private static func derive(_ password: String, salt: [UInt8], cost: Cost) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(PasswordPolicy.normalised(password).utf8), salt: salt, outputByteCount: 32, rounds: cost.rounds,
            blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }

    private static func text(salt: [UInt8], key: [UInt8], cost: Cost) -> String {
        let parts = ["\(cost.rounds)", "\(cost.blockSize)", "\(cost.parallelism)"]
        let bytes = [Data(salt).base64EncodedString(), Data(key).base64EncodedString()]
        return (["scrypt"] + parts + bytes).joined(separator: "$")
    }

    private static func parse(_ text: String) -> (cost: Cost, salt: [UInt8], key: [UInt8])? {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let size = Int(parts[2]),
            let lanes = Int(parts[3]), (2...1 << 20).contains(rounds), rounds.nonzeroBitCount == 1,
            (1...32).contains(size), (1...16).contains(lanes), let salt = Data(base64Encoded: parts[4]),
            let key = Data(base64Encoded: parts[5]), key.count == 32
        else { return nil }
        return (Cost(rounds: rounds, blockSize: size, parallelism: lanes), Array(salt), Array(key))
    }
}
