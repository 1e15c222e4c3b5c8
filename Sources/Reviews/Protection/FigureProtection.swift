/// Decides which counts of a document may be published. Whoever publishes asks it for every count; there is no other way.
package protocol FigureProtection: Sendable {
    /// The smallest count, above nought, that is shown.
    var threshold: Int { get }

    /// Which counts may be shown; nil where no safe choice was found, and the tables must be left out.
    func shown(_ counts: LinkedCounts) -> LinkedCounts.Shown?

    /// Which counts of the parts may be shown beside the whole; nil where no safe choice was found.
    func shown(_ counts: DividedCounts) -> DividedCounts.Shown?

    /// How figures are protected, for the reader.
    var method: String { get }
}
