import Access
import Kernel
import Partnerships
import Store

extension Reading {
    /// What the viewer's organisation was told blindly about what a concern mentions, the newest first. The coordinator reads
    /// what each of them was told.
    package func heardBlindly(of concern: ID<Concern>) throws -> [HeardBlindly] {
        let found = try rows(
            """
            SELECT b.kind, COALESCE(m.label, ''), b.holder_id, o.name, MAX(b.answered_at)
            FROM \(visible(.blindAnswersHeard)) b LEFT JOIN \(visible(.subjectMentions)) m ON m.id = b.mention_id
            LEFT JOIN organisations o ON o.id = b.holder_id
            WHERE b.concern_id = \(concern) GROUP BY b.kind, m.label, b.holder_id, o.name ORDER BY 5 DESC, 1 LIMIT 20
            """
        ) { row in
            (
                kind: try row.next(MentionedKind.self), label: try row.next(String.self), holder: try row.next(ID<Organisation>?.self),
                name: try row.next(String?.self), at: try row.next(Moment.self)
            )
        }
        if found.isEmpty { return [] }
        let contacts = try contacts(of: try ownPartnership)
        return found.map { one in
            HeardBlindly(
                kind: one.kind, label: one.label, holder: one.holder, holderName: one.name,
                contacts: one.holder.flatMap { contacts[$0] } ?? [], at: one.at)
        }
    }

    /// What was told blindly out of a concern.
    package func toldBlindly(of concern: ID<Concern>) throws -> [ToldBlindly] {
        try rows(
            """
            SELECT b.kind, COALESCE(m.label, ''), o.name, MAX(b.answered_at)
            FROM \(visible(.blindAnswersGiven)) b LEFT JOIN \(visible(.subjectMentions)) m ON m.id = b.held_mention_id
            JOIN organisations o ON o.id = b.organisation_id
            WHERE b.held_concern_id = \(concern) GROUP BY b.kind, m.label, o.name ORDER BY 4 DESC, 1 LIMIT 20
            """
        ) { row in ToldBlindly(kind: try row.next(), label: try row.next(), asker: try row.next(), at: try row.next()) }
    }

    /// Whether a concern gives blind answers.
    package func givesBlindAnswers(_ concern: ID<Concern>) throws -> Bool {
        let found = try value("SELECT c.gives_blind_answers FROM \(visible(.concerns)) c WHERE c.id = \(concern)", as: Bool.self)
        guard let found else { throw AccessError.notVisible }
        return found
    }
}
