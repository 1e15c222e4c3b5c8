import Kernel
import Store

extension Statement {
    /// Whether a row of `support_services`, `s`, is one to which people can be sent on a day: approved, begun and not ended.
    package static func isOnOffer(_ day: Day) -> Statement {
        "s.status = 'approved' AND s.valid_from <= \(day) AND (s.valid_until IS NULL OR s.valid_until >= \(day))"
    }
}
