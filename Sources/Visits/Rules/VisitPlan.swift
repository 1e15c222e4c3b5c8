import Access
import Kernel

/// A visit as it is planned: everything that can be settled before the day.
package struct VisitPlan: Sendable, Hashable {
    /// The concern it belongs to; nil for a preventive visit.
    package var concern: ID<Concern>?
    /// A purpose in the partnership's words; a new word is added to them.
    package var purpose: String
    package var visitedOn: Day?
    /// "05:30"; empty when no time is set.
    package var startsAt: String
    package var place: String
    package var postcode: String
    /// A code of "location_type".
    package var locationType: String
    package var town: ID<Term>?
    package var occupancy: Occupancy
    package var agencies: [PlannedAgency]
    package var lead: ID<Organisation>?
    package var leadReason: String
    /// When notice was given and to whom, or why none is needed.
    package var notice: String
    /// The warrant: from which court, of which day, or the consent that takes its place.
    package var warrant: String
    package var risks: String
    package var riskLevel: RiskLevel
    package var safetyOfficer: String
    package var interpreters: String
    /// Where people who are met are received, as it was typed: it is kept sealed, so a plan that is read back is without
    /// it.
    package var reception: String
    /// Whether the place that is sealed already stays where none is typed.
    package var keepsReception: Bool
    package var meetingPoint: String
    package var briefing: String

    package init(
        concern: ID<Concern>? = nil, purpose: String = "", visitedOn: Day? = nil, startsAt: String = "",
        place: String = "", postcode: String = "", locationType: String = "", town: ID<Term>? = nil,
        occupancy: Occupancy = .unknown, agencies: [PlannedAgency] = [], lead: ID<Organisation>? = nil,
        leadReason: String = "", notice: String = "", warrant: String = "", risks: String = "",
        riskLevel: RiskLevel = .notAssessed, safetyOfficer: String = "", interpreters: String = "",
        reception: String = "", keepsReception: Bool = false, meetingPoint: String = "", briefing: String = ""
    ) {
        self.concern = concern
        self.purpose = purpose
        self.visitedOn = visitedOn
        self.startsAt = startsAt
        self.place = place
        self.postcode = postcode
        self.locationType = locationType
        self.town = town
        self.occupancy = occupancy
        self.agencies = agencies
        self.lead = lead
        self.leadReason = leadReason
        self.notice = notice
        self.warrant = warrant
        self.risks = risks
        self.riskLevel = riskLevel
        self.safetyOfficer = safetyOfficer
        self.interpreters = interpreters
        self.reception = reception
        self.keepsReception = keepsReception
        self.meetingPoint = meetingPoint
        self.briefing = briefing
    }

    /// Whether a place is named where people who are met are received.
    package var namesReception: Bool { !reception.isEmpty || keepsReception }
}

/// An agency that is asked to come, and for what.
package struct PlannedAgency: Sendable, Hashable {
    package var organisation: ID<Organisation>
    /// A code of "visit_role"; empty when it is left open.
    package var role: String
    /// The code of the power of entry it means to rely on; empty for none.
    package var power: String
    package var officers: Int?

    package init(organisation: ID<Organisation>, role: String = "", power: String = "", officers: Int? = nil) {
        self.organisation = organisation
        self.role = role
        self.power = power
        self.officers = officers
    }
}

/// What a plan is held against: the members, words and codes of the partnership, as they stand.
package struct PlanningGround: Sendable {
    package var members: [PowersAdvice.Agency]
    package var towns: [TermReference]
    package var purposes: [TermReference]
    package var locationTypes: Set<String>
    package var roles: Set<String>
    package var powers: PowersOfEntry
    package var today: Day

    package init(
        members: [PowersAdvice.Agency], towns: [TermReference], purposes: [TermReference], locationTypes: Set<String>,
        roles: Set<String>, powers: PowersOfEntry, today: Day
    ) {
        self.members = members
        self.towns = towns
        self.purposes = purposes
        self.locationTypes = locationTypes
        self.roles = roles
        self.powers = powers
        self.today = today
    }

    package func member(_ id: ID<Organisation>) -> PowersAdvice.Agency? { members.first { $0.id == id } }

    /// What the directory advises for this plan, as far as it is filled in.
    package func advice(for plan: VisitPlan, immediateDanger: Bool) -> PowersAdvice {
        PowersAdvice.advise(
            agencies: plan.agencies.compactMap { member($0.organisation) }, locationType: plan.locationType,
            occupancy: plan.occupancy, immediateDanger: immediateDanger, on: plan.visitedOn ?? today, directory: powers)
    }
}

extension VisitPlan {
    /// Every reason why the plan cannot be kept, whether it is a new one or a change.
    package func problems(_ ground: PlanningGround) -> [Problem] {
        var problems: [Problem] = []
        if FoldedText(purpose).key.isEmpty {
            problems.append(Problem("purpose", "Say in words what the visit is for"))
        }
        if visitedOn == nil {
            problems.append(Problem("visited_on", "Enter the date of the visit"))
        }
        if !startsAt.isEmpty, ClockTime(startsAt) == nil {
            problems.append(Problem("starts_at", "Enter the time as hours and minutes, for example 05:30"))
        }
        if place.isEmpty {
            problems.append(Problem("place", "Enter the place"))
        }
        if locationType.isEmpty {
            problems.append(Problem("location_type", "Choose the type of location"))
        } else if !ground.locationTypes.contains(locationType) {
            problems.append(Problem("location_type", "Choose the type of location from the list"))
        }
        if let town, !ground.towns.contains(where: { $0.id == town }) {
            problems.append(Problem("town", "Choose the town from the list"))
        }
        problems += agencyProblems(ground)
        problems += lengthProblems
        return problems
    }

    private func agencyProblems(_ ground: PlanningGround) -> [Problem] {
        var problems: [Problem] = []
        if Set(agencies.map(\.organisation)).count < agencies.count {
            problems.append(Problem("agencies", "Name each agency once"))
        }
        for agency in agencies {
            guard let member = ground.member(agency.organisation) else {
                problems.append(Problem("agencies", "Choose agencies that are members of the partnership"))
                break
            }
            if !agency.role.isEmpty, !ground.roles.contains(agency.role) {
                problems.append(Problem("agencies", "Choose the role of \(member.name) from the list"))
            }
            if let officers = agency.officers, !(0...500).contains(officers) {
                problems.append(Problem("agencies", "Enter how many officers \(member.name) brings, up to 500"))
            }
            if !agency.power.isEmpty, ground.powers[agency.power]?.organisationKinds.contains(member.kind) != true {
                problems.append(Problem("agencies", "Choose a power that \(member.name) holds"))
            }
        }
        if let lead, !agencies.contains(where: { $0.organisation == lead }) {
            problems.append(Problem("lead", "Choose the lead from the agencies that come"))
        }
        return problems
    }

    private var lengthProblems: [Problem] {
        let short: [(String, String, String)] = [
            ("purpose", "purpose", purpose), ("place", "place", place), ("postcode", "postcode", postcode),
            ("safety_officer", "safety officer", safetyOfficer), ("interpreters", "interpreters", interpreters),
            ("meeting_point", "meeting point", meetingPoint),
        ]
        let long: [(String, String, String)] = [
            ("lead_reason", "reason for the lead", leadReason), ("notice", "notice", notice),
            ("warrant", "warrant", warrant), ("risks", "risks", risks), ("reception", "place of reception", reception),
            ("briefing", "briefing", briefing),
        ]
        return short.compactMap { TextLength.problem($0.0, $0.1, $0.2, limit: TextLength.line) }
            + long.compactMap { TextLength.problem($0.0, $0.1, $0.2, limit: TextLength.account) }
    }

    /// The time as it is kept, "05:30"; empty when none is set.
    package var keptTime: String { ClockTime.kept(startsAt) }
}
