import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The figures of referrals and duty-to-notify reports, each with its unit of count and its table to download.
struct PathwayFiguresPage {
    let context: SignedIn
    let sheet: FigureDesk.PathwaySheet

    private var slug: String { context.place.slug }

    var markup: Markup {
        let problems = sheet.figures.problems
        return SignedInPage(context, section: .figures, title: "Referrals in figures", problems: problems) {
            Breadcrumbs([("Figures", FigureLinks.all(slug))], current: "Referrals")
            PageHeading("Referrals in figures") {
                if let filter = sheet.filter {
                    "\(filter.period == .everything ? "Everything recorded" : filter.period.text) · live from the records"
                }
            }
            FigureFilterForm(
                base: FigureLinks.pathways(slug), choice: sheet.choice, today: sheet.today, newest: sheet.newest,
                filter: sheet.filter, problems: problems, towns: sheet.towns, lists: nil, isTownInPath: false)
            if let figures = sheet.figures.result {
                InsetText { p { scopeText } }
                FigureTiles([
                    .init(figures.referrals, figures.referrals == 1 ? "referral sent" : "referrals sent"),
                    .init(figures.reports, figures.reports == 1 ? "duty to notify report" : "duty to notify reports"),
                    .init(figures.people, figures.people == 1 ? "person referred or reported" : "people referred or reported"),
                    .init(figures.declined, figures.declined == 1 ? "answer that declined a referral" : "answers that declined a referral"),
                ])
                contents
                ChartGrid {
                    columns(figures)
                    bars(figures)
                }
                for table in PathwayTable.allCases where !PathwayFiguresPage.drawn.contains(table) { card(table, figures) }
            } else {
                p { "Put this right to see the figures." }
            }
        }.markup
    }

    private var scopeText: String {
        switch sheet.scope {
        case .allPartnerships, .partnership:
            "These figures count every referral of the \(context.place.name). Small numbers can tell who somebody is: keep them inside the partnership."
        case .town(let own):
            "These figures count only people met in \(sheet.towns.first { $0.id == own }?.label ?? "your town"). Small numbers can tell who somebody is: keep them inside the partnership."
        case .organisation:
            "These figures count only people with whom \(context.viewer.organisationName) works. The partnership's own totals are higher."
        case .agreementLapsed: "The sharing agreement has run out. Until it is renewed there is nothing to count."
        case .townMissing: "No town is set for your account, so there is nothing to count."
        }
    }

    /// Drawn as charts, each with its whole table.
    private static let drawn: [PathwayTable] = [.byMonth, .byExploitation]

    /// The way to each table: the page is long on a telephone.
    private var contents: Markup {
        let tables = PathwayFiguresPage.drawn + PathwayTable.allCases.filter { !PathwayFiguresPage.drawn.contains($0) }
        return nav(.aria("label", "On this page")) {
            Details("On this page") {
                ul { for table in tables { li { a(.href(Link(fragment: table.rawValue))) { table.heading } } } }
            }
        }
    }

    private func columns(_ figures: PathwayFigures) -> ColumnChart {
        ColumnChart(
            "Referrals by month", kind: "Month",
            unit: "Referrals, on the day they were sent; the table has the duty to notify reports beside them",
            columns: figures[.byMonth].map { row in
                guard let month = CalendarMonth(row.label) else {
                    return .init(row.label, short: row.label, row.numbers.first.flatMap { $0 } ?? 0)
                }
                return .init(month.text, short: month.short, group: String(month.year), row.numbers.first.flatMap { $0 } ?? 0)
            }, csv: download(.byMonth), id: PathwayTable.byMonth.rawValue, whole: table(.byMonth, figures))
    }

    private func bars(_ figures: PathwayFigures) -> BarChart {
        BarChart(
            "Referrals by type of exploitation", kind: "Type of exploitation",
            unit: "Referrals; one counts for each type that is known of the person. The table has the duty to notify reports beside them",
            bars: figures[.byExploitation].map { .init($0.label, $0.numbers.first.flatMap { $0 } ?? 0) },
            others: "other types", csv: download(.byExploitation), id: PathwayTable.byExploitation.rawValue,
            whole: table(.byExploitation, figures))
    }

    private func card(_ table: PathwayTable, _ figures: PathwayFigures) -> Card {
        Card(table.heading, id: table.rawValue, aside: { a(.href(download(table)), .download("")) { "CSV" } }) {
            self.table(table, figures)
            p(.class("unit")) { table.unitText }
        }
    }

    private func table(_ table: PathwayTable, _ figures: PathwayFigures) -> DataTable {
        DataTable(
            table.heading,
            columns: table.columns.enumerated().map { $0.offset == 0 ? .init($0.element, .rowHeading) : .init($0.element, .number) },
            rows: figures[table].map { row in
                [.text(PathwayFiguresPage.label(row.label))] + row.numbers.map { .text($0.map(\.grouped) ?? "None") }
            }, empty: "Nothing to count in this period.")
    }

    /// Months and quarters as they are spoken of.
    static func label(_ key: String) -> String { CalendarMonth(key)?.text ?? CalendarQuarter(key)?.text ?? key }

    private func download(_ table: PathwayTable) -> Link {
        let base = FigureLinks.pathwayTable(slug, table)
        guard let filter = sheet.filter else { return base }
        return base.during(filter.period).keeping(filter, townInPath: false)
    }
}

extension CSVTable {
    /// One table of the figures of referrals.
    init(_ table: PathwayTable, of figures: PathwayFigures) {
        self.init(
            header: table.columns,
            rows: figures[table].map { [$0.label] + $0.numbers.map { $0.map(String.init) ?? "" } })
    }
}
