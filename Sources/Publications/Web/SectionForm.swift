import Figures
import Foundation
import Kernel
import Reviews
import Web

/// A section as a form sends it.
struct SectionForm {
    let draft: SectionDraft

    /// The fields of one objective; the last four hold a line for each text.
    private static let lines = ["number", "item", "objective", "status"]
    private static let texts = ["progress", "why", "how", "outcomes"]

    init(_ data: FormData, kind: SectionKind) {
        var draft = SectionDraft(
            kind, title: data.text("title"), source: data.text("source"), body: data.text("body"), accepted: data.text("accepted"))
        if kind == .objectives { (draft.body, draft.objectives) = ("", SectionForm.objectives(data)) }
        if kind == .statedFigures {
            draft.source = data.texts("source").joined(separator: ",")
            draft.accepted = data.texts("accepted").filter { data.has("source", $0) }.joined(separator: ",")
        }
        if kind == .publishedStatistics, let table = StatisticChoice.Table(rawValue: draft.source) {
            draft.source = StatisticChoice(table, forces: data.texts("forces")).text
        }
        if kind != .caseStudy && kind != .statedFigures { draft.accepted = "" }
        if ![SectionKind.figures, .chart, .table, .statedFigures, .publishedStatistics].contains(kind) { draft.source = "" }
        if [SectionKind.figures, .chart, .table, .publishedStatistics].contains(kind) { (draft.title, draft.body) = ("", "") }
        self.draft = draft
    }

    private static func objectives(_ data: FormData) -> [ObjectiveFile.Entry] {
        var found: [(order: Int, entry: ObjectiveFile.Entry)] = []
        for number in 1...rows(data) {
            func text(_ name: String) -> String { data.text("\(name)-\(number)") }
            func texts(_ name: String) -> [String] {
                text(name).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            }
            if (lines + Self.texts).allSatisfy({ text($0).isEmpty }) || data.has("remove-\(number)", "yes") { continue }
            var entry = ObjectiveFile.Entry()
            (entry.number, entry.item, entry.objective, entry.status) = (text("number"), text("item"), text("objective"), text("status"))
            (entry.progress, entry.why, entry.how, entry.outcomes) = (texts("progress"), texts("why"), texts("how"), texts("outcomes"))
            entry.measures = data.texts("measures-\(number)").compactMap(Counted.init)
            entry.figures = text("figures").split { $0 == "," || $0.isWhitespace }.map(String.init)
            found.append((Int(text("order")) ?? number, entry))
        }
        return found.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element.entry)
    }

    /// For how many objectives a form has room: those that are filled in, and two more.
    static func rows(_ data: FormData) -> Int {
        let filled =
            (1...AddSection.mostObjectives).last { number in (lines + texts).contains { !data.text("\($0)-\(number)").isEmpty } } ?? 0
        return min(filled + 2, AddSection.mostObjectives)
    }

    /// The fields of a form that says this section.
    static func data(of draft: SectionDraft) -> FormData {
        var fields: [(name: String, value: String)] = [
            ("title", draft.title), ("body", draft.kind == .objectives ? "" : draft.body),
        ]
        if draft.kind == .statedFigures {
            fields += draft.statedKeys.map { ("source", $0) } + draft.largeKeys.map { ("accepted", $0) }
        } else if draft.kind == .publishedStatistics, let choice = StatisticChoice(draft.source) {
            fields += [("source", choice.table.rawValue)] + choice.forces.map { ("forces", $0) }
        } else {
            fields += [("source", draft.source), ("accepted", draft.accepted)]
        }
        for (place, entry) in draft.objectives.enumerated() {
            let number = place + 1
            fields += zip(lines, [entry.number, entry.item, entry.objective, entry.status]).map { ("\($0)-\(number)", $1) }
            fields += zip(texts, [entry.progress, entry.why, entry.how, entry.outcomes]).map {
                ("\($0)-\(number)", $1.joined(separator: "\n"))
            }
            fields += entry.measures.map { ("measures-\(number)", $0.rawValue) }
            if !entry.figures.isEmpty { fields.append(("figures-\(number)", entry.figures.joined(separator: ", "))) }
            fields.append(("order-\(number)", String(number)))
        }
        return FormData(fields: fields)
    }

    /// What the questions are called, for two people who change them at once.
    static func labels(_ kind: SectionKind) -> [StaleEditPage.Label] {
        switch kind {
        case .figures: [.init("source", "Figures") { FigureSection(rawValue: $0)?.label ?? $0 }]
        case .chart, .table:
            [.init("source", kind.label) { source in PublicationTables.tables.first { $0.id == source }?.heading ?? source }]
        case .statedFigures:
            [
                .init("title", "Heading"), .init("source", "Figures"), .init("accepted", "Figures that stand large"),
                .init("body", "Words before the figures"),
            ]
        case .publishedStatistics:
            [.init("source", "Table") { StatisticChoice.Table(rawValue: $0)?.label ?? $0 }, .init("forces", "Police forces")]
        case .objectives:
            [.init("title", "Heading")]
                + (1...AddSection.mostObjectives).map { number in
                    .init((lines + texts + ["measures", "figures", "order"]).map { "\($0)-\(number)" }, "Objective \(number)")
                }
        case .foreword, .introduction, .narrative, .caseStudy, .achievements, .challenges:
            [.init("title", "Heading"), .init("body", "Text"), .init("accepted", "Accepted words")]
        }
    }
}
