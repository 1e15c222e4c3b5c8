import Access
import Design
import HTML
import Kernel
import Partnerships

/// What came of a concern, once it is closed: reason, words, measures, and what was told to whoever raised it. What became of
/// people is counted for those who see the victims strand; the others are told that it is not shown.
package struct OutcomeSection: Component {
    let concern: ConcernDetail
    let outcomes: [(measure: String, quantity: Int)]
    let seesVictims: Bool
    let lists: CodeLists

    package init(
        concern: ConcernDetail, outcomes: [(measure: String, quantity: Int)], seesVictims: Bool, lists: CodeLists
    ) {
        self.concern = concern
        self.outcomes = outcomes
        self.seesVictims = seesVictims
        self.lists = lists
    }

    package var markup: Markup {
        concern.status == .closed ? card : Markup()
    }

    private var card: Markup {
        Card("What came of it", id: "outcome") {
            SummaryList(facts, absent: "Nothing noted")
            if !outcomes.isEmpty {
                DataTable(
                    "Outcome measures", isCaptionShown: true,
                    columns: [.init("Measure", .rowHeading), .init("Number", .number), .init("Counted in")],
                    rows: outcomes.map { outcome in
                        [
                            .text(lists["outcome_measure"].label(outcome.measure)),
                            .text(outcome.quantity.grouped),
                            .text(lists["outcome_measure"][outcome.measure]?.note ?? ""),
                        ]
                    })
            }
            if !seesVictims {
                p(.class("soft")) {
                    "What became of the people is told to those who work with them, and as numbers to those who see the victims strand."
                }
            }
            if !concern.reportBack.isEmpty {
                h3 { "Told to whoever raised it" }
                InsetText {
                    for paragraph in concern.reportBack.split(separator: "\n") { p { String(paragraph) } }
                }
            }
        }.markup
    }

    private var facts: [SummaryList.Fact] {
        [
            SummaryList.Fact("Closed", .text(concern.closedAt?.text ?? "")),
            SummaryList.Fact(
                "Reason", .text(concern.closingReason.map { lists["closing_reason"].label($0) } ?? (seesVictims ? "" : "Not shown"))),
            SummaryList.Fact("In words", .text(concern.closingSummary)),
        ]
    }
}
