import Access
import Concerns
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Which organisations work with somebody, and which people that opens the record to, before it is shared.
struct VictimCirclePage {
    let victim: VictimDetail
    let circle: [VictimCircleMember]
    let members: [OrganisationSummary]
    let readers: [CircleReader]
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "Who works with them, \(victim.reference)", problems: form.problems
        ) {
            Breadcrumbs([("Pathways", links.list), (victim.reference, links.victim(victim.id))], current: "Who works with them")
            PageHeading("Who works with them") {
                "These organisations see this record and can open what is sealed. The coordinator sees every pathway."
            }
            DataTable(
                "Organisations that work with them",
                columns: [
                    .init("Organisation", .rowHeading), .init("People who see it"), .init("Since", .unbroken),
                    .init("Do", isHeadingShown: false),
                ],
                rows: circle.filter { $0.isCurrent }.map { member in
                    [
                        Markup {
                            member.name
                            if member.organisation == victim.lead {
                                " "
                                Tag("Leads", .good)
                            }
                        },
                        .text(names(of: member.organisation).joined(separator: ", ")), .text(member.addedAt.day.text),
                        actions(member, context, links),
                    ]
                }, empty: "Nobody works with them now: the coordinator alone sees this record.")
            add(context, links)
            former
        }.markup
    }

    private func mayChange(_ context: SignedIn) -> Bool {
        victim.isOpen && (context.viewer.isCoordinator || victim.lead == context.viewer.organisation)
    }

    @MarkupBuilder private func actions(_ member: VictimCircleMember, _ context: SignedIn, _ links: PathwayLinks) -> Markup {
        let isOwn = member.organisation == context.viewer.organisation
        if member.organisation != victim.lead, mayChange(context) || isOwn {
            FormTag(context, action: links.circle(victim.id), token: "\(token)-\(member.organisation.text)") {
                HiddenInput(name: "organisation", value: member.organisation.text)
                Actions {
                    if mayChange(context) {
                        Button("Let \(member.name) lead", .second, name: "step", value: "lead")
                    }
                    Button("Remove \(member.name)", .danger, name: "step", value: "remove")
                }
            }
        }
    }

    @MarkupBuilder private func add(_ context: SignedIn, _ links: PathwayLinks) -> Markup {
        let present = Set(circle.filter { $0.isCurrent }.map(\.organisation))
        let others = members.filter { !present.contains($0.id) }
        if mayChange(context), !others.isEmpty {
            Card("Add another organisation", id: "add") {
                p(.class("soft")) {
                    "They have to agree first: to being passed on, or to contact with the police for an enforcement agency. "
                        + "For a child, safeguarding comes first."
                }
                FormTag(context, action: links.circle(victim.id), token: token) {
                    HiddenInput(name: "step", value: "add")
                    Radios(
                        "Which organisation?", name: "organisation", choices: others.map(choice),
                        chosen: form.value("step") == "add" ? form.value("organisation") : nil,
                        hint: "Below each name: the people who will see this record from now on",
                        problem: form.problem("organisation"), layout: .list)
                    Actions {
                        Button("Add the organisation")
                        ButtonLink("Cancel", to: links.victim(victim.id), .second)
                    }
                }
            }
        }
    }

    private func names(of organisation: ID<Organisation>) -> [String] {
        readers.filter { $0.organisation == organisation }.map(\.name)
    }

    private func choice(_ member: OrganisationSummary) -> Choice {
        let names = names(of: member.id)
        return Choice(
            member.id.text, member.name,
            hint: names.isEmpty ? "Nobody there has an account with which they would see it yet" : names.joined(separator: ", "))
    }

    @MarkupBuilder private var former: Markup {
        let gone = circle.filter { !$0.isCurrent }
        if !gone.isEmpty {
            Details("No longer work with them (\(gone.count))") {
                ul { for member in gone { li { "\(member.name), until \(member.removedAt?.day.text ?? "")" } } }
            }
        }
    }
}
