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
    package func file() -> [UInt8] {
        var writer = XMLWriter()
        writer.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
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
        writer.markup("\n")
        return Array(writer.text.utf8)
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

    private func charts(_ writer: inout XMLWriter) {
        let shown = Array(sheet.charts.prefix(3))
        let rows = shown.map { min(7, $0.bars.count) }.reduce(0, +)
        // Where the charts are long, the rows stand closer.
        let row = min(46, max(30, (770 - shown.count * 104) / max(1, rows)))
        var top = 690
        for chart in shown {
            words(chart.title, top, size: 32, weight: "700", fill: "#07404a", &writer)
            words(chart.unit, top + 32, size: 19, weight: "400", fill: ChartDrawing.Ink.soft, &writer)
            top += 56
            let bars = chart.bars.prefix(7)
            let greatest = max(1, bars.compactMap(\.figure.value.number).max() ?? 1)
            let left = margin + 300
            for bar in bars {
                words(bar.label, top + row * 6 / 10, size: 23, weight: "400", fill: ChartDrawing.Ink.text, &writer)
                var end = left
                if let number = bar.figure.value.number, number > 0 {
                    let length = max(3, number * (width - margin - left - 110) / greatest)
                    writer.empty(
                        "rect",
                        [
                            "x": "\(left)", "y": "\(top + 2)", "width": "\(length)", "height": "\(row - 12)", "rx": "2",
                            "fill": bar.isRemainder ? ChartDrawing.Ink.barSoft : ChartDrawing.Ink.bar,
                        ])
                    end += length
                }
                words(
                    bar.figure.text, top + row * 6 / 10, left: end + 12, size: 24, weight: "600", fill: ChartDrawing.Ink.text, &writer)
                top += row
            }
            top += 62
        }
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
