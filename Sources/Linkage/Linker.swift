import Foundation

/// Finds the records of one person among many: reads nothing but the records, and finds every parameter by itself.
///
/// The steps are those of the field's textbooks (Christen, Data Matching, 2012; Winkler, "Overview of record linkage and current
/// research directions", 2006), each in a type of its own:
///
/// 1. values are folded and numbered (`PersonRecords`, `NameTable`, `CodeTable`);
/// 2. pairs worth comparing are found by shared keys (`CandidatePairs`, `BlockTable`);
/// 3. each field of a pair agrees at some level (`NameComparison`, `CalendarDate`, `CodeView`: `PairEvidence`);
/// 4. the levels are weighed as Fellegi and Sunter (1969) do (`FellegiSunterModel`), by probabilities that are learnt without
///    labels (`ModelTraining`) and by how common the very value is (`PopulationFrequencies`);
/// 5. pairs become people where all their evidence together allows it (`RecordClusters`), and
/// 6. every pair is weighed again by what the others of its group say (`ThirdRecord`).
package struct Linker: Sendable {
    /// What was found.
    package struct Result: Sendable {
        /// Every pair that may be of one person, the likeliest first; those that chance brings together by far are not among
        /// them.
        package let pairs: [ScoredPair]
        package let model: FellegiSunterModel
        package let clusters: RecordClusters
        /// How many pairs were compared.
        package let candidateCount: Int
        /// How many times a record was in a block too large to compare, which was divided.
        package let guardedCount: Int

        /// How many of `pairs` are at or above the threshold.
        package func count(atLeast threshold: Float) -> Int {
            pairs.partitioningIndex { model.probability(ofWeight: $0.total) < threshold }
        }
    }

    private let records: PersonRecords
    private let firstFile: Int

    /// Links records with each other or, where `firstFile` is not 0, the first so many of them with the others.
    package init(_ records: PersonRecords, firstFile: Int = 0) {
        self.records = records
        self.firstFile = firstFile
    }

    /// Pairs whose odds are below 2 to the power of this are forgotten at once.
    private static let leastLogOdds: Float = -7
    /// Where more pairs than this would be kept, the records say so little that only the heaviest half is.
    private static let mostPairsPerRecord = 6

    /// Links the records. With a `threshold` given, a pair or a group counts as one person from this probability on; without, the
    /// threshold is found. `progress` is told the name of every step as it begins.
    package func run(threshold: Float? = nil, _ progress: (Step) -> Void = { _ in }) -> Result {
        records.withView { run($0, threshold, progress) }
    }

    /// The steps of the work, in their order.
    package enum Step: String, CaseIterable, Sendable {
        case blocking
        case training
        case comparing
        case clustering
    }

    private func run(_ view: RecordView, _ threshold: Float?, _ progress: (Step) -> Void) -> Result {
        progress(.blocking)
        let candidates = CandidatePairs(records, firstFile: firstFile)
        progress(.training)
        var training = ModelTraining(records, view, candidates)
        var model = training.train()
        progress(.comparing)
        var (pairs, count) = compare(view, candidates, model)
        calibrate(&model, pairs)
        progress(.clustering)
        var clusters = cluster(pairs, view, model, threshold: threshold ?? 0.5)
        hearThirdRecords(&pairs, &clusters, view, model)
        pairs.sort { $0.precedes($1, total: true) }
        model.threshold = threshold ?? bestThreshold(pairs, model)
        return Result(
            pairs: pairs, model: model, clusters: clusters, candidateCount: count,
            guardedCount: candidates.tables.reduce(0) { $0 + $1.guarded })
    }

    /// Compares every candidate and keeps what may be a pair, the heaviest first.
    private func compare(_ view: RecordView, _ candidates: CandidatePairs, _ model: FellegiSunterModel) -> ([ScoredPair], Int) {
        var pairs: [ScoredPair] = []
        var names = NameComparison()
        var count = 0
        var least = Self.leastLogOdds - model.priorWeight
        let most = Self.mostPairsPerRecord * (records.count + 1_000)
        for table in candidates.tables {
            candidates.forEach(of: table) { a, b in
                count += 1
                let weight = model.weight(of: model.evidence(a, b, in: view, with: &names))
                if weight < least { return }
                pairs.append(ScoredPair(first: UInt32(min(a, b)), second: UInt32(max(a, b)), weight: weight))
                if pairs.count == most {
                    pairs.sort { $0.precedes($1, total: false) }
                    pairs.removeSubrange((most / 2)...)
                    least = pairs[most / 2 - 1].weight
                }
            }
        }
        pairs.sort { $0.precedes($1, total: false) }
        // A block that was divided may bring a pair together twice.
        var kept = 0
        for place in pairs.indices {
            if kept > 0, pairs[kept - 1].first == pairs[place].first, pairs[kept - 1].second == pairs[place].second { continue }
            pairs[kept] = pairs[place]
            kept += 1
        }
        pairs.removeSubrange(kept...)
        return (pairs, count)
    }

    /// Groups the records as they are grouped at another threshold, for a report.
    package func clusters(of result: Result, threshold: Float) -> RecordClusters {
        records.withView { cluster(result.pairs.sorted { $0.precedes($1, total: false) }, $0, result.model, threshold: threshold) }
    }

    /// Why a pair has the weight that it has.
    package func contributions(
        to pairs: some Sequence<ScoredPair>, _ model: FellegiSunterModel, _ body: (ScoredPair, [Contribution]) -> Void
    ) {
        var names = NameComparison()
        records.withView { view in
            for pair in pairs {
                let evidence = model.evidence(Int(pair.first), Int(pair.second), in: view, with: &names)
                body(pair, model.contributions(of: evidence, support: pair.support))
            }
        }
    }

    private func cluster(_ pairs: [ScoredPair], _ view: RecordView, _ model: FellegiSunterModel, threshold: Float) -> RecordClusters {
        var clusters = RecordClusters(count: records.count)
        var names = NameComparison()
        let bar = log2(threshold / (1 - threshold)) - model.priorWeight
        clusters.merge(pairs.prefix { $0.weight > bar - Self.weakestLink }) { a, b in
            isAllowed(a, b) ? model.weight(of: model.evidence(a, b, in: view, with: &names)) - bar : 0
        }
        return clusters
    }

    /// A pair so many bits below the threshold still makes two groups be compared: their other pairs may speak for them.
    private static let weakestLink: Float = 3

    /// Groups with more records than this are left as their pairs are.
    private static let greatestGroup = 40

    /// Weighs every pair within a group of three or more again, by what the group's other records say, and adds the pairs that
    /// no rule had brought together.
    private func hearThirdRecords(
        _ pairs: inout [ScoredPair], _ clusters: inout RecordClusters, _ view: RecordView, _ model: FellegiSunterModel
    ) {
        let prior = model.priorWeight
        var names = NameComparison()
        pairs.removeAll { pair in
            let group = clusters.group(of: Int(pair.first))
            return group == clusters.group(of: Int(pair.second)) && (3...Self.greatestGroup).contains(clusters.size(of: group))
        }
        var odds: [Float] = []
        for record in 0..<records.count where clusters.group(of: record) == record {
            guard (3...Self.greatestGroup).contains(clusters.size(of: record)) else { continue }
            let members = clusters.members(with: record).sorted()
            let count = members.count
            odds = [Float](repeating: -30, count: count * count)
            for i in 1..<count {
                for j in 0..<i where isAllowed(members[i], members[j]) {
                    let value = model.weight(of: model.evidence(members[j], members[i], in: view, with: &names)) + prior
                    odds[i * count + j] = value
                    odds[j * count + i] = value
                }
            }
            for i in 1..<count {
                for j in 0..<i where isAllowed(members[i], members[j]) {
                    let own = odds[i * count + j]
                    var third = -1
                    var best = -Float.infinity
                    for k in 0..<count where k != i && k != j {
                        let link = min(odds[i * count + k], odds[j * count + k])
                        if link > best { (third, best) = (k, link) }
                    }
                    let heard = ThirdRecord.logOdds(pair: own, first: odds[i * count + third], second: odds[j * count + third])
                    pairs.append(
                        ScoredPair(
                            first: UInt32(members[j]), second: UInt32(members[i]), weight: own - prior, support: heard - own))
                }
            }
        }
    }

    private func isAllowed(_ a: Int, _ b: Int) -> Bool { firstFile == 0 || (a < firstFile) != (b < firstFile) }

    /// Finds the prior under which the probabilities of all candidates add up to it.
    private func calibrate(_ model: inout FellegiSunterModel, _ pairs: [ScoredPair]) {
        let total = Double(records.count) * Double(max(1, records.count - 1)) / 2
        for _ in 0..<12 {
            var sum = 0.0
            for pair in pairs { sum += Double(model.probability(ofWeight: pair.weight)) }
            model.priorWeight = Float(log2(max(0.5, sum) / total))
        }
    }

    /// The threshold at which the expected F1 is the highest (Lipton, Elkan and Naryanaswamy 2014).
    private func bestThreshold(_ pairs: [ScoredPair], _ model: FellegiSunterModel) -> Float {
        var expected = 0.0
        for pair in pairs { expected += Double(model.probability(ofWeight: pair.total)) }
        var found = 0.0
        var best = 0.0
        var threshold: Float = 0.5
        for (place, pair) in pairs.enumerated() {
            let probability = model.probability(ofWeight: pair.total)
            found += Double(probability)
            let score = 2 * found / (Double(place + 1) + expected)
            if score > best { (best, threshold) = (score, probability) }
        }
        return threshold
    }
}

extension Array {
    /// The first place from which on the condition holds, in an array in which it holds from some place on.
    fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
