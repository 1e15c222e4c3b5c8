/// An OpenDocument spreadsheet of tables as the Government Analysis Function asks for it ("Releasing statistics in
/// spreadsheets"): cover, contents, notes, one table to a sheet, one heading row, no merged cells, no blank rows inside,
/// everything said in words.
package struct OpenDocumentSpreadsheet {
    /// One table on a sheet of its own.
    package struct Sheet {
        let title: String
        let explanation: String
        let columns: [String]
        let rowCount: Int
        let rows: (inout [UInt8]) -> Void

        /// - Parameters:
        ///   - rows: writes as many rows as `rowCount` says, each with `row`.
        package init(
            title: String, explanation: String, columns: [String], rowCount: Int, rows: @escaping (inout [UInt8]) -> Void
        ) {
            self.title = title
            self.explanation = explanation
            self.columns = columns
            self.rowCount = rowCount
            self.rows = rows
        }
    }

    private let title: String
    private let cover: [String]
    private let notes: [String]
    private let sheets: [Sheet]

    /// - Parameters:
    ///   - cover: what is said on the first sheet, a sentence a row.
    ///   - notes: how figures are protected and what signs mean.
    package init(title: String, cover: [String], notes: [String], sheets: [Sheet]) {
        self.title = title
        self.cover = cover
        self.notes = notes
        self.sheets = sheets
    }

    // MARK: Cells

    package static let rowStart = Array("<table:table-row>".utf8)
    package static let rowEnd = Array("</table:table-row>".utf8)

    /// A cell of words.
    package static func cell(_ words: String) -> [UInt8] {
        Array("<table:table-cell office:value-type=\"string\"><text:p>\(XMLWriter.escaped(words))</text:p></table:table-cell>".utf8)
    }

    /// A cell with a whole number.
    package static func cell(_ number: Int) -> [UInt8] {
        let digits = Array(String(number).utf8)
        return numberStart + digits + numberMiddle + digits + numberEnd
    }

    private static let numberStart = Array(
        "<table:table-cell table:style-name=\"figure\" office:value-type=\"float\" office:value=\"".utf8)
    private static let numberMiddle = Array("\"><text:p>".utf8)
    private static let numberEnd = Array("</text:p></table:table-cell>".utf8)

    // MARK: The file

    /// The file. The same tables are always the same bytes.
    package func bytes() -> [UInt8] {
        var archive = ZipArchive()
        archive.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
        archive.add("META-INF/manifest.xml", Array(OpenDocumentSpreadsheet.manifest.utf8))
        archive.add("meta.xml", Array(meta.utf8))
        archive.add("styles.xml", Array(OpenDocumentSpreadsheet.styles.utf8))
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
        OpenDocumentSpreadsheet.declaration + """
            <office:document-meta \(OpenDocumentSpreadsheet.names)><office:meta><dc:title>\(XMLWriter.escaped(title))</dc:title>\
            <dc:language>en-GB</dc:language><meta:generator>Plainsight</meta:generator></office:meta></office:document-meta>
            """
    }

    private func content() -> [UInt8] {
        var out: [UInt8] = []
        func put(_ text: String) { out += Array(text.utf8) }
        func escaped(_ text: String) -> String { XMLWriter.escaped(text) }
        func line(_ markup: String, style: String = "") {
            put("<table:table-row><table:table-cell\(style) office:value-type=\"string\"><text:p>")
            put(markup)
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
        put(OpenDocumentSpreadsheet.declaration)
        put("<office:document-content \(OpenDocumentSpreadsheet.names)><office:automatic-styles>")
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
        line("This workbook holds \(sheets.count) \(sheets.count == 1 ? "table" : "tables"), one to a sheet.")
        line(link("Contents", "Go to the contents"))
        for words in cover { line(escaped(words)) }
        put("</table:table>")

        sheet("Contents")
        line("Contents", style: heading)
        line("This sheet holds one table with a link to each sheet.")
        line("Sheet", style: " table:style-name=\"head\"")
        line(link("Notes", "Notes"))
        for (index, table) in sheets.enumerated() { line(link(sheetName(index), "\(sheetName(index)): \(table.title)")) }
        put("</table:table>")

        sheet("Notes")
        line("Notes", style: heading)
        line("This sheet says how figures are protected and what signs mean.")
        for note in notes { line(escaped(note)) }
        line(link("Contents", "Go back to the contents"))
        put("</table:table>")

        var ranges: [String] = []
        for (index, table) in sheets.enumerated() {
            sheet(sheetName(index), columns: table.columns.count)
            line(escaped("\(table.title) [note 1]"), style: heading)
            line(escaped(table.explanation))
            line(link("Contents", "Go back to the contents"))
            put("<table:table-header-rows><table:table-row>")
            for text in table.columns {
                put(
                    "<table:table-cell table:style-name=\"head\" office:value-type=\"string\"><text:p>\(escaped(text))</text:p></table:table-cell>"
                )
            }
            put("</table:table-row></table:table-header-rows>")
            table.rows(&out)
            put("</table:table>")
            let last = OpenDocumentSpreadsheet.columnName(table.columns.count - 1)
            ranges.append(
                "<table:database-range table:name=\"table_\(index + 1)\" table:target-range-address=\"\(escaped("'\(sheetName(index))'")).A4:\(escaped("'\(sheetName(index))'")).\(last)\(4 + table.rowCount)\" table:contains-header=\"true\"/>"
            )
        }
        put("<table:database-ranges>\(ranges.joined())</table:database-ranges>")
        put("</office:spreadsheet></office:body></office:document-content>")
        return out
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
}

extension OpenDocumentSpreadsheet {
    /// The tables of a publication, as they are printed in it.
    package init(_ publication: Publication, licence: String) {
        let tables = publication.statisticalTables
        var notes = [
            "Note 1: counts that could point at a person are not shown, and neither are others from which they could be worked out. They are written [c]."
        ]
        for value in [FigureValue.notAvailable, .notApplicable] {
            if let meaning = value.meaning { notes.append("\(value.text) means: \(meaning).") }
        }
        notes += FigureMark.allCases.map { "\($0.text) means: \($0.meaning)." }
        self.init(
            title: publication.fullTitle, cover: [publication.cover.state, "Licence: \(licence)."], notes: notes,
            sheets: tables.map { table in
                Sheet(
                    title: table.caption,
                    explanation: ([table.unit] + table.notes + ["Source: \(table.source)", "No cell is blank."])
                        .map { $0.hasSuffix(".") ? $0 : "\($0)." }.joined(separator: " "), columns: table.columns,
                    rowCount: table.rows.count
                ) { out in
                    for row in table.rows {
                        out += Self.rowStart + Self.cell(row.label)
                        for figure in row.figures {
                            if case .number(let number) = figure.value, figure.marks.isEmpty {
                                out += Self.cell(number)
                            } else {
                                out += Self.cell(figure.text)
                            }
                        }
                        out += Self.rowEnd
                    }
                }
            })
    }
}
