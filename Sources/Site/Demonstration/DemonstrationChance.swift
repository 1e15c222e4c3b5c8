import Kernel
import Synchronization

/// Chance that is the same in every run (SplitMix64): the demonstration is to be told alike everywhere.
struct DemonstrationChance: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from a range.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// True so many times in a hundred.
    mutating func happens(_ percent: Int) -> Bool { number(1...100) <= percent }

    /// One of these; the first where there is nothing to choose.
    mutating func one<Value>(of first: Value, _ others: [Value]) -> Value {
        let index = number(0...others.count)
        return index == 0 ? first : others[index - 1]
    }

    /// The same values in another order (Fisher and Yates).
    mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
        var values = values
        var last = values.count - 1
        while last > 0 {
            values.swapAt(last, number(0...last))
            last -= 1
        }
        return values
    }

    /// Draws by weight; nil where every weight is zero.
    mutating func drawn<Value>(_ weighted: [(Value, Int)]) -> Value? {
        let total = weighted.reduce(0) { $0 + $1.1 }
        guard total > 0 else { return nil }
        var rest = number(1...total)
        for (value, weight) in weighted {
            rest -= weight
            if rest <= 0 { return value }
        }
        return nil
    }
}

/// The world of the demonstration: a clock that is set to the day that is told, and chance that is always the same.
final class DemonstrationClock: Sendable {
    private struct State {
        var moment: Moment
        var chance: DemonstrationChance
    }
    private let state: Mutex<State>

    init(at moment: Moment, seed: UInt64) {
        state = Mutex(State(moment: moment, chance: DemonstrationChance(seed: seed)))
    }

    /// Sets the clock to a time of a day in the United Kingdom.
    func set(_ day: Day, _ hour: Int, _ minute: Int = 0) {
        state.withLock { $0.moment = Moment(day: day, hour: hour, minute: minute) }
    }

    /// Lets time pass.
    func advance(seconds: Int64) {
        state.withLock { $0.moment = $0.moment.adding(seconds: seconds) }
    }

    var world: World {
        World(
            now: { self.state.withLock(\.moment) },
            randomBytes: { count in
                self.state.withLock { state in
                    (0..<count).map { _ in UInt8(truncatingIfNeeded: state.chance.next() >> 24) }
                }
            })
    }
}
