import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Who sees a concern, since when and why; and, for the coordinator, the forms that change it.
struct CirclePage {
    let concern: ConcernDetail
    let circle: [CircleMember]
    let members: [OrganisationSummary]
    let readers: [CircleReader]
    let partnership: PartnershipSummary?
    let today: Day
    let form: Form
    let token: String
    let notice: String?

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(
            context, section: .concerns, title: "Who sees \(concern.reference)", problems: form.problems, notice: notice
        ) {
            Breadcrumbs(
                [("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Who sees it")
            PageHeading("Who sees this concern?") { "\(concern.reference) · every opening is in the journal" }
            agreement
            DataTable(
                "Organisations that see this concern", columns: columns(context), rows: rows(context, links),
                empty: "Only the coordinator sees this concern.")
            removed
            if context.viewer.isCoordinator { add(context, links) }
        }.markup
    }

    @MarkupBuilder private var agreement: Markup {
        if let partnership, !partnership.sharingAgreement.isEmpty {
            InsetText {
                p {
                    "Shared under \(partnership.sharingAgreement)"
                    if let until = partnership.agreementValidUntil {
                        until < today ? ", which lapsed on \(until.text)" : ", in force until \(until.text)"
                    }
                    ". The coordinator sees every concern of the partnership."
                }
            }
        } else {
            WarningText { "No sharing agreement is on record, so nobody can be added." }
        }
    }

    private func columns(_ context: SignedIn) -> [DataTable.Column] {
        var columns: [DataTable.Column] = [
            .init("Organisation", .rowHeading), .init("People who see it"), .init("What it sees"),
            .init("Since", .unbroken), .init("Why"),
        ]
        if context.viewer.isCoordinator { columns.append(.init("Do", isHeadingShown: false)) }
        return columns
    }

    private func rows(_ context: SignedIn, _ links: ConcernLinks) -> [[Markup]] {
        circle.filter(\.isCurrent).map { member in
            var row: [Markup] = [
                .text(member.name), .text(names(of: member.organisation).joined(separator: ", ")),
                .text(Self.sight(member)), .text(member.addedAt.day.text), .text(member.basis),
            ]
            if context.viewer.isCoordinator { row.append(change(member, context, links)) }
            return row
        }
    }

    private static func sight(_ member: CircleMember) -> String {
        var parts = ["The concern and its own answers"]
        if member.seesAnswers { parts.append("what the other agencies answered") }
        if member.seesVictims { parts.append("the victims strand") }
        return parts.joined(separator: ", ")
    }

    private func names(of organisation: ID<Organisation>) -> [String] {
        readers.filter { $0.organisation == organisation }.map(\.name)
    }

    private func change(_ member: CircleMember, _ context: SignedIn, _ links: ConcernLinks) -> Markup {
        let name = member.organisation.text
        let isMine = form.value("organisation") == name
        return Details("Change or remove", isOpen: isMine) {
            FormTag(context, action: links.circle(concern.id), token: "\(token)-\(name)") {
                HiddenInput(name: "organisation", value: name)
                sight(
                    id: "-\(name)", isEnforcement: member.isEnforcement, answers: member.seesAnswers,
                    victims: member.seesVictims, keeps: isMine)
                Actions {
                    Button("Save what \(member.name) sees", .second, name: "step", value: "change")
                    Button("Remove \(member.name)", .danger, name: "step", value: "remove")
                }
                p(.class("soft")) {
                    """
                    Removing ends what it sees with its next request. It comes off the strands, questions to it no longer \
                    wait, and its open tasks pass to you..
                    """
                }
            }
        }.markup
    }

    /// What an organisation is to see. The fields of every row have names of their own, so that labels stay apart.
    @MarkupBuilder private func sight(id: String, isEnforcement: Bool, answers: Bool, victims: Bool, keeps: Bool) -> Markup {
        let reason = isEnforcement ? "Reason, where it sees the victims strand or is removed" : "Reason, where it is removed"
        TickBox(
            "Sees what the other agencies answered", name: "sees_answers\(id)",
            isTicked: keeps ? form.isChosen("sees_answers\(id)", "yes") : answers)
        TickBox(
            "Sees the victims strand", name: "sees_victims\(id)",
            isTicked: keeps ? form.isChosen("sees_victims\(id)", "yes") : victims,
            hint: isEnforcement
                ? "An enforcement organisation does not see it unless there is a reason, which is written down" : nil)
        TextInput(
            reason, name: "reason\(id)", value: keeps ? form.value("reason\(id)") : "",
            problem: keeps ? form.problem("reason\(id)") : nil, width: .full)
    }

    @MarkupBuilder private var removed: Markup {
        let gone = circle.filter { !$0.isCurrent }
        if !gone.isEmpty {
            Details("No longer see it (\(gone.count))") {
                ul {
                    for member in gone {
                        li { "\(member.name), until \(member.removedAt?.text ?? ""). \(member.basis)" }
                    }
                }
            }
        }
    }

    private func add(_ context: SignedIn, _ links: ConcernLinks) -> Markup {
        let present = Set(circle.filter(\.isCurrent).map(\.organisation))
        let others = members.filter { !present.contains($0.id) }
        let isMine = form.value("step") == "add"
        return Card("Share it with another organisation", id: "add") {
            if others.isEmpty {
                p { "Every member of the partnership sees this concern." }
            } else {
                FormTag(context, action: links.circle(concern.id), token: token) {
                    HiddenInput(name: "step", value: "add")
                    Radios(
                        "Which organisation?", name: "organisation", choices: others.map(choice),
                        chosen: isMine ? form.value("organisation") : nil,
                        hint: "Below each name: the people who will see this concern from now on",
                        problem: isMine ? form.problem("organisation") : nil, layout: .list)
                    sight(id: "", isEnforcement: true, answers: false, victims: false, keeps: isMine)
                    Actions { Button("Share the concern") }
                }
            }
        }.markup
    }

    private func choice(_ member: OrganisationSummary) -> Choice {
        let names = names(of: member.id)
        let hint =
            switch names.count {
            case 0: "Nobody there has an account with which they would see it yet"
            case 1: "This person will see it: \(names[0])"
            default: "These \(names.count) people will see it: \(names.joined(separator: ", "))"
            }
        return Choice(member.id.text, member.name, hint: hint)
    }
}
