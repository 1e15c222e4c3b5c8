import Access
import Kernel
import Partnerships
import Store

/// Writes concerns that were kept elsewhere before.
package enum ImportConcerns: Verb {
    package typealias Record = Concern
    package static let name = "import-concerns"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = []
    package static let doors: Set<Viewer.Door> = [.operator]
    package static let event = JournalEvent.collection
}

/// A concern as rows that refer to it by its reference need it.
package struct ReferredConcern: Sendable {
    package let id: ID<Concern>
    package let town: ID<Term>?
    package let locationType: String
    package let place: String
    package let postcode: String
}

extension Reading {
    /// The concerns with these references that the viewer can see, by reference.
    package func concerns(withReferences references: [String]) throws -> [String: ReferredConcern] {
        var found: [String: ReferredConcern] = [:]
        var start = 0
        while start < references.count {
            let end = min(start + 500, references.count)
            try forEach(
                """
                SELECT c.reference, c.id, c.town_id, c.location_type, c.place, c.postcode
                FROM \(visible(.concerns)) c WHERE c.reference IN \(in: Array(references[start..<end]))
                """
            ) { row in
                found[try row.next()] = ReferredConcern(
                    id: try row.next(), town: try row.next(), locationType: try row.next(), place: try row.next(),
                    postcode: try row.next())
            }
            start = end
        }
        return found
    }
}

extension Change where V == ImportConcerns {
    /// Writes the concerns with their terms, circles, first entries of their timelines and words for searching. The
    /// first of them is the record of this change.
    func insert(
        _ concerns: [ImportedConcern], terms: [ImportTerms.Added], lists: CodeLists, partnership: ID<Partnership>,
        seed: [UInt8]
    ) throws {
        try insertTerms(terms, of: partnership)
        try keepReferencesFree(after: concerns, of: partnership)
        var ids = IDSequence(at: moment, seed: seed)
        var values = ImportedValues()
        let owner = partnership.sqlValue
        var rows = RowBatch { rows in try insertRows(rows) }
        var details = ImportedDetails(change: self, partnership: partnership, lists: lists)
        note("Imported")
        for (index, concern) in concerns.enumerated() {
            let id = index == 0 ? record : ids.next(Concern.self)
            let idText = id.sqlValue
            let (day, noon) = values.day(concern.receivedOn)
            try rows.add(
                """
                (\(idText), \(owner), \(concern.reference), 1, \(day), \(noon), 'import', \(concern.source), \
                \(concern.response == nil ? "raised" : "response"), 1, 0, \(concern.summary), '', '', '', '', \
                \(concern.locationType), '', '', '', \(values.id(concern.town)), \(values.id(concern.ward)), '', '', \
                \(concern.nationality), 'unknown', '', '', '', '', '', '', '', '', \(concern.response), \
                \(concern.response == nil ? .null : noon), \(values.id(concern.lead?.id)), '', '', '', '', \
                \(concern.exploitation.sorted().joined(separator: " ")))
                """)
            details.pending.append(.init(id: id, text: idText, concern: concern))
            if details.pending.count == 64 {
                try rows.flush()
                try details.write(ids: &ids)
            }
        }
        try rows.flush()
        try details.write(ids: &ids)
        try details.flush()
    }

    private func insertRows(_ rows: [Statement]) throws {
        try insert(
            rows,
            into: """
                \(target) (id, partnership_id, reference, version, received_on, received_at, channel, source,
                    status, is_open, immediate_danger, summary, seen, inferred, happens_when, how_known, location_type,
                    place, postcode, place_key, town_id, ward_id, residence, residence_key, nationality, children_present,
                    reporter_contact, reporter_safe_way, threat, harm, risk, investigation, vulnerability, engagement,
                    response, response_decided_at, lead_organisation_id, planning_meeting_notes, tactical_plan,
                    closing_summary, report_back, exploitation)
                """)
    }

    /// Concerns raised later go on counting behind imported references of the partnership's own form.
    private func keepReferencesFree(after concerns: [ImportedConcern], of partnership: ID<Partnership>) throws {
        let prefix = try value(
            "SELECT reference_prefix FROM partnerships WHERE id = \(partnership)", as: String.self)
        guard let prefix else { throw AccessError.notVisible }
        let start = "\(prefix)-"
        var highest = 0
        for concern in concerns where concern.reference.hasPrefix(start) {
            let digits = concern.reference.dropFirst(start.count)
            guard digits.utf8.count <= 12, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
            highest = max(highest, Int(digits) ?? 0)
        }
        guard highest > 0 else { return }
        try run(
            """
            UPDATE partnerships SET next_reference = \(highest + 1)
            WHERE id = \(partnership) AND next_reference <= \(highest)
            """)
    }
}

/// The rows that belong to imported concerns, written behind them.
private struct ImportedDetails {
    struct Pending {
        let id: ID<Concern>
        let text: SQLValue
        let concern: ImportedConcern
    }

    let change: Change<ImportConcerns>
    var pending: [Pending] = []
    private let partnership: ID<Partnership>
    private let owner: SQLValue
    private let places: CodeList
    private var values = ImportedValues()
    private var words: [NewWords] = []
    private var exploitation: RowBatch
    private static let wordsAtOnce = 8192
    private var circles: RowBatch
    private var changes: RowBatch

    init(change: Change<ImportConcerns>, partnership: ID<Partnership>, lists: CodeLists) {
        self.change = change
        self.partnership = partnership
        owner = partnership.sqlValue
        places = lists["location_type"]
        exploitation = RowBatch { rows in
            try change.insert(
                rows,
                into: """
                    \(change.table(.concernExploitation)) (concern_id, partnership_id, exploitation_type)
                    """)
        }
        circles = RowBatch { rows in
            try change.insert(
                rows,
                into: """
                    \(change.table(.circles)) (concern_id, organisation_id, partnership_id, sees_answers,
                        sees_victims, basis, added_at)
                    """)
        }
        changes = RowBatch { rows in
            try change.insert(
                rows,
                into: """
                    \(change.table(.recordChanges)) (id, partnership_id, concern_id, strand, record_kind,
                        record_id, at, verb, summary, differences)
                    """)
        }
    }

    mutating func write(ids: inout IDSequence) throws {
        let moment = change.moment
        let kind = ImportConcerns.relation.table.description
        let verb = ImportConcerns.name
        for row in pending {
            let concern = row.concern
            for type in concern.exploitation { try exploitation.add("(\(row.text), \(owner), \(type))") }
            if let lead = concern.lead {
                try circles.add(
                    """
                    (\(row.text), \(values.id(lead.id)), \(owner), 1, \(!lead.isEnforcement), 'Leads the response', \
                    \(moment))
                    """)
            }
            if row.id != change.record {
                try changes.add(
                    """
                    (\(ids.next(RecordChange.self)), \(owner), \(row.text), '', \(kind), \(row.text), \(moment), \
                    \(verb), 'Imported', '[]')
                    """)
            }
            words.append(
                NewWords(
                    concern: row.text, receivedOn: concern.receivedOn,
                    words: "\(concern.reference) \(concern.summary) \(places.label(concern.locationType))"))
        }
        if words.count >= ImportedDetails.wordsAtOnce { try writeWords() }
        pending.removeAll(keepingCapacity: true)
    }

    /// Many words at once, so that the index is written out as seldom as can be.
    private mutating func writeWords() throws {
        try change.indexNewWords(words, in: partnership)
        words.removeAll(keepingCapacity: true)
    }

    mutating func flush() throws {
        try writeWords()
        try exploitation.flush()
        try circles.flush()
        try changes.flush()
    }
}
