import Kernel
import Testing

@testable import Pathways

@Suite("The clocks of a referral")
struct ClockTests {
    @Test(
        "count working days over weekends and bank holidays",
        arguments: [
            // Sent on a Monday, a Friday, a Saturday and a Sunday.
            ("2020-02-03", "2020-02-10"), ("2020-02-07", "2020-02-14"), ("2020-02-08", "2020-02-14"),
            ("2020-02-09", "2020-02-14"),
            // Good Friday and Easter Monday; Christmas; New Year on a Sunday, kept on the Monday; the funeral of 2022.
            ("2020-04-08", "2020-04-17"), ("2019-12-23", "2020-01-02"), ("2022-12-30", "2023-01-09"),
            ("2022-09-16", "2022-09-26"),
        ])
    func reasonableGrounds(start: String, due: String) throws {
        let clock = try PathwayReference.rules().clock(.reasonableGrounds, in: .england, from: try day(start))
        #expect(clock?.due.iso == due)
    }

    @Test("never end on a day of rest, never run backwards, and count back to what they counted")
    func properties() throws {
        let calendar = try PathwayReference.rules().calendar
        let first = try day("2018-01-01")
        var before: Day?
        for offset in 0..<3600 {
            let start = first.adding(days: offset)
            let due = calendar.day(after: start, workingDays: 5)
            #expect(calendar.isWorkingDay(due), "\(start)")
            #expect(calendar.workingDays(from: start, to: due) == 5, "\(start)")
            #expect(calendar.workingDays(from: due, to: start) == -5, "\(start)")
            if let before { #expect(before <= due, "\(start)") }
            before = due
        }
        #expect(calendar.day(after: first, workingDays: 0) == first)
    }

    @Test("say how far the bank holidays are known")
    func known() throws {
        #expect(try PathwayReference.rules().calendar.knownUntil?.iso == "2027-12-31")
        #expect(WorkingCalendar(holidays: []).knownUntil == nil)
    }

    @Test(
        "of the recovery period follow the nation and the day of the decision",
        arguments: [
            (Nation.england, "2023-01-29", "2023-03-15"), (.england, "2023-01-30", "2023-03-01"),
            (.wales, "2024-02-01", "2024-03-02"), (.northernIreland, "2023-01-29", "2023-03-15"),
            (.northernIreland, "2024-02-01", "2024-03-02"), (.scotland, "2024-02-01", "2024-05-01"),
            (.scotland, "2023-01-29", "2023-04-29"), (.scotland, "2018-03-31", "2018-05-15"),
        ])
    func recovery(nation: Nation, positive: String, end: String) throws {
        let clock = try PathwayReference.rules().clock(.recovery, in: nation, from: try day(positive))
        #expect(clock?.due.iso == end)
    }

    @Test("of a decision before which none is made bind the competent authorities in Scotland too")
    func conclusive() throws {
        let rules = try PathwayReference.rules()
        for nation in Nation.allCases {
            #expect(rules.clock(.conclusiveGrounds, in: nation, from: try day("2024-02-01"))?.due.iso == "2024-03-02")
        }
    }

    @Test("are the other spans, where they hold")
    func others() throws {
        let rules = try PathwayReference.rules()
        #expect(rules.clock(.reconsideration, in: .england, from: try day("2024-03-01"))?.due.iso == "2024-03-31")
        // Before 2024 nothing limited it.
        #expect(rules.clock(.reconsideration, in: .england, from: try day("2023-03-01")) == nil)
        #expect(rules.clock(.panel, in: .wales, from: try day("2024-03-01"))?.due.iso == "2024-04-15")
        #expect(rules.clock(.panel, in: .northernIreland, from: try day("2024-03-01")) == nil)
        #expect(rules.clock(.supportAfterNegative, in: .england, from: try day("2024-03-01"))?.due.iso == "2024-03-14")
        // In hours: it needs moments.
        #expect(rules.clock(.crimeRecording, in: .england, from: try day("2024-03-01")) == nil)
        #expect(rules.rule(.crimeRecording, in: .england, on: try day("2024-03-01"))?.span == "24 hours")
        #expect(rules.rule(.panelAge, in: .england, on: try day("2024-03-01"))?.number == 100)
    }

    @Test("have at most one rule on any day in any nation, and say where each comes from")
    func oneRule() throws {
        let rules = try PathwayReference.rules()
        for name in CourseRules.Name.allCases {
            for nation in Nation.allCases {
                for offset in stride(from: 0, to: 4200, by: 1) {
                    let on = try day("2015-07-31").adding(days: offset)
                    let found = rules.all(name, in: nation, on: on)
                    #expect(found.count <= 1, "\(name) in \(nation) on \(on)")
                    #expect(found.allSatisfy { !$0.source.isEmpty })
                }
            }
        }
    }

    @Test(
        "say in words how long is left",
        arguments: [
            ("2020-02-03", "5 working days left"), ("2020-02-09", "1 working day left"), ("2020-02-10", "due today"),
            ("2020-02-11", "1 working day late"), ("2020-02-17", "5 working days late"),
        ])
    func words(today: String, words: String) throws {
        let rules = try PathwayReference.rules()
        let clock = try #require(rules.clock(.reasonableGrounds, in: .england, from: try day("2020-02-03")))
        #expect(clock.words(on: try day(today), calendar: rules.calendar) == words)
        #expect(clock.isOver(on: try day(today)) == words.hasSuffix("late"))
    }
}
