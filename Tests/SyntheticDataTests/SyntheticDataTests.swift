import Foundation
import SyntheticData
import Testing

@Suite("Synthetic data")
struct SyntheticDataTests {
    @Test("All combinations of up to three columns are counted as a naive count does")
    func countsEqualNaive() {
        let table = InventedMicrodata.table(rows: 700)
        var seen: Set<[Int]> = []
        CombinationCounter(table).eachChoice(upTo: 3) { columns, counts in
            #expect(seen.insert(columns).inserted)
            var naive = [UInt32](repeating: 0, count: columns.reduce(1) { $0 * table.columns[$1].size })
            for row in 0..<table.rowCount {
                naive[columns.reduce(0) { $0 * table.columns[$1].size + Int(table.columns[$1].codes[row]) }] += 1
            }
            #expect(Array(counts) == naive)
        }
        #expect(seen.count == 6 + 15 + 20)
    }

    @Test("In k-anonymous rows no combination of up to four values is rarer than the resolution, and no rare value is used")
    func nothingRare() {
        let real = InventedMicrodata.table(rows: 5003)
        for (resolution, protectedLength) in [(10, 2), (7, 3), (10, 4)] {
            var random = RandomSource.seeded(3)
            let made = KAnonymousSynthesis(real, resolution: resolution, protectedLength: protectedLength, &random).table
            let quality = SyntheticQuality(real: real, synthetic: made, resolution: resolution, upTo: 4, counting: .known)
            #expect(made.rowCount > real.rowCount / 2)
            #expect(made.rowCount <= real.rowCount)
            for length in quality.lengths {
                #expect(length.leastReleased >= resolution)
                if length.columns <= protectedLength {
                    #expect(length.leaked == 0)
                    #expect(length.invented == 0)
                }
            }
            var rows: [[UInt16]: Int] = [:]
            for row in 0..<made.rowCount { rows[made.row(row), default: 0] += 1 }
            #expect(rows.values.allSatisfy { $0 >= resolution })
        }
    }

    @Test("K-anonymous rows repeat the counts of single values to 5 % and of pairs to 15 %")
    func kAnonymousErrors() {
        let real = InventedMicrodata.table(rows: 20_000)
        var random = RandomSource.seeded(3)
        let made = KAnonymousSynthesis(real, resolution: 10, &random).table
        let quality = SyntheticQuality(real: real, synthetic: made, resolution: 10, upTo: 2, counting: .known)
        #expect(quality.lengths[0].relativeError <= 0.05)
        #expect(quality.lengths[1].relativeError <= 0.15)
    }

    @Test("Differentially private rows repeat the counts of one, two and three columns to 3, 12 and 25 %, and invent little")
    func privateErrors() {
        let real = InventedMicrodata.table(rows: 30_000)
        var random = RandomSource.seeded(4)
        let made = PrivateSynthesis(real, epsilon: 4, delta: 1e-6, &random)
        let aligned = SyntheticQuality.aligned(real: real, synthetic: made.table)
        let quality = SyntheticQuality(
            real: aligned.real, synthetic: aligned.synthetic, resolution: 10, upTo: 3, counting: .known)
        for (length, bar) in zip(quality.lengths, [0.03, 0.12, 0.25]) { #expect(length.relativeError <= bar) }
        #expect(quality.lengths[2].inventedShare <= 0.02)
        #expect(made.spending.rhoSpent <= made.spending.rho)
        #expect(abs(made.table.rowCount - real.rowCount) < 200)
    }

    @Test("The same seed makes the same rows, another seed others")
    func seeds() {
        let real = InventedMicrodata.table(rows: 3000)
        func rows(_ seed: UInt64, isPrivate: Bool) -> [[UInt16]] {
            var random = RandomSource.seeded(seed)
            let table =
                isPrivate
                ? PrivateSynthesis(real, epsilon: 2, delta: 1e-6, &random).table
                : KAnonymousSynthesis(real, resolution: 10, &random).table
            return table.columns.map(\.codes)
        }
        for isPrivate in [true, false] {
            #expect(rows(5, isPrivate: isPrivate) == rows(5, isPrivate: isPrivate))
            #expect(rows(5, isPrivate: isPrivate) != rows(6, isPrivate: isPrivate))
        }
    }

    @Test("A value that one row alone has does not appear in differentially private rows")
    func rareValuesAreNotFound() {
        var real = InventedMicrodata.table(rows: 2000)
        let column = real.columns[2]
        real.columns[2] = MicrodataTable.Column(
            name: column.name, values: column.values + ["only one"], codes: [UInt16(column.size)] + column.codes.dropFirst())
        for seed in 0..<20 {
            var random = RandomSource.seeded(UInt64(seed))
            let made = PrivateSynthesis(real, epsilon: 4, delta: 1e-6, &random)
            #expect(!made.table.columns[2].values.contains("only one"))
        }
    }

    @Test("Attacks succeed on rows that are a copy of the real ones, and hardly on protected ones")
    func attacks() {
        let all = InventedMicrodata.table(rows: 4000, seed: 9)
        let used = all.rows(0..<2000)
        let members = used.rows(0..<300)
        let others = all.rows(2000..<2300)
        let copied = DisclosureAttacks(on: used, members: members, others: others)
        #expect(copied.membership.areaUnderCurve > 0.6)
        #expect(copied.membership.advantage > 0.2)
        #expect(copied.attributes.contains { $0.risk > 0.25 })
        var random = RandomSource.seeded(2)
        let made = PrivateSynthesis(used, epsilon: 1, delta: 1e-6, &random).table
        let aligned = SyntheticQuality.aligned(real: all, synthetic: made)
        let protected = DisclosureAttacks(on: aligned.synthetic, members: members, others: others)
        #expect(protected.membership.areaUnderCurve < 0.56)
        #expect(protected.membership.areaUnderCurve < copied.membership.areaUnderCurve - 0.05)
    }

    @Test("The evaluator finds what is lost, invented and leaked, and how far counts are off")
    func evaluator() {
        func table(_ rows: [(UInt16, UInt16)]) -> MicrodataTable {
            MicrodataTable(columns: [
                .init(name: "a", values: ["", "0", "x", "y"], codes: rows.map(\.0)),
                .init(name: "b", values: ["", "p", "q"], codes: rows.map(\.1)),
            ])
        }
        let real = table([(2, 1), (2, 1), (2, 1), (2, 1), (3, 1), (0, 2), (0, 2), (1, 2)])
        let made = table([(2, 1), (2, 1), (2, 1), (3, 1), (3, 2)])
        let quality = SyntheticQuality(real: real, synthetic: made, resolution: 2, upTo: 2, counting: .present)
        // Real: x 4, y 1, p 5, q 3; xp 4, yp 1. Made: x 3, y 2, p 4, q 1; xp 3, yp 1, yq 1.
        #expect(quality.lengths[0].compared == 3)
        #expect(abs(quality.lengths[0].relativeError - (0.25 + 0.2 + 2.0 / 3) / 3) < 1e-12)
        #expect(quality.lengths[0].leaked == 1)
        #expect(quality.lengths[1].compared == 1)
        #expect(quality.lengths[1].relativeError == 0.25)
        #expect(quality.lengths[1].invented == 1)
        #expect(quality.lengths[1].leaked == 1)
        #expect(quality.lengths[1].leastReleased == 1)
    }

    @Test("A file of two rows, of one value or of missing values alone is no trouble")
    func smallFiles() {
        for values: [UInt16] in [[0, 0], [1, 1], [0, 1]] {
            let table = MicrodataTable(columns: [
                .init(name: "a", values: ["", "x"], codes: values), .init(name: "b", values: ["", "y"], codes: values),
            ])
            var random = RandomSource.seeded(1)
            #expect(KAnonymousSynthesis(table, resolution: 2, &random).table.rowCount <= 2)
            let made = PrivateSynthesis(table, epsilon: 1, delta: 1e-6, &random)
            #expect(made.table.columns.allSatisfy { $0.values == [""] || $0.values == ["", "x"] || $0.values == ["", "y"] })
        }
    }
}
