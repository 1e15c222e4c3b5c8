import Foundation
import Testing

@testable import Kernel

@Suite("Days, moments and periods")
struct TimeTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test("every day of five centuries has its own text and is read back")
    func everyDay() {
        var expected = -135_140
        for year in 1600...2100 {
            for month in 1...12 {
                for number in 1...Day.length(ofMonth: month, year: year) {
                    guard let day = Day(year: year, month: month, day: number) else {
                        Issue.record("\(year)-\(month)-\(number) is missing")
                        return
                    }
                    if day.number != expected || day.parts != (year, month, number) || Day(day.iso) != day {
                        Issue.record("\(year)-\(month)-\(number) is \(day.number), wanted \(expected)")
                        return
                    }
                    expected += 1
                }
            }
        }
    }

    @Test(
        "leap years have a 29 February",
        arguments: [
            ("2020-02-29", true), ("2019-02-29", false), ("2000-02-29", true), ("1900-02-29", false),
            ("2400-02-29", true),
        ])
    func leapYears(text: String, exists: Bool) {
        #expect((Day(text) != nil) == exists)
    }

    @Test(
        "what is no date like 2019-04-08 is refused",
        arguments: [
            "", "2019-4-8", "08/04/2019", "2019-13-01", "2019-00-01", "2019-04-31", "2019-04-00", "2019-04-08T00:00",
            "２０１９-04-08", "2019-04-0x", "+019-04-08", "0019-04-08", "2019/04/08", " 2019-04-08",
        ])
    func badDates(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("a day knows its weekday, its texts and its neighbours")
    func texts() throws {
        let day = try day("2020-02-08")
        #expect(day.weekday == 6)
        #expect(try self.day("1970-01-01").weekday == 4)
        #expect(try self.day("1969-12-28").weekday == 7)
        #expect(day.text == "8 February 2020")
        #expect(day.isoMonth == "2020-02")
        #expect(day.adding(days: 22).iso == "2020-03-01")
        #expect(day.adding(days: -39).iso == "2019-12-31")
        #expect(try day < self.day("2020-02-09"))
    }

    @Test("a day goes through JSON as its text, and a wrong text is refused")
    func json() throws {
        let day = try day("2020-02-08")
        let bytes = try JSONEncoder().encode([day])
        #expect(String(decoding: bytes, as: UTF8.self) == "[\"2020-02-08\"]")
        #expect(try JSONDecoder().decode([Day].self, from: bytes) == [day])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Day].self, from: Data("[\"2020-02-30\"]".utf8))
        }
    }

    @Test(
        "a wall clock in the United Kingdom is one hour ahead of UTC in summer",
        arguments: [
            ("2020-01-15", 12, 0, "2020-01-15T12:00:00Z"), ("2020-07-15", 12, 0, "2020-07-15T11:00:00Z"),
            ("2020-03-29", 0, 30, "2020-03-29T00:30:00Z"), ("2020-03-29", 2, 30, "2020-03-29T01:30:00Z"),
            ("2020-10-25", 0, 30, "2020-10-24T23:30:00Z"), ("2020-10-25", 3, 0, "2020-10-25T03:00:00Z"),
            ("2019-04-01", 0, 0, "2019-03-31T23:00:00Z"), ("2019-12-31", 23, 59, "2019-12-31T23:59:00Z"),
        ])
    func summerTime(date: String, hour: Int, minute: Int, utc: String) throws {
        let moment = Moment(day: try day(date), hour: hour, minute: minute)
        #expect(moment.rfc3339 == utc)
        #expect(moment.day.iso == date)
        #expect(moment.clock == (hour, minute))
    }

    @Test("an hour that is skipped in spring is taken as one that exists")
    func skippedHour() throws {
        let moment = Moment(day: try day("2020-03-29"), hour: 1, minute: 30)
        #expect(["2020-03-29T00:30:00Z", "2020-03-29T01:30:00Z"].contains(moment.rfc3339))
    }

    @Test("moments before 1970 are told right")
    func beforeTheEpoch() {
        let moment = Moment(microseconds: -1)
        #expect(moment.rfc3339 == "1969-12-31T23:59:59Z")
        #expect(moment < Moment(microseconds: 0))
    }

    @Test("a moment is written with its wall clock, and spans are counted in seconds")
    func momentTexts() throws {
        let moment = Moment(day: try day("2020-02-08"), hour: 9, minute: 5)
        #expect(moment.text == "8 February 2020 at 09:05")
        #expect(moment.adding(hours: 1).seconds(since: moment) == 3600)
        #expect(moment.seconds(since: moment.adding(days: 1)) == -86_400)
    }

    @Test("a period holds both its ends, and an open end holds everything")
    func periods() throws {
        let period = Period(from: try day("2019-04-01"), to: try day("2020-03-31"))
        #expect(period.contains(try day("2019-04-01")))
        #expect(period.contains(try day("2020-03-31")))
        #expect(!period.contains(try day("2019-03-31")))
        #expect(!period.contains(try day("2020-04-01")))
        #expect(Period.everything.contains(try day("1600-01-01")))
        #expect(Period(from: try day("2019-04-01")).contains(try day("2999-01-01")))
        #expect(!Period(to: try day("2019-04-01")).contains(try day("2019-04-02")))
        #expect(period.text == "1 April 2019 to 31 March 2020")
        #expect(Period(from: try day("2019-04-01")).text == "from 1 April 2019")
        #expect(Period(to: try day("2019-04-01")).text == "until 1 April 2019")
        #expect(Period.everything.text == "everything recorded")
    }

    @Test(
        "a financial year runs from 1 April to 31 March",
        arguments: [
            ("2019-04-01", "2019-04-01", "2020-03-31"), ("2020-03-31", "2019-04-01", "2020-03-31"),
            ("2020-04-01", "2020-04-01", "2021-03-31"), ("2020-01-01", "2019-04-01", "2020-03-31"),
        ])
    func financialYears(date: String, from: String, to: String) throws {
        let period = Period.financialYear(containing: try day(date))
        #expect(period.from?.iso == from)
        #expect(period.to?.iso == to)
    }
}
