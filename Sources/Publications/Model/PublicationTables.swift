import Figures

/// The charts and tables that an editor can choose, each by its name and its heading.
enum PublicationTables {
    static let charts = FigureDesk.publicationCharts

    static let tables =
        FigureDesk.publicationCharts + [(id: "themes", heading: "The work by type of exploitation")] + FigureDesk.publicationReferralTables
}
