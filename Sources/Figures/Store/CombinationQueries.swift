import Access
import Kernel
import Reviews
import Store

extension Reading {
    /// How many of the viewer's records have all of these facts, counted up to a limit.
    func fitting(_ facts: [NamedFact], in population: RareCombination.Population, during period: Period, limit: Int) throws -> Int {
        func counted(_ rows: Statement) throws -> Int {
            try value("SELECT COUNT(*) FROM (SELECT 1 AS one FROM \(rows) LIMIT \(limit)) found", as: Int.self) ?? 0
        }
        switch population {
        case .concerns:
            let conditions = during(period, "f.received_on") + facts.map { fact -> Statement in placeCondition(fact, "f", concern: "f.id") }
            return try counted("\(visible(.concernFigures)) f WHERE \(all: conditions)")
        case .screened:
            let ofPerson = facts.filter { Reading.columnsOfPeople[$0.characteristic] != nil }
            let ofVisit = facts.filter { Reading.columnsOfPeople[$0.characteristic] == nil }
            var conditions = during(period, "s.visited_on") + ofPerson.map { personCondition($0, "s") }
            if !ofVisit.isEmpty {
                let visits = ofVisit.map { placeCondition($0, "w", concern: "w.concern_id") }
                conditions.append(
                    """
                    s.visit_id IN (WITH such_visits AS MATERIALIZED (
                        SELECT w.id FROM \(visible(.visitFigures)) w WHERE \(all: visits)) SELECT id FROM such_visits)
                    """)
            }
            return try counted("\(visible(.screeningFigures)) s WHERE \(all: conditions)")
        case .referred:
            let conditions =
                during(period, "r.submitted_on")
                + facts.map { fact -> Statement in
                    fact.characteristic == .ageGroup ? "r.child_at_exploitation = 'yes'" : personCondition(fact, "r")
                }
            return try counted(
                "(SELECT DISTINCT r.victim_id FROM \(visible(.referralFigures)) r WHERE \(all: conditions)) people")
        }
    }

    private static let columnsOfPeople: [NamedFact.Characteristic: Statement] = [
        .nationality: "nationality", .gender: "gender", .ageGroup: "age_group",
    ]

    private func personCondition(_ fact: NamedFact, _ row: Statement) -> Statement {
        "\(row).\(Reading.columnsOfPeople[fact.characteristic] ?? "nationality") = \(fact.code)"
    }

    /// A concern, or a visit because of it, of this kind.
    private func placeCondition(_ fact: NamedFact, _ row: Statement, concern: Statement) -> Statement {
        switch fact.characteristic {
        case .locationType: "\(row).location_type = \(fact.code)"
        case .exploitationType:
            // Gathered once, as wherever figures are of one type.
            """
            \(concern) IN (WITH themed AS MATERIALIZED (
                SELECT x.concern_id FROM \(visible(.exploitationFigures)) x WHERE x.exploitation_type = \(fact.code))
                SELECT concern_id FROM themed)
            """
        default: personCondition(fact, row)
        }
    }
}
