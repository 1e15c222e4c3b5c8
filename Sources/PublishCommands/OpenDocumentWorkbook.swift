import Disclosure
import Documents
import Foundation

/// An OpenDocument spreadsheet of tables as the Government Analysis Function asks for it ("Releasing statistics in
/// spreadsheets"): cover, contents, notes, one table to a sheet, one heading row, no merged cells, no blank rows inside,
/// everything said in words.
struct OpenDocumentWorkbook {
    let title: String
    let tables: [FinishedTable]
    let figures: [Int32]
    let isHidden: [Bool]

    private static let mostColumns = 250
    private static let mostRows = 1_000_000

    func bytes() -> [UInt8] {
        var archive = ZipArchive()
        archive.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
        archive.add("META-INF/manifest.xml", Array(OpenDocumentWorkbook.manifest.utf8))
        archive.add("meta.xml", Array(meta.utf8))
        archive.add("styles.xml", Array(OpenDocumentWorkbook.styles.utf8))
        archive.add("content.xml", content())
        return archive.bytes()
    }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    private static let manifest =
        declaration + """
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">\
            <manifest:file-entry manifest:full-path="/" manifest:version="1.3" \
            manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>\
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
            <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>\
            <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>
            """

    private static let names = """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
        xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
        xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
        xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
        xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"
        """

    private static let styles =
        declaration + """
            <office:document-styles \(names)><office:styles><style:default-style style:family="table-cell">\
            <style:table-cell-properties fo:wrap-option="wrap"/><style:paragraph-properties fo:text-align="start"/>\
            <style:text-properties fo:font-family="Arial" fo:font-size="12pt" fo:language="en" fo:country="GB"/>\
            </style:default-style><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="table-cell">\
            <style:text-properties fo:font-weight="bold" fo:font-size="16pt"/></style:style></office:styles></office:document-styles>
            """

    private var meta: String {
        OpenDocumentWorkbook.declaration + """
            <office:document-meta \(OpenDocumentWorkbook.names)><office:meta><dc:title>\(escaped(title))</dc:title>\
            <dc:language>en-GB</dc:language><meta:generator>Plainsight</meta:generator></office:meta></office:document-meta>
            """
    }

    private func content() -> [UInt8] {
        var out: [UInt8] = []
        func put(_ text: String) { out += Array(text.utf8) }
        func line(_ text: String, style: String = "") {
            put("<table:table-row><table:table-cell\(style) office:value-type=\"string\"><text:p>")
            put(text)
            put("</text:p></table:table-cell></table:table-row>")
        }
        let heading = " table:style-name=\"Heading_20_1\""
        func sheet(_ name: String, columns: Int = 1) {
            put("<table:table table:name=\"\(escaped(name))\">")
            put("<table:table-column table:number-columns-repeated=\"\(columns)\" table:style-name=\"wide\"/>")
        }
        func link(_ name: String, _ words: String) -> String {
            "<text:a xlink:type=\"simple\" xlink:href=\"#\(escaped("'\(name)'")).A1\">\(escaped(words))</text:a>"
        }
        put(OpenDocumentWorkbook.declaration)
        put("<office:document-content \(OpenDocumentWorkbook.names)><office:automatic-styles>")
        put(
            "<style:style style:name=\"wide\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"5cm\"/></style:style>"
        )
        put(
            "<number:number-style style:name=\"thousands\"><number:number number:decimal-places=\"0\" number:min-integer-digits=\"1\" number:grouping=\"true\"/></number:number-style>"
        )
        put("<style:style style:name=\"figure\" style:family=\"table-cell\" style:data-style-name=\"thousands\"/>")
        put("<style:style style:name=\"head\" style:family=\"table-cell\"><style:text-properties fo:font-weight=\"bold\"/></style:style>")
        put("</office:automatic-styles><office:body><office:spreadsheet>")

        sheet("Cover")
        line(escaped(title), style: heading)
        line("This workbook holds \(tables.count) \(tables.count == 1 ? "table" : "tables"), one to a sheet.")
        line(link("Contents", "Go to the contents"))
        line("Licence: Open Government Licence v3.0, unless stated otherwise.")
        put("</table:table>")

        sheet("Contents")
        line("Contents", style: heading)
        line("This sheet holds one table with a link to each sheet.")
        line("Sheet", style: " table:style-name=\"head\"")
        line(link("Notes", "Notes"))
        for (index, table) in tables.enumerated() { line(link(sheetName(index), "\(sheetName(index)): \(table.name)")) }
        put("</table:table>")

        sheet("Notes")
        line("Notes", style: heading)
        line("This sheet says how figures are protected and what signs mean.")
        for note in notes { line(escaped(note)) }
        line(link("Contents", "Go back to the contents"))
        put("</table:table>")

        var ranges: [String] = []
        for (index, table) in tables.enumerated() {
            let spread = table.axes.dropFirst(table.rowAxes)
            let combinations = spread.reduce(1) { $0 * $1.labels.count }
            let isSpread = !spread.isEmpty && table.rowAxes > 0 && combinations <= OpenDocumentWorkbook.mostColumns
            let width = isSpread ? combinations : 1
            let rows = min(table.cells.count / width, OpenDocumentWorkbook.mostRows)
            sheet(sheetName(index), columns: (isSpread ? table.rowAxes : table.axes.count) + width)
            line(escaped("\(table.name) [note 1]"), style: heading)
            line(
                "This sheet holds one table. No cell is blank: a hidden figure is shown as [c]. "
                    + (rows < table.cells.count / width
                        ? "The table is longer than a sheet can be; all of it is in the file \(escaped(table.name)).csv."
                        : "Notes are on the sheet Notes."))
            line(link("Contents", "Go back to the contents"))
            let shown = isSpread ? Array(table.axes.prefix(table.rowAxes)) : table.axes
            var headings = shown.map(\.name)
            if isSpread {
                for column in 0..<combinations { headings.append(table.labels(column).suffix(spread.count).joined(separator: ", ")) }
            } else {
                headings.append("value")
            }
            put("<table:table-header-rows><table:table-row>")
            for text in headings {
                put(
                    "<table:table-cell table:style-name=\"head\" office:value-type=\"string\"><text:p>\(escaped(text))</text:p></table:table-cell>"
                )
            }
            put("</table:table-row></table:table-header-rows>")
            let labelCells = shown.map { axis in
                axis.labels.map {
                    Array("<table:table-cell office:value-type=\"string\"><text:p>\(escaped($0))</text:p></table:table-cell>".utf8)
                }
            }
            let hidden = Array("<table:table-cell office:value-type=\"string\"><text:p>[c]</text:p></table:table-cell>".utf8)
            let opening = Array("<table:table-cell table:style-name=\"figure\" office:value-type=\"float\" office:value=\"".utf8)
            let middle = Array("\"><text:p>".utf8)
            let closing = Array("</text:p></table:table-cell>".utf8)
            let rowOpening = Array("<table:table-row>".utf8)
            let rowClosing = Array("</table:table-row>".utf8)
            for row in 0..<rows {
                out += rowOpening
                var rest = row
                var chosen = [Int](repeating: 0, count: shown.count)
                for place in shown.indices.reversed() {
                    chosen[place] = rest % shown[place].labels.count
                    rest /= shown[place].labels.count
                }
                for place in shown.indices { out += labelCells[place][chosen[place]] }
                for column in 0..<width {
                    let cell = Int(table.cells[row * width + column])
                    if isHidden[cell] {
                        out += hidden
                    } else {
                        let number = Array(String(figures[cell]).utf8)
                        out += opening
                        out += number
                        out += middle
                        out += number
                        out += closing
                    }
                }
                out += rowClosing
            }
            put("</table:table>")
            let last = OpenDocumentWorkbook.columnName(headings.count - 1)
            ranges.append(
                "<table:database-range table:name=\"table_\(index + 1)\" table:target-range-address=\"\(escaped("'\(sheetName(index))'")).A4:\(escaped("'\(sheetName(index))'")).\(last)\(4 + rows)\" table:contains-header=\"true\"/>"
            )
        }
        put("<table:database-ranges>\(ranges.joined())</table:database-ranges>")
        put("</office:spreadsheet></office:body></office:document-content>")
        return out
    }

    private var notes: [String] {
        var notes: [String] = []
        if tables.contains(where: { $0.method == .suppress }) {
            let threshold = tables.map(\.threshold).max() ?? 5
            notes.append(
                "Note 1: figures from 1 to \(threshold - 1) are hidden so that nobody can be recognised, and so are others from which they could be worked out. Hidden figures are shown as [c]."
            )
        } else {
            notes.append(
                "Note 1: figures are rounded to multiples of \(tables.map(\.threshold).max() ?? 5) so that nobody can be recognised. Totals are the sums of their rounded parts, and may differ from the true totals."
            )
        }
        notes.append(
            "Note 2: “Total” stands for all categories of a column together; a category of a wider area or group stands in the same column."
        )
        notes += [FigureValue.withheld, .notAvailable, .notApplicable].compactMap { value in
            value.meaning.map { "\(value.text) means: \($0)." }
        }
        notes += FigureMark.allCases.map { "\($0.text) means: \($0.meaning)." }
        return notes
    }

    private func sheetName(_ index: Int) -> String { "Table \(index + 1)" }

    private static func columnName(_ index: Int) -> String {
        var rest = index + 1
        var name = ""
        while rest > 0 {
            name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
            rest = (rest - 1) / 26
        }
        return name
    }

    private func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&apos;"
            // XML has no way to write other control characters.
            case _ where scalar.value < 0x20 && scalar != "\t" && scalar != "\n": out += " "
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
