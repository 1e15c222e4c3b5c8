import Foundation
import FoundationXML
import Testing

@testable import Documents

@Suite("A drawing")
struct DrawingTests {
    @Test("has a bar for each number, as long as the number is great, and none for what is withheld")
    func bars() {
        let drawing = ChartDrawing(Sample.chart).svg()
        #expect(drawing.components(separatedBy: "<rect").count == 2)
        #expect(drawing.contains(">1,253</text>") && drawing.contains(">[c]</text>"))
        #expect(XMLParser(data: Data(ChartDrawing(Sample.chart).file())).parse())
    }

    @Test("has a column for each number but nought, with the year below the month")
    func columns() {
        let drawing = ChartDrawing(Sample.months).svg()
        #expect(drawing.components(separatedBy: "<rect").count == 2)
        #expect(drawing.contains(">0</text>") && drawing.contains(">2030</text>") && drawing.contains(">April</text>"))
    }

    @Test("of an infographic says in words all that it shows")
    func infographic() {
        let sheet = Infographic(
            publisher: "Northmoor partnership", title: "What we found", period: "2030",
            headlines: [Headline(MarkedFigure(.number(1_260)), unit: "concerns")],
            charts: [Sample.chart], advice: ["In danger now? Call 999."], foot: "Counted from the records.")
        let file = String(decoding: InfographicDrawing(sheet).file(), as: UTF8.self)
        #expect(XMLParser(data: Data(file.utf8)).parse())
        for words in ["1,260", "Ferrowick", "1,253", "[c]", "Call 999", "Counted from the records."] {
            #expect(sheet.text().contains(words) && file.components(separatedBy: words).count > 2, "\(words)")
        }
    }
}
