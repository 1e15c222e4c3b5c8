import DelimitedText
import Foundation
import Kernel
import Linkage

/// `plainsight link dedupe` and `plainsight link match`: reads one file of people or two, links them and writes what was found.
package struct LinkRun: Sendable {
    /// One file to find doubles in, or two to find the people of the one in the other.
    package var inputs: [String]
    package var map = FieldMap()
    /// The probability from which on a pair counts as one person; found by itself where nil.
    package var threshold: Float?
    /// The column that says who is who; read for the report alone.
    package var truthColumn: String?
    package var pairsPath: String?
    package var clustersPath: String?
    /// One column for each contribution in the file of pairs.
    package var explains = false

    package init(inputs: [String]) { self.inputs = inputs }

    /// Runs. `progress` is told the step and the share of it that is done, from 0 to 1, where that is known. Throws `LinkProblem`.
    package func run(progress: (String, Double?) -> Void = { _, _ in }) throws(LinkProblem) -> LinkReport {
        let clock = ContinuousClock()
        let start = clock.now
        let file = try PeopleFile(paths: inputs, map: map, truth: truthColumn) { progress("reading", $0) }
        let linker = Linker(file.records, firstFile: file.firstFile)
        let result = linker.run(threshold: threshold) { progress($0.rawValue, nil) }
        let count = result.count(atLeast: result.model.threshold)
        if let pairsPath { try writePairs(result.pairs.prefix(count), file, linker, result.model, to: pairsPath) }
        let sizes = try clusterSizes(result.clusters, file)
        let use = ProcessUse()
        let wall = start.duration(to: clock.now)
        let truth = file.truth.isEmpty ? nil : measure(file, linker, result)
        return LinkReport(
            records: file.records.count,
            columns: Dictionary(file.columns.map { ($0.name, $0.kind.rawValue) }) { first, _ in first },
            unknownColumns: file.unknownColumns,
            unreadableRows: LinkReport.Unreadable(
                count: file.faultCount, rows: file.faults.map { LinkReport.Unreadable.Row(line: $0.line, reason: $0.message) }),
            candidatePairs: result.candidateCount, guardedRecords: result.guardedCount, threshold: Double(result.model.threshold),
            pairsAboveThreshold: count, clusters: sizes.count, largestCluster: sizes.largest, cpuSeconds: use.cpuSeconds,
            wallSeconds: Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18,
            peakMemoryBytes: use.peakMemoryBytes, truth: truth)
    }

    private func writePairs(
        _ pairs: ArraySlice<ScoredPair>, _ file: PeopleFile, _ linker: Linker, _ model: FellegiSunterModel, to path: String
    ) throws(LinkProblem) {
        var table = try TableFile(path: path)
        for heading in ["id_a", "id_b", "probability", "weight"] + (explains ? model.contributionFields : []) {
            table.add(text: heading.utf8)
        }
        try table.endRow()
        var problem: LinkProblem?
        func write(_ pair: ScoredPair, _ contributions: [Contribution]) {
            if problem != nil { return }
            table.add(text: file.identifiers[Int(pair.first)])
            table.add(text: file.identifiers[Int(pair.second)])
            table.add(number: model.probability(ofWeight: pair.total), places: 6)
            table.add(number: pair.total, places: 2)
            for contribution in contributions { table.add(number: contribution.bits, places: 2) }
            do throws(LinkProblem) { try table.endRow() } catch { problem = error }
        }
        if explains {
            linker.contributions(to: pairs, model, write)
        } else {
            for pair in pairs { write(pair, []) }
        }
        if let problem { throw problem }
        try table.close()
    }

    /// Counts the groups, and writes them where a file for them is asked for.
    private func clusterSizes(_ clusters: RecordClusters, _ file: PeopleFile) throws(LinkProblem) -> (count: Int, largest: Int) {
        var clusters = clusters
        var count = 0
        var largest = 0
        for record in 0..<file.records.count where clusters.group(of: record) == record {
            count += 1
            largest = max(largest, clusters.size(of: record))
        }
        guard let clustersPath else { return (count, largest) }
        var table = try TableFile(path: clustersPath)
        table.add(text: "id".utf8)
        table.add(text: "cluster".utf8)
        try table.endRow()
        var numbers = [Int](repeating: 0, count: file.records.count)
        var next = 0
        for record in 0..<file.records.count {
            let group = clusters.group(of: record)
            if group == record {
                next += 1
                numbers[record] = next
            }
            table.add(text: file.identifiers[record])
            table.add(number: numbers[group])
            try table.endRow()
        }
        try table.close()
        return (count, largest)
    }

    private func measure(_ file: PeopleFile, _ linker: Linker, _ result: Linker.Result) -> LinkReport.Truth {
        let truth = LinkTruth(file.truth, firstFile: file.firstFile)
        let model = result.model
        var correct = 0
        var atThreshold = LinkQuality(found: 0, true: 0, of: truth.pairCount)
        var best = atThreshold
        var bestThreshold = model.threshold
        for (place, pair) in result.pairs.enumerated() {
            if truth.isTrue(pair) { correct += 1 }
            let quality = LinkQuality(found: place + 1, true: correct, of: truth.pairCount)
            let probability = model.probability(ofWeight: pair.total)
            if probability >= model.threshold { atThreshold = quality }
            if quality.f1 > best.f1 { (best, bestThreshold) = (quality, probability) }
        }
        let clusters = truth.quality(of: result.clusters)
        var bestClusters = LinkReport.Measured(clusters, threshold: threshold ?? 0.5)
        for probability: Float in [0.1, 0.25, 0.75, 0.9, 0.97] {
            let quality = truth.quality(of: linker.clusters(of: result, threshold: probability))
            if quality.f1 > bestClusters.f1 { bestClusters = LinkReport.Measured(quality, threshold: probability) }
        }
        return LinkReport.Truth(
            truePairs: truth.pairCount, pairs: LinkReport.Measured(atThreshold, threshold: model.threshold),
            pairsAtBestThreshold: LinkReport.Measured(best, threshold: bestThreshold),
            clusters: LinkReport.Measured(clusters, threshold: threshold ?? 0.5), clustersAtBestThreshold: bestClusters)
    }
}
