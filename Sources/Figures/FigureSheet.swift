import Access
import Kernel
import Partnerships

/// What a page of figures shows to one viewer.
struct FigureSheet: Sendable {
    /// The figures under the filter that applied.
    struct Figures: Sendable {
        let filter: FigureFilter
        let dashboard: Dashboard
        /// Concerns of the same days a year earlier; nil where the period is longer than a year or open.
        let concernsBefore: Int?
    }

    /// What a page can be asked for.
    enum Part: Sendable {
        case all
        /// One table, for a download.
        case table(FigureTable)
    }

    let scope: FigureScope
    let choice: FigureChoice
    let today: Day
    let newest: Day?
    /// The towns that the viewer may choose.
    let towns: [TermSummary]
    /// The town that the whole page is about.
    let town: TermSummary?
    /// The figures, or what is wrong with the choice.
    let figures: Outcome<Figures>
}

extension FigureDesk {
    /// The figures that a page asks for, for the whole partnership or for one of its towns.
    ///
    /// Throws `AccessError.denied` for a viewer without figures, and `.notVisible` for a town that is not one of the
    /// viewer's partnership or, for a town lead, not their own.
    func sheet(
        for viewer: Viewer, _ choice: FigureChoice, town: ID<Term>? = nil, part: FigureSheet.Part = .all
    ) async throws -> FigureSheet {
        guard let scope = FigureScope(of: viewer), let partnership = viewer.partnership else {
            throw AccessError.denied
        }
        let lists = lists
        let verb: String
        let units: [UnitOfCount]
        switch part {
        case .all:
            verb = "read-figures"
            units = UnitOfCount.allCases
        case .table(let table):
            verb = "export-figures"
            units = [table.unit]
        }
        return try await desk.read(
            as: viewer, Consultation(verb, "figures", town?.text ?? partnership.text)
        ) { reading in
            let towns = try reading.terms(of: partnership, kind: "town").filter { scope.offers($0.id) }
            let chosen = try town.map { town in
                guard let known = towns.first(where: { $0.id == town }) else { throw AccessError.notVisible }
                return known
            }
            let newest = try reading.newestConcern()
            let today = reading.moment.day
            let figures: Outcome<FigureSheet.Figures>
            switch choice.filter(today: today, newest: newest, towns: towns, lists: lists) {
            case .refused(let problems): figures = .refused(problems)
            case .done(var filter):
                if let chosen { filter.towns = [chosen.id] }
                let dashboard = try reading.dashboard(filter, units: units, lists: lists)
                var before: Int?
                if case .all = part, let earlier = filter.yearBefore { before = try reading.concernTotal(earlier) }
                figures = .done(.init(filter: filter, dashboard: dashboard, concernsBefore: before))
            }
            return FigureSheet(
                scope: scope, choice: choice, today: today, newest: newest, towns: towns, town: chosen,
                figures: figures)
        }
    }

    /// What a page shows of the answers to scoping rounds.
    struct AnswerSheet: Sendable {
        let choice: FigureChoice
        let today: Day
        let newest: Day?
        let figures: Outcome<AnswerFigures>
    }

    /// How quickly and how the agencies answered; for the coordinator alone (`AccessError.denied`).
    func answers(for viewer: Viewer, _ choice: FigureChoice) async throws -> AnswerSheet {
        guard viewer.isCoordinator, let partnership = viewer.partnership else { throw AccessError.denied }
        let lists = lists
        return try await desk.read(
            as: viewer, Consultation("read-answer-figures", "figures", partnership.text)
        ) { reading in
            let newest = try reading.newestConcern()
            let today = reading.moment.day
            let figures: Outcome<AnswerFigures> =
                switch choice.filter(today: today, newest: newest, towns: [], lists: lists) {
                case .refused(let problems): .refused(problems)
                case .done(let filter): .done(try reading.answerFigures(filter.period))
                }
            return AnswerSheet(choice: choice, today: today, newest: newest, figures: figures)
        }
    }
}

extension FigureScope {
    /// Whether figures of this town may be asked for by themselves.
    func offers(_ town: ID<Term>) -> Bool {
        switch self {
        case .town(let own): own == town
        case .allPartnerships, .partnership, .organisation: true
        case .agreementLapsed, .townMissing: false
        }
    }
}
