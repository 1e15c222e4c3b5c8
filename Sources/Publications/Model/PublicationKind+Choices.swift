import Kernel
import Reviews

/// What a document of this kind can be made of.
extension PublicationKind {
    /// The most charts that a sheet has room for.
    static let mostSheetCharts = 3

    /// Whether it is about one town.
    package var isAboutTown: Bool { self == .townProfile }

    /// Whether it is one sheet, and the same in words.
    var isSheet: Bool { self == .infographic }

    /// Whether it is about one month, beside the twelve before it.
    var isOfMonth: Bool { self == .monthlyOverview }

    /// The days that are counted for a document about these days.
    func countedDays(_ days: Period) -> Period {
        guard isOfMonth, let first = days.from, let last = days.to else { return days }
        let (year, month, _) = first.parts
        return Period(from: Day(year: year - 1, month: month, day: 1) ?? first, to: last)
    }

    var sectionChoices: [SectionKind] { isSheet ? [.figures, .chart, .statedFigures, .publishedStatistics] : SectionKind.allCases }

    var figureChoices: [FigureSection] {
        if isSheet { return [.headlines] }
        if isOfMonth { return [.month] }
        return isAboutTown ? [.headlines] + Review.figureSections(of: .town) : FigureSection.allCases.filter { $0 != .month }
    }

    /// A town has no table by town, and no referrals: they are too few to be told town by town. What thirteen months are divided into
    /// otherwise than by month is in other documents.
    var chartChoices: [(id: String, heading: String)] {
        if isOfMonth { return PublicationTables.charts.filter { $0.id.hasSuffix("-by-month") } }
        return isAboutTown ? PublicationTables.charts.filter { $0.id != "concerns-by-town" } : PublicationTables.charts
    }

    var tableChoices: [(id: String, heading: String)] { isAboutTown || isOfMonth ? chartChoices : PublicationTables.tables }

    /// What a section cannot be in a document of this kind, though it can in others.
    func problems(of draft: SectionDraft) -> [Problem] {
        if !sectionChoices.contains(draft.kind) { return [Problem("", "A document of this kind has no such section")] }
        let isOffered: Bool =
            switch draft.kind {
            case .figures: figureChoices.contains { $0.rawValue == draft.source }
            case .chart: chartChoices.contains { $0.id == draft.source }
            case .table: tableChoices.contains { $0.id == draft.source }
            default: true
            }
        return isOffered || draft.source.isEmpty ? [] : [Problem("source", "A document of this kind cannot have this")]
    }

    /// What is wrong with all sections together.
    func problems(of sections: [SectionDetail]) -> [Problem] {
        guard isSheet else { return [] }
        let charts = sections.filter { $0.draft.isDrawn }
        if Set(charts.map(\.draft.source)).count < charts.count { return [Problem("", "The sheet draws one chart twice: remove one")] }
        if charts.isEmpty { return [Problem("", "Add a chart: a sheet without one says nothing at a glance")] }
        return charts.count > PublicationKind.mostSheetCharts
            ? [
                Problem(
                    "",
                    "A sheet has room for \(PublicationKind.mostSheetCharts) charts: remove \(charts.count - PublicationKind.mostSheetCharts)"
                )
            ]
            : []
    }
}
