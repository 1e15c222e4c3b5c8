/// A telephone number that a page offers to people who need help or want to report something.
package struct Helpline: Sendable, Equatable {
    package let code: String
    package let name: String
    /// The number as it is written for people.
    package let number: String
    /// When to ring it.
    package let purpose: String
    package let source: String
    /// Whether the number was found on a published page; otherwise it is shown as "to be confirmed".
    package let confirmed: Bool
    package let validFrom: String
    package let validUntil: String?

    /// The address of the number for a link: digits only, so that every telephone understands it.
    package var dialled: String { "tel:" + number.filter(\.isNumber) }
}

extension ReferenceData {
    /// The numbers that pages show, most urgent first; opening hours are left out, because they change.
    ///
    /// Throws when a row is wrong.
    package static var helplines: [Helpline] {
        get throws(ReferenceDataProblem) { try parsedHelplines.get() }
    }

    private static let parsedHelplines = Result { () throws(ReferenceDataProblem) -> [Helpline] in
        var helplines: [Helpline] = []
        for row in try ReferenceRow.rows(of: helplineRows, list: "helpline", columns: 8) {
            let validity = try row.validity(6)
            helplines.append(
                Helpline(
                    code: try row.code(0), name: try row.text(1), number: try row.text(2), purpose: try row.text(3),
                    source: try row.text(4), confirmed: try row.answer(5), validFrom: validity.from,
                    validUntil: validity.until))
        }
        return helplines
    }

    /// `code|name|number|purpose|source|confirmed|valid from|valid until`
    private static let helplineRows = """
        emergency|Emergency services|999|Somebody is in danger now|National emergency number|yes|2015-07-31|
        police|Police, not an emergency|101|There is no danger now|National police number|yes|2015-07-31|
        modern-slavery|Modern Slavery & Exploitation Helpline|08000 121 700|Advice and reports about exploitation, \
            free and in confidence; run by the charity Unseen|Helpline's own pages, and the Home Office prompt sheet \
            of April 2026|yes|2016-10-10|
        """
}
