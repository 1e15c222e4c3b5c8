import Access
import Design
import Disclosure
import HTML
import Kernel
import Partnerships

/// What every page of published statistics is made from: the figures as they stand, and what they are shown with.
struct PublishedBase: Sendable {
    private struct Key: Hashable {
        let section: String
        let responder: String
    }

    let lists: CodeLists
    let releases: [ID<StatisticRelease>: ReleaseLine]
    let parts: [PartLine]
    let authorities: [AuthorityLine]
    let populations: AreaPopulations
    private let counts: [Key: [CalendarQuarter: Int]]

    init(_ reading: Reading, lists: CodeLists) throws {
        self.lists = lists
        releases = Dictionary(try reading.releases().map { ($0.id, $0) }) { first, _ in first }
        parts = try reading.currentPartLines()
        let authorities = try reading.authorityLines()
        self.authorities = authorities
        let successors = Dictionary(lists["authority_successor"].values.map { ($0.code, $0.note) }) { first, _ in first }
        populations = AreaPopulations(try reading.populationEstimates(), successors: successors, authorities: authorities)
        var counts: [Key: [CalendarQuarter: Int]] = [:]
        for line in try reading.responderCounts() {
            counts[Key(section: line.section, responder: line.responder), default: [:]][line.quarter, default: 0] += line.count
        }
        self.counts = counts
    }

    /// The parts of a dataset, of referrals those of one type of first responder.
    func parts(_ dataset: StatisticDataset, section: String = "", detailed: Bool = false) -> [PartLine] {
        parts.filter { $0.dataset == dataset && $0.section == section && (!detailed || $0.hasDetail) }
    }

    /// The quarters of which first responders of a type are known one by one.
    func quarters(_ section: String) -> [CalendarQuarter] { parts(.referrals, section: section, detailed: true).map(\.quarter) }

    func counts(_ section: String, _ responder: String) -> [CalendarQuarter: Int] {
        counts[Key(section: section, responder: responder)] ?? [:]
    }

    func hasFigures(_ section: String, _ responder: String) -> Bool { counts[Key(section: section, responder: responder)] != nil }

    /// The releases that stand behind some quarters, in words.
    func source(_ parts: [PartLine], _ quarters: [CalendarQuarter]? = nil) -> String {
        let wanted = quarters.map(Set.init)
        var seen: Set<ID<StatisticRelease>> = []
        let used = parts.filter { wanted?.contains($0.quarter) ?? true }.map(\.release).filter { seen.insert($0).inserted }
        let words = used.compactMap { releases[$0]?.source }
        return words.isEmpty ? "Nothing was imported of this yet" : words.joined(separator: "; ")
    }

    /// The marks of some quarters: those that the releases set, and "r" where a figure replaced an earlier one.
    func marks(_ parts: [PartLine], _ quarters: [CalendarQuarter]) -> String {
        let wanted = Set(quarters)
        var marks: Set<Character> = []
        for part in parts where wanted.contains(part.quarter) {
            if let mark = part.mark.first { marks.insert(mark) }
            if part.isRevised { marks.insert("r") }
        }
        return String(marks.sorted())
    }

    /// First responders without an area of their own, with what they referred by quarter: national bodies, regional units, charities.
    var withoutArea: [DimensionCount] {
        counts.filter { !AreaCode.isCode($0.key.responder) && !$0.key.responder.isEmpty }.flatMap { key, counts in
            counts.map { DimensionCount(quarter: $0.key, code: key.responder, second: key.section, count: $0.value) }
        }
    }

    /// In how many quarters the series over time and the figures by first responder count differently, and by how much at most: they are
    /// releases of different days. Only quarters of which every type of first responder is there.
    var disagreement: (quarters: Int, most: Int)? {
        let types = lists["first_responder_type"].values.map(\.code)
        let byQuarter = Dictionary(grouping: parts.filter { $0.dataset == .referrals }, by: \.quarter)
        let differences = self.parts(.referralsOverTime).compactMap { part -> Int? in
            guard let own = byQuarter[part.quarter], Set(own.map(\.section)).isSuperset(of: types) else { return nil }
            let difference = abs(own.reduce(0) { $0 + $1.total } - part.total)
            return difference == 0 ? nil : difference
        }
        return differences.max().map { (differences.count, $0) }
    }

    // MARK: Areas beside each other

    var policePeriods: PublishedPeriods { PublishedPeriods(quarters("police")) }

    /// Every force with what it referred, ranked.
    var forces: [AreaStanding] { forces(policePeriods) }

    /// The same of other quarters.
    func forces(_ periods: PublishedPeriods) -> [AreaStanding] {
        AreaStanding.ranked(
            PublishedArea.forces(lists).map { area in
                AreaStanding(
                    area, counts: counts("police", area.code), periods: periods, population: populations.population(of: area.code))
            })
    }

    /// Each nation with what its police forces referred.
    var nations: [AreaStanding] {
        let periods = policePeriods
        let forces = PublishedArea.forces(lists)
        return AreaStanding.ranked(
            PublishedArea.nations.map { nation in
                let own = forces.filter { AreaCode.nation($0.code) == nation.code }.map(\.code)
                var sum: [CalendarQuarter: Int] = [:]
                for code in own { sum.merge(counts("police", code)) { $0 + $1 } }
                return AreaStanding(nation, counts: sum, periods: periods, population: populations.population(ofAll: own))
            })
    }

    /// Every authority with what it referred itself, where authorities were published one by one; ranked.
    var authorityStandings: [AreaStanding] {
        let periods = PublishedPeriods(namedAuthorityQuarters)
        return AreaStanding.ranked(
            authorities.map { line in
                AreaStanding(
                    PublishedArea(kind: .authority, code: line.code, name: line.name), counts: counts("local-authority", line.code),
                    periods: periods, population: populations.population(of: line.code))
            })
    }

    /// The quarters of which local authorities were published by name, not as one.
    var namedAuthorityQuarters: [CalendarQuarter] {
        let named = counts.filter { $0.key.section == "local-authority" && AreaCode.isCode($0.key.responder) }
        return Array(Set(named.values.flatMap(\.keys)))
    }

    /// The table of areas beside each other.
    ///
    /// - Parameters:
    ///   - ranked: how many have a rank, those that the table leaves out as well.
    ///   - periods: of which quarters; the newest unless told otherwise.
    func comparison(
        _ name: String, _ heading: String, kind: String, _ standings: [AreaStanding], section: String, ranked: Int,
        periods: PublishedPeriods? = nil, link: ((PublishedArea) -> Link)? = nil
    ) -> StatisticTable {
        let periods = periods ?? (section == "police" ? policePeriods : PublishedPeriods(namedAuthorityQuarters))
        let parts = parts(.referrals, section: section)
        let now = PublishedPeriods.short(periods.compared)
        let before = PublishedPeriods.short(periods.before)
        let marks = marks(parts, periods.latest)
        let comparedMarks = self.marks(parts, periods.compared)
        let beforeMarks = self.marks(parts, periods.before)
        let rows = standings.map { standing -> StatisticTable.Row in
            var cells: [StatisticTable.Cell] = [.init(standing.latest, marks: marks)]
            if !periods.compared.isEmpty {
                let change = standing.compared - standing.before
                cells += [
                    .init(standing.compared, marks: comparedMarks), .init(standing.before, marks: beforeMarks),
                    .init(change > 0 ? "+\(change.grouped)" : change.grouped),
                ]
            }
            cells += PublishedBase.rateCells(standing, of: ranked)
            return StatisticTable.Row(name: standing.area.name, link: link?(standing.area), cells: cells)
        }
        return StatisticTable(
            name: name, heading: heading,
            columns: [kind, PublishedPeriods.short(periods.latest)]
                + (periods.compared.isEmpty ? [] : [now, before, "Change"])
                + ["Population", "Per 100,000", "95% from", "95% to", "Rank"],
            rows: rows,
            unit: "\(StatisticDataset.referrals.unit). \(PublishedBase.rateWords(periods))\(PublishedBase.populationWords(standings))",
            source: source(parts))
    }

    static func rateCells(_ standing: AreaStanding, of ranked: Int) -> [StatisticTable.Cell] {
        let people: StatisticTable.Cell = standing.population.map { .init($0.people) } ?? .notAvailable
        guard let rate = standing.rate else { return [people, .notAvailable, .notAvailable, .notAvailable, .notApplicable] }
        return [
            people, .init(rate: rate.perHundredThousand, marks: rate.isUnreliable ? "u" : ""), .init(rate: rate.lower),
            .init(rate: rate.upper), standing.rank.map { .init("\($0) of \(ranked)") } ?? .notApplicable,
        ]
    }

    /// Of which years the populations are, in words.
    static func populationWords(_ standings: [AreaStanding]) -> String {
        let years = Set(standings.compactMap(\.population?.year)).sorted().map(String.init)
        return years.isEmpty ? "" : " Populations are mid-year estimates of \(years.joined(separator: ", "))."
    }

    /// How rates are made, in words.
    static func rateWords(_ periods: PublishedPeriods) -> String {
        guard periods.latest.count == 4 else {
            return "There is no rate, because the newest quarters are no whole year."
        }
        return
            "The rate is of \(PublishedPeriods.words(periods.latest)) for each 100,000 inhabitants, with Byar's interval of 95%; fewer than "
            + "10 make no rate, and one of fewer than 20 is marked [u]. Where two intervals overlap, the ranks say little."
    }
}

/// The page that all others of published statistics are reached from.
struct PublishedOverview: Sendable {
    let base: PublishedBase
    let releases: [ReleaseLine]
    let forces: [AreaStanding]
    let nations: [AreaStanding]
    let shapes: [(code: String, name: String, outline: Outline)]
    let overTime: [DimensionCount]
    let decisions: [StatisticDataset: [DimensionCount]]
    let smallBoats: [DimensionCount]
    let exploitation: [DimensionCount]
    let nationalities: [DimensionCount]
    let reportNationalities: [DimensionCount]
    let boatOutcomes: [DimensionCount]
    let places: [DimensionCount]
    let helpline: HelplineFigures
}

/// The page of one area.
struct PublishedAreaSheet: Sendable {
    let base: PublishedBase
    let area: PublishedArea
    /// All areas of its kind, ranked.
    let standings: [AreaStanding]
    let neighbours: [String]
    let breakdowns: [(dimension: StatisticDimension, counts: [DimensionCount])]
    /// The viewer's own records by quarter; nil for a viewer without figures.
    let own: [CalendarQuarter: OwnQuarter]?
    let authority: AuthorityLine?
    /// Nil of an authority: a helpline's figures are of police forces' areas.
    let helpline: HelplineFigures?

    var standing: AreaStanding? { standings.first { $0.area == area } }

    /// Under which type of first responder the figures of the page stand.
    var section: String { area.kind == .authority ? "local-authority" : "police" }

    /// Whether something was published of this very area.
    var hasFigures: Bool { area.kind != .authority || base.hasFigures(section, area.code) }

    /// The figures by quarter.
    var counts: [CalendarQuarter: Int] {
        if area.kind != .nation { return base.counts(section, area.code) }
        var sum: [CalendarQuarter: Int] = [:]
        for force in PublishedArea.forces(base.lists) where AreaCode.nation(force.code) == area.code {
            sum.merge(base.counts("police", force.code)) { $0 + $1 }
        }
        return sum
    }

    var quarters: [CalendarQuarter] {
        (area.kind == .authority ? (hasFigures ? base.namedAuthorityQuarters : []) : base.quarters("police"))
            .sorted { $0.position < $1.position }
    }
}

/// Everything about one release.
struct PublishedReleaseSheet: Sendable {
    let release: ReleaseLine
    let versions: [PartVersion]
    let names: [ID<StatisticRelease>: String]
}

/// The authorities with what is published of them.
struct PublishedAuthorities: Sendable {
    let base: PublishedBase
    let standings: [AreaStanding]
    let forces: [AreaStanding]
    let shapes: [(code: String, name: String, outline: Outline)]
}

extension PublishedStatistics {
    private func read<Sheet: Sendable>(
        for viewer: Viewer, _ record: String, isDownload: Bool, _ body: @escaping @Sendable (Reading, PublishedBase) throws -> Sheet
    ) async throws -> Sheet {
        let lists = lists
        return try await desk.read(
            as: viewer,
            isDownload
                ? Consultation("export-published-figures", "published_statistics", record)
                : Consultation("read-published-figures", "published_statistics", record)
        ) { reading in try body(reading, try PublishedBase(reading, lists: lists)) }
    }

    /// What was published of the whole country, and of forces and nations beside each other.
    func overview(for viewer: Viewer, isDownload: Bool = false) async throws -> PublishedOverview {
        try await read(for: viewer, "", isDownload: isDownload) { reading, base in
            var decisions: [StatisticDataset: [DimensionCount]] = [:]
            for dataset in [StatisticDataset.reasonableGrounds, .conclusiveGrounds] {
                decisions[dataset] = try reading.counts(dataset, by: .outcome)
            }
            return PublishedOverview(
                base: base, releases: try reading.releases(), forces: base.forces, nations: base.nations,
                shapes: try reading.outlines(.force), overTime: try reading.counts(.referralsOverTime, by: .age), decisions: decisions,
                smallBoats: try reading.counts(.smallBoatReferrals, by: .outcome),
                exploitation: try reading.counts(.referrals, by: .exploitation),
                nationalities: try reading.counts(.referrals, by: .nationality),
                reportNationalities: try reading.counts(.dutyToNotifyByNationality, by: .nationality),
                boatOutcomes: try reading.counts(.smallBoatOutcomes, by: .outcome),
                places: try reading.counts(.referralsOverTime, by: .place), helpline: try reading.helplineFigures())
        }
    }

    /// What was published of one area. Throws `AccessError.notVisible` for a code that is none.
    func area(_ kind: PublishedArea.Kind, _ code: String, for viewer: Viewer, isDownload: Bool = false) async throws -> PublishedAreaSheet {
        let lists = lists
        return try await read(for: viewer, AreaCode.isCode(code) ? code : "", isDownload: isDownload) { reading, base in
            let standings: [AreaStanding] =
                switch kind {
                case .force: base.forces
                case .authority: base.authorityStandings
                case .nation: base.nations
                }
            guard let area = standings.first(where: { $0.area.code == code })?.area else { throw AccessError.notVisible }
            let authority = base.authorities.first { $0.code == code }
            let responders: [String] =
                kind == .nation
                ? PublishedArea.forces(lists).map(\.code).filter { AreaCode.nation($0) == code } : [code]
            let breakdowns = try [StatisticDimension.exploitation, .age, .gender, .nationality].map { dimension in
                (dimension: dimension, counts: try reading.counts(.referrals, by: dimension, of: responders))
            }
            var sheet = PublishedAreaSheet(
                base: base, area: area, standings: standings, neighbours: try reading.neighbours(of: code), breakdowns: breakdowns,
                own: nil, authority: authority, helpline: kind == .authority ? nil : try reading.helplineFigures(of: responders))
            if FigureScope(of: viewer) != nil, viewer.partnership != nil {
                sheet = try sheet.withOwn(reading, lists)
            }
            return sheet
        }
    }

    /// The authorities, with their forces and populations.
    func authorities(for viewer: Viewer, isDownload: Bool = false) async throws -> PublishedAuthorities {
        try await read(for: viewer, "", isDownload: isDownload) { reading, base in
            PublishedAuthorities(
                base: base, standings: base.authorityStandings, forces: base.forces, shapes: try reading.outlines(.authority))
        }
    }

    /// Every release, newest first.
    func releases(for viewer: Viewer) async throws -> [ReleaseLine] {
        try await desk.read(as: viewer, Consultation("read-published-figures", "published_statistics")) { try $0.releases() }
    }

    /// One release with what it replaced and what replaced it. Throws `AccessError.notVisible` for an identifier that is none.
    func release(_ id: ID<StatisticRelease>, for viewer: Viewer) async throws -> PublishedReleaseSheet {
        try await desk.read(as: viewer, Consultation("read-published-figures", "published_statistics", id.text)) { reading in
            guard let release = try reading.release(id) else { throw AccessError.notVisible }
            return PublishedReleaseSheet(
                release: release, versions: try reading.versions(of: id),
                names: Dictionary(try reading.releases().map { ($0.id, $0.title) }) { first, _ in first })
        }
    }

    /// The figures of one release, as they were released: those that were replaced since as well.
    func releasedFigures(_ id: ID<StatisticRelease>, for viewer: Viewer) async throws -> CSVTable {
        try await desk.read(as: viewer, Consultation("export-published-figures", "published_statistics", id.text)) { reading in
            guard try reading.release(id) != nil else { throw AccessError.notVisible }
            var rows: [[String]] = []
            try reading.cells(of: id) { rows.append($0) }
            return CSVTable(
                header: [
                    "quarter", "first_responder_type", "first_responder", "exploitation", "age", "gender", "nationality",
                    "second_nationality", "place", "outcome", "count", "mark",
                ], rows: rows)
        }
    }
}

extension Reading {
    /// Boundaries that can be drawn.
    func outlines(_ level: PublishedArea.Kind) throws -> [(code: String, name: String, outline: Outline)] {
        try areaShapes(level).compactMap { shape in Outline(shape.outline).map { (shape.code, shape.name, $0) } }
    }
}

extension PublishedAreaSheet {
    /// The same with what the viewer's own records hold of the quarters that are published of their force's area.
    fileprivate func withOwn(_ reading: Reading, _ lists: CodeLists) throws -> PublishedAreaSheet {
        let quarters = base.quarters("police").sorted { $0.position < $1.position }
        guard let first = quarters.first?.firstDay, let last = quarters.last?.lastDay else { return self }
        let types = lists["first_responder_type"]
        let kinds = Set((types[section]?.note ?? "").split(separator: " ").map(String.init))
        let key = StatisticCategories.authorityKey(area.name)
        let own = try reading.ownReferrals(
            from: first, to: last, kinds: kinds, nation: area.kind == .nation ? area.code : nil,
            isCounted: { area.kind != .authority || StatisticCategories.authorityKey($0) == key })
        return PublishedAreaSheet(
            base: base, area: area, standings: standings, neighbours: neighbours, breakdowns: breakdowns, own: own, authority: authority,
            helpline: helpline)
    }
}

extension CalendarQuarter {
    var firstDay: Day? { Day(year: year, month: number * 3 - 2, day: 1) }
    var lastDay: Day? { Day(year: year, month: number * 3, day: Day.length(ofMonth: number * 3, year: year)) }
}
