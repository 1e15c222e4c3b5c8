import Access
import Kernel
import Partnerships
import Store

extension QuerySurface {
    /// The names of local authorities and counties with their codes.
    func authorityNames() throws -> [(name: String, code: String)] {
        try rows("SELECT name, code FROM statistic_areas ORDER BY kind, code") { (name: try $0.next(), code: try $0.next()) }
    }

    /// The parts that no later one has replaced.
    func currentParts(of dataset: StatisticDataset) throws -> [StandingPart] {
        try rows(
            """
            SELECT p.id, p.quarter, p.section, p.has_detail, p.hash, p.total, r.published_on, r.title
            FROM statistic_parts p JOIN statistic_releases r ON r.id = p.release_id
            WHERE p.dataset = \(dataset.rawValue) AND p.superseded_by IS NULL ORDER BY p.quarter, p.section
            """
        ) { row -> StandingPart? in
            let id: ID<StatisticPart> = try row.next()
            let quarter: String = try row.next()
            let section: String = try row.next()
            let (hasDetail, hash, total): (Bool, String, Int) = (try row.next(), try row.next(), try row.next())
            let (day, title): (Day?, String) = (try row.next(), try row.next())
            return CalendarQuarter(quarter).map {
                StandingPart(
                    id: id, quarter: $0, section: section, hasDetail: hasDetail, hash: hash, total: total, publishedOn: day, title: title)
            }
        }.compactMap { $0 }
    }

    /// How many a part counts of each nationality.
    func nationalityTotals(of part: ID<StatisticPart>) throws -> [String: Int] {
        let found = try rows(
            """
            SELECT nationality, second_nationality, CAST(SUM(count) AS BIGINT) FROM statistic_cells WHERE part_id = \(part)
            GROUP BY nationality, second_nationality
            """
        ) { row -> (String, Int) in
            let first: String = try row.next()
            let second: String = try row.next()
            return ("\(first) \(second)", try row.next())
        }
        return Dictionary(found) { $0 + $1 }
    }
}

extension Office {
    /// Writes a release with the parts that are new, and marks what they replace.
    func write(
        _ plan: ReleasePlan, of file: StatisticFile, _ dataset: StatisticDataset, source: PublishedStatistics.Source, hash: String,
        ids: ReleaseIDs
    ) throws {
        try addRelease(ids.release, dataset.rawValue, source: source, title: dataset.title, hash: hash, rows: file.rows)
        for fresh in plan.fresh {
            let id = ids.parts[fresh.index]
            let part = fresh.part
            try run(
                """
                INSERT INTO statistic_parts (id, release_id, dataset, quarter, section, has_detail, hash, total, mark)
                VALUES (\(id), \(ids.release), \(dataset.rawValue), \(part.quarter.key), \(part.section), \(part.hasDetail),
                    \(part.hash), \(part.total), \(part.mark))
                """)
            if let old = fresh.replaces {
                try run("UPDATE statistic_parts SET superseded_by = \(id), superseded_at = \(moment) WHERE id = \(old.id)")
            }
            let partID = id.sqlValue
            var values: [SQLValue] = []
            values.reserveCapacity(part.cells.count * 12)
            for (position, cell) in part.cells.enumerated() {
                values += [
                    partID, position.sqlValue, cell.responder.sqlValue, cell.exploitation.sqlValue, cell.age.sqlValue, cell.gender.sqlValue,
                    cell.nationality.sqlValue, cell.secondNationality.sqlValue, cell.place.sqlValue, cell.outcome.sqlValue,
                    cell.count.sqlValue, cell.mark.sqlValue,
                ]
            }
            try run(
                """
                INSERT INTO statistic_cells (part_id, position, responder, exploitation, age, gender, nationality,
                    second_nationality, place, outcome, count, mark) VALUES \(placesForRow: 12)
                """, each: values)
        }
    }

    func addRelease(
        _ id: ID<StatisticRelease>, _ dataset: String, source: PublishedStatistics.Source, title: String, hash: String, rows: Int
    ) throws {
        try run(
            """
            INSERT INTO statistic_releases (id, dataset, title, published_on, file_name, file_hash, row_count, mark, imported_at)
            VALUES (\(id), \(dataset), \(source.title.isEmpty ? title : source.title), \(source.publishedOn), \(source.fileName),
                \(hash), \(rows), \(source.mark), \(moment))
            """)
    }
}
