import Access
import Documents
import Foundation
import Kernel
import Partnerships
import Reviews

extension SectionDraft {
    /// The keys of the figures from elsewhere that a section of them states, in their order.
    package var statedKeys: [String] { kind == .statedFigures ? SectionDraft.list(source) : [] }

    /// Those of them that stand large.
    package var largeKeys: [String] { kind == .statedFigures ? SectionDraft.list(accepted) : [] }

    private static func list(_ text: String) -> [String] {
        text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// Every text that somebody wrote in it.
    private var texts: [String] {
        switch kind {
        case .figures, .chart, .table, .publishedStatistics: []
        case .objectives:
            [title] + objectives.flatMap { [$0.item, $0.objective] + $0.progress + $0.why + $0.how + $0.outcomes }
        case .statedFigures, .foreword, .introduction, .narrative, .caseStudy, .achievements, .challenges: [title, body]
        }
    }

    /// The keys that its words name.
    var namedKeys: [String] { texts.flatMap(StatedFigureLibrary.keys) + objectives.flatMap(\.figures) }

    /// The same section with the figures in the place of their keys.
    func stating(_ library: StatedFigureLibrary) -> SectionDraft {
        var copy = self
        copy.title = library.filled(title).text
        guard kind == .objectives else {
            copy.body = library.filled(body).text
            return copy
        }
        func filled(_ texts: [String]) -> [String] { texts.map { library.filled($0).text } }
        let written = objectives.map { entry -> ObjectiveFile.Entry in
            var entry = entry
            (entry.item, entry.objective) = (library.filled(entry.item).text, library.filled(entry.objective).text)
            (entry.progress, entry.why) = (filled(entry.progress), filled(entry.why))
            (entry.how, entry.outcomes) = (filled(entry.how), filled(entry.outcomes))
            return entry
        }
        copy.objectives = ObjectiveFile(title: title, entries: written).stating { library.line($0) }.objectives.entries
        return copy
    }

    /// The section of figures for the composer; nil while it names none that is known.
    func statedPart(_ library: StatedFigureLibrary) -> ReviewPart? {
        let figures = statedKeys.compactMap { library[$0] }
        guard !figures.isEmpty else { return nil }
        let hasTargets = figures.contains { !$0.target.isEmpty }
        let rows = figures.map { shown -> [[String]] in
            let figure = shown.figure
            return [[shown.what], [shown.text]]
                + (hasTargets ? [[shown.target.isEmpty ? FigureValue.notApplicable.text : shown.target]] : [])
                + [
                    [figure.period.text.isEmpty ? FigureValue.notAvailable.text : figure.period.text]
                        + (figure.area.isEmpty ? [] : [figure.area]),
                    [figure.source.text] + (figure.note.isEmpty ? [] : [figure.note]),
                ]
        }
        let written = ReviewText.Part(place: .section, title: title, text: library.filled(body).text)
        let title = library.filled(title).text
        return .stated(
            StatedSection(
                title: title, words: written.blocks, headlines: largeKeys.compactMap { library[$0]?.headline },
                table: TextTable(
                    id: "table-stated-" + FoldedText(title).words.joined(separator: "-"), caption: title,
                    columns: ["What is counted", "Figure"] + (hasTargets ? ["Target"] : []) + ["When, and about what", "Source"], rows: rows
                )))
    }
}

extension StatedFigureLibrary.Shown {
    /// The figure as it stands large; nil where it is not shown: large it would say nothing.
    var headline: Headline? {
        guard !isWithheld else { return nil }
        let number = measure.text(figure.value)
        let isAbove = figure.exactness == .moreThan || figure.exactness == .atLeast
        let exact = figure.exactness == .exactly ? "" : "\(figure.exactness.words)\(number)"
        let details = [exact, figure.category, figure.area, figure.period.text].filter { !$0.isEmpty }
        return Headline(
            MarkedFigure(.stated(isAbove ? "\(number)+" : number), Set([figure.mark.mark].compactMap { $0 })), unit: measure.words,
            detail: details.joined(separator: ", "))
    }
}

extension StatedFigureLibrary {
    /// What a figure says, as a line of its own: "People trained: level 1, 2019/20: 1,253, of a target of 1,000. Source: Annual report …"
    package func line(_ key: String) -> String? {
        guard let shown = self[key] else { return nil }
        let target = shown.target.isEmpty ? "" : ", of a target of \(shown.target)"
        return "\(shown.name): \(shown.text)\(target). Source: \(shown.figure.source.text)."
    }
}

extension PublicationFile {
    /// What sections state of figures from elsewhere, by key, each once.
    func statedKeys(in sections: [SectionDetail]) -> [String] {
        var seen: Set<String> = []
        return sections.flatMap { $0.draft.statedKeys + $0.draft.namedKeys }.filter { seen.insert($0).inserted }
    }

    /// The figures from elsewhere that the publication states.
    var statedDrafts: [StatedFigureDraft] {
        let keys = Set(statedKeys(in: sections))
        return stated.standing.map(\.draft).filter { keys.contains($0.key) }
    }
}

extension PublicationDesk {
    /// The figures from elsewhere as a publication may state them.
    func statedLibrary(_ file: PublicationFile) -> StatedFigureLibrary {
        StatedFigureLibrary(
            file.stated.standing.map(\.draft), measures: lists.statedMeasures, threshold: protection.threshold)
    }

    /// The figures from elsewhere that a section can state, as the viewer sees them.
    func statedChoices(as viewer: Viewer) async throws -> [StatedFigureLibrary.Shown] {
        let shelf = try await desk.read(as: viewer, Consultation("list-stated-figures", "stated_figures")) { try $0.statedFigureShelf() }
        let library = StatedFigureLibrary(
            shelf.standing.map(\.draft), measures: lists.statedMeasures, threshold: protection.threshold)
        let order = Dictionary(lists["stated_measure"].values.enumerated().map { ($1.code, $0) }) { first, _ in first }
        return library.keys.compactMap { library[$0] }.enumerated().sorted { one, other in
            (order[one.element.measure.code] ?? Int.max, one.offset) < (order[other.element.measure.code] ?? Int.max, other.offset)
        }.map(\.element)
    }

    /// What has to be known of the figures from elsewhere in a document: where those in its text stand, and why one holds of two
    /// that contradict each other.
    func statedNotes(_ file: PublicationFile, _ sections: [SectionDetail], _ library: StatedFigureLibrary) -> [String] {
        let keys = file.statedKeys(in: sections)
        let shown = keys.compactMap { library[$0] }
        guard !shown.isEmpty else { return [] }
        let inTables = Set(sections.flatMap(\.draft.statedKeys))
        var notes = keys.filter { !inTables.contains($0) }.compactMap { key in
            library[key].map { one in
                "\(one.name): \(one.text). \(one.figure.source.text).\(one.figure.note.isEmpty ? "" : " \(one.figure.note)")"
            }
        }
        let used = Set(keys)
        for finding in StatedFigureChecks(file.stated, measures: lists.statedMeasures).findings {
            guard let settlement = finding.settlement, finding.figures.contains(where: { used.contains($0.draft.key) }) else { continue }
            // A number that is not shown is not told here either.
            guard finding.figures.allSatisfy({ library[$0.draft.key]?.isWithheld == false }) else { continue }
            let held = settlement.holds.count == 1 ? settlement.holds[0] : nil
            let stands = held.map { "\(library[$0.draft.key]?.text ?? "") stands, as in \($0.draft.source.text)" } ?? "Both stand"
            notes.append("\(finding.message). \(stands): \(settlement.reason)")
        }
        if shown.contains(where: \.isWithheld) {
            notes.append(
                "\(FigureValue.withheld.text): not shown. A count of people below \(library.threshold) about a region or a smaller place could "
                    + "point at somebody, whoever published it, and so could what it would follow from.")
        }
        for mark in FigureMark.allCases where shown.contains(where: { $0.figure.mark.mark == mark && !$0.isWithheld }) {
            notes.append("\(mark.text): \(mark.meaning).")
        }
        return notes
    }

    /// What keeps a publication from being locked because of the figures from elsewhere that it states.
    func statedProblems(_ file: PublicationFile) -> [Problem] {
        let library = statedLibrary(file)
        var problems = file.sections.flatMap { section in
            var seen: Set<String> = []
            let unknown = (section.draft.statedKeys + section.draft.namedKeys).filter { library[$0] == nil && seen.insert($0).inserted }
            return unknown.map { key in
                let isWithdrawn = file.stated.figures.contains { $0.draft.key == key }
                return Problem(
                    "",
                    "“\(PublicationPage.name(of: section.draft))” names the figure {\(key)}, which "
                        + (isWithdrawn ? "was withdrawn" : "nobody has recorded"))
            }
        }
        let used = Set(file.statedKeys(in: file.sections))
        for finding in StatedFigureChecks(file.stated, measures: lists.statedMeasures).findings where finding.kind.needsSettling {
            let stated = finding.figures.filter { used.contains($0.draft.key) }
            guard !stated.isEmpty else { continue }
            if let settlement = finding.settlement {
                for figure in stated where !settlement.holds.contains(figure) {
                    let other = settlement.holds.first?.draft.key ?? ""
                    problems.append(
                        Problem(
                            "", "{\(figure.draft.key)} does not hold, because \(settlement.reason.asClause): state {\(other)} in its place")
                    )
                }
            } else {
                problems.append(
                    Problem("", "\(finding.kind.heading). \(finding.message). Say under Figures from elsewhere which holds, and why"))
            }
        }
        return problems
    }

    /// What somebody should look at before locking.
    func statedRemarks(_ file: PublicationFile, _ figures: RecordedFigures) -> [String] {
        let used = Set(file.statedKeys(in: file.sections))
        let checks = StatedFigureChecks(file.stated, measures: lists.statedMeasures)
        let found =
            checks.besideRecords { unit, days in days == figures.period ? figures.totals[unit] : nil }
            + checks.findings
            .filter { !$0.kind.needsSettling }
        return found.filter { finding in finding.figures.contains { used.contains($0.draft.key) } }.map {
            "\($0.kind.heading). \($0.message)"
        }
    }
}

extension String {
    /// A reason inside a sentence: without its full stop.
    fileprivate var asClause: String { hasSuffix(".") ? String(dropLast()) : self }
}
