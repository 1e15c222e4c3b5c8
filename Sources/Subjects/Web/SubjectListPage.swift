import Access
import Design
import HTML
import Kernel
import Web

/// The tabs of the feature: subjects, what waits for an answer, what several records mention, and blind comparisons.
struct SubjectTabs: Component {
    enum Page { case subjects, proposals, hotSpots, comparisons }

    let current: Page
    let open: Int
    let links: SubjectLinks

    var markup: Markup {
        Tabs(
            "Links",
            [
                .init("Subjects", links.list, isCurrent: current == .subjects),
                .init("To answer", links.proposals, isCurrent: current == .proposals, count: open),
                .init("Seen more than once", links.hotSpots(.premises), isCurrent: current == .hotSpots),
                .init("Blind comparisons", links.comparisons, isCurrent: current == .comparisons),
            ]
        ).markup
    }
}

/// Who, where and what the partnership knows to appear in its records: of what the viewer may see.
struct SubjectListPage {
    let lines: [SubjectLine]
    let query: SubjectQuery
    let open: Int

    func markup(_ context: SignedIn) -> Markup {
        let links = SubjectLinks(context.place.slug)
        return SignedInPage(context, section: .subjects, title: "Links") {
            PageHeading("Links") { "People, places and things that keep appearing, in the records that you may see" }
            SubjectTabs(current: .subjects, open: open, links: links)
            form(.class("filters"), .method(.get), .action(links.list)) {
                Select(
                    "Kind", name: "kind", choices: MentionedKind.allCases.map { Choice($0.rawValue, $0.plural) },
                    chosen: query.kind?.rawValue ?? "", prompt: "All kinds")
                TextInput("Number, mark, address or reference", name: "words", value: query.search, width: .medium, autocomplete: "off")
                Button("Show", .second)
            }
            Card("Subjects") {
                DataTable(
                    "Subjects",
                    columns: [
                        .init("Reference", .rowHeading), .init("Kind"), .init("Known as"), .init("Mentions", .number),
                        .init("Last noted", .unbroken),
                    ],
                    rows: lines.map { line in
                        [
                            a(.href(links.subject(line.id))) { line.reference }, .text(line.kind.title),
                            Markup {
                                if line.names.isEmpty { span(.class("soft")) { "Name sealed" } } else { line.names.joined(separator: "; ") }
                            },
                            .text("\(line.mentions)"), .text(line.lastOn.text),
                        ]
                    },
                    empty: query.search.isEmpty && query.kind == nil
                        ? "No subject is kept yet. One is made when somebody says that two mentions are the same, or keeps a telephone, a vehicle or a place from its page."
                        : "No subject that you may see fits.")
                if lines.count == query.size { p(.class("soft")) { "The \(query.size) noted last are shown. Search to find others." } }
            }
        }.markup
    }
}
