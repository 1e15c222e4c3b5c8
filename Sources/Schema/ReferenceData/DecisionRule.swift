/// One span of time of the National Referral Mechanism: how long, where, and from when to when it holds.
package struct DecisionRuleRow: Sendable, Equatable {
    /// What the span is of: `reasonable-grounds`, `recovery` …
    package let rule: String
    /// `england`, `wales`, `scotland`, `northern-ireland`.
    package let nations: [String]
    package let number: Int
    /// `days` of the calendar, `working-days` or `hours`.
    package let unit: String
    package let validFrom: String
    package let validUntil: String?
    package let source: String
    /// Whether the number and its days were read on a published page; otherwise pages show it as "to be confirmed".
    package let confirmed: Bool
}

extension ReferenceData {
    /// The spans of time that follow a referral. Throws when a row is wrong.
    ///
    /// The recovery period became 30 days with section 61 of the Nationality and Borders Act 2022, which is in force from
    /// 30 January 2023; a note of 13 December 2022 as the last day of the 45 days was also read, so the change is to be
    /// confirmed. The competent authorities decide for the whole United Kingdom: the Scottish 90 days are a period of
    /// support that ends with a conclusive grounds decision, and do not bind them.
    package static var decisionRules: [DecisionRuleRow] {
        get throws(ReferenceDataProblem) { try parsedDecisionRules.get() }
    }

    private static let parsedDecisionRules = Result { () throws(ReferenceDataProblem) -> [DecisionRuleRow] in
        var rules: [DecisionRuleRow] = []
        for row in try ReferenceRow.rows(of: decisionRuleRows, list: "decision_rule", columns: 8) {
            let validity = try row.validity(4)
            let unit = try row.code(3)
            guard ["days", "working-days", "hours"].contains(unit) else { throw row.problem("\(unit) is not a unit of time") }
            rules.append(
                DecisionRuleRow(
                    rule: try row.code(0), nations: try row.codes(1), number: try row.number(2, in: 1...366), unit: unit,
                    validFrom: validity.from, validUntil: validity.until, source: try row.text(6),
                    confirmed: try row.answer(7)))
        }
        return rules
    }

    /// `rule|nations|number|unit|valid from|valid until|source|confirmed`
    private static let decisionRuleRows = """
        reasonable-grounds|england;wales;scotland;northern-ireland|5|working-days|2015-07-31||Statutory guidance under section 49, Modern Slavery Act 2015|yes
        recovery|england;wales;northern-ireland|45|days|2015-07-31|2023-01-29|Statutory guidance before section 61, Nationality and Borders Act 2022|no
        recovery|england;wales|30|days|2023-01-30||Section 61, Nationality and Borders Act 2022|no
        recovery|northern-ireland|30|days|2023-01-30||Section 61, Nationality and Borders Act 2022; the Northern Irish Act of 2015 may give more|no
        recovery|scotland|45|days|2015-07-31|2018-03-31|Statutory guidance|no
        recovery|scotland|90|days|2018-04-01||Section 9 of the Scottish Act of 2015 and its regulations: until then or until conclusive grounds|no
        conclusive-grounds|england;wales;scotland;northern-ireland|45|days|2015-07-31|2023-01-29|Statutory guidance before section 61, Nationality and Borders Act 2022|no
        conclusive-grounds|england;wales;scotland;northern-ireland|30|days|2023-01-30||Section 61, Nationality and Borders Act 2022|no
        reconsideration|england;wales;scotland;northern-ireland|30|days|2024-02-12||Statutory guidance of 2024; longer in exceptional circumstances|no
        panel|england;wales;scotland|45|days|2021-06-01||Home Office guidance on devolving decisions for child victims|yes
        panel-conclusive-grounds|england;wales;scotland|90|days|2021-06-01||Home Office guidance on devolving decisions for child victims|no
        panel-age|england;wales;scotland|100|days|2021-06-01||Home Office guidance on devolving decisions for child victims|yes
        crime-recording|england;wales|24|hours|2015-07-31||Home Office Counting Rules; National Crime Recording Standard|no
        support-after-positive|england;wales|45|days|2019-09-12||Statutory guidance: support while the person moves on|no
        support-after-negative|england;wales|9|working-days|2019-09-12||Statutory guidance: support while the person leaves it|no
        """
}
