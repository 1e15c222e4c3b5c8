import Access
import Kernel
import Partnerships
import Store

/// Published statistics are no cases: nothing here names a protected table but the last statement.
extension Reading {
    func releases() throws -> [ReleaseLine] {
        try rows(
            """
            SELECT id, dataset, title, published_on, file_name, file_hash, row_count, imported_at FROM statistic_releases
            ORDER BY imported_at DESC, id DESC LIMIT 500
            """, releaseLine)
    }

    func release(_ id: ID<StatisticRelease>) throws -> ReleaseLine? {
        try first(
            """
            SELECT id, dataset, title, published_on, file_name, file_hash, row_count, imported_at FROM statistic_releases
            WHERE id = \(id)
            """, releaseLine)
    }

    private func releaseLine(_ row: any Row) throws -> ReleaseLine {
        let id: ID<StatisticRelease> = try row.next()
        let (dataset, title, day): (String, String, Day?) = (try row.next(), try row.next(), try row.next())
        let (file, hash, count): (String, String, Int) = (try row.next(), try row.next(), try row.next())
        return ReleaseLine(
            id: id, dataset: dataset, title: title, publishedOn: day, fileName: file, fileHash: hash, rows: count,
            importedAt: try row.next())
    }

    /// The parts that stand, of every dataset.
    func currentPartLines() throws -> [PartLine] {
        try partLines("p.superseded_by IS NULL")
    }

    private func partLines(_ condition: Statement) throws -> [PartLine] {
        try rows(
            """
            SELECT p.id, p.dataset, p.quarter, p.section, p.has_detail, p.total, p.mark,
                CASE WHEN EXISTS (SELECT 1 FROM statistic_parts o WHERE o.superseded_by = p.id
                    AND NOT (o.has_detail = 0 AND p.has_detail = 1 AND o.total = p.total)) THEN 1 ELSE 0 END, p.release_id
            FROM statistic_parts p WHERE \(condition) ORDER BY p.dataset, p.quarter, p.section
            """
        ) { row -> PartLine? in
            let id: ID<StatisticPart> = try row.next()
            let (dataset, quarter, section): (String, String, String) = (try row.next(), try row.next(), try row.next())
            let (hasDetail, total, mark, isRevised): (Bool, Int, String, Bool) = (
                try row.next(), try row.next(), try row.next(), try row.next()
            )
            let release: ID<StatisticRelease> = try row.next()
            guard let dataset = StatisticDataset(rawValue: dataset), let quarter = CalendarQuarter(quarter) else { return nil }
            return PartLine(
                id: id, dataset: dataset, quarter: quarter, section: section, hasDetail: hasDetail, total: total, mark: mark,
                isRevised: isRevised, release: release)
        }.compactMap { $0 }
    }

    /// The parts of one release, with what each replaced and what replaced it.
    func versions(of release: ID<StatisticRelease>) throws -> [PartVersion] {
        try rows(
            """
            SELECT p.quarter, p.section, p.total, p.mark, o.total, n.total, n.release_id
            FROM statistic_parts p LEFT JOIN statistic_parts o ON o.superseded_by = p.id
            LEFT JOIN statistic_parts n ON n.id = p.superseded_by
            WHERE p.release_id = \(release) ORDER BY p.quarter, p.section
            """
        ) { row -> PartVersion? in
            let (quarter, section, total, mark): (String, String, Int, String) = (
                try row.next(), try row.next(), try row.next(), try row.next()
            )
            let (before, after): (Int?, Int?) = (try row.next(), try row.next())
            let next: ID<StatisticRelease>? = try row.next()
            return CalendarQuarter(quarter).map {
                PartVersion(quarter: $0, section: section, total: total, mark: mark, before: before, after: after, replacedBy: next)
            }
        }.compactMap { $0 }
    }

    /// Every figure of a release as it was released, for a download.
    func cells(of release: ID<StatisticRelease>, _ body: ([String]) -> Void) throws {
        try forEach(
            """
            SELECT p.quarter, p.section, c.responder, c.exploitation, c.age, c.gender, c.nationality, c.second_nationality, c.place,
                c.outcome, c.count, c.mark, p.mark
            FROM statistic_parts p JOIN statistic_cells c ON c.part_id = p.id
            WHERE p.release_id = \(release) ORDER BY p.quarter, p.section, c.position
            """
        ) { row in
            var values: [String] = []
            for _ in 0..<10 { values.append(try row.next()) }
            values.append(String(try row.next(Int.self)))
            let (own, part): (String, String) = (try row.next(), try row.next())
            values.append(own.isEmpty ? part : own)
            body(values)
        }
    }

    /// Referrals by first responder and quarter, as they stand.
    func responderCounts() throws -> [ResponderCount] {
        let dataset = StatisticDataset.referrals.rawValue
        return try rows(
            """
            SELECT p.quarter, p.section, c.responder, CAST(SUM(c.count) AS BIGINT)
            FROM statistic_parts p JOIN statistic_cells c ON c.part_id = p.id
            WHERE p.dataset = \(dataset) AND p.superseded_by IS NULL
            GROUP BY p.quarter, p.section, c.responder
            """
        ) { row -> ResponderCount? in
            let (quarter, section, responder): (String, String, String) = (try row.next(), try row.next(), try row.next())
            let count: Int = try row.next()
            return CalendarQuarter(quarter).map { ResponderCount(quarter: $0, section: section, responder: responder, count: count) }
        }.compactMap { $0 }
    }

    /// Figures of a dataset by one of their dimensions and quarter, as they stand.
    ///
    /// - Parameter responders: only theirs; nil for all.
    func counts(_ dataset: StatisticDataset, by dimension: StatisticDimension, of responders: [String]? = nil) throws -> [DimensionCount] {
        let column: Statement =
            switch dimension {
            case .exploitation: "c.exploitation"
            case .age: "c.age"
            case .gender: "c.gender"
            case .nationality: "c.nationality"
            case .outcome: "c.outcome"
            case .place: "c.place"
            }
        let second: Statement =
            switch dimension {
            case .nationality: "c.second_nationality"
            case .outcome: "c.age"
            default: "''"
            }
        let condition: Statement = responders.map { " AND c.responder IN \(in: $0)" } ?? .none
        return try rows(
            """
            SELECT p.quarter, \(column), \(second), CAST(SUM(c.count) AS BIGINT)
            FROM statistic_parts p JOIN statistic_cells c ON c.part_id = p.id
            WHERE p.dataset = \(dataset.rawValue) AND p.superseded_by IS NULL\(condition)
            GROUP BY 1, 2, 3
            """
        ) { row -> DimensionCount? in
            let (quarter, code, second): (String, String, String) = (try row.next(), try row.next(), try row.next())
            let count: Int = try row.next()
            return CalendarQuarter(quarter).map { DimensionCount(quarter: $0, code: code, second: second, count: count) }
        }.compactMap { $0 }
    }

    /// What a helpline was told.
    ///
    /// - Parameter forces: of their areas only; nil for the whole country.
    func helplineFigures(of forces: [String]? = nil) throws -> HelplineFigures {
        HelplineFigures(
            counts: Dictionary(
                uniqueKeysWithValues: try HelplineFigures.datasets.map { ($0, try counts($0, by: .exploitation, of: forces)) }))
    }

    func authorityLines() throws -> [AuthorityLine] {
        try rows("SELECT code, name, force, region_name FROM statistic_areas WHERE kind = 'authority' ORDER BY name_key, code") { row in
            AuthorityLine(code: try row.next(), name: try row.next(), force: try row.next(), regionName: try row.next())
        }
    }

    /// The people of each area by year, each by the newest release that says it.
    func populationEstimates() throws -> [Int: [String: Int]] {
        var estimates: [Int: [String: Int]] = [:]
        try forEach(
            """
            SELECT p.area, p.year, p.people FROM area_populations p JOIN statistic_releases r ON r.id = p.release_id
            ORDER BY r.imported_at, r.id
            """
        ) { row in
            let (area, year, people): (String, Int, Int) = (try row.next(), try row.next(), try row.next())
            estimates[year, default: [:]][area] = people
        }
        return estimates
    }

    /// Boundaries of one level: code, name and path data.
    func areaShapes(_ level: PublishedArea.Kind) throws -> [(code: String, name: String, outline: String)] {
        try rows("SELECT area, name, outline FROM area_shapes WHERE level = \(level.rawValue) ORDER BY area") { row in
            (code: try row.next(), name: try row.next(), outline: try row.next())
        }
    }

    func neighbours(of area: String) throws -> [String] {
        try rows("SELECT neighbour FROM area_neighbours WHERE area = \(area) ORDER BY neighbour") { try $0.next(String.self) }
    }

    /// The referrals and reports of the viewer's own records by quarter, as Access lets them see those.
    ///
    /// - Parameters:
    ///   - kinds: of organisation, whose referrals are counted apart.
    ///   - nation: only of people met there; nil for all.
    ///   - isCounted: whether the local authority that a referral names belongs to what is asked for.
    func ownReferrals(
        from first: Day, to last: Day, kinds: Set<String>, nation: String?, isCounted: (String) -> Bool
    ) throws -> [CalendarQuarter: OwnQuarter] {
        struct Found {
            let person: String
            let isReport: Bool
            let quarter: CalendarQuarter
            let authority: String
            let kind: String
        }
        let condition: Statement = nation.map { " AND f.nation = \($0)" } ?? .none
        let found = try rows(
            """
            SELECT f.victim_id, f.kind, f.submitted_on, f.local_authority, o.kind
            FROM \(visible(.referralFigures)) f LEFT JOIN organisations o ON o.id = f.first_responder_id
            WHERE f.submitted_on >= \(first) AND f.submitted_on <= \(last)\(condition)
            """
        ) { row -> Found? in
            let (person, kind, day): (String, String, Day) = (try row.next(), try row.next(), try row.next())
            let authority: String = try row.next()
            let organisation: String? = try row.next()
            return CalendarQuarter(CalendarMonth(day).quarterKey).map {
                Found(person: person, isReport: kind != "nrm", quarter: $0, authority: authority, kind: organisation ?? "")
            }
        }.compactMap { $0 }.filter { isCounted($0.authority) }
        return Dictionary(grouping: found, by: \.quarter).mapValues { all in
            let referrals = all.filter { !$0.isReport }
            return OwnQuarter(
                referred: Set(referrals.map(\.person)).count,
                ofResponderType: Set(referrals.filter { kinds.contains($0.kind) }.map(\.person)).count,
                reports: all.count { $0.isReport })
        }
    }
}

/// What a published figure can be broken down by.
enum StatisticDimension: Sendable {
    case exploitation, age, gender, nationality, outcome, place
}

/// The figures of a quarter in one release, with those before and after it.
struct PartVersion: Sendable {
    let quarter: CalendarQuarter
    let section: String
    let total: Int
    let mark: String
    let before: Int?
    let after: Int?
    let replacedBy: ID<StatisticRelease>?
}
