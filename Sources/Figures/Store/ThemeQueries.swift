import Access
import Kernel
import Store

/// What was done because of concerns of one type of exploitation.
struct TypeWork: Sendable {
    var visits = 0
    var interventions = 0
    /// By the code of the nationality, empty where the record does not say.
    var screenedByNationality: [String: Int] = [:]
}

/// Counts for all types of exploitation at once. What has several types counts under each of them.
extension Reading {
    /// The viewer's concerns of a period by type of exploitation and town. A concern without a town stands under the empty text.
    func concernsByTypeAndTown(_ period: Period) throws -> [String: [String: Int]] {
        let counted = try countsByTypes(
            """
            SELECT f.exploitation || '/' || COALESCE(f.town_id, '') AS types FROM \(visible(.concernFigures)) f
            WHERE \(all: during(period, "f.received_on"))
            """)
        var found: [String: [String: Int]] = [:]
        for (type, town, count) in counted { found[type, default: [:]][town, default: 0] += count }
        return found
    }

    /// The work of a period by the type of exploitation of the concern because of which a visit was made.
    func workByType(_ period: Period) throws -> [String: TypeWork] {
        var work: [String: TypeWork] = [:]
        let visits = try countsByTypes(
            """
            SELECT f.exploitation || '/' AS types FROM \(visible(.visitFigures)) v
            JOIN \(visible(.concernFigures)) f ON f.id = v.concern_id WHERE \(all: during(period, "v.visited_on"))
            """)
        for (type, _, count) in visits { work[type, default: TypeWork()].visits += count }
        let attendances = try countsByTypes(
            """
            SELECT f.exploitation || '/' AS types FROM \(visible(.attendanceFigures)) a
            JOIN \(visible(.visitFigures)) v ON v.id = a.visit_id
            JOIN \(visible(.concernFigures)) f ON f.id = v.concern_id
            WHERE a.attended = 'yes' AND \(all: during(period, "a.visited_on"))
            """)
        for (type, _, count) in attendances { work[type, default: TypeWork()].interventions += count }
        let screened = try countsByTypes(
            """
            SELECT f.exploitation || '/' || s.nationality AS types FROM \(visible(.screeningFigures)) s
            JOIN \(visible(.visitFigures)) v ON v.id = s.visit_id
            JOIN \(visible(.concernFigures)) f ON f.id = v.concern_id WHERE \(all: during(period, "s.visited_on"))
            """)
        for (type, nationality, count) in screened {
            work[type, default: TypeWork()].screenedByNationality[nationality, default: 0] += count
        }
        return work
    }

    /// Counts a column `types` of texts like "labour sexual/romanian": once for each type before the stroke, with what is
    /// behind it.
    private func countsByTypes(_ rows: Statement) throws -> [(type: String, of: String, count: Int)] {
        try counts(of: ["types"], in: rows)[0].flatMap { text, count in
            let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            return parts[0].split(separator: " ").map { (String($0), String(parts[1]), count) }
        }
    }
}
