import Access
import Kernel
import Store

extension Reading {
    /// The organisations that see `concern` now and do not see `other`: who would newly see it after a join.
    package func newcomers(from concern: ID<Concern>, to other: ID<Concern>) throws -> [CircleMember] {
        let there = Set(try circle(of: other).filter(\.isCurrent).map(\.organisation))
        return try circle(of: concern).filter { $0.isCurrent && !there.contains($0.organisation) }
    }

    /// The concerns that are joined to this one.
    package func concernsJoined(to concern: ID<Concern>) throws -> [ConcernLine] {
        let ids = try rows("SELECT c.id FROM \(visible(.concerns)) c WHERE c.joined_to = \(concern) LIMIT 50") {
            try $0.next(ID<Concern>.self)
        }
        return ids.isEmpty ? [] : try concernLines(where: "c.id IN \(in: ids)", limit: 50)
    }

    /// Whether somebody has said that these two are not the same.
    package func areApart(_ concern: ID<Concern>, _ other: ID<Concern>) throws -> Bool {
        try value(
            """
            SELECT 1 FROM \(visible(.notTheSame)) n WHERE n.concern_id = \(concern) AND n.other_id = \(other)
            """, as: Int.self) != nil
    }
}
