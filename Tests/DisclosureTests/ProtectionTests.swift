import Testing

@testable import Disclosure

@Suite("Hidden figures")
struct ProtectionTests {
    @Test("cannot be narrowed by linear programming over all tables of a release, whatever the tables")
    func propertyAgainstTheAttacker() throws {
        var hidden = 0
        for seed in 1...120 {
            let invented = try InventedCounts(seed: UInt64(seed))
            guard invented.records.total >= 5 else { continue }
            let (suppression, proof) = try invented.protect()
            let attack = try Attack([invented.published(suppression.isHidden)], threshold: 5)
            #expect(attack.isExact)
            for finding in attack.findings {
                hidden += 1
                #expect(finding.interval.width ?? 1000 >= 5, "seed \(seed): \(finding)")
            }
            // Both the truth and every witness lie within what the attacker computes.
            for cell in invented.figures.indices where suppression.isHidden[cell] {
                #expect(proof.above[cell] + proof.below[cell] >= 5)
            }
        }
        #expect(hidden > 500)
    }

    @Test("are as many as have to be in a small table: the small one, and three to cover it")
    func leastLoss() throws {
        var counts: [[UInt16]: Int32] = [:]
        for row in 0..<4 { for column in 0..<4 { counts[[UInt16(row), UInt16(column)]] = 20 + Int32(row * 4 + column) } }
        counts[[1, 2]] = 3
        let invented = try InventedCounts(sizes: [4, 4], counts: counts, tables: [[0, 1]])
        let (suppression, _) = try invented.protect()
        #expect(suppression.primary.count == 1)
        #expect(suppression.hiddenCount == 4)
    }

    @Test("are fine ones rather than totals where nearly all fine figures are small, and no linear programme narrows them")
    func coarseFiguresStay() throws {
        var kept = 0
        var keptBefore = 0
        for seed in 1...12 {
            var numbers = RepeatableNumbers(seed: UInt64(seed))
            var counts: [[UInt16]: Int32] = [:]
            for _ in 0..<70 {
                let key = [5, 4, 3].map { UInt16(min(numbers.below($0), numbers.below($0))) }
                counts[key, default: 0] += Int32(1 + numbers.below(2))
            }
            let invented = try InventedCounts(sizes: [5, 4, 3], counts: counts, tables: [[0, 1, 2]])
            let (suppression, _) = try invented.protect(groupLimit: 0)
            let space = invented.space
            let exchanged = try SuppressionSearch(
                records: invented.combinations, figures: invented.figures, primary: suppression.primary,
                width: { space.views[$0].threshold }, isShown: { _ in false }
            ).search()
            func coarse(_ suppression: Suppression) -> Int {
                suppression.kept(invented.figures, in: space).filter { $0.dimensions < 2 }.reduce(0) { $0 + $1.shown }
            }
            kept += coarse(suppression)
            keptBefore += coarse(exchanged)
            #expect(coarse(suppression) >= coarse(exchanged), "seed \(seed)")
            let attack = try Attack([invented.published(suppression.isHidden)], threshold: 5)
            for finding in attack.findings {
                #expect(finding.interval.width ?? 1000 >= 5, "seed \(seed): \(finding)")
            }
        }
        #expect(kept > keptBefore)
    }

    @Test("are the same each time")
    func repeatable() throws {
        var counts: [[UInt16]: Int32] = [:]
        var numbers = RepeatableNumbers(seed: 7)
        for _ in 0..<120 { counts[[4, 4, 3].map { UInt16(numbers.below($0)) }, default: 0] += 1 }
        let invented = try InventedCounts(sizes: [4, 4, 3], counts: counts, tables: [[0, 1, 2]])
        #expect(try invented.protect().suppression.isHidden == invented.protect().suppression.isHidden)
    }

    @Test("that hang together in one line alone are found out by the attacker")
    func nakedSuppression() throws {
        var counts: [[UInt16]: Int32] = [:]
        for row in 0..<3 { for column in 0..<3 { counts[[UInt16(row), UInt16(column)]] = 10 } }
        counts[[1, 1]] = 3
        let invented = try InventedCounts(sizes: [3, 3], counts: counts, tables: [[0, 1]])
        let isHidden = PrimarySuppression.small(invented.figures, of: invented.space)
        let attack = try Attack([invented.published(isHidden)], threshold: 5)
        #expect(attack.findings.map(\.interval.lower) == [3])
        #expect(attack.findings.allSatisfy { $0.isPinned })
    }

    @Test("are refused by the proof where a witness contradicts a published figure or a figure is shown that is too small")
    func proofIsIndependent() throws {
        let invented = try InventedCounts(sizes: [2, 2], counts: [[0, 0]: 3, [0, 1]: 9, [1, 0]: 8, [1, 1]: 20], tables: [[0, 1]])
        let space = invented.space
        let primary = PrimarySuppression(invented.figures, of: space, groupLimit: 0)
        let width: (Int) -> Int = { space.views[$0].threshold }
        let alone = Suppression(primary: primary, isHidden: primary.reasons.map { $0 != .none }, witnesses: [])
        #expect(throws: DisclosureProblem.self) {
            try ProtectionProof(alone, records: invented.combinations, figures: invented.figures, width: width)
        }
        let lie = Suppression(
            primary: primary, isHidden: alone.isHidden, witnesses: [Witness(changes: [Witness.Change(key: 0, by: 5)])])
        #expect(throws: DisclosureProblem.self) {
            try ProtectionProof(lie, records: invented.combinations, figures: invented.figures, width: width)
        }
        let negative = Suppression(
            primary: primary, isHidden: invented.figures.map { _ in true }, witnesses: [Witness(changes: [Witness.Change(key: 0, by: -9)])])
        #expect(throws: DisclosureProblem.self) {
            try ProtectionProof(negative, records: invented.combinations, figures: invented.figures, width: width)
        }
        let open = Suppression(primary: primary, isHidden: invented.figures.map { _ in false }, witnesses: [])
        #expect(throws: DisclosureProblem.self) {
            try ProtectionProof(open, records: invented.combinations, figures: invented.figures, width: width)
        }
    }

    @Test("hold a small group whose members all share a trait, and the zeros beside it")
    func sharedTrait() throws {
        let counts: [[UInt16]: Int32] = [
            [0, 0]: 7, [1, 0]: 30, [1, 1]: 40, [2, 0]: 25, [2, 1]: 35,
        ]
        let invented = try InventedCounts(sizes: [3, 2], counts: counts, tables: [[0, 1]])
        let (suppression, _) = try invented.protect()
        let cell = invented.space.cell(0, of: [0, 0])
        #expect(suppression.primary.reasons[cell] == .sharedTrait)
        #expect(suppression.isHidden[cell])
        #expect(suppression.isHidden[invented.space.cell(0, of: [0, 1])])
        #expect(PrimarySuppression(invented.figures, of: invented.space, groupLimit: 0).count == 0)
    }

    @Test("are one figure where two tables have it in common")
    func linkedTables() throws {
        let counts: [[UInt16]: Int32] = [[0, 0, 0]: 3, [0, 1, 0]: 12, [1, 0, 1]: 9, [1, 1, 1]: 14, [0, 0, 1]: 8, [1, 1, 0]: 11]
        let invented = try InventedCounts(sizes: [2, 2, 2], counts: counts, tables: [[0, 1], [1, 2], [0, 2]])
        #expect(invented.space.views.count == 7)
        let (suppression, _) = try invented.protect()
        let attack = try Attack([invented.published(suppression.isHidden)], threshold: 5)
        #expect(attack.findings.allSatisfy { $0.interval.width ?? 1000 >= 5 })
    }
}

@Suite("Figures of records")
struct FigureTests {
    @Test("are the same counted through views of views and one by one")
    func countedTwice() throws {
        for seed in 1...60 {
            let invented = try InventedCounts(seed: UInt64(seed))
            #expect(invented.combinations.figures() == invented.figures)
        }
    }

    @Test("add up through a hierarchy, whose levels lie within each other")
    func hierarchy() throws {
        let wards = CategoryColumn(name: "ward", labels: ["Ash", "Birch", "Cedar"], codes: [0, 0, 1, 2, 2, 2])
        let dimension = try TableDimension(
            name: "ward", labels: wards.labels, parents: [("town", ["North", "North", "South"]), ("authority", ["All", "All", "All"])])
        let space = try CellSpace(
            dimensions: [dimension],
            tables: [TableDesign(name: "t", rows: [.init(dimension: 0, levels: [0, 1, 2, 3])], columns: [], threshold: 5)])
        let figures = FigureCounter(space: space, columns: [wards], records: try CodedRecords(columns: [wards])).figures()
        #expect(figures.sorted() == [1, 2, 3, 3, 3, 6, 6])
        #expect(throws: DisclosureProblem.self) {
            try TableDimension(name: "ward", labels: ["a", "b"], parents: [("town", ["T", "T"]), ("authority", ["A", "B"])])
        }
    }

    @Test("refuse a category that has the name of the total")
    func totalAsCategory() {
        #expect(throws: DisclosureProblem.self) { try TableDimension(name: "force", labels: ["Total", "Kent"]) }
    }
}

@Suite("Rounded figures")
struct RoundingTests {
    @Test("add up exactly in every table, are multiples of the base, and stay near the truth")
    func additive() throws {
        for seed in 1...60 {
            let invented = try InventedCounts(seed: UInt64(seed))
            let rounding = ControlledRounding(records: invented.combinations, figures: invented.figures, base: 5)
            #expect(rounding.figures.allSatisfy { $0 % 5 == 0 && $0 >= 0 })
            let attack = try Attack(
                [
                    invented.published(invented.figures.map { _ in false }).map { table in
                        PublishedTable(name: table.name, dimensions: table.dimensions, parents: table.parents, cells: table.cells)
                    }
                ], threshold: 5)
            #expect(attack.findings.isEmpty)
            // Every total is the sum of its rounded parts.
            let finest = invented.space.views.indices.filter {
                invented.space.views[$0].mask.nonzeroBitCount == invented.space.dimensions.count
            }
            for view in finest {
                let range = invented.space.views[view].offset..<(invented.space.views[view].offset + invented.space.views[view].count)
                let total = invented.space.views.first { $0.mask == 0 }
                #expect(range.reduce(0) { $0 + rounding.figures[$1] } == rounding.figures[total?.offset ?? 0])
                #expect(range.allSatisfy { abs(rounding.figures[$0] - invented.figures[$0]) < 5 })
            }
        }
    }
}
