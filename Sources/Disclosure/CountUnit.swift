/// What a figure counts. A figure of one unit cannot be added to a figure of another: they are different types.
package protocol CountUnit: Sendable {
    /// The unit in words: "people".
    static var words: String { get }
}

/// Concerns that were raised.
package enum Concerns: CountUnit { package static let words = "concerns" }
/// People, each once.
package enum People: CountUnit { package static let words = "people" }
/// Referrals: somebody who was referred twice counts twice.
package enum Referrals: CountUnit { package static let words = "referrals" }
/// Visits, each once however many agencies took part.
package enum Visits: CountUnit { package static let words = "visits" }
/// One for each agency at each visit.
package enum Attendances: CountUnit { package static let words = "agency attendances" }
/// Planned operations.
package enum Operations: CountUnit { package static let words = "operations" }

/// A number of something, of which the type says what.
package struct Count<Unit: CountUnit>: Hashable, Comparable, Sendable {
    package let value: Int

    /// Throws `DisclosureProblem.input` for a number below zero.
    package init(_ value: Int) throws(DisclosureProblem) {
        guard value >= 0 else { throw .input("\(value) \(Unit.words): a count cannot be below zero") }
        self.value = value
    }

    private init(known value: Int) { self.value = value }

    package static func + (one: Count, other: Count) -> Count { Count(known: one.value + other.value) }
    package static func < (one: Count, other: Count) -> Bool { one.value < other.value }
}

extension Count: CustomStringConvertible {
    package var description: String { "\(value) \(Unit.words)" }
}
