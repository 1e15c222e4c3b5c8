import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The visits that the viewer may see: what is ahead first.
struct VisitListPage {
    let query: VisitQuery
    let visits: Listing<VisitLine>
    let lists: CodeLists

    /// What the address asks for.
    static func query(from data: FormData) -> VisitQuery {
        VisitQuery(
            span: VisitQuery.Span(rawValue: data.text("show")) ?? .upcoming,
            status: VisitStatus(rawValue: data.text("status")), after: data.text("after"))
    }

    func markup(_ context: SignedIn) -> Markup {
        let links = VisitLinks(context.place.slug)
        return SignedInPage(context, section: .visits, title: "Visits") {
            PageHeading("Visits") {
                "Each visit counts once. Each agency that attends counts as one intervention."
            } actions: {
                if context.viewer.isCoordinator { ButtonLink("Plan a visit", to: links.new) }
            }
            Tabs(
                "Which visits",
                [
                    .init("Ahead", links.list, isCurrent: query.span == .upcoming),
                    .init("Past", links.list.query("show", "past"), isCurrent: query.span == .past),
                    .init("All", links.list.query("show", "all"), isCurrent: query.span == .all),
                ])
            filter(links)
            table(links)
            Pager(newest: query.after?.isEmpty == false ? address(links) : nil, older: next(links))
        }.markup
    }

    private func filter(_ links: VisitLinks) -> Markup {
        form(.method(.get), .action(links.list), .class("filters")) {
            HiddenInput(name: "show", value: query.span.rawValue)
            Select(
                "Status", name: "status", choices: VisitStatus.allCases.map { Choice($0.rawValue, $0.label) },
                chosen: query.status?.rawValue ?? "", prompt: "Any", width: .medium)
            Actions { Button("Show", .second) }
        }
    }

    private func table(_ links: VisitLinks) -> Markup {
        DataTable(
            "Visits",
            columns: [
                .init("Visit", .rowHeading), .init("When", .unbroken), .init("Where"), .init("Purpose"), .init("Lead"),
                .init("Status"), .init("Interventions", .number), .init("Screened", .number),
            ],
            rows: visits.items.map { row($0, links) },
            empty: query.span == .upcoming
                ? "No visit is ahead." : "There is no such visit, or none that is shared with your agency."
        ).markup
    }

    private func row(_ visit: VisitLine, _ links: VisitLinks) -> [Markup] {
        let time = visit.startsAt.isEmpty ? "" : ", \(visit.startsAt)"
        let town = visit.town.isEmpty ? "" : ", \(visit.town)"
        return [
            a(.href(links.visit(visit.id))) { visit.reference },
            .text("\(visit.visitedOn.text)\(time)"),
            .text("\(lists["location_type"].label(visit.locationType))\(town)"),
            .text(visit.purpose),
            visit.leadName.isEmpty ? "Not chosen" : .text(visit.leadName),
            VisitPage.tag(visit.status),
            .text(visit.status.isAhead ? "\(visit.agencies) asked" : "\(visit.interventions)"),
            .text("\(visit.screened)"),
        ]
    }

    private func address(_ links: VisitLinks) -> Link {
        links.list.query("show", query.span.rawValue).query("status", query.status?.rawValue)
    }

    private func next(_ links: VisitLinks) -> Link? {
        visits.next.map { address(links).query("after", $0) }
    }
}
