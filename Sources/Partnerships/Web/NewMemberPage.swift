import Access
import Design
import HTML
import Kernel
import Web

/// An organisation that is to be admitted: a known one, or a new one.
struct NewMemberPage {
    let context: SignedIn
    let known: [OrganisationSummary]
    let kinds: [CodeValue]
    let form: Form
    let token: String

    private var links: PartnershipLinks { PartnershipLinks(context.place.slug) }

    var markup: Markup {
        SignedInPage(
            context, section: .partnership, title: "Admit an organisation", problems: form.problems, layout: .narrow
        ) {
            BackLink(to: links.start, "Partnership")
            PageHeading("Admit an organisation")
            p { "Its people get their accounts afterwards, under Accounts." }
            FormTag(context, action: links.newMember, token: token) {
                if !known.isEmpty {
                    Select(
                        "Known organisation", name: "known", choices: known.map { Choice($0.id.text, $0.name) },
                        chosen: form.value("known"), prompt: "A new organisation",
                        hint: "Organisations of other partnerships, and those that have left this one",
                        problem: form.problem("known"))
                }
                TextInput(
                    "Name of a new organisation", name: "name", value: form.value("name"),
                    problem: form.problem("name"), width: .long)
                Select(
                    "Kind of a new organisation", name: "kind", choices: kinds.map { Choice($0.code, $0.label) },
                    chosen: form.value("kind"), prompt: "Choose the kind",
                    hint: "It says which powers of entry it has, and whether it counts as enforcement",
                    problem: form.problem("kind"))
                Actions {
                    Button("Admit the organisation")
                    ButtonLink("Leave it", to: links.start, .second)
                }
            }
        }.markup
    }
}

/// Before an organisation is taken out: what it means.
struct ReleasePage {
    let context: SignedIn
    let member: PartnershipMember
    let form: Form
    let token: String

    private var links: PartnershipLinks { PartnershipLinks(context.place.slug) }

    var markup: Markup {
        SignedInPage(
            context, section: .partnership, title: "An organisation leaves", problems: form.problems, layout: .narrow
        ) {
            BackLink(to: links.start, "Partnership")
            PageHeading("\(member.organisation.name) leaves")
            WarningText { consequence }
            p { "What it recorded stays on the record. It can be admitted again." }
            p { "Tell the coordinators first: questions and tasks that wait for it are not given to anybody else." }
            FormTag(context, action: links.release(member.organisation.id), token: token) {
                Actions {
                    Button("Take it out of \(context.place.name)", .danger)
                    ButtonLink("Leave it in", to: links.start, .second)
                }
            }
        }.markup
    }

    private var consequence: String {
        let name = member.organisation.name
        return switch member.people {
        case 0: "Nobody of \(name) has an account here. It is no longer asked, and no account can be made for it."
        case 1: "The one person of \(name) who works here has no access from the next page on, nor has any program of theirs."
        default:
            "The \(member.people) people of \(name) who work here have no access from their next page on, nor have their "
                + "programs."
        }
    }
}
