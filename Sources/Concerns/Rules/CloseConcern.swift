import Access
import Kernel
import Partnerships
import Store

/// Closes a concern with its reason, what came of it, and what is told to whoever raised it.
package enum CloseConcern: Verb {
    package typealias Record = Concern
    package static let name = "close-concern"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]

    package struct Draft: Sendable {
        /// A code of "closing_reason".
        package var reason: String
        package var summary: String
        /// Quantities as typed, by the code of "outcome_measure"; empty ones count for nothing.
        package var outcomes: [String: String]
        package var reportBack: String
        /// Why what is still open is left open.
        package var leftReason: String

        package init(
            reason: String, summary: String, outcomes: [String: String] = [:], reportBack: String = "",
            leftReason: String = ""
        ) {
            self.reason = reason
            self.summary = summary
            self.outcomes = outcomes
            self.reportBack = reportBack
            self.leftReason = leftReason
        }

        /// The quantities that are above nothing; nil for one that is no number.
        func quantities() -> [(measure: String, quantity: Int?)] {
            outcomes.sorted { $0.key < $1.key }.compactMap { measure, text in
                let figures = text.filter { $0 != "," && $0 != " " && $0 != "£" }
                if figures.isEmpty { return nil }
                guard let number = Int(figures), (0...CloseConcern.largestQuantity).contains(number) else {
                    return (measure, nil)
                }
                return number == 0 ? nil : (measure, number)
            }
        }
    }

    static let largestQuantity = 1_000_000_000

    /// What is not finished yet on a concern.
    package struct StillOpen: Sendable, Hashable {
        package var tasks: [String]
        package var waiting: [String]
        package var strands: [String]

        package init(tasks: [String] = [], waiting: [String] = [], strands: [String] = []) {
            self.tasks = tasks
            self.waiting = waiting
            self.strands = strands
        }

        package var isEmpty: Bool { tasks.isEmpty && waiting.isEmpty && strands.isEmpty }

        /// "2 tasks, 1 strand".
        package var text: String {
            func count(_ number: Int, _ one: String, _ several: String) -> String? {
                number == 0 ? nil : "\(number) \(number == 1 ? one : several)"
            }
            return [
                count(tasks.count, "task", "tasks"),
                count(waiting.count, "question to an agency", "questions to agencies"),
                count(strands.count, "strand", "strands"),
            ].compactMap { $0 }.joined(separator: ", ")
        }
    }

    package static func problems(
        _ draft: Draft, status: ConcernStatus, wasRaisedByAgency: Bool, stillOpen: StillOpen, lists: CodeLists,
        check: ReportBackCheck
    ) -> [Problem] {
        var problems: [Problem] = []
        if !status.isOpen { problems.append(Problem("", "This concern is closed already")) }
        if status == .awaitingCheck {
            problems.append(Problem("", "This report has not been checked yet: check it, and say there what it is"))
        }
        if draft.reason.isEmpty || !lists["closing_reason"].contains(draft.reason) {
            problems.append(Problem("reason", "Choose why the concern is closed"))
        } else if draft.reason == "duplicate" {
            problems.append(Problem("reason", "Join it to the other concern instead: then nothing is lost"))
        }
        if draft.summary.isEmpty { problems.append(Problem("summary", "Say in a few sentences what came of it")) }
        for (field, text) in [
            ("summary", draft.summary), ("report_back", draft.reportBack), ("left_reason", draft.leftReason),
        ] where text.count > 8_000 {
            problems.append(Problem(field, "This is longer than 8,000 characters: shorten it"))
        }
        for (measure, quantity) in draft.quantities() {
            if !lists["outcome_measure"].contains(measure) {
                problems.append(Problem("outcome_\(measure)", "Choose from the measures in the list"))
            } else if quantity == nil {
                problems.append(Problem("outcome_\(measure)", "Enter a whole number in figures, or leave it empty"))
            }
        }
        if wasRaisedByAgency, draft.reportBack.isEmpty, draft.reason != "entered-in-error" {
            problems.append(
                Problem("report_back", "Tell the agency that raised it what came of it: a sentence is enough"))
        }
        problems += check.problems(draft.reportBack, field: "report_back")
        if !stillOpen.isEmpty, draft.leftReason.isEmpty {
            problems.append(
                Problem("left_reason", "Still open: \(stillOpen.text). Finish them, or say why they are left"))
        }
        return problems
    }
}

extension Change where V == CloseConcern {
    /// Everything that a report-back must not hold. Sealed names are opened for the comparison and go nowhere else.
    func reportBackCheck(_ concern: ConcernDetail, partnership: ID<Partnership>, lists: CodeLists) throws
        -> ReportBackCheck
    {
        var check = ReportBackCheck(reference: concern.reference)
        check.mentions = concern.mentions.filter { !$0.value.isEmpty }.map { ($0.kind, $0.value) }
        check.places = [concern.place, concern.residence].filter { !$0.isEmpty }
        check.postcodes = [concern.postcode].filter { !$0.isEmpty }
        check.plans = try reading.strands(of: record).map(\.plan) + [concern.tacticalPlan]
        let words = try terms(of: partnership, kind: "town") + terms(of: partnership, kind: "ward")
        check.openWords = words.map(\.label) + lists["location_type"].values.map(\.label)
        for mention in concern.mentions {
            check.names += [try opened(field: "name", in: .victims, of: mention.id.text)].compactMap { $0 }
        }
        let screened = try rows("SELECT s.id FROM \(visible(.screenings)) s WHERE s.concern_id = \(record)") {
            try $0.next(String.self)
        }
        for id in screened {
            check.names += [try opened(field: "identity", in: .victims, of: id)].compactMap { $0 }
        }
        check.names += [try opened(field: "reporter_name", in: .reporters)].compactMap { $0 }
        check.contacts = [try opened(field: "reporter_details", in: .reporters)].compactMap { $0 }
        return check
    }

    func close(_ draft: CloseConcern.Draft, partnership: ID<Partnership>) throws {
        try run(
            """
            UPDATE \(target) SET status = 'closed', is_open = 0, immediate_danger = 0, closing_reason = \(draft.reason),
                closing_summary = \(draft.summary), report_back = \(draft.reportBack), closed_at = \(moment)
            WHERE id = \(record)
            """)
        try run("DELETE FROM \(table(.concernOutcomes)) WHERE concern_id = \(record)")
        for (measure, quantity) in draft.quantities() {
            try run(
                """
                INSERT INTO \(table(.concernOutcomes)) (concern_id, partnership_id, measure, quantity)
                VALUES (\(record), \(partnership), \(measure), \(quantity))
                """)
        }
        try run(
            """
            UPDATE \(table(.scopingRounds)) SET closed_at = \(moment), closing_summary = 'The concern was closed'
            WHERE concern_id = \(record) AND closed_at IS NULL
            """)
        try run("UPDATE \(table(.scopingRequests)) SET is_waiting = 0 WHERE concern_id = \(record) AND is_waiting = 1")
    }
}

extension ConcernDesk {
    /// Closes a concern. What is left open is named on the timeline with the reason; questions still waiting are closed
    /// with it.
    package func close(
        _ id: ID<Concern>, _ draft: CloseConcern.Draft, by viewer: Viewer, expecting version: Int?, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        let lists = lists
        return try await desk.change(CloseConcern.self, on: id, by: viewer, expecting: version, key: key) { change in
            guard let partnership = viewer.partnership else { throw AccessError.denied }
            let concern = try change.reading.concern(id)
            let stillOpen = try change.reading.stillOpen(on: id)
            let problems = CloseConcern.problems(
                draft, status: concern.status, wasRaisedByAgency: concern.sourceOrganisation != nil,
                stillOpen: stillOpen, lists: lists,
                check: try change.reportBackCheck(concern, partnership: partnership, lists: lists))
            guard problems.isEmpty else { return .refused(problems) }
            try change.close(draft, partnership: partnership)
            let label = lists["closing_reason"].label(draft.reason)
            change.note(
                stillOpen.isEmpty
                    ? "Closed: \(label)" : "Closed: \(label). Left open: \(stillOpen.text). \(draft.leftReason)")
            return .done(id)
        }
    }
}
