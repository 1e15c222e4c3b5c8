import Access
import Kernel
import Store

/// Makes a subject of a mention, with the mentions of the same number, mark or address that the viewer sees.
package enum KeepSubject: Verb {
    package typealias Record = Subject
    package static let name = "keep-subject"
    package static let relation = Relation.subjects
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.combination
}

/// Takes a mention out of a subject: it was somebody or something else.
package enum DetachMention: Verb {
    package typealias Record = Subject
    package static let name = "detach-mention"
    package static let relation = Relation.subjects
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.combination
}

extension SubjectDesk {
    /// Answers the subject of a mention: the one that it has, or a new one.
    package func keepSubject(of mention: ID<Mention>, by viewer: Viewer, key: IdempotencyKey?) async throws -> Outcome<ID<Subject>> {
        let known = try await desk.read(as: viewer, Consultation("open-mention", "subject_mentions", mention.text)) {
            reading -> ID<Subject>? in
            let line = try reading.mention(mention)
            if let subject = line.subject { return subject }
            return line.kind.isKnownByItsKey
                ? try reading.mentions(sameAs: [mention]).compactMap(\.subject).first : nil
        }
        if let known { return try await attach(mention, to: known, by: viewer) }
        return try await desk.create(KeepSubject.self, by: viewer, key: key) { change in
            let line = try change.reading.mention(mention)
            let alike = line.kind.isKnownByItsKey ? try change.reading.mentions(sameAs: [mention]) : []
            try change.insertSubject(change.record, line.kind)
            for one in [line] + alike where one.subject == nil {
                try change.attach(one.id, to: change.record, reason: one.id == mention ? "Kept as a subject" : "Written the same")
            }
            change.note("Kept as a subject")
            return .done(change.record)
        }
    }

    /// A mention that is written like those of a subject becomes one of its mentions.
    private func attach(_ mention: ID<Mention>, to subject: ID<Subject>, by viewer: Viewer) async throws -> Outcome<ID<Subject>> {
        try await desk.change(KeepSubject.self, on: subject, by: viewer, key: nil) { change in
            let line = try change.reading.mention(mention)
            if line.subject == nil { try change.attach(mention, to: subject, reason: "Written the same") }
            change.note("A mention was said to be of it")
            return .done(subject)
        }
    }

    /// Takes a mention out of a subject. The last one stays: what has no mention is seen by nobody.
    package func detach(
        _ mention: ID<Mention>, from subject: ID<Subject>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Subject>> {
        try await desk.change(DetachMention.self, on: subject, by: viewer, key: key) { change in
            let detail = try change.reading.subject(subject)
            guard let line = detail.mentions.first(where: { $0.id == mention }), let own = line.subject else {
                throw AccessError.notVisible
            }
            guard detail.mentions.count(where: { $0.subject == own }) > 1 else {
                return .refused([Problem("", "This is its only mention: undo what joined it with others instead")])
            }
            try change.run(
                """
                UPDATE \(change.table(.subjectMentions)) SET subject_id = NULL, attached_at = NULL, attached_by = NULL, reason = ''
                WHERE id = \(mention)
                """)
            change.note("A mention was said not to be of it")
            return .done(subject)
        }
    }
}
