import Access
import Concerns
import Kernel
import Store

/// Writes screenings that were kept elsewhere before.
package enum ImportScreenings: Verb {
    package typealias Record = Screening
    package static let name = "import-screenings"
    package static let relation = Relation.screenings
    package static let roles: Set<Role> = []
    package static let doors: Set<Viewer.Door> = [.operator]
    package static let event = JournalEvent.collection
    package static let strand = "victims"
}

extension Reading {
    /// Which of these references the screenings have that the viewer can see.
    package func screenings(withReferences references: [String]) throws -> Set<String> {
        var found: Set<String> = []
        var start = 0
        while start < references.count {
            let end = min(start + 500, references.count)
            try forEach(
                """
                SELECT s.reference FROM \(visible(.screenings)) s
                WHERE s.reference IN \(in: Array(references[start..<end]))
                """
            ) { row in found.insert(try row.next(String.self)) }
            start = end
        }
        return found
    }
}

extension Change where V == ImportScreenings {
    /// Writes the screenings, and for each visit one line on its timeline. The first of them is the record of this
    /// change.
    func insert(
        _ screenings: [ImportedScreening], visits: [String: ReferredVisit], partnership: ID<Partnership>, seed: [UInt8]
    ) throws {
        var ids = IDSequence(at: moment, seed: seed)
        var values = ImportedValues()
        let owner = partnership.sqlValue
        var counts: [String: Int] = [:]
        var rows = RowBatch { rows in
            try run(
                """
                INSERT INTO \(target) (id, visit_id, concern_id, partnership_id, reference, recorded_at, gender,
                    age_group, nationality, language, outcome, consent, next_step, note, has_identity)
                VALUES \(rows: rows)
                """)
        }
        for (index, screening) in screenings.enumerated() {
            guard let visit = visits[screening.visit] else { throw AccessError.notVisible }
            let (_, noon) = values.day(visit.visitedOn)
            counts[screening.visit, default: 0] += 1
            let id = index == 0 ? record : ids.next(Screening.self)
            try rows.add(
                """
                (\(id), \(visit.id), \(visit.concern), \(owner), \(screening.reference), \(noon), \
                \(screening.gender), \(screening.ageGroup), \(screening.nationality), \(screening.language), \
                \(screening.outcome), '', '', '', 0)
                """)
        }
        try rows.flush()
        try noteVisits(counts, first: screenings.first?.visit, visits: visits, partnership: partnership, ids: &ids)
    }

    private func noteVisits(
        _ counts: [String: Int], first: String?, visits: [String: ReferredVisit], partnership: ID<Partnership>,
        ids: inout IDSequence
    ) throws {
        let kind = Relation.visits.table.description
        let verb = V.name
        let strand = V.strand
        let moment = moment
        var changes = RowBatch { rows in
            try run(
                """
                INSERT INTO \(table(.recordChanges)) (id, partnership_id, concern_id, strand, record_kind, record_id,
                    at, verb, summary, differences)
                VALUES \(rows: rows)
                """)
        }
        for (reference, count) in counts.sorted(by: { $0.key < $1.key }) {
            guard let visit = visits[reference] else { continue }
            let people = count == 1 ? "1 person" : "\(count) people"
            let summary = "\(people) met at visit \(reference), imported"
            if reference == first {
                note(summary, concern: visit.concern)
            } else {
                try changes.add(
                    """
                    (\(ids.next(RecordChange.self)), \(partnership), \(visit.concern), \(strand), \(kind), \
                    \(visit.id), \(moment), \(verb), \(summary), '[]')
                    """)
            }
        }
        try changes.flush()
    }
}
