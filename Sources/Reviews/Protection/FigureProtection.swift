/// Decides which counts of a table may be published. Whoever publishes asks it for every table; there is no other way.
package protocol FigureProtection: Sendable {
    /// The smallest count, above nought, that is shown.
    var threshold: Int { get }

    /// Whether each cell may be shown; nil where no safe choice was found, and the table must be left out.
    func shown(_ table: CountTable) -> [Bool]?

    /// How figures are protected, for the reader.
    var method: String { get }
}
