import Access
import Figures
import Kernel
import Reviews

/// Adds a section to a draft, at its end.
package enum AddSection: Verb {
    package typealias Record = PublicationSection
    package static let name = "add-publication-section"
    package static let relation = Relation.publicationSections
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.collection

    /// The most sections that a document has.
    package static let mostSections = 60
    package static let mostObjectives = 40
    static let textLimit = 20_000

    /// Every reason why a section cannot be kept like this; empty means it can. It may still be empty.
    package static func problems(_ draft: SectionDraft) -> [Problem] {
        var problems = [
            TextLength.problem("title", "heading", draft.title, limit: 120),
            draft.kind == .objectives ? nil : TextLength.problem("body", "text", draft.body, limit: textLimit),
            TextLength.problem("accepted", "list", draft.accepted, limit: TextLength.line),
        ].compactMap { $0 }
        if draft.title.isEmpty, draft.kind.isWritten || draft.kind == .objectives || draft.kind == .statedFigures {
            problems.append(Problem("title", "Enter the heading"))
        }
        switch draft.kind {
        case .figures:
            if FigureSection(rawValue: draft.source) == nil { problems.append(Problem("source", "Choose which figures")) }
        case .chart:
            if !PublicationTables.charts.contains(where: { $0.id == draft.source }) {
                problems.append(Problem("source", "Choose which chart"))
            }
        case .table:
            if !PublicationTables.tables.contains(where: { $0.id == draft.source }) {
                problems.append(Problem("source", "Choose which table"))
            }
        case .statedFigures:
            if draft.statedKeys.isEmpty { problems.append(Problem("source", "Choose the figures that it states")) }
        case .publishedStatistics: problems += statisticProblems(draft.source)
        case .objectives: problems += objectiveProblems(draft.objectives)
        case .foreword, .introduction, .narrative, .caseStudy, .achievements, .challenges: break
        }
        return problems
    }

    private static func statisticProblems(_ source: String) -> [Problem] {
        guard let choice = StatisticChoice(source) else { return [Problem("source", "Choose which table")] }
        guard choice.table.isOfCountry, !choice.forces.isEmpty else { return [] }
        return [Problem("forces", "“\(choice.table.label)” is published of the whole country alone: choose no police force")]
    }

    private static func objectiveProblems(_ objectives: [ObjectiveFile.Entry]) -> [Problem] {
        var problems: [Problem] = []
        if objectives.count > mostObjectives {
            problems.append(Problem("title", "Keep to \(mostObjectives) objectives: nobody follows more"))
        }
        for (place, entry) in objectives.enumerated() {
            let number = place + 1
            if entry.objective.isEmpty { problems.append(Problem("objective-\(number)", "Enter what the objective is")) }
            if !entry.status.isEmpty, !ObjectiveFile.statuses.contains(entry.status) {
                problems.append(Problem("status-\(number)", "Choose how far it is"))
            }
            let texts = [("number", entry.number), ("item", entry.item), ("objective", entry.objective)]
            for (name, text) in texts {
                if let problem = TextLength.problem("\(name)-\(number)", "text", text, limit: TextLength.line) { problems.append(problem) }
            }
            for (name, lines) in [("progress", entry.progress), ("why", entry.why), ("how", entry.how), ("outcomes", entry.outcomes)] {
                let text = lines.joined(separator: "\n")
                if let problem = TextLength.problem("\(name)-\(number)", "text", text, limit: 4_000) { problems.append(problem) }
            }
        }
        return problems
    }
}

extension PublicationDesk {
    /// Throws `AccessError.notVisible` and `.denied`.
    package func add(
        _ draft: SectionDraft, to publication: ID<PartnershipPublication>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PublicationSection>> {
        try await desk.create(AddSection.self, by: viewer, key: key) { change in
            let standing = try change.reading.publication(publication)
            guard standing.state == .draft else { return .refused([Problem("", PublicationDesk.notADraft)]) }
            let sections = try change.reading.sections(of: publication)
            var problems = AddSection.problems(draft) + standing.facts.kind.problems(of: draft)
            if sections.count >= AddSection.mostSections {
                problems.append(Problem("", "Keep to \(AddSection.mostSections) sections: remove one first"))
            }
            guard problems.isEmpty else { return .refused(problems) }
            try change.insert(draft, of: publication, at: (sections.last?.position ?? 0) + 1)
            change.note("Section added to a publication")
            return .done(change.record)
        }
    }
}
