import Access
import Kernel

/// A document that was published otherwise: by the command, or before there was a record of it here.
package struct RegisteredDetail: Sendable, Hashable {
    package let id: ID<RegisteredDocument>
    package let title: String
    package let publishedOn: Day
    package let registeredAt: Moment
    /// How many figures it states.
    package let figures: Int
    package let struckAt: Moment?
    package let struckReason: String
    /// How many editions were locked since, and checked beside it.
    package let laterEditions: Int
}
