import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The directory of services: who offers what, to whom, where, and with how many places free.
struct ServiceListPage {
    let directory: ServiceDirectory
    let query: ServiceQuery
    let lists: CodeLists
    let today: Day

    func markup(_ context: SignedIn) -> Markup {
        let links = ServiceLinks(context.place.slug)
        return SignedInPage(context, section: .pathways, title: "Services") {
            PathwaySections.services.tabs(context.place.slug)
            PageHeading("Services") {
                "Who offers what, to whom and where. Safe houses are listed without their address."
            } actions: {
                ButtonLink("Add a service", to: links.new)
                ButtonLink("What is missing", to: links.gaps, .second)
            }
            if !directory.due.isEmpty {
                Card("To be assessed again") {
                    ul(.class("plain")) {
                        for due in directory.due {
                            li {
                                a(.href(links.service(due.service))) { due.name }
                                " "
                                Tag(
                                    due.dueOn < today ? "Due since \(due.dueOn.text)" : "Due \(due.dueOn.text)",
                                    due.dueOn < today ? .alert : .warn)
                            }
                        }
                    }
                }
            }
            filters(links)
            DataTable(
                "Services",
                columns: [
                    .init("Service", .rowHeading), .init("Offers"), .init("Provider"), .init("Places free"), .init("Status", .unbroken),
                ],
                rows: directory.listing.items.map { line in
                    [
                        a(.href(links.service(line.id))) { line.name },
                        .text(line.capabilities.map(lists["service_capability"].label).joined(separator: ", ")),
                        .text(line.providerName), ServiceListPage.places(line.placesFree, line.capacity, line.toldOn),
                        ServiceListPage.tag(line.status).markup,
                    ]
                },
                empty: "No service fits. Take a filter away, or add the service.")
            Pager(
                previous: query.after == nil ? nil : ("Back to the beginning", address(links, after: nil)),
                next: directory.listing.next.map { ("More", address(links, after: $0)) })
        }.markup
    }

    private func filters(_ links: ServiceLinks) -> Markup {
        Details("Find a service", isOpen: query != ServiceQuery()) {
            form(.method(.get), .action(links.list)) {
                Select(
                    "That offers", name: "offers",
                    choices: lists["service_capability"].current(on: today).map { Choice($0.code, $0.label) },
                    chosen: query.capability, prompt: "Anything")
                Select(
                    "For", name: "for", choices: lists["service_group"].current(on: today).map { Choice($0.code, $0.label) },
                    chosen: query.group, prompt: "Anybody")
                Select(
                    "In", name: "area", choices: directory.towns.map { Choice($0.id.text, $0.label) }, chosen: query.area,
                    prompt: "Anywhere")
                Select(
                    "Status", name: "status", choices: ServiceStatus.allCases.map { Choice($0.rawValue, $0.label) },
                    chosen: query.status?.rawValue ?? "", prompt: "Not ended")
                TickBox("Only with places free", name: "free", isTicked: query.hasPlaces)
                Actions { Button("Find") }
            }
        }.markup
    }

    private func address(_ links: ServiceLinks, after: String?) -> Link {
        func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
        return links.list.query("offers", filled(query.capability)).query("for", filled(query.group))
            .query("area", filled(query.area)).query("status", query.status?.rawValue)
            .query("free", query.hasPlaces ? "yes" : nil).query("after", after)
    }

    /// The query of an address.
    static func query(_ data: FormData) -> ServiceQuery {
        var query = ServiceQuery()
        query.capability = data.text("offers")
        query.group = data.text("for")
        query.area = data.text("area")
        query.hasPlaces = data.has("free", "yes")
        query.status = ServiceStatus(rawValue: data.text("status"))
        query.after = ServiceQuery.Cursor(data.text("after"))
        return query
    }

    /// "2 of 6, told 3 May 2020".
    static func places(_ free: Int?, _ capacity: Int?, _ toldOn: Day?) -> Markup {
        guard let free, let toldOn else { return .text(capacity.map { "Not told, of \($0)" } ?? "Not told") }
        return Markup {
            "\(free)\(capacity.map { " of \($0)" } ?? "") "
            span(.class("soft")) { "told \(toldOn.text)" }
        }
    }

    static func tag(_ status: ServiceStatus) -> Tag {
        switch status {
        case .proposed: Tag(status.label, .warn)
        case .approved: Tag(status.label, .good)
        case .suspended: Tag(status.label, .alert)
        case .ended: Tag(status.label, .quiet)
        }
    }
}
