import Access
import Kernel
import Store

/// What was counted of one unit: for each table how many stand under each code, identifier or month, and how many there are
/// on each day. Empty where the record does not say.
struct UnitTally: Sendable {
    var tables: [FigureTable: [String: Int]] = [:]
    var byDay: [String: Int] = [:]
}

/// The counting itself. Every statement begins with the viewer's rows of one partnership and one period, an index leads to
/// them, and they are read once for all tables of a unit.
extension Reading {
    /// Counts one unit.
    func tally(_ unit: UnitOfCount, _ filter: FigureFilter) throws -> UnitTally {
        switch unit {
        case .concerns: try concernTally(filter)
        case .visits: try visitTally(filter)
        case .interventions: try interventionTally(filter)
        case .screened: try screeningTally(filter)
        }
    }

    private func concernTally(_ filter: FigureFilter) throws -> UnitTally {
        let columns: [Statement] = [
            "received_on", "source", "town_id", "ward_id", "location_type", "nationality", "exploitation",
        ]
        let counts = try counts(
            of: columns,
            in: """
                SELECT f.received_on, f.source, f.town_id, f.ward_id, f.location_type, f.nationality, f.exploitation
                FROM \(visible(.concernFigures)) f WHERE \(all: concernConditions(filter))
                """)
        return UnitTally(
            tables: [
                .concernsByMonth: CalendarMonth.counts(ofDays: counts[0]), .concernsBySource: counts[1],
                .concernsByTown: counts[2], .concernsByWard: counts[3], .concernsByLocationType: counts[4],
                .concernsByNationality: counts[5], .concernsByExploitationType: eachType(counts[6]),
            ], byDay: counts[0])
    }

    /// The count of each type of exploitation, from that of each set of types: a concern counts under every type it has.
    private func eachType(_ sets: [String: Int]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for (set, count) in sets {
            for type in set.split(separator: " ") { counts[String(type), default: 0] += count }
        }
        return counts
    }

    private func visitTally(_ filter: FigureFilter) throws -> UnitTally {
        let conditions = during(filter.period, "v.visited_on") + inTowns(filter, "v.town_id") + theme(filter, "v")
        let counts = try counts(
            of: ["visited_on"],
            in: "SELECT v.visited_on FROM \(visible(.visitFigures)) v WHERE \(all: conditions)")
        return UnitTally(tables: [.visitsByMonth: CalendarMonth.counts(ofDays: counts[0])], byDay: counts[0])
    }

    private func interventionTally(_ filter: FigureFilter) throws -> UnitTally {
        let conditions =
            during(filter.period, "a.visited_on") + inTowns(filter, "a.town_id") + onThemedVisit(filter, "a.visit_id")
        let counts = try counts(
            of: ["organisation_id", "visited_on"],
            in: """
                SELECT a.organisation_id, a.visited_on FROM \(visible(.attendanceFigures)) a
                WHERE a.attended = 'yes' AND \(all: conditions)
                """)
        return UnitTally(tables: [.interventionsByAgency: counts[0]], byDay: counts[1])
    }

    private func screeningTally(_ filter: FigureFilter) throws -> UnitTally {
        let conditions =
            during(filter.period, "s.visited_on") + inTowns(filter, "s.town_id") + onThemedVisit(filter, "s.visit_id")
        let counts = try counts(
            of: ["gender", "age_group", "nationality", "outcome", "visited_on"],
            in: """
                SELECT s.gender, s.age_group, s.nationality, s.outcome, s.visited_on
                FROM \(visible(.screeningFigures)) s WHERE \(all: conditions)
                """)
        return UnitTally(
            tables: [
                .screenedByGender: counts[0], .screenedByAgeGroup: counts[1], .screenedByNationality: counts[2],
                .screenedByOutcome: counts[3],
            ], byDay: counts[4])
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
        if let type = filter.exploitationType { conditions.append(hasExploitationType(type, "f")) }
        return conditions
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

    /// Concerns of this type, by the types that stand beside each.
    private func hasExploitationType(_ type: String, _ concern: Statement) -> Statement {
        "(' ' || \(concern).exploitation || ' ') LIKE \("% \(type) %")"
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
}
