import Accounts
import Kernel
import TestSupport
import Testing

@Suite("Hashing passwords")
struct PasswordHasherTests {
    private let hasher = PasswordHasher(cost: .trifling, world: TestWorld().world)

    @Test("a password is right against its own hash and no other")
    func rightAndWrong() async throws {
        let stored = try await hasher.hash("copper lantern meadow")
        #expect(stored.hasPrefix("scrypt$16$8$1$"))
        #expect(try await hasher.verify("copper lantern meadow", against: stored).isRight)
        #expect(try await !hasher.verify("copper lantern meadov", against: stored).isRight)
        #expect(try await !hasher.verify("", against: stored).isRight)
    }

    @Test("the same password has two hashes, because the salt differs")
    func salted() async throws {
        let one = try await hasher.hash("copper lantern meadow")
        #expect(try await hasher.hash("copper lantern meadow") != one)
    }

    @Test("a hash of another cost is right and outdated")
    func outdated() async throws {
        let stored = try await hasher.hash("copper lantern meadow")
        #expect(try await !hasher.verify("copper lantern meadow", against: stored).isOutdated)
        let dearer = PasswordHasher(
            cost: .init(rounds: 32, blockSize: 8, parallelism: 1), world: TestWorld().world)
        let verdict = try await dearer.verify("copper lantern meadow", against: stored)
        #expect(verdict.isRight && verdict.isOutdated)
        let wrong = try await dearer.verify("copper lantern", against: stored)
        #expect(!wrong.isRight && !wrong.isOutdated)
    }

    @Test(
        "nothing is right against a missing or damaged hash",
        arguments: [
            nil, "", "scrypt", "scrypt$16$8$1$$", "scrypt$15$8$1$AAAA$AAAA", "scrypt$16$8$99$AAAA$AAAA",
            "bcrypt$16$8$1$AAAA$AAAA", "scrypt$1073741824$8$1$AAAA$AAAA",
        ])
    func damaged(_ stored: String?) async throws {
        let verdict = try await hasher.verify("copper lantern meadow", against: stored)
        #expect(!verdict.isRight && !verdict.isOutdated)
    }

    @Test("the published example of scrypt gives the published key")
    func publishedExample() async throws {
        // RFC 7914, section 12: N = 1024, r = 8, p = 16, "password", "NaCl"; the first 32 bytes.
        let stored = "scrypt$1024$8$16$TmFDbA==$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWI="
        #expect(try await hasher.verify("password", against: stored).isRight)
    }

    @Test("when too many wait, the next is refused instead of queueing")
    func busy() async throws {
        let full = PasswordHasher(cost: .trifling, world: TestWorld().world, limit: 0)
        await #expect(throws: PasswordHasher.Busy.self) { try await full.hash("copper lantern meadow") }
    }

    @Test("many at once are all answered rightly")
    func manyAtOnce() async throws {
        let stored = try await hasher.hash("copper lantern meadow")
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 {
                group.addTask { try await hasher.verify("copper lantern meadow", against: stored).isRight }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }
}
