import Testing

@testable import Reviews

@Suite("The proved protection")
struct ProvedProtectionTests {
    private let protection = ProvedProtection()

    private func shown(_ counts: [Int]) -> [Bool]? {
        protection.shown(LinkedCounts(total: counts.reduce(0, +), breakdowns: [.init(counts: counts)]))?.counts[0]
    }

    @Test(
        "shows what is nought or five and more, and gives up another count where one could be worked out",
        arguments: [
            ([129, 45, 14, 7], [true, true, true, true]), ([261, 0], [true, true]), ([62, 6, 4], [true, false, false]),
            ([405, 1], [false, false]), ([101, 21, 1, 1], [true, false, false, false]), ([101, 4, 3], [true, false, false]),
            ([50, 1, 1, 1, 1], [false, false, false, false, false]),
        ])
    func rows(counts: [Int], wanted: [Bool]) {
        #expect(shown(counts) == wanted)
    }

    @Test("gives nothing where a sum does not hold")
    func closed() {
        #expect(protection.shown(LinkedCounts(total: 10, breakdowns: [.init(counts: [4, 5])])) == nil)
        #expect(protection.shown(LinkedCounts(total: 3, breakdowns: [.init(counts: [3, 0])]))?.total == false)
        #expect(protection.shown(LinkedCounts(total: 0))?.total == true)
    }

    /// Every set of months in two quarters with some counts, beside a second breakdown, against somebody who tries everything.
    @Test("leaves no withheld count that trying every possibility narrows to fewer than six values")
    func attacked() throws {
        let values = [0, 1, 2, 4, 5, 6]
        for a in values {
            for b in values {
                for c in values {
                    for d in values {
                        let total = a + b + c + d
                        let linked = LinkedCounts(
                            total: total,
                            breakdowns: [
                                .init(counts: [a, b, c, d], groups: [0, 0, 1, 1]), .init(counts: [total / 3, total - total / 3]),
                            ])
                        guard let shown = protection.shown(linked) else { continue }
                        let counts = [a, b, c, d, a + b, c + d]
                        let isShown = shown.counts[0] + shown.groups[0]
                        for (place, count) in counts.enumerated() where (1..<5).contains(count) { #expect(!isShown[place]) }
                        for possible in possibilities(counts, isShown, total: shown.total ? total : nil) {
                            #expect((possible.max() ?? 0) - (possible.min() ?? 0) >= 5, "\(counts) \(isShown)")
                        }
                    }
                }
            }
        }
    }

    private func possibilities(_ counts: [Int], _ isShown: [Bool], total: Int?) -> [Set<Int>] {
        var found = [Set<Int>](repeating: [], count: counts.count)
        let most = total ?? 12
        func values(_ place: Int) -> ClosedRange<Int> { isShown[place] ? counts[place]...counts[place] : 0...most }
        for a in values(0) {
            for b in values(1) where values(4).contains(a + b) {
                for c in values(2) {
                    for d in values(3) where values(5).contains(c + d) && (total.map { $0 == a + b + c + d } ?? true) {
                        for (place, value) in [a, b, c, d, a + b, c + d].enumerated() where !isShown[place] { found[place].insert(value) }
                    }
                }
            }
        }
        return zip(found, isShown).filter { !$0.1 }.map(\.0)
    }

    @Test("holds over many breakdowns of many categories at once")
    func many() throws {
        var state: UInt64 = 5
        func next(_ most: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(most))
        }
        for _ in 0..<20 {
            let total = 20 + next(100_000)
            let breakdowns = (0..<12).map { _ in
                var left = total
                var counts: [Int] = []
                while left > 0, counts.count < 40 {
                    let count = next(3) == 0 ? min(left, next(7)) : next(left + 1)
                    counts.append(count)
                    left -= count
                }
                return LinkedCounts.Breakdown(counts: counts + [left])
            }
            let shown = try #require(protection.shown(LinkedCounts(total: total, breakdowns: breakdowns)))
            for (breakdown, isShown) in zip(breakdowns, shown.counts) {
                #expect(zip(breakdown.counts, isShown).allSatisfy { !$1 || $0 == 0 || $0 >= 5 })
            }
        }
    }
}
