import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The decision on the graded response: the criteria, the suggestion with its reasons, the decision with its own.
struct DecidePage {
    let concern: ConcernDetail
    /// The decision as it stands.
    let stored: FormData
    let criteria: ResponseCriteria
    let form: Form
    let members: [OrganisationSummary]
    let lists: CodeLists
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        let suggestion = criteria.suggestion
        return SignedInPage(
            context, section: .concerns, title: "Decide the response to \(concern.reference)", problems: form.problems
        ) {
            Breadcrumbs([("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Decide the response")
            PageHeading("Decide the response") { concern.reference }
            FormTag(context, action: links.decide(concern.id), token: token, version: form.data.version ?? concern.version) {
                HiddenInput(name: FormData.baseField, value: form.base(stored))
                Split {
                    Card("Criteria") {
                        p(.class("soft")) { "To be confirmed by the partnership" }
                        for criterion in lists["grade_criterion"].values where DecidePage.fields[criterion.code] != nil {
                            TickBox(
                                criterion.label, name: DecidePage.fields[criterion.code] ?? "",
                                isTicked: form.isChosen(DecidePage.fields[criterion.code] ?? "", "yes"), hint: criterion.note)
                        }
                        TickBox(
                            "Another member has a live operation", name: "live_operation",
                            isTicked: form.isChosen("live_operation", "yes"))
                        TextInput(
                            "How many people?", name: "people_count", value: form.value("people_count"), kind: .digits,
                            width: .short, autocomplete: "off")
                        Actions { Button("Work out the suggestion again", .second, name: "again", value: "yes") }
                    }
                    Card("Decision") {
                        Radios(
                            "Response", name: "response",
                            choices: ResponseGrade.allCases.map { Choice($0.rawValue, $0.label, hint: $0.explanation) },
                            chosen: form.value("response"), problem: form.problem("response"), layout: .list)
                        TextArea(
                            "Reasons", name: "rationale", value: form.value("rationale"),
                            hint: "Why this response, and why not another where you depart from the suggestion",
                            problem: form.problem("rationale"), lines: 4)
                        TextInput(
                            "Approved by", name: "approver", value: form.value("approver"),
                            hint: "Name or role, where somebody approved it",
                            problem: form.problem("approver"), autocomplete: "off")
                        Select(
                            "Lead agency", name: "lead", choices: members.map { Choice($0.id.text, $0.name) },
                            chosen: form.value("lead"), prompt: "None yet", problem: form.problem("lead"))
                        DateInput(
                            "Reports back by", name: "report_back_on",
                            value: .init(
                                day: form.value("report_back_on-day"), month: form.value("report_back_on-month"),
                                year: form.value("report_back_on-year")),
                            hint: "For a single-agency response", problem: form.problem("report_back_on"))
                        Checkboxes(
                            "Team", name: "team", choices: members.map { Choice($0.id.text, $0.name) },
                            chosen: form.data.texts("team"),
                            hint: "For a joint or significant response. Each of them will see this concern and the agencies’ answers.",
                            problem: form.problem("team"))
                        Actions {
                            Button("Decide")
                            ButtonLink("Cancel", to: links.concern(concern.id), .second)
                        }
                    }
                } side: {
                    Card("Suggested response") {
                        p { Tag(suggestion.grade.label, suggestion.grade == .significant ? .warn : .plain) }
                        p { "Because of: \(suggestion.reasons.joined(separator: "; "))." }
                        p(.class("soft")) { "The suggestion and its reasons are kept beside your decision." }
                    }
                }
            }
        }.markup
    }

    /// Which form field answers which criterion of the code list; the number of people has a field of its own.
    static let fields = [
        "risk-to-life": "risk_to_life", "children": "children_involved", "type-of-premises": "complex_premises",
        "organised-crime": "organised_crime", "cross-border": "cross_border", "media": "media",
    ]
}

extension ResponseGrade {
    var explanation: String {
        switch self {
        case .single: "One agency looks into it and reports back to you by a day that you set"
        case .joint: "A team made for this place and this concern"
        case .significant: "A planning meeting and a tactical plan before anybody visits"
        }
    }
}

extension ResponseCriteria {
    /// The criteria as the form has them.
    init(_ data: FormData, agenciesHolding: Int) {
        self.init()
        riskToLife = data.has("risk_to_life", "yes")
        children = data.has("children_involved", "yes")
        complexPremises = data.has("complex_premises", "yes")
        organisedCrime = data.has("organised_crime", "yes")
        crossBorder = data.has("cross_border", "yes")
        media = data.has("media", "yes")
        liveOperation = data.has("live_operation", "yes")
        peopleCount = data.number("people_count")
        self.agenciesHolding = agenciesHolding
    }

    /// As fields of the form.
    var fields: [(name: String, value: String)] {
        var fields: [(String, String)] = []
        for (name, holds) in [
            ("risk_to_life", riskToLife), ("children_involved", children), ("complex_premises", complexPremises),
            ("organised_crime", organisedCrime), ("cross_border", crossBorder), ("media", media),
            ("live_operation", liveOperation),
        ] where holds { fields.append((name, "yes")) }
        if let peopleCount { fields.append(("people_count", String(peopleCount))) }
        return fields
    }
}
