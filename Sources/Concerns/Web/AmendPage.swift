import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Changes what was told: the form of a concern filled in from its record.
struct AmendPage {
    let concern: ConcernDetail
    let choices: ConcernChoices
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(
            context, section: .concerns, title: "Change \(concern.reference)", problems: form.problems,
            scripts: [.drafts]
        ) {
            Breadcrumbs([("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Change")
            PageHeading("Change the concern") { "\(concern.reference) · the timeline keeps what stood before" }
            FormTag(
                context, action: links.amend(concern.id), token: token, version: form.data.version ?? concern.version,
                attributes: [
                    DraftSaving.attributes(
                        key: "\(context.place.slug)-amend-\(concern.id.text)",
                        to: PageLinks.draft(context.place.slug, form: "amend-\(concern.id.text)"))
                ]
            ) {
                HiddenInput(name: FormData.baseField, value: form.base(AmendForm.fields(concern)))
                mentions
                ConcernFields(form: form, choices: choices, isCall: false)
                TickBox(
                    "Destroy the sealed name and contact of the reporter", name: "forget_reporter",
                    isTicked: form.isChosen("forget_reporter", "yes"),
                    hint: "What you leave empty above stays as it is. This cannot be undone.")
                DraftSaving.status
                Actions {
                    Button("Save the change")
                    ButtonLink("Cancel", to: links.concern(concern.id), .second)
                }
            }
        }.markup
    }

    @MarkupBuilder private var mentions: Markup {
        if !concern.mentions.isEmpty {
            Card("Already recorded") {
                Checkboxes(
                    "Strike out what was wrong", name: "strike",
                    choices: concern.mentions.map { mention in
                        Choice(
                            mention.id.text,
                            [mention.value, mention.role, mention.description].filter { !$0.isEmpty }
                                .joined(separator: ", "),
                            hint: choices.lists["mention_kind"].label(mention.kind))
                    }, chosen: form.data.texts("strike"),
                    hint: "The timeline keeps what is struck out. New people, telephones and vehicles go into the fields below.",
                    problem: form.problem("strike"), layout: .list)
            }
        }
    }
}

/// The form of a concern as it is filled in from its record, and what its fields are called.
enum AmendForm {
    static func fields(_ concern: ConcernDetail) -> FormData {
        let (year, month, day) = concern.receivedOn.parts
        var fields: [(name: String, value: String)] = [
            ("police_incident", concern.policeIncident ?? ""), ("seen", concern.seen), ("inferred", concern.inferred),
            ("summary", concern.summary), ("happens_when", concern.happensWhen), ("how_known", concern.howKnown),
            ("received_on-day", "\(day)"), ("received_on-month", "\(month)"), ("received_on-year", "\(year)"),
            ("location_type", concern.locationType), ("place", concern.place), ("postcode", concern.postcode),
            ("town", concern.townID?.text ?? ""), ("ward", concern.wardID?.text ?? ""),
            ("residence", concern.residence), ("residence_town", concern.residenceTownID?.text ?? ""),
            ("people_count", concern.peopleCount.map { "\($0)" } ?? ""),
            ("children_present", concern.childrenPresent), ("nationality", concern.nationality),
            ("source", concern.source), ("source_organisation", concern.sourceOrganisation?.text ?? ""),
            ("reporter_contact", concern.reporterContact), ("reporter_safe_way", concern.reporterSafeWay),
        ]
        if concern.immediateDanger { fields.append(("immediate_danger", "yes")) }
        fields += concern.exploitation.map { ("exploitation", $0) }
        fields += concern.indicators.map { ("indicators", $0) }
        return FormData(fields: fields)
    }

    static func labels(_ choices: ConcernChoices) -> [StaleEditPage.Label] {
        let lists = choices.lists
        let indicators = choices.indicators
        let terms = Dictionary((choices.towns + choices.wards).map { ($0.id.text, $0.label) }) { first, _ in first }
        let members = Dictionary(choices.members.map { ($0.id.text, $0.name) }) { first, _ in first }
        func code(_ list: String) -> @Sendable (String) -> String { { lists[list].label($0) } }
        let term: @Sendable (String) -> String = { terms[$0] ?? $0 }
        return [
            .init("immediate_danger", "Somebody is in immediate danger"),
            .init("police_incident", "Police incident number"), .init("seen", "What was seen or heard"),
            .init("inferred", "What is inferred"), .init("summary", "In one line"),
            .init("happens_when", "When it happens"),
            .init("how_known", "How the reporter knows", words: code("way_of_knowing")),
            .init(["received_on-day", "received_on-month", "received_on-year"], "When you were told"),
            .init("exploitation", "Exploitation", words: code("exploitation_type")),
            .init("indicators", "Indicators") { indicators.text($0) },
            .init("location_type", "Type of location", words: code("location_type")), .init("place", "Address"),
            .init("postcode", "Postcode"), .init("town", "Town", words: term), .init("ward", "Ward", words: term),
            .init("residence", "Where they live"), .init("residence_town", "Town where they live", words: term),
            .init("people_count", "How many people"), .init("children_present", "Children"),
            .init("nationality", "Nationality", words: code("nationality")),
            .init("source", "From whom it came", words: code("concern_source")),
            .init("source_organisation", "Which member raised it") { members[$0] ?? $0 },
            .init("reporter_contact", "Reporter may be contacted"),
            .init("reporter_safe_way", "Safe way to get in touch", words: code("safe_contact_way")),
        ]
    }
}
