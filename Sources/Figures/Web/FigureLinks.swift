import Access
import HTML
import Kernel
import Web

/// The addresses of the figures of one partnership.
enum FigureLinks {
    static func all(_ slug: String) -> Link { PageLinks.figures(slug) }
    static func town(_ slug: String, _ town: ID<Term>) -> Link { "/\(slug)/figures/towns/\(town)" }
    static func pathways(_ slug: String) -> Link { "/\(slug)/figures/pathways" }
    static func pathwayTable(_ slug: String, _ table: PathwayTable) -> Link { "/\(slug)/figures/pathways/\(table.rawValue).csv" }
    static func answers(_ slug: String) -> Link { "/\(slug)/figures/answers" }
    static func answersTable(_ slug: String) -> Link { "/\(slug)/figures/answers.csv" }
    static func table(_ slug: String, _ table: FigureTable) -> Link { "/\(slug)/figures/\(table.rawValue).csv" }
}

extension Link {
    /// The same address, asking for exactly these days.
    func during(_ period: Period) -> Link {
        if period == .everything { return query("period", FigurePeriod.everything.rawValue) }
        return query("from", period.from?.iso).query("to", period.to?.iso)
    }

    /// The same address, asking for one of the named periods.
    func during(_ period: FigurePeriod) -> Link { query("period", period.rawValue) }

    /// The same address with everything of a filter but its period; a page about one town has the town in its path.
    func keeping(_ filter: FigureFilter, townInPath: Bool) -> Link {
        query("town", townInPath ? nil : filter.towns.first?.text)
            .query("location", filter.locationType)
            .query("exploitation", filter.exploitationType)
    }
}
