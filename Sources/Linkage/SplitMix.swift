/// A generator of reproducible pseudo-random numbers (SplitMix64: Steele, Lea and Flood 2014): samples are the same in every run.
struct SplitMix: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Digest.mixed(state)
    }

    /// A number from 0 up to but not including `bound`, which is less than 2³².
    mutating func next(below bound: Int) -> Int { Int(((next() >> 32) &* UInt64(bound)) >> 32) }
}
