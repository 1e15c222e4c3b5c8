import Access
import HTML
import Kernel
import Partnerships
import Store
import Web

/// What waits for a viewer in the concerns: danger first, then by due time. At most 50 of each kind.
package struct ConcernWork: Sendable {
    package let lists: CodeLists

    package init(lists: CodeLists) {
        self.lists = lists
    }

    package func items(_ reading: Reading, slug: String) throws -> [WorkItem] {
        var items = try questions(reading, slug: slug) + tasks(reading, slug: slug)
        if reading.viewer.isCoordinator {
            items += try stages(reading, slug: slug) + rounds(reading, slug: slug) + reportBacks(reading, slug: slug)
        }
        return items
    }

    private func about(_ row: any Row) throws -> String {
        let reference: String = try row.next()
        let type: String = try row.next()
        let town = try row.next(String?.self) ?? ""
        let place = type.isEmpty ? "" : " \(lists.place(type))"
        return town.isEmpty ? "\(reference)\(place)" : "\(reference)\(place), \(town)"
    }

    /// Questions that wait for an answer of the viewer's own organisation.
    private func questions(_ reading: Reading, slug: String) throws -> [WorkItem] {
        guard let organisation = reading.viewer.organisation else { return [] }
        return try reading.rows(
            """
            SELECT q.id, q.due_at, q.reminders, c.immediate_danger, c.reference, c.location_type,
                (SELECT t.label FROM partnership_terms t WHERE t.id = c.town_id)
            FROM \(reading.visible(.scopingRequests)) q JOIN \(reading.visible(.concerns)) c ON c.id = q.concern_id
            WHERE q.organisation_id = \(organisation) AND q.is_waiting = 1 ORDER BY q.due_at LIMIT 50
            """
        ) { row in
            let id: ID<ScopingRequest> = try row.next()
            let due: Moment = try row.next()
            let reminders: Int = try row.next()
            let danger: Bool = try row.next()
            return WorkItem(
                due: due, isTimed: true, what: "Say what you hold",
                detail: reminders > 0 ? "The coordinator has reminded you" : "", link: ConcernLinks(slug).answer(id),
                about: try about(row), from: "Scoping", isDanger: danger)
        }
    }

    private func tasks(_ reading: Reading, slug: String) throws -> [WorkItem] {
        guard let organisation = reading.viewer.organisation else { return [] }
        return try reading.rows(
            """
            SELECT t.id, t.due_on, t.title, t.concern_id, c.reference, c.location_type,
                (SELECT w.label FROM partnership_terms w WHERE w.id = c.town_id)
            FROM \(reading.visible(.tasks)) t JOIN \(reading.visible(.concerns)) c ON c.id = t.concern_id
            WHERE t.organisation_id = \(organisation) AND t.is_open = 1 ORDER BY t.due_on LIMIT 50
            """
        ) { row in
            let id: ID<WorkTask> = try row.next()
            let due: Day = try row.next()
            let title: String = try row.next()
            let concern: ID<Concern> = try row.next()
            let links = ConcernLinks(slug)
            return WorkItem(
                due: Moment(day: due, hour: 17), isTimed: false, what: title,
                link: "\(links.concern(concern))/tasks/\(id.text)", about: try about(row), from: "Task")
        }
    }

    /// Reports to check, concerns to screen, concerns whose agencies have been asked and that await the decision.
    private func stages(_ reading: Reading, slug: String) throws -> [WorkItem] {
        try reading.rows(
            """
            SELECT c.id, c.status, c.received_at, c.triaged_at, c.immediate_danger,
                (SELECT COUNT(*) FROM \(reading.visible(.scopingRounds)) r
                    WHERE r.concern_id = c.id AND r.closed_at IS NULL),
                c.reference, c.location_type, (SELECT t.label FROM partnership_terms t WHERE t.id = c.town_id)
            FROM \(reading.visible(.concerns)) c
            WHERE c.is_open = 1 AND c.status IN ('awaiting-check', 'raised', 'triaged', 'scoping')
            ORDER BY c.immediate_danger DESC, c.received_on DESC, c.id DESC LIMIT 50
            """
        ) { row -> WorkItem? in
            let id: ID<Concern> = try row.next()
            let status: ConcernStatus = try row.next()
            let received: Moment = try row.next()
            let triaged: Moment? = try row.next()
            let danger: Bool = try row.next()
            let openRounds: Int = try row.next()
            let links = ConcernLinks(slug)
            let about = try about(row)
            func item(_ what: String, _ link: Link, _ due: Moment, _ from: String) -> WorkItem {
                WorkItem(due: due, isTimed: danger, what: what, link: link, about: about, from: from, isDanger: danger)
            }
            switch status {
            case .awaitingCheck:
                return item("Check a public report", "\(links.concern(id))/check", received.adding(hours: 24), "Public form")
            case .raised:
                return item("Screen a new concern", links.triage(id), received.adding(hours: danger ? 1 : 24), "Raised")
            case .triaged:
                return item(
                    "Ask the agencies, or decide", links.concern(id), (triaged ?? received).adding(hours: 48), "Screened")
            case .scoping where openRounds == 0:
                return item(
                    "Decide the response", links.decide(id), (triaged ?? received).adding(hours: 72), "Scoping closed")
            default: return nil
            }
        }.compactMap { $0 }
    }

    /// Open rounds: all answered, or due.
    private func rounds(_ reading: Reading, slug: String) throws -> [WorkItem] {
        try reading.rows(
            """
            SELECT r.concern_id, r.number, r.due_at,
                (SELECT COUNT(*) FROM \(reading.visible(.scopingRequests)) q WHERE q.round_id = r.id AND q.is_waiting = 1),
                (SELECT COUNT(*) FROM \(reading.visible(.scopingRequests)) q WHERE q.round_id = r.id),
                c.immediate_danger, c.reference, c.location_type,
                (SELECT t.label FROM partnership_terms t WHERE t.id = c.town_id)
            FROM \(reading.visible(.concerns)) c JOIN \(reading.visible(.scopingRounds)) r ON r.concern_id = c.id
            WHERE c.is_open = 1 AND c.status = 'scoping' AND r.closed_at IS NULL ORDER BY r.due_at LIMIT 50
            """
        ) { row in
            let concern: ID<Concern> = try row.next()
            let number: Int = try row.next()
            let due: Moment = try row.next()
            let waiting: Int = try row.next()
            let asked: Int = try row.next()
            let danger: Bool = try row.next()
            let links = ConcernLinks(slug)
            let isComplete = waiting == 0
            let chase = waiting == 1 ? "Chase one answer" : "Chase \(waiting) answers"
            return WorkItem(
                due: due, isTimed: true, what: isComplete ? "Close the round" : chase,
                detail: "\(asked - waiting) of \(asked) agencies have answered",
                link: isComplete ? links.closeRound(concern) : links.concern(concern), about: try about(row),
                from: "Scoping round \(number)", isDanger: danger)
        }
    }

    /// Single-agency responses whose lead reports back.
    private func reportBacks(_ reading: Reading, slug: String) throws -> [WorkItem] {
        try reading.rows(
            """
            SELECT c.id, c.report_back_on, (SELECT o.name FROM organisations o WHERE o.id = c.lead_organisation_id),
                (SELECT COUNT(*) FROM \(reading.visible(.tasks)) t
                    WHERE t.concern_id = c.id AND t.title = \(DecideResponse.reportBackTask) AND t.is_open = 0
                        AND t.done_at > c.response_decided_at),
                c.reference, c.location_type, (SELECT t.label FROM partnership_terms t WHERE t.id = c.town_id)
            FROM \(reading.visible(.concerns)) c
            WHERE c.is_open = 1 AND c.status = 'response' AND c.report_back_on IS NOT NULL
            ORDER BY c.report_back_on LIMIT 50
            """
        ) { row in
            let id: ID<Concern> = try row.next()
            let due: Day = try row.next()
            let lead = try row.next(String?.self) ?? "the lead agency"
            let reports: Int = try row.next()
            return WorkItem(
                due: Moment(day: due, hour: 17), isTimed: false,
                what: reports > 0 ? "Read what \(lead) reported back" : "Ask \(lead) to report back",
                link: ConcernLinks(slug).concern(id), about: try about(row), from: "Single agency")
        }
    }
}

/// The last seven days, as the side of My work shows them.
package struct WeekFigures: Sendable {
    package let newConcerns: Int
    package let answers: Int
    package let nothingHeld: Int
    /// Hours from question to answer; nil without answers.
    package let medianHours: Int?
}

extension ConcernWork {
    package func week(_ reading: Reading, now: Moment) throws -> WeekFigures {
        let since = now.adding(days: -7)
        let new: Int =
            try reading.value(
                """
                SELECT COUNT(*) FROM \(reading.visible(.concerns)) c
                WHERE c.partnership_id = \(reading.viewer.partnership) AND c.received_on >= \(since.day)
                """) ?? 0
        let answers = try reading.rows(
            """
            SELECT q.answer, q.sent_at, q.answered_at FROM \(reading.visible(.scopingRequests)) q
            WHERE q.answered_at >= \(since) AND q.partnership_id = \(reading.viewer.partnership)
            ORDER BY q.answered_at DESC LIMIT 500
            """
        ) { row in
            (try row.next(ScopingAnswer.self), try row.next(Moment.self), try row.next(Moment.self))
        }
        let hours = answers.map { Int(($0.2.seconds(since: $0.1) + 1800) / 3600) }.sorted()
        return WeekFigures(
            newConcerns: new, answers: answers.count, nothingHeld: answers.count { $0.0 == .nothingHeld },
            medianHours: hours.isEmpty ? nil : hours[hours.count / 2])
    }
}
