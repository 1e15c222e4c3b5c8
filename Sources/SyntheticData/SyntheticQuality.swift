/// How well synthetic rows repeat the counts of the real ones, by the length of the combinations, and what they tell beyond.
///
/// The error is that of Microsoft's pac-synth evaluation: |synthetic count − real count| / real count, as a mean over the
/// combinations that the real rows have `resolution` times at least.
package struct SyntheticQuality: Sendable {
    /// What counts as a value.
    package enum Counting: String, Sendable, CaseIterable {
        /// Missing values and zeros say that something is absent: they are no values (as pac-synth counts).
        case present
        /// Every value but the missing one.
        case known
        /// Every value, the missing one too.
        case all

        func counts(_ value: String) -> Bool {
            switch self {
            case .present: !value.isEmpty && value != "0"
            case .known: !value.isEmpty
            case .all: true
            }
        }
    }

    /// The combinations of one length.
    package struct Length: Codable, Hashable, Sendable {
        package let columns: Int
        /// Combinations that the real rows have.
        package private(set) var real = 0
        /// Combinations that the real rows have `resolution` times at least: the ones over which the error is a mean.
        package private(set) var compared = 0
        package private(set) var relativeError = 0.0
        /// The mean distance of the counts, in rows.
        package private(set) var meanDistance = 0.0
        /// Compared combinations that the synthetic rows lack.
        package private(set) var suppressed = 0
        /// Combinations that the synthetic rows have.
        package private(set) var released = 0
        /// Released combinations that the real rows lack.
        package private(set) var invented = 0
        /// Released combinations that the real rows have, but less than `resolution` times.
        package private(set) var leaked = 0
        /// How often the rarest released combination appears among the synthetic rows.
        package private(set) var leastReleased = 0
        package var inventedShare: Double { released == 0 ? 0 : Double(invented) / Double(released) }

        init(columns: Int) { self.columns = columns }

        mutating func add(real: Int, synthetic: Int, resolution: Int) {
            if real > 0 { self.real += 1 }
            if real >= resolution {
                let distance = Double(abs(synthetic - real))
                compared += 1
                relativeError += distance / Double(real)
                meanDistance += distance
                if synthetic == 0 { suppressed += 1 }
            }
            if synthetic > 0 {
                released += 1
                leastReleased = released == 1 ? synthetic : min(leastReleased, synthetic)
                if real == 0 { invented += 1 } else if real < resolution { leaked += 1 }
            }
        }

        mutating func finish() {
            relativeError /= Double(max(1, compared))
            meanDistance /= Double(max(1, compared))
        }
    }

    package let lengths: [Length]
    /// Choices of columns that have too many possible combinations and were left out.
    package let leftOut: Int

    /// Both tables must have the same columns with the same values, see `aligned`.
    package init(real: MicrodataTable, synthetic: MicrodataTable, resolution: Int, upTo length: Int, counting: Counting) {
        let realCounter = CombinationCounter(real)
        let syntheticCounter = CombinationCounter(synthetic)
        let excluded = real.columns.map { column in column.values.map { !counting.counts($0) } }
        var lengths: [Length] = []
        var leftOut = 0
        for number in 1...max(1, min(length, real.columns.count)) {
            var result = Length(columns: number)
            for choice in ColumnSubsets.choices(of: real.columns.count, length: number) {
                guard realCounter.places(choice) <= CombinationCounter.mostPlaces else {
                    leftOut += 1
                    continue
                }
                let one = realCounter.counts(choice)
                let other = syntheticCounter.counts(choice)
                let last = excluded[choice[number - 1]]
                // The places whose last column moves lie side by side; whole runs are passed over where an earlier value is out.
                var runs = [false]
                for column in choice.dropLast() {
                    runs = runs.flatMap { out in excluded[column].map { out || $0 } }
                }
                one.withUnsafeBufferPointer { one in
                    other.withUnsafeBufferPointer { other in
                        for (run, isOut) in runs.enumerated() where !isOut {
                            for value in last.indices where !last[value] {
                                let place = run * last.count + value
                                if one[place] | other[place] != 0 {
                                    result.add(real: Int(one[place]), synthetic: Int(other[place]), resolution: resolution)
                                }
                            }
                        }
                    }
                }
            }
            result.finish()
            lengths.append(result)
        }
        self.lengths = lengths
        self.leftOut = leftOut
    }

    /// The rows of `synthetic` with the values of `real` (and those that only `synthetic` has behind them), so that equal numbers
    /// are equal values; the first answer is `real` with the same values.
    package static func aligned(
        real: MicrodataTable, synthetic: MicrodataTable
    ) -> (real: MicrodataTable, synthetic: MicrodataTable) {
        var left: [MicrodataTable.Column] = []
        var right: [MicrodataTable.Column] = []
        for (one, other) in zip(real.columns, synthetic.columns) {
            var values = one.values
            var places: [String: Int] = [:]
            for (place, value) in values.enumerated() { places[value] = place }
            for value in other.values where places[value] == nil {
                places[value] = values.count
                values.append(value)
            }
            let codes = other.values.map { UInt16(places[$0] ?? 0) }
            left.append(MicrodataTable.Column(name: one.name, values: values, codes: one.codes))
            right.append(MicrodataTable.Column(name: one.name, values: values, codes: other.codes.map { codes[Int($0)] }))
        }
        return (MicrodataTable(columns: left), MicrodataTable(columns: right))
    }
}
