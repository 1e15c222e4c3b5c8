import Design
import Disclosure
import HTML
import Kernel
import Web

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
