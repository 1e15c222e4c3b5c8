import Access
import Kernel

/// What somebody told and when, without the words: they are sealed.
package struct AccountLine: Sendable, Hashable {
    package let id: ID<VictimAccount>
    package let takenOn: Day
    package let organisationName: String
    package let personName: String
    package let source: AccountSource
    package let language: String
    package let interpreter: String
}
