import Access
import Design
import HTML
import Kernel
import Web

/// The agreement, its end and the hours to answer, for the administrator to change.
struct SettingsPage {
    let context: SignedIn
    /// The settings that stand: the form says with them which ones it was filled in from.
    let settings: PartnershipSettings
    let form: Form
    let token: String
    /// Whether somebody else changed them while this form was open.
    var isChangedMeanwhile = false

    private var links: PartnershipLinks { PartnershipLinks(context.place.slug) }
    private var isFresh: Bool { form.data.fields.isEmpty }

    var markup: Markup {
        SignedInPage(
            context, section: .partnership, title: "Agreement and practice", problems: form.problems, layout: .narrow
        ) {
            BackLink(to: links.start, "Partnership")
            PageHeading("Agreement and practice")
            if isChangedMeanwhile { meanwhile }
            FormTag(context, action: links.settings, token: token) {
                HiddenInput(name: SettingsFields.seenAgreement, value: settings.agreement)
                HiddenInput(name: SettingsFields.seenUntil, value: settings.validUntil?.iso ?? "")
                HiddenInput(name: SettingsFields.seenHours, value: String(settings.scopingHours))
                TextArea(
                    "Sharing agreement", name: "agreement", value: isFresh ? settings.agreement : form.value("agreement"),
                    hint: "Its name and date, and where it is kept. Without one, nobody can be added to a circle.",
                    problem: form.problem("agreement"), limit: PartnershipDesk.longestAgreement)
                DateInput(
                    "Its last day", name: "until", value: until,
                    hint: "Leave it empty for an agreement without an end. After this day members see no cases",
                    problem: form.problem("until"))
                TextInput(
                    "Hours that an agency has to answer a question", name: "hours",
                    value: isFresh ? String(settings.scopingHours) : form.value("hours"),
                    hint: "The coordinator can give another time in each round", problem: form.problem("hours"),
                    kind: .digits, width: .short)
                Actions {
                    Button("Keep these settings")
                    ButtonLink("Leave them as they are", to: links.start, .second)
                }
            }
        }.markup
    }

    private var until: DateInput.Value {
        guard isFresh else {
            return .init(
                day: form.value("until-day"), month: form.value("until-month"), year: form.value("until-year"))
        }
        guard let (year, month, day) = settings.validUntil?.parts else { return .init() }
        return .init(day: String(day), month: String(month), year: String(year))
    }

    @MarkupBuilder private var meanwhile: Markup {
        WarningText {
            "Somebody else changed these settings while you had them open. What you typed is below: send it again to put "
                + "it in place of theirs."
        }
        Card("As they are now") {
            SummaryList([
                .init("Sharing agreement") { Paragraphs(settings.agreement) },
                .init("Its last day", .text(settings.validUntil?.text ?? "Without an end")),
                .init("Hours to answer", .text("\(settings.scopingHours)")),
            ])
        }
    }
}

/// The fields with which a form says which settings it was filled in from.
enum SettingsFields {
    static let seenAgreement = "seen_agreement"
    static let seenUntil = "seen_until"
    static let seenHours = "seen_hours"
}
