import Access
import Concerns
import Foundation
import Kernel
import Partnerships
import Store
import Visits

/// Writes the concerns of the demonstration that are told in short, with everything that followed.
enum InstallDemonstration: Verb {
    typealias Record = Concern
    static let name = "install-demonstration"
    static let relation = Relation.concerns
    static let roles: Set<Role> = []
    static let doors: Set<Viewer.Door> = [.operator]
    static let event = JournalEvent.collection
}

extension Change where V == InstallDemonstration {
    /// Writes the courses and the preventive visits. The first concern is the record of this change.
    func write(
        _ courses: [ConcernCourse], preventive: [PlannedVisit], on ground: DemonstrationGround, lists: CodeLists
    ) throws {
        var writer = DemonstrationWriter(change: self, ground: ground, lists: lists)
        for course in courses { try writer.write(course) }
        for visit in preventive { try writer.write(visit, of: nil, id: nil) }
        try writer.flush()
        note(writer.firstSummary)
    }
}

/// Gathers the rows of the demonstration table by table and writes them in an order in which each finds its parent.
private struct DemonstrationWriter {
    let change: Change<InstallDemonstration>
    let ground: DemonstrationGround
    let lists: CodeLists
    private(set) var firstSummary = ""

    private var chance = DemonstrationChance(seed: 171_098_468_406)
    private var rows: [Relation: [Statement]] = [:]
    private var words: [(ID<Concern>, String)] = []
    private var receptions: [(ID<Visit>, String)] = []
    private var isFirst = true

    init(change: Change<InstallDemonstration>, ground: DemonstrationGround, lists: CodeLists) {
        self.change = change
        self.ground = ground
        self.lists = lists
    }

    private var partnership: ID<Partnership> { ground.partnership }

    private mutating func id<Record>(at moment: Moment) -> ID<Record> {
        ID(at: moment, random: (chance.next(), chance.next()))
    }

    private mutating func add(_ relation: Relation, _ row: Statement) { rows[relation, default: []].append(row) }

    private func reference(_ number: Int) -> String {
        let digits = String(number)
        return "\(ground.prefix)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    }

    // MARK: A concern

    mutating func write(_ course: ConcernCourse) throws {
        let concern: ID<Concern> = isFirst ? change.record : id(at: course.receivedAt)
        let reference = reference(course.concern.number)
        try writeConcern(course, concern, reference)
        for type in course.concern.exploitation { add(.concernExploitation, "(\(concern), \(partnership), \(type))") }
        for indicator in course.words.indicators {
            add(.concernIndicators, "(\(concern), \(partnership), \(indicator))")
        }
        for (position, mention) in course.mentions.enumerated() {
            let id: ID<Mention> = id(at: course.receivedAt)
            add(
                .mentions,
                """
                (\(id), \(concern), \(partnership), \(mention.kind), \(mention.role), \(mention.description),
                \(mention.value), \(MatchKeys.key(kind: mention.kind, value: mention.value)), \(position))
                """)
        }
        let raised = "Raised as \(reference)"
        if isFirst {
            firstSummary = raised
            isFirst = false
        } else {
            try trace(
                concern, RaiseConcern.name, raised, at: course.receivedAt, by: course.sourceAgency ?? .modernSlaveryLead)
        }
        if let at = course.triagedAt { try trace(concern, TriageConcern.name, "Screened", at: at) }
        try writeRound(course, concern)
        try writeDecision(course, concern)
        try writeStrands(course, concern)
        try writeCircle(course, concern)
        for visit in course.visits { try write(visit, of: course, id: concern) }
        for task in course.tasks { try writeTask(task, course, concern) }
        for (measure, quantity) in course.outcomes.sorted(by: { $0.key < $1.key }) {
            add(.concernOutcomes, "(\(concern), \(partnership), \(measure), \(quantity))")
        }
        if let closing = course.closing {
            let label = lists["closing_reason"].label(closing.reason)
            try trace(concern, CloseConcern.name, "Closed: \(label)", at: closing.at)
        }
        words.append((concern, found(course, reference)))
    }

    private mutating func writeConcern(_ course: ConcernCourse, _ id: ID<Concern>, _ reference: String) throws {
        let concern = course.concern
        let words = course.words
        let decision = course.decision
        let closing = course.closing
        let thrive = course.thrive
        add(
            .concerns,
            """
            (\(id), \(partnership), \(reference), 1, \(concern.receivedOn), \(course.receivedAt), \(course.channel),
            \(concern.source), \(try course.sourceAgency.map(ground.id)), \(ground.coordinator), \(course.status),
            \(closing == nil), \(course.immediateDanger), \(course.policeIncident), \(words.summary), \(words.seen),
            \(words.inferred), \(words.happensWhen), \(course.howKnown), \(concern.locationType), \(words.place),
            \(words.postcode), \(MatchKeys.place(words.place, postcode: words.postcode)),
            \(ground.towns[concern.town]), \(ground.wards[concern.ward]), '', '', \(concern.nationality),
            \(words.peopleCount), \(words.children), 'yes', '', \(thrive[0]), \(thrive[1]), \(thrive[2]), \(thrive[3]),
            \(thrive[4]), \(thrive[5]), \(course.triagedAt), \(decision?.grade), \(decision?.decidedAt),
            \(try decision.map { try ground.id($0.lead) }), \(decision?.reportBackOn), \(decision?.planningMeetingOn),
            \(decision?.planningNotes ?? ""), \(decision?.tacticalPlan ?? ""), \(closing?.reason),
            \(closing?.summary ?? ""), \(closing?.reportBack ?? ""), \(closing?.at),
            \(concern.exploitation.sorted().joined(separator: " ")))
            """)
    }

    private mutating func writeRound(_ course: ConcernCourse, _ concern: ID<Concern>) throws {
        guard let round = course.round else { return }
        let roundID: ID<ScopingRound> = id(at: round.openedAt)
        add(
            .scopingRounds,
            """
            (\(roundID), \(concern), \(partnership), 1, \(round.question), \(round.openedAt), \(round.dueAt),
            \(round.closedAt), \(round.closingSummary))
            """)
        let count = round.requests.count
        try trace(
            concern, OpenScoping.name, "Round 1 sent to \(count) \(count == 1 ? "agency" : "agencies")", at: round.openedAt)
        for request in round.requests {
            let requestID: ID<ScopingRequest> = id(at: round.openedAt)
            let isWaiting = round.closedAt == nil && request.answer == nil
            let remindedAt = request.reminders > 0 ? round.dueAt.adding(hours: 2) : nil
            add(
                .scopingRequests,
                """
                (\(requestID), \(roundID), \(concern), \(partnership), \(try ground.id(request.agency)), 1,
                \(round.openedAt), \(round.dueAt), \(remindedAt), \(request.reminders), \(request.answer),
                \(request.summary), \(request.grading), \(request.conditions), \(request.speakTo),
                \(request.answeredAt), \(request.answer == nil ? nil : ground.contacts[request.agency]), \(isWaiting))
                """)
            if let answer = request.answer, let at = request.answeredAt {
                try trace(
                    concern, AnswerScoping.name, "\(request.agency.rawValue) answered: \(answer.label.lowercased())",
                    at: at, by: request.agency, strand: "answers", kind: .scopingRequests, record: requestID.text)
            }
            if let remindedAt {
                try trace(
                    concern, RemindAgency.name, "\(request.agency.rawValue) reminded", at: remindedAt, strand: "answers",
                    kind: .scopingRequests, record: requestID.text)
            }
        }
        if let closedAt = round.closedAt {
            try trace(
                concern, CloseScoping.name, "Round 1 closed: \(round.answered) of \(count) answered", at: closedAt)
        }
    }

    private mutating func writeDecision(_ course: ConcernCourse, _ concern: ID<Concern>) throws {
        guard let decision = course.decision else { return }
        let suggestion = decision.criteria.suggestion
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let criteria = String(decoding: try encoder.encode(decision.criteria), as: UTF8.self)
        let decisionID: ID<ResponseDecision> = id(at: decision.decidedAt)
        add(
            .responseDecisions,
            """
            (\(decisionID), \(concern), \(partnership), \(decision.grade), \(suggestion.grade), \(criteria),
            \(suggestion.reasons.joined(separator: "; ")), \(decision.rationale), \(decision.approver),
            \(try ground.id(decision.lead)), \(decision.reportBackOn), \(decision.decidedAt), \(ground.coordinator))
            """)
        for agency in Set(decision.team + [decision.lead]).sorted(by: { $0.rawValue < $1.rawValue }) {
            add(.responseTeam, "(\(concern), \(partnership), \(try ground.id(agency)))")
        }
        try trace(
            concern, DecideResponse.name, "Response decided: \(decision.grade.label.lowercased())", at: decision.decidedAt)
        if decision.planningMeetingOn != nil {
            try trace(
                concern, PlanSignificant.name, "Planning meeting and tactical plan recorded",
                at: decision.decidedAt.adding(hours: 4))
        }
    }

    private mutating func writeStrands(_ course: ConcernCourse, _ concern: ID<Concern>) throws {
        for strand in course.strands {
            let strandID: ID<Strand> = id(at: strand.openedAt)
            let status = strand.outcome.isEmpty ? StrandStatus.open : .finished
            add(
                .strands,
                """
                (\(strandID), \(concern), \(partnership), \(strand.kind), 1, \(try ground.id(strand.lead)),
                \(strand.plan), \(status), \(strand.outcome), \(strand.openedAt))
                """)
            for agency in Set(strand.team + [strand.lead]).sorted(by: { $0.rawValue < $1.rawValue }) {
                add(.strandTeam, "(\(strandID), \(try ground.id(agency)))")
            }
            try trace(
                concern, "open-strand", "\(strand.kind.label) strand opened", at: strand.openedAt,
                strand: strand.kind.rawValue, kind: .strands, record: strandID.text)
        }
    }

    /// Who sees the concern, and why: as the steps of the product would have let them in.
    private mutating func writeCircle(_ course: ConcernCourse, _ concern: ID<Concern>) throws {
        struct Place {
            var seesAnswers = false
            var seesVictims = false
            var basis: String
            var addedAt: Moment
        }
        var circle: [Agency: Place] = [:]
        func admit(_ agency: Agency, _ basis: String, at moment: Moment, answers: Bool = false, victims: Bool = false) {
            var place = circle[agency] ?? Place(basis: basis, addedAt: moment)
            place.seesAnswers = place.seesAnswers || answers
            if victims, !place.seesVictims {
                place.seesVictims = true
                place.basis = basis
            }
            circle[agency] = place
        }
        if let agency = course.sourceAgency { admit(agency, "Raised the concern", at: course.receivedAt) }
        if let round = course.round {
            for request in round.requests { admit(request.agency, "Asked in round 1", at: round.openedAt) }
        }
        if let decision = course.decision {
            for agency in decision.team + [decision.lead] {
                admit(agency, "In the response team", at: decision.decidedAt, answers: true)
            }
        }
        for strand in course.strands {
            for agency in strand.team + [strand.lead] {
                admit(
                    agency, "On the \(strand.kind.label.lowercased()) strand", at: strand.openedAt,
                    victims: strand.kind == .victims)
            }
        }
        for (agency, place) in circle.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            add(
                .circles,
                """
                (\(concern), \(try ground.id(agency)), \(partnership), \(place.seesAnswers), \(place.seesVictims),
                \(place.basis), \(place.addedAt))
                """)
        }
    }

    private mutating func writeTask(
        _ task: ConcernCourse.TaskCourse, _ course: ConcernCourse, _ concern: ID<Concern>
    ) throws {
        let taskID: ID<WorkTask> = id(at: task.createdAt)
        add(
            .tasks,
            """
            (\(taskID), \(partnership), \(concern), \(task.strand), 1, \(task.title), \(try ground.id(task.agency)),
            \(task.dueOn), \(task.doneAt == nil), \(task.result), \(task.createdAt), \(task.doneAt))
            """)
        try trace(
            concern, "add-task", "Task for \(task.agency.rawValue), due \(task.dueOn.text): \(task.title)",
            at: task.createdAt, strand: task.strand, kind: .tasks, record: taskID.text)
        if let doneAt = task.doneAt {
            try trace(
                concern, "finish-task", "\(task.agency.rawValue) finished a task: \(task.title)", at: doneAt,
                by: task.agency, strand: task.strand, kind: .tasks, record: taskID.text)
        }
    }

    private func found(_ course: ConcernCourse, _ reference: String) -> String {
        let words = course.words
        var parts = [
            reference, words.summary, words.seen, words.inferred, words.happensWhen, words.place, words.postcode,
            words.postcode.filter { $0 != " " }, lists["location_type"].label(course.concern.locationType),
            course.policeIncident ?? "",
        ]
        for mention in course.mentions {
            parts += [
                mention.description, mention.value, MatchKeys.key(kind: mention.kind, value: mention.value).lowercased(),
            ]
        }
        return parts.joined(separator: " ")
    }

    // MARK: A visit

    /// Writes a visit, who came and who was met; `course` is nil for a preventive visit.
    mutating func write(_ visit: PlannedVisit, of course: ConcernCourse?, id concern: ID<Concern>?) throws {
        let startsAt = Moment(day: visit.visitedOn, hour: chance.number(5...14), minute: chance.number(0...3) * 15)
        let planned = Moment(day: visit.visitedOn.adding(days: -3), hour: 13)
        let visitID: ID<Visit> = id(at: planned)
        let reference = VisitReference.text(prefix: ground.prefix, number: visit.number)
        let isDebriefed = visit.visitedOn <= DemonstrationYear.end.adding(days: -9)
        let people = visit.screened.count
        let isHome = visit.locationType == "private-dwelling"
        let lead = visit.agencies[0]
        guard let purpose = ground.purposes[visit.purpose] else {
            throw Demonstration.Failure.missing("the purpose \(visit.purpose)")
        }
        let met = people == 0 ? "Nobody was met." : people == 1 ? "One person was met." : "\(people) people were met."
        add(
            .visits,
            """
            (\(visitID), \(partnership), \(concern), \(reference), 1,
            \(isDebriefed ? VisitStatus.debriefed : .made), \(visit.visitedOn), \(startsAt.clockText), \(purpose),
            \(course?.words.place ?? "\(DemonstrationWords.streets[visit.number % 18])"),
            \(course?.words.postcode ?? ""), \(visit.locationType), \(ground.towns[visit.town]),
            \(isHome ? Occupancy.living : .working), \(try ground.id(lead)),
            \("\(lead.rawValue) leads with its own power and knows the place best"), '',
            \(visit.purpose == "Warrant" ? "Warrant of the magistrates' court" : isHome ? "Entered with consent" : ""),
            'Unknown number of people; one way out. Two officers stay outside.', \(isHome ? RiskLevel.medium : .low),
            'The lead agency names one on the day', 'By telephone, not from among the people met',
            \(VisitFields.named), 'Car park of the fire station', '',
            \(isDebriefed ? "\(met) Each agency reported what it found." : ""),
            \(isDebriefed ? "An interpreter on site saves an hour." : ""), \(planned))
            """)
        receptions.append((visitID, "The community centre nearby, from the start of the visit"))
        try trace(
            concern, PlanVisit.name, "Visit \(reference) planned for \(visit.visitedOn.text)", at: planned,
            strand: PlanVisit.strand, kind: .visits, record: visitID.text)
        for (index, agency) in visit.agencies.enumerated() { try attend(agency, index, visit, visitID, isHome: isHome) }
        let end = startsAt.adding(hours: 2)
        try trace(
            concern, MarkVisitMade.name, "Visit \(reference) recorded as made", at: end, strand: MarkVisitMade.strand,
            kind: .visits, record: visitID.text)
        for (index, person) in visit.screened.enumerated() {
            try screen(person, index, visit, visitID, concern, from: startsAt)
        }
        if people > 0 {
            let who = people == 1 ? "A person" : "\(people) people"
            try trace(
                concern, RecordScreening.name, "\(who) screened at visit \(reference)", at: end, strand: "victims",
                kind: .visits, record: visitID.text)
        }
        if isDebriefed {
            try trace(
                concern, DebriefVisit.name, "Debrief of visit \(reference)",
                at: Moment(day: visit.visitedOn.adding(days: 2), hour: 10), strand: DebriefVisit.strand, kind: .visits,
                record: visitID.text)
        }
    }

    private mutating func attend(
        _ agency: Agency, _ index: Int, _ visit: PlannedVisit, _ id: ID<Visit>, isHome: Bool
    ) throws {
        let role =
            switch agency {
            case _ where index == 0: "lead"
            case .hopeForJustice, .womensAid, .redCross: "victim-support"
            case .adultSocialCare: "adult-safeguarding"
            case .childrensTrust: "child-safeguarding"
            case .housing: "accommodation"
            case .britishGas, .westernPower: "utilities"
            case .modernSlaveryLead: "screening"
            case .police: "entry"
            default: "inspection"
            }
        let entry: EntryObtained = index == 0 ? (isHome ? .consent : .power) : .notNeeded
        add(
            .visitAgencies,
            """
            (\(id), \(try ground.id(agency)), \(partnership), 1, \(role), '', \(agency == .police ? 4 : 2), 'yes',
            \(chance.number(4...14) * 15), \(entry == .power ? "Own power of inspection" : ""), \(entry),
            \(DemonstrationWriter.found(by: agency)), \(DemonstrationWriter.done(by: agency)))
            """)
    }

    private static func found(by agency: Agency) -> String {
        switch agency {
        case .fire: "Alarms missing; the way out was blocked."
        case .housingQuality, .housing: "Crowded, damp, one toilet for everybody."
        case .environmentalHealth: "Kitchen and washing place not fit for use."
        case .hmrc: "No records of hours or pay for half of the workers."
        case .glaa: "Workers were supplied without a licence."
        case .immigration: "Papers were looked at; some were not in order."
        case .britishGas, .westernPower: "The meter had been bypassed."
        case .police: "Nobody was stopped from leaving while we were there."
        default: ""
        }
    }

    private static func done(by agency: Agency) -> String {
        switch agency {
        case .hopeForJustice, .womensAid, .redCross: "Spoke with people in private and left a number to ring."
        case .adultSocialCare, .childrensTrust: "Saw to those who need care."
        case .fire, .environmentalHealth, .housingQuality: "Explained what has to be put right and by when."
        case .britishGas, .westernPower: "Made the supply safe."
        default: "Own report follows."
        }
    }

    private mutating func screen(
        _ person: PlannedScreening, _ index: Int, _ visit: PlannedVisit, _ visitID: ID<Visit>, _ concern: ID<Concern>?,
        from start: Moment
    ) throws {
        let at = start.adding(seconds: Int64(600 + index * 420))
        let screeningID: ID<Screening> = id(at: at)
        let carers: [Agency] = [.hopeForJustice, .womensAid, .modernSlaveryLead, .adultSocialCare]
        let agency = visit.agencies.first { carers.contains($0) } ?? visit.agencies[0]
        let reference =
            "\(VisitReference.text(prefix: ground.prefix, number: visit.number))-\(screeningID.text.suffix(8).uppercased())"
        let answers = ScreeningAnswers(of: person, &chance)
        add(
            .screenings,
            """
            (\(screeningID), \(visitID), \(concern), \(partnership), \(reference), \(try ground.id(agency)),
            \(ground.contacts[agency]), \(at), \(answers.gender), \(answers.ageGroup), \(answers.nationality),
            \(answers.language), \(answers.outcome), \(answers.consent), \(answers.nextStep), '', 0)
            """)
        for indicator in answers.indicators {
            add(.screeningIndicators, "(\(screeningID), \(partnership), \(indicator))")
        }
    }

    // MARK: Writing

    /// One line of a concern's timeline.
    private mutating func trace(
        _ concern: ID<Concern>?, _ verb: String, _ summary: String, at moment: Moment,
        by agency: Agency = .modernSlaveryLead, strand: String = "", kind: Relation = .concerns, record: String? = nil
    ) throws {
        let id: ID<RecordChange> = id(at: moment)
        add(
            .recordChanges,
            """
            (\(id), \(partnership), \(concern), \(strand), \(kind.table.description),
            \(record ?? concern?.text ?? ""), \(moment), \(ground.contacts[agency]), \(try ground.id(agency)), \(verb),
            \(summary), '[]')
            """)
    }

    /// Writes everything that has gathered.
    mutating func flush() throws {
        for (relation, columns) in DemonstrationWriter.tables {
            var batch = RowBatch(size: 40) { [change] rows in
                try change.run("INSERT INTO \(change.table(relation)) (\(columns)) VALUES \(rows: rows)")
            }
            for row in rows[relation] ?? [] { try batch.add(row) }
            try batch.flush()
        }
        rows = [:]
        for (visit, place) in receptions {
            try change.seal(place, field: VisitFields.reception, in: .safeAddresses, of: visit.text)
        }
        receptions = []
        for (concern, text) in words { try change.indexWords(text, of: concern, in: partnership) }
        words = []
    }

    /// Parents before children.
    private static let tables: [(Relation, Statement)] = [
        (
            .concerns,
            """
            id, partnership_id, reference, version, received_on, received_at, channel, source, source_organisation_id,
            recorded_by, status, is_open, immediate_danger, police_incident, summary, seen, inferred, happens_when,
            how_known, location_type, place, postcode, place_key, town_id, ward_id, residence, residence_key,
            nationality, people_count, children_present, reporter_contact, reporter_safe_way, threat, harm, risk,
            investigation, vulnerability, engagement, triaged_at, response, response_decided_at, lead_organisation_id,
            report_back_on, planning_meeting_on, planning_meeting_notes, tactical_plan, closing_reason, closing_summary,
            report_back, closed_at, exploitation
            """
        ),
        (.concernExploitation, "concern_id, partnership_id, exploitation_type"),
        (.concernIndicators, "concern_id, partnership_id, indicator"),
        (.mentions, "id, concern_id, partnership_id, kind, role, description, value_text, value_key, position"),
        (
            .circles,
            "concern_id, organisation_id, partnership_id, sees_answers, sees_victims, basis, added_at"
        ),
        (
            .scopingRounds,
            "id, concern_id, partnership_id, number, question, opened_at, due_at, closed_at, closing_summary"
        ),
        (
            .scopingRequests,
            """
            id, round_id, concern_id, partnership_id, organisation_id, version, sent_at, due_at, reminded_at, reminders,
            answer, summary, grading, conditions, speak_to, answered_at, answered_by, is_waiting
            """
        ),
        (
            .responseDecisions,
            """
            id, concern_id, partnership_id, response, suggested, criteria, reasons, rationale, approver,
            lead_organisation_id, report_back_on, decided_at, decided_by
            """
        ),
        (.responseTeam, "concern_id, partnership_id, organisation_id"),
        (
            .strands,
            "id, concern_id, partnership_id, kind, version, lead_organisation_id, plan, status, outcome, opened_at"
        ),
        (.strandTeam, "strand_id, organisation_id"),
        (
            .visits,
            """
            id, partnership_id, concern_id, reference, version, status, visited_on, starts_at, purpose_id, place,
            postcode, location_type, town_id, is_occupied, lead_organisation_id, lead_reason, notice, warrant, risks,
            risk_level, safety_officer, interpreters, reception, meeting_point, briefing, debrief, lessons, created_at
            """
        ),
        (
            .visitAgencies,
            """
            visit_id, organisation_id, partnership_id, version, role, power, officers, attended, minutes, power_used,
            entry, found, did
            """
        ),
        (
            .screenings,
            """
            id, visit_id, concern_id, partnership_id, reference, organisation_id, person_id, recorded_at, gender,
            age_group, nationality, language, outcome, consent, next_step, note, has_identity
            """
        ),
        (.screeningIndicators, "screening_id, partnership_id, indicator"),
        (
            .tasks,
            """
            id, partnership_id, concern_id, strand, version, title, organisation_id, due_on, is_open, result, created_at,
            done_at
            """
        ),
        (.concernOutcomes, "concern_id, partnership_id, measure, quantity"),
        (
            .recordChanges,
            """
            id, partnership_id, concern_id, strand, record_kind, record_id, at, person_id, organisation_id, verb,
            summary, differences
            """
        ),
    ]
}

extension ScreeningAnswers {
    /// What was noted of somebody met, fitting what the screening showed.
    init(of person: PlannedScreening, _ chance: inout DemonstrationChance) {
        let signs: [String]
        let consent: String
        let nextStep: String
        switch person.outcome {
        case "disclosure":
            signs = ["G06", "G10", "G12"]
            consent = "yes"
            nextStep = "first-responder"
        case "strong-indicators":
            signs = ["G03", "G06", "G14"]
            consent = chance.one(of: "later", ["yes", "no"])
            nextStep = consent == "yes" ? "conversation-planned" : "monitor"
        case "some-indicators":
            signs = [chance.one(of: "L02", ["G14", "G19", "L01"])]
            consent = chance.one(of: "no", ["later", "yes"])
            nextStep = "information-given"
        default:
            signs = []
            consent = chance.one(of: "not-asked", ["yes", "no"])
            nextStep = chance.one(of: "none", ["information-given"])
        }
        self.init(
            gender: person.gender, ageGroup: person.isChild ? "child" : "adult", nationality: person.nationality,
            language: person.language, indicators: signs, outcome: person.outcome, consent: consent,
            nextStep: nextStep)
    }
}
