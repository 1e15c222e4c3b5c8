import Access
import Kernel
import Store

extension Reading {
    /// The mentions that the viewer may see and that fulfil a condition on `m`, the newest first.
    func mentionLines(where condition: Statement, limit: Int) throws -> [MentionLine] {
        try rows(
            """
            SELECT m.id, m.kind, m.label, m.noted_on, m.source, c.id, c.reference, v.id, v.reference, n.id, n.visit_id,
                n.reference, p.id, p.reference, COALESCE(ct.label, vt.label, ''), COALESCE(r.role, ''),
                COALESCE(r.description, ''), m.subject_id, s.reference
            FROM \(visible(.subjectMentions)) m
            LEFT JOIN \(visible(.concerns)) c ON c.id = m.concern_id
            LEFT JOIN \(visible(.visits)) v ON v.id = m.visit_id
            LEFT JOIN \(visible(.screenings)) n ON n.id = m.screening_id
            LEFT JOIN \(visible(.potentialVictims)) p ON p.id = m.victim_id
            LEFT JOIN \(visible(.mentions)) r ON r.id = m.id
            LEFT JOIN \(visible(.subjects)) s ON s.id = m.subject_id
            LEFT JOIN partnership_terms ct ON ct.id = c.town_id
            LEFT JOIN partnership_terms vt ON vt.id = v.town_id
            WHERE \(condition) ORDER BY m.noted_on DESC, m.id LIMIT \(limit)
            """
        ) { try Reading.mentionLine($0) }.compactMap { $0 }
    }

    private static func mentionLine(_ row: any Row) throws -> MentionLine? {
        let (id, kind): (ID<Mention>, MentionedKind) = (try row.next(), try row.next())
        let (label, notedOn, source): (String, Day, String) = (try row.next(), try row.next(), try row.next())
        let (concern, concernReference): (ID<Concern>?, String?) = (try row.next(), try row.next())
        let (visit, visitReference): (ID<Visit>?, String?) = (try row.next(), try row.next())
        let (screening, place, screeningReference): (ID<Screening>?, ID<Visit>?, String?) = (
            try row.next(), try row.next(), try row.next()
        )
        let (victim, victimReference): (ID<PotentialVictim>?, String?) = (try row.next(), try row.next())
        let (town, role, description): (String, String, String) = (try row.next(), try row.next(), try row.next())
        let (subject, subjectReference): (ID<Subject>?, String?) = (try row.next(), try row.next())
        let stands: (MentionLine.Source, String)? =
            switch source {
            case "concern": concern.map { (.concern($0), concernReference ?? "") }
            case "visit": visit.map { (.visit($0), visitReference ?? "") }
            case "screening": screening.flatMap { one in place.map { (.screening(one, at: $0), screeningReference ?? "") } }
            default: victim.map { (.pathway($0), victimReference ?? "") }
            }
        guard let stands else { return nil }
        return MentionLine(
            id: id, kind: kind, label: label, notedOn: notedOn, source: stands.0, reference: stands.1, town: town,
            words: [role, description].filter { !$0.isEmpty }.joined(separator: ", "), subject: subject,
            subjectReference: subjectReference)
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
        let found = try rows(
            """
            SELECT MIN(m.id), COUNT(DISTINCT COALESCE(m.concern_id, m.visit_id, m.screening_id, m.victim_id)),
                MIN(m.noted_on), MAX(m.noted_on)
            FROM \(visible(.mentionMarks)) k JOIN \(visible(.subjectMentions)) m ON m.id = k.mention_id
            WHERE k.partnership_id = \(try ownPartnership) AND k.kind = \(kind) AND k.is_exact = 1
            GROUP BY k.mark
            HAVING COUNT(DISTINCT COALESCE(m.concern_id, m.visit_id, m.screening_id, m.victim_id)) > 1
            ORDER BY 2 DESC, 4 DESC, 1 LIMIT \(size)
            """
        ) { row in
            (
                mention: try row.next(ID<Mention>.self), records: try row.next(Int.self), first: try row.next(Day.self),
                last: try row.next(Day.self)
            )
        }
        if found.isEmpty { return [] }
        let names = Dictionary(
            try rows("SELECT m.id, m.label FROM \(visible(.subjectMentions)) m WHERE m.id IN \(in: found.map(\.mention))") {
                (try $0.next(ID<Mention>.self), try $0.next(String.self))
            }
        ) { first, _ in first }
        return found.map { one in
            HotSpot(
                name: names[one.mention] ?? "", mention: one.mention, records: one.records, firstOn: one.first, lastOn: one.last)
        }
    }
}
