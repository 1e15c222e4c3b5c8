/// Who may refer to the National Referral Mechanism and whom the duty to notify binds, in which nations and when.
package struct ReportingBodyRow: Sendable, Equatable {
    /// The code of a kind of organisation in the list `organisation_kind`; empty for a row about one organisation.
    package let kind: String
    /// The name of one organisation; nothing for a row about a kind.
    package let name: String?
    /// `england`, `wales`, `scotland`, `northern-ireland`.
    package let nations: [String]
    package let refersAdults: Bool
    package let refersChildren: Bool
    /// Bound by section 52 of the Modern Slavery Act 2015, or following it by policy.
    package let hasDuty: Bool
    /// Whether the row was read on a published page; otherwise it is shown as "to be confirmed".
    package let confirmed: Bool
    package let validFrom: String
    package let validUntil: String?
}

extension ReferenceData {
    /// The first responder organisations and those whom the duty binds. Throws when a row is wrong.
    ///
    /// Source: the list of first responder organisations in the College of Policing's guidance; section 52 of the Modern
    /// Slavery Act 2015 and SI 2015/1743. Which departments of a council act for it is the partnership's own arrangement.
    package static var reportingBodies: [ReportingBodyRow] {
        get throws(ReferenceDataProblem) { try parsedReportingBodies.get() }
    }

    private static let parsedReportingBodies = Result { () throws(ReferenceDataProblem) -> [ReportingBodyRow] in
        var bodies: [ReportingBodyRow] = []
        for row in try ReferenceRow.rows(of: reportingBodyRows, list: "reporting_body", columns: 9) {
            let validity = try row.validity(7)
            guard (row.optionalText(0) == nil) != (row.optionalText(1) == nil) else {
                throw row.problem("either a kind or a name")
            }
            bodies.append(
                ReportingBodyRow(
                    kind: row.optionalText(0) ?? "", name: row.optionalText(1), nations: try row.codes(2),
                    refersAdults: try row.answer(3), refersChildren: try row.answer(4), hasDuty: try row.answer(5),
                    confirmed: try row.answer(6), validFrom: validity.from, validUntil: validity.until))
        }
        return bodies
    }

    /// `kind|name|nations|refers adults|refers children|has the duty|confirmed|valid from|valid until`
    private static let reportingBodyRows = """
        police||england;wales|yes|yes|yes|yes|2015-11-01|
        police||scotland;northern-ireland|yes|yes|no|yes|2015-11-01|
        crime-agency||england;wales|yes|yes|yes|yes|2015-11-01|
        crime-agency||scotland;northern-ireland|yes|yes|no|yes|2015-11-01|
        labour-inspectorate||england;wales|yes|yes|yes|no|2015-11-01|
        labour-inspectorate||scotland;northern-ireland|yes|yes|no|no|2015-11-01|
        immigration||england;wales|yes|yes|yes|yes|2015-11-01|
        immigration||scotland;northern-ireland|yes|yes|no|yes|2015-11-01|
        border-force||england;wales|yes|yes|yes|yes|2015-11-01|
        border-force||scotland;northern-ireland|yes|yes|no|yes|2015-11-01|
        council||england;wales|yes|yes|yes|yes|2015-11-01|
        council||scotland|yes|yes|no|yes|2015-11-01|
        childrens-services||england;wales|yes|yes|yes|no|2015-11-01|
        childrens-services||scotland|yes|yes|no|no|2015-11-01|
        adult-social-care||england;wales|yes|yes|yes|no|2015-11-01|
        adult-social-care||scotland|yes|yes|no|no|2015-11-01|
        trading-standards||england;wales|yes|yes|yes|no|2015-11-01|
        environmental-health||england;wales|yes|yes|yes|no|2015-11-01|
        housing-standards||england;wales|yes|yes|yes|no|2015-11-01|
        licensing||england;wales|yes|yes|yes|no|2015-11-01|
        health||northern-ireland|yes|yes|no|no|2015-11-01|
        |The Salvation Army|england;wales|yes|no|no|yes|2015-11-01|
        |Migrant Help|england;wales;scotland;northern-ireland|yes|no|no|yes|2015-11-01|
        |Medaille Trust|england;wales|yes|no|no|yes|2015-11-01|
        |Kalayaan|england|yes|no|no|yes|2015-11-01|
        |Barnardo's|england;wales;scotland;northern-ireland|no|yes|no|yes|2015-11-01|
        |Unseen|england;wales|yes|yes|no|yes|2015-11-01|
        |Trafficking Awareness Raising Alliance|scotland|yes|no|no|yes|2015-11-01|
        |NSPCC|england;wales;scotland;northern-ireland|no|yes|no|yes|2015-11-01|
        |BAWSO|wales|yes|no|no|no|2015-11-01|
        |New Pathways|wales|yes|yes|no|no|2015-11-01|
        |Refugee Council|england|no|yes|no|no|2015-11-01|
        """
}
