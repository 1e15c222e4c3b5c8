import Documents
import Kernel

/// The review of a period: figures, words and objectives in the order of its template, or in one that an editor set.
package struct Review: Sendable {
    let kind: ReviewKind
    let figures: ProtectedFigures
    let parts: [ReviewPart]
    private let corrections: [Correction]
    private let sources: [String]
    let words: Commentary

    /// A review in the order of its template.
    ///
    /// - Parameters:
    ///   - text: its case studies have been checked.
    ///   - protection: which counts may be stated.
    package init(
        _ kind: ReviewKind, _ figures: RecordedFigures, text: ReviewText = ReviewText(), objectives: ObjectiveFile? = nil,
        protection: any FigureProtection = ProvedProtection()
    ) {
        self.init(
            kind, figures, parts: Review.template(kind, text: text, objectives: objectives), corrections: text.corrections,
            protection: protection)
    }

    /// A review in the order of its parts; how the figures were made is always said at its end.
    ///
    /// - Parameters:
    ///   - parts: their case studies have been checked.
    ///   - sources: where figures stand that were not counted from the records, and what has to be known of them; they have gone
    ///     through their own rule for small numbers.
    ///   - protection: which counts may be stated.
    package init(
        _ kind: ReviewKind, _ figures: RecordedFigures, parts: [ReviewPart], corrections: [Correction] = [], sources: [String] = [],
        protection: any FigureProtection = ProvedProtection()
    ) {
        self.kind = kind
        self.figures = ProtectedFigures(figures, protection: protection)
        self.parts = parts
        self.corrections = corrections
        self.sources = sources
        words = Commentary(figures: self.figures)
    }

    /// The figures that a template has, in its order.
    package static func figureSections(of kind: ReviewKind) -> [FigureSection] {
        switch kind {
        case .local: [.inFigures, .concerns, .places, .people, .visits, .screening, .types, .referrals]
        case .regional: [.inFigures, .concerns, .referrals, .visits, .people]
        case .programme: [.inFigures, .concerns, .types, .people, .visits, .referrals]
        case .town: [.inFigures, .concerns, .places, .people, .visits, .screening]
        }
    }

    /// The sections of figures that it has, by their names.
    package var figureSections: [FigureSection] {
        parts.compactMap { part in if case .figures(let section) = part { section } else { nil } }
    }

    /// The same review without one of its sections of figures.
    package func without(_ section: FigureSection) -> Review {
        Review(
            self,
            parts: parts.filter { part in
                if case .figures(let other) = part { other != section } else { true }
            })
    }

    private init(_ review: Review, parts: [ReviewPart]) {
        (kind, figures, corrections, sources, words) = (
            review.kind, review.figures, review.corrections, review.sources, review.words
        )
        self.parts = parts
    }

    private static func template(_ kind: ReviewKind, text: ReviewText, objectives: ObjectiveFile?) -> [ReviewPart] {
        func words(_ place: ReviewText.Place) -> [ReviewPart] { text.parts(place).map(ReviewPart.words) }
        var figures = figureSections(of: kind).map(ReviewPart.figures)
        var progress: [ReviewPart] = []
        if let objectives {
            if kind == .programme {
                figures.insert(.objectives(objectives, .programme), at: 1)
            } else {
                progress = [.objectives(objectives, .table)]
            }
        }
        return words(.foreword) + words(.introduction) + figures + words(.section) + words(.caseStudy) + progress
    }

    /// The document. Unless told otherwise it has the title of its template, and says that it is a draft.
    package func publication(title: String? = nil, state: String? = nil) -> Publication {
        let recorded = figures.recorded
        let sections = sections
        let isYear = recorded.before != nil && recorded.quarters.count >= 4
        let subject = figures.beside.map { "\(kind.subject) in \($0.town)" } ?? kind.subject
        let cover = Publication.Cover(
            publisher: recorded.partnership, title: title ?? kind.title(isYear: isYear), subject: subject,
            period: recorded.period.text, state: state ?? draftState,
            columns: figures.table("concerns-by-month").map { table in
                table.shown.count == table.rows.count ? table.shown.map(\.count) : []
            } ?? [])
        return Publication(
            cover: cover,
            summary:
                "\(subject): \(figures.beside == nil ? cover.title.lowercased() : cover.title) of \(recorded.partnership), \(recorded.period.text).",
            sections: sections, tables: tables(of: sections), corrections: corrections)
    }

    /// The sections in their order, each name of a section, chart or table once.
    var sections: [Section] {
        var sections: [Section] = []
        var studies: [Block] = []
        func closeStudies() {
            if !studies.isEmpty {
                sections.append(
                    Section(
                        id: "case-studies", title: "Case studies",
                        [.lead("What the work looks like. Details that could tell who somebody is have been left out.")] + studies))
            }
            studies = []
        }
        for part in parts {
            if case .words(let text) = part, text.place == .caseStudy {
                studies.append(
                    .caseStudy(CaseStudy(title: text.title, paragraphs: text.plain.split(separator: "\n").map(String.init))))
                continue
            }
            closeStudies()
            if let section = section(part) { sections.append(section) }
        }
        closeStudies()
        return Review.distinct(sections + [method])
    }

    private func section(_ part: ReviewPart) -> Section? {
        switch part {
        case .words(let text): written(text, beginsPage: text.place == .foreword || text.place == .introduction)
        case .figures(.inFigures): inFigures
        case .figures(.headlines): Section(id: "headlines", title: "At a glance", [.headlines(headlines)])
        case .figures(.month): month
        case .figures(.concerns): concerns
        case .figures(.places): places
        case .figures(.people): people
        case .figures(.visits): visits
        case .figures(.screening): screening
        case .figures(.types): focus
        case .figures(.referrals): referrals
        case .chart(let id):
            figures.chart(id).map { Section(id: "one-chart-\(id)", title: $0.title, [.chart($0)]) }
        case .table(let id):
            (id == "themes" ? figures.themeTable() : figures.statisticalTable(id) ?? referralTable(id)).map {
                Section(id: "one-table-\(id)", title: $0.caption, [.table($0)])
            }
        case .objectives(let objectives, .programme): programme(objectives)
        case .objectives(let objectives, .table): progress(objectives)
        case .statistics(let choice):
            figures.recorded.statistics?.first { $0.choice == choice }.map { extract in
                Section(id: "statistics-" + choice.lowercased().replacing(" ", with: "-"), title: extract.table.caption, extract.blocks)
            }
        case .stated(let stated):
            Section(id: "stated-" + FoldedText(stated.title).words.joined(separator: "-"), title: stated.title, stated.blocks)
        }
    }

    private func referralTable(_ id: String) -> StatisticalTable? {
        figures.recorded.referralTables.first { $0.id == id }.flatMap { figures.referralTable($0) }
            .flatMap { Review.tellsMoreThanOneThing($0) ? $0 : nil }
    }

    /// The same sections without a table that stands in an earlier one, and with a name of its own for each section and chart.
    private static func distinct(_ sections: [Section]) -> [Section] {
        var taken: Set<String> = []
        func own(_ id: String) -> String {
            var (name, number) = (id, 2)
            while !taken.insert(name).inserted {
                name = "\(id)-\(number)"
                number += 1
            }
            return name
        }
        return sections.map { section in
            Section(
                id: own(section.id), title: section.title, beginsPage: section.beginsPage, isForeword: section.isForeword,
                section.blocks.compactMap { block in
                    switch block {
                    case .chart(let chart): .chart(chart.named(own(chart.id)))
                    case .table(let table): taken.insert(table.id).inserted ? block : nil
                    case .words(let table): .words(table.named(own(table.id)))
                    default: block
                    }
                })
        }
    }

    private var draftState: String {
        let recorded = figures.recorded
        return "Draft, made from the records as they stood on \(recorded.countedOn.text)."
            + (figures.isOpen ? " The period is not over: all figures are provisional." : "")
    }

    /// The tables behind the charts of these sections that do not stand in a section, and the quarters, in the order of the
    /// charts.
    private func tables(of sections: [Section]) -> [StatisticalTable] {
        var tables: [StatisticalTable] = []
        var taken: Set<String> = []
        for case .table(let table) in sections.flatMap(\.blocks) { taken.insert(table.id) }
        func add(_ table: StatisticalTable?) {
            if let table, taken.insert(table.id).inserted { tables.append(table) }
        }
        for case .chart(let chart) in sections.flatMap(\.blocks) {
            guard let id = chart.table?.dropFirst("table-".count) else { continue }
            add(figures.statisticalTable(String(id)))
            if id == "concerns-by-quarter" {
                add(
                    figures.quarterTable(
                        .concerns, id: "concerns-by-quarter", heading: "Concerns by quarter",
                        unitText: "Concerns, by the quarter of the calendar year in which they were received"))
            }
        }
        return tables
    }

    // MARK: Sections of words

    private func written(_ part: ReviewText.Part, beginsPage: Bool) -> Section {
        Section(
            id: "text-" + FoldedText(part.title).words.joined(separator: "-"), title: part.title, beginsPage: beginsPage,
            isForeword: part.place == .foreword, part.blocks)
    }

    // MARK: Method

    private var townMethod: String {
        figures.beside.map { beside in
            " What is stated of \(beside.town) was protected together with the same figures of all other towns and of the whole "
                + "partnership, so that they can be read side by side."
        } ?? ""
    }

    private var method: Section {
        let left = figures.leftOut
        let marks = figures.isOpen ? FigureMark.allCases.filter { $0 == .provisional } : []
        let shorthand =
            [FigureValue.withheld, .notAvailable].compactMap { value in value.meaning.map { "\(value.text): \($0)." } }
            + marks.map { "\($0.text): \($0.meaning)." }
        return Section(
            id: "method", title: "How the figures were made",
            [
                .paragraph(
                    (statesOthers
                        ? "Every figure that has no source of its own beside it or below is counted from the partnership's own records of its work. "
                        : "Every figure is counted from the partnership's own records of its work: none was typed in. ")
                        + "They were counted on \(figures.recorded.countedOn.text). A record that is corrected later changes the figures "
                        + "of its period; a change of a published figure is listed as a correction."),
                .subheading("What counts as one"), .list(figures.recorded.definitions), .subheading("Protecting people"),
                .paragraph(
                    figures.protection.method + townMethod
                        + " Wards are left out, because a ward and its town together could point at a person. "
                        + "Shares are rounded to whole numbers, worked out from the counts, and stated where twenty or more are counted."),
            ]
                + (left.isEmpty
                    ? []
                    : [
                        .paragraph(
                            (figures.beside.map { "Left out, because too few are counted in \($0.town) to be told apart: " }
                                ?? "Left out, because no safe form of it was found: ") + "\(left.joined(separator: ", ")).")
                    ])
                + (sources.isEmpty ? [] : [.subheading("Figures from elsewhere"), .list(sources)])
                + [.subheading("Shorthand"), .list(shorthand)])
    }

    /// Whether something in it was not counted from the records.
    private var statesOthers: Bool {
        !sources.isEmpty
            || parts.contains { part in
                switch part {
                case .stated, .statistics: true
                default: false
                }
            }
    }

    /// The figures from elsewhere that stand large, in their order.
    var statedHeadlines: [Headline] {
        parts.flatMap { part -> [Headline] in
            if case .stated(let stated) = part { return stated.headlines }
            return []
        }
    }
}
