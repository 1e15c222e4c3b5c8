import Access
import Design
import HTML
import Kernel
import Web

/// One figure from elsewhere, and what it said before it was corrected.
struct StatedFigurePage {
    let file: StatedFigureFile
    let measures: [String: StatedMeasure]
    let form: Form
    let notice: String?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = StatedFigureLinks(slug: context.place.slug)
        let figure = file.figure
        let draft = figure.draft
        let library = StatedFigureLibrary([draft], measures: measures)
        let shown = library[draft.key]
        let isWriter = context.viewer.isCoordinator && !figure.isWithdrawn
        return SignedInPage(
            context, section: .figures, title: "A figure from elsewhere", problems: form.problems, notice: notice, layout: .narrow
        ) {
            Breadcrumbs([("Figures", PageLinks.figures(context.place.slug)), ("Figures from elsewhere", links.list)], current: draft.key)
            PageHeading(shown?.what ?? draft.key) {
                if figure.isWithdrawn { Tag("Withdrawn", .warn) }
            } actions: {
                if isWriter { ButtonLink("Correct", to: links.change(figure.id)) }
            }
            if figure.isWithdrawn { InsetText { p { "It was withdrawn: \(figure.withdrawnReason)" } } }
            if shown?.isSmall == true {
                WarningText { StatedFigureFormPage.smallNumber }
            }
            SummaryList(StatedFigurePage.lines(draft, shown, measures), absent: "Not said")
            p(.class("soft")) { "Recorded on \(figure.recordedAt.day.text)\(figure.recordedBy.isEmpty ? "" : " by \(figure.recordedBy)")." }
            if !file.former.isEmpty {
                Card("What it said before") {
                    DataTable(
                        "What it said before", columns: [.init("Until", .unbroken), .init("It said"), .init("Why it was corrected")],
                        rows: file.former.map { former in
                            [
                                .text(former.replacedAt.day.text),
                                .text(
                                    "\(former.draft.exactness.words)\(measures[former.draft.measure]?.text(former.draft.value) ?? former.draft.value.text), \(former.draft.period.text.isEmpty ? "no time" : former.draft.period.text). \(former.draft.source.text)"
                                ), .text(former.reason + (former.replacedBy.isEmpty ? "" : " (\(former.replacedBy))")),
                            ]
                        })
                }
            }
            if isWriter {
                Card("Withdraw it") {
                    FormTag(context, action: links.withdraw(figure.id), token: "\(token)-withdraw") {
                        TextInput(
                            "Why?", name: "reason", value: form.value("reason"),
                            hint: "It stays here with the reason. No document can state it any more", problem: form.problem("reason"))
                        Actions { Button("Withdraw", .second) }
                    }
                }
            }
        }.markup
    }

    /// What a figure says, line by line.
    private static func lines(
        _ draft: StatedFigureDraft, _ shown: StatedFigureLibrary.Shown?, _ measures: [String: StatedMeasure]
    ) -> [SummaryList.Fact] {
        let measure = measures[draft.measure]
        var lines: [(String, String)] = [
            ("Figure", shown.map(StatedFigureListPage.number) ?? draft.value.text), ("Unit of count", measure?.unit ?? ""),
            ("Period", draft.period.text), ("About", draft.area.isEmpty ? "The whole partnership" : draft.area),
            ("How large an area that is", draft.reach.label), ("Source", draft.source.text), ("Who answers for it", measure?.owner ?? ""),
            ("Short key for written text", "{\(draft.key)}"),
        ]
        if let target = draft.target { lines.append(("Target", measure?.text(target) ?? target.text)) }
        if !draft.partOf.isEmpty { lines.append(("Part of", "{\(draft.partOf)}")) }
        if !draft.numerator.isEmpty { lines.append(("Share of", "{\(draft.numerator)} in {\(draft.denominator)}")) }
        if !draft.note.isEmpty { lines.append(("Note", draft.note)) }
        return lines.map { .init($0.0, .text($0.1)) }
    }
}
