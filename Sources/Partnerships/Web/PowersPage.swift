import Access
import Design
import HTML
import Kernel
import Web

/// The directory of powers of entry: who may enter what, after which notice, with or without a warrant.
struct PowersPage {
    let context: SignedIn
    let powers: [PowerLine]
    /// A code of the list "organisation_kind"; empty for all.
    let kind: String
    let lists: CodeLists
    let today: Day

    private var links: PartnershipLinks { PartnershipLinks(context.place.slug) }

    var markup: Markup {
        let shown = powers.filter { power in
            (power.validity.to.map { $0 >= today } ?? true) && (kind.isEmpty || power.organisationKinds.contains(kind))
        }
        return SignedInPage(context, section: .partnership, title: "Powers of entry") {
            BackLink(to: links.start, "Partnership")
            PageHeading("Powers of entry") { "England and Wales, as of \(today.text)" }
            p {
                "An aid to planning and no legal advice. What is marked “to be confirmed” has not been checked against "
                "the law itself."
            }
            form(.method(.get), .action(links.powers), .class("filters")) {
                Select(
                    "Kind of organisation", name: "kind",
                    choices: kinds.map { Choice($0, lists["organisation_kind"].label($0)) }, chosen: kind,
                    prompt: "All kinds")
                Actions { Button("Show", .second) }
            }
            Card("Powers") {
                DataTable(
                    "Powers of entry",
                    columns: [
                        .init("Agency", .rowHeading), .init("Power"), .init("Premises"), .init("Notice"),
                        .init("Without a warrant"), .init("Force", .unbroken), .init("Bear in mind"),
                    ], rows: shown.map(row), empty: "No power is known for this kind of organisation.")
            }
        }.markup
    }

    /// Those that hold a power or are known to hold none, in the order of the list.
    private var kinds: [String] {
        let held = Set(powers.flatMap(\.organisationKinds))
        return lists["organisation_kind"].values.map(\.code).filter(held.contains)
    }

    private func row(_ power: PowerLine) -> [Markup] {
        let hasNone = power.premises.isEmpty
        return [
            .text(power.agency), statute(power),
            .text(power.premises.map { lists["premises_kind"].label($0) }.joined(separator: ", ")),
            .text(hasNone ? "" : power.notice), warrant(power), .text(hasNone ? "" : force(power)), note(power),
        ]
    }

    @MarkupBuilder private func statute(_ power: PowerLine) -> Markup {
        if power.premises.isEmpty {
            Tag("No power of entry", .quiet)
        } else {
            div { power.statute }
            div(.class("soft")) { "May enter \(power.purpose)" }
        }
        if let from = power.validity.from, from > today { Tag("From \(from.text)", .warn) }
        if let until = power.validity.to { Tag("Until \(until.text)", .warn) }
    }

    /// Whether it goes without a warrant, and where one comes from.
    @MarkupBuilder private func warrant(_ power: PowerLine) -> Markup {
        if !power.premises.isEmpty { div { withoutWarrant(power) } }
        if !power.warrantRoute.isEmpty { div(.class("soft")) { power.warrantRoute } }
    }

    private func withoutWarrant(_ power: PowerLine) -> String {
        switch power.withoutWarrant {
        case "yes": "Yes"
        case "partly": "Under conditions"
        default: "No"
        }
    }

    private func force(_ power: PowerLine) -> String {
        switch power.force {
        case "yes": "Yes"
        case "warrant": "By warrant"
        default: "No"
        }
    }

    @MarkupBuilder private func note(_ power: PowerLine) -> Markup {
        if !power.note.isEmpty { div { power.note } }
        if !power.isConfirmed { Tag("To be confirmed", .quiet) }
    }
}
