import Design
import Disclosure
import HTML
import Kernel
import Partnerships
import Web

/// Published statistics of one police force, local authority or nation.
struct PublishedAreaPage {
    let context: SignedIn
    let sheet: PublishedAreaSheet

    private var slug: String { context.place.slug }
    private var base: Link { FigureLinks.publishedArea(slug, sheet.area) }
    private var area: PublishedArea { sheet.area }

    var markup: Markup {
        SignedInPage(context, section: .figures, title: "\(area.name) in published statistics") {
            Breadcrumbs(trail, current: area.name)
            PageHeading(area.name) { lead }
            if sheet.hasFigures {
                if sheet.quarters.isEmpty {
                    InsetText { p { "Nothing was imported yet of which this page could tell." } }
                } else {
                    tiles
                }
            } else {
                InsetText { p { absence } }
            }
            if area.kind == .authority { facts }
            let tables = sheet.tables(slug)
            if sheet.hasFigures && !sheet.quarters.isEmpty {
                ChartGrid {
                    trend
                    for table in tables where table.isLong { table.chart(FigureLinks.publishedTable(base, table.name), of: 0) }
                }
            }
            for table in tables where !table.isLong { table.card(FigureLinks.publishedTable(base, table.name)) }
            PublishedMarks()
        }.markup
    }

    private var trail: [(String, Link)] {
        let all = ("Published statistics", FigureLinks.published(slug))
        return area.kind == .authority ? [all, ("Local authorities", FigureLinks.publishedAuthorities(slug))] : [all]
    }

    private var lead: String {
        let periods = PublishedPeriods(sheet.quarters)
        let what =
            switch area.kind {
            case .force: "Police force"
            case .authority: "Local authority"
            case .nation: "Nation, by its police forces"
            }
        return periods.latest.isEmpty ? what : "\(what) · National Referral Mechanism, \(PublishedPeriods.words(periods.latest))"
    }

    private var absence: String {
        "The statistics that were imported count all local authorities as one first responder, so there is no figure of \(area.name) alone. "
            + "What its police force referred is on the page of the force. Nothing is shared out over authorities here: that would be a guess."
    }

    private var tiles: FigureTiles {
        guard let standing = sheet.standing else { return FigureTiles([]) }
        let periods = PublishedPeriods(sheet.quarters)
        var tiles: [FigureTiles.Tile] = [.init(standing.latest, "people referred, \(PublishedPeriods.words(periods.latest))")]
        if !periods.compared.isEmpty {
            tiles.append(
                .init(
                    standing.compared,
                    "in \(PublishedPeriods.words(periods.compared)); \(standing.before.grouped) in the same months a year before"))
        }
        if let rate = standing.rate, let population = standing.population {
            let interval = "\(StatisticTable.Cell(rate: rate.lower).text) to \(StatisticTable.Cell(rate: rate.upper).text)"
            tiles.append(
                .init(
                    shown: StatisticTable.Cell(rate: rate.perHundredThousand, marks: rate.isUnreliable ? "u" : "").text,
                    "for each 100,000 of \(population.people.grouped) inhabitants (mid-\(population.year)); interval of 95% \(interval)"))
        }
        if let rank = standing.rank {
            tiles.append(.init(shown: "\(rank) of \(AreaStanding.rankedCount(sheet.standings))", "by rate, 1 being the highest"))
        }
        return FigureTiles(tiles)
    }

    private var trend: ColumnChart {
        let table = sheet.trend
        let counts = sheet.counts
        return ColumnChart(
            table.heading, kind: "Quarter", unit: "\(table.unit) Source: \(table.source).",
            columns: sheet.quarters.map { .quarter($0, counts[$0] ?? 0) }, csv: FigureLinks.publishedTable(base, table.name),
            id: table.name, whole: table.table)
    }

    private var facts: Card {
        let force = sheet.authority.flatMap { line in
            PublishedArea.forces(sheet.base.lists).first { $0.code == line.force }
        }
        let population = sheet.base.populations.population(of: area.code)
        return Card("What is known of it") {
            SummaryList([
                .init("Police force") { if let force { a(.href(FigureLinks.publishedArea(slug, force))) { force.name } } },
                .init("Region", .text(sheet.authority?.regionName ?? "")),
                .init("Population", .text(population.map { "\($0.people.grouped), mid-\($0.year)" } ?? "")),
                .init("Took the place of", .text(predecessors)),
            ])
        }
    }

    private var predecessors: String {
        sheet.base.lists["authority_successor"].values.filter { $0.note == area.code }
            .map { "\($0.label) (until \($0.validUntil?.text ?? "not known"))" }.joined(separator: ", ")
    }
}

extension ColumnChart.Column {
    /// A quarter of a year.
    static func quarter(_ quarter: CalendarQuarter, _ value: Int) -> ColumnChart.Column {
        ColumnChart.Column(quarter.text, short: "Q\(quarter.number)", group: String(quarter.year), value)
    }
}
