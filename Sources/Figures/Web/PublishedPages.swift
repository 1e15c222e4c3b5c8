import Design
import Disclosure
import Documents
import HTML
import Kernel
import Partnerships
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

    /// The column that is drawn: all together of a table by quarter, the newest year of one by category.
    private static func drawn(_ table: StatisticTable) -> Int {
        table.columns.first == "Quarter" ? table.columns.count - 2 : 0
    }

    private var releases: Card {
        let shown = 12
        return Card(
            "Releases", id: "releases",
            aside: { if overview.releases.count > shown { a(.href(FigureLinks.releases(slug))) { "All \(overview.releases.count)" } } }
        ) { PublishedReleases(slug: slug, releases: Array(overview.releases.prefix(shown))) }
    }
}

/// Releases with where they are from, newest first.
struct PublishedReleases: Component {
    let slug: String
    let releases: [ReleaseLine]

    @MarkupBuilder var markup: Markup {
        DataTable(
            "Releases",
            columns: [
                .init("Release", .rowHeading), .init("Published", .unbroken), .init("Imported", .unbroken), .init("File"),
                .init("Rows", .number),
            ],
            rows: releases.map { release in
                [
                    a(.href(FigureLinks.release(slug, release.id))) { release.title }, .text(release.publishedOn?.text ?? "Not said"),
                    .text(release.importedAt.day.text), .text(release.fileName), .text(release.rows.grouped),
                ]
            }
        ).markup
        p(.class("unit")) {
            "A later release replaces the quarters that it revises. What was said before stays readable in the release that said it."
        }
    }
}

/// Every release, the newest five hundred of them.
struct PublishedReleasesPage {
    let context: SignedIn
    let releases: [ReleaseLine]

    var markup: Markup {
        let slug = context.place.slug
        return SignedInPage(context, section: .figures, title: "Releases of published statistics") {
            Breadcrumbs([("Published statistics", FigureLinks.published(slug))], current: "Releases")
            PageHeading("Releases")
            PublishedReleases(slug: slug, releases: releases)
        }.markup
    }
}

extension ColumnChart.Column {
    /// A quarter of a year.
    static func quarter(_ quarter: CalendarQuarter, _ value: Int) -> ColumnChart.Column {
        ColumnChart.Column(quarter.text, short: "Q\(quarter.number)", group: String(quarter.year), value)
    }
}

/// What the marks beside figures mean.
struct PublishedMarks: Component {
    var markup: Markup {
        Details("What the marks mean") {
            ul {
                for mark in [FigureMark.notAvailable, .notApplicable, .lowReliability, .provisional, .revised, .breakInSeries, .estimated] {
                    li { "\(mark.text) \(mark.meaning)" }
                }
            }
        }.markup
    }
}

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

/// The local authorities, with their forces and populations.
struct PublishedAuthoritiesPage {
    let context: SignedIn
    let authorities: PublishedAuthorities

    private var slug: String { context.place.slug }

    var markup: Markup {
        let table = authorities.table(slug)
        let csv = FigureLinks.publishedTable(FigureLinks.publishedAuthorities(slug), table.name)
        return SignedInPage(context, section: .figures, title: "Local authorities in published statistics") {
            Breadcrumbs([("Published statistics", FigureLinks.published(slug))], current: "Local authorities")
            PageHeading("Local authorities")
            if authorities.standings.isEmpty {
                InsetText {
                    p { "No authorities were imported yet. Whoever runs the server imports them: plainsight import areas FILE.csv." }
                }
            } else {
                if !authorities.hasOwn {
                    InsetText {
                        p {
                            "The statistics that were imported count all local authorities as one first responder. The map shows the rate of the police force that each authority lies in."
                        }
                    }
                }
                map(table, csv)
                PublishedMarks()
            }
        }.markup
    }

    private func map(_ table: StatisticTable, _ csv: Link) -> AreaMap {
        let values = authorities.rates
        let names = Dictionary(authorities.standings.map { ($0.area.code, $0.area.name) }) { first, _ in first }
        return AreaMap(
            authorities.hasOwn ? "Referrals by local authority" : "Local authorities by the rate of their police force",
            unit: "\(table.unit) Source: \(table.source). Contains National Statistics and Ordnance Survey data.",
            legend: "Per 100,000, \(PublishedPeriods.short(authorities.periods.latest))",
            areas: authorities.shapes.map { shape in
                AreaMap.Area(
                    names[shape.code] ?? shape.name, shape.outline, value: values[shape.code],
                    shown: values[shape.code].map { StatisticTable.Cell(rate: $0).text } ?? "no rate")
            }, table: table.table, csv: csv, id: table.name)
    }
}

extension PublishedAuthorities {
    /// Whether anything was published of authorities one by one.
    var hasOwn: Bool { !base.namedAuthorityQuarters.isEmpty }

    /// The quarters that the map is of.
    var periods: PublishedPeriods { hasOwn ? PublishedPeriods(base.namedAuthorityQuarters) : base.policePeriods }

    /// What the map shows of each authority: its own rate or, where there is none at all, that of its force.
    var rates: [String: Double] {
        if hasOwn {
            return Dictionary(standings.compactMap { one in one.rate.map { (one.area.code, $0.perHundredThousand) } }) { first, _ in first }
        }
        let forceRates = Dictionary(forces.compactMap { one in one.rate.map { (one.area.code, $0.perHundredThousand) } }) { first, _ in
            first
        }
        return Dictionary(base.authorities.compactMap { line in forceRates[line.force].map { (line.code, $0) } }) { first, _ in first }
    }

    func table(_ slug: String) -> StatisticTable {
        if hasOwn {
            return base.comparison(
                "authorities", "Referrals by local authority", kind: "Local authority", standings, section: "local-authority",
                ranked: AreaStanding.rankedCount(standings),
                link: { FigureLinks.publishedArea(slug, $0) })
        }
        let names = Dictionary(PublishedArea.forces(base.lists).map { ($0.code, $0.name) }) { first, _ in first }
        let lines = Dictionary(base.authorities.map { ($0.code, $0) }) { first, _ in first }
        let rates = rates
        let periods = base.policePeriods
        return StatisticTable(
            name: "authorities", heading: "Local authorities",
            columns: ["Local authority", "Police force", "Population", "Rate per 100,000 of the force"], wordColumns: [1],
            rows: standings.map { standing in
                .init(
                    name: standing.area.name, link: FigureLinks.publishedArea(slug, standing.area),
                    cells: [
                        .init(lines[standing.area.code].flatMap { names[$0.force] } ?? "Not known"),
                        standing.population.map { .init($0.people) } ?? .notAvailable,
                        rates[standing.area.code].map { .init(rate: $0) } ?? .notAvailable,
                    ])
            },
            unit:
                "\(StatisticDataset.referrals.unit), by the police force of the area. \(PublishedBase.rateWords(periods))\(PublishedBase.populationWords(standings))",
            source: base.source(base.parts(.referrals, section: "police")))
    }
}

/// One release: what it said, what it replaced, and what replaced it.
struct PublishedReleasePage {
    let context: SignedIn
    let sheet: PublishedReleaseSheet

    private var slug: String { context.place.slug }

    var markup: Markup {
        let release = sheet.release
        return SignedInPage(context, section: .figures, title: "Release of published statistics", layout: .wide) {
            Breadcrumbs([("Published statistics", FigureLinks.published(slug))], current: "Release")
            PageHeading(release.title)
            Card("Where it is from") {
                SummaryList([
                    .init("Published", .text(release.publishedOn?.text ?? "")), .init("Imported", .text(release.importedAt.day.text)),
                    .init("File", .text(release.fileName)), .init("Rows", .text(release.rows.grouped)),
                    .init("SHA-256 of the file", .text(release.fileHash)),
                ])
            }
            if !sheet.versions.isEmpty {
                Card(
                    "Quarters of this release",
                    aside: { a(.href(FigureLinks.releasedFigures(slug, release.id)), .download("")) { "CSV of all its figures" } }
                ) {
                    table
                    p(.class("unit")) {
                        "All figures of a quarter together, as this release has them, as they were before it, and as a later release has them."
                    }
                }
            }
        }.markup
    }

    private var table: DataTable {
        DataTable(
            "Quarters of this release",
            columns: [
                .init("Quarter", .rowHeading), .init("Part"), .init("In this release", .number), .init("Before", .number),
                .init("Now", .number), .init("Difference", .number), .init("Replaced by"),
            ],
            rows: sheet.versions.map { version in
                [
                    .text(version.quarter.text), .text(version.section.isEmpty ? "All" : version.section.replacing("-", with: " ")),
                    .text(version.total.grouped + StatisticTable.shorthand(version.mark)), .text(version.before?.grouped ?? "[z]"),
                    .text((version.after ?? version.total).grouped),
                    .text(version.before.map { (version.total - $0).grouped } ?? "[z]"),
                    version.replacedBy.map { next in a(.href(FigureLinks.release(slug, next))) { sheet.names[next] ?? "A later release" } }
                        ?? .text("Nothing: it stands"),
                ]
            }, stacks: false)
    }
}
