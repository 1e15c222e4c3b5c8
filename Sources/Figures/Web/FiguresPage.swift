import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The figures of a partnership or of one of its towns: headline numbers, then a chart with its table for every figure.
struct FiguresPage {
    let context: SignedIn
    let sheet: FigureSheet
    let lists: CodeLists

    private var slug: String { context.place.slug }
    private var problems: [Problem] { sheet.figures.problems }

    private var base: Link {
        sheet.town.map { FigureLinks.town(slug, $0.id) } ?? FigureLinks.all(slug)
    }

    var markup: Markup {
        let figures = sheet.figures.result
        return SignedInPage(context, section: .figures, title: pageTitle, problems: problems) {
            if let town = sheet.town {
                Breadcrumbs([("Figures", FigureLinks.all(slug))], current: town.label)
            }
            PageHeading(pageTitle) {
                if let figures { lead(figures.filter) }
            } actions: {
                if sheet.town == nil {
                    ButtonLink("Referrals in figures", to: FigureLinks.pathways(slug), .second)
                    ButtonLink("Published statistics", to: FigureLinks.published(slug), .second)
                }
                if sheet.town == nil, !context.viewer.has(.townLead) || context.viewer.isCoordinator {
                    ButtonLink("Figures from elsewhere", to: PageLinks.statedFigures(slug), .second)
                }
                if context.viewer.isCoordinator && sheet.town == nil {
                    ButtonLink("How the agencies answer", to: FigureLinks.answers(slug), .second)
                }
            }
            FigureFilterForm(
                base: base, choice: sheet.choice, today: sheet.today, newest: sheet.newest, filter: figures?.filter,
                problems: problems, towns: sheet.town == nil ? sheet.towns : [], lists: lists,
                isTownInPath: sheet.town != nil)
            if let figures {
                InsetText { p { scopeText } }
                tiles(figures)
                charts(figures)
                Details("What counts as one") {
                    ul { for unit in UnitOfCount.allCases { li { unit.definition } } }
                }
            } else {
                p { "Put this right to see the figures." }
            }
        }.markup
    }

    private var pageTitle: String {
        if let town = sheet.town { return "\(town.label) in figures" }
        return sheet.figures.result?.filter.isWholeYear == true ? "The year in figures" : "Figures"
    }

    private func lead(_ filter: FigureFilter) -> String {
        var parts = [filter.period == .everything ? "Everything recorded" : filter.period.text]
        if sheet.town == nil {
            let chosen = sheet.towns.filter { filter.towns.contains($0.id) }.map(\.label)
            if !chosen.isEmpty {
                parts.append(chosen.joined(separator: ", "))
            } else if sheet.towns.count > 1 {
                parts.append("all towns")
            }
        }
        if let code = filter.locationType { parts.append("type of location: \(lists["location_type"].label(code))") }
        if let code = filter.exploitationType {
            parts.append("type of exploitation: \(lists["exploitation_type"].label(code))")
        }
        parts.append("live from the records")
        return parts.joined(separator: " · ")
    }

    /// Which records are counted for this viewer.
    private var scopeText: String {
        switch sheet.scope {
        case .allPartnerships, .partnership:
            "These figures count every record of the \(context.place.name)."
        case .town(let own):
            "These figures count only what lies in \(sheet.towns.first { $0.id == own }?.label ?? "your town")."
        case .organisation:
            "These figures count only what \(context.viewer.organisationName) may see: concerns shared with it, visits it "
                + "takes part in, and people it screened or whose case is shared with it. The partnership's own totals "
                + "are higher."
        case .agreementLapsed:
            "The sharing agreement has run out. Until it is renewed, \(context.viewer.organisationName) sees no records, "
                + "so there is nothing to count."
        case .townMissing:
            "No town is set for your account, so there is nothing to count. Ask the partnership's administrator to set it."
        }
    }

    // MARK: Figures

    private func tiles(_ figures: FigureSheet.Figures) -> FigureTiles {
        let dashboard = figures.dashboard
        let concerns = dashboard.total(.concerns)
        let visits = dashboard.total(.visits)
        let interventions = dashboard.total(.interventions)
        let screened = dashboard.total(.screened)
        var concernWords = concerns == 1 ? "concern raised" : "concerns raised"
        if let before = figures.concernsBefore {
            concernWords +=
                ", \(before.grouped) \(figures.filter.isWholeYear ? "the year before" : "on the same days a year before")"
        }
        let genders = dashboard[.screenedByGender].map { "\($0.count.grouped) \($0.key.lowercased())" }
        let screenedWords = screened == 1 ? "person screened" : "people screened"
        return FigureTiles([
            .init(concerns, concernWords),
            .init(visits, visits == 1 ? "visit made" : "visits made"),
            .init(
                interventions,
                "\(interventions == 1 ? "intervention" : "interventions"): one for each agency at each visit"),
            .init(screened, genders.isEmpty ? screenedWords : "\(screenedWords): \(genders.joined(separator: ", "))"),
        ])
    }

    private func charts(_ figures: FigureSheet.Figures) -> ChartGrid {
        ChartGrid {
            bars(.concernsByExploitationType, figures, others: "other types")
            bars(.concernsByLocationType, figures, shown: 7, others: "other types")
            bars(.concernsByTown, figures, others: "other towns")
            bars(.concernsByNationality, figures, shown: 7, others: "other nationalities")
            columns(.concernsByMonth, figures)
            columns(.concernsByQuarter, figures)
            bars(.concernsByWard, figures, others: "other wards")
            bars(.concernsBySource, figures, others: "other sources")
            columns(.visitsByMonth, figures)
            bars(.interventionsByAgency, figures, shown: 24, others: "other agencies")
            bars(.screenedByGender, figures, others: "others")
            bars(.screenedByAgeGroup, figures, others: "other age groups")
            bars(.screenedByNationality, figures, shown: 7, others: "other nationalities")
            bars(.screenedByOutcome, figures, others: "other outcomes")
        }
    }

    private func bars(
        _ table: FigureTable, _ figures: FigureSheet.Figures, shown: Int = 12, others: String
    ) -> BarChart {
        BarChart(
            table.heading, kind: table.dimension, unit: table.unitText,
            bars: figures.dashboard[table].map { row in
                BarChart.Bar(
                    row.key, row.count, link: table == .concernsByTown ? townLink(row.key, figures.filter) : nil)
            },
            shown: shown, others: others, csv: download(table, figures.filter))
    }

    private func columns(_ table: FigureTable, _ figures: FigureSheet.Figures) -> ColumnChart {
        ColumnChart(
            table.heading, kind: table.dimension, unit: table.unitText,
            columns: figures.dashboard[table].map { row in
                if let quarter = CalendarQuarter(row.key) {
                    return .init(quarter.text, short: quarter.short, group: String(quarter.year), row.count)
                }
                guard let month = CalendarMonth(row.key) else { return .init(row.key, short: row.key, row.count) }
                return .init(month.text, short: month.short, group: String(month.year), row.count)
            }, csv: download(table, figures.filter))
    }

    /// The page of a town, for the same period and types.
    private func townLink(_ label: String, _ filter: FigureFilter) -> Link? {
        guard sheet.town == nil, let town = sheet.towns.first(where: { $0.label == label }) else { return nil }
        return FigureLinks.town(slug, town.id).during(filter.period).keeping(filter, townInPath: true)
    }

    private func download(_ table: FigureTable, _ filter: FigureFilter) -> Link {
        FigureLinks.table(slug, table).during(filter.period).keeping(filter, townInPath: false)
    }
}
