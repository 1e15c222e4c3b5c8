import Access
import Documents
import Figures
import Kernel
import Partnerships
import Reviews

/// The use cases of what a partnership publishes: written from live figures, locked, signed by two people, out for everybody,
/// corrected and withdrawn.
package struct PublicationDesk: Sendable {
    package let desk: Desk
    let figures: FigureDesk
    let lists: CodeLists
    /// How the counts of every document are protected.
    let protection: any FigureProtection
    /// Makes PDF; nil where no program for it is installed.
    let printer: DocumentPrinter?
    /// Makes pictures; nil where no program for it is installed.
    let painter: SheetPainter?

    package init(
        desk: Desk, figures: FigureDesk, lists: CodeLists, protection: any FigureProtection = ProvedProtection(),
        printer: DocumentPrinter? = nil, painter: SheetPainter? = nil
    ) {
        self.desk = desk
        self.figures = figures
        self.lists = lists
        self.protection = protection
        self.printer = printer
        self.painter = painter
    }

    private var statistics: PublishedStatistics { PublishedStatistics(desk: desk, lists: lists) }

    /// The police forces that published statistics can be of, by code and name.
    var forceChoices: [(code: String, name: String)] { statistics.forceChoices }

    /// The publications of the partnership.
    package func list(as viewer: Viewer) async throws -> [PublicationLine] {
        try await desk.read(as: viewer, Consultation("list-publications", "publications")) { try $0.publications() }
    }

    /// One publication with its sections and editions. Throws `AccessError.notVisible`.
    package func one(_ publication: ID<PartnershipPublication>, as viewer: Viewer) async throws -> PublicationFile {
        try await desk.read(as: viewer, Consultation("open-publication", "publications", publication.text)) {
            try $0.publicationFile(publication)
        }
    }

    /// One section of a publication. Throws `AccessError.notVisible`.
    package func section(
        _ section: ID<PublicationSection>, of publication: ID<PartnershipPublication>, as viewer: Viewer
    ) async throws -> (publication: PublicationDetail, section: SectionDetail) {
        try await desk.read(as: viewer, Consultation("open-publication-section", "publication_sections", section.text)) { reading in
            (try reading.publication(publication), try reading.section(section, of: publication))
        }
    }

    /// The name of the viewer's partnership, and the check that knows its places.
    func place(of viewer: Viewer) async throws -> (name: String, check: CaseStudyCheck) {
        guard let partnership = viewer.partnership else { throw AccessError.denied }
        let origins = figures.origins
        return try await desk.readOffice { office in
            let places =
                try office.terms(of: partnership, kind: "town").map(\.label) + office.terms(of: partnership, kind: "ward").map(\.label)
            return (try office.partnership(id: partnership)?.name ?? "", CaseStudyCheck(places: places, origins: origins))
        }
    }

    /// The towns that a profile can be about. Throws `AccessError.denied` for a viewer without a partnership.
    func towns(for viewer: Viewer) async throws -> [TermSummary] {
        guard let partnership = viewer.partnership else { throw AccessError.denied }
        return try await desk.readOffice { try $0.terms(of: partnership, kind: "town") }
    }

    /// The document as it is now, for whoever edits it: a draft from the figures of this moment, later as it was locked.
    /// Throws `AccessError.notVisible`, and `.denied` for a draft of whoever does not read its figures.
    package func preview(_ publication: ID<PartnershipPublication>, as viewer: Viewer) async throws -> Publication {
        let file = try await one(publication, as: viewer)
        if file.publication.state != .draft, let current = file.current { return current.document }
        guard viewer.isCoordinator else { throw AccessError.denied }
        let place = try await place(of: viewer)
        let figures = try await figures(for: file, named: place.name, as: viewer)
        return review(file, figures, isPreview: true).publication(title: file.publication.facts.title)
    }

    /// One edition as it was locked. Throws `AccessError.notVisible`.
    package func edition(
        _ number: Int, of publication: ID<PartnershipPublication>, as viewer: Viewer
    ) async throws -> EditionDetail {
        let file = try await one(publication, as: viewer)
        guard let edition = file.editions.first(where: { $0.number == number }) else { throw AccessError.notVisible }
        return edition
    }

    /// The figures that the draft draws on: those of this moment, or those of the edition that it corrects.
    func figures(for file: PublicationFile, named name: String, as viewer: Viewer) async throws -> RecordedFigures {
        let publication = file.publication
        if publication.keepsFigures, publication.edition > 1 {
            return try await desk.read(
                as: viewer, Consultation("read-kept-figures", "publication_editions", publication.id.text)
            ) { try $0.figures(of: publication.id, edition: publication.edition - 1) }
        }
        let needsThemes = file.sections.contains {
            ($0.draft.kind == .figures && $0.draft.source == FigureSection.types.rawValue) || $0.draft.kind == .table
        }
        var counted = try await figures.recordedFigures(
            for: viewer, named: name, during: publication.facts.kind.countedDays(publication.facts.period),
            withThemes: needsThemes && publication.facts.town == nil,
            town: publication.facts.town)
        let choices = file.sections.filter { $0.draft.kind == .publishedStatistics }.compactMap { StatisticChoice($0.draft.source) }
        counted.statistics = try await statistics.extracts(choices, until: publication.facts.last, for: viewer)
        return counted
    }

    /// The sheet that goes with a document; that of an infographic draws what its editor chose.
    func sheet(of file: PublicationFile, _ review: Review) -> YearSheet {
        let facts = file.publication.facts
        guard facts.kind.isSheet else { return YearSheet(of: review) }
        return YearSheet(
            of: review, title: facts.title, charts: file.sections.filter(\.draft.isDrawn).map(\.draft.source),
            hasHeadlines: file.sections.contains { $0.draft.kind == .figures })
    }

    /// The document of a publication's sections.
    ///
    /// - Parameter leavingOut: sections that are tried without.
    func review(
        _ file: PublicationFile, _ figures: RecordedFigures, corrections: [Correction] = [], isPreview: Bool = false,
        leavingOut: Set<ID<PublicationSection>> = []
    ) -> Review {
        let kind = file.publication.facts.kind
        let library = statedLibrary(file)
        let sections = file.sections.filter { !leavingOut.contains($0.id) }
        let parts = sections.compactMap { section -> ReviewPart? in
            if section.draft.kind == .statedFigures { return section.draft.statedPart(library) }
            let draft = section.draft.stating(library)
            if isPreview, draft.body.isEmpty, let place = draft.kind.place {
                return .words(ReviewText.Part(place: place, title: draft.title, blocks: [.notice("Still to be written.")]))
            }
            if draft.kind == .objectives, draft.objectives.isEmpty { return nil }
            if isPreview, draft.kind == .publishedStatistics, !figures.holds(draft) {
                let notice = ReviewText.Part(
                    place: .section, title: draft.kind.label, blocks: [.notice(PublicationDesk.nothingPublished)])
                return .words(notice)
            }
            return draft.part(kind.objectiveLayout)
        }
        return Review(
            kind.reviewKind, figures, parts: parts, corrections: corrections, sources: statedNotes(file, sections, library),
            protection: protection)
    }
}

extension RecordedFigures {
    /// Whether the table of published statistics that a section chose is there.
    func holds(_ draft: SectionDraft) -> Bool { statistics?.contains { $0.choice == draft.source } ?? false }
}

/// Turns a drawing into a picture.
package struct SheetPainter: Sendable {
    let png: @Sendable (_ drawing: [UInt8]) async throws -> [UInt8]

    package init(_ png: @escaping @Sendable (_ drawing: [UInt8]) async throws -> [UInt8]) {
        self.png = png
    }
}

/// Turns the page of a document into PDF.
package struct DocumentPrinter: Sendable {
    let pdf: @Sendable (_ page: [UInt8]) async throws -> [UInt8]

    package init(_ pdf: @escaping @Sendable (_ page: [UInt8]) async throws -> [UInt8]) {
        self.pdf = pdf
    }
}
