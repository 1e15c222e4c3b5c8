import Access
import Documents
import Figures
import Kernel
import Reviews

/// Freezes the words and the figures of a draft, after the check of what it would tell: alone, and beside everything that the
/// partnership has published.
package enum LockPublication: Verb {
    package typealias Record = PartnershipPublication
    package static let name = "lock-publication"
    package static let relation = Relation.publications
    package static let roles: Set<Role> = [.coordinator]
}

/// Takes a locked publication back to a draft. Its signatures end with it.
package enum UnlockPublication: Verb {
    package typealias Record = PartnershipPublication
    package static let name = "unlock-publication"
    package static let relation = Relation.publications
    package static let roles: Set<Role> = [.coordinator]
}

/// An edition, made and checked, that is not kept yet.
package struct PreparedEdition: Sendable {
    let file: PublicationFile
    /// What it was checked against.
    let ledger: [String]
    let figures: RecordedFigures
    package let document: Publication
    let sheet: Infographic
    let stated: [StatedCounts]
    package let changes: [EditionChange]
    /// What has to be put right in single sections.
    package let problems: [Problem]
    /// Why it may not be published beside what is out, and what could be done.
    package let dangers: [String]
    package let alternatives: [String]
    /// What somebody should look at, and what does not keep it from being locked.
    package let remarks: [String]

    var number: Int { file.publication.edition }

    /// Every reason why it cannot be locked.
    package var reasons: [Problem] {
        problems + dangers.map { Problem("", $0) } + alternatives.map { Problem("", "What would be safe: \($0)") }
    }
}

extension PublicationDesk {
    static let nothingPublished =
        "Nothing was imported of this up to the last day of the document. Choose another table, or remove the section"

    /// What is wrong with single sections of a draft.
    ///
    /// - Parameter findings: what in each case study could tell who it is about.
    static func problems(of sections: [SectionDetail], findings: [ID<PublicationSection>: [String]]) -> [Problem] {
        if sections.isEmpty { return [Problem("", "Add a section first")] }
        return sections.flatMap { section -> [Problem] in
            let draft = section.draft
            let title = draft.title.isEmpty ? draft.kind.label : draft.title
            if draft.kind == .objectives, draft.objectives.isEmpty {
                return [Problem("", "“\(title)” has no objective: write them, or remove the section")]
            }
            guard draft.kind.isWritten else { return [] }
            if draft.body.isEmpty { return [Problem("", "“\(title)” is empty: write it, or remove the section")] }
            guard draft.kind == .caseStudy else { return [] }
            var problems = (findings[section.id] ?? []).map { Problem("", "Case study “\(title)”: \($0)") }
            if section.approver == nil {
                problems.append(
                    Problem("", "Case study “\(title)”: somebody other than \(section.writer?.name ?? "its writer") has to approve it"))
            }
            return problems
        }
    }

    /// Makes the edition that would be locked now, and checks it. Nothing is kept. Throws `AccessError.notVisible`, and
    /// `.denied` for everybody but the coordinator.
    package func prepare(_ publication: ID<PartnershipPublication>, as viewer: Viewer) async throws -> PreparedEdition {
        guard viewer.isCoordinator else { throw AccessError.denied }
        let place = try await place(of: viewer)
        let (file, ledger) = try await desk.read(
            as: viewer, Consultation("check-publication", "publications", publication.text)
        ) { (try $0.publicationFile(publication), try $0.ledger()) }
        let figures = try await figures(for: file, named: place.name, as: viewer)
        let number = file.publication.edition
        let others = ledger.filter { entry in !file.editions.contains { $0.id.text == entry.id && $0.number == number } }
        let facts = file.publication.facts
        let today = desk.world.now().day

        var changes: [EditionChange] = []
        var corrections: [Correction] = []
        if let former = file.former {
            let draft = review(file, figures).publication(title: facts.title)
            changes = EditionDifference.between(former.document, draft).map {
                EditionChange(day: today, was: $0.was, isNow: $0.isNow, why: file.publication.reason)
            }
            corrections =
                former.document.corrections
                + changes.map { Correction(day: $0.day.text, was: $0.was, isNow: $0.isNow, why: $0.why) }
        }
        let made = review(file, figures, corrections: corrections)
        let state =
            "Locked on \(today.text), edition \(number), from the records as they stood on \(figures.countedOn.text). Not published yet."
        var findings: [ID<PublicationSection>: [String]] = [:]
        for section in file.sections {
            findings[section.id] = try await self.findings(in: section.draft, of: file.publication, as: viewer)
        }
        var problems = PublicationDesk.problems(of: file.sections, findings: findings) + facts.kind.problems(of: file.sections)
        problems += file.sections.filter { $0.draft.kind == .publishedStatistics && !figures.holds($0.draft) }.map { section in
            let table = StatisticChoice(section.draft.source)?.table.label ?? section.draft.kind.label
            return Problem("", "“\(table)”: \(PublicationDesk.nothingPublished)")
        }
        if file.former != nil, changes.isEmpty {
            problems.append(Problem("", "Nothing is said otherwise than in edition \(number - 1): there is nothing to correct"))
        }
        problems += statedProblems(file)
        let check = ReleaseLedger(earlier: others, threshold: protection.threshold)
        let stated = made.statedCounts
        let dangers = check.reasons(against: stated)
        let alternatives = dangers.isEmpty ? [] : try await alternatives(file, figures, check, as: viewer)
        return PreparedEdition(
            file: file, ledger: ledger.map(\.id), figures: figures, document: made.publication(title: facts.title, state: state),
            sheet: sheet(of: file, made).infographic(), stated: stated, changes: changes, problems: problems, dangers: dangers,
            alternatives: alternatives, remarks: statedRemarks(file, figures))
    }

    /// What is nearest to a document that may not be published, and may be.
    private func alternatives(
        _ file: PublicationFile, _ figures: RecordedFigures, _ check: ReleaseLedger, as viewer: Viewer
    ) async throws -> [String] {
        var safe: [String] = []
        let publication = file.publication
        if publication.edition > 1, !publication.keepsFigures {
            let kept = try await desk.read(
                as: viewer, Consultation("read-kept-figures", "publication_editions", publication.id.text)
            ) { try $0.figures(of: publication.id, edition: publication.edition - 1) }
            if check.reasons(against: review(file, kept).statedCounts).isEmpty {
                safe.append("keep the figures of edition \(publication.edition - 1), and correct the words alone")
            }
        }
        let withFigures = file.sections.filter { [.figures, .chart, .table].contains($0.draft.kind) }
        for section in withFigures
        where check.reasons(against: review(file, figures, leavingOut: [section.id]).statedCounts).isEmpty {
            let source = section.draft.source
            let name =
                section.draft.title.isEmpty
                ? FigureSection(rawValue: source)?.label ?? PublicationTables.tables.first { $0.id == source }?.heading ?? source
                : section.draft.title
            safe.append("leave out the section “\(name)”")
        }
        if safe.isEmpty, withFigures.count > 1,
            check.reasons(against: review(file, figures, leavingOut: Set(withFigures.map(\.id))).statedCounts).isEmpty
        {
            safe.append("leave out all sections with charts and tables: the totals alone are safe")
        }
        if safe.isEmpty {
            safe.append(
                "publish the same days as before with the same figures, or wait until more has changed: figures that are out already can be repeated"
            )
        }
        return safe
    }

    /// Throws `AccessError.notVisible` and `.denied`.
    package func lock(
        _ publication: ID<PartnershipPublication>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<Int> {
        let edition = try await prepare(publication, as: viewer)
        return try await desk.change(LockPublication.self, on: publication, by: viewer, key: key) { change in
            let reading = change.reading
            let standing = try reading.publication(publication)
            guard standing.state == .draft else { return .refused([Problem("", "It is locked already")]) }
            guard edition.reasons.isEmpty else { return .refused(edition.reasons) }
            // What was checked is what is kept, and beside the same publications.
            guard standing == edition.file.publication, try reading.sections(of: publication) == edition.file.sections,
                try reading.publicationFile(publication).stated == edition.file.stated,
                try reading.ledger().map(\.id) == edition.ledger
            else { return .refused([Problem("", "Somebody changed this or another publication meanwhile. Look at it, and lock it again")]) }
            try change.insert(edition)
            change.note("Publication locked, edition \(edition.number)")
            return .done(edition.number)
        }
    }

    /// Throws `AccessError.notVisible` and `.denied`.
    package func unlock(
        _ publication: ID<PartnershipPublication>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<Int> {
        try await desk.change(UnlockPublication.self, on: publication, by: viewer, key: key) { change in
            let file = try change.reading.publicationFile(publication)
            guard file.publication.state == .locked, let edition = file.current else {
                return .refused([Problem("", "Only what is locked and not published yet can be unlocked")])
            }
            try change.unlock(edition.id)
            change.note("Publication unlocked; its signatures are removed")
            return .done(edition.number)
        }
    }
}
