import Access
import Kernel
import Partnerships

/// What the columns of the records are called on a page, and how their values read there.
package struct FieldWords: Sendable {
    let lists: CodeLists
    let organisations: [String: String]
    let terms: [String: String]

    package init(lists: CodeLists, organisations: [String: String], terms: [String: String]) {
        self.lists = lists
        self.organisations = organisations
        self.terms = terms
    }

    /// A change as a page shows it; nil for a column that nobody needs to read.
    package func difference(_ difference: RecordDifference) -> FieldDifference? {
        guard let column = FieldWords.columns[difference.field] else { return nil }
        return FieldDifference(
            label: column.label, before: words(difference.before, column.kind),
            after: words(difference.after, column.kind))
    }

    /// How the values of a column are read.
    enum Kind: Sendable {
        case text
        case yesOrNo
        case moment
        case day
        case organisation
        case term
        case code(String)
        case status
    }

    private func words(_ value: String, _ kind: Kind) -> String {
        if value.isEmpty { return "" }
        switch kind {
        case .text: return value
        case .yesOrNo: return value == "1" || value == "yes" ? "yes" : value == "unknown" ? "not known" : "no"
        case .moment: return Int64(value).map { Moment(microseconds: $0).text } ?? value
        case .day: return Day(value)?.text ?? value
        case .organisation: return organisations[value] ?? "an organisation that has left"
        case .term: return terms[value] ?? "a place that is no longer in the list"
        case .code(let list): return lists[list].label(value)
        case .status: return ConcernStatus(rawValue: value)?.label ?? StrandStatus(rawValue: value)?.label ?? value
        }
    }

    /// Every column that the timeline shows, by its name.
    static let columns: [String: (label: String, kind: Kind)] = [
        "received_on": ("Received on", .day), "source": ("Source", .code("concern_source")),
        "source_organisation_id": ("Raised by", .organisation), "status": ("Stage", .status),
        "immediate_danger": ("Immediate danger", .yesOrNo), "police_incident": ("Police incident", .text),
        "summary": ("In one line", .text), "seen": ("What was seen", .text), "inferred": ("What is inferred", .text),
        "happens_when": ("When it happens", .text), "how_known": ("How the reporter knows", .code("way_of_knowing")),
        "location_type": ("Type of location", .code("location_type")), "place": ("Address", .text),
        "postcode": ("Postcode", .text), "town_id": ("Town", .term), "ward_id": ("Ward", .term),
        "residence": ("Where they live", .text), "residence_town_id": ("Town where they live", .term),
        "nationality": ("Nationality", .code("nationality")), "people_count": ("Number of people", .text),
        "children_present": ("Children", .yesOrNo), "reporter_contact": ("Reporter may be contacted", .yesOrNo),
        "reporter_safe_way": ("Safe way to get in touch", .code("safe_contact_way")), "threat": ("Threat", .text),
        "harm": ("Harm", .text), "risk": ("Risk", .text), "investigation": ("Investigation", .text),
        "vulnerability": ("Vulnerability", .text), "engagement": ("Engagement", .text),
        "triaged_at": ("Screened", .moment), "response": ("Response", .code("response_grade")),
        "lead_organisation_id": ("Led by", .organisation), "report_back_on": ("Reports back by", .day),
        "planning_meeting_on": ("Planning meeting", .day), "planning_meeting_notes": ("Notes of the meeting", .text),
        "tactical_plan": ("Tactical plan", .text), "closing_reason": ("Reason for closing", .code("closing_reason")),
        "closing_summary": ("What came of it", .text), "report_back": ("Report back", .text),
        "closed_at": ("Closed", .moment), "plan": ("Plan", .text), "outcome": ("Outcome", .text),
        "title": ("Task", .text), "organisation_id": ("Organisation", .organisation), "due_on": ("Due", .day),
        "is_open": ("Open", .yesOrNo), "result": ("Result", .text), "done_at": ("Done", .moment),
        "answer": ("Answer", .text), "grading": ("Grading", .text), "conditions": ("Conditions", .text),
        "speak_to": ("Speak to", .text), "answered_at": ("Answered", .moment), "due_at": ("Due", .moment),
        "lead_reason": ("Reason for the lead", .text), "notice": ("Notice", .text), "warrant": ("Warrant", .text),
        "risk_level": ("Risk of the visit", .text), "safety_officer": ("Safety officer", .text),
        "visited_on": ("Day of the visit", .day), "starts_at": ("Begins at", .text), "briefing": ("Briefing", .text),
        "risks": ("Risks", .text), "interpreters": ("Interpreters", .text),
        "reception": ("Place where people are received", .text),
        "meeting_point": ("Meeting point", .text), "debrief": ("Debrief", .text), "lessons": ("Lessons", .text),
    ]
}
