import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// What the form offers to choose from.
struct ConcernChoices: Sendable {
    let towns: [TermSummary]
    let wards: [TermSummary]
    let members: [OrganisationSummary]
    let lists: CodeLists
    let indicators: IndicatorCatalogue
    let today: Day

    func choices(_ list: String) -> [Choice] {
        lists[list].current(on: today).map { Choice($0.code, $0.label) }
    }
}

extension QuerySurface {
    func concernChoices(of partnership: ID<Partnership>, desk: ConcernDesk, today: Day) throws -> ConcernChoices {
        ConcernChoices(
            towns: try terms(of: partnership, kind: "town"), wards: try terms(of: partnership, kind: "ward"),
            members: try members(of: partnership), lists: desk.lists, indicators: desk.indicators, today: today)
    }
}

/// The fields of a concern, for the agency form, the telephone log and later changes. What is seen stands apart from
/// what is inferred; where people work apart from where they live.
struct ConcernFields: Component {
    let form: Form
    let choices: ConcernChoices
    let isCall: Bool

    var markup: Markup {
        Markup {
            danger
            seen
            place
            people
            indicators
            reporter
        }
    }

    /// The fields by whose values other records are found; an address and its postcode together.
    static let lookedUp =
        [["place", "postcode"], ["residence"]] + (1...3).map { ["person_\($0)_name"] } + (1...3).map { ["phone_\($0)_value"] }
        + (1...2).map { ["vehicle_\($0)_value"] }

    private func text(
        _ label: String, _ name: String, hint: String? = nil, kind: TextInput.Kind = .text,
        width: FieldWidth = .long, autocomplete: StaticString? = "off"
    ) -> TextInput {
        TextInput(
            label, name: name, value: form.value(name), hint: hint, problem: form.problem(name), kind: kind, width: width,
            autocomplete: autocomplete)
    }

    private func select(_ label: String, _ name: String, _ list: [Choice], prompt: String = "Choose one", hint: String? = nil)
        -> Select
    {
        Select(
            label, name: name, choices: list, chosen: form.value(name), prompt: prompt, hint: hint,
            problem: form.problem(name))
    }

    private var danger: Markup {
        Card("Is anybody in danger now?") {
            TickBox(
                "Somebody is in immediate danger", name: "immediate_danger",
                isTicked: form.isChosen("immediate_danger", "yes"),
                hint: "Call 999 first. Then note the police incident number here: the concern goes to the top of everybody’s list.",
                problem: form.problem("immediate_danger"))
            text("Police incident number", "police_incident", hint: "Only where the police were told", width: .medium)
        }.markup
    }

    private var seen: Markup {
        Card("What was seen") {
            TextArea(
                "What was seen or heard", name: "seen", value: form.value("seen"),
                hint: isCall
                    ? "In the caller’s own words. Put names into their own fields below, not here."
                    : "Only what somebody saw or heard. Put names into their own fields below, not here.",
                problem: form.problem("seen"), lines: 6)
            TextArea(
                "What you infer from it", name: "inferred", value: form.value("inferred"),
                hint: "What you think it means, and why. Leave it empty if you do not know.",
                problem: form.problem("inferred"), lines: 3)
            text("In one line", "summary", hint: "What a list should say, without names", width: .full)
            text("When does it happen?", "happens_when", hint: "For instance: weekdays before five, first noticed in November")
            select("How does the reporter know?", "how_known", choices.choices("way_of_knowing"), prompt: "Not said")
            DateInput(
                "When were you told?", name: "received_on",
                value: .init(
                    day: form.value("received_on-day"), month: form.value("received_on-month"),
                    year: form.value("received_on-year")),
                hint: "Leave it empty for today", problem: form.problem("received_on"))
            Checkboxes(
                "What kind of exploitation might it be?", name: "exploitation",
                choices: choices.choices("exploitation_type"), chosen: form.data.texts("exploitation"),
                hint: "Choose all that may apply", problem: form.problem("exploitation"))
        }.markup
    }

    private var place: Markup {
        Markup {
            Card("Where it happens") {
                select("Type of location", "location_type", choices.choices("location_type"))
                text("Address or description", "place", hint: "Street and number, or how to find it", width: .full)
                text("Postcode", "postcode", width: .short)
                select("Town", "town", choices.towns.map { Choice($0.id.text, $0.label) }, prompt: "Not known")
                select("Ward", "ward", choices.wards.map { Choice($0.id.text, $0.label) }, prompt: "Not known")
            }
            Card("Where the people live") {
                text(
                    "Address where they live", "residence",
                    hint: "Where people live and where they work are often two places", width: .full)
                select(
                    "Town where they live", "residence_town", choices.towns.map { Choice($0.id.text, $0.label) },
                    prompt: "Not known")
            }
        }
    }

    private var people: Markup {
        Markup {
            Card("Who") {
                text("How many people?", "people_count", hint: "As far as known", kind: .digits, width: .short)
                Radios(
                    "Are there children?", name: "children_present",
                    choices: [Choice("yes", "Yes"), Choice("no", "No"), Choice("unknown", "Not known")],
                    chosen: form.value("children_present"), problem: form.problem("children_present"))
                select("Nationality of the people concerned", "nationality", choices.choices("nationality"), prompt: "Not known")
                for row in 1...3 { person(row) }
            }
            Card("Telephones and vehicles") {
                for row in 1...3 {
                    div(.class("pair")) {
                        text("Telephone number \(row)", "phone_\(row)_value", kind: .telephone, width: .medium)
                        text("Whose, or where it was seen", "phone_\(row)_description")
                    }
                }
                for row in 1...2 {
                    div(.class("pair")) {
                        text("Registration mark \(row)", "vehicle_\(row)_value", width: .medium)
                        text("Make, colour, how it is used", "vehicle_\(row)_description")
                    }
                }
            }
        }
    }

    private func person(_ row: Int) -> Markup {
        Details("Person \(row)", isOpen: !form.value("person_\(row)_description").isEmpty || !form.value("person_\(row)_name").isEmpty) {
            Select(
                "Who they seem to be", name: "person_\(row)_role",
                choices: ["Potential victim", "Suspected offender", "Witness", "Family or child", "Somebody else"].map {
                    Choice($0, $0)
                }, chosen: form.value("person_\(row)_role"), prompt: "Not known")
            text("Description", "person_\(row)_description", hint: "Age, looks, language; not the name", width: .full)
            text(
                "Name, if known", "person_\(row)_name",
                hint: "Kept sealed: only those whose task needs it can open it, and each opening is recorded")
        }.markup
    }

    private var indicators: Markup {
        Card("What was noticed") {
            p(.class("soft")) { "Tick only what somebody saw or was told. The list is a help, not a test." }
            for set in choices.lists["indicator_set"].values {
                let entries = choices.indicators.entries(ofSet: set.code)
                let chosen = form.data.texts("indicators")
                Details(set.label, isOpen: entries.contains { chosen.contains($0.code) }) {
                    Checkboxes(
                        "\(set.label): what was noticed", name: "indicators",
                        choices: entries.map { Choice($0.code, $0.text) }, chosen: chosen, layout: .list)
                }
            }
        }.markup
    }

    private var reporter: Markup {
        Card(isCall ? "The caller" : "Who told you") {
            select("From whom did the concern come?", "source", choices.choices("concern_source"))
            select(
                "Which member, if it was one", "source_organisation",
                choices.members.map { Choice($0.id.text, $0.name) }, prompt: "None")
            text("Name of the reporter", "reporter_name", hint: "Only where they gave it. Kept sealed.")
            text("How to reach them", "reporter_details", hint: "Kept sealed")
            Radios(
                "May they be contacted?", name: "reporter_contact", choices: [Choice("yes", "Yes"), Choice("no", "No")],
                chosen: form.value("reporter_contact"), problem: form.problem("reporter_contact"))
            select(
                "How is it safe to get in touch?", "reporter_safe_way", choices.choices("safe_contact_way"),
                prompt: "Not said")
        }.markup
    }
}
