/// What the form demands of an answer.
package enum FormRule: Sendable, Hashable {
    /// Answered wherever it is asked.
    case required
    /// No longer than this, counted in UTF-16 units as a browser counts.
    case maximumLength(Int)
    case email
    /// A telephone number: British, or with the code of its country.
    case phone
    /// Figures and nothing else.
    case numeric
    /// Nothing in it looks like the address of a web page.
    case noWebAddress
    /// A day of the calendar.
    case date
    /// A day that is not in the future.
    case past
    /// A day after 1 January 1900.
    case after1900
    /// At least one of the types of exploitation is ticked; belongs to the first of them.
    case oneOfTheTypes

    static let long = FormRule.maximumLength(15_000)
}
