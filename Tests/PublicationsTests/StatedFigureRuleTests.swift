import Access
import Kernel
import Partnerships
import Reviews
import Schema
import TestSupport
import Testing

@testable import Publications

@Suite("Figures from elsewhere")
struct StatedFigureRuleTests {
    private static let source = StatedSource(title: "A review", publisher: "A council", place: "page 4", date: "2020-03")
    private static let world = TestWorld()

    static func draft(
        _ key: String, _ measure: String, _ value: Int, decimals: Int = 0, _ exactness: FigureExactness = .exactly,
        period: String = "2019", category: String = "", area: String = "", reach: FigureReach = .local, partOf: String = "",
        numerator: String = "", denominator: String = "", title: String = "A review"
    ) throws -> StatedFigureDraft {
        var source = source
        source.title = title
        return StatedFigureDraft(
            key: key, measure: measure, category: category, area: area, reach: reach, value: StatedValue(value, decimals: decimals),
            exactness: exactness, period: try #require(StatedPeriod(period)), source: source, partOf: partOf, numerator: numerator,
            denominator: denominator)
    }

    private static func detail(_ draft: StatedFigureDraft) -> StatedFigureDetail {
        StatedFigureDetail(
            id: world.world.newID(), version: 1, draft: draft, recordedAt: world.world.now(), recordedBy: "", withdrawnAt: nil,
            withdrawnReason: "")
    }

    private static func checks(_ drafts: [StatedFigureDraft]) throws -> StatedFigureChecks {
        StatedFigureChecks(
            StatedFigureShelf(figures: drafts.map(detail), settled: []), measures: try CodeLists.shipped().statedMeasures)
    }

    @Test(
        "read numbers as people write them",
        arguments: [
            ("1,253", "1,253"), ("97.7%", "97.7"), ("£85,000", "85,000"), ("8.5 million", "8.5 million"), ("£8.5m", "8.5 million"),
            ("40 million", "40 million"), ("0.050", "0.05"), ("2.40", "2.4"), ("12k", "12,000"), ("1000000", "1 million"),
            ("1,234,567", "1,234,567"),
        ])
    func numbers(typed: String, read: String) {
        #expect(StatedValue(typed)?.text == read)
    }

    @Test("refuse what is no number", arguments: ["", "many", "1.2.3", "-4", "1e9", "12.3456", "1234567890123456", ".5", "5."])
    func noNumbers(typed: String) {
        #expect(StatedValue(typed) == nil)
    }

    @Test(
        "read times as people write them, and say them so that they can be read again",
        arguments: [
            ("2019", StatedPeriod.Kind.year, "2019"), ("2019/20", .financialYear, "2019/20"), ("2019/2020", .financialYear, "2019/20"),
            ("March 2019", .month, "March 2019"), ("2019-03", .month, "March 2019"), ("mar 2019", .month, "March 2019"),
            ("January to March 2019", .quarter, "January to March 2019"), ("31 March 2019", .day, "31 March 2019"),
            ("2019-03-31", .day, "31 March 2019"), ("as at 31 March 2019", .asAt, "as at 31 March 2019"),
            ("As at  February 2018", .asAt, "as at February 2018"), ("May 2018 to April 2019", .range, "May 2018 to April 2019"),
            ("1 May 2018 to 2 June 2018", .range, "1 May 2018 to 2 June 2018"), ("April 2019 to March 2020", .financialYear, "2019/20"),
            ("", .none, ""),
        ])
    func times(typed: String, kind: StatedPeriod.Kind, entry: String) throws {
        let period = try #require(StatedPeriod(typed))
        #expect(period.kind == kind && period.entry == entry)
        #expect(StatedPeriod(period.entry) == period)
    }

    @Test(
        "refuse what is no time",
        arguments: ["yesterday", "2019/21", "31 February 2019", "March", "19", "2020 to 2019", "13 2019", "as at", "2019-13"])
    func noTimes(typed: String) {
        #expect(StatedPeriod(typed) == nil)
    }

    @Test("are not kept without a source, a number or a measure of the list, and every reason is told at once")
    func needed() throws {
        let measures = try CodeLists.shipped().statedMeasures
        let empty = StatedFigureEntry(measures: measures) { _ in "" }
        #expect(empty.draft == nil)
        #expect(Set(empty.problems.map(\.field)) == ["measure", "value", "title", "publisher", "published"])
        let fields: [StatedFigureEntry.Field: String] = [
            .measure: "people trained", .value: "1,253", .title: "A review", .publisher: "A council", .date: "March 2020",
            .category: "Level 1",
        ]
        let whole = StatedFigureEntry(measures: measures) { fields[$0] ?? "" }
        #expect(whole.problems == [] && whole.draft?.measure == "trained" && whole.draft?.key == "trained-level-1")
        let braces = StatedFigureEntry(measures: measures) { $0 == .note ? "{other}" : fields[$0] ?? "" }
        #expect(braces.problems.map(\.field) == ["note"])
    }

    @Test("that count people below five are not shown about a region or less, nor what they would follow from")
    func small() throws {
        let drafts = [
            try Self.draft("total", "arrests", 20), try Self.draft("few", "arrests", 3, category: "one town", partOf: "total"),
            try Self.draft("some", "arrests", 7, category: "another", partOf: "total"),
            try Self.draft("many", "arrests", 10, category: "a third", partOf: "total"),
            try Self.draft("share", "share", 15, numerator: "few", denominator: "total"),
            try Self.draft("national", "arrests", 3, category: "nation", reach: .nation),
            try Self.draft("meetings", "meetings", 3), try Self.draft("unheard", "no-such-measure", 2),
        ]
        let library = StatedFigureLibrary(drafts, measures: try CodeLists.shipped().statedMeasures)
        #expect(drafts.filter { library[$0.key]?.isWithheld == true }.map(\.key) == ["few", "some", "share", "unheard"])
        #expect(library["few"]?.text == "[c]")
        #expect(library.filled("{few} and {some} of {total}").text == "Fewer than 5 and a number that is not shown of 20")
    }

    @Test("do not tell two small parts by their sum: others go with them, and the total where there are no others")
    func sums() throws {
        let measures = try CodeLists.shipped().statedMeasures
        func withheld(_ total: Int, _ parts: [Int]) throws -> [String] {
            let drafts =
                [try Self.draft("total", "arrests", total)]
                + (try parts.enumerated().map { try Self.draft("part-\($0)", "arrests", $1, category: "\($0)", partOf: "total") })
            let library = StatedFigureLibrary(drafts, measures: measures)
            return drafts.map(\.key).filter { library[$0]?.isWithheld == true }
        }
        // One and one are two: whoever subtracts knows both.
        #expect(try withheld(40, [1, 1, 18, 20]) == ["part-0", "part-1", "part-2"])
        #expect(try withheld(27, [3, 4, 20]) == ["part-0", "part-1"])
        #expect(try withheld(5, [2, 3]) == ["total", "part-0", "part-1"])
        #expect(try withheld(40, [3]) == ["part-0"])
        #expect(try withheld(40, [20, 20]) == [])
    }

    @Test("stand in written text where their key is named, with a capital letter where a sentence begins")
    func written() throws {
        let drafts = [
            try Self.draft("people-trained", "trained", 1253, .moreThan), try Self.draft("money", "recovered", 85_000),
            try Self.draft("share", "share", 977, decimals: 1),
        ]
        let library = StatedFigureLibrary(drafts, measures: try CodeLists.shipped().statedMeasures)
        let filled = library.filled(
            "{people-trained} people. Then {people-trained}, {money} and {share}; {nobody} { } {Not a key}\n- {share}")
        #expect(
            filled.text
                == "More than 1,253 people. Then more than 1,253, £85,000 and 97.7%; [unknown figure: nobody] { } {Not a key}\n- 97.7%")
        #expect(filled.unknown == ["nobody"])
    }

    @Test("are found where two contradict each other, or one has two dates")
    func contradictions() throws {
        let found = try Self.checks([
            Self.draft("data-page", "visits", 98, period: "2019/20"),
            Self.draft("objective", "visits", 66, period: "April 2019 to March 2020"),
            Self.draft("at-least", "visits", 90, .atLeast, period: "2019/20"), Self.draft("other-year", "visits", 66, period: "2018/19"),
            Self.draft("foreword", "live-operations", 188, period: "as at December 2015", reach: .nation),
            Self.draft("body", "live-operations", 188, period: "as at December 2016", reach: .nation),
            Self.draft("elsewhere", "live-operations", 188, period: "as at May 2017", title: "Another review"),
        ]).findings
        let named = found.map { ($0.kind, $0.figures.map(\.draft.key).sorted()) }
        #expect(named.contains { $0 == (.contradiction, ["data-page", "objective"]) })
        #expect(named.contains { $0 == (.contradiction, ["at-least", "objective"]) })
        #expect(named.contains { $0 == (.twoDates, ["body", "foreword"]) })
        // The 66 of one year and of another stand in one source.
        #expect(named.contains { $0 == (.twoDates, ["objective", "other-year"]) })
        #expect(found.count == 4 && found.allSatisfy(\.isOpen))
    }

    @Test("are found where a time is missing, a category stands twice, a share or a sum does not follow")
    func others() throws {
        let found = try Self.checks([
            Self.draft("whole", "trained", 171), Self.draft("part-one", "trained", 101, category: "one", partOf: "whole"),
            Self.draft("part-two", "trained", 94, category: "two", partOf: "whole"),
            Self.draft("again", "trained", 94, category: "Two", partOf: ""),
            Self.draft("right", "share", 59, category: "right", numerator: "part-one", denominator: "whole"),
            Self.draft("wrong", "share", 60, category: "wrong", numerator: "part-one", denominator: "whole"),
            Self.draft("timeless", "events", 4, period: ""),
        ]).findings
        #expect(found.map(\.kind) == [.noPeriod, .twice, .wrongShare, .wrongSum])
        #expect(found[2].message.contains("60%") && found[2].message.contains("59.1%"))
        #expect(found[3].message.contains("is 171, but its 2 parts add up to 195"))
    }

    @Test("are compared with what the records count of the same days")
    func records() throws {
        let checks = try Self.checks([
            Self.draft("visits-told", "visits", 66, period: "2019/20"), Self.draft("concerns-told", "concerns", 171, period: "2019/20"),
            Self.draft("before", "concerns", 47, period: "2018/19"), Self.draft("one-town", "visits", 3, area: "Tipton"),
        ])
        let year = try #require(StatedPeriod("2019/20")?.days)
        let found = checks.besideRecords { unit, days in days == year ? (unit == .visits ? 98 : 171) : 0 }
        #expect(found.map { $0.figures[0].draft.key } == ["visits-told"])
        #expect(found[0].message.contains("the records count 98, a difference of 32"))
    }
}
