import Foundation

/// Learns the probabilities of a model from the records alone, without a label (Dempster, Laird and Rubin, "Maximum likelihood
/// from incomplete data via the EM algorithm", 1977; Winkler 1988; Larsen and Rubin, "Iterative automated record linkage using
/// mixture models", 2001).
///
/// What chance brings is counted on pairs drawn at random. What one person's records agree in is learnt by expectation and
/// maximisation on pairs of every blocking rule at once: each pair speaks only about the comparisons that its rule did not fix,
/// each rule has its own share of pairs of one person and of associates, and all share one set of probabilities.
struct ModelTraining {
    private struct Sample {
        var rule: Int
        var evidence: PairEvidence
    }

    private let records: PersonRecords
    private let view: RecordView
    private let candidates: CandidatePairs
    private var names = NameComparison()
    private var random = SplitMix(seed: 4)
    private var samples: [Sample] = []

    static let rounds = 10
    static let pairsPerRule = 8_000

    init(_ records: PersonRecords, _ view: RecordView, _ candidates: CandidatePairs) {
        self.records = records
        self.view = view
        self.candidates = candidates
    }

    /// The model of these records.
    mutating func train() -> FellegiSunterModel {
        var model = FellegiSunterModel(layout: records.layout)
        model.countValues(records)
        countChance(&model)
        for rule in candidates.tables.indices where Self.teaches(candidates.tables[rule].rule) { draw(rule, model) }
        maximise(&model)
        return model
    }

    /// The frequencies of all levels among pairs drawn at random.
    private mutating func countChance(_ model: inout FellegiSunterModel) {
        let width = FellegiSunterModel.levels
        var counts = [Float](repeating: 0, count: model.chance.count)
        let count = records.count
        guard count > 1 else { return }
        let draws = min(150_000, max(20_000, count / 2))
        for _ in 0..<draws {
            let a = random.next(below: count)
            let b = random.next(below: count)
            if a == b || !candidates.isAllowed(a, b) { continue }
            let evidence = model.evidence(a, b, in: view, with: &names)
            for comparison in 0..<model.comparisonCount {
                var level = Int(evidence.levels[comparison])
                if comparison < 2, evidence.isSwapped { level = FellegiSunterModel.levels - 1 }
                counts[comparison * width + level] += 1
            }
        }
        for comparison in 0..<model.comparisonCount {
            let expected = model.defaults(of: comparison)
            let total = (1..<width).reduce(Float(0)) { $0 + counts[comparison * width + $1] }
            for level in 1...expected.count {
                model.chance[comparison * width + level] = log2((counts[comparison * width + level] + 0.5) / (total + 4))
            }
        }
    }

    /// Whether pairs of a rule are learnt from: those are not of which hardly one is of one person.
    private static func teaches(_ rule: BlockingRule) -> Bool {
        switch rule {
        case .names, .dateOfBirth, .code: true
        case .nameAndYear, .everything: false
        }
    }

    /// Draws pairs of a rule, each with the same probability.
    private mutating func draw(_ rule: Int, _ model: FellegiSunterModel) {
        let table = candidates.tables[rule]
        guard table.pairCount > 0 else { return }
        let rate = min(1, Double(Self.pairsPerRule) / Double(table.pairCount))
        for block in table.blocks {
            let pairs = block.count * (block.count - 1) / 2
            if rate == 1 {
                for i in block { for j in block.lowerBound..<i { add(table.entries[i], table.entries[j], rule, model) } }
                continue
            }
            let expected = Double(pairs) * rate
            var wanted = Int(expected)
            if Double(random.next(below: 1 << 30)) / Double(1 << 30) < expected - Double(wanted) { wanted += 1 }
            for _ in 0..<wanted {
                let i = random.next(below: block.count)
                let j = random.next(below: block.count)
                if i != j { add(table.entries[block.lowerBound + i], table.entries[block.lowerBound + j], rule, model) }
            }
        }
    }

    private mutating func add(_ first: UInt64, _ second: UInt64, _ rule: Int, _ model: FellegiSunterModel) {
        let a = Int(first & 0xFFFF_FFFF)
        let b = Int(second & 0xFFFF_FFFF)
        if !candidates.isAllowed(a, b) { return }
        var evidence = model.evidence(a, b, in: view, with: &names)
        // What the rule fixed says nothing.
        switch candidates.tables[rule].rule {
        case .names:
            evidence.levels[PairEvidence.Comparison.forename] = 0
            evidence.levels[PairEvidence.Comparison.surname] = 0
            evidence.population = 0
            evidence.isSwapped = false
        case .dateOfBirth: evidence.levels[PairEvidence.Comparison.date] = 0
        case .code(let index): evidence.levels[PairEvidence.Comparison.codes + index] = 0
        case .nameAndYear, .everything: break
        }
        samples.append(Sample(rule: rule, evidence: evidence))
    }

    private mutating func maximise(_ model: inout FellegiSunterModel) {
        let width = FellegiSunterModel.levels
        let rules = candidates.tables.count
        var matchShare = [Float](repeating: 0.1, count: rules)
        var associateShare = [Float](repeating: 0.02, count: rules)
        var isShared = [Bool](repeating: false, count: PairEvidence.Comparison.most)
        for comparison in model.sharedComparisons { isShared[comparison] = true }
        for _ in 0..<Self.rounds {
            var matchCounts = [Float](repeating: 0, count: model.match.count)
            var associateCounts = matchCounts
            var ruleTotals = [Float](repeating: 0, count: rules)
            var ruleMatches = ruleTotals
            var ruleAssociates = ruleTotals
            var swaps: Float = 0
            var pairsWithNames: Float = 0
            for sample in samples {
                let evidence = sample.evidence
                var match: Float = -evidence.population
                var associate: Float = 0
                for comparison in 0..<model.comparisonCount {
                    let level = Int(evidence.levels[comparison])
                    if level == 0 { continue }
                    match += model.match[comparison * width + level] - evidence.chance[comparison]
                    if isShared[comparison] {
                        associate += model.associate[comparison * width + level] - evidence.chance[comparison]
                    }
                }
                if candidates.tables[sample.rule].rule != .names { match += evidence.isSwapped ? model.swapped : model.straight }
                let matchOdds = matchShare[sample.rule] * exp2(min(60, match))
                let associateOdds = associateShare[sample.rule] * exp2(min(60, associate))
                let randomOdds = 1 - matchShare[sample.rule] - associateShare[sample.rule]
                let sum = matchOdds + associateOdds + max(randomOdds, 1e-6)
                let matchProbability = matchOdds / sum
                let associateProbability = associateOdds / sum
                ruleTotals[sample.rule] += 1
                ruleMatches[sample.rule] += matchProbability
                ruleAssociates[sample.rule] += associateProbability
                if candidates.tables[sample.rule].rule != .names, evidence.levels[0] != 0, evidence.levels[1] != 0 {
                    pairsWithNames += matchProbability
                    if evidence.isSwapped { swaps += matchProbability }
                }
                for comparison in 0..<model.comparisonCount {
                    let place = comparison * width + Int(evidence.levels[comparison])
                    matchCounts[place] += matchProbability
                    if isShared[comparison] { associateCounts[place] += associateProbability }
                }
            }
            for rule in 0..<rules where ruleTotals[rule] > 0 {
                matchShare[rule] = min(0.98, (ruleMatches[rule] + 0.1) / (ruleTotals[rule] + 1))
                associateShare[rule] = min(0.9, (ruleAssociates[rule] + 0.01) / (ruleTotals[rule] + 1))
                if matchShare[rule] + associateShare[rule] > 0.99 { associateShare[rule] = max(1e-4, 0.99 - matchShare[rule]) }
            }
            model.swapped = log2((swaps + 1) / (pairsWithNames + 40))
            model.straight = log2(1 - exp2(model.swapped))
            for comparison in 0..<model.comparisonCount {
                let expected = model.defaults(of: comparison)
                let total = (1..<width).reduce(Float(0)) { $0 + matchCounts[comparison * width + $1] }
                for level in 1...expected.count {
                    let place = comparison * width + level
                    model.match[place] = log2((matchCounts[place] + 20 * expected[level - 1]) / (total + 20))
                }
                guard isShared[comparison] else { continue }
                let associates = (1..<width).reduce(Float(0)) { $0 + associateCounts[comparison * width + $1] }
                for level in 1...expected.count {
                    let place = comparison * width + level
                    let before = exp2(model.associate[place])
                    model.associate[place] = log2((associateCounts[place] + 10 * before) / (associates + 10))
                }
            }
        }
        setPriors(&model, matchShare, associateShare)
    }

    /// How many pairs of one person, and of associates, there are among all pairs: what each rule found, by what share of such
    /// pairs the rule finds.
    private func setPriors(_ model: inout FellegiSunterModel, _ matchShare: [Float], _ associateShare: [Float]) {
        let total = Double(records.count) * Double(records.count - 1) / 2
        var matches = 1.0
        var associates = 0.01
        for (rule, table) in candidates.tables.enumerated() where Self.teaches(table.rule) {
            matches = max(matches, Double(matchShare[rule]) * Double(table.pairCount))
            if case .code(let index) = table.rule, records.layout.codes[index].kind.isShared {
                let place = (PairEvidence.Comparison.codes + index) * FellegiSunterModel.levels + 1
                // Where hardly an associate shares a field, nothing can be concluded from the few that do.
                let shared = max(0.05, Double(exp2(model.associate[place])))
                associates = max(associates, Double(associateShare[rule]) * Double(table.pairCount) / shared)
            }
        }
        model.priorWeight = Float(log2(matches / max(1, total)))
        model.associateWeight = Float(log2(associates / max(1, total)))
    }
}
