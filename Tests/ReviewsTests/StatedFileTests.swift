import Kernel
import Testing

@testable import Reviews

@Suite("The figures of a document as a file")
struct StatedFileTests {
    private let units = Counted.allCases.map(\.heading)
    private let characteristics = ["Town", "Source", "Type of exploitation", "Age group", "Gender", "Age", "Nationality"]

    private func reading(_ text: String) -> Outcome<[StatedCounts]> {
        StatedFile.reading(Array(text.utf8), units: units, characteristics: characteristics)
    }

    /// Every figure by what it is of.
    private func figures(_ stated: [StatedCounts]) -> Set<String> {
        Set(
            stated.flatMap { counts in
                (counts.rows + (counts.total.map { [$0] } ?? [])).map { row in
                    [
                        counts.counts, row.days.text, counts.within.map(\.text).joined(), row.label?.dimension ?? "", row.label?.text ?? "",
                        row.value.map(String.init) ?? "[c]",
                    ].joined(separator: "/")
                }
            })
    }

    @Test("holds every figure of a review, and gives them back")
    func roundTrip() throws {
        let stated = Review(.local, InventedYear.figures()).statedCounts
        let file = StatedFile.csv(stated)
        let text = String(decoding: file, as: UTF8.self)
        #expect(text.hasPrefix("table,what is counted,from,to,within,within category,beside,characteristic,category,value\r\n"))
        #expect(text.contains("Concerns by town,Concerns raised,2030-04-01,2031-03-31,,,,Town,Ferrowick,150\r\n"))
        #expect(text.contains("[c]"))
        let outcome = reading(text)
        let read = try #require(outcome.result, "\(outcome.problems)")
        #expect(figures(read) == figures(stated))
    }

    @Test("names every row and column that is wrong, and takes nothing then")
    func wrong() {
        let text = """
            table,what is counted,from,to,characteristic,category,value
            Towns,Concerns raised,2019-04-01,2020-03-31,Town,Oldbury,forty
            Towns,Sightings,2019-04-01,2020-03-31,Town,Tipton,19
            Towns,Concerns raised,1 April,2020-03-31,Town,Tipton,19
            Towns,Concerns raised,2020-04-01,2020-03-31,Colour,Red,-1
            ,Concerns raised,2019-04-01,2020-03-31,Town,Total,7
            """
        #expect(
            Set(reading(text).problems.map(\.field)) == [
                "row 2, column value", "row 3, column what is counted", "row 4, column from", "row 5, column to",
                "row 5, column characteristic", "row 5, column value", "row 6, column category", "row 6, column table",
            ])
        #expect(reading("table,value\n").problems.first?.message.contains("what is counted") == true)
        #expect(reading("").problems.count == 1)
        #expect(
            reading("table,what is counted,from,to,characteristic,category,value\n").problems.first?.message == "The file has no figure")
    }

    @Test("says where a total is not the sum of its rows, and where a figure stands twice")
    func sums() {
        let text = """
            table,what is counted,from,to,characteristic,category,value
            Towns,Concerns raised,2019-04-01,2020-03-31,Town,Oldbury,40
            Towns,Concerns raised,2019-04-01,2020-03-31,Town,Tipton,19
            Towns,Concerns raised,2019-04-01,2020-03-31,,,60
            Sources,Concerns raised,2019-04-01,2020-03-31,Source,Police,"1,200"
            Sources,Concerns raised,2019-04-01,2020-03-31,Source,Police,1200
            """
        let problems = reading(text).problems
        #expect(problems.map(\.field) == ["row 4, column value", "row 6, column value"])
        #expect(problems.first?.message.contains("add up to 59, and its total is 60") == true)
    }
}
