import Access
import Kernel
import Store
import Synchronization

/// A world for tests: a clock that stands until it is moved, and chance that is the same in every run.
package final class TestWorld: Sendable {
    private let clock: Mutex<Moment>
    private let generator: Mutex<UInt64>
    private let journalGenerator: Mutex<UInt64>

    /// Starts at 3 February 2020, 09:00, unless told otherwise.
    package init(
        at moment: Moment = Moment(microseconds: 1_580_720_400_000_000), seed: UInt64 = 1
    ) {
        clock = Mutex(moment)
        generator = Mutex(seed)
        journalGenerator = Mutex(~seed)
    }

    package var now: Moment { clock.withLock { $0 } }

    package func advance(seconds: Int64) {
        clock.withLock { $0 = $0.adding(seconds: seconds) }
    }

    package func set(_ moment: Moment) {
        clock.withLock { $0 = moment }
    }

    /// What the code under test is given.
    package var world: World {
        World(now: { self.now }, randomBytes: { TestWorld.randomBytes($0, self.generator) })
    }

    /// A journal with chance of its own: it writes beside the code under test, and what it draws may not move what that draws.
    package func journal(on engine: any Engine, vault: Vault, server: String) -> Journal {
        Journal(
            engine: engine, vault: vault,
            world: World(now: { self.now }, randomBytes: { TestWorld.randomBytes($0, self.journalGenerator) }), server: server)
    }

    /// SplitMix64, which is far from secret and always the same.
    private static func randomBytes(_ count: Int, _ generator: borrowing Mutex<UInt64>) -> [UInt8] {
        generator.withLock { state in
            (0..<count).map { _ in
                state &+= 0x9E37_79B9_7F4A_7C15
                var mixed = state
                mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                return UInt8(truncatingIfNeeded: mixed ^ (mixed >> 31))
            }
        }
    }
}
