import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// One person met, for a phone in one hand. Entries wait in the browser while there is no signal; without script the page
/// works as any other.
struct ScreeningPage {
    let form: Form
    let ground: ScreeningGround
    /// The entry that was just recorded.
    let saved: ScreeningEntry?
    let lists: CodeLists
    let questions: ScreeningQuestions
    let today: Day
    let token: String

    private var visit: VisitDetail { ground.visit }

    func markup(_ context: SignedIn) -> Markup {
        let links = VisitLinks(context.place.slug)
        return SignedInPage(
            context, section: .visits, title: "Screening at visit \(visit.reference)", problems: form.problems,
            notice: saved == nil ? nil : "Saved. \(Words.people(ground.count)) screened at this visit.", layout: .phone,
            scripts: [.offlineScreening]
        ) {
            BackLink(to: links.visit(visit.id), "Visit \(visit.reference)")
            p(.class("soft")) {
                "\(lists["location_type"].label(visit.locationType))\(town), person "
                span(OfflineEntry.entryNumber) { String(ground.count + 1) }
            }
            h1 { "Who did you meet?" }
            if let guidance = saved.flatMap({ ScreeningGuidance($0.answers) }) { alert(guidance) }
            if let obstacle {
                InsetText { obstacle }
            } else {
                OfflineEntry.bar
                afterEntry
                entry(context, links)
                whatThen
            }
        }.markup
    }

    private var town: String { visit.town.map { ", \($0.label)" } ?? "" }

    /// Why nobody can be screened at this visit now.
    private var obstacle: String? {
        if visit.status == .cancelled { return "This visit was called off: nobody can be screened at it." }
        if visit.visitedOn > today {
            return "This visit is on \(visit.visitedOn.text). People can be screened from that day on."
        }
        return nil
    }

    private func alert(_ guidance: ScreeningGuidance, _ heading: String = "What has to happen now.") -> Markup {
        DangerNotice(heading) {
            p { "\(guidance.heading):" }
            ol { for step in guidance.steps { li { step } } }
            Tag("To be confirmed by a practitioner", .quiet)
        }.markup
    }

    /// What the script shows when it has kept an entry that calls for it, with signal or without.
    private var afterEntry: Markup {
        let heading = "What has to happen now, for the last person."
        return Markup {
            div(OfflineEntry.shown(after: "age_group=child&outcome=disclosure")) { alert(.childWhoDiscloses, heading) }
            div(OfflineEntry.shown(after: "age_group=child")) { alert(.child, heading) }
            div(OfflineEntry.shown(after: "outcome=disclosure")) { alert(.disclosure, heading) }
        }
    }

    private func entry(_ context: SignedIn, _ links: VisitLinks) -> Markup {
        let screen = links.screen(visit.id)
        let fields = ScreeningQuestionFields(
            form: form, lists: lists, questions: questions, exploitation: visit.concern?.exploitation ?? [],
            today: today, showsSuggestion: !form.problems.isEmpty)
        return FormTag(
            context, action: screen, token: token,
            attributes: [
                OfflineEntry.attributes(
                    key: visit.id.text, owner: context.person.id.text, accepted: links.visit(visit.id),
                    signIn: PageLinks.signIn.query("return", screen.text), worker: links.screeningWorker(visit.id),
                    scope: screen)
            ]
        ) {
            fields.shared
            fields.own(nameHint: "Only if they give it freely. Kept sealed: each opening is recorded.")
            Actions {
                Button("Save, next person")
                sameAsLast(screen)
            }
        }.markup
    }

    @MarkupBuilder private func sameAsLast(_ screen: Link) -> Markup {
        if ground.last == nil {
            OfflineEntry.sameAsLast
        } else {
            a(.class("button second"), .href(screen.query("like", "last")), .data("same-as-last", "")) {
                "Same as the last"
            }
        }
    }

    private var whatThen: Markup {
        Details("A child, or somebody who discloses: what then?") {
            for guidance in ScreeningGuidance.all {
                h2 { guidance.heading }
                ol { for step in guidance.steps { li { step } } }
            }
            Tag("To be confirmed by a practitioner", .quiet)
        }.markup
    }
}

/// Putting one's own entry right.
struct CorrectScreeningPage {
    let form: Form
    let entry: ScreeningEntry
    let visit: VisitDetail
    let lists: CodeLists
    let questions: ScreeningQuestions
    let today: Day
    let conflict: ConflictCard?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = VisitLinks(context.place.slug)
        let fields = ScreeningQuestionFields(
            form: form, lists: lists, questions: questions, exploitation: visit.concern?.exploitation ?? [],
            today: today, showsSuggestion: true)
        return SignedInPage(
            context, section: .visits, title: "Correct screening \(entry.reference)", problems: form.problems,
            layout: .phone
        ) {
            BackLink(to: links.visit(visit.id), "Visit \(visit.reference)")
            PageHeading("Correct \(entry.reference)") { "Recorded \(entry.recordedAt.text)" }
            conflict
            FormTag(context, action: links.screening(entry.id, at: visit.id), token: token) {
                HiddenInput(name: "stamp", value: entry.answers.stamp)
                fields.shared
                fields.own(
                    nameHint: entry.hasIdentity
                        ? "A name is kept sealed. Leave this empty to keep it."
                        : "Only if they give it freely. Kept sealed.")
                Actions {
                    Button("Save the correction")
                    ButtonLink("Cancel", to: links.visit(visit.id), .second)
                }
            }
        }.markup
    }
}

/// Asking for the sealed name of somebody met, and reading it.
struct IdentityPage {
    let entry: ScreeningEntry
    let visit: VisitDetail
    let form: Form
    /// The name, once it is opened.
    let name: String?

    func markup(_ context: SignedIn) -> Markup {
        let links = VisitLinks(context.place.slug)
        return SignedInPage(
            context, section: .visits, title: "Sealed name, \(entry.reference)", problems: form.problems,
            layout: .narrow
        ) {
            BackLink(to: links.visit(visit.id), "Visit \(visit.reference)")
            PageHeading("Sealed name of \(entry.reference)") {
                "Opening it is recorded with your name and the purpose."
            }
            if let name {
                Card("The name") {
                    p { strong { name } }
                    p(.class("soft")) { "Opened for: \(form.value("purpose"))" }
                }
            } else {
                FormTag(context, action: links.identity(entry.id, at: visit.id), token: "") {
                    TextInput(
                        "What do you need the name for?", name: "purpose", value: form.value("purpose"),
                        hint: "For example: referral with consent by a first responder",
                        problem: form.problem("purpose"),
                        autocomplete: "off")
                    Actions {
                        Button("Open the name")
                        ButtonLink("Cancel", to: links.visit(visit.id), .second)
                    }
                }
            }
        }.markup
    }
}
