import Access
import Concerns
import Kernel
import Store

/// Writes visits that were kept elsewhere before.
package enum ImportVisits: Verb {
    package typealias Record = Visit
    package static let name = "import-visits"
    package static let relation = Relation.visits
    package static let roles: Set<Role> = []
    package static let doors: Set<Viewer.Door> = [.operator]
    package static let event = JournalEvent.collection
    package static let strand = "visits"
}

/// A visit as rows that refer to it by its reference need it.
package struct ReferredVisit: Sendable {
    package let id: ID<Visit>
    package let concern: ID<Concern>?
    package let visitedOn: Day
}

extension Reading {
    /// The visits with these references that the viewer can see, by reference.
    package func visits(withReferences references: [String]) throws -> [String: ReferredVisit] {
        var found: [String: ReferredVisit] = [:]
        var start = 0
        while start < references.count {
            let end = min(start + 500, references.count)
            try forEach(
                """
                SELECT v.reference, v.id, v.concern_id, v.visited_on FROM \(visible(.visits)) v
                WHERE v.reference IN \(in: Array(references[start..<end]))
                """
            ) { row in
                found[try row.next()] = ReferredVisit(
                    id: try row.next(), concern: try row.next(), visitedOn: try row.next())
            }
            start = end
        }
        return found
    }
}

extension Change where V == ImportVisits {
    /// Writes the visits with their terms, attendance and first entries of their timelines. The first of them is the
    /// record of this change.
    func insert(
        _ visits: [ImportedVisit], concerns: [String: ReferredConcern], terms: [ImportTerms.Added],
        partnership: ID<Partnership>, seed: [UInt8]
    ) throws {
        try insertTerms(terms, of: partnership)
        let moment = moment
        let today = moment.day
        var ids = IDSequence(at: moment, seed: seed)
        var values = ImportedValues()
        let owner = partnership.sqlValue
        let kind = V.relation.table.description
        let verb = V.name
        var rows = RowBatch(size: RowBatch.wideSize(dialect)) { rows in
            try run(
                """
                INSERT INTO \(target) (id, partnership_id, concern_id, reference, version, status, visited_on,
                    starts_at, purpose_id, place, postcode, location_type, town_id, is_occupied, lead_reason, notice,
                    warrant, risks, risk_level, safety_officer, interpreters, reception, meeting_point, briefing,
                    debrief, lessons, created_at)
                VALUES \(rows: rows)
                """)
        }
        var attendance = RowBatch { rows in
            try run(
                """
                INSERT INTO \(table(.visitAgencies)) (visit_id, organisation_id, partnership_id, version, role, power,
                    attended, power_used, entry, found, did)
                VALUES \(rows: rows)
                """)
        }
        var changes = RowBatch { rows in
            try run(
                """
                INSERT INTO \(table(.recordChanges)) (id, partnership_id, concern_id, strand, record_kind, record_id,
                    at, verb, summary, differences)
                VALUES \(rows: rows)
                """)
        }
        var pending: [(isFirst: Bool, id: SQLValue, concern: SQLValue, visit: ImportedVisit)] = []
        func writePending() throws {
            try rows.flush()
            for (isFirst, id, concern, visit) in pending {
                let attended = visit.visitedOn <= today ? "yes" : ""
                for agency in visit.agencies {
                    try attendance.add(
                        "(\(id), \(values.id(agency)), \(owner), 1, '', '', \(attended), '', '', '', '')")
                }
                if !isFirst {
                    try changes.add(
                        """
                        (\(ids.next(RecordChange.self)), \(owner), \(concern), \(V.strand), \(kind), \(id), \
                        \(moment), \(verb), \(ImportVisits.summary(of: visit)), '[]')
                        """)
                }
            }
            pending.removeAll(keepingCapacity: true)
        }
        if let first = visits.first {
            note(ImportVisits.summary(of: first), concern: concerns[first.concern]?.id)
        }
        for (index, visit) in visits.enumerated() {
            let id = (index == 0 ? record : ids.next(Visit.self)).sqlValue
            let concern = concerns[visit.concern]
            let concernID = concern?.id.sqlValue ?? .null
            let (day, _) = values.day(visit.visitedOn)
            try rows.add(
                """
                (\(id), \(owner), \(concernID), \(visit.reference), 1, \
                \(visit.visitedOn <= today ? "made" : "planned"), \(day), '', \(values.id(visit.purpose)), \
                \(concern?.place ?? ""), \(concern?.postcode ?? ""), \(concern?.locationType ?? ""), \
                \(values.id(concern?.town)), 'unknown', '', '', '', '', '', '', '', '', '', '', '', '', \(moment))
                """)
            pending.append((index == 0, id, concernID, visit))
            if pending.count == 64 { try writePending() }
        }
        try writePending()
        try attendance.flush()
        try changes.flush()
    }
}

extension ImportVisits {
    fileprivate static func summary(of visit: ImportedVisit) -> String {
        "Visit \(visit.reference) on \(visit.visitedOn.text), imported"
    }
}
