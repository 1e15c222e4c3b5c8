/// Draws an infographic as SVG in the shape of a sheet of A4.
package struct InfographicDrawing: Sendable {
    private let sheet: Infographic
    private let width = 1240
    private let height = 1754
    private let margin = 84

    package init(_ sheet: Infographic) {
        self.sheet = sheet
    }

    /// The drawing as a file; all that it says is also in its description.
    package func file() -> [UInt8] { Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(svg)\n".utf8) }

    /// A page that is the sheet and nothing else, to be printed on A4 or larger.
    package func poster() -> [UInt8] {
        var writer = XMLWriter()
        writer.markup("<!DOCTYPE html>\n")
        writer.element("html", ["lang": "en-GB"]) { writer in
            writer.element("head") { writer in
                writer.markup("<meta charset=\"utf-8\">")
                writer.element("title", words: "\(sheet.title), \(sheet.period), \(sheet.publisher)")
                writer.element(
                    "style", words: "@page{size:A4;margin:0}html,body{margin:0}svg{display:block;width:210mm;height:297mm}")
            }
            writer.element("body") { $0.markup(svg) }
        }
        return Array(writer.text.utf8)
    }

    private var svg: String {
        var writer = XMLWriter()
        writer.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)", "width": "\(width)",
                "height": "\(height)", "role": "img", "aria-labelledby": "title description", "xml:lang": "en-GB",
                "font-family": ChartDrawing.fonts,
            ]
        ) { writer in
            writer.element("title", ["id": "title"], words: "\(sheet.title), \(sheet.period), \(sheet.publisher)")
            writer.element("desc", ["id": "description"], words: sheet.text())
            writer.empty("rect", ["width": "\(width)", "height": "\(height)", "fill": "#ffffff"])
            head(&writer)
            headlines(&writer)
            charts(&writer)
            foot(&writer)
        }
        return writer.text
    }

    private func head(_ writer: inout XMLWriter) {
        writer.empty("rect", ["width": "\(width)", "height": "320", "fill": "#07404a"])
        words(sheet.publisher, 96, size: 27, weight: "600", fill: "#cfe7ea", &writer)
        for (line, text) in InfographicDrawing.lines(sheet.title, most: 40).prefix(2).enumerated() {
            words(text, 176 + line * 64, size: 58, weight: "700", fill: "#ffffff", &writer)
        }
        words(sheet.period, 284, size: 29, weight: "400", fill: "#cfe7ea", &writer)
    }

    private func headlines(_ writer: inout XMLWriter) {
        let shown = sheet.headlines.prefix(4)
        let step = (width - 2 * margin + 36) / max(1, shown.count)
        for (place, headline) in shown.enumerated() {
            let left = margin + place * step
            writer.empty("rect", ["x": "\(left)", "y": "380", "width": "\(step - 36)", "height": "6", "fill": "#0b5560"])
            let figure = headline.figure.value.text
            // Five characters fill a quarter of the sheet; longer ones, such as an amount of money, stand smaller.
            words(figure, 478, left: left, size: 84 * 5 / max(5, figure.count), weight: "700", fill: "#07404a", &writer)
            let unit = InfographicDrawing.lines(headline.unit, most: 18).prefix(3)
            for (line, text) in unit.enumerated() {
                words(text, 520 + line * 30, left: left, size: 24, weight: "600", fill: ChartDrawing.Ink.text, &writer)
            }
            for (line, text) in InfographicDrawing.lines(headline.detail, most: 24).prefix(2).enumerated() {
                words(
                    text, 522 + (unit.count + line) * 28, left: left, size: 20, weight: "400", fill: ChartDrawing.Ink.soft, &writer)
            }
        }
    }

    /// Where the charts begin and end.
    private var room: ClosedRange<Int> { (sheet.headlines.isEmpty ? 400 : 690)...(height - 300) }

    private func charts(_ writer: inout XMLWriter) {
        let shown = Array(sheet.charts.prefix(3))
        let rows = shown.filter { $0.shape == .bars }.map(\.bars.count).reduce(0, +)
        let columns = shown.count { $0.shape == .columns }
        let free = room.upperBound - room.lowerBound - shown.count * 118 + 62
        // Where the charts are long, the rows stand closer; columns take what rows leave.
        let tall = columns == 0 ? 0 : min(300, max(190, (free - rows * 26) / columns))
        let row = min(46, max(24, (free - columns * tall) / max(1, rows)))
        var top = room.lowerBound
        for chart in shown {
            words(chart.title, top, size: 32, weight: "700", fill: "#07404a", &writer)
            words(chart.unit, top + 32, size: 19, weight: "400", fill: ChartDrawing.Ink.soft, &writer)
            top += 56
            switch chart.shape {
            case .bars:
                bars(chart, top, row, &writer)
                top += row * chart.bars.count
            case .columns:
                upright(chart, top, tall - 24, &writer)
                top += tall
            }
            top += 62
        }
    }

    private func bars(_ chart: Chart, _ first: Int, _ row: Int, _ writer: inout XMLWriter) {
        let greatest = max(1, chart.bars.compactMap(\.figure.value.number).max() ?? 1)
        let left = margin + 300
        let size = min(23, row - 6)
        for (place, bar) in chart.bars.enumerated() {
            let top = first + place * row
            let thick = row - row / 4
            let line = top + 2 + thick / 2 + size * 36 / 100
            words(bar.label, line, size: size, weight: "400", fill: ChartDrawing.Ink.text, &writer)
            var end = left
            if let number = bar.figure.value.number, number > 0 {
                let length = max(3, number * (width - margin - left - 110) / greatest)
                writer.empty(
                    "rect",
                    [
                        "x": "\(left)", "y": "\(top + 2)", "width": "\(length)", "height": "\(thick)", "rx": "2",
                        "fill": bar.isRemainder ? ChartDrawing.Ink.barSoft : ChartDrawing.Ink.bar,
                    ])
                end += length
            }
            words(
                bar.figure.text, line, left: end + 12, size: size + 1, weight: "600", fill: ChartDrawing.Ink.text, &writer)
        }
    }

    /// Stretches of time as columns, each with its number above and its name on two lines below.
    private func upright(_ chart: Chart, _ top: Int, _ tall: Int, _ writer: inout XMLWriter) {
        let greatest = max(1, chart.bars.compactMap(\.figure.value.number).max() ?? 1)
        let step = (width - 2 * margin) / max(1, chart.bars.count)
        let ground = top + tall - 44
        for (place, bar) in chart.bars.enumerated() {
            let left = margin + place * step
            var high = 0
            if let number = bar.figure.value.number, number > 0 {
                high = max(3, number * (tall - 74) / greatest)
                writer.empty(
                    "rect",
                    [
                        "x": "\(left)", "y": "\(ground - high)", "width": "\(step * 7 / 10)", "height": "\(high)", "rx": "2",
                        "fill": ChartDrawing.Ink.bar,
                    ])
            }
            words(
                bar.figure.text, ground - high - 8, left: left, size: 22, weight: "600", fill: ChartDrawing.Ink.text, &writer)
            for (line, text) in ChartDrawing.lines(bar.label, narrow: step < 160).enumerated() {
                words(text, ground + 22 + line * 20, left: left, size: 17, weight: "400", fill: ChartDrawing.Ink.soft, &writer)
            }
        }
        writer.empty(
            "path", ["d": "M\(margin) \(ground)H\(width - margin)", "stroke": ChartDrawing.Ink.line, "stroke-width": "1"])
    }

    private func foot(_ writer: inout XMLWriter) {
        writer.empty(
            "rect", ["y": "\(height - 260)", "width": "\(width)", "height": "260", "fill": "#e2f0f1"])
        var top = height - 204
        for advice in sheet.advice.prefix(3) {
            words(advice, top, size: 25, weight: "600", fill: "#07404a", &writer)
            top += 38
        }
        for line in InfographicDrawing.lines(sheet.foot, most: 112).prefix(3) {
            words(line, top + 10, size: 18, weight: "400", fill: ChartDrawing.Ink.soft, &writer)
            top += 26
        }
    }

    private func words(
        _ words: String, _ top: Int, left: Int? = nil, size: Int, weight: String, fill: String, _ writer: inout XMLWriter
    ) {
        guard !words.isEmpty else { return }
        writer.element(
            "text",
            ["x": "\(left ?? margin)", "y": "\(top)", "font-size": "\(size)", "font-weight": weight, "fill": fill], words: words)
    }

    /// Words on lines of about so many letters.
    static func lines(_ words: String, most: Int) -> [String] {
        var lines: [String] = []
        for word in words.split(separator: " ") {
            if let last = lines.last, last.count + word.count < most {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
