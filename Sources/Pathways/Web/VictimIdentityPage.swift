import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Who somebody is: asked for with a purpose, shown, and changed.
struct VictimIdentityPage {
    let victim: VictimDetail
    let form: Form
    /// Whether the seal is open: then the form holds what lies under it.
    let isOpen: Bool
    let lists: CodeLists
    let today: Day
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "Who they are, \(victim.reference)", problems: form.problems, layout: .narrow
        ) {
            Breadcrumbs([("Pathways", links.list), (victim.reference, links.victim(victim.id))], current: "Who they are")
            PageHeading("Who they are") { "Sealed. Opening it is recorded with your name and the purpose." }
            if isOpen {
                FormTag(
                    context, action: links.identity(victim.id), token: token, version: form.data.version ?? victim.version
                ) {
                    HiddenInput(name: "step", value: "keep")
                    VictimQuestions(form: form, lists: lists, towns: [], today: today).identity
                    Actions {
                        Button("Seal it")
                        ButtonLink("Close without a change", to: links.victim(victim.id), .second)
                    }
                }
            } else {
                FormTag(context, action: links.identity(victim.id), token: token) {
                    HiddenInput(name: "step", value: "open")
                    TextInput(
                        "What do you need it for?", name: "purpose", value: form.value("purpose"),
                        hint: victim.hasIdentity
                            ? "For example: to write the referral that they agreed to"
                            : "Nothing is written down yet. For example: they told me their name today",
                        problem: form.problem("purpose"), autocomplete: "off")
                    Actions {
                        Button(victim.hasIdentity ? "Open the seal" : "Write it down")
                        ButtonLink("Cancel", to: links.victim(victim.id), .second)
                    }
                }
            }
        }.markup
    }

    /// What the questions are called, for two people who change them at once.
    static let labels: [StaleEditPage.Label] = [
        .init("first_name", "First names"), .init("last_name", "Last names"), .init("other_names", "Other names"),
        .init(["born_on-day", "born_on-month", "born_on-year"], "Date of birth"),
        .init("home_office_reference", "Home Office reference"),
    ]

    /// The fields of a form that says this.
    static func data(of identity: VictimIdentity) -> FormData {
        var fields = [
            ("first_name", identity.firstName), ("last_name", identity.lastName), ("other_names", identity.otherNames),
            ("home_office_reference", identity.homeOfficeReference),
        ]
        if let (year, month, day) = identity.bornOn?.parts {
            fields += [("born_on-day", "\(day)"), ("born_on-month", "\(month)"), ("born_on-year", "\(year)")]
        }
        return FormData(fields: fields)
    }
}
