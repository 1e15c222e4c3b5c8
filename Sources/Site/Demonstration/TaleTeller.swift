import Access
import Concerns
import Kernel
import Store
import Visits

/// Tells the full cases through the same use cases that people use, each step at its own time and by whoever would do it.
struct TaleTeller: Sendable {
    let year: DemonstrationYear
    let ground: DemonstrationGround
    let clock: DemonstrationClock
    let concerns: ConcernDesk
    let visits: VisitDesk

    /// Tells every case, and answers the visits of each.
    func tellAll() async throws -> [Tale: [ID<Visit>]] {
        var made: [Tale: [ID<Visit>]] = [:]
        for script in TaleScript.all { made[script.tale] = try await tell(script) }
        return made
    }

    private func tell(_ script: TaleScript) async throws -> [ID<Visit>] {
        let planned = year.concerns.first { $0.tale == script.tale }
        var concern: ID<Concern>?
        var tasks: [(ID<WorkTask>, TaleScript.TaskScript)] = []
        if let planned {
            let id = try await raise(script, planned)
            try await screen(script, id, planned)
            try await ask(script, id, planned)
            try await decide(script, id, planned)
            for strand in script.strands { try await open(strand, id) }
            concern = id
        }
        let made = year.visits.filter { $0.tale == script.tale }
        guard made.count == script.visits.count else { throw Demonstration.Failure.missing("the visits of \(script.tale)") }
        var visits: [ID<Visit>] = []
        for (visit, words) in zip(made, script.visits) {
            let (id, followUps) = try await make(visit, words, of: concern)
            visits.append(id)
            tasks += followUps
        }
        guard let concern, let closedOn = script.closedOn, let last = made.last else { return visits }
        clock.set(last.visitedOn.adding(days: 3), 9, 30)
        for task in script.tasks {
            let id = try done(
                "task",
                await concerns.addTask(
                    to: concern,
                    TaskDraft(
                        title: task.title, organisation: try ground.id(task.agency),
                        dueOn: .day(last.visitedOn.adding(days: task.days)), strand: task.strand),
                    by: coordinator, key: nil))
            tasks.append((id, task))
            clock.advance(seconds: 240)
        }
        for (id, task) in tasks {
            clock.set(min(last.visitedOn.adding(days: max(4, task.days - 1)), closedOn.adding(days: -1)), 11)
            _ = try done(
                "finish task",
                await concerns.finishTask(
                    id, strand: task.strand, result: task.result, by: viewer(for: task.agency, sees: concern), expecting: nil,
                    key: nil))
        }
        try await finish(script, concern, on: closedOn)
        return visits
    }

    // MARK: Who acts

    private var coordinator: Viewer {
        Viewer(
            person: ground.coordinator, name: "Margaret Ashdown", organisation: organisation(.modernSlaveryLead),
            organisationName: Agency.modernSlaveryLead.rawValue, partnership: ground.partnership,
            roles: [.coordinator], town: nil, agreementInForce: true, request: "demonstration")
    }

    private func organisation(_ agency: Agency) -> ID<Organisation> {
        ground.organisations[agency] ?? ground.partnership.cast()
    }

    /// The agency's own contact, or the coordinator for an agency without an account.
    private func viewer(for agency: Agency, sees concern: ID<Concern>? = nil) -> Viewer {
        guard agency != .modernSlaveryLead, let person = ground.contacts[agency] else { return coordinator }
        return Viewer(
            person: person, name: agency.rawValue, organisation: organisation(agency),
            organisationName: agency.rawValue, partnership: ground.partnership, roles: [.member], town: nil,
            agreementInForce: true, request: "demonstration")
    }

    private func done<Result>(_ step: String, _ outcome: Outcome<Result>) throws -> Result { try outcome.told(step) }

    // MARK: A concern

    private func raise(_ script: TaleScript, _ planned: PlannedConcern) async throws -> ID<Concern> {
        clock.set(planned.receivedOn, 9, 10)
        try await number("next_reference", planned.number)
        var draft = ConcernDraft(receivedOn: planned.receivedOn)
        draft.source = planned.source
        draft.sourceOrganisation = try script.raisedBy.map(ground.id)
        draft.immediateDanger = script.isUrgent
        draft.policeIncident = script.policeIncident
        draft.summary = script.summary
        draft.seen = script.seen
        draft.inferred = script.inferred
        draft.happensWhen = script.happensWhen
        draft.howKnown = script.howKnown
        draft.locationType = planned.locationType
        draft.place = script.place
        draft.postcode = script.postcode
        draft.town = ground.towns[planned.town]
        draft.ward = ground.wards[planned.ward]
        draft.residence = script.residence
        draft.residenceTown = script.residence.isEmpty ? nil : ground.towns[planned.town]
        draft.nationality = planned.nationality
        draft.peopleCount = script.peopleCount
        draft.childrenPresent = script.children
        draft.exploitation = planned.exploitation
        draft.indicators = script.indicators
        draft.mentions = script.mentions
        draft.reporterName = script.reporterName
        draft.reporterDetails = script.reporterDetails
        return try done(
            "raise",
            await concerns.raise(
                draft, channel: script.raisedBy == nil ? .telephone : .agencyForm,
                by: script.raisedBy.map { viewer(for: $0) } ?? coordinator, key: nil))
    }

    private func number(_ column: StaticString, _ next: Int) async throws {
        let partnership = ground.partnership
        try await concerns.desk.changeOffice { office in
            try office.run(
                "UPDATE partnerships SET \(Statement(stringLiteral: column)) = \(next) WHERE id = \(partnership)")
        }
    }

    private func screen(_ script: TaleScript, _ id: ID<Concern>, _ planned: PlannedConcern) async throws {
        clock.set(planned.receivedOn, script.isUrgent ? 9 : 14, 40)
        var thrive = try await concerns.desk.read(as: coordinator, consultation(of: id)) { try $0.concern(id).thrive }
        let texts = script.thrive
        guard texts.count == 6 else { throw Demonstration.Failure.missing("the screening of \(script.tale)") }
        thrive.threat = texts[0]
        thrive.harm = texts[1]
        thrive.risk = texts[2]
        thrive.investigation = texts[3]
        thrive.vulnerability = texts[4]
        thrive.engagement = texts[5]
        _ = try done(
            "screen",
            await concerns.triage(
                id,
                TriageConcern.Draft(
                    thrive: thrive, immediateDanger: script.isUrgent, policeIncident: script.policeIncident),
                by: coordinator, expecting: nil, key: nil))
    }

    private func consultation(of id: ID<Concern>) -> Consultation { Consultation("open-concern", "concerns", id.text) }

    private func ask(_ script: TaleScript, _ id: ID<Concern>, _ planned: PlannedConcern) async throws {
        let day = script.isUrgent ? planned.receivedOn : planned.receivedOn.adding(days: 1)
        clock.set(day, 10)
        let due = script.isUrgent ? Moment(day: day, hour: 16) : Moment(day: day.adding(days: 2), hour: 12)
        _ = try done(
            "ask the agencies",
            await concerns.openScoping(
                id,
                OpenScoping.Draft(
                    question: script.question, organisations: try script.answers.map { try ground.id($0.agency) },
                    dueAt: due),
                by: coordinator, key: nil))
        let rounds = try await concerns.desk.read(as: coordinator, consultation(of: id)) { try $0.scopingRounds(of: id) }
        for answer in script.answers {
            clock.advance(seconds: script.isUrgent ? 1_500 : 9_000)
            let organisation = try ground.id(answer.agency)
            guard let request = rounds.first?.requests.first(where: { $0.organisation == organisation }) else {
                throw Demonstration.Failure.missing("the question to \(answer.agency.rawValue)")
            }
            let isHeld = answer.answer == .held
            _ = try done(
                "answer",
                await concerns.answer(
                    request.id,
                    AnswerScoping.Draft(
                        answer: answer.answer.rawValue, summary: isHeld ? answer.text : "", grading: answer.grading,
                        conditions: answer.conditions, speakTo: isHeld ? "" : answer.text),
                    by: viewer(for: answer.agency), expecting: nil, key: nil))
        }
        clock.set(due.day, script.isUrgent ? 16 : 14, 10)
        _ = try done(
            "close the round",
            await concerns.closeScoping(id, summary: script.roundSummary, by: coordinator, key: nil))
    }

    private func decide(_ script: TaleScript, _ id: ID<Concern>, _ planned: PlannedConcern) async throws {
        let day = script.isUrgent ? planned.receivedOn : planned.receivedOn.adding(days: 4)
        clock.set(day, script.isUrgent ? 17 : 10, 20)
        let made = year.visits.filter { $0.tale == script.tale }
        let team = Agency.allCases.filter { agency in made.contains { $0.agencies.contains(agency) } }
        _ = try done(
            "decide",
            await concerns.decide(
                id,
                DecideResponse.Draft(
                    grade: script.grade.rawValue, criteria: script.criteria, rationale: script.rationale,
                    approver: script.approver, lead: try made.first.map { try ground.id($0.agencies[0]) },
                    reportBackOn: .missing, team: try team.map(ground.id)),
                by: coordinator, expecting: nil, key: nil))
        clock.advance(seconds: 1_800)
        guard script.grade == .significant else { return }
        let meeting = day.adding(days: 3)
        clock.set(meeting, 15)
        _ = try done(
            "plan",
            await concerns.planSignificant(
                id, meeting: meeting, notes: script.meetingNotes, plan: script.tacticalPlan, by: coordinator,
                expecting: nil, key: nil))
    }

    private func open(_ strand: TaleScript.StrandScript, _ id: ID<Concern>) async throws {
        clock.advance(seconds: 420)
        _ = try done("open strand", await concerns.openStrand(strand.kind, of: id, try draft(strand), by: coordinator, key: nil))
    }

    private func draft(_ strand: TaleScript.StrandScript) throws -> StrandDraft {
        StrandDraft(
            lead: try ground.id(strand.lead), team: try strand.team.map(ground.id), plan: strand.plan,
            reason: strand.reason)
    }

    private func finish(_ script: TaleScript, _ id: ID<Concern>, on day: Day) async throws {
        clock.set(day, 10)
        let strands = try await concerns.desk.read(as: coordinator, consultation(of: id)) { try $0.strands(of: id) }
        for strand in script.strands {
            guard let standing = strands.first(where: { $0.kind == strand.kind }) else { continue }
            var finished = try draft(strand)
            finished.status = StrandStatus.finished.rawValue
            finished.outcome = strand.outcome
            clock.advance(seconds: 600)
            _ = try done(
                "finish strand",
                await concerns.changeStrand(
                    standing.id, kind: strand.kind, finished, by: coordinator, expecting: nil, key: nil))
        }
        clock.set(day, 15)
        _ = try done(
            "close",
            await concerns.close(
                id,
                CloseConcern.Draft(
                    reason: script.closingReason, summary: script.closingSummary,
                    outcomes: script.outcomes.mapValues { String($0) }, reportBack: script.reportBack),
                by: coordinator, expecting: nil, key: nil))
    }

    // MARK: A visit

    private func make(
        _ visit: PlannedVisit, _ words: TaleScript.VisitScript, of concern: ID<Concern>?
    ) async throws -> (ID<Visit>, [(ID<WorkTask>, TaleScript.TaskScript)]) {
        try await number("next_visit_reference", visit.number)
        let before = visit.tale == .fourWomen || visit.purpose == "Warrant" ? 0 : 6
        clock.set(visit.visitedOn.adding(days: -before), before == 0 ? 4 : 11)
        let lead = visit.agencies[0]
        let plan = VisitPlan(
            concern: concern, purpose: visit.purpose, visitedOn: visit.visitedOn, startsAt: words.startsAt,
            place: words.place, postcode: words.postcode, locationType: visit.locationType,
            town: ground.towns[visit.town], occupancy: words.occupancy,
            agencies: try visit.agencies.map { agency in
                PlannedAgency(
                    organisation: try ground.id(agency), role: role(of: agency, lead: lead),
                    power: agency == lead ? words.power : "", officers: agency == .police ? 6 : 2)
            },
            lead: try ground.id(lead), leadReason: words.leadReason, warrant: words.warrant, risks: words.risks,
            riskLevel: words.riskLevel, safetyOfficer: "Named by the lead agency at the briefing",
            interpreters: words.interpreters, reception: words.reception,
            meetingPoint: "Yard of the fire station, thirty minutes before", briefing: words.briefing)
        let id = try done("plan visit", await visits.plan(plan, by: coordinator, key: nil))
        clock.advance(seconds: 1_800)
        _ = try done("visit ready", await visits.markReady(id, by: coordinator, key: nil))
        try await screen(visit, words, at: id)
        try await attend(visit, words, at: id)
        clock.set(visit.visitedOn, 17)
        _ = try done("visit made", await visits.markMade(id, by: coordinator, key: nil))
        clock.set(visit.visitedOn.adding(days: 2), 10)
        _ = try done(
            "debrief",
            await visits.debrief(
                id,
                DebriefVisit.Draft(
                    debrief: words.debrief, lessons: words.lessons,
                    tasks: try words.tasks.map { task in
                        DebriefVisit.FollowUp(
                            title: task.title, organisation: try ground.id(task.agency),
                            dueOn: visit.visitedOn.adding(days: task.days), strand: task.strand)
                    }),
                version: nil, by: coordinator, key: nil))
        guard let concern, !words.tasks.isEmpty else { return (id, []) }
        let open = try await concerns.desk.read(as: coordinator, consultation(of: concern)) { try $0.tasks(of: concern) }
        return (id, words.tasks.compactMap { task in open.first { $0.title == task.title }.map { ($0.id, task) } })
    }

    private func role(of agency: Agency, lead: Agency) -> String {
        if agency == lead { return "lead" }
        return switch agency {
        case .hopeForJustice, .womensAid, .redCross: "victim-support"
        case .adultSocialCare: "adult-safeguarding"
        case .childrensTrust: "child-safeguarding"
        case .housing: "accommodation"
        case .britishGas, .westernPower: "utilities"
        case .modernSlaveryLead: "screening"
        case .police: "entry"
        default: "inspection"
        }
    }

    private func screen(_ visit: PlannedVisit, _ words: TaleScript.VisitScript, at id: ID<Visit>) async throws {
        guard let start = ClockTime(words.startsAt) else { return }
        clock.set(visit.visitedOn, start.hour, start.minute)
        var chance = DemonstrationChance(seed: UInt64(visit.number))
        let carers: [Agency] = [.hopeForJustice, .womensAid, .adultSocialCare].filter(visit.agencies.contains)
        for (index, person) in visit.screened.enumerated() {
            clock.advance(seconds: 390)
            var answers = ScreeningAnswers(of: person, &chance)
            answers.note = words.notes[index] ?? ""
            if person.isChild { answers.nextStep = "children-services" }
            let agency = carers.isEmpty ? Agency.modernSlaveryLead : carers[index % carers.count]
            _ = try done(
                "screen a person",
                await visits.recordScreening(
                    at: id, RecordScreening.Draft(answers: answers, identity: words.names[index] ?? ""),
                    by: viewer(for: agency), key: nil))
        }
    }

    private func attend(_ visit: PlannedVisit, _ words: TaleScript.VisitScript, at id: ID<Visit>) async throws {
        clock.set(visit.visitedOn, 15)
        for (index, agency) in visit.agencies.enumerated() {
            clock.advance(seconds: 180)
            let report = words.reports[agency]
            let entry: EntryObtained = index == 0 ? (words.warrant.contains("consent") ? .consent : .power) : .notNeeded
            _ = try done(
                "attendance",
                await visits.recordAttendance(
                    at: id,
                    RecordAttendance.Draft(
                        organisation: try ground.id(agency), attended: .yes, minutes: 120 + 15 * (index % 5),
                        powerUsed: entry == .power ? words.power : "", entry: entry, found: report?.found ?? "",
                        did: report?.did ?? ""),
                    by: viewer(for: agency), key: nil))
        }
    }
}
