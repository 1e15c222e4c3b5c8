/// An agency of the demonstration partnerships.
package struct DemonstrationAgency: Sendable, Equatable {
    /// The short label, which is the agency's key on the dashboard.
    package let label: String
    /// The full name of the organisation.
    package let name: String
    /// The code of its kind in the list `organisation_kind`.
    package let kind: String
    package let validFrom: String
    /// The last day on which the organisation existed under this name; nothing while it does.
    package let validUntil: String?
    /// Who took over its work afterwards, from the day after `validUntil`.
    package let successor: String?
}

extension ReferenceData {
    /// The twenty agencies on the interventions chart of the Sandwell report, in its order.
    ///
    /// Throws when a row is wrong.
    package static var demonstrationAgencies: [DemonstrationAgency] {
        get throws(ReferenceDataProblem) { try parsedDemonstrationAgencies.get() }
    }

    private static let parsedDemonstrationAgencies = Result {
        () throws(ReferenceDataProblem) -> [DemonstrationAgency] in
        var agencies: [DemonstrationAgency] = []
        for row in try ReferenceRow.rows(of: agencyRows, list: "demonstration_agency", columns: 6) {
            let validity = try row.validity(3)
            let successor = row.optionalText(5)
            guard (successor == nil) == (validity.until == nil) else {
                throw row.problem("a successor and a last day belong together")
            }
            agencies.append(
                DemonstrationAgency(
                    label: try row.text(0), name: try row.text(1), kind: try row.code(2), validFrom: validity.from,
                    validUntil: validity.until, successor: successor))
        }
        return agencies
    }

    /// `label|name|kind|valid from|valid until|successor`
    private static let agencyRows = """
        Adult social care|Council adult social care|adult-social-care|2015-07-31||
        Housing|Council housing|housing|2015-07-31||
        Environment Agency|Environment Agency|environment|2015-07-31||
        Western Power|Western Power Distribution|utility|2015-07-31|2022-09-20|National Grid Electricity Distribution
        Red Cross|British Red Cross|charity|2015-07-31||
        British Gas|British Gas|utility|2015-07-31||
        Children's Trust|Children's Trust|childrens-services|2018-04-01||
        Trading Standards|Council trading standards|trading-standards|2015-07-31||
        HMRC|HM Revenue and Customs|tax|2015-07-31||
        Immigration|Home Office Immigration Enforcement|immigration|2015-07-31||
        DWP|Department for Work and Pensions|benefits|2015-07-31||
        Housing quality team|Council housing quality team|housing-standards|2015-07-31||
        Environmental health|Council environmental health|environmental-health|2015-07-31||
        Environment protection|Council environment protection|environmental-health|2015-07-31||
        Black Country Women's Aid|Black Country Women's Aid|charity|2015-07-31||
        Hope for Justice|Hope for Justice|charity|2015-07-31||
        GLAA|Gangmasters and Labour Abuse Authority|labour-inspectorate|2016-07-12|2026-04-06|Fair Work Agency
        West Midlands Fire|West Midlands Fire Service|fire-and-rescue|2015-07-31||
        Modern slavery lead|Council modern slavery lead|council|2015-07-31||
        Police|West Midlands Police|police|2015-07-31||
        """
}
