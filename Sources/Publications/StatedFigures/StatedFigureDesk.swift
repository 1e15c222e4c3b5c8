import Access
import Figures
import Kernel
import Partnerships
import Reviews

/// The use cases of figures from elsewhere: what nobody can count from the records of cases, with its source.
///
/// The coordinator writes them; whoever reads the figures of the partnership reads them.
package struct StatedFigureDesk: Sendable {
    package let desk: Desk
    let figures: FigureDesk
    package let lists: CodeLists

    package init(desk: Desk, figures: FigureDesk, lists: CodeLists) {
        self.desk = desk
        self.figures = figures
        self.lists = lists
    }

    package var measures: [String: StatedMeasure] { lists.statedMeasures }

    /// The measures that may be chosen today, in the order of their list.
    package var choices: [StatedMeasure] { lists["stated_measure"].current(on: desk.world.now().day).map(StatedMeasure.init) }

    /// Whether a viewer may open the figures at all.
    package static func opens(_ viewer: Viewer) -> Bool {
        viewer.isCoordinator || viewer.has(.analyst) || viewer.door == .operator || (viewer.has(.member) && viewer.agreementInForce)
    }

    private func requireReader(_ viewer: Viewer) throws {
        guard StatedFigureDesk.opens(viewer) else { throw AccessError.denied }
    }

    /// The figures of the partnership. Throws `AccessError.denied` for whoever reads no figures.
    package func shelf(as viewer: Viewer) async throws -> StatedFigureShelf {
        try requireReader(viewer)
        return try await desk.read(as: viewer, Consultation("list-stated-figures", "stated_figures")) { try $0.statedFigureShelf() }
    }

    /// The figures as a document of a command may state them. Throws `AccessError.denied` for whoever reads no figures.
    ///
    /// - Parameter threshold: the smallest count of people that is shown.
    package func library(as viewer: Viewer, threshold: Int) async throws -> StatedFigureLibrary {
        StatedFigureLibrary(try await shelf(as: viewer).standing.map(\.draft), measures: measures, threshold: threshold)
    }

    /// One figure with what it said before. Throws `AccessError.notVisible`.
    package func one(_ figure: ID<StatedFigure>, as viewer: Viewer) async throws -> StatedFigureFile {
        try await desk.read(as: viewer, Consultation("open-stated-figure", "stated_figures", figure.text)) {
            try $0.statedFigureFile(figure)
        }
    }

    /// The rows of a text, read and not kept.
    func rows(of text: String) -> StatedFigureRows {
        let open = Set(choices.map(\.code))
        return StatedFigureRows(text, measures: measures, mayChoose: { open.contains($0) })
    }

    /// What a text would take in, and everything that is wrong with it. Throws `AccessError.denied`.
    func check(_ text: String, as viewer: Viewer) async throws -> (rows: [StatedFigureDraft], problems: [Problem]) {
        guard viewer.isCoordinator else { throw AccessError.denied }
        let read = rows(of: text)
        let others = try await shelf(as: viewer).figures
        return (read.rows.map(\.draft), read.problems + StatedFigureDesk.problems(of: read.rows, beside: others))
    }

    /// The most stretches of time that are counted in the records for one page of checks.
    static let mostStretches = 24

    /// Everything that somebody should look at. What the records count is compared for whoever reads all figures alone: what
    /// others see of the records is a part of them. Throws `AccessError.denied`.
    package func findings(as viewer: Viewer) async throws -> [StatedFigureFinding] {
        try requireReader(viewer)
        let shelf = try await desk.read(as: viewer, Consultation("check-stated-figures", "stated_figures")) {
            try $0.statedFigureShelf()
        }
        let checks = StatedFigureChecks(shelf, measures: measures)
        var stretches: [Period: [Counted: Int]] = [:]
        if viewer.isCoordinator || viewer.has(.analyst) {
            for figure in shelf.standing {
                guard let days = StatedFigureChecks.counted(figure.draft)?.days, stretches[days] == nil,
                    stretches.count < StatedFigureDesk.mostStretches, FigureFilter(period: days).problems.isEmpty
                else { continue }
                stretches[days] = try await figures.recordedFigures(
                    for: viewer, named: "", during: days, withThemes: false
                ).totals
            }
        }
        let counted = stretches
        return checks.findings + checks.besideRecords { unit, days in counted[days]?[unit] }
    }
}
