import Access
import Design
import HTML
import Kernel
import Web

/// What somebody should look at: figures that contradict each other, side by side, with the saying of which holds.
struct StatedFigureChecksPage {
    let findings: [StatedFigureFinding]
    let measures: [String: StatedMeasure]
    let form: Form
    let notice: String?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = StatedFigureLinks(slug: context.place.slug)
        return SignedInPage(context, section: .figures, title: "Checks", problems: form.problems, notice: notice) {
            Breadcrumbs([("Figures from elsewhere", links.list)], current: "Checks")
            PageHeading("Checks") {
                "A publication cannot state one of two figures that contradict each other before somebody says which holds."
            }
            if findings.isEmpty { p { "Nothing was found: no contradiction, no share and no sum that does not follow." } }
            for (place, finding) in findings.enumerated() {
                if finding.kind.needsSettling {
                    pair(finding, place, context, links)
                } else {
                    Card(finding.kind.heading) {
                        p { finding.message }
                        ul(.class("plain")) {
                            for figure in finding.figures { li { a(.href(links.figure(figure.id))) { figure.draft.key } } }
                        }
                    }
                }
            }
        }.markup
    }

    private func pair(_ finding: StatedFigureFinding, _ place: Int, _ context: SignedIn, _ links: StatedFigureLinks) -> Markup {
        let (one, other) = (finding.figures[0], finding.figures[1])
        // What was typed belongs to one of several forms.
        let isSent = form.value("one") == one.id.text && form.value("other") == other.id.text
        return Card(finding.kind.heading) {
            DataTable(
                finding.message, columns: [.init("Short key", .rowHeading), .init("Figure"), .init("When"), .init("Source")],
                rows: finding.figures.map { figure in
                    [
                        a(.href(links.figure(figure.id))) { figure.draft.key }, .text(number(figure)),
                        .text(figure.draft.period.text.isEmpty ? "Not said" : figure.draft.period.text), .text(figure.draft.source.text),
                    ]
                })
            if let settlement = finding.settlement {
                InsetText {
                    p {
                        (settlement.holds.count == 2 ? "Both hold: " : "{\(settlement.holds.first?.draft.key ?? "")} holds: ")
                            + settlement.reason
                    }
                }
            }
            if context.viewer.isCoordinator {
                p { "Look both up, and say which holds." }
                FormTag(context, action: links.checks, token: "\(token)-\(place)") {
                    HiddenInput(name: "one", value: one.id.text)
                    HiddenInput(name: "one-version", value: String(one.version))
                    HiddenInput(name: "other", value: other.id.text)
                    HiddenInput(name: "other-version", value: String(other.version))
                    Select(
                        "Which of them holds?", name: "holds",
                        choices: [
                            Choice("one", "{\(one.draft.key)}: \(number(one))"), Choice("other", "{\(other.draft.key)}: \(number(other))"),
                            Choice("both", "Both: they are of different things"),
                        ], chosen: isSent ? form.value("holds") : "", prompt: "Choose", problem: isSent ? form.problem("holds") : nil)
                    TextInput(
                        "Why?", name: "reason", value: isSent ? form.value("reason") : "",
                        hint: "It is printed in documents that state one of them",
                        problem: isSent ? form.problem("reason") : nil)
                    Actions { Button(finding.settlement == nil ? "Settle it" : "Settle it anew", .second) }
                }
            }
        }.markup
    }

    private func number(_ figure: StatedFigureDetail) -> String {
        figure.draft.exactness.words + (measures[figure.draft.measure]?.text(figure.draft.value) ?? figure.draft.value.text)
    }
}
