import Access
import Kernel
import Store

extension Change {
    /// Inserts a subject without mentions. Its reference is a part of its own identifier: it counts nobody.
    func insertSubject(_ id: ID<Subject>, _ kind: MentionedKind) throws {
        try run(
            """
            INSERT INTO \(table(.subjects)) (id, partnership_id, kind, reference, root_id, made_at, organisation_id, person_id)
            VALUES (\(id), \(try reading.ownPartnership), \(kind), \("S-\(id.text.suffix(8).uppercased())"), \(id), \(moment),
                \(viewer.organisation), \(viewer.person))
            """)
    }

    /// Says that a mention is of a subject, with the reason and who says so.
    func attach(_ mention: ID<Mention>, to subject: ID<Subject>, reason: String) throws {
        try run(
            """
            UPDATE \(table(.subjectMentions)) SET subject_id = \(subject), attached_at = \(moment),
                attached_by = \(viewer.person), reason = \(reason)
            WHERE id = \(mention)
            """)
    }
}

extension Change where V == SettleProposal {
    func settle(_ answer: ProposalStatus) throws {
        try run(
            """
            UPDATE \(target) SET status = \(answer), settled_at = \(moment), organisation_id = \(viewer.organisation),
                person_id = \(viewer.person)
            WHERE id = \(record)
            """)
    }

    /// The subject of a mention; one of its own where it has none.
    func subject(of mention: MentionLine, reason: String) throws -> ID<Subject> {
        if let subject = mention.subject { return subject }
        let id = newID(Subject.self)
        try insertSubject(id, mention.kind)
        try attach(mention.id, to: id, reason: reason)
        return id
    }

    /// Joins two subjects: a row that can be undone, and one root for everything that hangs together.
    func join(_ one: ID<Subject>, _ other: ID<Subject>, because proposal: ID<SubjectProposal>) throws {
        try alsoChanges(.subjects, one.text)
        try alsoChanges(.subjects, other.text)
        try run(
            """
            INSERT INTO \(table(.subjectMerges)) (id, partnership_id, kept_id, merged_id, proposal_id, merged_at,
                organisation_id, person_id, undo_reason)
            VALUES (\(newID(SubjectMerge.self)), \(try reading.ownPartnership), \(min(one, other)), \(max(one, other)),
                \(proposal), \(moment), \(viewer.organisation), \(viewer.person), '')
            """)
        let roots = try rows("SELECT s.root_id FROM \(visible(.subjects)) s WHERE s.id IN \(in: [one, other])") {
            try $0.next(ID<Subject>.self)
        }
        guard let root = roots.min() else { return }
        try run("UPDATE \(table(.subjects)) SET root_id = \(root) WHERE root_id IN \(in: roots)")
    }
}

extension Change where V == UndoMerge {
    func undo(reason: String) throws {
        let parted = try first(
            "SELECT g.kept_id, g.merged_id, g.proposal_id FROM \(visible(.subjectMerges)) g WHERE g.id = \(record)"
        ) { row in
            (
                kept: try row.next(ID<Subject>.self), merged: try row.next(ID<Subject>.self),
                proposal: try row.next(ID<SubjectProposal>?.self)
            )
        }
        guard let parted else { throw AccessError.notVisible }
        try alsoChanges(.subjects, parted.kept.text)
        try alsoChanges(.subjects, parted.merged.text)
        try run(
            """
            UPDATE \(target) SET undone_at = \(moment), undone_by = \(viewer.person), undo_reason = \(reason)
            WHERE id = \(record)
            """)
        if let proposal = parted.proposal {
            try run(
                """
                UPDATE \(table(.subjectProposals)) SET status = 'open', settled_at = NULL, person_id = NULL, organisation_id = NULL
                WHERE id = \(proposal)
                """)
        }
        try regroup(parted.kept)
    }

    /// Gives every subject that hung together with this one the root of what still hangs together: the oldest of it.
    private func regroup(_ subject: ID<Subject>) throws {
        let members = try rows(
            """
            SELECT s.id FROM \(table(.subjects)) s WHERE s.root_id =
                (SELECT r.root_id FROM \(table(.subjects)) r WHERE r.id = \(subject)) ORDER BY s.id
            """
        ) { try $0.next(ID<Subject>.self) }
        let ties = try rows(
            """
            SELECT g.kept_id, g.merged_id FROM \(table(.subjectMerges)) g
            WHERE g.undone_at IS NULL AND g.kept_id IN \(in: members)
            """
        ) { row in (try row.next(ID<Subject>.self), try row.next(ID<Subject>.self)) }
        for (member, root) in SubjectGroups.roots(members, ties: ties) {
            try run("UPDATE \(table(.subjects)) SET root_id = \(root) WHERE id = \(member)")
        }
    }
}

/// What hangs together by the merges that stand.
enum SubjectGroups {
    /// The root of each subject: the oldest of those that it hangs together with.
    static func roots(_ members: [ID<Subject>], ties: [(ID<Subject>, ID<Subject>)]) -> [ID<Subject>: ID<Subject>] {
        var roots = Dictionary(members.map { ($0, $0) }) { first, _ in first }
        var changed = true
        while changed {
            changed = false
            for (one, other) in ties {
                guard let left = roots[one], let right = roots[other], left != right else { continue }
                roots[one] = min(left, right)
                roots[other] = min(left, right)
                changed = true
            }
        }
        return roots
    }
}
