/// A table of words, such as Item, Objectives, Progress. A cell holds paragraphs.
package struct TextTable: Hashable, Sendable, Codable {
    package let id: String
    package let caption: String
    package let columns: [String]
    /// Each row has as many cells as there are columns; its first cell heads it.
    package let rows: [[[String]]]

    package init(id: String, caption: String, columns: [String], rows: [[[String]]]) {
        self.id = id
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }

    /// The same table under another name, for a document that holds several of its kind.
    package func named(_ id: String) -> TextTable { TextTable(id: id, caption: caption, columns: columns, rows: rows) }
}
