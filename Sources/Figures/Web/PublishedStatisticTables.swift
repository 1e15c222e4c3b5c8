import Design
import HTML
import Kernel
import Partnerships

extension FigureLinks {
    static func published(_ slug: String) -> Link { "/\(slug)/figures/published" }
    static func publishedAuthorities(_ slug: String) -> Link { "/\(slug)/figures/published/authorities" }
    static func releases(_ slug: String) -> Link { "/\(slug)/figures/published/releases" }
    static func release(_ slug: String, _ release: ID<StatisticRelease>) -> Link { "/\(slug)/figures/published/releases/\(release)" }
    static func releasedFigures(_ slug: String, _ release: ID<StatisticRelease>) -> Link {
        "/\(slug)/figures/published/releases/\(release)/figures.csv"
    }
    static func publishedArea(_ slug: String, _ area: PublishedArea) -> Link {
        switch area.kind {
        case .force: "/\(slug)/figures/published/forces/\(area.code)"
        case .authority: "/\(slug)/figures/published/authorities/\(area.code)"
        case .nation: "/\(slug)/figures/published/nations/\(area.code)"
        }
    }
    static func publishedTable(_ base: Link, _ name: String) -> Link { "\(base)/tables/\(name).csv" }
}

extension CalendarQuarter: Comparable {
    static func < (one: CalendarQuarter, other: CalendarQuarter) -> Bool { one.position < other.position }
}

extension StatisticTable {
    /// Whether it is too long to be read from one end to the other, so that it is drawn. What compares areas is read whole.
    var isLong: Bool { rows.count > 8 && !["neighbours", "own-records"].contains(name) }

    /// The table in a card of its own, with its unit and source beneath.
    func card(_ csv: Link) -> Card {
        Card(
            heading, id: name,
            aside: {
                a(.href(csv), .download("")) {
                    "CSV"; span(.class("unseen")) { " of \(heading)" }
                }
            }
        ) {
            div(.class("compared")) { table }
            sourceWords
        }
    }

    /// The table with a drawing of one of its columns before it: columns where its rows are quarters, bars otherwise. For tables that
    /// are too long to be read from one end to the other.
    func chart(_ csv: Link, of column: Int) -> Markup {
        func value(_ row: Row) -> Int? {
            row.cells.indices.contains(column) ? Int(row.cells[column].plain) : nil
        }
        let words = "\(unit) Source: \(source)."
        let numbers = column + 1 < columns.count ? columns[column + 1] : ""
        if rows.allSatisfy({ $0.quarter != nil }) {
            // A quarter without a figure is left out: a column of no height would say that nobody was counted.
            let quarters = rows.compactMap { row in row.quarter.flatMap { quarter in value(row).map { (quarter, $0) } } }
            let drawn = quarters.prefix(12).reversed()
            return ColumnChart(
                heading, kind: "Quarter",
                unit:
                    "Drawn: \(numbers.lowercased())\(drawn.count < quarters.count ? ", the newest \(drawn.count) quarters" : ""). \(words)",
                columns: drawn.map { .quarter($0.0, $0.1) }, csv: csv, empty: "Nothing was published of this.", id: name, whole: table
            ).markup
        }
        return BarChart(
            heading, kind: columns[0], unit: "Drawn: \(numbers). \(words)", bars: rows.map { .init($0.name, value($0) ?? 0) }, shown: 10,
            others: "others", csv: csv, empty: "Nothing was published of this.", id: name, whole: table
        ).markup
    }

    /// What counts as one, and where it is from.
    var sourceWords: Markup {
        p(.class("unit")) {
            unit
            " Source: "
            source
            "."
        }
    }
}

extension PublishedBase {
    /// The newest year of some figures beside the same quarters of the year before, by one dimension.
    func breakdown(
        _ name: String, _ heading: String, kind: String, _ counts: [DimensionCount], dataset: StatisticDataset = .referrals,
        parts: [PartLine], periods: PublishedPeriods, label: (DimensionCount) -> String
    ) -> StatisticTable {
        let (latest, compared, before) = (Set(periods.latest), Set(periods.compared), Set(periods.before))
        var sums: [String: (latest: Int, compared: Int, before: Int)] = [:]
        for count in counts {
            let key = label(count)
            var sum = sums[key] ?? (0, 0, 0)
            if latest.contains(count.quarter) { sum.latest += count.count }
            if compared.contains(count.quarter) { sum.compared += count.count }
            if before.contains(count.quarter) { sum.before += count.count }
            sums[key] = sum
        }
        let kept = sums.filter { $0.value.latest + $0.value.compared + $0.value.before > 0 }
            .sorted { ($1.value.latest, $0.key) < ($0.value.latest, $1.key) }
        let marks = [periods.latest, periods.compared, periods.before].map { self.marks(parts, $0) }
        return StatisticTable(
            name: name, heading: heading,
            columns: [kind, PublishedPeriods.short(periods.latest)]
                + (compared.isEmpty
                    ? [] : [PublishedPeriods.short(periods.compared), PublishedPeriods.short(periods.before)]),
            rows: kept.map { key, sum in
                StatisticTable.Row(
                    name: key,
                    cells: [.init(sum.latest, marks: marks[0])]
                        + (compared.isEmpty ? [] : [.init(sum.compared, marks: marks[1]), .init(sum.before, marks: marks[2])]))
            }, unit: "\(dataset.unit).", source: source(parts, periods.latest + periods.before))
    }

    /// A table with a row for each quarter and a column for each of several codes, and all together.
    func byQuarter(
        _ name: String, _ heading: String, _ dataset: StatisticDataset, _ counts: [DimensionCount],
        columns: [(code: String, label: String)]
    ) -> StatisticTable {
        let parts = parts(dataset)
        let byQuarter = Dictionary(grouping: counts, by: \.quarter)
        return StatisticTable(
            name: name, heading: heading, columns: ["Quarter"] + columns.map(\.label) + ["All"],
            rows: byQuarter.keys.sorted(by: >).map { quarter in
                let own = byQuarter[quarter] ?? []
                let marks = marks(parts, [quarter])
                let cells = columns.map { column in
                    StatisticTable.Cell(own.reduce(0) { $0 + ($1.code == column.code ? $1.count : 0) }, marks: marks)
                }
                return StatisticTable.Row(
                    name: quarter.text, quarter: quarter, cells: cells + [.init(own.reduce(0) { $0 + $1.count }, marks: marks)])
            }, unit: "\(dataset.unit).", source: source(parts))
    }

    var responderTypes: StatisticTable {
        let parts = parts.filter { $0.dataset == .referrals }
        let types = lists["first_responder_type"].values
        let byQuarter = Dictionary(grouping: parts, by: \.quarter)
        return StatisticTable(
            name: "first-responders", heading: "Referrals by type of first responder", columns: ["Quarter"] + types.map(\.label) + ["All"],
            rows: byQuarter.keys.sorted(by: >).map { quarter in
                let own = byQuarter[quarter] ?? []
                let marks = marks(own, [quarter])
                let cells = types.map { type in
                    let found = own.filter { $0.section == type.code }
                    return found.isEmpty ? StatisticTable.Cell.notAvailable : .init(found.reduce(0) { $0 + $1.total }, marks: marks)
                }
                let isWhole = types.allSatisfy { type in own.contains { $0.section == type.code } }
                let sum = own.reduce(0) { $0 + $1.total }
                return .init(name: quarter.text, quarter: quarter, cells: cells + [isWhole ? .init(sum, marks: marks) : .notAvailable])
            }, unit: "\(StatisticDataset.referrals.unit).", source: source(parts))
    }

    func decisionTable(_ dataset: StatisticDataset, _ counts: [DimensionCount]) -> StatisticTable {
        byQuarter(
            dataset.rawValue, dataset.title, dataset, counts,
            columns: [("positive", "Positive"), ("negative", "Negative")])
    }

    func overTimeTable(_ counts: [DimensionCount]) -> StatisticTable {
        byQuarter(
            "over-time", "Referrals over time", .referralsOverTime, counts,
            columns: ["adult", "child", "unknown"].map { ($0, StatisticLabels.age($0)) })
    }

    var dutyToNotify: StatisticTable {
        let parts = parts(.dutyToNotify)
        return StatisticTable(
            name: "duty-to-notify", heading: StatisticDataset.dutyToNotify.title, columns: ["Quarter", "Reports"],
            rows: parts.sorted { $0.quarter > $1.quarter }.map { part in
                .init(name: part.quarter.text, quarter: part.quarter, cells: [.init(part.total, marks: marks([part], [part.quarter]))])
            }, unit: "\(StatisticDataset.dutyToNotify.unit).", source: source(parts))
    }

    /// A nationality in words; of two both.
    func nationality(_ count: DimensionCount) -> String {
        func label(_ code: String) -> String {
            lists["nationality"].contains(code) ? lists["nationality"].label(code) : code.prefix(1).uppercased() + code.dropFirst()
        }
        return count.second.isEmpty ? label(count.code) : "\(label(count.code)) and \(label(count.second))"
    }
}

extension PublishedOverview {
    func forcesTable(_ slug: String) -> StatisticTable {
        base.comparison(
            "forces", "Referrals by police force", kind: "Police force", forces, section: "police",
            ranked: AreaStanding.rankedCount(forces),
            link: { FigureLinks.publishedArea(slug, $0) })
    }

    /// Every table of the page in its order, but that of the forces, which stands with the map.
    func tables(_ slug: String) -> [StatisticTable] {
        var tables = [
            base.comparison(
                "nations", "Referrals by the police of each nation", kind: "Nation", nations, section: "police",
                ranked: AreaStanding.rankedCount(nations),
                link: { FigureLinks.publishedArea(slug, $0) }),
            base.responderTypes, overTimeTable, decisionTable(.reasonableGrounds), decisionTable(.conclusiveGrounds), base.dutyToNotify,
        ]
        let all = base.parts.filter { $0.dataset == .referrals }
        let periods = PublishedPeriods(Set(all.map(\.quarter)))
        tables.append(
            base.breakdown(
                "exploitation", "Referrals by type of exploitation", kind: "Type of exploitation", exploitation, parts: all,
                periods: periods, label: { $0.code.isEmpty ? "Not broken down" : StatisticLabels.exploitation($0.code) }))
        tables.append(
            base.breakdown(
                "nationalities", "Referrals by nationality", kind: "Nationality", nationalities, parts: all, periods: periods,
                label: { base.nationality($0) }))
        tables.append(
            base.breakdown(
                "other-responders", "Referrals by first responders without an area", kind: "First responder", base.withoutArea, parts: all,
                periods: periods, label: responderName))
        tables.append(contentsOf: furtherTables)
        return tables
    }

    /// Where people were exploited; reports by nationality; people who came in small boats.
    private var furtherTables: [StatisticTable] {
        func periods(_ dataset: StatisticDataset) -> PublishedPeriods { PublishedPeriods(base.parts(dataset).map(\.quarter)) }
        return [
            base.breakdown(
                "places", "Referrals by where people were exploited", kind: "Place", places, dataset: .referralsOverTime,
                parts: base.parts(.referralsOverTime), periods: periods(.referralsOverTime), label: { StatisticLabels.place($0.code) }),
            base.breakdown(
                "duty-to-notify-nationalities", StatisticDataset.dutyToNotifyByNationality.title, kind: "Nationality", reportNationalities,
                dataset: .dutyToNotifyByNationality, parts: base.parts(.dutyToNotifyByNationality),
                periods: periods(.dutyToNotifyByNationality), label: { base.nationality($0) }),
            base.byQuarter(
                "small-boats", "People who came in small boats", .smallBoatReferrals, smallBoats,
                columns: [("referred", "Referred"), ("not-referred", "Not referred")]),
            base.breakdown(
                "small-boat-outcomes", "Referrals of people who came in small boats", kind: "Outcome", boatOutcomes,
                dataset: .smallBoatOutcomes, parts: base.parts(.smallBoatOutcomes), periods: periods(.smallBoatOutcomes),
                label: { StatisticLabels.outcome($0.code) }),
        ] + helpline.tables(base)
    }

    private func responderName(_ count: DimensionCount) -> String {
        if count.code == "local-authorities" { return "Local authorities, all together" }
        for list in ["police_force", "national_first_responder"] where base.lists[list].contains(count.code) {
            return base.lists[list].label(count.code)
        }
        return count.code
    }

    private func decisionTable(_ dataset: StatisticDataset) -> StatisticTable { base.decisionTable(dataset, decisions[dataset] ?? []) }

    var overTimeTable: StatisticTable { base.overTimeTable(overTime) }
}

extension PublishedAreaSheet {
    private var parts: [PartLine] { base.parts(.referrals, section: section, detailed: true) }

    /// What the figures of the page count, in words.
    var unit: String {
        switch area.kind {
        case .force: "\(StatisticDataset.referrals.unit), by \(area.name) police."
        case .authority: "\(StatisticDataset.referrals.unit), by \(area.name) as a local authority."
        case .nation: "\(StatisticDataset.referrals.unit), by the police forces of \(area.name)."
        }
    }

    var trend: StatisticTable {
        let counts = counts
        return StatisticTable(
            name: "trend", heading: "Referrals by quarter", columns: ["Quarter", "People"],
            rows: quarters.reversed().map { quarter in
                .init(name: quarter.text, cells: [.init(counts[quarter] ?? 0, marks: base.marks(parts, [quarter]))])
            }, unit: unit, source: base.source(parts))
    }

    func tables(_ slug: String) -> [StatisticTable] {
        guard hasFigures else { return [ownTable].compactMap { $0 } }
        let periods = PublishedPeriods(quarters)
        var tables: [StatisticTable] = []
        let beside = neighbourTable(slug)
        if !beside.rows.isEmpty { tables.append(beside) }
        if let own = ownTable { tables.append(own) }
        for (dimension, counts) in breakdowns {
            let (name, heading, kind): (String, String, String) =
                switch dimension {
                case .exploitation: ("exploitation", "By type of exploitation", "Type of exploitation")
                case .age: ("age", "By age when they were exploited", "Age")
                case .gender: ("gender", "By gender", "Gender")
                default: ("nationalities", "By nationality", "Nationality")
                }
            let table = base.breakdown(name, heading, kind: kind, counts, parts: parts, periods: periods) { count in
                switch dimension {
                case .exploitation: StatisticLabels.exploitation(count.code)
                case .age: StatisticLabels.age(count.code)
                case .gender: StatisticLabels.gender(count.code)
                default: base.nationality(count)
                }
            }
            tables.append(table)
        }
        return tables + (helpline?.tables(base) ?? [])
    }

    /// The area and those beside it; of a nation all four.
    private func neighbourTable(_ slug: String) -> StatisticTable {
        let beside = Set(neighbours)
        let shown = standings.filter { area.kind == .nation || $0.area == area || beside.contains($0.area.code) }
        let isAlone = area.kind != .nation && beside.isEmpty
        return base.comparison(
            "neighbours", area.kind == .nation ? "Beside the other nations" : "Beside its neighbours",
            kind: area.kind == .force ? "Police force" : area.kind == .nation ? "Nation" : "Local authority", isAlone ? [] : shown,
            section: section, ranked: AreaStanding.rankedCount(standings), link: { FigureLinks.publishedArea(slug, $0) })
    }

    /// What was published beside one's own records.
    private var ownTable: StatisticTable? {
        guard let own else { return nil }
        let police = base.quarters("police").sorted()
        let counts = counts
        let type = area.kind == .authority ? "by local authorities" : "by the police"
        let published =
            area.kind == .force ? "\(area.name) police" : area.kind == .authority ? "\(area.name)" : "the police of \(area.name)"
        let shown = hasFigures ? quarters : police
        return StatisticTable(
            name: "own-records", heading: "In the statistics and in your own records",
            columns: [
                "Quarter", "Published", "Yours: referred", "Yours, \(type)", "Difference", "Yours: reports",
            ],
            rows: shown.reversed().map { quarter in
                let mine = own[quarter] ?? OwnQuarter()
                let theirs = hasFigures ? counts[quarter] ?? 0 : nil
                return .init(
                    name: quarter.text,
                    cells: [
                        theirs.map { .init($0, marks: base.marks(parts, [quarter])) } ?? .notAvailable, .init(mine.referred),
                        .init(mine.ofResponderType), theirs.map { .init(($0 - mine.ofResponderType).grouped) } ?? .notAvailable,
                        .init(mine.reports),
                    ])
            },
            unit:
                "Published: referred by \(published). \(unit) Yours: people with a referral that was sent in the quarter, each once, as far as you may see them\(scopeWords); of those the ones \(type); and duty to notify reports. The difference is what was published less yours \(type). It is no fault by itself: an area can hold several partnerships, and a referral can be sent by somebody outside yours.",
            source: base.source(parts) + "; your records, live")
    }

    private var scopeWords: String {
        switch area.kind {
        case .force: ""
        case .authority: ", whose local authority is \(area.name)"
        case .nation: ", who were met in \(area.name)"
        }
    }
}
