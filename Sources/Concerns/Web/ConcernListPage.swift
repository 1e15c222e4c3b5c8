import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The concerns that the viewer may see: danger first, then the newest.
struct ConcernListPage {
    let listing: Listing<ConcernLine>
    let query: ConcernQuery
    let towns: [TermSummary]
    let lists: CodeLists
    let searches: Bool
    /// What other parts of the product found.
    let found: Markup
    /// How many reports of the public form wait to be checked; nil for whoever does not check them.
    let reportsToCheck: Int?

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        let title = searches ? "Search" : "Concerns"
        return SignedInPage(context, section: .concerns, title: title) {
            PageHeading(title) {
                if searches, !query.search.isEmpty { "Concerns that you may see, with the words “\(query.search)”" }
            } actions: {
                if !searches {
                    ButtonLink("Record a concern", to: links.new)
                    if context.viewer.isCoordinator { ButtonLink("Log a call", to: links.call, .second) }
                }
            }
            if let reportsToCheck, reportsToCheck > 0 { reports(reportsToCheck, links) }
            found
            if searches { searchForm(links) } else { filters(links) }
            if !searches || !query.search.isEmpty { table(links) }
            Pager(newest: query.after == nil ? nil : page(links, after: nil), older: listing.next.map { page(links, after: $0) })
        }.markup
    }

    private func page(_ links: ConcernLinks, after: String?) -> Link {
        (searches ? links.search.query("q", query.search) : links.list.query("stage", query.stage.rawValue))
            .query("town", query.town?.text).query("after", after)
    }

    private func reports(_ count: Int, _ links: ConcernLinks) -> Markup {
        InsetText {
            p {
                a(.href(links.toCheck)) {
                    count == 1 ? "1 report to check" : count < 100 ? "\(count) reports to check" : "Reports to check"
                }
                " from the public form. Nobody else sees what comes by it until you accept it."
            }
        }.markup
    }

    private func searchForm(_ links: ConcernLinks) -> Markup {
        form(.method(.get), .action(links.search)) {
            TextInput(
                "Reference, place, telephone, vehicle or words", name: "q", value: query.search,
                hint:
                    "The beginnings of words are enough: “minib” finds “minibus”. A pathway or a referral is found by its whole reference",
                width: .long)
            Actions { Button("Search") }
        }
    }

    private func filters(_ links: ConcernLinks) -> Markup {
        form(.method(.get), .action(links.list), .class("filters")) {
            Select(
                "Stage", name: "stage", choices: ConcernQuery.Stage.allCases.map { Choice($0.rawValue, $0.label) },
                chosen: query.stage.rawValue, prompt: "")
            Select(
                "Town", name: "town", choices: towns.map { Choice($0.id.text, $0.label) }, chosen: query.town?.text ?? "",
                prompt: "All towns")
            Actions { Button("Show", .second) }
        }
    }

    private func table(_ links: ConcernLinks) -> DataTable {
        DataTable(
            searches ? "What was found" : "Concerns",
            columns: [
                .init("Reference", .rowHeading), .init("Where"), .init("Stage"), .init("What"), .init("Received", .unbroken),
            ],
            rows: listing.items.map { line in
                [
                    a(.href(links.concern(line.id))) { line.reference },
                    .text(line.town.isEmpty ? location(line) : "\(location(line)), \(line.town)"),
                    Markup { for tag in line.tags { tag } },
                    .text(line.summary),
                    .text(line.receivedOn.text),
                ]
            },
            empty: searches
                ? "No concern that you may see has these words. Try fewer words, or the beginning of a word."
                : "No concern is here. Concerns appear when somebody records one, or when your organisation is asked about one.")
    }

    private func location(_ line: ConcernLine) -> String {
        lists.place(line.locationType)
    }
}

extension ConcernQuery.Stage {
    var label: String {
        switch self {
        case .open: "Open"
        case .all: "All"
        case .awaitingCheck: "To be checked"
        case .raised: "Raised"
        case .triaged: "Screened"
        case .scoping: "Scoping"
        case .response: "Response"
        case .closed: "Closed"
        }
    }
}

extension ConcernLine {
    /// Danger and stage, always in words.
    package var tags: [Tag] {
        var tags: [Tag] = []
        if immediateDanger && status.isOpen { tags.append(Tag("Immediate danger", .alert)) }
        if status == .response, let response {
            tags.append(Tag(response.label, .good))
        } else {
            tags.append(Tag(status.label, status.tagKind))
        }
        return tags
    }
}

extension ConcernStatus {
    var tagKind: Tag.Tone {
        switch self {
        case .awaitingCheck, .raised: .warn
        case .triaged, .scoping: .plain
        case .response: .good
        case .closed, .joined: .quiet
        }
    }
}
