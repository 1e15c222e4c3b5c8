import Kernel
import Pathways
import Schema
import Testing

/// The rules of decisions and the reporting bodies as a server has them: from the reference data.
enum PathwayReference {
    static func bodies() throws -> ReportingBodies {
        ReportingBodies(
            try ReferenceData.reportingBodies.map { row in
                ReportingBodies.Row(
                    kind: row.kind, nameKey: row.name.map { FoldedText($0).key } ?? "",
                    nations: Set(row.nations.compactMap(Nation.init)),
                    body: ReportingBody(
                        refersAdults: row.refersAdults, refersChildren: row.refersChildren, hasDuty: row.hasDuty,
                        isConfirmed: row.confirmed),
                    validity: Period(from: Day(row.validFrom), to: row.validUntil.flatMap { Day($0) }))
            })
    }

    static func rules() throws -> CourseRules {
        CourseRules(
            try ReferenceData.decisionRules.map { row in
                CourseRules.Rule(
                    name: try #require(CourseRules.Name(rawValue: row.rule)),
                    nations: Set(try row.nations.map { try #require(Nation(rawValue: $0)) }), number: row.number,
                    unit: try #require(CourseRules.Unit(rawValue: row.unit)),
                    validity: Period(from: Day(row.validFrom), to: row.validUntil.flatMap { Day($0) }), source: row.source,
                    isConfirmed: row.confirmed)
            }, calendar: WorkingCalendar(holidays: try ReferenceData.bankHolidays.map { try #require(Day($0.day)) }))
    }
}

/// A day that a test writes down as text.
func day(_ text: String) throws -> Day { try #require(Day(text)) }
