import Access
import Design
import HTML
import Kernel
import Web

/// The ledger of blind comparisons: an agency's own; for the coordinator, that each of them took place.
struct ComparisonListPage {
    let lines: [ComparisonLine]
    let limits: ComparisonLimits
    let open: Int

    func markup(_ context: SignedIn) -> Markup {
        let links = SubjectLinks(context.place.slug)
        return SignedInPage(context, section: .subjects, title: "Blind comparisons") {
            PageHeading("Blind comparisons") {
                "Two agencies learn which of their own records the other has too, and neither sees the other's records"
            } actions: {
                if ProposeComparison.speaksForOwn(context.viewer) { ButtonLink("Propose a comparison", to: links.newComparison) }
            }
            SubjectTabs(current: .comparisons, open: open, links: links)
            Card("Ledger") {
                DataTable(
                    "Ledger of comparisons",
                    columns: [
                        .init("Reference", .rowHeading), .init("Between"), .init("What is compared"), .init("Agreement"),
                        .init("Proposed", .unbroken), .init("State", .unbroken),
                    ],
                    rows: lines.map { line in
                        [
                            span(.class("nowrap")) { a(.href(links.comparison(line.id))) { line.reference } },
                            Markup {
                                line.one.name
                                br()
                                line.other.name
                            }, .text(line.compared), .text(line.agreement), .text(line.proposedAt.day.text),
                            Markup {
                                Tag(line.status.label, line.status.tone)
                                if let comparedAt = line.comparedAt {
                                    br()
                                    span(.class("soft")) { comparedAt.day.text }
                                }
                            },
                        ]
                    },
                    empty: context.viewer.isCoordinator
                        ? "No two agencies have compared records yet."
                        : "Your agency has compared no records yet. Propose it to another member.")
                if lines.count == 100 { p(.class("soft")) { "The 100 proposed last are shown." } }
            }
            Details("What is learnt, and what guards it") { ComparisonListPage.explanation(limits) }
        }.markup
    }

    /// What a comparison tells, and its limits.
    static func explanation(_ limits: ComparisonLimits) -> Markup {
        Markup {
            ul {
                li { "Each agency encodes its records on its own machine, with a secret that both share and that never comes here." }
                li {
                    "The encodings are sealed while they wait and destroyed in the moment in which the result is kept. Nobody can open them here."
                }
                li {
                    "Each side is told how many of its own records match, and which rows of its own file they are. It is not told how many records the other side sent, how alike a pair is, or anything of a record that does not match."
                }
                li {
                    "When both sides have agreed to talk, and not before, each sees whom to speak to and a number for each pair."
                }
                li {
                    "Which rows match is what a comparison is for, so a file of one guessed person would be a question about that person. A file needs \(limits.leastRecords) different records or more, the same two agencies compare at most \(limits.mostADay) times a day, the other side has to agree and to send a file of its own each time, and everything stands in this ledger and in the journal. A file made up around one person cannot be told from a true one: that is forbidden by the agreement, and found by whoever reads the ledger."
                }
                li { "The coordinator sees that a comparison took place, and nothing of what came of it. No other agency sees anything." }
                li {
                    "A result is removed when its time is over, after \(limits.longestDays) days at the latest, or when either side withdraws."
                }
            }
        }
    }
}

extension ComparisonStatus {
    var tone: Tag.Tone {
        switch self {
        case .proposed, .accepted, .matching: .warn
        case .matched: .good
        case .failed: .alert
        case .declined, .withdrawn, .over: .quiet
        }
    }
}
