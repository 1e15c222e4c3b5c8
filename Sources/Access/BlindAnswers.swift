import Kernel
import Store

/// What somebody is told who may not see the other side: that another member holds an interest, and to whom to speak.
package struct BlindNotice: Sendable, Hashable, Codable {
    package let kind: MentionedKind
    /// Which of what was asked about: the mention, where the concern is saved.
    package let mention: ID<Mention>?
    /// Which of what was typed, by its place in the list, where it is not.
    package let place: Int?
    /// The member to speak to; nil for the coordinator.
    package let holder: ID<Organisation>?

    package init(kind: MentionedKind, mention: ID<Mention>?, place: Int? = nil, holder: ID<Organisation>?) {
        self.kind = kind
        self.mention = mention
        self.place = place
        self.holder = holder
    }
}

/// The one place in which rows that a viewer may not see are looked at on their behalf.
///
/// What comes of it is a kind and an organisation, nothing else. It is given for numbers, marks, addresses, accounts and
/// company names that are the same as they are written, never for people. A concern gives none of itself while it is not
/// yet checked, when it was found to be none, when its owner has switched blind answers off, when an agency has answered
/// that it has a conflict or a live operation, and to an organisation that was removed from its circle. Each answer is a
/// row for both sides, with a disclosure in the journal of the concern that it is about.
extension Change where V.Record == Concern {
    /// Asks about everything that a saved concern mentions, for the viewer's organisation. What it was told before is not
    /// told again. Members alone are told: the coordinator sees all, and a visit team reads no concern.
    package func askBlindly(of concern: ID<Concern>) throws {
        guard let (partnership, organisation) = asker else { return }
        let asked = try transaction.rows(
            """
            SELECT k.mark, k.mention_id FROM mention_marks k JOIN subject_mentions m ON m.id = k.mention_id
            WHERE m.concern_id = \(concern) AND k.is_exact = 1 AND k.kind <> 'person'
            """
        ) { row in (mark: try row.next(String.self), mention: try row.next(ID<Mention>.self)) }
        var told = Set(
            try transaction.rows(
                """
                SELECT mention_id, held_concern_id FROM blind_answers
                WHERE concern_id = \(concern) AND organisation_id = \(organisation) AND mention_id IS NOT NULL
                """
            ) { "\(try $0.next(String.self)) \(try $0.next(String.self))" })
        // A concern that mentions the same twice asks once.
        let mentions = Dictionary(asked.map { ($0.mark, $0.mention) }) { first, _ in first }
        for (mark, mention) in mentions.sorted(by: { $0.value < $1.value }) {
            for held in try heldElsewhere(by: mark, in: partnership, asker: organisation) where held.concern != concern {
                guard told.insert("\(mention) \(held.concern)").inserted else { continue }
                try record(held, mention: mention, concern: concern, in: partnership, asker: organisation)
            }
        }
    }

    /// The same about what was typed and is kept nowhere.
    package func askBlindly(typed: [IndexedMention]) throws -> [BlindNotice] {
        guard let (partnership, organisation) = asker else { return [] }
        var notices: [BlindNotice] = []
        var asked: Set<String> = []
        for (place, mention) in typed.enumerated() where mention.kind.isKnownByItsKey {
            for mark in mention.marks(vault) where mark.isExact && asked.insert(mark.mark).inserted {
                for held in try heldElsewhere(by: mark.mark, in: partnership, asker: organisation) {
                    try record(held, mention: nil, concern: nil, in: partnership, asker: organisation)
                    let notice = BlindNotice(kind: held.kind, mention: nil, place: place, holder: held.holder)
                    if !notices.contains(notice) { notices.append(notice) }
                }
            }
        }
        return notices
    }

    private var asker: (ID<Partnership>, ID<Organisation>)? {
        guard viewer.has(.member), !viewer.isCoordinator, viewer.agreementInForce, let partnership = viewer.partnership,
            let organisation = viewer.organisation
        else { return nil }
        return (partnership, organisation)
    }

    /// At most 20 concerns, those recorded last first, that mention the same and that the asker neither sees nor ever saw.
    ///
    /// In the order of the key's own index, so that neither a key that thousands share nor the order of the concerns makes it
    /// long.
    private func heldElsewhere(
        by mark: String, in partnership: ID<Partnership>, asker: ID<Organisation>
    ) throws -> [HeldElsewhere] {
        try transaction.rows(
            """
            SELECT m.kind, m.id, c.id,
                COALESCE(
                    (SELECT s.organisation_id FROM circles s WHERE s.concern_id = c.id
                        AND s.organisation_id = c.source_organisation_id AND s.removed_at IS NULL),
                    (SELECT l.organisation_id FROM circles l WHERE l.concern_id = c.id
                        AND l.organisation_id = c.lead_organisation_id AND l.removed_at IS NULL))
            FROM mention_marks k JOIN subject_mentions m ON m.id = k.mention_id JOIN concerns c ON c.id = m.concern_id
            WHERE k.partnership_id = \(partnership) AND k.mark = \(mark) AND k.is_exact = 1 AND k.kind <> 'person'
            AND c.partnership_id = \(partnership) AND c.gives_blind_answers = 1 AND c.status <> 'awaiting-check'
            AND c.declined_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM circles o WHERE o.concern_id = c.id AND o.organisation_id = \(asker))
            AND NOT EXISTS (SELECT 1 FROM scoping_requests q WHERE q.concern_id = c.id AND q.answer = 'conflict')
            ORDER BY k.mention_id DESC LIMIT 20
            """
        ) { row in HeldElsewhere(kind: try row.next(), mention: try row.next(), concern: try row.next(), holder: try row.next()) }
    }

    private func record(
        _ held: HeldElsewhere, mention: ID<Mention>?, concern: ID<Concern>?, in partnership: ID<Partnership>,
        asker: ID<Organisation>
    ) throws {
        let id = world.newID(BlindAnswer.self)
        try transaction.run(
            """
            INSERT INTO blind_answers (id, partnership_id, kind, concern_id, mention_id, organisation_id, person_id,
                held_concern_id, held_mention_id, holder_id, answered_at)
            VALUES (\(id), \(partnership), \(held.kind), \(concern), \(mention), \(asker), \(viewer.person),
                \(held.concern), \(held.mention), \(held.holder), \(moment))
            """)
        discloses(.concerns, held.concern.text, as: "answer-blindly", detail: "blind answer \(id)")
        if let concern { discloses(.concerns, concern.text, as: "hear-blindly", detail: "blind answer \(id)") }
    }
}

private struct HeldElsewhere {
    let kind: MentionedKind
    let mention: ID<Mention>
    let concern: ID<Concern>
    let holder: ID<Organisation>?
}
