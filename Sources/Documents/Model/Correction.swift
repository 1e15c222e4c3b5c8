/// A change of a document that had been published.
package struct Correction: Hashable, Sendable, Codable {
    /// The day, as people write it.
    package let day: String
    package let was: String
    package let isNow: String
    package let why: String

    package init(day: String, was: String, isNow: String, why: String) {
        self.day = day
        self.was = was
        self.isNow = isNow
        self.why = why
    }
}
