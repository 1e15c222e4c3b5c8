import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Decisions that are awaited, by competent authority, the longest waiting first.
struct WaitingPage {
    let totals: [WaitingTotal]
    let listing: Listing<WaitingLine>
    let query: WaitingQuery
    let lists: CodeLists
    let rules: CourseRules
    let today: Day

    /// What the address calls those whose authority is not known.
    static let unknown = "not-known"

    func markup(_ context: SignedIn) -> Markup {
        let links = CourseLinks(context.place.slug)
        return SignedInPage(context, section: .pathways, title: "Decisions that wait") {
            PathwaySections.decisions.tabs(context.place.slug)
            PageHeading("Decisions that wait") { "Referrals whose decision the Home Office or a panel still owes" }
            Card("By competent authority") {
                DataTable(
                    "Decisions that wait, by competent authority",
                    columns: [
                        .init("Competent authority", .rowHeading), .init("Reasonable grounds", .number),
                        .init("Conclusive grounds", .number),
                        .init("Overdue", .number), .init("Conclusive, may be decided", .number),
                        .init("Longest wait, days", .number),
                    ],
                    rows: totals.map { total in
                        [
                            a(.href(page(links, authority: total.authority))) { name(total.authority) },
                            .text(total.reasonableGrounds.grouped), .text(total.conclusiveGrounds.grouped),
                            .text(total.overdue.grouped), .text(total.possible.grouped), .text(total.longest.grouped),
                        ]
                    }, empty: "No decision is awaited.")
                p(.class("unit")) {
                    "Referrals that your organisation may see, as they stand today. The wait counts from the day of the referral. "
                        + "Reasonable grounds are overdue after their target\(span(.reasonableGrounds)), or, with a panel, the panel's"
                        + "\(span(.panel)). Conclusive grounds have no target but a panel's\(span(.panelConclusiveGrounds)): the list of all "
                        + "that wait says since when they may be decided."
                }
            }
            Tabs(
                "Which",
                [
                    .init("Overdue", page(links, isOverdue: true), isCurrent: query.isOverdue),
                    .init("All that wait", page(links, isOverdue: false), isCurrent: !query.isOverdue),
                ])
            DataTable(
                query.authority.map { "Decisions of: \(name($0))" } ?? "Decisions",
                isCaptionShown: query.authority != nil,
                columns: [
                    .init("Pathway", .rowHeading), .init("Referral"), .init("Waits for"), .init("With"), .init("Referred", .unbroken),
                    .init("Days", .number), .init("Due"),
                ],
                rows: listing.items.map { line in
                    [
                        .text(line.victimReference),
                        a(.href(links.course(line.referral, of: line.victim))) { line.reference },
                        .text(line.waiting.stage == .reasonableGrounds ? "Reasonable grounds" : "Conclusive grounds"),
                        .text(name(line.authority)), .text(line.waiting.since.text), .text(line.days(on: today).grouped),
                        due(line),
                    ]
                }, empty: query.isOverdue ? "No decision is overdue." : "No decision is awaited.")
            Pager(
                newest: query.after == nil ? nil : page(links), older: listing.next.map { page(links).query("after", $0) })
        }.markup
    }

    private func due(_ line: WaitingLine) -> Markup {
        if let from = line.waiting.possibleFrom {
            return line.waiting.isPossible
                ? Markup {
                    Tag("May be decided", .warn)
                    " since \(from.text)"
                } : .text("Not before \(from.text)")
        }
        guard let due = line.waiting.due else { return "No target" }
        return line.waiting.isOverdue ? Tag("Was due \(due.text)", .alert).markup : .text(due.text)
    }

    /// " (45 days)", as the rule has it today: one number for wherever it holds.
    private func span(_ name: CourseRules.Name) -> String {
        let spans = Set(Nation.allCases.compactMap { rules.rule(name, in: $0, on: today)?.span })
        return spans.isEmpty ? "" : " (\(spans.sorted().joined(separator: " or ")))"
    }

    private func name(_ authority: String) -> String {
        authority.isEmpty ? "Not known yet" : lists["competent_authority"].label(authority)
    }

    private func page(_ links: CourseLinks, isOverdue: Bool? = nil, authority: String? = nil) -> Link {
        let chosen = authority ?? query.authority
        return links.waiting.query("show", (isOverdue ?? query.isOverdue) ? nil : "all")
            .query("authority", chosen.map { $0.isEmpty ? WaitingPage.unknown : $0 })
    }
}

/// Where referrals and the crime records of the police do not fit.
struct DiscrepancyPage {
    let listing: Listing<DiscrepancyLine>
    let query: DiscrepancyQuery
    let rules: CourseRules
    let today: Day

    func markup(_ context: SignedIn) -> Markup {
        let links = CourseLinks(context.place.slug)
        return SignedInPage(context, section: .pathways, title: "Crime records that do not fit") {
            PathwaySections.crimes.tabs(context.place.slug)
            PageHeading("Crime records that do not fit") { "Referrals beside what the police recorded" }
            Tabs(
                "Which",
                CrimeDiscrepancy.allCases.map { kind in
                    .init(kind.label, links.crimes.query("kind", kind.rawValue), isCurrent: kind == query.kind)
                })
            p { query.kind.explanation(span: rules.recordingSpan(on: today)) }
            DataTable(
                query.kind.label,
                columns: [
                    .init("Pathway", .rowHeading), .init("Referral"), .init("Crime reference"), .init("Force"),
                    .init(query.kind == .missing ? "Referred" : "Entered", .unbroken), .init("Hours to record", .number),
                ],
                rows: listing.items.map { line in
                    [
                        .text(line.victimReference),
                        Markup {
                            if let referral = line.referral {
                                a(.href(links.crime(referral, of: line.victim))) { line.referralReference }
                            } else {
                                a(.href(links.crime(of: line.victim))) { "None" }
                            }
                        },
                        .text(line.crimeReference.isEmpty ? "None" : line.crimeReference), .text(line.force), .text(line.on.text),
                        .text(line.hours.map(\.grouped) ?? ""),
                    ]
                }, empty: "Nothing to put right here.")
            Pager(
                newest: query.after == nil ? nil : links.crimes.query("kind", query.kind.rawValue),
                older: listing.next.map { links.crimes.query("kind", query.kind.rawValue).query("after", $0) })
        }.markup
    }
}
