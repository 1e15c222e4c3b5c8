import Concerns
import Kernel

/// What became of a concern of the year, step by step with its times: everything that is written of it beside the visits.
struct ConcernCourse: Sendable {
    /// One question to one agency.
    struct Request: Sendable {
        let agency: Agency
        var answer: ScopingAnswer?
        var summary = ""
        var grading = ""
        var conditions = ""
        var speakTo = ""
        var answeredAt: Moment?
        var reminders = 0
    }

    struct Round: Sendable {
        var question: String
        var openedAt: Moment
        var dueAt: Moment
        var closedAt: Moment?
        var closingSummary = ""
        var requests: [Request]

        var answered: Int { requests.count { $0.answer != nil } }
    }

    struct Decision: Sendable {
        var grade: ResponseGrade
        var criteria: ResponseCriteria
        var rationale: String
        var approver = ""
        var lead: Agency
        var team: [Agency]
        var reportBackOn: Day?
        var decidedAt: Moment
        var planningMeetingOn: Day?
        var planningNotes = ""
        var tacticalPlan = ""
    }

    struct StrandCourse: Sendable {
        var kind: StrandKind
        var lead: Agency
        var team: [Agency]
        var plan: String
        var outcome = ""
        var openedAt: Moment
    }

    struct TaskCourse: Sendable {
        var title: String
        var agency: Agency
        var strand: String
        var dueOn: Day
        var createdAt: Moment
        var result = ""
        var doneAt: Moment?
    }

    struct Closing: Sendable {
        /// A code of "closing_reason".
        var reason: String
        var summary: String
        var reportBack: String
        var at: Moment
    }

    struct MentionCourse: Sendable {
        var kind: String
        var role: String
        var description: String
        var value: String
    }

    let concern: PlannedConcern
    let visits: [PlannedVisit]
    let words: DemonstrationWords
    let receivedAt: Moment
    var channel = "telephone"
    var sourceAgency: Agency?
    var howKnown = "saw-or-heard"
    var mentions: [MentionCourse] = []
    var immediateDanger = false
    var policeIncident: String?
    var triagedAt: Moment?
    var thrive: [String] = ["", "", "", "", "", ""]
    var round: Round?
    var decision: Decision?
    var strands: [StrandCourse] = []
    var tasks: [TaskCourse] = []
    var closing: Closing?
    /// Quantities by code of "outcome_measure".
    var outcomes: [String: Int] = [:]

    var status: ConcernStatus {
        if closing != nil { return .closed }
        if decision != nil { return .response }
        if round != nil { return .scoping }
        return triagedAt == nil ? .raised : .triaged
    }
}

extension ConcernCourse {
    /// What became of every concern that is told in short.
    static func courses(of year: DemonstrationYear) -> [ConcernCourse] {
        var chance = DemonstrationChance(seed: 20_200_331)
        let concerns = year.concerns.filter { $0.tale == nil }
        var arrests = [3, 2, 1, 1, 1]
        return concerns.enumerated().map { index, concern in
            var course = ConcernCourse(concern, visits: year.visits(of: concern), &chance)
            course.follow(newest: concerns.count - 1 - index, &chance)
            if concern.isSexual, !course.visits.isEmpty, !arrests.isEmpty {
                course.outcomes["arrests"] = arrests.removeFirst()
            }
            return course
        }
    }

    private init(_ concern: PlannedConcern, visits: [PlannedVisit], _ chance: inout DemonstrationChance) {
        self.concern = concern
        self.visits = visits
        words = DemonstrationWords(concern, &chance)
        receivedAt = Moment(day: concern.receivedOn, hour: chance.number(8...16), minute: chance.number(0...59))
        switch concern.source {
        case "police":
            sourceAgency = .police
            channel = "agency-form"
            howKnown = "records"
        case "agency":
            sourceAgency = chance.drawn([
                (.environmentalHealth, 9), (.housingQuality, 9), (.adultSocialCare, 8), (.childrensTrust, 6), (.fire, 6),
                (.housing, 6), (.dwp, 4), (.hmrc, 3), (.glaa, 5), (.tradingStandards, 3), (.immigration, 3),
            ])
            channel = "agency-form"
        case "charity":
            sourceAgency = chance.drawn([(.hopeForJustice, 5), (.womensAid, 4), (.redCross, 3)])
            channel = "agency-form"
            howKnown = "told-by-person"
        case "public": channel = chance.happens(50) ? "public-form" : "telephone"
        case "anonymous": howKnown = "suspicion"
        case "helpline": howKnown = "told-by-other"
        default: break
        }
        if chance.happens(30) {
            mentions.append(
                MentionCourse(
                    kind: "phone", role: "", description: "Rings the people there",
                    value: chance.happens(15) ? "07700 900512" : DemonstrationWords.phone(&chance)))
        }
        if chance.happens(25) {
            mentions.append(
                MentionCourse(
                    kind: "vehicle", role: "driver", description: chance.one(of: "White minibus", ["Silver estate car", "Blue van"]),
                    value: DemonstrationWords.vehicle(&chance)))
        }
    }

    /// - Parameter newest: 0 for the newest concern, 1 for the one before it.
    private mutating func follow(newest: Int, _ chance: inout DemonstrationChance) {
        if newest < 4 {
            if newest == 1 {
                immediateDanger = true
                policeIncident = "0417 of \(concern.receivedOn.text)"
            }
            return
        }
        let triaged = min(workingDay(after: concern.receivedOn, by: chance.number(0...1)), DemonstrationYear.end)
        triage(at: Moment(day: triaged, hour: 17, minute: chance.number(5...50)))
        if newest < 8 { return }
        let isKnownElsewhere = !visits.isEmpty || newest < 14 || chance.happens(80)
        if isKnownElsewhere { ask(on: min(workingDay(after: triaged, by: 1), DemonstrationYear.end), isOpen: newest < 14, &chance) }
        if newest < 14 { return }
        let from = round?.closedAt?.day ?? triaged
        if visits.isEmpty {
            closeWithoutVisit(from: from, &chance)
        } else {
            respond(on: min(workingDay(after: from, by: 1), visits[0].visitedOn), &chance)
        }
    }

    private mutating func triage(at moment: Moment) {
        triagedAt = moment
        let people = words.peopleCount.map { "\($0) people" } ?? "People whose number is not known"
        thrive = [
            "\(people) may be under the control of somebody who profits from them.",
            concern.isSexual
                ? "Sexual violence and threats are feared." : "Loss of wages, bad housing and danger at work are feared.",
            words.children == "yes" ? "Likely and soon: children are there." : "Likely if nothing is done; not known to be immediate.",
            "Ask the agencies what they hold before anybody goes there.",
            "Little English, no money of their own, no safe place known.",
            sourceAgency == nil ? "The caller may ring again." : "The reporting agency can go on asking.",
        ]
    }

    // MARK: Asking the agencies

    private mutating func ask(on day: Day, isOpen: Bool, _ chance: inout DemonstrationChance) {
        let openedAt = Moment(day: day, hour: 9, minute: chance.number(5...55))
        let isSexual = concern.isSexual
        var weighted = Agency.allCases.filter { $0 != .modernSlaveryLead }.map {
            ($0, $0.weight(sexual: isSexual, place: concern.locationType))
        }
        var asked: [Agency] = []
        let count = chance.number(4...7)
        while asked.count < count, let agency = chance.drawn(weighted) {
            asked.append(agency)
            weighted.removeAll { $0.0 == agency }
        }
        var requests = asked.map { ConcernCourse.answered(by: $0, at: openedAt, place: concern.locationType, &chance) }
        let dueAt = openedAt.adding(hours: 48)
        if isOpen {
            for index in requests.indices where index.isMultiple(of: 2) {
                let reminders = index == 0 ? 1 : 0
                requests[index] = Request(agency: requests[index].agency, reminders: reminders)
            }
            round = Round(
                question: ConcernCourse.question, openedAt: openedAt, dueAt: dueAt, requests: requests)
            return
        }
        let held = requests.count { $0.answer == .held }
        let showed =
            held == 0
            ? "Nobody holds anything about the place or the people." : "\(held) of \(requests.count) hold something: enough to go on."
        let closedAt = dueAt.adding(hours: Int64(chance.number(2...20)))
        for index in requests.indices {
            if let at = requests[index].answeredAt, at > closedAt {
                requests[index].answeredAt = closedAt.adding(seconds: -600)
            }
        }
        round = Round(
            question: ConcernCourse.question, openedAt: openedAt, dueAt: dueAt, closedAt: closedAt,
            closingSummary: showed, requests: requests)
    }

    private static let question = "What do you hold on this place, its owner and the people seen there?"

    private static func answered(
        by agency: Agency, at openedAt: Moment, place: String, _ chance: inout DemonstrationChance
    ) -> Request {
        var request = Request(agency: agency)
        let answers: [(ScopingAnswer?, Int)] = [
            (.nothingHeld, 48), (.held, 34), (.cannotShare, 8), (.conflict, 3), (nil, 7),
        ]
        guard let answer = chance.drawn(answers) ?? nil else { return request }
        request.answer = answer
        request.answeredAt = openedAt.adding(seconds: Int64(chance.number(90...3_200)) * 60)
        switch answer {
        case .nothingHeld: break
        case .held:
            request.summary = holdings(of: agency, &chance)
            request.grading = chance.one(of: "2CP", ["1AP", "2DP", "1BC"])
            if request.grading.hasSuffix("C") { request.conditions = "For planning only. Ask us before anybody acts on it." }
        case .cannotShare, .conflict: request.speakTo = "Duty desk of \(agency.rawValue), office hours"
        }
        return request
    }

    private static func holdings(of agency: Agency, _ chance: inout DemonstrationChance) -> String {
        switch agency {
        case .police:
            chance.one(
                of: "Two calls within a year about shouting at night; no arrest.",
                ["One intelligence report on a man who collects rent there in cash.", "A vehicle seen there was stopped twice."])
        case .immigration: "One person at the address overstayed a visa; no contact since."
        case .glaa: "The business is not on the register and has been warned before."
        case .hmrc: "Returns show two employees; more have been seen."
        case .housing, .housingQuality: "Rented without a licence; complaints about damp and crowding."
        case .fire: "Last audit four years ago. A sleeping risk was not declared."
        case .environmentalHealth, .environmentProtection: "Complaints about waste and hours of work."
        case .adultSocialCare: "A tenant was referred once for self-neglect and did not engage."
        case .childrensTrust: "A child at the address is known to the school; attendance is poor."
        case .womensAid, .hopeForJustice, .redCross: "A caller described a place very like this one last year."
        case .dwp: "Three claims from the address, made with the same telephone."
        case .britishGas, .westernPower: "Readings do not match use; the meter may have been bypassed."
        case .tradingStandards: "Counterfeit goods were seized from the same owner."
        case .environmentAgency: "The site has no permit for what is stored there."
        case .modernSlaveryLead: "The owner's name came up in an earlier concern."
        }
    }

    // MARK: Responding

    private mutating func closeWithoutVisit(from day: Day, _ chance: inout DemonstrationChance) {
        if round != nil, chance.happens(65) {
            let decided = workingDay(after: day, by: 1)
            let lead = round?.requests.first?.agency ?? .police
            decision = Decision(
                grade: .single, criteria: criteria, rationale: "One agency can look into it with its own powers and report back.",
                lead: lead, team: [lead], reportBackOn: decided.adding(days: 21),
                decidedAt: Moment(day: decided, hour: 11, minute: chance.number(0...59)))
        }
        let closed = workingDay(after: day, by: chance.number(12...45))
        guard closed <= DemonstrationYear.end else {
            if let decision {
                tasks.append(
                    TaskCourse(
                        title: DecideResponse.reportBackTask, agency: decision.lead, strand: "",
                        dueOn: decision.reportBackOn ?? DemonstrationYear.end, createdAt: decision.decidedAt))
            }
            return
        }
        let reasons: [(String, String)] =
            decision == nil
            ? [
                ("not-enough-information", "Nothing more could be learnt. It can be opened again when something new comes."),
                ("other-service", "The people need help with housing; the housing service has taken it over."),
                ("people-not-found", "Nobody of that description could be found."),
            ]
            : [
                ("no-exploitation-found", "The agency spoke with the people there alone. Nothing points to exploitation."),
                ("other-service", "The people there have other needs; they were told where to find help."),
                ("people-not-found", "The place is empty and the people have gone."),
                ("passed-on", "The people live elsewhere now; the partnership there has been told."),
            ]
        let chosen = chance.one(of: reasons[0], Array(reasons.dropFirst()))
        close(chosen.0, chosen.1, on: closed, &chance)
    }

    private mutating func respond(on day: Day, _ chance: inout DemonstrationChance) {
        let decidedAt = Moment(day: day, hour: 10, minute: chance.number(0...59))
        let team = Agency.allCases.filter { agency in visits.contains { $0.agencies.contains(agency) } }
        let isLarge = visits.contains { $0.agencies.count >= 7 || $0.screened.count >= 14 }
        var made = Decision(
            grade: isLarge ? .significant : .joint, criteria: criteria,
            rationale: isLarge
                ? "Many people and several offences: plan it together before anybody goes."
                : "Several agencies hold something and need each other's powers.",
            approver: isLarge ? "Chair of the partnership" : "", lead: visits[0].agencies[0], team: team,
            decidedAt: decidedAt)
        if isLarge {
            made.planningMeetingOn = day
            made.planningNotes = "All agencies of the team met. Roles, interpreters and the place of reception are settled."
            made.tacticalPlan = "One team at each entrance; people are met apart from whoever is in charge; screening in private."
        }
        decision = made
        let last = visits[visits.count - 1].visitedOn
        let closed = workingDay(after: last, by: chance.number(10...38))
        let isClosed = closed <= DemonstrationYear.end
        openStrands(at: decidedAt, isClosed: isClosed, isLarge: isLarge, team: team, &chance)
        let isDone = isClosed || chance.happens(30)
        tasks.append(
            TaskCourse(
                title: "Send what the visit showed to the coordinator", agency: visits[0].agencies[0], strand: "location",
                dueOn: min(last.adding(days: 7), DemonstrationYear.end), createdAt: Moment(day: last, hour: 16),
                result: isDone ? "Sent." : "",
                doneAt: isDone ? Moment(day: min(last.adding(days: 5), DemonstrationYear.end), hour: 14) : nil))
        if isClosed {
            measure(&chance)
            let reason = closingReason(&chance)
            close(reason.0, reason.1, on: closed, &chance)
        } else {
            tasks.append(
                TaskCourse(
                    title: "Go back and see whether the people are safe", agency: team[0], strand: "location",
                    dueOn: last.adding(days: chance.number(10...30)), createdAt: Moment(day: last, hour: 16, minute: 10)))
        }
    }

    private var criteria: ResponseCriteria {
        var criteria = ResponseCriteria()
        criteria.peopleCount = words.peopleCount
        criteria.children = words.children == "yes"
        criteria.complexPremises = ["factory", "waste-recycling", "hotel"].contains(concern.locationType)
        criteria.liveOperation = round?.requests.contains { $0.answer == .conflict } ?? false
        criteria.agenciesHolding = round?.requests.count { $0.answer == .held } ?? 0
        return criteria
    }

    private mutating func openStrands(
        at moment: Moment, isClosed: Bool, isLarge: Bool, team: [Agency], _ chance: inout DemonstrationChance
    ) {
        strands.append(
            StrandCourse(
                kind: .location, lead: visits[0].agencies[0], team: team,
                plan: "Visit together, make the place safe and see what keeps it going.",
                outcome: isClosed ? "Visited; what was unsafe has been put right." : "", openedAt: moment.adding(seconds: 600)))
        let needsHelp = visits.flatMap(\.screened).contains { $0.outcome == "disclosure" || $0.outcome == "strong-indicators" }
        if concern.isSexual || needsHelp {
            let lead: Agency = concern.isSexual ? .womensAid : .hopeForJustice
            strands.append(
                StrandCourse(
                    kind: .victims, lead: lead, team: [lead, .adultSocialCare],
                    plan: "A safe conversation for everybody who wants one; a place to stay ready on the day.",
                    outcome: isClosed ? "Everybody met was offered help. What each chose stands in their own record." : "",
                    openedAt: moment.adding(seconds: 900)))
        }
        if isLarge || (concern.isSexual && chance.happens(40)) {
            strands.append(
                StrandCourse(
                    kind: .offenders, lead: .police, team: [.police, .immigration],
                    plan: "Who profits: bank accounts, telephones, tenancy.",
                    outcome: isClosed ? "Passed to the investigation team." : "", openedAt: moment.adding(seconds: 1_200)))
        }
    }

    private func closingReason(_ chance: inout DemonstrationChance) -> (String, String) {
        let people = visits.flatMap(\.screened)
        let disclosed = people.contains { $0.outcome == "disclosure" }
        if disclosed, chance.happens(70) {
            return ("people-safeguarded", "Everybody met was spoken with in private and was told whom to ring.")
        }
        if people.contains(where: { $0.outcome == "strong-indicators" }), chance.happens(50) {
            return ("support-declined", "Everybody met was offered help and has the helpline's number.")
        }
        return chance.one(
            of: ("no-exploitation-found", "The visit showed bad conditions but nobody held against their will."),
            [
                ("exploitation-stopped", "The place changed hands and the people are paid properly."),
                ("enforcement-complete", "Notices were served and followed; nothing more is to be done there."),
                ("investigation-elsewhere", "Police have taken it over as a criminal investigation."),
            ])
    }

    private mutating func measure(_ chance: inout DemonstrationChance) {
        let people = visits.flatMap(\.screened)
        let disclosed = people.count { $0.outcome == "disclosure" }
        let strong = people.count { $0.outcome == "strong-indicators" }
        if disclosed > 0 {
            outcomes["nrm-referrals"] = (disclosed + 1) / 2
            outcomes["adults-safeguarded"] = disclosed
        }
        if strong > 0 { outcomes["duty-to-notify"] = strong }
        let came = Set(visits.flatMap(\.agencies))
        if came.contains(.fire), chance.happens(40) { outcomes["improvement-notices"] = 1 }
        if came.contains(.housingQuality), chance.happens(35) { outcomes["other-notices"] = chance.number(1...2) }
        if came.contains(.immigration), chance.happens(35) { outcomes["immigration-cases"] = chance.number(1...3) }
        if came.contains(.hmrc), chance.happens(25) { outcomes["wages-recovered"] = chance.number(4...60) * 100 }
        if visits.contains(where: { $0.purpose == "Warrant" }) { outcomes["warrants"] = 1 }
    }

    private mutating func close(_ reason: String, _ summary: String, on day: Day, _ chance: inout DemonstrationChance) {
        closing = Closing(
            reason: reason, summary: summary,
            reportBack: sourceAgency == nil ? "" : "Thank you. It was looked into and is closed. Tell us at once if you see more.",
            at: Moment(day: day, hour: 15, minute: chance.number(0...59)))
    }

    private func workingDay(after day: Day, by days: Int) -> Day {
        var found = day.adding(days: days)
        while found.weekday > 5 { found = found.adding(days: 1) }
        return found
    }
}
