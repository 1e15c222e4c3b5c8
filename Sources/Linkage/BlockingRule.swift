/// A reason to compare two records at all: they share a value of this.
///
/// Blocking by several rules (Newcombe et al. 1959; Hernández and Stolfo 1995) keeps the pairs in proportion to the records.
package enum BlockingRule: Hashable, Sendable {
    /// A word of the forename and a word of the surname sound alike, in either order.
    case names
    /// The date of birth, its day and month in either order.
    case dateOfBirth
    /// A code, by its place among the codes of the layout.
    case code(Int)
    /// The first word of either name, and the year of birth; where few share them.
    case nameAndYear
    /// Nothing: where there are few records, each is compared with each.
    case everything
}
