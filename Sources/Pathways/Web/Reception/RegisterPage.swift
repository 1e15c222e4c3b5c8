import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// One opening of a centre: who is there, who has not been seen, what is done, who holds which role.
struct RegisterPage {
    let file: OpeningFile
    let query: ArrivalQuery
    let form: Form
    let lists: CodeLists
    let notice: String?
    let token: String

    private var opening: OpeningDetail { file.opening }

    func markup(_ context: SignedIn) -> Markup {
        let links = ReceptionLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "Register \(opening.reference)", problems: form.problems, notice: notice
        ) {
            Breadcrumbs(
                [("Reception centres", links.list), (opening.centreName, links.centre(opening.centre))],
                current: opening.reference)
            PageHeading("Register \(opening.reference)") {
                Tag(opening.isOpen ? "Open" : "Stood down", opening.isOpen ? .good : .quiet)
                " \(opening.centreName), opened \(opening.activatedAt.text)"
                    + (opening.organisationName.isEmpty ? "" : " by \(opening.organisationName)") + led
            } actions: {
                if opening.isOpen {
                    ButtonLink("Door: enter somebody", to: links.door(opening.id))
                    ButtonLink("Stand down", to: links.standDown(opening.id), .second)
                }
            }
            FigureTiles([
                .init(shown: "\(file.counts.present) of \(opening.capacity)", "are here"),
                .init(
                    file.counts.notSeenByMedic, "not seen by a medic",
                    link: links.opening(opening.id).query("show", ArrivalQuery.Filter.noMedic.rawValue)),
                .init(
                    file.counts.notSeenBySupport, "not seen by a support worker",
                    link: links.opening(opening.id).query("show", ArrivalQuery.Filter.noSupport.rawValue)),
                .init(
                    file.counts.notScreened, "not screened",
                    link: links.opening(opening.id).query("show", ArrivalQuery.Filter.notScreened.rawValue)),
            ])
            if !opening.isOpen { closed(links) }
            Split {
                register(links)
            } side: {
                people
                checks(context, links)
                roles(context, links)
            }
        }.markup
    }

    /// The hour, with the day where it is not the one on which the centre opened.
    private func hour(_ moment: Moment) -> String { moment.day == opening.activatedAt.day ? moment.clockText : moment.text }

    private var led: String {
        let references = [opening.visitReference, opening.concernReference].filter { !$0.isEmpty }
        return references.isEmpty ? "" : ", after \(references.joined(separator: " and "))"
    }

    private func closed(_ links: ReceptionLinks) -> Markup {
        Card("Stood down \(opening.closedAt?.text ?? "")", aside: { a(.href(links.debrief(opening.id))) { "Open the debrief" } }) {
            p { opening.lessons }
        }.markup
    }

    private func register(_ links: ReceptionLinks) -> Markup {
        Markup {
            Tabs(
                "Register",
                ArrivalQuery.Filter.allCases.map { filter in
                    .init(
                        filter.label, links.opening(opening.id).query("show", filter.rawValue), isCurrent: filter == query.filter)
                })
            DataTable(
                "Register",
                columns: [
                    .init("Wristband", .rowHeading), .init("Came", .unbroken), .init("Who"), .init("Needs"), .init("Seen"), .init("Onward"),
                ],
                rows: file.listing.items.map { line in
                    [
                        a(.href(links.arrival(line.id, at: opening.id))) { "Wristband \(line.wristband)" },
                        .text(hour(line.arrivedAt)),
                        .text(
                            [
                                lists["gender"].label(line.facts.gender), lists["age_group"].label(line.facts.ageGroup),
                                lists["language"].label(line.facts.language),
                            ].joined(separator: ", ")),
                        .text(line.facts.needs.map(lists["reception_need"].label).joined(separator: ", ")),
                        seen(line), onward(line),
                    ]
                }, empty: "Nobody is on this list.")
            Pager(
                newest: query.after == nil ? nil : links.opening(opening.id).query("show", query.filter.rawValue),
                older: file.listing.next.map {
                    links.opening(opening.id).query("show", query.filter.rawValue).query("after", $0)
                })
        }
    }

    private func seen(_ line: ArrivalLine) -> Markup {
        let missing = [
            line.medicAt == nil ? "medic" : nil, line.supportAt == nil ? "support worker" : nil,
            line.isScreened ? nil : "screening",
        ].compactMap { $0 }
        if missing.isEmpty { return Tag("All", .good).markup }
        return line.leftAt == nil
            ? Tag("Not yet: \(missing.joined(separator: ", "))", .warn).markup : .text("Not: \(missing.joined(separator: ", "))")
    }

    private func onward(_ line: ArrivalLine) -> Markup {
        if let left = line.leftAt { return .text("Left \(hour(left)): \(lists["onward_place"].label(line.onward))") }
        return line.onward.isEmpty ? Tag("Not found", .warn).markup : .text(lists["onward_place"].label(line.onward))
    }

    private var people: Markup {
        Card("Who came") {
            DataTable(
                "Who came, by gender and age", columns: [.init("Who"), .init("People", .number)],
                rows: file.counts.people.map { group in
                    [
                        .text("\(lists["gender"].label(group.gender)), \(lists["age_group"].label(group.ageGroup))"),
                        .text(String(group.count)),
                    ]
                }, sums: ["All", .text(String(file.counts.arrived))], empty: "Nobody has come.")
        }.markup
    }

    private func checks(_ context: SignedIn, _ links: ReceptionLinks) -> Markup {
        let open = file.checks.filter { $0.tickedAt == nil }
        return Card("Checklist") {
            if !open.isEmpty, opening.isOpen {
                FormTag(context, action: links.checks(opening.id), token: token) {
                    Checkboxes(
                        "Still to be done", name: "checks", choices: open.map { Choice(String($0.number), $0.words) },
                        chosen: form.data.texts("checks"), problem: form.problem("checks"), layout: .list)
                    Actions { Button("These are done", .second) }
                }
            } else if !open.isEmpty {
                p { "Not ticked:" }
                ul { for check in open { li { check.words } } }
            }
            ul(.class("plain")) {
                for check in file.checks {
                    if let at = check.tickedAt {
                        li {
                            check.words
                            span(.class("soft")) {
                                " \(hour(at)), \([check.personName, check.organisationName].filter { !$0.isEmpty }.joined(separator: ", "))"
                            }
                        }
                    }
                }
            }
        }.markup
    }

    private func roles(_ context: SignedIn, _ links: ReceptionLinks) -> Markup {
        let held = Set(file.roles.map(\.role))
        let planned = Set(file.plannedRoles)
        let missing = lists["reception_role"].values.map(\.code).filter { planned.contains($0) && !held.contains($0) }
        return Card("Roles") {
            ul(.class("plain")) {
                for role in file.roles {
                    li {
                        "\(lists["reception_role"].label(role.role)): \(role.organisationName)"
                        if !role.contact.isEmpty { span(.class("soft")) { " \(role.contact)" } }
                    }
                }
            }
            if !missing.isEmpty {
                p { Tag("Not filled", .warn) }
                ul { for role in missing { li { lists["reception_role"].label(role) } } }
            }
            if opening.isOpen {
                FormTag(context, action: links.roles(opening.id), token: "\(token)-role") {
                    Select(
                        "Role", name: "role", choices: lists["reception_role"].values.map { Choice($0.code, $0.label) },
                        chosen: form.value("role"), problem: form.problem("role"))
                    Select(
                        "Agency", name: "organisation", choices: file.members.map { Choice($0.id.text, $0.name) },
                        chosen: form.value("organisation"), hint: "It reads the register from then on",
                        problem: form.problem("organisation"))
                    TextInput(
                        "Who, and their number", name: "contact", value: form.value("contact"), problem: form.problem("contact"))
                    Actions {
                        Button("Fill the role", .second)
                        Button("It ends", .second, name: "do", value: "end")
                    }
                }
            }
        }.markup
    }
}

extension ArrivalQuery.Filter {
    var label: String {
        switch self {
        case .all: "All"
        case .present: "Here"
        case .noMedic: "No medic yet"
        case .noSupport: "No support worker yet"
        case .notScreened: "Not screened"
        case .noOnward: "Nowhere to go"
        }
    }
}
