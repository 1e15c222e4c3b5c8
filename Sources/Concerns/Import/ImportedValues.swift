import Access
import Kernel
import Store

/// Values that many rows share, made once.
package struct ImportedValues {
    private var days: [Day: (SQLValue, SQLValue)] = [:]
    private var terms: [ID<Term>: SQLValue] = [:]
    private var organisations: [ID<Organisation>: SQLValue] = [:]

    package init() {}

    /// A day, and its noon: the moment of something of which only the day is known.
    package mutating func day(_ day: Day) -> (SQLValue, SQLValue) {
        if let known = days[day] { return known }
        let made = (day.sqlValue, Moment(day: day, hour: 12).sqlValue)
        days[day] = made
        return made
    }

    package mutating func id(_ term: ID<Term>?) -> SQLValue {
        guard let term else { return .null }
        if let known = terms[term] { return known }
        terms[term] = term.sqlValue
        return term.sqlValue
    }

    package mutating func id(_ organisation: ID<Organisation>?) -> SQLValue {
        guard let organisation else { return .null }
        if let known = organisations[organisation] { return known }
        organisations[organisation] = organisation.sqlValue
        return organisation.sqlValue
    }
}
