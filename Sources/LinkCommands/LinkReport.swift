import Foundation

/// What a linkage did, as the command prints it: JSON with sorted keys.
package struct LinkReport: Codable, Hashable, Sendable {
    /// Rows that could not be read.
    package struct Unreadable: Codable, Hashable, Sendable {
        package struct Row: Codable, Hashable, Sendable {
            package let line: Int
            package let reason: String
        }

        package let count: Int
        /// The first hundred of them.
        package let rows: [Row]
    }

    /// A quality and the threshold at which it was reached.
    package struct Measured: Codable, Hashable, Sendable {
        package let threshold: Double
        package let precision: Double
        package let recall: Double
        package let f1: Double

        init(_ quality: LinkQuality, threshold: Float) {
            self.threshold = Double(threshold)
            precision = quality.precision
            recall = quality.recall
            f1 = quality.f1
        }
    }

    /// What the truth says, where there is a column of it.
    package struct Truth: Codable, Hashable, Sendable {
        package let truePairs: Int
        package let pairs: Measured
        package let pairsAtBestThreshold: Measured
        package let clusters: Measured
        package let clustersAtBestThreshold: Measured
    }

    package let records: Int
    /// What each column was taken for.
    package let columns: [String: String]
    package let unknownColumns: [String]
    package let unreadableRows: Unreadable
    package let candidatePairs: Int
    package let guardedRecords: Int
    package let threshold: Double
    package let pairsAboveThreshold: Int
    package let clusters: Int
    package let largestCluster: Int
    /// User and system time of the process up to the end of the linkage; measuring against the truth is not in it.
    package let cpuSeconds: Double
    package let wallSeconds: Double
    package let peakMemoryBytes: Int
    package let truth: Truth?

    /// The report as text.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
