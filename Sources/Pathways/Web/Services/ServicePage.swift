import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// One service: what it offers, its places, and what was found out about where people live.
struct ServicePage {
    let file: ServiceFile
    /// Opened for this one answer; nil otherwise.
    let address: String?
    let form: Form
    let lists: CodeLists
    let today: Day
    let notice: String?
    let token: String

    private var service: ServiceDetail { file.service }

    func markup(_ context: SignedIn) -> Markup {
        let links = ServiceLinks(context.place.slug)
        let isOwn = service.isOwn(context.viewer)
        return SignedInPage(
            context, section: .pathways, title: "Service", problems: form.problems, notice: notice
        ) {
            Breadcrumbs([("Services", links.list)], current: service.facts.name)
            PageHeading(service.facts.name) {
                ServiceListPage.tag(service.status)
                " \(service.providerName)"
            } actions: {
                if context.viewer.isCoordinator { ButtonLink("Change", to: links.change(service.id), .second) }
            }
            if service.status != .approved {
                WarningText {
                    "Send nobody here: the service is \(service.status.label.lowercased())"
                        + (service.statusReason.isEmpty ? "." : " (\(service.statusReason)).")
                }
            }
            Split {
                facts
                if service.facts.isAccommodation(lists), context.viewer.isCoordinator || isOwn { assessments(context, links) }
            } side: {
                places(context, links, mayTell: context.viewer.isCoordinator || isOwn)
                if context.viewer.isCoordinator { decide(context, links) }
                if context.viewer.isCoordinator || isOwn { secretAddress(context, links) }
            }
        }.markup
    }

    private var facts: Markup {
        let facts = service.facts
        let towns = Dictionary(file.towns.map { ($0.id.text, $0.label) }) { first, _ in first }
        return Card("What it offers") {
            SummaryList(
                [
                    .init("Offers", .text(facts.capabilities.map(lists["service_capability"].label).joined(separator: ", "))),
                    .init(
                        "Takes",
                        .text(
                            facts.groups.isEmpty
                                ? "Everybody" : facts.groups.map(lists["service_group"].label).joined(separator: ", "))),
                    .init(
                        "Serves",
                        .text(
                            facts.areas.map { $0 == ServiceFacts.wholeArea ? "The whole area" : towns[$0] ?? $0 }
                                .joined(separator: ", "))),
                    .init("Contact", .text(facts.contact)), .init("Hours", .text(facts.hours)),
                    .init("From", .text(facts.validFrom.text)),
                    .init("Until", .text(facts.validUntil?.text ?? "It goes on")),
                    .init("What else to know", .text(facts.note)),
                ], absent: "Not told")
        }.markup
    }

    private func places(_ context: SignedIn, _ links: ServiceLinks, mayTell: Bool) -> Markup {
        Card("Places free") {
            p { ServiceListPage.places(service.placesFree, service.facts.capacity, service.toldOn) }
            if service.facts.isAccommodation(lists) { staysKnown(isCoordinator: context.viewer.isCoordinator) }
            if mayTell {
                FormTag(context, action: links.places(service.id), token: token) {
                    TextInput(
                        "Free now", name: "places_free", value: form.value("places_free"), problem: form.problem("places_free"),
                        kind: .digits, width: .short)
                    Actions { Button("Tell", .second) }
                }
            }
        }.markup
    }

    /// What stays on record say of the places: to a coordinator of everybody, to a member of those with whom it works alone.
    /// A member is shown no nought: it would say nothing, and be read as if nobody stayed there.
    @MarkupBuilder private func staysKnown(isCoordinator: Bool) -> Markup {
        let count = file.staysKnown
        if isCoordinator {
            p {
                switch count {
                case 0: "No place is taken by a stay on record."
                case 1: "1 place is taken by a stay on record."
                default: "\(count) places are taken by stays on record."
                }
            }
            if let capacity = service.facts.capacity, let told = service.placesFree, count + told > capacity {
                WarningText {
                    "More is told to be free than the stays on record leave: \(max(0, capacity - count)) of \(capacity) at most. Ask the provider."
                }
            }
        } else if count > 0 {
            p {
                count == 1
                    ? "1 of the people with whom you work stays here." : "\(count) of the people with whom you work stay here."
            }
            p(.class("soft")) { "Others may: you are shown those alone." }
        }
    }

    private func decide(_ context: SignedIn, _ links: ServiceLinks) -> Markup {
        Card("Decide") {
            FormTag(context, action: links.decide(service.id), token: token) {
                Radios(
                    "What becomes of it?", name: "status",
                    choices: service.status.next.map { Choice($0.rawValue, ServicePage.step($0)) }, chosen: form.value("status"),
                    problem: form.problem("status"), layout: .list)
                TextInput("Why", name: "reason", value: form.value("reason"), problem: form.problem("reason"))
                Actions { Button("Decide", .second) }
            }
        }.markup
    }

    private static func step(_ status: ServiceStatus) -> String {
        switch status {
        case .proposed: "Propose it again"
        case .approved: "Approve"
        case .suspended: "Suspend"
        case .ended: "End"
        }
    }

    private func secretAddress(_ context: SignedIn, _ links: ServiceLinks) -> Markup {
        Card("Secret address") {
            if let address {
                p { strong { address } }
                p(.class("soft")) { "Your opening it is recorded. Tell it only to those who must know it." }
            } else if service.hasAddress {
                FormTag(context, action: links.address(service.id), token: token) {
                    TextInput(
                        "Why do you need it?", name: "purpose", value: form.value("purpose"), hint: "Without names; it is recorded",
                        problem: form.problem("purpose"))
                    Actions { Button("Open the address", .second) }
                }
            } else {
                p(.class("soft")) { "None is kept." }
            }
        }.markup
    }

    private func assessments(_ context: SignedIn, _ links: ServiceLinks) -> Markup {
        let mayAssess = context.viewer.isCoordinator
        return Card(
            "Accommodation checklist", aside: { if mayAssess { a(.href(links.assess(service.id))) { "Go through it" } } }
        ) {
            if let due = service.reassessOn {
                p {
                    Tag(due < today ? "Due since \(due.text)" : "Again by \(due.text)", due < today ? .alert : .quiet)
                }
            }
            DataTable(
                "Assessments",
                columns: [.init("Day", .unbroken), .init("Result", .unbroken), .init("By"), .init("Not met"), .init("Notes")],
                rows: file.assessments.map { one in
                    let open = one.answers.filter { $0.value != .yes }.keys.sorted().map(pointLabel)
                    return [
                        .text(one.assessedOn.text),
                        Tag(one.result.label, one.result == .met ? .good : one.result == .notMet ? .alert : .warn).markup,
                        .text([one.personName, one.organisationName].filter { !$0.isEmpty }.joined(separator: ", ")),
                        Markup {
                            open.joined(separator: "; ")
                            if !one.reason.isEmpty {
                                br()
                                span(.class("soft")) { one.reason }
                            }
                        },
                        one.hasNotes ? a(.href(links.notes(one.id, of: service.id))) { "Open" } : .text("None"),
                    ]
                }, empty: "Nobody has gone through the checklist. Without it nobody may be placed here.")
        }.markup
    }

    private func pointLabel(_ code: String) -> String {
        let essential = lists["accommodation_essential"]
        return essential.contains(code) ? essential.label(code) : lists["accommodation_further"].label(code)
    }
}
