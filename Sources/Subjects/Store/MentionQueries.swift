import Access
import Kernel
import Store

extension Reading {
    /// The mentions that the viewer may see and that fulfil a condition on `m`, the newest first.
    func mentionLines(where condition: Statement, limit: Int) throws -> [MentionLine] {
        let found = try rows(
            """
            SELECT m.id, m.kind, m.label, m.noted_on, m.concern_id, m.visit_id, m.screening_id, m.victim_id, m.subject_id,
                m.attached_at, m.corrected_at, s.reference, COALESCE(r.role, ''), COALESCE(r.description, '')
            FROM \(visible(.subjectMentions)) m
            LEFT JOIN \(visible(.subjects)) s ON s.id = m.subject_id
            LEFT JOIN \(visible(.mentions)) r ON r.id = m.id
            WHERE \(condition) ORDER BY m.noted_on DESC, m.id LIMIT \(limit)
            """, FoundMention.init)
        let records = try records(of: found)
        return found.compactMap { one in
            guard let place = one.place.flatMap({ records[$0] }) else { return nil }
            return MentionLine(
                id: one.id, kind: one.kind, label: one.label, notedOn: one.notedOn, source: place.source, reference: place.reference,
                town: place.town, words: one.words, subject: one.subject, subjectReference: one.subjectReference,
                attachedAt: one.attachedAt, correctedAt: one.correctedAt)
        }
    }

    /// The records in which mentions stand, each kind by its identifiers.
    private func records(of found: [FoundMention]) throws -> [String: RecordPlace] {
        var places: [String: RecordPlace] = [:]
        let concerns = found.compactMap(\.concern)
        if !concerns.isEmpty {
            try forEach(
                """
                SELECT c.id, c.reference, COALESCE(t.label, '') FROM \(visible(.concerns)) c
                LEFT JOIN partnership_terms t ON t.id = c.town_id WHERE c.id IN \(in: concerns)
                """
            ) { row in
                let id: ID<Concern> = try row.next()
                places[id.text] = RecordPlace(source: .concern(id), reference: try row.next(), town: try row.next())
            }
        }
        let visits = found.compactMap(\.visit)
        if !visits.isEmpty {
            try forEach(
                """
                SELECT v.id, v.reference, COALESCE(t.label, '') FROM \(visible(.visits)) v
                LEFT JOIN partnership_terms t ON t.id = v.town_id WHERE v.id IN \(in: visits)
                """
            ) { row in
                let id: ID<Visit> = try row.next()
                places[id.text] = RecordPlace(source: .visit(id), reference: try row.next(), town: try row.next())
            }
        }
        let screenings = found.compactMap(\.screening)
        if !screenings.isEmpty {
            try forEach("SELECT n.id, n.visit_id, n.reference FROM \(visible(.screenings)) n WHERE n.id IN \(in: screenings)") { row in
                let id: ID<Screening> = try row.next()
                places[id.text] = RecordPlace(source: .screening(id, at: try row.next()), reference: try row.next(), town: "")
            }
        }
        let victims = found.compactMap(\.victim)
        if !victims.isEmpty {
            try forEach("SELECT p.id, p.reference FROM \(visible(.potentialVictims)) p WHERE p.id IN \(in: victims)") { row in
                let id: ID<PotentialVictim> = try row.next()
                places[id.text] = RecordPlace(source: .pathway(id), reference: try row.next(), town: "")
            }
        }
        return places
    }

    /// One mention; throws `AccessError.notVisible` where the viewer sees none.
    package func mention(_ id: ID<Mention>) throws -> MentionLine {
        guard let line = try mentionLines(where: "m.id = \(id)", limit: 1).first else { throw AccessError.notVisible }
        return line
    }

    /// The mentions that share an exact key with one of these: the same number, mark or address as it is written.
    func mentions(sameAs mentions: [ID<Mention>], limit: Int = 200) throws -> [MentionLine] {
        if mentions.isEmpty { return [] }
        return try mentionLines(
            where: """
                m.id IN (SELECT o.mention_id FROM \(visible(.mentionMarks)) a
                    JOIN \(visible(.mentionMarks)) o ON o.partnership_id = a.partnership_id AND o.mark = a.mark AND o.is_exact = 1
                    WHERE a.mention_id IN \(in: mentions) AND a.is_exact = 1 AND a.kind <> 'person')
                AND NOT m.id IN \(in: mentions)
                """, limit: limit)
    }

    /// What a concern mentions.
    package func mentions(of concern: ID<Concern>) throws -> [MentionLine] {
        try mentionLines(where: "m.concern_id = \(concern)", limit: 60)
    }

    /// Places, numbers or marks that more than one record mentions, those of most records first.
    package func hotSpots(_ kind: MentionedKind, size: Int = 50) throws -> [HotSpot] {
        let found = try repeatedMentions(kind, size: size)
        if found.isEmpty { return [] }
        let names = Dictionary(
            try rows("SELECT m.id, m.label FROM \(visible(.subjectMentions)) m WHERE m.id IN \(in: found.map(\.mention))") {
                (try $0.next(ID<Mention>.self), try $0.next(String.self))
            }
        ) { first, _ in first }
        return found.map { one in
            HotSpot(
                name: names[one.mention] ?? "", mention: one.mention, records: one.records, firstOn: one.firstOn, lastOn: one.lastOn)
        }
    }
}

/// A mention as its own row has it.
private struct FoundMention {
    let id: ID<Mention>
    let kind: MentionedKind
    let label: String
    let notedOn: Day
    let concern: ID<Concern>?
    let visit: ID<Visit>?
    let screening: ID<Screening>?
    let victim: ID<PotentialVictim>?
    let subject: ID<Subject>?
    let attachedAt: Moment?
    let correctedAt: Moment?
    let subjectReference: String?
    let words: String

    init(_ row: any Row) throws {
        id = try row.next()
        kind = try row.next()
        label = try row.next()
        notedOn = try row.next()
        concern = try row.next()
        visit = try row.next()
        screening = try row.next()
        victim = try row.next()
        subject = try row.next()
        attachedAt = try row.next()
        correctedAt = try row.next()
        subjectReference = try row.next()
        words = [try row.next(String.self), try row.next(String.self)].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// The record in which it stands.
    var place: String? { concern?.text ?? visit?.text ?? screening?.text ?? victim?.text }
}

/// A record in which something is mentioned.
private struct RecordPlace {
    let source: MentionLine.Source
    let reference: String
    let town: String
}
