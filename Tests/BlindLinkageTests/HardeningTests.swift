import BlindLinkage
import Testing

@Suite("Hardening")
struct HardeningTests {
    private let set: EncodingSet = {
        var generator = SeededGenerator(31)
        var set = EncodingSet(bitCount: 200)
        for index in 0..<40 {
            var words = [UInt64](repeating: 0, count: 4)
            for bit in 0..<200 where Int.random(in: 0..<100, using: &generator) < 20 + index {
                words[bit / 64] |= 1 << UInt64(63 - bit % 64)
            }
            set.append(words)
        }
        set.appendEmpty()
        return set
    }()

    private func common(_ set: EncodingSet, _ one: Int, _ other: Int) -> Int {
        zip(set[one], set[other]).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
    }

    @Test("by balancing gives every encoding the same number of bits, and keeps how many of them differ")
    func balanced() throws {
        let hard = try Hardener(.balanced, bitCount: 200, secret: [1, 2, 3]).harden(set)
        #expect(hard.bitCount == 400)
        for index in 0..<40 {
            #expect(hard.population(index) == 200)
            let differing = set.population(0) + set.population(index) - 2 * common(set, 0, index)
            #expect(common(hard, 0, index) == 200 - differing)
        }
    }

    @Test("by rehashing is the same for the same secret, another for another, and of equal encodings equal")
    func rehashed() throws {
        let method = Hardening.rehashed(window: 8, step: 4, bits: 2)
        let hard = try Hardener(method, bitCount: 200, secret: [1]).harden(set)
        #expect(hard == (try Hardener(method, bitCount: 200, secret: [1]).harden(set)))
        #expect(hard != (try Hardener(method, bitCount: 200, secret: [2]).harden(set)))
        #expect(hard.bitCount == 200)
        #expect(hard[0] != hard[1])
    }

    @Test("leaves encodings without any bit without any bit")
    func empty() throws {
        for method in [Hardening.balanced, .rehashed(window: 3, step: 1, bits: 1)] {
            #expect(try Hardener(method, bitCount: 200, secret: [1]).harden(set).population(40) == 0)
        }
    }

    @Test(
        "refuses windows, steps and bits that cannot be",
        arguments: [
            Hardening.rehashed(window: 1, step: 1, bits: 1), .rehashed(window: 17, step: 1, bits: 1),
            .rehashed(window: 8, step: 0, bits: 1), .rehashed(window: 8, step: 1, bits: 0), .rehashed(window: 8, step: 1, bits: 201),
        ])
    func refused(method: Hardening) {
        #expect(throws: HardeningFault.self) { try Hardener(method, bitCount: 200, secret: [1]).harden(set) }
    }
}

@Suite("A secret for a purpose")
struct PurposeSecretTests {
    @Test("is the same for the same purpose and another for another, or for another shared secret")
    func derivation() throws {
        let one = try PurposeSecret.derive(from: [1, 2, 3], purpose: "A with B, 1 May 2026")
        #expect(one.count == 64)
        #expect(one == (try PurposeSecret.derive(from: [1, 2, 3], purpose: " A with B, 1 May 2026\n")))
        #expect(one != (try PurposeSecret.derive(from: [1, 2, 3], purpose: "A with C, 1 May 2026")))
        #expect(one != (try PurposeSecret.derive(from: [1, 2, 4], purpose: "A with B, 1 May 2026")))
    }

    @Test("needs a purpose")
    func empty() {
        #expect(throws: HardeningFault.purpose) { try PurposeSecret.derive(from: [1], purpose: " \n") }
    }
}
