/// Writes a publication as one page that needs nothing else: no script, no font, no picture from elsewhere. It prints as a
/// report with a cover, contents with page numbers, and a page number on every page.
package struct HTMLDocument: Sendable {
    private let publication: Publication
    private let numbering: Publication.Numbering

    package init(_ publication: Publication) {
        self.publication = publication
        numbering = publication.numbering
    }

    /// The page. The same publication is always the same bytes.
    package func bytes() -> [UInt8] {
        var writer = XMLWriter()
        writer.markup("<!DOCTYPE html>\n")
        writer.element("html", ["lang": "en-GB"]) { writer in
            writer.element("head") { head(&$0) }
            writer.markup("\n")
            writer.element("body") { body(&$0) }
        }
        writer.markup("\n")
        return Array(writer.text.utf8)
    }

    private func head(_ writer: inout XMLWriter) {
        writer.empty("meta", ["charset": "utf-8"])
        writer.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        writer.element("title", words: publication.fullTitle)
        writer.empty("meta", ["name": "author", "content": publication.cover.publisher])
        writer.empty("meta", ["name": "description", "content": publication.summary])
        writer.element("style") { $0.markup(style) }
    }

    /// All style of the page: it stands in one place and in no attribute, so that whoever serves the page can name it by its
    /// digest and allow no other.
    package var style: String {
        let greatest = max(1, publication.cover.columns.max() ?? 1)
        let columns = publication.cover.columns.enumerated().map { place, value in
            ".columns span:nth-child(\(place + 1)) { height: \(8 + 88 * value / greatest)%; }\n"
        }
        return "\n\(DocumentStyle.sheet)\n\(DocumentStyle.paper)\n\(columns.joined())"
    }

    private func body(_ writer: inout XMLWriter) {
        writer.element("a", ["class": "skip", "href": "#main"], words: "Skip to the document")
        writer.element("header", ["class": "cover"]) { cover(&$0) }
        writer.markup("\n")
        let sections = publication.allSections
        writer.element("nav", ["class": "contents", "aria-labelledby": "contents"]) { writer in
            writer.element("h2", ["id": "contents"], words: "Contents")
            writer.element("ol") { writer in
                for section in sections {
                    writer.element("li") { $0.element("a", ["href": "#\(section.id)"], words: section.title) }
                }
            }
        }
        writer.markup("\n")
        writer.element("main", ["id": "main"]) { writer in
            for (place, section) in sections.enumerated() {
                let classes = (section.beginsPage && place > 0 ? ["page"] : []) + (section.isForeword ? ["foreword"] : [])
                writer.element(
                    "section",
                    ["class": classes.isEmpty ? nil : classes.joined(separator: " "), "aria-labelledby": section.id]
                ) { writer in
                    writer.element("h2", ["id": section.id], words: section.title)
                    for (number, block) in section.blocks.enumerated() {
                        let following = number + 1 < section.blocks.count ? section.blocks[number + 1] : nil
                        self.block(block, before: following, &writer)
                        writer.markup("\n")
                    }
                }
                writer.markup("\n")
            }
        }
        writer.element("footer", ["class": "foot"]) { writer in
            writer.element("p", words: "\(publication.fullTitle). \(publication.cover.state)")
        }
    }

    private func cover(_ writer: inout XMLWriter) {
        let cover = publication.cover
        writer.element("div", ["class": "cover-in"]) { writer in
            writer.element("p", ["class": "publisher"], words: cover.publisher)
            writer.element("h1", words: cover.title)
            if !cover.subject.isEmpty { writer.element("p", ["class": "subject"], words: cover.subject) }
            writer.element("p", ["class": "period"], words: cover.period)
            writer.element("p", ["class": "state"], words: cover.state)
        }
        if !cover.columns.isEmpty { decoration(cover.columns, &writer) }
    }

    /// A row of columns at the foot of the cover, which says nothing to whoever does not see it.
    private func decoration(_ columns: [Int], _ writer: inout XMLWriter) {
        writer.element("div", ["class": "columns", "aria-hidden": "true"]) { writer in
            for _ in columns { writer.element("span", words: "") }
        }
    }

    private func block(_ block: Block, before following: Block?, _ writer: inout XMLWriter) {
        switch block {
        case .lead(let words): writer.element("p", ["class": "lead with"], words: words)
        case .paragraph(let words):
            writer.element("p", ["class": following.map(HTMLDocument.isIntroduced) ?? false ? "with" : nil], words: words)
        case .subheading(let words): writer.element("h3", words: words)
        case .signature(let words): writer.element("p", ["class": "signature"], words: words)
        case .list(let items): list(items, &writer)
        case .notice(let words):
            writer.element("div", ["class": "notice", "role": "note"]) { $0.element("p", words: words) }
        case .quotation(let words, let name):
            writer.element("blockquote") { writer in
                writer.element("p", words: words)
                if !name.isEmpty { writer.element("footer", words: name) }
            }
        case .headlines(let headlines): self.headlines(headlines, &writer)
        case .chart(let chart): self.chart(chart, &writer)
        case .table(let table): self.table(table, &writer)
        case .words(let table): words(table, &writer)
        case .caseStudy(let study):
            writer.element("article", ["class": "case"]) { writer in
                writer.element("h3", words: study.title)
                for paragraph in study.paragraphs { writer.element("p", words: paragraph) }
            }
        case .objective(let objective): self.objective(objective, &writer)
        }
    }

    /// Whether what stands before it stays on its page.
    private static func isIntroduced(_ block: Block) -> Bool {
        switch block {
        case .chart, .table, .words, .list: true
        default: false
        }
    }

    private func list(_ items: [String], _ writer: inout XMLWriter) {
        writer.element("ul") { writer in
            for item in items { writer.element("li", words: item) }
        }
    }

    private func headlines(_ headlines: [Headline], _ writer: inout XMLWriter) {
        writer.element("ul", ["class": headlines.count % 3 == 0 ? "headlines three" : "headlines"]) { writer in
            for headline in headlines {
                writer.element("li") { writer in
                    writer.element("b") { writer in
                        writer.words(headline.figure.value.text)
                        for mark in headline.figure.marks.sorted() { writer.element("small", words: " \(mark.text)") }
                    }
                    writer.element("span", words: headline.unit)
                    if !headline.detail.isEmpty { writer.element("i", words: headline.detail) }
                }
            }
        }
    }

    private func chart(_ chart: Chart, _ writer: inout XMLWriter) {
        writer.element("figure", ["id": chart.id]) { writer in
            writer.element("figcaption") { writer in
                let number = numbering.chart(chart.id).map { "Figure \($0). " } ?? ""
                writer.element("strong", words: number + chart.title)
                writer.element("span", ["class": "unit"], words: chart.unit)
            }
            // One of the two is shown, and told to whoever does not see it.
            writer.markup(ChartDrawing(chart).svg())
            writer.markup(ChartDrawing(chart, isNarrow: true).svg())
            writer.element("p", ["class": "source"]) { writer in
                writer.words("Source: \(chart.source).")
                if let table = chart.table, let number = numbering.table(table) {
                    writer.words(" All numbers: ")
                    writer.element("a", ["class": "see", "href": "#\(table)"], words: "table \(number)")
                    writer.words(".")
                }
            }
        }
    }

    private func table(_ table: StatisticalTable, _ writer: inout XMLWriter) {
        writer.element("div", ["class": table.rows.count <= 24 ? "table short" : "table", "id": table.id]) { writer in
            // A table that is wider than a telephone is moved by its keys.
            let isWide = table.columns.count > 3
            writer.element(
                "div",
                [
                    "class": "scroll", "tabindex": isWide ? "0" : nil, "role": isWide ? "region" : nil,
                    "aria-label": isWide ? "Table: \(table.caption)" : nil,
                ]
            ) { writer in
                writer.element("table") { writer in
                    caption(table.id, table.caption, table.unit, &writer)
                    writer.element("thead") { writer in
                        writer.element("tr") { writer in
                            for (place, column) in table.columns.enumerated() {
                                writer.element("th", ["scope": "col", "class": place > 0 ? "n" : nil], words: column)
                            }
                        }
                    }
                    writer.element("tbody") { writer in
                        for row in table.rows {
                            writer.element("tr", ["class": row.isTotal ? "total" : nil]) { writer in
                                writer.element("th", ["scope": "row"], words: row.label)
                                for figure in row.figures { writer.element("td", ["class": "n"], words: figure.text) }
                            }
                        }
                    }
                }
            }
            writer.element(
                "p", ["class": "source"], words: (["Source: \(table.source)."] + table.notes).joined(separator: " "))
        }
    }

    private func caption(_ id: String, _ caption: String, _ unit: String, _ writer: inout XMLWriter) {
        writer.element("caption") { writer in
            let number = numbering.table(id).map { "Table \($0). " } ?? ""
            writer.element("strong", words: number + caption)
            if !unit.isEmpty { writer.element("span", words: unit) }
        }
    }

    private func words(_ table: TextTable, _ writer: inout XMLWriter) {
        writer.element("div", ["class": "table words", "id": table.id]) { writer in
            writer.element("table") { writer in
                caption(table.id, table.caption, "", &writer)
                writer.element("thead") { writer in
                    writer.element("tr") { writer in
                        for column in table.columns { writer.element("th", ["scope": "col"], words: column) }
                    }
                }
                writer.element("tbody") { writer in
                    for row in table.rows {
                        writer.element("tr") { writer in
                            for (place, cell) in row.enumerated() {
                                writer.element(place == 0 ? "th" : "td", ["scope": place == 0 ? "row" : nil]) { writer in
                                    for paragraph in cell { writer.element("p", words: paragraph) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func objective(_ objective: StrategicObjective, _ writer: inout XMLWriter) {
        writer.element("div", ["class": "objective"]) { writer in
            writer.element("h3", words: "\(objective.number) \(objective.title)")
            if !objective.status.isEmpty { writer.element("p", ["class": "state"], words: objective.status) }
            let parts = [
                ("Why", objective.why), ("How", objective.how), ("Outcomes", objective.outcomes), ("Progress", objective.progress),
            ]
            for (title, items) in parts where !items.isEmpty {
                writer.element("h4", words: title)
                if items.count == 1 { writer.element("p", words: items[0]) } else { list(items, &writer) }
            }
        }
    }
}
