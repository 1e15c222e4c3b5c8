import Documents
import Kernel

/// The sections that the records write.
extension Review {
    /// The four figures that stand large.
    var headlines: [Headline] {
        [
            figures.headline(.concerns, "concerns raised", "Reports that somebody may be exploited, each counted once."),
            figures.headline(.screened, "people screened", "Everyone met on a visit is screened for signs of slavery."),
            figures.headline(.visits, "visits made", "A visit counts once, however many agencies went."),
            figures.headline(.interventions, "agency interventions", "One for each agency at each visit it attended."),
        ]
    }

    var inFigures: Section {
        var headlines = headlines
        // A withheld figure is told in its section; large it would say nothing.
        let pathways = [
            figures.headline(.referrals, "referrals to the National Referral Mechanism", "Adults with their consent, and children."),
            figures.headline(.reports, "duty to notify reports", "Adults who did not want to be referred; nobody is named."),
        ]
        if pathways.allSatisfy({ ($0.figure.value.number ?? 0) > 0 }) { headlines += pathways }
        let isYear = figures.recorded.quarters.count >= 4
        return Section(
            id: "in-figures", title: isYear ? "The year in figures" : "The period in figures", beginsPage: true,
            [.headlines(headlines)]
                + (figures.beside.map { [.table(figures.townTotals(beside: $0))] } ?? [])
                + [.subheading("In short")] + list(findings)
                + (figures.quarterChart(.concerns, id: "concerns-by-quarter", title: "Concerns by quarter").map { [.chart($0)] } ?? [])
                + [
                    .notice(
                        "Each figure counts one thing only. Concerns, visits, interventions and people are different units, "
                            + "and are never added together.")
                ])
    }

    /// What the figures say first of all, a sentence for each part of the work.
    var findings: [String] {
        [
            [words.whole(.concerns, verb: "concerns were raised"), words.course(.concerns)].compactMap { $0 }.joined(separator: " "),
            words.leading("concerns-by-exploitation-type", "Named most often:", most: 2, skipping: Commentary.silent) ?? "",
            words.leading("concerns-by-location-type", "Most common places:", skipping: Commentary.silent) ?? "",
            words.leading("concerns-by-town", "Towns named most often:", most: 2, lowercase: false, skipping: Commentary.silent) ?? "",
            words.leading("screened-by-gender", "People screened:", skipping: Commentary.silent) ?? "",
        ].filter { !$0.isEmpty }
    }

    func list(_ items: [String]) -> [Block] { items.isEmpty ? [] : [.list(items)] }

    func paragraphs(_ sentences: [String?]) -> [Block] {
        let said = sentences.compactMap { $0 }
        return said.isEmpty ? [] : [.paragraph(said.joined(separator: " "))]
    }

    func charts(_ ids: [String], most: Int = 12) -> [Block] {
        ids.compactMap { figures.chart($0, most: most).map(Block.chart) }
    }

    var concerns: Section? {
        guard figures.recorded.total(.concerns) > 0 else { return nil }
        return Section(
            id: "concerns", title: "Concerns raised", beginsPage: true,
            paragraphs([words.course(.concerns), words.peak("concerns-by-month")])
                + charts(["concerns-by-month"])
                + paragraphs([
                    words.leading("concerns-by-source", "The sources named most often were", skipping: Commentary.silent)
                ]) + charts(["concerns-by-source"])
                + paragraphs([
                    words.leading(
                        "concerns-by-exploitation-type", "The types of exploitation named most often were", skipping: Commentary.silent),
                    "A concern can name several types, so the types add up to more than the concerns.",
                ]) + charts(["concerns-by-exploitation-type"]))
    }

    var places: Section? {
        let blocks =
            paragraphs([
                words.leading("concerns-by-town", "The places were most often in", most: 2, lowercase: false, skipping: Commentary.silent)
            ]) + charts(["concerns-by-town"])
            + paragraphs([
                words.leading("concerns-by-location-type", "The most common types of place were", skipping: Commentary.silent),
                words.withheld("concerns-by-location-type", "types of place"),
            ]) + charts(["concerns-by-location-type"])
        return blocks.isEmpty ? nil : Section(id: "places", title: "Where it happens", blocks)
    }

    var people: Section? {
        let blocks =
            paragraphs([
                words.leading(
                    "concerns-by-nationality", "Where the nationality of the people concerned is known, it was most often",
                    lowercase: false, skipping: Commentary.silent),
                words.unknown("concerns-by-nationality", labels: ["Unknown", "Not recorded"], "do not say the nationality"),
                words.withheld("concerns-by-nationality", "nationalities"),
            ]) + charts(["concerns-by-nationality"])
        return blocks.isEmpty ? nil : Section(id: "people", title: "Who is concerned", blocks)
    }

    var visits: Section? {
        guard figures.recorded.total(.visits) > 0 else { return nil }
        return Section(
            id: "visits", title: "Visits by several agencies",
            paragraphs([
                words.whole(.visits, verb: "visits were made"),
                figures.total(.interventions).number.map {
                    "Agencies attended \(FigureValue.grouped($0)) times in all: each attendance is one intervention, with the agency's own powers."
                },
                words.leading("interventions-by-agency", "The agencies that attended most often were", lowercase: false),
            ]) + charts(["visits-by-month"]) + charts(["interventions-by-agency"], most: 20))
    }

    var screening: Section? {
        guard figures.recorded.total(.screened) > 0 else { return nil }
        return Section(
            id: "screening", title: "People screened",
            paragraphs([
                words.whole(.screened, verb: "people were screened on visits"),
                words.leading("screened-by-gender", "By gender:", skipping: Commentary.silent),
                "A person who was met on two visits counts twice.",
            ]) + charts(["screened-by-gender", "screened-by-outcome"])
                + paragraphs([
                    words.leading(
                        "screened-by-nationality", "The nationalities met most often were", lowercase: false, skipping: Commentary.silent)
                ]) + charts(["screened-by-nationality"]))
    }

    var focus: Section? {
        guard let table = figures.themeTable() else { return nil }
        return Section(
            id: "types", title: "The work by type of exploitation",
            [
                .paragraph(
                    "What each type of exploitation meant for the work: the concerns that name it, the visits made because of them, "
                        + "the people screened on those visits and the agencies that attended."), .table(table),
            ] + figures.recorded.themes.compactMap(words.theme).map(Block.paragraph))
    }

    var referrals: Section? {
        let recorded = figures.recorded
        let tables = recorded.referralTables.compactMap { figures.referralTable($0) }
        guard recorded.total(.referrals) + recorded.total(.reports) > 0 || !tables.isEmpty else { return nil }
        func count(_ unit: Counted, _ words: String) -> String {
            switch figures.total(unit) {
            case .number(0): "no \(words)"
            case .number(let number): "\(FigureValue.grouped(number)) \(words)"
            default: "fewer than \(figures.protection.threshold) \(words)"
            }
        }
        let sentence =
            "The partnership sent \(count(.referrals, "referrals")) to the National Referral Mechanism and "
            + "\(count(.reports, "duty to notify reports")). An adult is referred only with their consent; where they decline, the "
            + "report names nobody, and support is offered by another way."
        let useful = tables.filter(Review.tellsMoreThanOneThing)
        let few = useful.isEmpty && !tables.isEmpty ? " They are too few to be shown by kind without telling about single people." : ""
        return Section(
            id: "referrals", title: "Referrals and support", [.paragraph(sentence + few)] + useful.map(Block.table))
    }

    /// Whether one of the table's columns shows two rows or more: a table in which a small group is all of one kind, or all
    /// withheld, tells about its members or nothing.
    static func tellsMoreThanOneThing(_ table: StatisticalTable) -> Bool {
        (0..<max(0, table.columns.count - 1)).contains { column in
            table.rows.count { $0.figures.indices.contains(column) && ($0.figures[column].value.number ?? 0) > 0 } > 1
        }
    }
}
