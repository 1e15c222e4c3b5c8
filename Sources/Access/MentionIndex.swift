import Kernel
import Store

/// Which record mentions something.
package enum MentionSource: Sendable, Hashable {
    case concern(ID<Concern>)
    case visit(ID<Visit>)
    case screening(ID<Screening>)
    case victim(ID<PotentialVictim>)

    var name: String {
        switch self {
        case .concern: "concern"
        case .visit: "visit"
        case .screening: "screening"
        case .victim: "victim"
        }
    }

    /// The record's identifier.
    var record: String {
        switch self {
        case .concern(let id): id.text
        case .visit(let id): id.text
        case .screening(let id): id.text
        case .victim(let id): id.text
        }
    }

    /// The condition on `subject_mentions` for the mentions of this record.
    var condition: Statement {
        switch self {
        case .concern(let id): "concern_id = \(id)"
        case .visit(let id): "visit_id = \(id)"
        case .screening(let id): "screening_id = \(id)"
        case .victim(let id): "victim_id = \(id)"
        }
    }
}

/// Somebody or something that a record mentions, with the keys by which it is found to agree with other mentions.
package struct IndexedMention: Sendable, Hashable {
    /// Which of the things that the record mentions: the identifier of a mention of its own, or a word such as "place".
    package let field: String
    package let kind: MentionedKind
    /// How pages name it to those who see the record; of a person it is empty, and never a name.
    package let label: String
    /// Whoever shares one of these is the same thing, as it is written.
    let exact: [String]
    /// Whoever shares one of these is worth a second look.
    let near: [String]

    package init(field: String, kind: MentionedKind, label: String, exact: [String], near: [String] = []) {
        self.field = field
        self.kind = kind
        self.label = label
        self.exact = exact.filter { !$0.isEmpty }
        self.near = near.filter { !$0.isEmpty }
    }

    /// The label as a list of subjects is searched by it.
    package var labelKey: String { label.isEmpty ? "" : FoldedText(exact.first ?? label).key }

    package var isEmpty: Bool { exact.isEmpty && near.isEmpty && label.isEmpty }

    /// Whether the two are the same as they are written.
    package func isFound(like other: IndexedMention) -> Bool {
        kind == other.kind && !Set(exact).isDisjoint(with: other.exact)
    }

    /// The keys as nobody without the key file can compute them, the exact ones first.
    package func marks(_ vault: Vault) -> [MentionMark] {
        func mark(_ key: String, _ way: String, isExact: Bool) -> MentionMark {
            MentionMark(
                mark: vault.blindKey(FoldedText("\(kind.rawValue) \(way) \(key)"), purpose: "mention"), isExact: isExact)
        }
        return exact.map { mark($0, "is", isExact: true) } + near.map { mark($0, "like", isExact: false) }
    }
}

/// One keyed key of a mention.
package struct MentionMark: Sendable, Hashable, Comparable {
    package let mark: String
    package let isExact: Bool

    package static func < (one: MentionMark, other: MentionMark) -> Bool { one.mark < other.mark }
}

extension Change {
    /// Keeps what a record mentions, with its keys, and answers the identifiers of all of it as it is now.
    ///
    /// A mention keeps its identifier and its subject as long as its record has that field. Where its keys are others than
    /// before, the old ones go, proposals that nobody has answered go with them, and it is said of it that it was corrected.
    /// A mention that is gone is gone with its keys and its proposals; what was told blindly stays on record. No name is
    /// written: the keys are computed with the key file.
    @discardableResult
    package func indexMentions(
        _ mentions: [IndexedMention], of source: MentionSource, on day: Day, in partnership: ID<Partnership>
    ) throws -> [ID<Mention>] {
        let known = try transaction.rows(
            "SELECT id, field, kind, noted_on FROM subject_mentions WHERE \(source.condition)"
        ) { row in
            StandingMention(
                id: try row.next(), field: try row.next(), kind: try row.next(), notedOn: try row.next(), source: source,
                partnership: partnership)
        }
        let wanted = mentions.filter { !$0.isEmpty }
        func standing(_ mention: IndexedMention) -> StandingMention? {
            known.first { $0.field == mention.field && $0.kind == mention.kind }
        }
        let staying = Set(wanted.compactMap { standing($0)?.id })
        for mention in known where !staying.contains(mention.id) { try forget(mention) }
        var kept: [ID<Mention>] = []
        for mention in wanted {
            let marks = Set(mention.marks(vault))
            if let own = standing(mention) {
                kept.append(own.id)
                try transaction.run(
                    "UPDATE subject_mentions SET label = \(mention.label), label_key = \(mention.labelKey) WHERE id = \(own.id)")
                try replaceMarks(of: own, with: marks)
            } else {
                let own = StandingMention(
                    id: ID<Mention>(mention.field) ?? world.newID(Mention.self), field: mention.field, kind: mention.kind, notedOn: day,
                    source: source, partnership: partnership)
                try insert(mention, own)
                for mark in marks.sorted() { try keep(mark, of: own) }
                kept.append(own.id)
            }
        }
        return kept
    }

    /// Says that a record is to be read anew when the database is linked, whatever its version.
    package func readAnew(_ source: MentionSource) throws {
        try transaction.run("DELETE FROM linked_records WHERE record_id = \(source.record)")
    }

    private func replaceMarks(of own: StandingMention, with marks: Set<MentionMark>) throws {
        let before = Set(
            try transaction.rows("SELECT mark, is_exact FROM mention_marks WHERE mention_id = \(own.id)") {
                MentionMark(mark: try $0.next(), isExact: try $0.next())
            })
        if before == marks { return }
        let gone = before.subtracting(marks)
        for mark in gone.sorted() { try drop(mark, of: own) }
        for mark in marks.subtracting(before).sorted() { try keep(mark, of: own) }
        try transaction.run(
            "DELETE FROM subject_proposals WHERE status = 'open' AND (one_id = \(own.id) OR other_id = \(own.id))")
        if gone.isEmpty { return }
        try transaction.run("UPDATE subject_mentions SET corrected_at = \(moment) WHERE id = \(own.id)")
        // What was told was told of what stood here before: it must not be read as told of what stands here now.
        if case .concern(let concern) = own.source, gone.contains(where: \.isExact) {
            try transaction.run(
                "UPDATE blind_answers SET mention_id = NULL WHERE concern_id = \(concern) AND mention_id = \(own.id)")
            try transaction.run(
                "UPDATE blind_answers SET held_mention_id = '' WHERE held_concern_id = \(concern) AND held_mention_id = \(own.id)")
        }
    }

    private func insert(_ mention: IndexedMention, _ own: StandingMention) throws {
        var concern: ID<Concern>?
        var visit: ID<Visit>?
        var screening: ID<Screening>?
        var victim: ID<PotentialVictim>?
        switch own.source {
        case .concern(let id): concern = id
        case .visit(let id): visit = id
        case .screening(let id): screening = id
        case .victim(let id): victim = id
        }
        try transaction.run(
            """
            INSERT INTO subject_mentions (id, partnership_id, kind, source, concern_id, visit_id, screening_id, victim_id,
                field, label, label_key, noted_on, reason)
            VALUES (\(own.id), \(own.partnership), \(own.kind), \(own.source.name), \(concern), \(visit), \(screening),
                \(victim), \(own.field), \(mention.label), \(mention.labelKey), \(own.notedOn), '')
            """)
    }

    private func keep(_ mark: MentionMark, of own: StandingMention) throws {
        if mark.isExact { try countIn(mark.mark, of: own) }
        try transaction.run(
            """
            INSERT INTO mention_marks (mention_id, mark, partnership_id, kind, is_exact)
            VALUES (\(own.id), \(mark.mark), \(own.partnership), \(own.kind), \(mark.isExact)) ON CONFLICT DO NOTHING
            """)
    }

    private func drop(_ mark: MentionMark, of own: StandingMention) throws {
        try transaction.run("DELETE FROM mention_marks WHERE mention_id = \(own.id) AND mark = \(mark.mark)")
        if mark.isExact { try countAnew(mark.mark, in: own.partnership) }
    }

    private func forget(_ own: StandingMention) throws {
        let marks = try transaction.rows("SELECT mark FROM mention_marks WHERE mention_id = \(own.id) AND is_exact = 1") {
            try $0.next(String.self)
        }
        try transaction.run("DELETE FROM subject_proposals WHERE one_id = \(own.id) OR other_id = \(own.id)")
        try transaction.run("DELETE FROM mention_marks WHERE mention_id = \(own.id)")
        try transaction.run("DELETE FROM subject_mentions WHERE id = \(own.id)")
        for mark in marks { try countAnew(mark, in: own.partnership) }
    }
}

/// A mention as it stands in the database.
struct StandingMention {
    let id: ID<Mention>
    let field: String
    let kind: MentionedKind
    let notedOn: Day
    let source: MentionSource
    let partnership: ID<Partnership>
}

/// A mention that shares a key with something that was typed.
package struct KnownMention: Sendable, Hashable {
    /// Which of what was typed, by its place in the list.
    package let place: Int
    package let mention: ID<Mention>
    /// Whether it is the same as it is written, or only worth a second look.
    package let isExact: Bool
}

extension Change {
    /// What the viewer may see that shares a key with something typed, which is kept nowhere: of each key at most 20, those
    /// recorded last first.
    ///
    /// One question for each key, in the order of its index: a key that thousands share costs no more than its first 20, and
    /// hides nothing that another key finds.
    package func known(_ typed: [IndexedMention]) throws -> [KnownMention] {
        guard let partnership = viewer.partnership else { return [] }
        var answers: [KnownMention] = []
        for (place, mention) in typed.enumerated() {
            // The exact keys come first: what is the same is not said to be nearly the same as well.
            for mark in mention.marks(vault) {
                let found = try transaction.rows(
                    """
                    SELECT m.id FROM mention_marks k JOIN \(visible(.subjectMentions)) m ON m.id = k.mention_id
                    WHERE k.partnership_id = \(partnership) AND k.mark = \(mark.mark) AND k.is_exact = \(mark.isExact)
                    ORDER BY k.mention_id DESC LIMIT 20
                    """
                ) { try $0.next(ID<Mention>.self) }
                for one in found where !answers.contains(where: { $0.place == place && $0.mention == one }) {
                    answers.append(KnownMention(place: place, mention: one, isExact: mark.isExact))
                }
            }
        }
        return answers
    }
}
