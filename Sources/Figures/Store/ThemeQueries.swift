import Access
import Kernel
import Store

extension Reading {
    /// The viewer's concerns of a period by type of exploitation and town, all types in one pass. A concern without a town
    /// stands under the empty text.
    func concernsByTypeAndTown(_ period: Period) throws -> [String: [String: Int]] {
        var found: [String: [String: Int]] = [:]
        let counted = try rows(
            """
            SELECT e.exploitation_type, e.town_id, COUNT(*) FROM \(visible(.exploitationFigures)) e
            WHERE \(all: during(period, "e.received_on")) GROUP BY e.exploitation_type, e.town_id
            """
        ) { row in (type: try row.next(String.self), town: try row.next(String?.self) ?? "", count: try row.next(Int.self)) }
        for row in counted { found[row.type, default: [:]][row.town, default: 0] += row.count }
        return found
    }
}
