import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Records an entry of any kind, or changes or ends one.
package struct SupportFormPage {
    let kind: SupportKind
    let victim: VictimDetail
    let circle: [VictimCircleMember]
    /// What the directory offers for this kind.
    let services: [ServiceChoice]
    /// The entry that is changed; nil for a new one.
    let line: SupportLine?
    /// The entry as its form would hold it.
    let stored: FormData
    let form: Form
    let lists: CodeLists
    let today: Day
    let token: String

    private var asked: SupportForm { kind.form }

    static func draft(_ kind: SupportKind, _ victim: ID<PotentialVictim>) -> String { "support-\(kind.rawValue)-\(victim.text)" }

    /// What an unfinished form is called and where it goes on, by the name under which it was saved; nil for other forms.
    package static func unfinished(_ name: some StringProtocol, slug: String) -> (name: String, link: Link)? {
        guard name.hasPrefix("support-"), let victim = ID<PotentialVictim>(String(name.suffix(36))),
            let kind = SupportKind(rawValue: String(name.dropFirst(8).dropLast(37)))
        else { return nil }
        return (kind.form.one.capitalizedFirst, PathwayLinks(slug).newSupport(kind, for: victim))
    }

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        let action = line.map { links.changeSupport($0.id, of: victim.id) } ?? links.newSupport(kind, for: victim.id)
        let back = line.map { links.support($0.id, of: victim.id) } ?? links.support(victim.id)
        let heading = line == nil ? "Record \(asked.one)" : "Change \(asked.one)"
        let saving =
            line == nil
            ? [
                DraftSaving.attributes(
                    key: "\(context.place.slug)-\(SupportFormPage.draft(kind, victim.id))",
                    to: PageLinks.draft(context.place.slug, form: SupportFormPage.draft(kind, victim.id)))
            ] : []
        return SignedInPage(
            context, section: .pathways, title: "\(heading): \(victim.reference)", problems: form.problems,
            scripts: line == nil ? [.drafts] : []
        ) {
            Breadcrumbs(
                [("Pathways", links.list), (victim.reference, links.victim(victim.id)), ("Support", links.support(victim.id))],
                current: heading)
            PageHeading(heading) { asked.purpose }
            if isToBeConfirmed { p { Tag("To be confirmed", .quiet) } }
            if kind == .contact { contactRule }
            FormTag(
                context, action: action, token: token, version: line.map { form.data.version ?? $0.version }, attributes: saving
            ) {
                if line != nil { HiddenInput(name: FormData.baseField, value: form.base(stored)) }
                choices
                days
                doer
                service
                texts
                if line == nil { DraftSaving.status }
                Actions {
                    Button("Save")
                    ButtonLink("Cancel", to: back, .second)
                }
            }
        }.markup
    }

    private var isToBeConfirmed: Bool {
        asked.code.map { code in lists[code.list].values.contains { !$0.isConfirmed } } ?? false
    }

    private var contactRule: Markup {
        Markup {
            InsetText { p { victim.contactRule.label } }
            if !victim.unsafeWays.isEmpty {
                WarningText {
                    "Not safe: "
                        + ContactWay.allCases.filter(victim.unsafeWays.contains).map { $0.label.lowercased() }
                        .joined(separator: ", ")
                }
            }
        }
    }

    // MARK: Codes

    private func codes(_ question: SupportForm.Question) -> [Choice] {
        if kind == .contact, question.name == "code" { return ContactWay.allCases.map { Choice($0.rawValue, $0.label) } }
        let list = lists[question.list]
        let values = list.current(on: today).filter { kind != .guardian || GuardianService.works($0, in: victim.facts.nation) }
        let kept = form.value(question.name)
        let old = list[kept].map { value in values.contains { $0.code == kept } ? [] : [value] } ?? []
        return (values + old).map { Choice($0.code, $0.label, hint: $0.note.isEmpty ? nil : $0.note) }
    }

    @MarkupBuilder private var choices: Markup {
        if let code = asked.code { choice(code) }
        Radios(
            "How does it stand?", name: "status", choices: stages.map { Choice($0.status.rawValue, $0.label) },
            chosen: form.value("status"), problem: form.problem("status"), layout: .list)
        for question in asked.questions { choice(question) }
        if asked.isScored {
            scale("How likely is it?", "likelihood", RiskScore.likelihoods)
            scale("How grave would it be?", "impact", RiskScore.impacts)
        }
    }

    /// Nothing new is entered in error.
    private var stages: [SupportForm.Stage] { asked.stages.filter { line != nil || $0.status != .void } }

    private func choice(_ question: SupportForm.Question) -> Markup {
        let choices = codes(question)
        return Markup {
            if choices.count > 7 {
                Select(
                    question.label, name: question.name, choices: choices, chosen: form.value(question.name),
                    problem: form.problem(question.name))
            } else {
                Radios(
                    question.label, name: question.name, choices: choices, chosen: form.value(question.name),
                    problem: form.problem(question.name), layout: choices.count > 3 ? .list : .grid)
            }
        }
    }

    private func scale(_ label: String, _ name: String, _ words: [String]) -> Markup {
        Radios(
            label, name: name, choices: words.enumerated().map { Choice(String($0 + 1), "\($0 + 1) \($1)") },
            chosen: form.value(name), problem: form.problem(name), layout: .list
        ).markup
    }

    // MARK: Days, people, texts

    @MarkupBuilder private var days: Markup {
        date("starts_on", asked.starts)
        if asked.starts?.isTimed == true { time("starts_at", "At what hour?") }
        date("ends_on", asked.ends)
        if asked.ends?.isTimed == true { time("ends_at", "Found at what hour?") }
        date("done_on", asked.done)
        date("review_on", asked.review)
    }

    @MarkupBuilder private func date(_ name: String, _ date: SupportForm.Date?) -> Markup {
        if let date {
            DateInput(
                date.label, name: name,
                value: .init(
                    day: form.value("\(name)-day"), month: form.value("\(name)-month"), year: form.value("\(name)-year")),
                hint: date.hint, problem: form.problem(name))
        }
    }

    private func time(_ name: String, _ label: String) -> Markup {
        TimeInput(label, name: name, value: form.value(name), hint: "For example 14:30", problem: form.problem(name)).markup
    }

    @MarkupBuilder private var doer: Markup {
        if let label = asked.doer {
            let current = circle.filter { $0.isCurrent || $0.organisation == line?.organisation }
            Select(
                label, name: "organisation", choices: current.map { Choice($0.organisation.text, $0.name) },
                chosen: form.value("organisation"), prompt: "Nobody yet",
                hint: "Only those who work with this person", problem: form.problem("organisation"))
        }
    }

    @MarkupBuilder private var service: Markup {
        if let asked = asked.service {
            Select(
                asked.label, name: "service", choices: services.map { Choice($0.id.text, SupportFormPage.words(of: $0)) },
                chosen: form.value("service"), prompt: "None, or not in the directory",
                hint: "If it is none of these, write the provider into the note", problem: form.problem("service"))
        }
    }

    /// "Larkspur House, 1 place free (told 3 May 2020)"; where nobody is sent, that.
    static func words(of choice: ServiceChoice) -> String {
        if choice.status != .approved { return "\(choice.name) (\(choice.status.label.lowercased()))" }
        guard let free = choice.placesFree, let toldOn = choice.toldOn else { return choice.name }
        let places = free == 0 ? "full" : free == 1 ? "1 place free" : "\(free) places free"
        return "\(choice.name), \(places) (told \(toldOn.text))"
    }

    @MarkupBuilder private var texts: Markup {
        Card("In words") {
            p(.class("soft")) { "Sealed: each time somebody opens it is recorded." }
            for text in asked.texts {
                if text.isLine {
                    TextInput(
                        text.label, name: text.name, value: form.value(text.name), hint: text.hint,
                        problem: form.problem(text.name), autocomplete: "off", attributes: [.spellcheck(false)])
                } else {
                    TextArea(
                        text.label, name: text.name, value: form.value(text.name), hint: text.hint,
                        problem: form.problem(text.name), lines: 4)
                }
            }
            if asked.hasAddress {
                TextInput(
                    "Address", name: "address", value: form.value("address"),
                    hint: line?.hasAddress == true
                        ? "An address is kept sealed. Leave this empty to keep it" : "Sealed apart from the rest",
                    problem: form.problem("address"), autocomplete: "off", attributes: [.spellcheck(false)])
                if line?.hasAddress == true {
                    TickBox(
                        "Destroy the address that is kept", name: "address_removed",
                        isTicked: form.isChosen("address_removed", "yes"))
                }
            }
        }
    }
}
