import Access
import Foundation
import Kernel
import Partnerships
import Store

/// The coordinator decides the graded response, with the reasons; deciding again keeps the history.
package enum DecideResponse: Verb {
    package typealias Record = Concern
    package static let name = "decide-response"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.disclosure

    /// The task of the agency that leads a single-agency response, under which it reports back.
    package static let reportBackTask = "Look into the place and report back"

    package struct Draft: Sendable {
        package var grade: String
        package var criteria: ResponseCriteria
        package var rationale: String
        package var approver: String
        package var lead: ID<Organisation>?
        package var reportBackOn: DayEntry
        package var team: [ID<Organisation>]

        package enum DayEntry: Sendable, Hashable {
            case missing, unreadable
            case day(Day)

            package var day: Day? {
                if case .day(let day) = self { day } else { nil }
            }
        }

        package init(
            grade: String, criteria: ResponseCriteria, rationale: String, approver: String, lead: ID<Organisation>?,
            reportBackOn: DayEntry, team: [ID<Organisation>]
        ) {
            self.grade = grade
            self.criteria = criteria
            self.rationale = rationale
            self.approver = approver
            self.lead = lead
            self.reportBackOn = reportBackOn
            self.team = team
        }
    }

    package static func problems(
        _ draft: Draft, status: ConcernStatus, members: Set<ID<Organisation>>, today: Day
    ) -> [Problem] {
        var problems: [Problem] = []
        if !status.isOpen { problems.append(Problem("", "This concern is closed: open it again before you decide")) }
        if status == .awaitingCheck {
            problems.append(Problem("", "This report has not been checked yet: accept it first"))
        }
        guard let grade = ResponseGrade(rawValue: draft.grade) else {
            return problems + [Problem("response", "Choose the response")]
        }
        if draft.rationale.isEmpty {
            problems.append(Problem("rationale", "Give the reasons, so that the decision can be understood later"))
        }
        if draft.rationale.count > 8_000 {
            problems.append(Problem("rationale", "This is longer than 8,000 characters: shorten it"))
        }
        if draft.approver.count > 200 { problems.append(Problem("approver", "Enter a name or a role of up to 200 characters")) }
        if let lead = draft.lead, !members.contains(lead) {
            problems.append(Problem("lead", "Choose a member of this partnership"))
        }
        if !draft.team.allSatisfy(members.contains) {
            problems.append(Problem("team", "Choose from the members of this partnership"))
        }
        switch grade {
        case .single:
            if draft.lead == nil {
                problems.append(Problem("lead", "A single-agency response needs the agency that leads it"))
            }
            switch draft.reportBackOn {
            case .missing: problems.append(Problem("report_back_on", "Enter the day by which the agency reports back"))
            case .unreadable:
                problems.append(Problem("report_back_on", "Enter the date as day, month and year, such as 8 2 2020"))
            case .day(let day):
                if day < today { problems.append(Problem("report_back_on", "The day to report back lies in the past")) }
            }
        case .joint, .significant:
            if Set(draft.team).count < 2 {
                problems.append(Problem("team", "A \(grade.label.lowercased()) response needs a team of at least two agencies"))
            }
        }
        return problems
    }
}

extension Change where V == DecideResponse {
    func decide(_ draft: DecideResponse.Draft, grade: ResponseGrade, partnership: ID<Partnership>) throws {
        let suggestion = draft.criteria.suggestion
        let reportBack = grade == .single ? draft.reportBackOn.day : nil
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let criteria = String(decoding: try encoder.encode(draft.criteria), as: UTF8.self)
        try run(
            """
            INSERT INTO \(table(.responseDecisions)) (id, concern_id, partnership_id, response, suggested, criteria,
                reasons, rationale, approver, lead_organisation_id, report_back_on, decided_at, decided_by)
            VALUES (\(newID(ResponseDecision.self)), \(record), \(partnership), \(grade), \(suggestion.grade),
                \(criteria), \(suggestion.reasons.joined(separator: "; ")), \(draft.rationale), \(draft.approver),
                \(draft.lead), \(reportBack), \(moment), \(viewer.person))
            """)
        try run(
            """
            UPDATE \(target) SET response = \(grade), response_decided_at = \(moment),
                lead_organisation_id = \(draft.lead), report_back_on = \(reportBack), status = 'response'
            WHERE id = \(record)
            """)
        try run("DELETE FROM \(table(.responseTeam)) WHERE concern_id = \(record)")
        let team = Set(draft.team + [draft.lead].compactMap { $0 })
        for organisation in team.sorted() {
            try run(
                """
                INSERT INTO \(table(.responseTeam)) (concern_id, partnership_id, organisation_id)
                VALUES (\(record), \(partnership), \(organisation))
                """)
            try admit(
                organisation, to: record, of: partnership, seesAnswers: true, seesVictims: false,
                basis: "In the response team")
        }
        try giveReportBack(to: draft.lead, by: reportBack, partnership: partnership)
    }

    /// The lead of a single-agency response finds its report-back among its own tasks; that of an earlier decision ends.
    private func giveReportBack(to lead: ID<Organisation>?, by day: Day?, partnership: ID<Partnership>) throws {
        try run(
            """
            UPDATE \(table(.tasks)) SET is_open = 0, result = 'The response was decided again.', done_at = \(moment),
                version = version + 1
            WHERE concern_id = \(record) AND title = \(DecideResponse.reportBackTask) AND is_open = 1
            """)
        guard let lead, let day else { return }
        try run(
            """
            INSERT INTO \(table(.tasks)) (id, partnership_id, concern_id, strand, version, title, organisation_id,
                due_on, is_open, result, created_at)
            VALUES (\(newID(WorkTask.self)), \(partnership), \(record), '', 1, \(DecideResponse.reportBackTask), \(lead),
                \(day), 1, '', \(moment))
            """)
    }
}

extension ConcernDesk {
    package func decide(
        _ id: ID<Concern>, _ draft: DecideResponse.Draft, by viewer: Viewer, expecting version: Int?,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        let today = desk.world.now().day
        return try await desk.change(DecideResponse.self, on: id, by: viewer, expecting: version, key: key) { change in
            guard let partnership = viewer.partnership else { throw AccessError.denied }
            let before = try change.reading.concern(id)
            let problems = DecideResponse.problems(
                draft, status: before.status, members: Set(try change.members(of: partnership).map(\.id)), today: today)
            guard problems.isEmpty, let grade = ResponseGrade(rawValue: draft.grade) else { return .refused(problems) }
            try change.decide(draft, grade: grade, partnership: partnership)
            if let earlier = before.response, earlier != grade {
                change.note("Response changed from \(earlier.label.lowercased()) to \(grade.label.lowercased())")
            } else {
                change.note("Response decided: \(grade.label.lowercased())")
            }
            return .done(id)
        }
    }
}
