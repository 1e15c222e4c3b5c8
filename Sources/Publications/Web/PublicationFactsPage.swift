import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Begins a publication, or changes what it is about.
struct PublicationFactsPage {
    let form: Form
    /// Nil for a new one.
    let publication: PublicationDetail?
    let towns: [TermSummary]
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PublicationLinks(context.place.slug)
        let action = publication.map { links.change($0.id) } ?? links.new
        let version = publication.map { form.data.version ?? $0.version }
        let heading = publication == nil ? "Begin a publication" : "Title and days"
        return SignedInPage(context, section: .publications, title: heading, problems: form.problems, layout: .narrow) {
            Breadcrumbs(
                [("Publications", links.list)] + (publication.map { [($0.facts.title, links.publication($0.id))] } ?? []), current: heading)
            PageHeading(heading) {
                if publication == nil { "It begins with the sections of its kind. Sections can be added, moved and removed." }
            }
            FormTag(context, action: action, token: token, version: version) {
                if let publication {
                    HiddenInput(name: FormData.baseField, value: form.base(PublicationForm.data(of: publication)))
                } else {
                    Radios(
                        "What kind of document is it?", name: "kind",
                        choices: PublicationKind.allCases.map { Choice($0.rawValue, $0.label, hint: $0.hint) }, chosen: form.value("kind"),
                        problem: form.problem("kind"), layout: .list)
                }
                if publication?.facts.kind.isAboutTown ?? !towns.isEmpty {
                    Select(
                        "Which town?", name: "town", choices: towns.map { Choice($0.id.text, $0.label) }, chosen: form.value("town"),
                        prompt: "None", hint: publication == nil ? "Only for a town profile" : nil, problem: form.problem("town"))
                }
                TextInput(
                    "Title", name: "title", value: form.value("title"), hint: "As it stands on the cover: Annual report 2019/20",
                    problem: form.problem("title"))
                date("First day", "first")
                date("Last day", "last")
                if let publication, publication.edition > 1 {
                    FigureChoiceQuestion(form: form).markup
                }
                Actions {
                    Button(publication == nil ? "Begin" : "Save")
                    ButtonLink("Cancel", to: publication.map { links.publication($0.id) } ?? links.list, .second)
                }
            }
        }.markup
    }

    private func date(_ label: String, _ name: String) -> DateInput {
        DateInput(
            label, name: name,
            value: .init(day: form.value("\(name)-day"), month: form.value("\(name)-month"), year: form.value("\(name)-year")),
            problem: form.problem(name))
    }
}

/// Which figures a correction has.
struct FigureChoiceQuestion {
    let form: Form

    var markup: Markup {
        Radios(
            "Which figures does the next edition have?", name: "figures",
            choices: [
                Choice("kept", "Those of the edition before", hint: "Words alone are corrected"),
                Choice("live", "Counted again", hint: "Refused where a small change of a figure could point at a person"),
            ], chosen: form.value("figures").isEmpty ? "kept" : form.value("figures"), layout: .list
        ).markup
    }
}
