/// Draws a chart as SVG: one hue, the number written at each bar, no grid and no legend.
package struct ChartDrawing: Sendable {
    /// The colours of the look. All text is at least 5.5:1 on white.
    enum Ink {
        static let text = "#14212b"
        static let soft = "#4a5a66"
        static let bar = "#0b7285"
        static let barSoft = "#9fd0d6"
        static let line = "#c8d1d6"
    }

    static let fonts = "'Inter', 'Source Sans 3', 'Open Sans', 'Noto Sans', 'Liberation Sans', Arial, sans-serif"

    private let chart: Chart
    /// Drawn for a screen as narrow as a telephone's: each name above its bar, stretches of time one below the other.
    private let isNarrow: Bool
    private var width: Int { isNarrow ? 290 : 640 }

    package init(_ chart: Chart, isNarrow: Bool = false) {
        self.chart = chart
        self.isNarrow = isNarrow
    }

    /// The drawing with its title and its words, as an element that can stand in a page.
    package func svg() -> String {
        if isNarrow { return stack() }
        return switch chart.shape {
        case .bars: bars()
        case .columns: columns()
        }
    }

    /// The drawing as a file of its own.
    package func file() -> [UInt8] { Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8) + Array("\n\(svg())\n".utf8) }

    /// Height and width, for whoever has to give the drawing room.
    var size: (width: Int, height: Int) {
        if isNarrow { return (width, chart.bars.count * 42 + 4) }
        return switch chart.shape {
        case .bars: (width, chart.bars.count * 23 + 6)
        case .columns: (width, 196)
        }
    }

    private var greatest: Int { max(1, chart.bars.compactMap(\.figure.value.number).max() ?? 1) }

    private func drawing(_ content: (inout XMLWriter) -> Void) -> String {
        var writer = XMLWriter()
        let (width, height) = size
        writer.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)", "width": "\(width)",
                "height": "\(height)", "class": isNarrow ? "narrow" : nil, "role": "img", "aria-label": chart.words,
                "font-family": ChartDrawing.fonts, "font-size": isNarrow ? "15" : "13",
            ]
        ) { writer in
            writer.element("title", words: chart.words)
            content(&writer)
        }
        return writer.text
    }

    private func stack() -> String {
        let room = width - 74
        return drawing { writer in
            for (place, bar) in chart.bars.enumerated() {
                let top = place * 42 + 2
                writer.element("text", ["x": "0", "y": "\(top + 14)", "fill": Ink.text], words: bar.label)
                var end = 0
                if let number = bar.figure.value.number, number > 0 {
                    end = max(2, number * room / greatest)
                    writer.empty(
                        "rect",
                        [
                            "x": "0", "y": "\(top + 20)", "width": "\(end)", "height": "15", "rx": "1.5",
                            "fill": bar.isRemainder ? Ink.barSoft : Ink.bar,
                        ])
                }
                writer.element(
                    "text",
                    [
                        "x": "\(end > 0 ? end + 7 : 0)", "y": "\(top + 33)", "font-weight": bar.figure.value.number == nil ? "400" : "600",
                        "fill": bar.figure.value.number == nil ? Ink.soft : Ink.text,
                    ], words: bar.figure.text)
            }
        }
    }

    private func bars() -> String {
        let longest = chart.bars.map(\.label.count).max() ?? 0
        let left = min(250, max(96, longest * 7 + 14))
        let room = width - left - 70
        return drawing { writer in
            writer.empty("path", ["d": "M\(left) 1V\(size.height - 3)", "stroke": Ink.line, "stroke-width": "1"])
            for (place, bar) in chart.bars.enumerated() {
                let top = place * 23 + 4
                writer.element("text", ["x": "0", "y": "\(top + 13)", "fill": Ink.text], words: bar.label)
                var end = left + 1
                if let number = bar.figure.value.number, number > 0 {
                    let length = max(2, number * room / greatest)
                    writer.empty(
                        "rect",
                        [
                            "x": "\(left + 1)", "y": "\(top)", "width": "\(length)", "height": "17", "rx": "1.5",
                            "fill": bar.isRemainder ? Ink.barSoft : Ink.bar,
                        ])
                    end += length
                }
                writer.element(
                    "text",
                    [
                        "x": "\(end + 7)", "y": "\(top + 13)", "font-weight": bar.figure.value.number == nil ? "400" : "600",
                        "fill": bar.figure.value.number == nil ? Ink.soft : Ink.text,
                    ], words: bar.figure.text)
            }
        }
    }

    private func columns() -> String {
        let count = max(1, chart.bars.count)
        let step = width / count
        let thick = min(64, step * 7 / 10)
        let (ground, room) = (154, 128)
        return drawing { writer in
            for (place, bar) in chart.bars.enumerated() {
                let middle = place * step + step / 2
                var top = ground
                if let number = bar.figure.value.number, number > 0 {
                    let height = max(2, number * room / greatest)
                    top = ground - height
                    writer.empty(
                        "rect",
                        [
                            "x": "\(middle - thick / 2)", "y": "\(top)", "width": "\(thick)", "height": "\(height)", "rx": "1.5",
                            "fill": Ink.bar,
                        ])
                }
                writer.element(
                    "text",
                    [
                        "x": "\(middle)", "y": "\(top - 6)", "text-anchor": "middle",
                        "font-weight": bar.figure.value.number == nil ? "400" : "600",
                        "fill": bar.figure.value.number == nil ? Ink.soft : Ink.text,
                    ], words: bar.figure.text)
                for (line, words) in ChartDrawing.lines(bar.label, narrow: step < 90).enumerated() {
                    writer.element(
                        "text",
                        [
                            "x": "\(middle)", "y": "\(ground + 18 + line * 16)", "text-anchor": "middle", "fill": Ink.soft,
                            "font-size": step < 60 ? "12" : "13",
                        ], words: words)
                }
            }
            writer.empty("path", ["d": "M0 \(ground)H\(width)", "stroke": Ink.line, "stroke-width": "1"])
        }
    }

    /// A stretch of time on two lines, its year below; months short where there is little room.
    static func lines(_ label: String, narrow: Bool) -> [String] {
        let words = label.split(separator: " ").map(String.init)
        guard words.count > 1, let year = words.last, year.count == 4, year.allSatisfy(\.isNumber) else { return [label] }
        let months = words.dropLast().map { narrow && $0 != "to" ? String($0.prefix(3)) : $0 }
        return [months.joined(separator: " "), year]
    }
}
