import Kernel
import Partnerships
import Web

/// The fields of the decision on the response.
enum DecideForm {
    /// The decision as it stands in the record, with the newest reasons.
    static func stored(_ concern: ConcernDetail, _ criteria: ResponseCriteria, team: [String], newest: ResponseDecisionLine?)
        -> FormData
    {
        var fields =
            criteria.fields + [
                ("response", concern.response?.rawValue ?? criteria.suggestion.grade.rawValue),
                ("lead", concern.leadOrganisation?.text ?? ""), ("rationale", newest?.rationale ?? ""),
                ("approver", newest?.approver ?? ""),
            ]
        if let (year, month, day) = concern.reportBackOn?.parts {
            fields += [
                ("report_back_on-day", "\(day)"), ("report_back_on-month", "\(month)"), ("report_back_on-year", "\(year)"),
            ]
        }
        return FormData(fields: fields + team.map { ("team", $0) })
    }

    /// A new decision starts from the one before, without its reasons.
    static func fresh(_ stored: FormData) -> FormData {
        var data = stored
        data.fields.removeAll { ["rationale", "approver"].contains($0.name) || $0.name.hasPrefix("report_back_on") }
        return data
    }

    static func labels(_ lists: CodeLists, members: [OrganisationSummary]) -> [StaleEditPage.Label] {
        let names = Dictionary(members.map { ($0.id.text, $0.name) }) { first, _ in first }
        let criteria = lists["grade_criterion"].values.compactMap { criterion in
            DecidePage.fields[criterion.code].map { StaleEditPage.Label($0, criterion.label) }
        }
        return criteria + [
            .init("live_operation", "Another member has a live operation"), .init("people_count", "How many people"),
            .init("response", "Response") { ResponseGrade(rawValue: $0)?.label ?? $0 }, .init("rationale", "Reasons"),
            .init("approver", "Approved by"), .init("lead", "Lead agency") { names[$0] ?? $0 },
            .init(["report_back_on-day", "report_back_on-month", "report_back_on-year"], "Reports back by"),
            .init("team", "Team") { names[$0] ?? $0 },
        ]
    }
}
