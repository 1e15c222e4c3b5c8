import Access
import Kernel
import Store

extension Reading {
    /// The identifiers of the records that belong to a concern and are read and changed by themselves.
    func recordsOf(_ concern: ID<Concern>) throws -> [String] {
        try rows(
            """
            SELECT q.id FROM \(visible(.scopingRequests)) q WHERE q.concern_id = \(concern)
            UNION ALL SELECT s.id FROM \(visible(.strands)) s WHERE s.concern_id = \(concern)
            UNION ALL SELECT t.id FROM \(visible(.tasks)) t WHERE t.concern_id = \(concern)
            UNION ALL SELECT f.id FROM \(visible(.files)) f WHERE f.concern_id = \(concern)
            UNION ALL SELECT v.id FROM \(visible(.visits)) v WHERE v.concern_id = \(concern)
            UNION ALL SELECT m.id FROM \(visible(.screenings)) m WHERE m.concern_id = \(concern)
            """
        ) { try $0.next() }
    }
}
