/// What can be computed of a figure: it lies between these, and how that is known.
package struct FigureInterval: Hashable, Sendable {
    package enum Method: String, Hashable, Sendable {
        /// Linear programming over everything that was published: nobody can do better without other knowledge.
        case exact = "linear programming"
        /// Bounds taken from line to line until they stand still: somebody may do better.
        case bounds = "bounds of lines"
    }

    package let lower: Int
    /// Nil where there is no limit.
    package let upper: Int?
    package let method: Method

    /// How far the two ends are apart; nil without an upper one.
    package var width: Int? { upper.map { $0 - lower } }
}
