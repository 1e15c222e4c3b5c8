import Access
import Concerns
import HTML
import Kernel
import Partnerships
import Store

extension PublishedStatistics {
    /// What a file about areas holds.
    package enum AreaFileKind: Sendable {
        /// Which authority belongs to which force, region or county.
        case areas
        /// How many people live where; of which year, where the file does not say it.
        case populations(year: Int?)
        /// Boundaries as GeoJSON.
        case boundaries
    }

    /// Brings a file about areas in, by the manners of `importFile`.
    package func importAreas(
        _ kind: AreaFileKind, _ file: [UInt8], from source: Source, isDryRun: Bool, request: String
    ) async throws -> StatisticReport {
        let lists = lists
        let hash = HexDigits.hash(of: file)
        let release: ID<StatisticRelease> = desk.world.newID()
        var report = StatisticReport(isDryRun: isDryRun)
        let name: String
        let write: @Sendable (Office) throws -> Int
        switch kind {
        case .areas:
            let read = AreaLinksFile(file, lists: lists)
            (name, report.title, report.rows, report.problems) = ("areas", "Areas", read.rows, read.problems)
            write = { try $0.write(areas: read.lines.values.sorted { $0.code < $1.code }, release: release) }
        case .populations(let year):
            let read = PopulationFile(file, year: year, categories: StatisticCategories(lists: lists, authorities: []))
            (name, report.title, report.rows, report.problems) = ("populations", "Populations", read.rows, read.problems)
            write = { try $0.write(populations: read.lines, release: release) }
        case .boundaries:
            let read = BoundaryFile(file, knownForces: Set(lists["police_force"].values.map(\.code)))
            (name, report.title, report.rows, report.problems) = ("boundaries", "Boundaries", read.shapes.count, read.problems)
            write = { try $0.write(boundaries: read, release: release) }
        }
        guard report.problems.isEmpty else { return report }
        let isThere = try await desk.readOffice { office in
            try office.value(
                """
                SELECT id FROM statistic_releases WHERE file_hash = \(hash) AND dataset = \(name)
                    AND NOT EXISTS (SELECT 1 FROM statistic_releases n WHERE n.dataset = \(name)
                        AND n.file_name = statistic_releases.file_name AND n.imported_at > statistic_releases.imported_at)
                """, as: String.self) != nil
        }
        report.changes = !isThere
        guard !isThere, !isDryRun else { return report }
        let (title, rows) = (report.title, report.rows)
        let written = try await desk.changeOffice { office in
            try office.addRelease(release, name, source: source, title: title, hash: hash, rows: rows)
            let written = try write(office)
            office.journal(
                "import-statistics", "statistic_releases", release.text, by: nil, event: .collection, request: request,
                detail: "\(name) \(written)")
            return written
        }
        report.notes.append("\(written == 1 ? "1 entry" : "\(written) entries") written.")
        return report
    }
}

extension Office {
    fileprivate func write(areas: [AreaLinksFile.Line], release: ID<StatisticRelease>) throws -> Int {
        for area in areas {
            // A lookup says one thing of an authority and leaves what others said.
            try run(
                """
                INSERT INTO statistic_areas (code, kind, name, name_key, force, region, region_name, upper_tier, release_id)
                VALUES (\(area.code), \(area.kind), \(area.name), \(FoldedText(area.name).key), \(area.force), \(area.region),
                    \(area.regionName), \(area.upperTier), \(release))
                ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_key = excluded.name_key,
                    force = CASE WHEN excluded.force = '' THEN statistic_areas.force ELSE excluded.force END,
                    region = CASE WHEN excluded.region = '' THEN statistic_areas.region ELSE excluded.region END,
                    region_name = CASE WHEN excluded.region_name = '' THEN statistic_areas.region_name ELSE excluded.region_name END,
                    upper_tier = CASE WHEN excluded.upper_tier = '' THEN statistic_areas.upper_tier ELSE excluded.upper_tier END,
                    release_id = excluded.release_id
                """)
        }
        return areas.count
    }

    fileprivate func write(populations: [PopulationFile.Line], release: ID<StatisticRelease>) throws -> Int {
        let id = release.sqlValue
        var values: [SQLValue] = []
        for line in populations { values += [line.area.sqlValue, line.year.sqlValue, id, line.people.sqlValue] }
        try run("INSERT INTO area_populations (area, year, release_id, people) VALUES \(placesForRow: 4)", each: values)
        return populations.count
    }

    fileprivate func write(boundaries: BoundaryFile, release: ID<StatisticRelease>) throws -> Int {
        let id = release.sqlValue
        try run(
            """
            DELETE FROM area_neighbours WHERE area IN (SELECT area FROM area_shapes WHERE level = \(boundaries.level))
            """)
        try run("DELETE FROM area_shapes WHERE level = \(boundaries.level)")
        var values: [SQLValue] = []
        for shape in boundaries.shapes {
            values += [shape.code.sqlValue, boundaries.level.sqlValue, shape.name.sqlValue, shape.outline.text.sqlValue, id]
        }
        try run("INSERT INTO area_shapes (area, level, name, outline, release_id) VALUES \(placesForRow: 5)", each: values)
        var pairs: [SQLValue] = []
        for pair in boundaries.neighbours.sorted(by: { ($0.one, $0.other) < ($1.one, $1.other) }) {
            pairs += [pair.one.sqlValue, pair.other.sqlValue]
        }
        try run("INSERT INTO area_neighbours (area, neighbour) VALUES \(placesForRow: 2)", each: pairs)
        return boundaries.shapes.count
    }
}
