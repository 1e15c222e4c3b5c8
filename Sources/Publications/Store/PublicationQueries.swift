import Access
import Documents
import Kernel
import Reviews
import Store

extension Reading {
    private static func detail(_ row: any Row) throws -> PublicationDetail {
        let (id, version): (ID<PartnershipPublication>, Int) = (try row.next(), try row.next())
        let facts = PublicationFacts(
            kind: try row.next(), title: try row.next(), first: try row.next(), last: try row.next(), town: try row.next())
        return PublicationDetail(
            id: id, version: version, facts: facts, townLabel: try row.next(String?.self) ?? "", state: try row.next(),
            edition: try row.next(), reason: try row.next(),
            keepsFigures: try row.next(), begunAt: try row.next())
    }

    /// The publications of the partnership, the newest first.
    package func publications() throws -> [PublicationLine] {
        try rows(
            """
            SELECT p.id, p.version, p.kind, p.title, p.first_day, p.last_day, p.town_id, t.label, p.state, p.edition, p.reason, p.keeps_figures, p.begun_at,
                (SELECT COUNT(*) FROM \(visible(.publicationSignatures)) s
                    JOIN \(visible(.publicationEditions)) e ON e.id = s.edition_id
                    WHERE e.publication_id = p.id AND e.number = p.edition)
            FROM \(visible(.publications)) p LEFT JOIN partnership_terms t ON t.id = p.town_id
            WHERE p.partnership_id = \(try ownPartnership)
            ORDER BY p.begun_at DESC, p.id DESC LIMIT 500
            """
        ) { row in PublicationLine(publication: try Reading.detail(row), signatures: try row.next()) }
    }

    /// One publication. Throws `AccessError.notVisible`.
    package func publication(_ id: ID<PartnershipPublication>) throws -> PublicationDetail {
        let found = try first(
            """
            SELECT p.id, p.version, p.kind, p.title, p.first_day, p.last_day, p.town_id, t.label, p.state, p.edition, p.reason, p.keeps_figures, p.begun_at
            FROM \(visible(.publications)) p LEFT JOIN partnership_terms t ON t.id = p.town_id WHERE p.id = \(id)
            """, Reading.detail)
        guard let found else { throw AccessError.notVisible }
        return found
    }

    /// The sections of a publication in their order.
    package func sections(of publication: ID<PartnershipPublication>) throws -> [SectionDetail] {
        try rows(
            """
            SELECT s.id, s.version, s.position, s.kind, s.title, s.source, s.body, s.accepted, s.written_by, w.name, s.written_at,
                s.approved_by, a.name, s.approved_at
            FROM \(visible(.publicationSections)) s LEFT JOIN people w ON w.id = s.written_by LEFT JOIN people a ON a.id = s.approved_by
            WHERE s.publication_id = \(publication) ORDER BY s.position, s.id
            """
        ) { row in
            let (id, version, position): (ID<PublicationSection>, Int, Int) = (try row.next(), try row.next(), try row.next())
            let draft = try SectionDraft(
                try row.next(), title: try row.next(), source: try row.next(), keptText: try row.next(), accepted: try row.next())
            func hand() throws -> SectionDetail.Hand? {
                let (person, name, at): (ID<Person>?, String?, Moment?) = (try row.next(), try row.next(), try row.next())
                guard let person, let at else { return nil }
                return SectionDetail.Hand(person: person, name: name ?? "", at: at)
            }
            return SectionDetail(
                id: id, version: version, position: position, draft: draft, writer: try hand(), approver: try hand())
        }
    }

    /// One section of a publication. Throws `AccessError.notVisible`.
    package func section(
        _ id: ID<PublicationSection>, of publication: ID<PartnershipPublication>
    ) throws -> SectionDetail {
        guard let found = try sections(of: publication).first(where: { $0.id == id }) else { throw AccessError.notVisible }
        return found
    }

    /// Every edition of a publication, the newest first.
    package func editions(of publication: ID<PartnershipPublication>) throws -> [EditionDetail] {
        var editions = try rows(
            """
            SELECT e.id, e.publication_id, e.number, e.locked_at, p.name, e.document, e.sheet, e.changes, e.published_at,
                e.release_number, e.withdrawn_at, e.withdrawn_reason
            FROM \(visible(.publicationEditions)) e LEFT JOIN people p ON p.id = e.locked_by
            WHERE e.publication_id = \(publication) ORDER BY e.number DESC LIMIT 100
            """
        ) { row in
            EditionDetail(
                id: try row.next(), publication: try row.next(), number: try row.next(), lockedAt: try row.next(),
                lockedBy: try row.next(String?.self) ?? "", document: try StoredJSON.value(try row.next(String.self)),
                sheet: try StoredJSON.value(try row.next(String.self)), changes: try StoredJSON.value(try row.next(String.self)),
                publishedAt: try row.next(), release: try row.next(), withdrawnAt: try row.next(), withdrawnReason: try row.next(),
                signatures: [])
        }
        let signatures = try rows(
            """
            SELECT s.edition_id, s.role, s.person_id, p.name, s.signed_at
            FROM \(visible(.publicationSignatures)) s LEFT JOIN people p ON p.id = s.person_id
            WHERE s.publication_id = \(publication) ORDER BY s.signed_at, s.role
            """
        ) { row in
            (
                edition: try row.next(ID<PublicationEdition>.self),
                signature: EditionSignature(
                    role: try row.next(), person: try row.next(), name: try row.next(String?.self) ?? "", at: try row.next())
            )
        }
        for place in editions.indices {
            editions[place].signatures = signatures.filter { $0.edition == editions[place].id }.map(\.signature)
        }
        return editions
    }

    /// The counts behind one edition, as they were when it was locked. Throws `AccessError.notVisible`.
    func figures(of publication: ID<PartnershipPublication>, edition number: Int) throws -> RecordedFigures {
        let text = try value(
            """
            SELECT e.figures FROM \(visible(.publicationEditions)) e WHERE e.publication_id = \(publication) AND e.number = \(number)
            """, as: String.self)
        guard let text, !text.isEmpty else { throw AccessError.notVisible }
        return try StoredJSON.value(text)
    }

    /// The sections that an edition was made of; nil where they were not kept.
    func keptSections(of edition: ID<PublicationEdition>) throws -> [KeptSection]? {
        let text = try value("SELECT e.sections FROM \(visible(.publicationEditions)) e WHERE e.id = \(edition)", as: String.self)
        return try text.flatMap { $0.isEmpty ? nil : try StoredJSON.value($0) }
    }

    /// What every document of the partnership states that is locked or was ever out, in the order of time: whoever read one
    /// before it was withdrawn still knows it.
    func ledger() throws -> [LedgerEntry] {
        let partnership = try ownPartnership
        let editions = try rows(
            """
            SELECT e.id, p.title, e.number, e.locked_at, e.stated FROM \(visible(.publicationEditions)) e
            JOIN \(visible(.publications)) p ON p.id = e.publication_id
            WHERE e.partnership_id = \(partnership) ORDER BY e.locked_at, e.id
            """
        ) { row in
            let (id, title, number): (String, String, Int) = (try row.next(), try row.next(), try row.next())
            return LedgerEntry(
                id: id, title: number > 1 ? "\(title), edition \(number)" : title, at: try row.next(),
                stated: try StoredJSON.value(try row.next(String.self)))
        }
        let registered = try rows(
            """
            SELECT d.id, d.title, d.published_on, d.stated FROM \(visible(.registeredDocuments)) d
            WHERE d.partnership_id = \(partnership) AND d.struck_at IS NULL ORDER BY d.published_on, d.id
            """
        ) { row in
            LedgerEntry(
                id: try row.next(), title: try row.next(), at: Moment(day: try row.next(Day.self), hour: 0),
                stated: try StoredJSON.value(try row.next(String.self)))
        }
        return (editions + registered).sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    }

    /// What was published otherwise, the newest first.
    package func registeredDocuments() throws -> [RegisteredDetail] {
        try rows(
            """
            SELECT d.id, d.title, d.published_on, d.registered_at, d.stated, d.struck_at, d.struck_reason,
                (SELECT COUNT(*) FROM \(visible(.publicationEditions)) e
                    WHERE e.partnership_id = d.partnership_id AND e.locked_at >= d.registered_at)
            FROM \(visible(.registeredDocuments)) d WHERE d.partnership_id = \(try ownPartnership)
            ORDER BY d.published_on DESC, d.id DESC LIMIT 500
            """
        ) { row in
            let (id, title): (ID<RegisteredDocument>, String) = (try row.next(), try row.next())
            let (day, at): (Day, Moment) = (try row.next(), try row.next())
            let stated: [StatedCounts] = try StoredJSON.value(try row.next(String.self))
            return RegisteredDetail(
                id: id, title: title, publishedOn: day, registeredAt: at,
                figures: stated.map { $0.rows.count + ($0.total == nil ? 0 : 1) }.reduce(0, +), struckAt: try row.next(),
                struckReason: try row.next(), laterEditions: try row.next())
        }
    }

    /// One of them. Throws `AccessError.notVisible`.
    func registeredDocument(_ id: ID<RegisteredDocument>) throws -> RegisteredDetail {
        guard let found = try registeredDocuments().first(where: { $0.id == id }) else { throw AccessError.notVisible }
        return found
    }

    func publicationFile(_ id: ID<PartnershipPublication>) throws -> PublicationFile {
        let publication = try publication(id)
        var stated = try statedFigureShelf()
        if publication.keepsFigures, publication.edition > 1 {
            let kept = Dictionary(try statedFigures(of: id, edition: publication.edition - 1).map { ($0.key, $0) }) { first, _ in first }
            stated.figures = stated.figures.map { figure in kept[figure.draft.key].map(figure.saying) ?? figure }
        }
        return PublicationFile(
            publication: publication, sections: try sections(of: id), stated: stated, editions: try editions(of: id))
    }
}
