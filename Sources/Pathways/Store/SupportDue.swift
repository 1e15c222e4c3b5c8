import Access
import Kernel
import Store

/// Which of what is due a list holds.
package struct SupportDueQuery: Sendable, Hashable {
    package enum Show: String, Sendable, CaseIterable {
        /// Reviews, return interviews, contacts, offers: what has a day of its own.
        case entries
        /// How somebody is, after 6, 12 and 24 months.
        case outcomes
        /// Those who turn 18 within half a year.
        case adulthood
    }

    package var show: Show
    package var after: Cursor?
    package var size: Int

    package init(show: Show = .entries, after: Cursor? = nil, size: Int = 50) {
        self.show = show
        self.after = after
        self.size = size
    }

    /// The line after which a page begins: a day or a month, and an identifier.
    package struct Cursor: Sendable, Hashable {
        let when: String
        let id: String

        init(_ when: String, _ id: String) {
            self.when = when
            self.id = id
        }

        package init?(_ text: String) {
            let parts = text.split(separator: "_")
            guard parts.count == 2, (7...10).contains(parts[0].utf8.count),
                parts[0].utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
                let id = ID<PotentialVictim>(String(parts[1]))
            else { return nil }
            when = String(parts[0])
            self.id = id.text
        }

        package var text: String { "\(when)_\(id)" }
    }
}

/// Something that is due for somebody.
package struct SupportDueLine: Sendable, Hashable {
    package let victim: ID<PotentialVictim>
    package let reference: String
    package let on: Day
    package let leadName: String
    /// The entry that names the day; nil for how somebody is and for turning 18.
    package let entry: SupportLine?
    /// For how somebody is: after how many months.
    package let months: Int?
    /// The place in the list.
    let key: SupportDueQuery.Cursor
}

extension Reading {
    /// A page of what is due. Entries stand by their day and people who turn 18 by the month; how they are is asked of those first
    /// whose pathway was begun first.
    package func supportDue(_ query: SupportDueQuery) throws -> Listing<SupportDueLine> {
        let lines =
            switch query.show {
            case .entries: try dueEntries(.none, after: query.after, limit: query.size + 1)
            case .outcomes: try dueOutcomes(.none, after: query.after, limit: query.size + 1)
            case .adulthood: try dueTransitions(.none, after: query.after, limit: query.size + 1)
            }
        return Listing(rows: lines, size: query.size) { $0.key.text }
    }

    /// - Parameter condition: continues the conditions, beginning with AND.
    func dueEntries(_ condition: Statement, after: SupportDueQuery.Cursor?, limit: Int) throws -> [SupportDueLine] {
        var conditions: [Statement] = [
            "e.due_on IS NOT NULL", "(v.status = 'open' OR e.kind = 'contact')\(condition)",
        ]
        if let after { conditions.append("(e.due_on, e.id) > (\(after.when), \(after.id))") }
        return try rows(
            """
            SELECT v.id, v.reference, l.name, e.id, e.victim_id, e.version, e.kind, e.code, e.status, e.likelihood, e.impact,
                e.answers, e.starts_on, e.starts_at, e.ends_on, e.ends_at, e.review_on, e.done_on, e.due_on,
                e.organisation_id, o.name, e.service_id, \(serviceName), e.has_address, p.name, e.recorded_at
            FROM \(visible(.supportEntries)) e JOIN \(visible(.potentialVictims)) v ON v.id = e.victim_id
            LEFT JOIN organisations l ON l.id = v.lead_organisation_id
            LEFT JOIN organisations o ON o.id = e.organisation_id LEFT JOIN people p ON p.id = e.recorded_by_person
            WHERE \(all: conditions) ORDER BY e.due_on, e.id LIMIT \(limit)
            """
        ) { row in
            let (victim, reference): (ID<PotentialVictim>, String) = (try row.next(), try row.next())
            let lead = try row.next(String?.self) ?? ""
            let entry = try Reading.supportLine(row)
            let due = entry.dueOn ?? entry.startsOn
            return SupportDueLine(
                victim: victim, reference: reference, on: due, leadName: lead, entry: entry, months: nil,
                key: .init(due.iso, entry.id.text))
        }
    }

    /// Those who agreed to be asked how they are, and whose day has come. The same rule as `OutcomeSchedule.due`.
    func dueOutcomes(_ condition: Statement, after: SupportDueQuery.Cursor?, limit: Int) throws -> [SupportDueLine] {
        let today = moment.day
        let base: Statement = """
            COALESCE((SELECT MAX(d.decided_on) FROM \(standingDecisions) d WHERE d.victim_id = v.id), v.opened_on)
            """
        let steps = OutcomeSchedule.months.map { months -> Statement in
            """
            (\(base) <= \(OutcomeSchedule.latestBase(months, today: today))
                AND \(base) > \(OutcomeSchedule.latestBase(OutcomeSchedule.lapse(months), today: today))
                AND NOT EXISTS (SELECT 1 FROM \(visible(.supportEntries)) e WHERE e.victim_id = v.id AND e.kind = 'outcome'
                    AND e.code = \(String(months)) AND e.status <> 'void' AND e.starts_on > \(base)))
            """
        }
        var conditions: [Statement] = [
            """
            (SELECT c.answer FROM \(visible(.consents)) c WHERE c.victim_id = v.id AND c.purpose = 'statistics'
                ORDER BY c.position DESC LIMIT 1) = 'given'\(condition)
            """, "(\(steps[0]) OR \(steps[1]) OR \(steps[2]))",
        ]
        if let after { conditions.append("(v.opened_on, v.id) > (\(after.when), \(after.id))") }
        return try rows(
            """
            SELECT v.id, v.reference, v.opened_on, l.name, \(base) FROM \(visible(.potentialVictims)) v
            LEFT JOIN organisations l ON l.id = v.lead_organisation_id
            WHERE \(all: conditions) ORDER BY v.opened_on, v.id LIMIT \(limit)
            """
        ) { row in
            let (victim, reference): (ID<PotentialVictim>, String) = (try row.next(), try row.next())
            let opened: Day = try row.next()
            let lead = try row.next(String?.self) ?? ""
            let from: Day = try row.next()
            let due = OutcomeSchedule.due(from: from, asked: [], today: today)
            return SupportDueLine(
                victim: victim, reference: reference, on: due?.on ?? today, leadName: lead, entry: nil, months: due?.months,
                key: .init(opened.iso, victim.text))
        }
    }

    /// Those who turn 18 within half a year, or did within the last year, and nobody has reviewed what follows. The same
    /// rule as `TransitionSchedule.isDue`.
    func dueTransitions(_ condition: Statement, after: SupportDueQuery.Cursor?, limit: Int) throws -> [SupportDueLine] {
        let today = moment.day
        var conditions: [Statement] = [
            "v.adult_from_month <= \(TransitionSchedule.latestMonth(today: today))",
            "v.adult_from_month >= \(TransitionSchedule.earliestMonth(today: today))",
            "v.adult_from_month >= substr(v.opened_on, 1, 7)",
            """
            v.status = 'open' AND NOT EXISTS (SELECT 1 FROM \(visible(.supportEntries)) e WHERE e.victim_id = v.id
                AND e.kind = 'transition' AND e.status <> 'void')\(condition)
            """,
        ]
        if let after { conditions.append("(v.adult_from_month, v.id) > (\(after.when), \(after.id))") }
        return try rows(
            """
            SELECT v.id, v.reference, v.adult_from_month, l.name FROM \(visible(.potentialVictims)) v
            LEFT JOIN organisations l ON l.id = v.lead_organisation_id
            WHERE \(all: conditions) ORDER BY v.adult_from_month, v.id LIMIT \(limit)
            """
        ) { row in
            let (victim, reference): (ID<PotentialVictim>, String) = (try row.next(), try row.next())
            let month: String = try row.next()
            return SupportDueLine(
                victim: victim, reference: reference, on: TransitionSchedule.due(adultFromMonth: month) ?? today,
                leadName: try row.next(String?.self) ?? "", entry: nil, months: nil, key: .init(month, victim.text))
        }
    }

    /// What waits for the viewer: whoever is missing of those they work with, what their own organisation is to do within a
    /// week, and for those whom it leads how they are and turning 18.
    package func supportWork() throws -> [SupportDueLine] {
        guard viewer.isCoordinator || viewer.has(.member), let own = viewer.organisation else { return [] }
        let week = moment.day.adding(days: 7)
        let missing = try dueEntries(
            " AND e.kind = 'missing' AND e.is_open = 1 AND e.status = 'missing'", after: nil, limit: 50)
        let entries = try dueEntries(
            " AND e.organisation_id = \(own) AND e.due_on <= \(week) AND e.status <> 'missing'", after: nil, limit: 50)
        let led: Statement = " AND v.lead_organisation_id = \(own)"
        return missing + entries + (try dueOutcomes(led, after: nil, limit: 20))
            + (try dueTransitions(led, after: nil, limit: 20))
    }
}
