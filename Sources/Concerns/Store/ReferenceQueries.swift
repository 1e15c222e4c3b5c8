import Access
import Kernel
import Store

extension Reading {
    /// The concern with this reference in the viewer's partnership; nil where the viewer sees none.
    package func concern(reference: String) throws -> ID<Concern>? {
        try first(
            """
            SELECT c.id FROM \(visible(.concerns)) c
            WHERE c.partnership_id = \(viewer.partnership) AND c.reference = \(reference)
            """, { try $0.next() })
    }
}
