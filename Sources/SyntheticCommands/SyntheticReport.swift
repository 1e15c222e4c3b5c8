import Foundation
import SyntheticData

/// What is known about a file of synthetic data: how it was made, what it protects, how far its tables are from the real ones
/// and what attacks on it found. JSON with sorted keys.
package struct SyntheticReport: Codable, Sendable {
    /// The promise and its price.
    package struct Privacy: Codable, Sendable {
        package var promise: String
        package var resolution: Int
        package var epsilon: Double?
        package var delta: Double?
        /// The part of δ that finding the values cost; 0 where the caller gave them.
        package var deltaOfValues: Double?
        package var rho: Double?
        package var rhoSpent: Double?
        package var valueThreshold: Int?
        package var pairsMeasured: Int?
        /// What any membership attack can reach at this ε and δ.
        package var greatestMembershipAdvantage: Double?
        package var caution: [String]
    }

    /// One way of counting values.
    package struct Quality: Codable, Sendable {
        package let counting: String
        package let lengths: [SyntheticQuality.Length]
        package let inventedShares: [Double]
        /// Choices of columns with too many possible combinations to be counted.
        package let leftOut: Int
    }

    /// Attacks on a second run.
    package struct Attacks: Codable, Sendable {
        package let method: String
        package let rowsOfSecondRun: Int
        package let result: DisclosureAttacks
        package let greatestAttributeRisk: Double
    }

    /// How long it took to count every combination of up to three columns of the real rows.
    package struct Counting: Codable, Sendable {
        package let combinations: Int
        /// Combinations in which no value is missing or zero, as pac-synth counts them.
        package let combinationsPresent: Int
        package let cpuSeconds: Double
    }

    package let model: String
    package let rows: Int
    package let syntheticRows: Int
    package let columns: [String]
    /// Values that are not in the synthetic rows, for each column that lost some.
    package let valuesLost: [String: Int]
    package let privacy: Privacy
    package let quality: [Quality]
    /// What the figures under `quality` are.
    package let qualityMeaning: String
    /// Rows of the real data that are unique there and appear among the synthetic ones in all columns.
    package let uniqueRowsRepeated: Int
    package let attacks: Attacks?
    package let counting: Counting
    package let seed: UInt64?
    package let cpuSecondsOfSynthesis: Double
    package let cpuSeconds: Double
    package let wallSeconds: Double
    package let peakMemoryBytes: Int

    /// The report as text.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
