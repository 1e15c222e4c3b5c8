import Access
import Store

extension Reading {
    /// How many reports of the public form wait to be checked, counted up to a hundred.
    package func reportsToCheck() throws -> Int {
        try value(
            """
            SELECT COUNT(*) FROM (
                SELECT 1 FROM \(visible(.concerns)) c WHERE c.status = 'awaiting-check' LIMIT 100
            ) waiting
            """) ?? 0
    }
}
