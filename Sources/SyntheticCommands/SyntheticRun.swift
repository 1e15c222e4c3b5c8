import DelimitedText
import Foundation
import Kernel
import SyntheticData

/// `plainsight publish synthetic`: reads microdata, writes synthetic rows and a report on them.
package struct SyntheticRun: Sendable {
    /// What protects the people in the rows.
    package enum Model: String, Sendable, CaseIterable {
        /// k-anonymous, see `KAnonymousSynthesis`.
        case kanon
        /// Differentially private, see `PrivateSynthesis`.
        case dp
    }

    package var input: String
    package var model: Model
    package var output: String
    package var reportPath: String
    /// From how many rows on a combination may be told (`kanon`), and from how many on its error counts.
    package var resolution = 10
    /// How many values together are frequent in the real rows too (`kanon`), from one to four; see `KAnonymousSynthesis`.
    package var protectedLength = KAnonymousSynthesis.usualLength
    package var epsilon = 4.0
    package var delta = SyntheticRun.defaultDelta
    /// For repeating a run in tests and benchmarks. Whoever knows it can take the noise away.
    package var seed: UInt64?
    /// A JSON object from column to list of values that are known to everybody; for `dp`. Without it the values are found in the
    /// rows, at a part of δ.
    package var valuesPath: String?
    /// Whether attacks are tried, on a second and smaller run.
    package var attacks = true

    /// δ has to be far below one in the number of rows. A millionth is so for the files that a partnership has, and it does not
    /// depend on the number of rows, which is itself protected.
    package static let defaultDelta = 1e-6
    /// Above this ε the promise says little.
    package static let cautionEpsilon = 10.0
    private static let greatestEpsilon = 1000.0

    package init(input: String, model: Model, output: String, reportPath: String) {
        self.input = input
        self.model = model
        self.output = output
        self.reportPath = reportPath
    }

    /// The model of this name. Throws `SyntheticProblem.call`.
    package static func model(named name: String) throws(SyntheticProblem) -> Model {
        guard let model = Model(rawValue: name) else {
            throw .call("There is no model “\(name)”. Choose kanon or dp")
        }
        return model
    }

    /// Runs. `progress` is told the step. Throws `SyntheticProblem`; nothing is written then.
    package func run(progress: (String) -> Void = { _ in }) throws(SyntheticProblem) -> SyntheticReport {
        try check()
        let start = ContinuousClock.now
        progress("reading")
        let file = try MicrodataFile(path: input).table
        try checkIdentifiers(file)
        let original = try valuesPath.map { path throws(SyntheticProblem) in try PublicValues(path: path).applied(to: file) } ?? file
        var random = seed.map { RandomSource.seeded($0) } ?? .system
        progress("counting")
        let counting = Self.count(original)
        progress("making rows")
        let before = ProcessInfo.processInfo.processorSeconds
        let made = synthesize(original, &random)
        let spent = ProcessInfo.processInfo.processorSeconds - before
        progress("measuring")
        let (real, synthetic) = SyntheticQuality.aligned(real: original, synthetic: made.table)
        let quality = SyntheticQuality.Counting.allCases.map { counting in
            let quality = SyntheticQuality(
                real: real, synthetic: synthetic, resolution: resolution, upTo: model == .kanon ? 4 : 3, counting: counting)
            return SyntheticReport.Quality(
                counting: counting.rawValue, lengths: quality.lengths, inventedShares: quality.lengths.map(\.inventedShare),
                leftOut: quality.leftOut)
        }
        progress("attacking")
        let attacked = attacks ? attack(original, &random) : nil
        let lost = zip(real.columns, synthetic.columns).map { one, other in
            Set(one.codes).subtracting(other.codes).subtracting([0]).count
        }
        let use = ProcessUse()
        let report = SyntheticReport(
            model: model.rawValue, rows: original.rowCount, syntheticRows: made.table.rowCount,
            columns: original.columns.map(\.name),
            valuesLost: Dictionary(uniqueKeysWithValues: zip(original.columns.map(\.name), lost).filter { $0.1 > 0 }),
            privacy: privacy(made.spending, rows: made.table.rowCount), quality: quality, qualityMeaning: Self.qualityMeaning,
            uniqueRowsRepeated: Self.uniqueRowsRepeated(real, synthetic), attacks: attacked, counting: counting, seed: seed,
            cpuSecondsOfSynthesis: spent, cpuSeconds: use.cpuSeconds,
            wallSeconds: (ContinuousClock.now - start) / .seconds(1), peakMemoryBytes: use.peakMemoryBytes)
        try Self.write(made.table, to: output)
        do {
            try Data((report.json() + "\n").utf8).write(to: URL(fileURLWithPath: reportPath), options: .atomic)
        } catch {
            // Rows without their report are not to be released.
            try? FileManager.default.removeItem(atPath: output)
            throw .unwritable(path: reportPath)
        }
        return report
    }

    private func check() throws(SyntheticProblem) {
        guard resolution >= 2 else { throw .call("The resolution is \(resolution), but below 2 nothing is rare") }
        guard (1...4).contains(protectedLength) else { throw .call("From one to four values together can be protected") }
        if model == .dp {
            guard epsilon > 0, epsilon.isFinite else { throw .call("Epsilon has to be greater than 0") }
            guard epsilon <= Self.greatestEpsilon else {
                throw .call("An epsilon above \(Int(Self.greatestEpsilon)) protects nobody. Usual are 0.5 to 8")
            }
            guard delta > 0, delta < 0.01 else {
                throw .call("Delta has to lie between 0 and 0.01, and far below one in the number of rows")
            }
        }
    }

    private func checkIdentifiers(_ table: MicrodataTable) throws(SyntheticProblem) {
        if model == .kanon, table.rowCount < resolution {
            throw .content(
                path: input,
                message:
                    "The file has \(table.rowCount) \(table.rowCount == 1 ? "row" : "rows"), and no value can appear \(resolution) times")
        }
        guard table.rowCount >= 10 else { return }
        let identifiers = table.columns.filter { column in
            column.size - 1 == table.rowCount
        }
        guard identifiers.isEmpty else { throw .identifiers(identifiers.map(\.name), path: input) }
    }

    private typealias Made = (table: MicrodataTable, spending: MarginalMeasurements.Spending?)

    private func synthesize(_ table: MicrodataTable, _ random: inout RandomSource) -> Made {
        switch model {
        case .kanon: return (KAnonymousSynthesis(table, resolution: resolution, protectedLength: protectedLength, &random).table, nil)
        case .dp:
            let made = PrivateSynthesis(
                table, epsilon: epsilon, delta: delta, publicValues: valuesPath != nil, resolution: resolution, &random)
            return (made.table, made.spending)
        }
    }

    private static let mostRowsOfSecondRun = 5000
    private static let targets = 300

    private func attack(_ table: MicrodataTable, _ random: inout RandomSource) -> SyntheticReport.Attacks? {
        guard table.rowCount >= 200 else { return nil }
        let places = (0..<table.rowCount).shuffled(using: &random)
        let size = min(table.rowCount / 2, Self.mostRowsOfSecondRun)
        let inside = places[..<size]
        let targets = min(Self.targets, size)
        let training = table.rows(inside)
        let made = SyntheticQuality.aligned(real: table, synthetic: synthesize(training, &random).table)
        let result = DisclosureAttacks(
            on: made.synthetic, members: table.rows(inside.prefix(targets)), others: table.rows(places[size...].prefix(targets)))
        return SyntheticReport.Attacks(
            method: "The data were made once more, with the same settings, from \(size) rows chosen by chance. The attacker knows "
                + "these synthetic rows and takes \(targets) people whose rows were used and \(targets) others. Membership: how near "
                + "the nearest synthetic row is, and how many are as near. Attribute inference: all values of a person but one are "
                + "known, and the one is guessed from the nearest rows; the risk is what is guessed right of members beyond what is "
                + "guessed right of others. The smaller the second run, the stronger the attack. With so few people "
                + "differences of a twentieth are chance, and the risk of a column in which others are guessed well is rough.",
            rowsOfSecondRun: size, result: result, greatestAttributeRisk: result.greatestAttributeRisk)
    }

    private static let qualityMeaning =
        "relative_error is the mean of |synthetic - real| / real over the combinations of so many columns that the real rows have "
        + "as often as the resolution or more. suppressed: of these, how many the synthetic rows lack. invented: combinations of the "
        + "synthetic rows that the real rows lack. leaked: combinations of the synthetic rows that the real rows have, but more rarely "
        + "than the resolution. counting: “present” takes missing values and zeros for no values, as pac-synth does; “known” counts "
        + "zeros; “all” counts missing values too."

    private func privacy(_ spending: MarginalMeasurements.Spending?, rows: Int) -> SyntheticReport.Privacy {
        var caution: [String] = []
        if seed != nil {
            caution.append(
                "This file was made with a seed. Who knows the seed can take the protection away: it is for tests, not for release.")
        }
        switch model {
        case .kanon:
            caution.append(
                "k-anonymity does not protect against someone who knows most of the rows, or several releases of the same rows.")
            return SyntheticReport.Privacy(
                promise: KAnonymousSynthesis.promise(resolution: resolution, protectedLength: protectedLength), resolution: resolution,
                caution: caution)
        case .dp:
            if epsilon > Self.cautionEpsilon {
                caution.append("An epsilon above \(Int(Self.cautionEpsilon)) protects little. Usual are 0.5 to 8.")
            }
            if delta * Double(rows) > 0.5 {
                caution.append("Delta is not far below one in the number of rows. Give a smaller one.")
            }
            if valuesPath == nil {
                caution.append(
                    "The values of the columns were found in the rows: a value that few rows have is left out, and a tenth of delta "
                        + "pays for what is told by the others.")
            }
            caution.append(
                "One row is protected: where a person has several rows, epsilon counts once for each. The names of the columns are "
                    + "public. The figures of this report under quality and attacks are made from the real rows without noise; they "
                    + "are for whoever decides on the release, not for release themselves.")
            return SyntheticReport.Privacy(
                promise: "(epsilon, delta)-differential privacy for one row more or less: counts of columns and pairs with discrete "
                    + "Gaussian noise, accounted in zero-concentrated differential privacy; the rows are made from these counts alone.",
                resolution: resolution, epsilon: spending?.epsilon, delta: spending?.delta, deltaOfValues: spending?.deltaOfValues,
                rho: spending?.rho, rhoSpent: spending?.rhoSpent, valueThreshold: spending?.threshold,
                pairsMeasured: spending?.pairCount,
                greatestMembershipAdvantage: PrivacyAccount.greatestAdvantage(epsilon: epsilon, delta: delta), caution: caution)
        }
    }

    private static func count(_ table: MicrodataTable) -> SyntheticReport.Counting {
        let before = ProcessInfo.processInfo.processorSeconds
        var combinations = 0
        CombinationCounter(table).eachChoice(upTo: 3) { _, counts in combinations += counts.count { $0 > 0 } }
        let spent = ProcessInfo.processInfo.processorSeconds - before
        let excluded = table.columns.map { column in column.values.map { $0.isEmpty || $0 == "0" } }
        var present = 0
        CombinationCounter(table).eachChoice(upTo: 3) { columns, counts in
            var out = [false]
            for column in columns { out = out.flatMap { isOut in excluded[column].map { isOut || $0 } } }
            for (place, count) in counts.enumerated() where count > 0 && !out[place] { present += 1 }
        }
        return SyntheticReport.Counting(combinations: combinations, combinationsPresent: present, cpuSeconds: spent)
    }

    private static func uniqueRowsRepeated(_ real: MicrodataTable, _ synthetic: MicrodataTable) -> Int {
        var counts: [[UInt16]: Int] = [:]
        for row in 0..<real.rowCount { counts[real.row(row), default: 0] += 1 }
        let made = Set((0..<synthetic.rowCount).map { synthetic.row($0) })
        return made.count { counts[$0] == 1 }
    }

    private static func write(_ table: MicrodataTable, to path: String) throws(SyntheticProblem) {
        var bytes: [UInt8] = []
        let values = table.columns.map { column in column.values.map { Array(DelimitedValue.written($0).utf8) } }
        bytes += table.columns.map { DelimitedValue.written($0.name) }.joined(separator: ",").utf8
        bytes += [0x0D, 0x0A]
        for row in 0..<table.rowCount {
            for (place, column) in table.columns.enumerated() {
                if place > 0 { bytes.append(0x2C) }
                bytes.append(contentsOf: values[place][Int(column.codes[row])])
            }
            bytes += [0x0D, 0x0A]
        }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .unwritable(path: path)
        }
    }
}

extension ProcessInfo {
    /// User and system time of this process so far.
    fileprivate var processorSeconds: Double { ProcessUse().cpuSeconds }
}
