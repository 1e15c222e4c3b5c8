import Access
import Concerns
import Design
import HTML
import Kernel
import Partnerships
import Web

/// One visit: what, when, who, by what power; what happened; and what can be done now.
struct VisitPage {
    let file: VisitFile
    /// Where people are received, once it is opened.
    let reception: String?
    let desk: VisitDesk
    let today: Day
    let problems: [Problem]
    let notice: VisitNotice?
    let token: String

    private var visit: VisitDetail { file.visit }
    private var lists: CodeLists { desk.lists }

    static func tag(_ status: VisitStatus) -> Markup {
        let tone: Design.Tag.Tone =
            switch status {
            case .planned: .warn
            case .ready: .plain
            case .made: .warn
            case .debriefed: .good
            case .cancelled: .quiet
            }
        return Tag(status.label, tone).markup
    }

    func markup(_ context: SignedIn) -> Markup {
        let links = VisitLinks(context.place.slug)
        return SignedInPage(
            context, section: .visits, title: "Visit \(visit.reference)", problems: problems, notice: notice?.words
        ) {
            Breadcrumbs([("Visits", links.list)], current: visit.reference)
            PageHeading("Visit \(visit.reference)") {
                VisitPage.tag(visit.status)
                " \(visit.whenText), \(lists["location_type"].label(visit.locationType))"
            } actions: {
                if visit.status != .cancelled {
                    ButtonLink("Briefing sheet", to: links.briefing(visit.id), .second)
                    if visit.visitedOn <= today { ButtonLink("Screen people", to: links.screen(visit.id)) }
                }
            }
            Split {
                plan(context, links)
                powers
                agencies(context, links)
                if visit.visitedOn <= today || !file.screenings.isEmpty { screenings(context, links) }
                debrief
                FilesSection(
                    files: file.files, link: ConcernLinks(context.place.slug).files(visit.id),
                    canAdd: BeginFile.permits(context.viewer))
            } side: {
                nextSteps(context, links)
                figures
                tasks(links)
            }
        }.markup
    }

    // MARK: The plan

    private func plan(_ context: SignedIn, _ links: VisitLinks) -> Markup {
        Card("The plan") {
            SummaryList(
                [
                    .init("Concern") { concern(links) }, .init("Purpose", .text(visit.purpose.label)),
                    .init("When", .text(visit.whenText)),
                    .init(
                        "Where", .text([visit.place, visit.postcode].filter { !$0.isEmpty }.joined(separator: ", "))),
                    .init("Type of location", .text(lists["location_type"].label(visit.locationType))),
                    .init("Town", .text(visit.town?.label ?? "")),
                    .init("Who is expected there", .text(visit.occupancy.label)),
                    .init("Meeting point", .text(visit.meetingPoint)),
                    .init("Risk", .text(visit.riskLevel.label)), .init("Risks", .text(visit.risks)),
                    .init("Safety officer", .text(visit.safetyOfficer)),
                    .init("Interpreters", .text(visit.interpreters)),
                    .init("Where people are received", reception(context, links)),
                    .init("Briefing", .text(visit.briefing)),
                ], absent: "Not noted")
        }.markup
    }

    @MarkupBuilder private func reception(_ context: SignedIn, _ links: VisitLinks) -> Markup {
        if let reception {
            p { reception }
            p(.class("soft")) { "That you opened this is recorded." }
        } else if visit.isReceptionNamed {
            if file.mayOpenReception {
                FormTag(context, action: links.reception(visit.id), token: token) {
                    Button("Show where people are received", .second)
                }
            } else {
                "Named and kept sealed. The coordinator tells those who need it."
            }
        }
    }

    private func concern(_ links: VisitLinks) -> Markup {
        if let concern = visit.concern {
            Markup {
                a(.href(links.concern(concern.id))) { concern.reference }
                " \(concern.summary)"
            }
        } else if visit.concernID != nil {
            "From a concern that is not shared with your agency"
        } else {
            "None: a preventive visit"
        }
    }

    private var powers: Markup {
        let lead = visit.agency(visit.lead)
        return Card("Who leads, and by what power") {
            SummaryList(
                [
                    .init("Lead", .text(lead?.name ?? "")), .init("Reason", .text(visit.leadReason)),
                    .init("Power", .text(lead.map { desk.powers.name($0.power) } ?? "")),
                    .init("Notice", .text(visit.notice)), .init("Warrant", .text(visit.warrant)),
                ], absent: "Not noted")
            if visit.status.isAhead {
                for warning in advice.warnings { WarningText { warning } }
            }
        }.markup
    }

    private var advice: PowersAdvice {
        PowersAdvice.advise(
            agencies: visit.agencies.map { .init(id: $0.organisation, name: $0.name, kind: $0.kind) },
            locationType: visit.locationType, occupancy: visit.occupancy,
            immediateDanger: visit.concern?.immediateDanger ?? false, on: visit.visitedOn, directory: desk.powers)
    }

    // MARK: The agencies

    private func agencies(_ context: SignedIn, _ links: VisitLinks) -> Markup {
        Card("Agencies") {
            DataTable(
                "Agencies on this visit",
                columns: [
                    .init("Agency", .rowHeading), .init("Role"), .init("Attended"), .init("Minutes", .unbroken),
                    .init("Entry"), .init("Found and did"),
                ],
                rows: visit.agencies.map { row($0, context, links) }, empty: "No agency is chosen yet.")
            if context.viewer.isCoordinator, visit.visitedOn <= today, visit.status != .cancelled,
                let own = context.viewer.organisation, visit.agency(own) == nil
            {
                p { a(.href(links.attendance(visit.id, of: own))) { "We came too: record what we did" } }
            }
        }.markup
    }

    private func row(_ agency: AgencyAttendance, _ context: SignedIn, _ links: VisitLinks) -> [Markup] {
        let isOwn = context.viewer.organisation == agency.organisation
        let mayRecord =
            (isOwn || context.viewer.isCoordinator) && visit.visitedOn <= today && visit.status != .cancelled
        return [
            .text(agency.name),
            agency.role.isEmpty ? "Open" : .text(lists["visit_role"].label(agency.role)),
            Markup {
                agency.attended.label
                if mayRecord {
                    " "
                    a(.href(links.attendance(visit.id, of: agency.organisation))) {
                        agency.isMissing ? "Record" : "Change"
                        span(.class("unseen")) { " the attendance of \(agency.name)" }
                    }
                }
            },
            .text(agency.minutes.map(String.init) ?? ""),
            Markup {
                if agency.entry != .notSaid { agency.entry.label }
                if !agency.powerUsed.isEmpty { ": \(desk.powers.name(agency.powerUsed))" }
            },
            .text([agency.found, agency.did].filter { !$0.isEmpty }.joined(separator: " ")),
        ]
    }

    // MARK: The people met

    private func screenings(_ context: SignedIn, _ links: VisitLinks) -> Markup {
        let summary = ScreeningSummary(file.screenings)
        return Card("People screened", id: "screened") {
            p(.class("soft")) {
                "\(Words.people(file.screenings.count)) as far as you may see them. Names are sealed."
            }
            if !file.screenings.isEmpty {
                SummaryList(
                    summary.groups.map { name, list, counts in
                        .init(
                            name,
                            .text(counts.map { "\(lists[list].label($0.code)) \($0.count)" }.joined(separator: ", ")))
                    })
            }
            if !file.screenings.isEmpty {
                Details("Each screening") { each(context, links) }
            }
        }.markup
    }

    private func each(_ context: SignedIn, _ links: VisitLinks) -> Markup {
        DataTable(
            "Each screening",
            columns: [
                .init("Reference", .rowHeading), .init("Recorded", .unbroken), .init("Who"), .init("Outcome"),
                .init("Next step"), .init("By"), .init("Do", isHeadingShown: false),
            ],
            rows: file.screenings.map { entry in
                let answers = entry.answers
                let isOwn = CorrectScreening.isOwn(entry, of: context.viewer)
                return [
                    .text(entry.reference), .text(entry.recordedAt.clockText),
                    .text(
                        [
                            lists["gender"].label(answers.gender), lists["age_group"].label(answers.ageGroup),
                            lists["nationality"].label(answers.nationality),
                        ].joined(separator: ", ")),
                    .text(lists["screening_outcome"].label(answers.outcome)),
                    .text(lists["screening_next_step"].label(answers.nextStep)), .text(entry.organisationName),
                    Markup {
                        if isOwn, visit.status != .debriefed {
                            a(.href(links.screening(entry.id, at: visit.id))) {
                                "Correct"
                                span(.class("unseen")) { " \(entry.reference)" }
                            }
                            " "
                        }
                        if answers.outcome != ScreeningBand.noIndicators.rawValue, mayBegin(from: entry, context) {
                            a(.href(links.pathway(from: entry.id))) {
                                "Begin a pathway"
                                span(.class("unseen")) { " from \(entry.reference)" }
                            }
                            " "
                        }
                        if entry.hasIdentity, file.maySeeIdentities {
                            a(.href(links.identity(entry.id, at: visit.id))) {
                                "Name"
                                span(.class("unseen")) { " of \(entry.reference)" }
                            }
                        }
                    },
                ]
            }
        ).markup
    }

    /// Whoever sees the victims of the concern begins a pathway, and every member with whom their own agency spoke.
    private func mayBegin(from entry: ScreeningEntry, _ context: SignedIn) -> Bool {
        let isOwn = context.viewer.has(.member) && entry.organisation == context.viewer.organisation
        return file.maySeeIdentities || isOwn
    }

    // MARK: After the visit

    @MarkupBuilder private var debrief: Markup {
        if visit.status == .cancelled {
            Card("Why it was called off") { p { visit.debrief } }
        } else if visit.status == .debriefed {
            Card("Debrief") {
                SummaryList([
                    .init("What it came to", .text(visit.debrief)), .init("What was learnt", .text(visit.lessons)),
                ])
            }
        }
    }

    @MarkupBuilder private func tasks(_ links: VisitLinks) -> Markup {
        if !visit.tasks.isEmpty {
            Card("Follow-up tasks") {
                ul(.class("plain")) {
                    for task in visit.tasks {
                        li {
                            a(.href(links.task(task.id, of: visit.id))) { task.title }
                            ": \(task.organisationName), by \(task.dueOn.text) "
                            Tag(task.isOpen ? "Open" : "Done", task.isOpen ? .warn : .good)
                        }
                    }
                }
            }
        }
    }

    private var figures: Markup {
        Card("How this visit counts") {
            ul(.class("plain")) {
                li { visit.status.tookPlace ? "1 visit" : "Not yet a visit: it counts once it is made" }
                li { "\(Words.interventions(visit.interventions)): one for each agency that attended" }
                li { "\(Words.people(file.screenings.count)) screened, as far as you may see them" }
            }
        }.markup
    }

    @MarkupBuilder private func nextSteps(_ context: SignedIn, _ links: VisitLinks) -> Markup {
        let own = visit.agency(context.viewer.organisation)
        let mayRecord = own != nil && visit.visitedOn <= today && visit.status != .cancelled
        if context.viewer.isCoordinator || mayRecord {
            Card("What to do now") {
                if let own, mayRecord {
                    Actions {
                        ButtonLink(
                            own.isMissing ? "Record what we did" : "Change what we recorded",
                            to: links.attendance(visit.id, of: own.organisation), own.isMissing ? .lead : .second)
                    }
                }
                if context.viewer.isCoordinator { coordinatorSteps(context, links) }
            }
        }
    }

    @MarkupBuilder private func coordinatorSteps(_ context: SignedIn, _ links: VisitLinks) -> Markup {
        switch visit.status {
        case .planned:
            step("Mark the visit ready", links.ready(visit.id), context)
        case .ready where visit.visitedOn <= today:
            step("Record that it took place", links.made(visit.id), context)
        case .made:
            Actions { ButtonLink("Debrief", to: links.debrief(visit.id)) }
        case .debriefed:
            Actions { ButtonLink("Add to the debrief", to: links.debrief(visit.id), .second) }
        default: Markup()
        }
        if visit.status.isAhead {
            Actions {
                ButtonLink("Change the plan", to: links.plan(visit.id), .second)
                ButtonLink("Call it off", to: links.cancel(visit.id), .second)
            }
        }
    }

    private func step(_ words: String, _ link: Link, _ context: SignedIn) -> Markup {
        FormTag(context, action: link, token: token) { Actions { Button(words) } }.markup
    }
}

/// Counts in words.
enum Words {
    static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count.grouped) people" }
    static func interventions(_ count: Int) -> String {
        count == 1 ? "1 intervention" : "\(count.grouped) interventions"
    }
}
