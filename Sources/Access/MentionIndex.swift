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
    var labelKey: String { label.isEmpty ? "" : FoldedText(exact.first ?? label).key }

    package var isEmpty: Bool { exact.isEmpty && near.isEmpty && label.isEmpty }

    /// Whether the two are the same as they are written.
    package func isFound(like other: IndexedMention) -> Bool {
        kind == other.kind && !Set(exact).isDisjoint(with: other.exact)
    }

    /// The keys as nobody without the key file can compute them.
    func marks(_ vault: Vault) -> [MentionMark] {
        func mark(_ key: String, _ way: String, isExact: Bool) -> MentionMark {
            MentionMark(
                mark: vault.blindKey(FoldedText("\(kind.rawValue) \(way) \(key)"), purpose: "mention"), isExact: isExact)
        }
        return exact.map { mark($0, "is", isExact: true) } + near.map { mark($0, "like", isExact: false) }
    }
}

/// One keyed key of a mention.
struct MentionMark: Sendable, Hashable {
    let mark: String
    let isExact: Bool
}

extension Change {
    /// Keeps what a record mentions, with its keys, and answers the identifiers of all of it as it is now.
    ///
    /// A mention that is the same as before keeps its identifier, its subject and what was said of it. One that is gone is
    /// gone with its keys and its proposals; what was told blindly about it stays on record. No name is written: the keys
    /// are computed with the key file.
    @discardableResult
    package func indexMentions(
        _ mentions: [IndexedMention], of source: MentionSource, on day: Day, in partnership: ID<Partnership>
    ) throws -> [ID<Mention>] {
        let known = try transaction.rows("SELECT id, field, label FROM subject_mentions WHERE \(source.condition)") { row in
            (id: try row.next(ID<Mention>.self), field: try row.next(String.self), label: try row.next(String.self))
        }
        let wanted = mentions.filter { !$0.isEmpty }
        func stays(_ field: String, _ label: String) -> Bool {
            wanted.contains { $0.field == field && ($0.label == label || ID<Mention>(field) != nil) }
        }
        for mention in known where !stays(mention.field, mention.label) { try forget(mention.id) }
        var kept: [ID<Mention>] = []
        for mention in wanted {
            let marks = Set(mention.marks(vault))
            if let id = known.first(where: { $0.field == mention.field && stays($0.field, $0.label) })?.id {
                kept.append(id)
                try transaction.run(
                    "UPDATE subject_mentions SET label = \(mention.label), label_key = \(mention.labelKey) WHERE id = \(id)")
                let before = Set(
                    try transaction.rows("SELECT mark, is_exact FROM mention_marks WHERE mention_id = \(id)") {
                        MentionMark(mark: try $0.next(), isExact: try $0.next())
                    })
                if before == marks { continue }
                try transaction.run("DELETE FROM mention_marks WHERE mention_id = \(id)")
                try transaction.run(
                    "DELETE FROM subject_proposals WHERE status = 'open' AND (one_id = \(id) OR other_id = \(id))")
                try keep(marks, of: id, mention.kind, in: partnership)
            } else {
                let id = ID<Mention>(mention.field) ?? world.newID(Mention.self)
                try insert(mention, id, of: source, on: day, in: partnership)
                try keep(marks, of: id, mention.kind, in: partnership)
                kept.append(id)
            }
        }
        return kept
    }

    private func insert(
        _ mention: IndexedMention, _ id: ID<Mention>, of source: MentionSource, on day: Day, in partnership: ID<Partnership>
    ) throws {
        var concern: ID<Concern>?
        var visit: ID<Visit>?
        var screening: ID<Screening>?
        var victim: ID<PotentialVictim>?
        switch source {
        case .concern(let id): concern = id
        case .visit(let id): visit = id
        case .screening(let id): screening = id
        case .victim(let id): victim = id
        }
        try transaction.run(
            """
            INSERT INTO subject_mentions (id, partnership_id, kind, source, concern_id, visit_id, screening_id, victim_id,
                field, label, label_key, noted_on, reason)
            VALUES (\(id), \(partnership), \(mention.kind), \(source.name), \(concern), \(visit), \(screening), \(victim),
                \(mention.field), \(mention.label), \(mention.labelKey), \(day), '')
            """)
    }

    private func keep(_ marks: Set<MentionMark>, of id: ID<Mention>, _ kind: MentionedKind, in partnership: ID<Partnership>) throws {
        for mark in marks.sorted(by: { $0.mark < $1.mark }) {
            try transaction.run(
                """
                INSERT INTO mention_marks (mention_id, mark, partnership_id, kind, is_exact)
                VALUES (\(id), \(mark.mark), \(partnership), \(kind), \(mark.isExact)) ON CONFLICT DO NOTHING
                """)
        }
    }

    private func forget(_ id: ID<Mention>) throws {
        try transaction.run("DELETE FROM subject_proposals WHERE one_id = \(id) OR other_id = \(id)")
        try transaction.run("DELETE FROM mention_marks WHERE mention_id = \(id)")
        try transaction.run("DELETE FROM subject_mentions WHERE id = \(id)")
    }
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
    /// What the viewer may see that shares a key with something typed, which is kept nowhere; at most 50.
    package func known(_ typed: [IndexedMention]) throws -> [KnownMention] {
        var places: [String: Int] = [:]
        for (place, mention) in typed.enumerated() { for mark in mention.marks(vault) { places[mark.mark] = place } }
        guard !places.isEmpty, let partnership = viewer.partnership else { return [] }
        let found = try transaction.rows(
            """
            SELECT k.mark, m.id, MAX(k.is_exact) FROM mention_marks k JOIN \(visible(.subjectMentions)) m ON m.id = k.mention_id
            WHERE k.partnership_id = \(partnership) AND k.mark IN \(in: places.keys.sorted())
            GROUP BY k.mark, m.id, m.noted_on ORDER BY m.noted_on DESC, m.id LIMIT 50
            """
        ) { row in (mark: try row.next(String.self), id: try row.next(ID<Mention>.self), isExact: try row.next(Bool.self)) }
        var answers: [KnownMention] = []
        for one in found {
            guard let place = places[one.mark] else { continue }
            if let at = answers.firstIndex(where: { $0.place == place && $0.mention == one.id }) {
                if one.isExact { answers[at] = KnownMention(place: place, mention: one.id, isExact: true) }
            } else {
                answers.append(KnownMention(place: place, mention: one.id, isExact: one.isExact))
            }
        }
        return answers
    }
}
