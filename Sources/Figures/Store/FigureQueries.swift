import Access
import Kernel
import Store

/// What a statement counted: one row of one table, by its code, identifier or month.
struct Tally: Sendable {
    let table: FigureTable
    /// Empty where the record does not say.
    let code: String
    let count: Int
}

/// The counting itself. Every statement begins with the viewer's rows of one partnership and one period, and an index
/// leads to them.
extension Reading {
    /// The tallies of one unit of count.
    func tallies(_ unit: UnitOfCount, _ filter: FigureFilter) throws -> [Tally] {
        switch unit {
        case .concerns: try concernTallies(filter) + exploitationTallies(filter)
        case .visits: try visitTallies(filter)
        case .interventions: try interventionTallies(filter)
        case .screened: try screeningTallies(filter)
        }
    }

    /// Reads the viewer's concerns once and counts them six ways.
    private func concernTallies(_ filter: FigureFilter) throws -> [Tally] {
        try tallies(
            [
                .concernsByMonth, .concernsBySource, .concernsByTown, .concernsByWard, .concernsByLocationType,
                .concernsByNationality,
            ],
            """
            WITH counted AS MATERIALIZED (
                SELECT f.received_on, f.source, f.town_id, f.ward_id, f.location_type, f.nationality
                FROM \(visible(.concernFigures)) f WHERE \(all: concernConditions(filter)))
            SELECT 0, substr(received_on, 1, 7), COUNT(*) FROM counted GROUP BY substr(received_on, 1, 7)
            UNION ALL SELECT 1, source, COUNT(*) FROM counted GROUP BY source
            UNION ALL SELECT 2, town_id, COUNT(*) FROM counted GROUP BY town_id
            UNION ALL SELECT 3, ward_id, COUNT(*) FROM counted GROUP BY ward_id
            UNION ALL SELECT 4, location_type, COUNT(*) FROM counted GROUP BY location_type
            UNION ALL SELECT 5, nationality, COUNT(*) FROM counted GROUP BY nationality
            """)
    }

    private func exploitationTallies(_ filter: FigureFilter) throws -> [Tally] {
        var conditions = during(filter.period, "e.received_on") + inTowns(filter, "e.town_id")
        if let type = filter.locationType { conditions.append("e.location_type = \(type)") }
        conditions += ofExploitationType(filter, "e.concern_id")
        return try tallies(
            [.concernsByExploitationType],
            """
            SELECT 0, e.exploitation_type, COUNT(*) FROM \(visible(.exploitationFigures)) e
            WHERE \(all: conditions) GROUP BY e.exploitation_type
            """)
    }

    private func visitTallies(_ filter: FigureFilter) throws -> [Tally] {
        let conditions = during(filter.period, "v.visited_on") + inTowns(filter, "v.town_id") + theme(filter, "v")
        return try tallies(
            [.visitsByMonth],
            """
            SELECT 0, substr(v.visited_on, 1, 7), COUNT(*) FROM \(visible(.visitFigures)) v
            WHERE \(all: conditions) GROUP BY substr(v.visited_on, 1, 7)
            """)
    }

    private func interventionTallies(_ filter: FigureFilter) throws -> [Tally] {
        let conditions =
            during(filter.period, "a.visited_on") + inTowns(filter, "a.town_id") + onThemedVisit(filter, "a.visit_id")
        return try tallies(
            [.interventionsByAgency],
            """
            SELECT 0, a.organisation_id, COUNT(*) FROM \(visible(.attendanceFigures)) a
            WHERE a.attended = 'yes' AND \(all: conditions) GROUP BY a.organisation_id
            """)
    }

    private func screeningTallies(_ filter: FigureFilter) throws -> [Tally] {
        let conditions =
            during(filter.period, "s.visited_on") + inTowns(filter, "s.town_id") + onThemedVisit(filter, "s.visit_id")
        return try tallies(
            [.screenedByGender, .screenedByAgeGroup, .screenedByNationality, .screenedByOutcome],
            """
            WITH counted AS MATERIALIZED (
                SELECT s.gender, s.age_group, s.nationality, s.outcome
                FROM \(visible(.screeningFigures)) s WHERE \(all: conditions))
            SELECT 0, gender, COUNT(*) FROM counted GROUP BY gender
            UNION ALL SELECT 1, age_group, COUNT(*) FROM counted GROUP BY age_group
            UNION ALL SELECT 2, nationality, COUNT(*) FROM counted GROUP BY nationality
            UNION ALL SELECT 3, outcome, COUNT(*) FROM counted GROUP BY outcome
            """)
    }

    /// How many concerns there are, for comparison with another period.
    func concernTotal(_ filter: FigureFilter) throws -> Int {
        try value(
            "SELECT COUNT(*) FROM \(visible(.concernFigures)) f WHERE \(all: concernConditions(filter))", as: Int.self)
            ?? 0
    }

    /// The day on which the newest concern that the viewer sees was received.
    func newestConcern() throws -> Day? {
        try value(
            "SELECT f.received_on FROM \(visible(.concernFigures)) f ORDER BY f.received_on DESC LIMIT 1", as: Day.self)
    }

    /// The names of organisations, present and past members alike.
    func organisationNames(_ identifiers: some Collection<String>) throws -> [String: String] {
        if identifiers.isEmpty { return [:] }
        let found = try rows(
            "SELECT o.id, o.name FROM organisations o WHERE o.id IN \(in: Array(identifiers))"
        ) { row in (try row.next(String.self), try row.next(String.self)) }
        return Dictionary(found) { first, _ in first }
    }

    /// The labels of towns and wards.
    func placeLabels(_ identifiers: some Collection<String>) throws -> [String: String] {
        if identifiers.isEmpty { return [:] }
        let found = try rows(
            "SELECT t.id, t.label FROM partnership_terms t WHERE t.id IN \(in: Array(identifiers))"
        ) { row in (try row.next(String.self), try row.next(String.self)) }
        return Dictionary(found) { first, _ in first }
    }

    // MARK: Conditions

    private func concernConditions(_ filter: FigureFilter) -> [Statement] {
        var conditions = during(filter.period, "f.received_on") + inTowns(filter, "f.town_id")
        if let type = filter.locationType { conditions.append("f.location_type = \(type)") }
        return conditions + ofExploitationType(filter, "f.id")
    }

    func during(_ period: Period, _ column: Statement) -> [Statement] {
        switch (period.from, period.to) {
        case (let from?, let to?): ["\(column) BETWEEN \(from) AND \(to)"]
        case (let from?, nil): ["\(column) >= \(from)"]
        case (nil, let to?): ["\(column) <= \(to)"]
        case (nil, nil): []
        }
    }

    func inTowns(_ filter: FigureFilter, _ column: Statement) -> [Statement] {
        switch filter.towns.count {
        case 0: []
        case 1: ["\(column) = \(filter.towns[0])"]
        default: ["\(column) IN \(in: filter.towns)"]
        }
    }

    /// Concerns of one type, gathered once: as one join with what is counted, PostgreSQL pairs everything with everything for as
    /// long as it has no statistics of the tables, which is minutes after an import.
    private func ofExploitationType(_ filter: FigureFilter, _ concern: Statement) -> [Statement] {
        guard let type = filter.exploitationType else { return [] }
        return [
            """
            \(concern) IN (WITH themed AS MATERIALIZED (
                SELECT x.concern_id FROM \(visible(.exploitationFigures)) x WHERE x.exploitation_type = \(type))
                SELECT concern_id FROM themed)
            """
        ]
    }

    /// A visit at this type of place, because of a concern of this type.
    private func theme(_ filter: FigureFilter, _ visit: Statement) -> [Statement] {
        var conditions: [Statement] = []
        if let type = filter.locationType { conditions.append("\(visit).location_type = \(type)") }
        return conditions + ofExploitationType(filter, "\(visit).concern_id")
    }

    private func onThemedVisit(_ filter: FigureFilter, _ visit: Statement) -> [Statement] {
        let conditions = theme(filter, "w")
        if conditions.isEmpty { return [] }
        return [
            """
            \(visit) IN (WITH themed_visits AS MATERIALIZED (
                SELECT w.id FROM \(visible(.visitFigures)) w WHERE \(all: conditions)) SELECT id FROM themed_visits)
            """
        ]
    }

    private func tallies(_ tables: [FigureTable], _ statement: Statement) throws -> [Tally] {
        try rows(statement) { row in
            let part = try row.next(Int.self)
            guard tables.indices.contains(part) else { throw StoreError.decoding("there is no such table of figures") }
            return Tally(table: tables[part], code: try row.next(String?.self) ?? "", count: try row.next())
        }
    }
}
