/// Decides which counts of a document may be published. Whoever publishes asks it for every count; there is no other way.
package protocol FigureProtection: Sendable {
    /// The smallest count, above nought, that is shown.
    var threshold: Int { get }

    /// Which counts may be shown; nil where no safe choice was found, and the tables must be left out.
    func shown(_ counts: LinkedCounts) -> LinkedCounts.Shown?

    /// How figures are protected, for the reader.
    var method: String { get }
}
