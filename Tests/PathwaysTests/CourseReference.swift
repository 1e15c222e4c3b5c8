import Kernel
import Partnerships
import Pathways
import Schema
import Testing

/// The rules and code lists as a server has them: from the reference data.
enum CourseReference {
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

    static func lists() throws -> CodeLists {
        CodeLists(
            try ReferenceData.codeLists.map { source in
                CodeList(
                    name: source.list,
                    values: try source.parsed().map { row in
                        CodeValue(
                            code: row.code, label: row.label, validFrom: Day(row.validFrom),
                            validUntil: row.validUntil.flatMap { Day($0) }, note: row.note ?? "",
                            isConfirmed: source.confirmed)
                    })
            })
    }
}

/// A day that a test writes down as text.
func day(_ text: String) throws -> Day { try #require(Day(text)) }
