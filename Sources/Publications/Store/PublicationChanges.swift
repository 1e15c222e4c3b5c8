import Access
import Documents
import Kernel
import Reviews
import Store

extension Change where V == BeginPublication {
    /// Writes the publication and the sections of its kind.
    func insert(_ facts: PublicationFacts) throws {
        let partnership = try reading.ownPartnership
        try run(
            """
            INSERT INTO \(target) (id, partnership_id, version, kind, title, first_day, last_day, town_id, state, edition, reason,
                keeps_figures, begun_at, begun_by)
            VALUES (\(record), \(partnership), 1, \(facts.kind), \(facts.title), \(facts.first), \(facts.last),
                \(facts.town), \(PublicationState.draft), 1, '', 0, \(moment), \(viewer.person))
            """)
        for (place, draft) in facts.kind.template.enumerated() {
            try insertSection(newID(), draft, of: record, at: place + 1)
        }
    }
}

extension Change where V == ChangePublication {
    func update(_ facts: PublicationFacts, keepsFigures: Bool) throws {
        try run(
            """
            UPDATE \(target) SET title = \(facts.title), first_day = \(facts.first), last_day = \(facts.last),
                town_id = \(facts.town), keeps_figures = \(keepsFigures) WHERE id = \(record)
            """)
    }
}

extension Change where V == AddSection {
    func insert(_ draft: SectionDraft, of publication: ID<PartnershipPublication>, at position: Int) throws {
        try insertSection(record, draft, of: publication, at: position)
    }
}

extension Change {
    /// Writes a section; who wrote it is remembered as soon as it has words.
    fileprivate func insertSection(
        _ id: ID<PublicationSection>, _ draft: SectionDraft, of publication: ID<PartnershipPublication>, at position: Int
    ) throws {
        let text = try draft.keptText
        let writer = text.isEmpty ? nil : viewer.person
        try run(
            """
            INSERT INTO \(table(.publicationSections)) (id, publication_id, partnership_id, version, position, kind, title, source, body,
                accepted, written_by, written_at)
            VALUES (\(id), \(publication), \(try reading.ownPartnership), 1, \(position), \(draft.kind), \(draft.title), \(draft.source),
                \(text), \(draft.accepted), \(writer), \(writer.map { _ in moment }))
            """)
    }
}

extension Change where V: SectionVerb {
    /// The section as it is; nil where its publication is no draft. Throws `AccessError.notVisible`.
    func draftSection(of publication: ID<PartnershipPublication>) throws -> SectionDetail? {
        let standing = try reading.section(record, of: publication)
        return try reading.publication(publication).state == .draft ? standing : nil
    }
}

extension Change where V == ChangeSection {
    func update(_ draft: SectionDraft) throws {
        try run(
            """
            UPDATE \(target) SET title = \(draft.title), source = \(draft.source), body = \(try draft.keptText),
                accepted = \(draft.accepted),
                written_by = \(viewer.person), written_at = \(moment), approved_by = NULL, approved_at = NULL
            WHERE id = \(record)
            """)
    }
}

extension Change where V == MoveSection {
    func exchange(_ one: SectionDetail, with other: SectionDetail) throws {
        try run("UPDATE \(target) SET position = \(other.position) WHERE id = \(one.id)")
        try run("UPDATE \(target) SET position = \(one.position) WHERE id = \(other.id)")
    }
}

extension Change where V == RemoveSection {
    func remove() throws { try run("DELETE FROM \(target) WHERE id = \(record)") }
}

extension Change where V == ApproveCaseStudy {
    func approve() throws {
        try run("UPDATE \(target) SET approved_by = \(viewer.person), approved_at = \(moment) WHERE id = \(record)")
    }
}

extension Change where V == LockPublication {
    func insert(_ edition: PreparedEdition) throws {
        let id: ID<PublicationEdition> = newID()
        try run(
            """
            INSERT INTO \(table(.publicationEditions)) (id, publication_id, partnership_id, number, locked_at, locked_by, organisation_id,
                figures, document, sheet, stated, sourced_figures, changes, sections, withdrawn_reason)
            VALUES (\(id), \(record), \(try reading.ownPartnership), \(edition.number), \(moment), \(viewer.person),
                \(viewer.organisation), \(try StoredJSON.text(edition.figures)), \(try StoredJSON.text(edition.document)),
                \(try StoredJSON.text(edition.sheet)), \(try StoredJSON.text(edition.stated)), \(try StoredJSON.text(edition.file.statedDrafts)),
                \(try StoredJSON.text(edition.changes)), \(try StoredJSON.text(edition.file.sections.map(KeptSection.init))), '')
            """)
        try run("UPDATE \(target) SET state = \(PublicationState.locked) WHERE id = \(record)")
    }
}

extension Change where V == UnlockPublication {
    /// Takes back the edition that is not out yet, with its signatures.
    func unlock(_ edition: ID<PublicationEdition>) throws {
        try run("DELETE FROM \(table(.publicationSignatures)) WHERE edition_id = \(edition)")
        try run("DELETE FROM \(table(.publicationEditions)) WHERE id = \(edition)")
        try run("UPDATE \(target) SET state = \(PublicationState.draft) WHERE id = \(record)")
    }
}

extension Change where V == SignPublication {
    func sign(_ edition: ID<PublicationEdition>, as role: SigningRole) throws {
        let id: ID<EditionSignature> = newID()
        try run(
            """
            INSERT INTO \(table(.publicationSignatures)) (id, edition_id, publication_id, partnership_id, role, person_id, signed_at)
            VALUES (\(id), \(edition), \(record), \(try reading.ownPartnership), \(role), \(viewer.person), \(moment))
            """)
    }

    /// Writes what is out for everybody from now on, and says of the edition before that there is a newer one.
    func publish(_ release: PreparedRelease, _ edition: EditionDetail, of publication: PublicationDetail, after former: Int?) throws {
        let partnership = try reading.ownPartnership
        let last = try value(
            "SELECT COALESCE(MAX(r.number), 0) FROM open_releases r WHERE r.partnership_id = \(partnership)", as: Int.self)
        let number = (last ?? 0) + 1
        let id: ID<OpenRelease> = newID()
        let facts = publication.facts
        try run(
            """
            INSERT INTO open_releases (id, partnership_id, number, kind, title, first_day, last_day, edition, summary, notes, licence,
                changes, published_at, changed_at, withdrawn_reason)
            VALUES (\(id), \(partnership), \(number), \(facts.kind), \(facts.title), \(facts.first), \(facts.last), \(edition.number),
                \(release.document.summary), \(try StoredJSON.text(release.notes)), \(release.licence),
                \(try StoredJSON.text(edition.changes)), \(moment), \(moment), '')
            """)
        for (position, file) in release.files.enumerated() {
            try run(
                """
                INSERT INTO open_files (release_id, name, position, title, media_type, digest, size, bytes)
                VALUES (\(id), \(file.name), \(position), \(file.title), \(file.mediaType), \(file.digest), \(file.bytes.count),
                    \(file.bytes))
                """)
        }
        if let former {
            try run(
                """
                UPDATE open_releases SET superseded_by = \(number), changed_at = \(moment)
                WHERE partnership_id = \(partnership) AND number = \(former)
                """)
        }
        try run(
            """
            UPDATE \(table(.publicationEditions)) SET published_at = \(moment), release_number = \(number),
                document = \(try StoredJSON.text(release.document)) WHERE id = \(edition.id)
            """)
        try run("UPDATE \(target) SET state = \(PublicationState.published) WHERE id = \(record)")
    }
}

extension Change where V == CorrectPublication {
    func correct(reason: String, keepsFigures: Bool, edition: Int) throws {
        try run(
            """
            UPDATE \(target) SET state = \(PublicationState.draft), edition = \(edition), reason = \(reason),
                keeps_figures = \(keepsFigures) WHERE id = \(record)
            """)
    }
}

extension Change where V == GiveUpCorrection {
    /// Makes the edition before the newest again, with the sections that it was made of as far as they were kept.
    func giveUp(back former: EditionDetail, sections: [KeptSection]?) throws {
        let partnership = try reading.ownPartnership
        if let sections {
            try run("DELETE FROM \(table(.publicationSections)) WHERE publication_id = \(record)")
            for section in sections {
                let id: ID<PublicationSection> = newID()
                try run(
                    """
                    INSERT INTO \(table(.publicationSections)) (id, publication_id, partnership_id, version, position, kind, title, source,
                        body, accepted, written_by, written_at, approved_by, approved_at)
                    VALUES (\(id), \(record), \(partnership), 1, \(section.position), \(section.kind), \(section.title), \(section.source),
                        \(section.body), \(section.accepted), \(section.writer?.person), \(section.writer?.at),
                        \(section.approver?.person), \(section.approver?.at))
                    """)
            }
        }
        let state = former.withdrawnAt == nil ? PublicationState.published : .withdrawn
        try run(
            "UPDATE \(target) SET state = \(state), edition = \(former.number), reason = '', keeps_figures = 0 WHERE id = \(record)")
    }
}

extension Change where V == RegisterDocument {
    func insert(_ stated: [StatedCounts], title: String, publishedOn: Day) throws {
        try run(
            """
            INSERT INTO \(target) (id, partnership_id, title, published_on, stated, registered_at, struck_reason)
            VALUES (\(record), \(try reading.ownPartnership), \(title), \(publishedOn), \(try StoredJSON.text(stated)), \(moment), '')
            """)
    }
}

extension Change where V == StrikeRegisteredDocument {
    func strike(because reason: String) throws {
        try run("UPDATE \(target) SET struck_at = \(moment), struck_reason = \(reason) WHERE id = \(record)")
    }
}

extension Change where V == WithdrawPublication {
    /// Ends every edition: what stays is that it was there, and why it is not any more.
    func withdraw(_ releases: [Int], reason: String) throws {
        let partnership = try reading.ownPartnership
        for number in releases {
            try run(
                """
                DELETE FROM open_files WHERE release_id IN
                    (SELECT r.id FROM open_releases r WHERE r.partnership_id = \(partnership) AND r.number = \(number))
                """)
            try run(
                """
                UPDATE open_releases SET withdrawn_at = \(moment), withdrawn_reason = \(reason), changed_at = \(moment), notes = '[]',
                    changes = '[]'
                WHERE partnership_id = \(partnership) AND number = \(number)
                """)
        }
        try run(
            """
            UPDATE \(table(.publicationEditions)) SET withdrawn_at = \(moment), withdrawn_reason = \(reason)
            WHERE publication_id = \(record) AND published_at IS NOT NULL
            """)
        try run("UPDATE \(target) SET state = \(PublicationState.withdrawn) WHERE id = \(record)")
    }
}
