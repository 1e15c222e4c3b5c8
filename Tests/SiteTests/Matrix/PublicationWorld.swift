import Access
import Kernel
import Store
import TestSupport

/// What each partnership of a world writes for publication, as plain values.
struct PublicationWorld: Sendable {
    struct Written: Sendable {
        let id: ID<PartnershipPublication>
        let place: ID<Partnership>
        let section: ID<PublicationSection>
        let edition: ID<PublicationEdition>
        let signature: ID<PublicationEdition>
        let registered: ID<RegisteredDocument>
        let signer: ID<Person>
        let figure: ID<StatedFigure>
        let formerFigure: ID<RecordChange>
        let settled: ID<SettledFigure>
        let mark: String
    }

    var written: [Written] = []
}

extension CaseWorldMaker {
    mutating func addPublications(in place: CaseWorld.Place, count: Int) {
        guard let signer = world.people.first?.id else { return }
        for _ in 0..<count {
            world.published.written.append(
                .init(
                    id: newID(), place: place.id, section: newID(), edition: newID(), signature: newID(), registered: newID(),
                    signer: signer, figure: newID(), formerFigure: newID(), settled: newID(), mark: mark()))
        }
    }
}

extension CaseWorldWriter {
    func publications(_ tx: any Transaction) throws {
        let document =
            #"{"corrections":[],"cover":{"columns":[],"period":"","publisher":"","state":"","subject":"","title":""},"notes":[],"sections":[],"summary":"","tables":[]}"#
        let sheet = #"{"advice":[],"charts":[],"foot":"","headlines":[],"period":"","publisher":"","title":""}"#
        for one in world.published.written {
            try tx.run(
                """
                INSERT INTO publications (id, partnership_id, version, kind, title, first_day, last_day, state, edition, reason,
                    keeps_figures, begun_at)
                VALUES (\(one.id), \(one.place), 1, 'borough-report', \(one.mark), \(now.day), \(now.day), 'locked', 1, '', 0, \(now))
                """)
            try tx.run(
                """
                INSERT INTO publication_sections (id, publication_id, partnership_id, version, position, kind, title, source, body, accepted)
                VALUES (\(one.section), \(one.id), \(one.place), 1, 1, 'narrative', \(one.mark), '', \(one.mark), '')
                """)
            try tx.run(
                """
                INSERT INTO publication_editions (id, publication_id, partnership_id, number, locked_at, figures, document, sheet, stated,
                    changes, withdrawn_reason)
                VALUES (\(one.edition), \(one.id), \(one.place), 1, \(now), '', \(document), \(sheet), '[]', '[]', '')
                """)
            try tx.run(
                """
                INSERT INTO publication_signatures (id, edition_id, publication_id, partnership_id, role, person_id, signed_at)
                VALUES (\(one.signature), \(one.edition), \(one.id), \(one.place), 'chair', \(one.signer), \(now))
                """)
            try statedFigure(of: one, tx)
            try tx.run(
                """
                INSERT INTO registered_documents (id, partnership_id, title, published_on, stated, registered_at, struck_reason)
                VALUES (\(one.registered), \(one.place), \(one.mark), \(now.day), '[]', \(now), '')
                """)
        }
    }
}

extension CaseWorldWriter {
    private func statedFigure(of one: PublicationWorld.Written, _ tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO stated_figures (id, partnership_id, version, key, measure, area, reach, category, value, decimals, exactness,
                period_kind, target_decimals, source_title, source_publisher, source_place, source_date, mark, part_of, numerator,
                denominator, note, recorded_at, withdrawn_reason)
            VALUES (\(one.figure), \(one.place), 1, \(one.figure), 'trained', '', 'local', '', 1253, 0, 'exactly', 'none', 0, 'A review',
                'A council', '', '2020', '', '', '', '', '', \(now), '')
            """)
        try tx.run(
            """
            INSERT INTO stated_figure_versions (id, figure_id, partnership_id, number, said, replaced_at, reason)
            VALUES (\(one.formerFigure), \(one.figure), \(one.place), 1, '{}', \(now), 'A slip')
            """)
        try tx.run(
            """
            INSERT INTO settled_figures (id, partnership_id, one_id, one_version, other_id, other_version, holds, reason, settled_at)
            VALUES (\(one.settled), \(one.place), \(one.figure), 1, \(one.figure), 1, 'one', 'The later one', \(now))
            """)
    }
}

extension PolicyOracle {
    /// Figures from elsewhere are for whoever reads all figures, and for members.
    private func seesFigure(_ actor: Actor, _ written: PublicationWorld.Written) -> Bool {
        isHere(actor, written.place)
            && (actor.seesAll || readsCases(actor) || (actor.door == .person && actor.roles.contains(.analyst)))
    }

    /// What is written for publication is for the coordinator and the chair of the board.
    func sees(_ actor: Actor, _ written: PublicationWorld.Written) -> Bool {
        isHere(actor, written.place) && (actor.seesAll || (actor.door == .person && actor.roles.contains(.chair)))
    }

    /// The keys of the relations of publications; nil for any other.
    func publicationKeys(_ relation: Relation, for actor: Actor) -> Set<String>? {
        let seen = world.published.written.filter { sees(actor, $0) }
        let figures = world.published.written.filter { seesFigure(actor, $0) }
        return switch relation {
        case .publications: Set(seen.map(\.id.text))
        case .publicationSections: Set(seen.map(\.section.text))
        case .publicationEditions: Set(seen.map(\.edition.text))
        case .publicationSignatures: Set(seen.map(\.signature.text))
        case .statedFigures: Set(figures.map(\.figure.text))
        case .statedFigureVersions: Set(figures.map(\.formerFigure.text))
        case .settledFigures: Set(figures.map(\.settled.text))
        case .registeredDocuments: Set(seen.map(\.registered.text))
        default: nil
        }
    }
}
