/// Which of the two databases speaks.
package enum Dialect: String, Sendable, CaseIterable {
    case sqlite
    case postgres
}
