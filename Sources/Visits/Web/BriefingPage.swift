import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The sheet that everybody who goes reads beforehand: for paper, black on white, without the name of anybody who may be
/// a victim.
struct BriefingPage {
    let visit: VisitDetail
    /// Where people are received, opened for whoever may know it; nil where none is named, and for the others.
    let reception: String?
    let desk: VisitDesk
    let now: Moment

    func markup(_ context: SignedIn) -> Markup {
        let links = VisitLinks(context.place.slug)
        return SignedInPage(context, section: .visits, title: "Briefing for visit \(visit.reference)") {
            BackLink(to: links.visit(visit.id), "Back to the visit")
            PrintSheet(
                "Visit \(visit.reference)", facts: facts,
                madeFor: "Made \(now.text) for \(context.person.name), \(context.person.organisationName)."
            ) {
                if visit.status == .cancelled { WarningText { "This visit was called off." } }
                if visit.concern?.immediateDanger == true {
                    WarningText { "Somebody is in immediate danger: 999 comes first." }
                }
                agencies
                entry
                safety
                meeting
            }
        }.markup
    }

    private var facts: [SummaryList.Fact] {
        [
            .init("When", .text(visit.whenText)), .init("Meet at", .text(visit.meetingPoint)),
            .init("Where", .text([visit.place, visit.postcode].filter { !$0.isEmpty }.joined(separator: ", "))),
            .init("What kind of place", .text(desk.lists["location_type"].label(visit.locationType))),
            .init("Who is expected there", .text(visit.occupancy.label)),
            .init("Purpose", .text(visit.purpose.label)),
            .init("Lead", .text(visit.agency(visit.lead)?.name ?? "")),
            .init("Safety officer", .text(visit.safetyOfficer)),
        ]
    }

    private var agencies: Markup {
        Markup {
            h2 { "Who does what" }
            DataTable(
                "Who does what",
                columns: [
                    .init("Agency", .rowHeading), .init("Role"), .init("Officers", .unbroken), .init("Power to enter"),
                ],
                rows: visit.agencies.map { agency in
                    [
                        .text(agency.name),
                        agency.role.isEmpty ? "Open" : .text(desk.lists["visit_role"].label(agency.role)),
                        .text(agency.officers.map(String.init) ?? ""), power(agency.power),
                    ]
                }, empty: "No agency is chosen yet.")
        }
    }

    private func power(_ code: String) -> Markup {
        guard let power = desk.powers[code] else { return code.isEmpty ? "None" : .text(code) }
        return .text("\(power.statute), \(power.purpose)\(power.isConfirmed ? "" : " (to be confirmed)")")
    }

    private var entry: Markup {
        Markup {
            h2 { "Getting in" }
            SummaryList(
                [
                    .init("Why this lead", .text(visit.leadReason)), .init("Notice", .text(visit.notice)),
                    .init("Warrant", .text(visit.warrant)),
                ], absent: "Not noted")
            p {
                "Each agency uses its own power for its own purpose. Those without a power wait until they are invited in."
            }
        }
    }

    private var safety: Markup {
        Markup {
            h2 { "Risks" }
            p {
                strong { "\(visit.riskLevel.label). " }
                visit.risks
            }
            if !visit.briefing.isEmpty {
                h2 { "Briefing" }
                p { visit.briefing }
            }
        }
    }

    private var receptionText: String {
        if let reception { return reception }
        return visit.isReceptionNamed ? "Named, and not on this sheet. Support agencies and the coordinator know it." : ""
    }

    private var meeting: Markup {
        Markup {
            h2 { "The people you meet" }
            SummaryList(
                [
                    .init("Interpreters", .text(visit.interpreters)),
                    .init("Where people are received", .text(receptionText)),
                ], absent: "Not noted")
            p {
                "Screen everybody you meet, one by one and out of hearing of whoever controls the place. Never let somebody "
                "who works there interpret. Put no name into a note."
            }
            for steps in ScreeningGuidance.all {
                h3 { steps.heading }
                ol { for step in steps.steps { li { step } } }
            }
        }
    }
}
