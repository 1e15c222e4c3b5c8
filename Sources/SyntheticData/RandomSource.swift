/// Where chance comes from: the operating system, or a seed where a run is to be repeated exactly.
///
/// Whoever knows the seed can take the noise away again; a seeded run protects nobody and is for tests and benchmarks. The
/// seeded generator is xoshiro256** (Blackman and Vigna, Scrambled linear pseudorandom number generators, ACM Transactions on
/// Mathematical Software 47, 2021), started by SplitMix64.
package struct RandomSource: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)
    private let isSystem: Bool

    /// The operating system's generator.
    package static var system: RandomSource { RandomSource(isSystem: true, seed: 0) }

    /// A sequence that is the same for the same seed.
    package static func seeded(_ seed: UInt64) -> RandomSource { RandomSource(isSystem: false, seed: seed) }

    private init(isSystem: Bool, seed: UInt64) {
        self.isSystem = isSystem
        var mix = seed
        func step() -> UInt64 {
            mix &+= 0x9E37_79B9_7F4A_7C15
            var word = mix
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
        state = (step(), step(), step(), step())
    }

    package mutating func next() -> UInt64 {
        if isSystem {
            var system = SystemRandomNumberGenerator()
            return system.next()
        }
        let result = rotated(state.1 &* 5, 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = rotated(state.3, 45)
        return result
    }

    /// A quick sequence for steps that only work on what is already protected, started from this source.
    package mutating func quickSequence() -> RandomSource { .seeded(next()) }

    /// A number from 0 up to 1, 1 excluded.
    package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    private func rotated(_ word: UInt64, _ places: UInt64) -> UInt64 { word << places | word >> (64 - places) }
}
