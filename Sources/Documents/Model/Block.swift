/// What a section is made of.
package enum Block: Hashable, Sendable, Codable {
    /// The first, larger paragraph of a section.
    case lead(String)
    case paragraph(String)
    case list([String])
    case subheading(String)
    /// Words of somebody, and whose they are.
    case quotation(String, by: String)
    /// Who signs a foreword.
    case signature(String)
    /// What the reader should not miss.
    case notice(String)
    case headlines([Headline])
    case chart(Chart)
    case table(StatisticalTable)
    case words(TextTable)
    case caseStudy(CaseStudy)
    case objective(StrategicObjective)
}

/// A story of the work in which nobody can be recognised.
package struct CaseStudy: Hashable, Sendable, Codable {
    package let title: String
    package let paragraphs: [String]

    package init(title: String, paragraphs: [String]) {
        self.title = title
        self.paragraphs = paragraphs
    }
}

/// A part of a document under a heading of its own.
package struct Section: Hashable, Sendable, Codable {
    /// Names the section inside its document: letters, digits and hyphens.
    package let id: String
    package let title: String
    package let blocks: [Block]
    /// Whether it begins on a page of its own on paper.
    package let beginsPage: Bool
    /// Whether somebody addresses the reader in it.
    package let isForeword: Bool

    package init(id: String, title: String, beginsPage: Bool = false, isForeword: Bool = false, _ blocks: [Block]) {
        self.id = id
        self.title = title
        self.beginsPage = beginsPage
        self.isForeword = isForeword
        self.blocks = blocks
    }
}
