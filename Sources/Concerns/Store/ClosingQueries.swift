import Access
import Kernel
import Store

extension Reading {
    /// What is not finished yet on a concern, as far as the viewer sees it.
    package func stillOpen(on concern: ID<Concern>) throws -> CloseConcern.StillOpen {
        CloseConcern.StillOpen(
            tasks: try tasks(of: concern).filter(\.isOpen).map { "\($0.title) (\($0.organisationName))" },
            waiting: try scopingRounds(of: concern).flatMap(\.requests).filter(\.isWaiting).map(\.organisationName),
            strands: try strands(of: concern).filter { $0.status != .finished }.map(\.kind.label))
    }

    /// The outcome measures recorded on a concern, in the order of their codes.
    package func outcomes(of concern: ID<Concern>) throws -> [(measure: String, quantity: Int)] {
        try rows(
            """
            SELECT o.measure, o.quantity FROM \(visible(.concernOutcomes)) o WHERE o.concern_id = \(concern)
            ORDER BY o.measure
            """
        ) { row in (try row.next(), try row.next()) }
    }
}
