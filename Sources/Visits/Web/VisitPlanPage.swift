import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The form of a plan, for a new visit and for changing one.
struct VisitPlanPage {
    let form: Form
    let choices: PlanningChoices
    /// The visit that is changed; nil for a new one.
    let visit: VisitDetail?
    let advice: PowersAdvice?
    let lists: CodeLists
    let isDraft: Bool
    let conflict: ConflictCard?
    let token: String

    static let draft = "plan-visit"

    func markup(_ context: SignedIn) -> Markup {
        let links = VisitLinks(context.place.slug)
        let name = visit.map { "Change the plan of \($0.reference)" } ?? "Plan a visit"
        let action = visit.map { links.plan($0.id) } ?? links.new
        let saving: [Attribute] =
            visit == nil
            ? [
                DraftSaving.attributes(
                    key: "\(context.place.slug)-\(VisitPlanPage.draft)",
                    to: PageLinks.draft(context.place.slug, form: VisitPlanPage.draft))
            ] : []
        return SignedInPage(
            context, section: .visits, title: name, problems: form.problems, scripts: visit == nil ? [.drafts] : []
        ) {
            Breadcrumbs([("Visits", links.list)], current: name)
            PageHeading(name) { "Only the purpose, the date, the place and its type are needed to begin with." }
            if isDraft { DraftNotice(draft: VisitPlanPage.draft, back: links.new).markup(context, token: token) }
            conflict
            FormTag(
                context, action: action, token: token, version: form.data.version ?? visit?.version, attributes: saving
            ) {
                what
                agencies
                powers
                safety
                if visit == nil { DraftSaving.status }
                Actions {
                    Button(visit == nil ? "Plan the visit" : "Save the plan", name: "do", value: "save")
                    Button("Check powers", .second, name: "do", value: "check")
                    ButtonLink("Cancel", to: visit.map { links.visit($0.id) } ?? links.list, .second)
                }
            }
        }.markup
    }

    // MARK: What, when and where

    private var what: Markup {
        Card("What, when and where") {
            if visit == nil {
                text(
                    "Concern", "concern", hint: "Its reference. Leave it empty for a preventive visit.",
                    list: "concerns")
                datalist(.id("concerns")) {
                    for concern in choices.openConcerns {
                        option(.value(concern.reference)) { concern.place }
                    }
                }
            } else if let concern = choices.concern {
                p { "For concern \(concern.reference)" }
            }
            text(
                "Purpose", "purpose", hint: "Choose one, or write your own: it is added to the partnership's list",
                list: "purposes")
            datalist(.id("purposes")) {
                for label in purposes { option(.value(label)) {} }
            }
            DateInput(
                "Date", name: "visited_on",
                value: .init(
                    day: form.value("visited_on-day"), month: form.value("visited_on-month"),
                    year: form.value("visited_on-year")), hint: "For example 8 2 2020",
                problem: form.problem("visited_on"))
            TimeInput(
                "Time", name: "starts_at", value: form.value("starts_at"), hint: "24 hours, for example 05:30",
                problem: form.problem("starts_at"))
            text("Place", "place", hint: "Address or description", width: .full)
            text("Postcode", "postcode", width: .short)
            select("Type of location", "location_type", lists["location_type"].current(on: choices.ground.today))
            Select(
                "Town", name: "town", choices: choices.ground.towns.map { Choice($0.id.text, $0.label) },
                chosen: form.value("town"), prompt: "Not known",
                hint: "For a visit from a concern, the concern's town counts", problem: form.problem("town"))
            Radios(
                "Who is expected to be there?", name: "occupancy",
                choices: Occupancy.allCases.map { Choice($0.rawValue, $0.label) }, chosen: form.value("occupancy"),
                hint: "Where people sleep is a home, whatever else the place is", problem: form.problem("occupancy"))
            TickBox(
                "Somebody is in immediate danger", name: "danger", isTicked: form.isChosen("danger", "yes"),
                hint: "Call 999 first. Police lead then.")
        }.markup
    }

    private var purposes: [String] {
        let own = choices.ground.purposes.map(\.label)
        let known = Set(own.map { FoldedText($0) })
        return own + lists["visit_purpose"].values.map(\.label).filter { !known.contains(FoldedText($0)) }
    }

    // MARK: Agencies and powers

    private var agencies: Markup {
        let chosen = form.data.texts("agencies")
        return Card("Agencies") {
            Checkboxes(
                "Who comes?", name: "agencies", choices: choices.ground.members.map { Choice($0.id.text, $0.name) },
                chosen: chosen, hint: "Check the powers to give each one its role", problem: form.problem("agencies"))
            for member in choices.ground.members where chosen.contains(member.id.text) { role(of: member) }
        }.markup
    }

    private func role(of member: PowersAdvice.Agency) -> Markup {
        let powers = choices.ground.powers.powers(of: member.kind, on: day).filter(\.isPower)
        return fieldset(.class("field")) {
            legend { member.name }
            div(.class("pair")) {
                Select(
                    "Role of \(member.name)", name: "role-\(member.id)", choices: choice(lists["visit_role"]),
                    chosen: form.value("role-\(member.id)"), prompt: "Open")
                TextInput(
                    "Officers from \(member.name)", name: "officers-\(member.id)",
                    value: form.value("officers-\(member.id)"), kind: .digits, width: .short, autocomplete: "off")
            }
            if !powers.isEmpty {
                Select(
                    "Power that \(member.name) means to use", name: "power-\(member.id)",
                    choices: powers.map { Choice($0.code, $0.statute) }, chosen: form.value("power-\(member.id)"),
                    prompt: "None")
            }
        }
    }

    private var powers: Markup {
        let chosen = form.data.texts("agencies")
        let members = choices.ground.members.filter { chosen.contains($0.id.text) }
        return Card("Who leads, and by what power", id: "powers") {
            if let advice {
                PowersAdviceView(advice: advice)
            } else {
                p(.class("soft")) {
                    "Choose the type of location and the agencies, then check the powers: who may enter, who should lead, "
                    "and whether notice or a warrant is needed."
                }
            }
            Actions { Button("Check powers", .second, name: "do", value: "check") }
            Select(
                "Lead agency", name: "lead", choices: members.map { Choice($0.id.text, $0.name) },
                chosen: form.value("lead"), prompt: "Not chosen yet", hint: "Choose the agencies first",
                problem: form.problem("lead"))
            area("Reason for the lead", "lead_reason", lines: 3, hint: "Which power, and why it fits the purpose")
            area(
                "Notice", "notice", lines: 2, hint: "When it was given and to whom, or why none is needed")
            area(
                "Warrant", "warrant", lines: 2,
                hint: "Court, date and number, or the consent by which the place is entered without one")
        }.markup
    }

    // MARK: Safety

    private var safety: Markup {
        Card("Safety and the people met") {
            Radios(
                "Risk", name: "risk_level",
                choices: RiskLevel.allCases.dropFirst().map { Choice($0.rawValue, $0.label) },
                chosen: form.value("risk_level"), problem: form.problem("risk_level"))
            area(
                "Risks, and what is done about them", "risks", lines: 5,
                hint: "The building, weapons, dogs, who controls the place, press, the safety of those who go")
            text("Safety officer", "safety_officer", hint: "Who decides on the day whether it is safe to go on")
            text(
                "Interpreters", "interpreters", hint: "Languages, and who comes. Never somebody who works there.",
                width: .full)
            area(
                "Where people who are met are received", "reception", lines: 3, hint: receptionHint)
            if isReceptionKept {
                TickBox(
                    "No place is named any longer", name: "reception_removed",
                    isTicked: form.isChosen("reception_removed", "yes"), hint: "The place that is kept is destroyed")
            }
            text("Meeting point", "meeting_point", hint: "Where the team meets before the visit", width: .full)
            area(
                "Briefing", "briefing", lines: 6,
                hint: "For everybody who goes. No names of people who may be victims.")
        }.markup
    }

    private var isReceptionKept: Bool { visit?.isReceptionNamed == true }

    private var receptionHint: String {
        isReceptionKept
            ? "A place is kept sealed. Leave this empty to keep it."
            : "The place, who runs it, food, medical help, a room to talk in private. Kept sealed: each opening is recorded."
    }

    // MARK: Fields

    private var day: Day { form.data.date("visited_on").day ?? choices.ground.today }

    private func choice(_ list: CodeList) -> [Choice] {
        list.current(on: choices.ground.today).map { Choice($0.code, $0.label) }
    }

    private func text(
        _ label: String, _ name: String, hint: String? = nil, width: FieldWidth = .long, list: String? = nil
    ) -> TextInput {
        TextInput(
            label, name: name, value: form.value(name), hint: hint, problem: form.problem(name), width: width,
            autocomplete: "off", attributes: [.attribute("list", list)])
    }

    private func area(_ label: String, _ name: String, lines: Int, hint: String) -> TextArea {
        TextArea(
            label, name: name, value: form.value(name), hint: hint, problem: form.problem(name), lines: lines)
    }

    private func select(_ label: String, _ name: String, _ values: [CodeValue]) -> Select {
        Select(
            label, name: name, choices: values.map { Choice($0.code, $0.label) }, chosen: form.value(name),
            problem: form.problem(name))
    }
}
