import Design
import Disclosure
import HTML
import Kernel
import Web

/// Published statistics of the National Referral Mechanism: the country, its nations and its police forces.
struct PublishedPage {
    let context: SignedIn
    let overview: PublishedOverview

    private var slug: String { context.place.slug }
    private var base: Link { FigureLinks.published(slug) }

    var markup: Markup {
        SignedInPage(context, section: .figures, title: "Published statistics") {
            PageHeading("Published statistics") {
                "National Referral Mechanism · by police force, local authority and nation"
            } actions: {
                ButtonLink("Local authorities", to: FigureLinks.publishedAuthorities(slug), .second)
            }
            if overview.releases.isEmpty {
                EmptyState("Nothing was imported yet") {
                    p { "Whoever runs the server imports the Home Office's statistics: plainsight import nrm FILE.csv." }
                }
            } else {
                contents
                tiles
                if let disagreement = overview.base.disagreement {
                    InsetText {
                        p {
                            "The referrals over time and the referrals by first responder count differently in "
                            disagreement.quarters == 1 ? "1 quarter" : "\(disagreement.quarters) quarters"
                            ", by \(disagreement.most.grouped) at most. Releases of different days can do so."
                        }
                    }
                }
                map
                let tables = overview.tables(slug)
                for table in tables where table.name == "nations" { table.card(FigureLinks.publishedTable(base, table.name)) }
                ChartGrid {
                    for table in tables where table.name != "nations" {
                        table.chart(FigureLinks.publishedTable(base, table.name), of: Self.drawn(table))
                    }
                }
                releases
                PublishedMarks()
            }
        }.markup
    }

    private var contents: Markup {
        nav(.aria("label", "On this page")) {
            Details("On this page") {
                ul {
                    for table in [overview.forcesTable(slug)] + overview.tables(slug) {
                        li { a(.href(Link(fragment: table.name))) { table.heading } }
                    }
                    li { a(.href(Link(fragment: "releases"))) { "Releases" } }
                }
            }
        }
    }

    private var tiles: FigureTiles {
        let parts = overview.base.parts.filter { $0.dataset == .referrals }
        let periods = PublishedPeriods(Set(parts.map(\.quarter)))
        func sum(_ quarters: [CalendarQuarter]) -> Int {
            let wanted = Set(quarters)
            return parts.reduce(0) { $0 + (wanted.contains($1.quarter) ? $1.total : 0) }
        }
        let police = overview.forces.reduce(0) { $0 + $1.latest }
        var tiles: [FigureTiles.Tile] = []
        if !periods.latest.isEmpty {
            tiles.append(.init(sum(periods.latest), "people referred, \(PublishedPeriods.words(periods.latest))"))
        }
        if !periods.compared.isEmpty {
            tiles.append(
                .init(
                    sum(periods.compared),
                    "people referred, \(PublishedPeriods.words(periods.compared)); \(sum(periods.before).grouped) in the same months a year before"
                ))
        }
        if police > 0 {
            tiles.append(
                .init(police, "of them by police forces with an area, \(PublishedPeriods.words(overview.base.policePeriods.latest))"))
        }
        return FigureTiles(tiles)
    }

    private var map: AreaMap {
        let table = overview.forcesTable(slug)
        let standings = Dictionary(overview.forces.map { ($0.area.code, $0) }) { first, _ in first }
        return AreaMap(
            "Referrals by police force",
            unit:
                "\(table.unit) The map shows the rate. Classes hold about as many forces each. Source: \(table.source). Contains National Statistics and Ordnance Survey data.",
            legend: "Per 100,000, \(PublishedPeriods.short(overview.base.policePeriods.latest))",
            areas: overview.shapes.map { shape in
                let rate = standings[shape.code]?.rate?.perHundredThousand
                return AreaMap.Area(
                    standings[shape.code]?.area.name ?? shape.name, shape.outline, value: rate,
                    shown: rate.map { StatisticTable.Cell(rate: $0).text } ?? "no rate")
            }, table: table.table, csv: FigureLinks.publishedTable(base, table.name), id: table.name)
    }

    /// The column that is drawn: the newest year of a table by category; of one by quarter all together or, where that is not there
    /// because a part was not imported, what was imported last in the row.
    private static func drawn(_ table: StatisticTable) -> Int {
        guard table.columns.first == "Quarter" else { return 0 }
        let columns = table.columns.indices.dropLast()
        return columns.last { column in table.rows.contains { Int($0.cells[column].plain) != nil } } ?? columns.count - 1
    }

    private var releases: Card {
        let shown = 12
        return Card(
            "Releases", id: "releases",
            aside: { if overview.releases.count > shown { a(.href(FigureLinks.releases(slug))) { "All \(overview.releases.count)" } } }
        ) { PublishedReleases(slug: slug, releases: Array(overview.releases.prefix(shown))) }
    }
}
