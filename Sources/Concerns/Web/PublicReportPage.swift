import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The public form: only what was seen has to be filled in.
struct PublicReportPage {
    let partnership: PartnershipSummary
    let towns: [TermSummary]
    let lists: CodeLists
    let today: Day
    let helplines: [HelplineNumber]
    let form: Form
    let secret: String
    let token: String

    var markup: Markup {
        PublicPage(
            title: "Tell us what you saw", problems: form.problems, canExit: true,
            isDemonstration: partnership.isDemonstration
        ) {
            PageHeading("Tell us what you saw") { partnership.name }
            HelplineAdvice(helplines: helplines)
            InsetText {
                p {
                    """
                    You need not give your name. Answer only what you want to answer: the first question is enough. What \
                    you write goes to the partnership’s coordinator, who checks it before anybody else sees it.
                    """
                }
                p { "On a shared telephone or computer, “Exit this page” leaves at once. It does not clear the browser’s history." }
            }
            HTML.form(.method(.post), .action("/report/\(partnership.slug)"), .novalidate) {
                HiddenInput(name: FormFields.secret, value: secret, purpose: .session)
                HiddenInput(name: FormFields.token, value: token, purpose: .entry)
                what
                place
                who
                you
                trap
                Actions { Button("Send what you saw") }
            }
        }.markup
    }

    private func text(
        _ label: String, _ name: String, hint: String? = nil, width: FieldWidth = .long,
        kind: TextInput.Kind = .text
    ) -> TextInput {
        TextInput(
            label, name: name, value: form.value(name), hint: hint, problem: form.problem(name), kind: kind,
            width: width, autocomplete: "off")
    }

    private var what: Markup {
        Markup {
            TextArea(
                "What did you see or hear?", name: "seen", value: form.value("seen"),
                hint: "In your own words, in any language", problem: form.problem("seen"), lines: 7)
            TickBox(
                "Somebody is in danger right now", name: "immediate_danger",
                isTicked: form.isChosen("immediate_danger", "yes"),
                hint: "Call 999 first: this page is not read at every hour", problem: form.problem("immediate_danger"))
        }
    }

    private var place: Markup {
        Markup {
            text("Where was it?", "place", hint: "A street, a shop’s name, or how to find it", width: .full)
            text("Postcode, if you know it", "postcode", width: .short)
            if !towns.isEmpty {
                Select(
                    "Town", name: "town", choices: towns.map { Choice($0.id.text, $0.label) },
                    chosen: form.value("town"), prompt: "Not known", problem: form.problem("town"))
            }
            text("When was it?", "happens_when", hint: "For instance: every morning before six, or last Tuesday", width: .full)
        }
    }

    private var who: Markup {
        Markup {
            TextArea(
                "Who is involved?", name: "person_1_description", value: form.value("person_1_description"),
                hint: "How many people, what they look like, what they do. Up to 500 characters.",
                problem: form.problem("person_1_description"), lines: 3)
            text("A name, if you know one", "person_1_name", hint: "Kept sealed: only few people can open it")
            text("A vehicle’s number plate, if you saw one", "vehicle_1_value", width: .medium)
            Radios(
                "How do you know?", name: "how_known",
                choices: lists["way_of_knowing"].current(on: today).filter { $0.code != "records" }.map {
                    Choice($0.code, Self.spoken($0.code) ?? $0.label)
                }, chosen: form.value("how_known"), problem: form.problem("how_known"), layout: .list)
        }
    }

    /// The ways of knowing as somebody says them of themselves.
    private static func spoken(_ code: String) -> String? {
        switch code {
        case "own-experience": "It is happening to me, or has happened"
        case "saw-or-heard": "I saw or heard it myself"
        case "told-by-person": "The person concerned told me"
        case "told-by-other": "Somebody else told me"
        case "online": "I saw it online"
        case "suspicion": "It is a feeling"
        case "not-said": "I would rather not say"
        default: nil
        }
    }

    private var you: Markup {
        Markup {
            Radios(
                "May we contact you?", name: "reporter_contact",
                choices: [Choice("yes", "Yes"), Choice("no", "No")], chosen: form.value("reporter_contact"),
                hint: "Say yes only if it is safe for you", problem: form.problem("reporter_contact"))
            Select(
                "What is the safest way?", name: "reporter_safe_way",
                choices: lists["safe_contact_way"].current(on: today).filter { $0.code != "do-not-contact" }.map {
                    Choice($0.code, $0.label)
                }, chosen: form.value("reporter_safe_way"), prompt: "No answer", problem: form.problem("reporter_safe_way"))
            text("Your telephone number or email, and when it is safe", "reporter_details", hint: "Kept sealed", width: .full)
            text("Your name, if you want to give it", "reporter_name", hint: "Kept sealed")
        }
    }

    /// A field for machines that fill in everything. Whoever fills it in by mistake sees it and can empty it.
    private var trap: Markup {
        let isFilled = !form.value(PublicReportRoutes.trapField).isEmpty
        return div(.classes("unseen", if: !isFilled), .aria("hidden", isFilled ? nil : "true")) {
            label(.for(PublicReportRoutes.trapField)) { "Leave this empty" }
            input(
                .class("input"), .id(PublicReportRoutes.trapField), .name(PublicReportRoutes.trapField), .type("text"),
                .value(form.value(PublicReportRoutes.trapField)), .autocomplete("off"),
                isFilled ? .none : .tabindex(-1))
        }
    }
}
