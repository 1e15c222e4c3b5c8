import Kernel
import Reviews

/// What a document of this kind can be made of.
extension PublicationKind {
    /// Whether it is about one town.
    package var isAboutTown: Bool { self == .townProfile }

    var figureChoices: [FigureSection] {
        isAboutTown ? Review.figureSections(of: .town) : FigureSection.allCases
    }

    /// A town has no table by town, and no referrals: they are too few to be told town by town.
    var chartChoices: [(id: String, heading: String)] {
        isAboutTown ? PublicationTables.charts.filter { $0.id != "concerns-by-town" } : PublicationTables.charts
    }

    var tableChoices: [(id: String, heading: String)] { isAboutTown ? chartChoices : PublicationTables.tables }

    /// What a section cannot be in a document of this kind, though it can in others.
    func problems(of draft: SectionDraft) -> [Problem] {
        let isOffered: Bool =
            switch draft.kind {
            case .figures: figureChoices.contains { $0.rawValue == draft.source }
            case .chart: chartChoices.contains { $0.id == draft.source }
            case .table: tableChoices.contains { $0.id == draft.source }
            default: true
            }
        return isOffered || draft.source.isEmpty ? [] : [Problem("source", "A document of this kind cannot have this")]
    }
}
