import Testing

@testable import Reviews

@Suite("The closed protection")
struct ClosedProtectionTests {
    private let protection = ClosedProtection()

    private func row(_ cells: [Int]) -> CountTable {
        CountTable(cells: [cells.reduce(0, +)] + cells, sums: [.init(total: 0, parts: Array(1...cells.count))], stated: [0])
    }

    @Test(
        "shows what is nought or five and more, and gives up another count where one could be worked out",
        arguments: [
            ([129, 45, 14, 7], [true, true, true, true]), ([261, 0], [true, true]), ([62, 6, 4], [true, false, false]),
            ([405, 1], [false, false]), ([101, 21, 1, 1], [true, false, false, false]), ([101, 4, 3], [true, false, false]),
            ([50, 1, 1, 1, 1], [true, false, false, false, false].map { $0 }),
        ])
    func rows(cells: [Int], wanted: [Bool]) throws {
        let shown = try #require(protection.shown(row(cells)))
        if cells == [50, 1, 1, 1, 1] {
            // Four ones among four cannot be hidden behind each other: the fifty goes too.
            #expect(shown.dropFirst() == [false, false, false, false, false])
        } else {
            #expect(Array(shown.dropFirst()) == wanted)
        }
        #expect(shown[0])
    }

    @Test("gives nothing where a sum does not hold or where nothing more can be given up")
    func closed() {
        #expect(protection.shown(CountTable(cells: [10, 4, 5], sums: [.init(total: 0, parts: [1, 2])], stated: [0])) == nil)
        #expect(protection.shown(row([3, 0])) != nil)
        #expect(protection.shown(CountTable(cells: [6, 3, 3], sums: [.init(total: 0, parts: [1, 2])], stated: [0, 1, 2])) != nil)
        #expect(protection.shown(CountTable(cells: [7, 4, 3, 0], sums: [.init(total: 0, parts: [1, 2, 3])], stated: [0])) != nil)
        #expect(protection.shown(CountTable(cells: [5, 4, 1], sums: [.init(total: 0, parts: [1, 2])], stated: [0])) == nil)
    }

    /// Every set of months in two quarters with counts from 0 to 6, against somebody who tries every possibility.
    @Test("leaves no withheld count that trying every possibility narrows below five values")
    func attacked() throws {
        let values = [0, 1, 2, 4, 5, 6]
        for a in values {
            for b in values {
                for c in values {
                    for d in values {
                        let cells = [a + b + c + d, a, b, c, d, a + b, c + d]
                        let sums: [CountTable.Sum] = [
                            .init(total: 0, parts: [5, 6]), .init(total: 5, parts: [1, 2]), .init(total: 6, parts: [3, 4]),
                        ]
                        guard let shown = protection.shown(CountTable(cells: cells, sums: sums, stated: [0])) else { continue }
                        for (cell, count) in cells.enumerated() where (1..<5).contains(count) { #expect(!shown[cell]) }
                        for possible in possibilities(cells, shown) {
                            #expect(possible.count >= 5 && (possible.max() ?? 0) >= 5, "\(cells) \(shown)")
                        }
                    }
                }
            }
        }
    }

    /// For each withheld cell the values it can have, for somebody who knows that it is not nought.
    private func possibilities(_ cells: [Int], _ shown: [Bool]) -> [Set<Int>] {
        var found = [Set<Int>](repeating: [], count: cells.count)
        let most = shown[0] ? cells[0] : 24
        func values(_ cell: Int) -> ClosedRange<Int> { shown[cell] ? cells[cell]...cells[cell] : 1...max(1, most) }
        for a in values(1) {
            for b in values(2) where values(5).contains(a + b) {
                for c in values(3) {
                    for d in values(4) where values(6).contains(c + d) && values(0).contains(a + b + c + d) {
                        for (cell, value) in [a + b + c + d, a, b, c, d, a + b, c + d].enumerated() where !shown[cell] {
                            found[cell].insert(value)
                        }
                    }
                }
            }
        }
        return zip(found, shown).filter { !$0.1 }.map(\.0)
    }
}
