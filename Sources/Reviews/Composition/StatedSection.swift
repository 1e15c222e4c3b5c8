import Documents

/// A section of figures that others counted, as it is printed: nothing in it comes from the records.
package struct StatedSection: Sendable {
    package let title: String
    /// What is said before the figures.
    package let words: [Block]
    /// The figures that stand large, on the sheet of the review as well.
    package let headlines: [Headline]
    /// What is counted, how much, when, and where that stands.
    package let table: TextTable

    package init(title: String, words: [Block], headlines: [Headline], table: TextTable) {
        self.title = title
        self.words = words
        self.headlines = headlines
        self.table = table
    }

    var blocks: [Block] {
        words + (headlines.isEmpty ? [] : [.headlines(headlines)]) + [.words(table)]
    }
}
