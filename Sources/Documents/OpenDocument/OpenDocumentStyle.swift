/// The styles of an OpenDocument text, in the look of the other forms.
enum OpenDocumentStyle {
    static let namespaces: KeyValuePairs<String, String?> = [
        "xmlns:office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "xmlns:text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "xmlns:table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "xmlns:style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "xmlns:draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "xmlns:fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "xmlns:svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "xmlns:xlink": "http://www.w3.org/1999/xlink", "office:version": "1.3",
    ]

    /// What only this document's body uses.
    static let automatic = """
        <office:automatic-styles>\
        <style:style style:name="Heading_on_page" style:family="paragraph" style:parent-style-name="Heading_20_1">\
        <style:paragraph-properties fo:break-before="page"/></style:style>\
        <style:style style:name="Table" style:family="table"><style:table-properties style:width="166mm" table:align="left" \
        fo:margin-bottom="2mm"/></style:style>\
        \(columns)\
        <style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="1.2mm" \
        fo:padding-left="0mm" fo:border="none" fo:border-bottom="0.5pt solid #c8d1d6"/></style:style>\
        <style:style style:name="Head_cell" style:family="table-cell"><style:table-cell-properties fo:padding="1.2mm" \
        fo:padding-left="0mm" fo:border="none" fo:border-bottom="1pt solid #4a5a66" style:vertical-align="bottom"/></style:style>\
        <style:style style:name="Drawing_frame" style:family="graphic"><style:graphic-properties \
        style:vertical-pos="middle" style:vertical-rel="text"/></style:style>\
        <text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">\
        <style:list-level-properties text:list-level-position-and-space-mode="label-alignment">\
        <style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-5mm" fo:margin-left="5mm"/>\
        </style:list-level-properties></text:list-level-style-bullet></text:list-style>\
        </office:automatic-styles>
        """

    /// The width of the first column and of each other one, in millimetres, in a table of figures or of words.
    static func widths(_ columns: Int, ofWords: Bool) -> (first: Int, other: Int) {
        guard columns > 1 else { return (166, 166) }
        if ofWords {
            let first = columns == 2 ? 50 : 34
            return (first, (166 - first) / (columns - 1))
        }
        let other = min(36, 116 / (columns - 1))
        return (166 - other * (columns - 1), other)
    }

    /// A style for every width that a column can have.
    private static let columns = (10...166).map { width in
        """
        <style:style style:name="Column_\(width)" style:family="table-column"><style:table-column-properties \
        style:column-width="\(width)mm"/></style:style>
        """
    }.joined()

    /// The styles of the document, with its title at the foot of every page but the first.
    static func styles(title: String) -> String {
        var writer = XMLWriter()
        writer.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        writer.element("office:document-styles", namespaces) { writer in
            writer.element("office:styles") { writer in
                writer.markup(defaults)
                for style in named { writer.markup(style.markup) }
            }
            writer.markup(pages)
            writer.element("office:master-styles") { writer in
                writer.element(
                    "style:master-page",
                    [
                        "style:name": "Standard", "style:page-layout-name": "Page",
                    ]
                ) { writer in
                    writer.element("style:footer") { writer in
                        writer.element("text:p", ["text:style-name": "Footer"]) { writer in
                            writer.words(title)
                            writer.empty("text:tab")
                            writer.element("text:page-number", ["text:select-page": "current"], words: "1")
                        }
                    }
                    writer.element("style:footer-first") { writer in writer.empty("text:p", ["text:style-name": "Footer"]) }
                }
            }
        }
        return writer.text
    }

    private static let defaults = """
        <style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" \
        style:tab-stop-distance="10mm"/><style:text-properties fo:font-family="'Liberation Sans', Arial, sans-serif" \
        style:font-family-generic="swiss" fo:font-size="10.5pt" fo:language="en" fo:country="GB" fo:color="#14212b"/>\
        </style:default-style><style:style style:name="Standard" style:family="paragraph" style:class="text"/>
        """

    private static let pages = """
        <office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="210mm" \
        fo:page-height="297mm" style:print-orientation="portrait" fo:margin-top="22mm" fo:margin-bottom="16mm" \
        fo:margin-left="22mm" fo:margin-right="22mm"/><style:footer-style><style:header-footer-properties \
        fo:min-height="8mm" fo:margin-top="5mm"/></style:footer-style></style:page-layout></office:automatic-styles>
        """

    /// One named style of paragraphs.
    private struct Named {
        let name: String
        var display: String?
        var level: Int?
        let paragraph: String
        let text: String

        var markup: String {
            let shown = display.map { " style:display-name=\"\($0)\"" } ?? ""
            let outline = level.map { " style:default-outline-level=\"\($0)\"" } ?? ""
            return """
                <style:style style:name="\(name)"\(shown) style:family="paragraph" style:parent-style-name="Standard"\(outline)>\
                <style:paragraph-properties \(paragraph)/><style:text-properties \(text)/></style:style>
                """
        }
    }

    private static let soft = "fo:color=\"#4a5a66\""
    private static let dark = "fo:color=\"#07404a\""
    private static let bold = "fo:font-weight=\"bold\""

    private static let named: [Named] = [
        Named(name: "Publisher", paragraph: "fo:margin-bottom=\"70mm\"", text: "\(bold) \(dark) fo:font-size=\"14pt\""),
        Named(name: "Title", paragraph: "fo:margin-bottom=\"4mm\"", text: "\(bold) \(dark) fo:font-size=\"34pt\""),
        Named(name: "Subtitle", paragraph: "fo:margin-bottom=\"8mm\"", text: "\(dark) fo:font-size=\"16pt\""),
        Named(
            name: "Contents_20_Heading", display: "Contents Heading", paragraph: "fo:break-before=\"page\" fo:margin-bottom=\"5mm\"",
            text: "\(bold) \(dark) fo:font-size=\"20pt\""),
        Named(name: "Contents_20_1", display: "Contents 1", paragraph: "fo:margin-bottom=\"2mm\"", text: "fo:font-size=\"11pt\""),
        Named(
            name: "Heading_20_1", display: "Heading 1", level: 1,
            paragraph: "fo:margin-top=\"10mm\" fo:margin-bottom=\"4mm\" fo:keep-with-next=\"always\"",
            text: "\(bold) \(dark) fo:font-size=\"20pt\""),
        Named(
            name: "Heading_20_2", display: "Heading 2", level: 2,
            paragraph: "fo:margin-top=\"6mm\" fo:margin-bottom=\"2mm\" fo:keep-with-next=\"always\"",
            text: "\(bold) fo:font-size=\"12.5pt\""),
        Named(
            name: "Heading_20_3", display: "Heading 3", level: 3,
            paragraph: "fo:margin-top=\"3mm\" fo:margin-bottom=\"1mm\" fo:keep-with-next=\"always\"",
            text: "\(bold) fo:color=\"#0b5560\" fo:font-size=\"10.5pt\""),
        Named(
            name: "Text_20_body", display: "Text body", paragraph: "fo:margin-bottom=\"2.5mm\" fo:line-height=\"140%\"",
            text: "fo:font-size=\"10.5pt\""),
        Named(name: "Lead", paragraph: "fo:margin-bottom=\"4mm\" fo:line-height=\"135%\"", text: "\(dark) fo:font-size=\"13pt\""),
        Named(name: "List_20_item", display: "List item", paragraph: "fo:margin-bottom=\"1.2mm\"", text: "fo:font-size=\"10.5pt\""),
        Named(name: "Signature", paragraph: "fo:margin-top=\"3mm\" fo:margin-bottom=\"3mm\"", text: bold),
        Named(
            name: "Notice",
            paragraph:
                "fo:margin-bottom=\"2mm\" fo:padding=\"3mm\" fo:background-color=\"#e2f0f1\" fo:border=\"none\" fo:border-left=\"2pt solid #0b5560\"",
            text: "fo:font-size=\"10.5pt\""),
        Named(
            name: "Quotations", paragraph: "fo:margin-left=\"6mm\" fo:margin-bottom=\"2mm\"", text: "\(dark) fo:font-size=\"12pt\""),
        Named(
            name: "Headline", paragraph: "fo:margin-top=\"4mm\" fo:keep-with-next=\"always\"",
            text: "\(bold) \(dark) fo:font-size=\"28pt\""),
        Named(
            name: "Headline_20_unit", display: "Headline unit", paragraph: "fo:margin-bottom=\"1mm\" fo:keep-with-next=\"always\"",
            text: bold),
        Named(name: "Caption", paragraph: "fo:margin-top=\"6mm\" fo:keep-with-next=\"always\"", text: "\(bold) fo:font-size=\"11pt\""),
        Named(
            name: "Unit", paragraph: "fo:margin-bottom=\"2mm\" fo:keep-with-next=\"always\"", text: "\(soft) fo:font-size=\"9pt\""),
        Named(name: "Source", paragraph: "fo:margin-bottom=\"5mm\"", text: "\(soft) fo:font-size=\"9pt\""),
        Named(name: "Drawing", paragraph: "fo:keep-with-next=\"always\"", text: "fo:font-size=\"10.5pt\""),
        Named(
            name: "Table_20_Heading", display: "Table Heading", paragraph: "fo:text-align=\"start\"",
            text: "\(bold) \(soft) fo:font-size=\"9.5pt\""),
        Named(
            name: "Table_20_Number_20_Heading", display: "Table Number Heading", paragraph: "fo:text-align=\"end\"",
            text: "\(bold) \(soft) fo:font-size=\"9.5pt\""),
        Named(name: "Table_20_Contents", display: "Table Contents", paragraph: "fo:text-align=\"start\"", text: "fo:font-size=\"9.5pt\""),
        Named(name: "Table_20_Total", display: "Table Total", paragraph: "fo:text-align=\"start\"", text: "\(bold) fo:font-size=\"9.5pt\""),
        Named(name: "Table_20_Number", display: "Table Number", paragraph: "fo:text-align=\"end\"", text: "fo:font-size=\"9.5pt\""),
        Named(name: "Footer", paragraph: "style:snap-to-layout-grid=\"false\"", text: "\(soft) fo:font-size=\"8.5pt\""),
    ]
}
