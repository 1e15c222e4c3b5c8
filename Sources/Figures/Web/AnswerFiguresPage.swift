import Design
import HTML
import Kernel
import Web

/// How the agencies answer scoping rounds: response times and nil returns, for the coordinator.
struct AnswerFiguresPage {
    let context: SignedIn
    let sheet: FigureDesk.AnswerSheet

    private var slug: String { context.place.slug }

    var markup: Markup {
        let figures = sheet.figures.result
        return SignedInPage(
            context, section: .figures, title: "How the agencies answer", problems: sheet.figures.problems
        ) {
            Breadcrumbs([("Figures", FigureLinks.all(slug))], current: "How the agencies answer")
            PageHeading("How the agencies answer") {
                if let figures {
                    "Requests of scoping rounds sent, \(figures.period.text) · live from the records"
                }
            }
            FigureFilterForm(
                base: FigureLinks.answers(slug), choice: sheet.choice, today: sheet.today, newest: sheet.newest,
                filter: figures.map { FigureFilter(period: $0.period) }, problems: sheet.figures.problems, towns: [],
                lists: nil, isTownInPath: false)
            if let figures {
                tiles(figures.all)
                Card("By agency", aside: { a(.href(download(figures.period)), .download("")) { "CSV" } }) {
                    table(figures)
                    p(.class("unit")) {
                        "Requests, one for each agency in each round. A nil return, nothing held, is an answer too. Half of "
                            + "the answers came within the median hours, counted by the clock from sending to the answer. "
                            + "Late means answered after the time that was set; overdue means not answered, with that time "
                            + "over."
                    }
                }
            } else {
                p { "Put this right to see the figures." }
            }
        }.markup
    }

    private func tiles(_ all: AnswerFigures.Line) -> FigureTiles {
        FigureTiles([
            .init(all.requests, all.requests == 1 ? "request sent to an agency" : "requests sent to agencies"),
            .init(all.answered, "answered, \(all.late.grouped) of them late"),
            .init(
                shown: all.medianHours.map { "\($0) hours" } ?? "None",
                all.medianHours == nil ? "no answer yet" : "median time to answer"),
            .init(all.nothingHeld, all.nothingHeld == 1 ? "nil return: nothing held" : "nil returns: nothing held"),
            .init(all.overdue, "overdue now"),
        ])
    }

    private func table(_ figures: AnswerFigures) -> DataTable {
        DataTable(
            "Answers to scoping rounds by agency",
            columns: [
                .init("Agency", .rowHeading), .init("Requests", .number), .init("Answered", .number),
                .init("Median hours", .number), .init("Nothing held", .number), .init("Held", .number),
                .init("Cannot share", .number), .init("Conflict", .number), .init("Late", .number),
                .init("Overdue", .number),
            ],
            rows: figures.lines.map(cells), sums: figures.lines.isEmpty ? [] : cells(figures.all), stacks: false,
            empty: "No agency was asked in this period.")
    }

    private func cells(_ line: AnswerFigures.Line) -> [Markup] {
        [
            .text(line.agency), .text(line.requests.grouped), .text(line.answered.grouped),
            .text(line.medianHours ?? "None"),
        ]
            + [line.nothingHeld, line.held, line.cannotShare, line.conflict, line.late, line.overdue]
            .map { .text($0.grouped) }
    }

    private func download(_ period: Period) -> Link { FigureLinks.answersTable(slug).during(period) }
}
