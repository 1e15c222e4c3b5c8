import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// What somebody told: read by everybody who helps, written down once, and added to.
struct AccountsPage {
    let victim: VictimDetail
    let lines: [AccountLine]
    /// The words of each line, once they are opened.
    let opened: [OpenedAccount]?
    let form: Form
    let lists: CodeLists
    let today: Day
    let token: String

    static func draft(_ victim: ID<PotentialVictim>) -> String { "pathway-account-\(victim.text)" }

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "What they told, \(victim.reference)", problems: form.problems,
            scripts: [.drafts]
        ) {
            Breadcrumbs([("Pathways", links.list), (victim.reference, links.victim(victim.id))], current: "What they told")
            PageHeading("What they told") { "Told once and used by everybody who helps. Read it before you ask anything." }
            if !lines.isEmpty { earlier(context, links) }
            writing(context, links)
        }.markup
    }

    @MarkupBuilder private func earlier(_ context: SignedIn, _ links: PathwayLinks) -> Markup {
        if let opened {
            for (line, words) in zip(lines, opened) {
                Card(line.heading) {
                    WrittenText(words.words)
                    if !words.circumstances.isEmpty {
                        h3 { "How it was told" }
                        WrittenText(words.circumstances)
                    }
                }
            }
        } else {
            Card(lines.count == 1 ? "One account is written down" : "\(lines.count) accounts are written down") {
                ul(.class("plain")) { for line in lines { li { line.heading } } }
                FormTag(context, action: links.accounts(victim.id), token: token) {
                    HiddenInput(name: "step", value: "open")
                    Actions { Button("Open and read", .second) }
                }
                p(.class("soft")) { "That you opened it is recorded." }
            }
        }
    }

    private func writing(_ context: SignedIn, _ links: PathwayLinks) -> Markup {
        let draft = AccountsPage.draft(victim.id)
        return Card(lines.isEmpty ? "Write it down" : "Add what was told since", id: "write") {
            FormTag(
                context, action: links.accounts(victim.id), token: token,
                attributes: [
                    DraftSaving.attributes(
                        key: "\(context.place.slug)-\(draft)", to: PageLinks.draft(context.place.slug, form: draft))
                ]
            ) {
                HiddenInput(name: "step", value: "write")
                DateInput(
                    "When was it told?", name: "taken_on",
                    value: .init(
                        day: form.value("taken_on-day"), month: form.value("taken_on-month"), year: form.value("taken_on-year")),
                    problem: form.problem("taken_on"))
                Radios(
                    "Who told it?", name: "source", choices: AccountSource.allCases.map { Choice($0.rawValue, $0.label) },
                    chosen: form.value("source"), problem: form.problem("source"))
                TextArea(
                    "In their own words", name: "words", value: form.value("words"),
                    hint:
                        "In the order in which it happened, with dates as near as they know them. Say what is theirs and what you conclude.",
                    problem: form.problem("words"), lines: 14)
                TextArea(
                    "How it was told", name: "circumstances", value: form.value("circumstances"),
                    hint: "Where, who was there, breaks, how they were",
                    problem: form.problem("circumstances"), lines: 4)
                Select(
                    "Language", name: "language",
                    choices: lists["language"].current(on: today).map { Choice($0.code, $0.label) },
                    chosen: form.value("language"), prompt: "Not noted", problem: form.problem("language"))
                TextInput(
                    "Interpreter", name: "interpreter", value: form.value("interpreter"), hint: "The service and number",
                    problem: form.problem("interpreter"), autocomplete: "off")
                DraftSaving.status
                Actions {
                    Button("Seal it")
                    ButtonLink("Cancel", to: links.victim(victim.id), .second)
                }
            }
        }.markup
    }

    static func draft(_ data: FormData) -> WriteAccount.Draft {
        WriteAccount.Draft(
            takenOn: data.date("taken_on").day, source: AccountSource(rawValue: data.text("source")),
            language: data.text("language"), interpreter: data.text("interpreter"), words: data.text("words"),
            circumstances: data.text("circumstances"))
    }
}

extension AccountLine {
    /// "17 May 2019 · told by themselves, to Dora Pike, Safe Harbour".
    var heading: String { "\(takenOn.text) · \(source.label.lowercased()), to \(personName), \(organisationName)" }
}
