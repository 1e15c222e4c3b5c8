import Foundation
import Reviews

/// A section as somebody fills it in.
package struct SectionDraft: Sendable, Hashable {
    package let kind: SectionKind
    package var title: String
    /// Which figures, which chart or which table; of published statistics a `StatisticChoice`; the keys of figures from elsewhere with commas between them; empty for words.
    package var source: String
    /// What was written; empty for objectives.
    package var body: String
    package var objectives: [ObjectiveFile.Entry]
    /// Words with a capital letter in a case study that the writer vouches for, with commas between them; the keys of figures from
    /// elsewhere that stand large.
    package var accepted: String

    package init(
        _ kind: SectionKind, title: String = "", source: String = "", body: String = "", accepted: String = "",
        objectives: [ObjectiveFile.Entry] = []
    ) {
        self.kind = kind
        self.title = title
        self.source = source
        self.body = body
        self.accepted = accepted
        self.objectives = objectives
    }

    /// Whether a sheet draws it.
    var isDrawn: Bool { kind == .chart || kind == .publishedStatistics }

    var acceptedWords: [String] {
        accepted.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// What somebody wrote, for the composer; nil for figures and objectives.
    var written: ReviewText.Part? {
        kind.place.map { ReviewText.Part(place: $0, title: title, text: body, accepted: acceptedWords) }
    }

    /// The section for the composer; nil where it states nothing yet. Figures from elsewhere have their own, `statedPart`.
    func part(_ layout: ReviewPart.ObjectiveLayout) -> ReviewPart? {
        switch kind {
        case .statedFigures: nil
        case .publishedStatistics: .statistics(source)
        case .figures: FigureSection(rawValue: source).map(ReviewPart.figures)
        case .chart: .chart(source)
        case .table: .table(source)
        case .objectives: .objectives(ObjectiveFile(title: title, entries: objectives), layout)
        case .foreword, .introduction, .narrative, .caseStudy, .achievements, .challenges: written.map(ReviewPart.words)
        }
    }
}
