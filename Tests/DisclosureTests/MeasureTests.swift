import Testing

@testable import Disclosure

@Suite("Measures")
struct MeasureTests {
    @Test("of one unit add up, and say what they count")
    func addition() throws {
        let sum = try Count<People>(261) + Count<People>(145)
        #expect(sum.description == "406 people")
        let (few, many) = (try Count<Visits>(66), try Count<Visits>(98))
        #expect(few < many)
        #expect(throws: DisclosureProblem.self) { try Count<Concerns>(-1) }
    }

    @Test("have Byar's limits: those of Breslow and Day for 10 and 100, and the exact ones to a hundredth")
    func limits() {
        // The exact Poisson limits of 10 are 4.80 and 18.39, of 100 they are 81.36 and 121.63.
        let ten = CrudeRate.limits(of: 10)
        #expect(abs(ten.lower - 4.79) < 0.01 && abs(ten.upper - 18.39) < 0.01)
        let hundred = CrudeRate.limits(of: 100)
        #expect(abs(hundred.lower - 81.36) < 0.02 && abs(hundred.upper - 121.63) < 0.02)
        #expect(CrudeRate.limits(of: 0).lower == 0)
    }

    @Test("become rates per 100,000 from ten on, marked as unreliable below twenty")
    func rates() throws {
        let rate = try #require(CrudeRate(try Count<Referrals>(50), population: 200_000))
        #expect(rate.perHundredThousand == 25)
        #expect(abs(rate.lower - 18.55) < 0.01 && abs(rate.upper - 32.96) < 0.01)
        #expect(!rate.isUnreliable)
        #expect(CrudeRate(try Count<Referrals>(12), population: 100_000)?.isUnreliable == true)
        #expect(CrudeRate(try Count<Referrals>(9), population: 100_000) == nil)
        #expect(CrudeRate(try Count<Referrals>(90), population: 0) == nil)
    }

    @Test("are of periods of every kind, said as they are said in the field")
    func periods() throws {
        let quarter = try #require(ReportingPeriod(.calendarQuarter(1), beginning: 2026))
        #expect(quarter.label == "January to March 2026" && quarter.days == ("2026-01-01", "2026-03-31"))
        let financial = try #require(ReportingPeriod(.financialYear, beginning: 2019))
        #expect(financial.label == "April 2019 to March 2020" && financial.days == ("2019-04-01", "2020-03-31"))
        let academic = try #require(ReportingPeriod(.academicYear, beginning: 2018))
        #expect(academic.label == "September 2018 to August 2019")
        let own = try #require(ReportingPeriod(.twelveMonths(fromMonth: 3), beginning: 2019))
        #expect(own.days == ("2019-03-01", "2020-02-29"))
        #expect(try #require(ReportingPeriod(.calendarYear, beginning: 2017)).label == "2017")
        #expect(ReportingPeriod(.calendarQuarter(5), beginning: 2017) == nil)
        #expect(ReportingPeriod(.twelveMonths(fromMonth: 0), beginning: 2017) == nil)
    }
}
