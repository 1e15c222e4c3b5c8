/// Writes a publication as an OpenDocument text, which word processors open and people can go on editing.
///
/// Headings are headings, tables have header rows, charts are drawings with their words, and the contents are made of the
/// headings and kept up to date by the word processor.
package struct OpenDocumentText: Sendable {
    private let publication: Publication
    private let numbering: Publication.Numbering

    package init(_ publication: Publication) {
        self.publication = publication
        numbering = publication.numbering
    }

    /// The document. The same publication is always the same bytes.
    package func bytes() -> [UInt8] {
        let charts = publication.allSections.flatMap(\.blocks).compactMap { block in
            if case .chart(let chart) = block { chart } else { nil }
        }
        var archive = ZipArchive()
        archive.add("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))
        archive.add("content.xml", Array(content().utf8))
        archive.add("styles.xml", Array(OpenDocumentStyle.styles(title: publication.fullTitle).utf8))
        archive.add("meta.xml", Array(meta().utf8))
        for chart in charts { archive.add("Pictures/\(chart.id).svg", ChartDrawing(chart).file()) }
        archive.add("META-INF/manifest.xml", Array(manifest(charts).utf8))
        return archive.bytes()
    }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    private func manifest(_ charts: [Chart]) -> String {
        var writer = XMLWriter()
        writer.markup(OpenDocumentText.declaration)
        writer.element(
            "manifest:manifest",
            ["xmlns:manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:version": "1.3"]
        ) { writer in
            func entry(_ path: String, _ type: String) {
                writer.empty(
                    "manifest:file-entry",
                    [
                        "manifest:full-path": path, "manifest:version": path == "/" ? "1.3" : nil, "manifest:media-type": type,
                    ])
            }
            entry("/", "application/vnd.oasis.opendocument.text")
            for part in ["content.xml", "styles.xml", "meta.xml"] { entry(part, "text/xml") }
            for chart in charts { entry("Pictures/\(chart.id).svg", "image/svg+xml") }
        }
        return writer.text
    }

    private func meta() -> String {
        var writer = XMLWriter()
        writer.markup(OpenDocumentText.declaration)
        writer.element(
            "office:document-meta",
            [
                "xmlns:office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
                "xmlns:dc": "http://purl.org/dc/elements/1.1/", "office:version": "1.3",
            ]
        ) { writer in
            writer.element("office:meta") { writer in
                writer.element("dc:title", words: publication.fullTitle)
                writer.element("dc:creator", words: publication.cover.publisher)
                writer.element("dc:description", words: publication.summary)
                writer.element("dc:language", words: "en-GB")
            }
        }
        return writer.text
    }

    private func content() -> String {
        var writer = XMLWriter()
        writer.markup(OpenDocumentText.declaration)
        writer.element("office:document-content", OpenDocumentStyle.namespaces) { writer in
            writer.markup(OpenDocumentStyle.automatic)
            writer.element("office:body") { writer in
                writer.element("office:text") { writer in
                    cover(&writer)
                    contents(&writer)
                    for section in publication.allSections {
                        heading(section.title, level: 1, page: section.beginsPage, &writer)
                        for block in section.blocks { self.block(block, &writer) }
                    }
                }
            }
        }
        return writer.text
    }

    private func cover(_ writer: inout XMLWriter) {
        let cover = publication.cover
        paragraph(cover.publisher, "Publisher", &writer)
        paragraph(cover.title, "Title", &writer)
        if !cover.subject.isEmpty { paragraph(cover.subject, "Subtitle", &writer) }
        paragraph(cover.period, "Subtitle", &writer)
        paragraph(cover.state, "Source", &writer)
    }

    private func contents(_ writer: inout XMLWriter) {
        writer.element("text:table-of-content", ["text:name": "Contents", "text:protected": "true"]) { writer in
            writer.element("text:table-of-content-source", ["text:outline-level": "1"]) { writer in
                writer.element("text:index-title-template", ["text:style-name": "Contents_20_Heading"], words: "Contents")
                writer.element(
                    "text:table-of-content-entry-template", ["text:outline-level": "1", "text:style-name": "Contents_20_1"]
                ) { writer in
                    writer.empty("text:index-entry-text")
                    writer.empty("text:index-entry-tab-stop", ["style:type": "right", "style:leader-char": "."])
                    writer.empty("text:index-entry-page-number")
                }
            }
            writer.element("text:index-body") { writer in
                writer.element("text:index-title", ["text:name": "Contents_Head"]) { writer in
                    paragraph("Contents", "Contents_20_Heading", &writer)
                }
                for section in publication.allSections { paragraph(section.title, "Contents_20_1", &writer) }
            }
        }
    }

    private func heading(_ words: String, level: Int, page: Bool = false, _ writer: inout XMLWriter) {
        writer.element(
            "text:h",
            ["text:style-name": page ? "Heading_on_page" : "Heading_20_\(level)", "text:outline-level": "\(level)"],
            words: words)
    }

    private func paragraph(_ words: String, _ style: String, _ writer: inout XMLWriter) {
        writer.element("text:p", ["text:style-name": style], words: words)
    }

    private func block(_ block: Block, _ writer: inout XMLWriter) {
        switch block {
        case .lead(let words): paragraph(words, "Lead", &writer)
        case .paragraph(let words): paragraph(words, "Text_20_body", &writer)
        case .subheading(let words): heading(words, level: 2, &writer)
        case .signature(let words): paragraph(words, "Signature", &writer)
        case .notice(let words): paragraph(words, "Notice", &writer)
        case .list(let items): list(items, &writer)
        case .quotation(let words, let name):
            paragraph(words, "Quotations", &writer)
            if !name.isEmpty { paragraph(name, "Source", &writer) }
        case .headlines(let headlines): self.headlines(headlines, &writer)
        case .chart(let chart): self.chart(chart, &writer)
        case .table(let table): self.table(table, &writer)
        case .words(let table): words(table, &writer)
        case .caseStudy(let study):
            heading(study.title, level: 2, &writer)
            for words in study.paragraphs { paragraph(words, "Notice", &writer) }
        case .objective(let objective): self.objective(objective, &writer)
        }
    }

    private func list(_ items: [String], _ writer: inout XMLWriter) {
        writer.element("text:list", ["text:style-name": "Bullets"]) { writer in
            for item in items {
                writer.element("text:list-item") { paragraph(item, "List_20_item", &$0) }
            }
        }
    }

    private func headlines(_ headlines: [Headline], _ writer: inout XMLWriter) {
        for headline in headlines {
            paragraph(headline.figure.text, "Headline", &writer)
            paragraph(headline.unit, "Headline_20_unit", &writer)
            if !headline.detail.isEmpty { paragraph(headline.detail, "Source", &writer) }
        }
    }

    private func chart(_ chart: Chart, _ writer: inout XMLWriter) {
        let number = numbering.chart(chart.id).map { "Figure \($0). " } ?? ""
        paragraph(number + chart.title, "Caption", &writer)
        paragraph(chart.unit, "Unit", &writer)
        let (width, height) = ChartDrawing(chart).size
        // The text is 166 mm wide.
        let tall = height * 1660 / width
        writer.element("text:p", ["text:style-name": "Drawing"]) { writer in
            writer.element(
                "draw:frame",
                [
                    "draw:style-name": "Drawing_frame", "draw:name": chart.id, "text:anchor-type": "as-char",
                    "svg:width": "166mm", "svg:height": "\(tall / 10).\(tall % 10)mm",
                ]
            ) { writer in
                writer.empty(
                    "draw:image",
                    [
                        "xlink:href": "Pictures/\(chart.id).svg", "xlink:type": "simple", "xlink:show": "embed",
                        "xlink:actuate": "onLoad", "draw:mime-type": "image/svg+xml",
                    ])
                writer.element("svg:title", words: chart.title)
                writer.element("svg:desc", words: chart.words)
            }
        }
        let table = chart.table.flatMap(numbering.table).map { " All numbers: table \($0)." } ?? ""
        paragraph("Source: \(chart.source).\(table)", "Source", &writer)
    }

    private func table(_ table: StatisticalTable, _ writer: inout XMLWriter) {
        let number = numbering.table(table.id).map { "Table \($0). " } ?? ""
        paragraph(number + table.caption, "Caption", &writer)
        paragraph(table.unit, "Unit", &writer)
        writer.element("table:table", ["table:name": table.id, "table:style-name": "Table"]) { writer in
            columns(table.columns.count, ofWords: false, &writer)
            writer.element("table:table-header-rows") { writer in
                writer.element("table:table-row") { writer in
                    for (place, column) in table.columns.enumerated() {
                        cell([column], place == 0 ? "Table_20_Heading" : "Table_20_Number_20_Heading", &writer, isHead: true)
                    }
                }
            }
            for row in table.rows {
                writer.element("table:table-row") { writer in
                    cell([row.label], row.isTotal ? "Table_20_Total" : "Table_20_Contents", &writer)
                    for figure in row.figures {
                        if case .number(let number) = figure.value, figure.marks.isEmpty {
                            writer.element(
                                "table:table-cell",
                                [
                                    "table:style-name": "Cell", "office:value-type": "float", "office:value": "\(number)",
                                ]
                            ) { paragraph(figure.text, "Table_20_Number", &$0) }
                        } else {
                            cell([figure.text], "Table_20_Number", &writer)
                        }
                    }
                }
            }
        }
        paragraph((["Source: \(table.source)."] + table.notes).joined(separator: " "), "Source", &writer)
    }

    private func columns(_ count: Int, ofWords: Bool, _ writer: inout XMLWriter) {
        let widths = OpenDocumentStyle.widths(count, ofWords: ofWords)
        writer.empty("table:table-column", ["table:style-name": "Column_\(max(10, widths.first))"])
        guard count > 1 else { return }
        writer.empty(
            "table:table-column",
            ["table:style-name": "Column_\(max(10, widths.other))", "table:number-columns-repeated": "\(count - 1)"])
    }

    private func cell(_ paragraphs: [String], _ style: String, _ writer: inout XMLWriter, isHead: Bool = false) {
        writer.element(
            "table:table-cell", ["table:style-name": isHead ? "Head_cell" : "Cell", "office:value-type": "string"]
        ) { writer in
            for words in paragraphs.isEmpty ? [""] : paragraphs { paragraph(words, style, &writer) }
        }
    }

    private func words(_ table: TextTable, _ writer: inout XMLWriter) {
        let number = numbering.table(table.id).map { "Table \($0). " } ?? ""
        paragraph(number + table.caption, "Caption", &writer)
        writer.element("table:table", ["table:name": table.id, "table:style-name": "Table"]) { writer in
            columns(table.columns.count, ofWords: true, &writer)
            writer.element("table:table-header-rows") { writer in
                writer.element("table:table-row") { writer in
                    for column in table.columns { cell([column], "Table_20_Heading", &writer, isHead: true) }
                }
            }
            for row in table.rows {
                writer.element("table:table-row") { writer in
                    for paragraphs in row { cell(paragraphs, "Table_20_Contents", &writer) }
                }
            }
        }
    }

    private func objective(_ objective: StrategicObjective, _ writer: inout XMLWriter) {
        heading("\(objective.number) \(objective.title)", level: 2, &writer)
        if !objective.status.isEmpty { paragraph(objective.status, "Headline_20_unit", &writer) }
        let parts = [
            ("Why", objective.why), ("How", objective.how), ("Outcomes", objective.outcomes), ("Progress", objective.progress),
        ]
        for (title, items) in parts where !items.isEmpty {
            heading(title, level: 3, &writer)
            if items.count == 1 { paragraph(items[0], "Text_20_body", &writer) } else { list(items, &writer) }
        }
    }
}
