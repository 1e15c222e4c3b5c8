import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Two concerns side by side, and what can be decided of them.
struct ComparePage {
    let concern: ConcernDetail
    let other: ConcernDetail
    let reasons: [String]
    let areApart: Bool
    /// Who would newly see the other concern after a join.
    let newcomers: [CircleMember]
    let readers: [CircleReader]
    let lists: CodeLists
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(
            context, section: .concerns, title: "\(concern.reference) beside \(other.reference)", problems: form.problems
        ) {
            Breadcrumbs(
                [("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Side by side")
            PageHeading("Is it the same?") {
                reasons.isEmpty ? "The two concerns side by side" : "Found because of: \(reasons.joined(separator: ", "))"
            }
            DataTable(
                "The two concerns side by side",
                columns: [.init("Field", .rowHeading), .init(concern.reference), .init(other.reference)],
                rows: rows(links))
            if context.viewer.isCoordinator { decisions(context, links) }
        }.markup
    }

    private func rows(_ links: ConcernLinks) -> [[Markup]] {
        func row(_ label: String, _ value: (ConcernDetail) -> String) -> [Markup] {
            let (mine, theirs) = (value(concern), value(other))
            let isSame = !mine.isEmpty && FoldedText(mine) == FoldedText(theirs)
            return [heading(label), cell(mine, isSame), cell(theirs, isSame)]
        }
        return [
            [
                heading("Concern"), a(.href(links.concern(concern.id))) { concern.reference },
                a(.href(links.concern(other.id))) { other.reference },
            ],
            row("Stage") { $0.status.label }, row("Received") { $0.receivedOn.text },
            row("Raised by") { $0.sourceOrganisationName ?? lists["concern_source"].label($0.source) },
            row("Type of location") { lists["location_type"].label($0.locationType) }, row("Address") { $0.place },
            row("Postcode") { $0.postcode }, row("Town") { $0.town ?? "" }, row("They live") { $0.residence },
            row("What was seen") { $0.seen.isEmpty ? $0.summary : $0.seen }, row("What is inferred") { $0.inferred },
            row("When") { $0.happensWhen },
            row("Exploitation") { $0.exploitation.map { lists["exploitation_type"].label($0) }.joined(separator: ", ") },
            row("Nationality") { lists["nationality"].label($0.nationality) },
            row("People") { $0.peopleCount.map { "\($0)" } ?? "" },
            mentioned("Telephones", "phone"), mentioned("Vehicles", "vehicle"),
            row("People mentioned") { mentions("person", $0) },
        ]
    }

    /// What is mentioned on both sides, and whether any of it is the same, however it is written.
    private func mentioned(_ label: String, _ kind: String) -> [Markup] {
        func keys(_ concern: ConcernDetail) -> Set<String> {
            Set(concern.mentions.filter { $0.kind == kind && !$0.valueKey.isEmpty }.map(\.valueKey))
        }
        let isSame = !keys(concern).isDisjoint(with: keys(other))
        return [heading(label), cell(mentions(kind, concern), isSame), cell(mentions(kind, other), isSame)]
    }

    private func heading(_ label: String) -> Markup { span(.class("nowrap")) { label } }

    private func mentions(_ kind: String, _ concern: ConcernDetail) -> String {
        concern.mentions.filter { $0.kind == kind }.map { mention in
            [mention.value, mention.role, mention.description].filter { !$0.isEmpty }.joined(separator: ", ")
        }.joined(separator: "; ")
    }

    @MarkupBuilder private func cell(_ text: String, _ isSame: Bool) -> Markup {
        if text.isEmpty { span(.class("soft")) { "Not known" } } else { text }
        if isSame {
            " "
            Tag("Same", .warn)
        }
    }

    @MarkupBuilder private func decisions(_ context: SignedIn, _ links: ConcernLinks) -> Markup {
        if areApart { InsetText { p { "Somebody has said that these two are not the same." } } }
        if let obstacle {
            InsetText { p { obstacle } }
        } else {
            join(context, links)
        }
        if !areApart {
            Card("They are not the same") {
                p { "Then neither is shown beside the other again." }
                FormTag(context, action: links.keepApart(concern.id, other.id), token: "\(token)-apart") {
                    Button("Not the same", .second)
                }
            }
        }
    }

    /// Why the two cannot be joined as they are; nil where they can.
    private var obstacle: String? {
        JoinConcern.problems(concern, into: other, newcomers: [], confirmed: []).first.map { "\($0.message)." }
    }

    private func join(_ context: SignedIn, _ links: ConcernLinks) -> Markup {
        Card("They are the same") {
            p {
                """
                \(concern.reference) is joined to \(other.reference), which goes on. Nothing is deleted: \
                \(concern.reference) keeps everything and leads to \(other.reference).
                """
            }
            FormTag(context, action: links.join(concern.id, other.id), token: token) {
                if newcomers.isEmpty {
                    p { "Nobody new will see \(other.reference)." }
                } else {
                    p { "These organisations see \(concern.reference) and would see \(other.reference) from now on:" }
                    Checkboxes(
                        "Confirm each of them", name: "confirmed", choices: newcomers.map(choice),
                        chosen: form.data.texts("confirmed"), problem: form.problem("confirmed"), layout: .list)
                    p(.class("soft")) {
                        "They will not see what the other agencies answered there, nor its victims strand. Remove an organisation from \(concern.reference) first if it should not see \(other.reference)."
                    }
                }
                Actions {
                    Button("Join \(concern.reference) to \(other.reference)")
                    ButtonLink("Cancel", to: links.concern(concern.id), .second)
                }
            }
        }.markup
    }

    private func choice(_ member: CircleMember) -> Choice {
        let names = readers.filter { $0.organisation == member.organisation }.map(\.name)
        return Choice(
            member.organisation.text, member.name,
            hint: names.isEmpty ? "Nobody there has an account yet" : names.joined(separator: ", "))
    }
}
