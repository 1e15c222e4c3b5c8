import Access
import Kernel
import Partnerships
import Web

/// The form of a plan, read: what it says, and what in it cannot be read at all.
struct VisitPlanForm {
    let data: FormData
    let plan: VisitPlan
    let problems: [Problem]
    /// Whether the planner ticked that somebody is in immediate danger.
    let isDanger: Bool

    /// - Parameters:
    ///   - concern: the concern that the form names, where it was found.
    ///   - isFixed: whether the visit is there already, so that its concern stays.
    init(_ data: FormData, concern: VisitConcern?, isFixed: Bool = false) {
        self.data = data
        isDanger = data.has("danger", "yes")
        var problems: [Problem] = []
        if !isFixed, !data.text("concern").isEmpty, concern == nil {
            problems.append(
                Problem(
                    "concern", "There is no such concern. Check the reference, or leave it empty for a preventive visit"
                ))
        }
        let date = data.date("visited_on")
        if date == .unreadable {
            problems.append(Problem("visited_on", "Enter the date as day, month and year, for example 8 2 2020"))
        }
        var agencies: [PlannedAgency] = []
        for text in data.texts("agencies") {
            guard let organisation = ID<Organisation>(text) else {
                problems.append(Problem("agencies", "Choose agencies from the list"))
                continue
            }
            let officers = data.text("officers-\(organisation)")
            if !officers.isEmpty, Int(officers) == nil {
                problems.append(Problem("agencies", "Enter the number of officers in figures"))
            }
            agencies.append(
                PlannedAgency(
                    organisation: organisation, role: data.text("role-\(organisation)"),
                    power: data.text("power-\(organisation)"), officers: Int(officers)))
        }
        plan = VisitPlan(
            concern: concern?.id, purpose: data.text("purpose"), visitedOn: date.day,
            startsAt: data.text("starts_at"), place: data.text("place"), postcode: data.text("postcode"),
            locationType: data.text("location_type"), town: data.id("town"),
            occupancy: Occupancy(rawValue: data.text("occupancy")) ?? .unknown, agencies: agencies,
            lead: data.id("lead"), leadReason: data.text("lead_reason"), notice: data.text("notice"),
            warrant: data.text("warrant"), risks: data.text("risks"),
            riskLevel: RiskLevel(rawValue: data.text("risk_level")) ?? .notAssessed,
            safetyOfficer: data.text("safety_officer"), interpreters: data.text("interpreters"),
            reception: data.text("reception"), keepsReception: isFixed && !data.has("reception_removed", "yes"),
            meetingPoint: data.text("meeting_point"),
            briefing: data.text("briefing"))
        self.problems = problems
    }

    /// What cannot be read, then what the rule finds wrong with the rest.
    func problems(with rule: [Problem]) -> [Problem] {
        problems + rule.filter { problem in !problems.contains { $0.field == problem.field } }
    }

    /// The form after "Check powers": the suggested lead, its reason and its power are filled in where nothing stands.
    func checked(_ choices: PlanningChoices) -> Form {
        let advice = choices.ground.advice(for: plan, immediateDanger: isDanger)
        var data = data
        if let lead = advice.lead {
            if data.text("lead").isEmpty { data = data.setting("lead", lead.organisation.text) }
            if data.id("lead", of: Organisation.self) == lead.organisation {
                if data.text("lead_reason").isEmpty { data = data.setting("lead_reason", lead.reason) }
                let field = "power-\(lead.organisation)"
                if data.text(field).isEmpty { data = data.setting(field, lead.power) }
                let role = "role-\(lead.organisation)"
                if data.text(role).isEmpty { data = data.setting(role, "lead") }
            }
        }
        return Form(data)
    }

    /// The fields of an empty form, filled in from the concern.
    static func data(forNew concern: VisitConcern?) -> FormData {
        var plan = VisitPlan()
        if let concern {
            plan.place = concern.place
            plan.postcode = concern.postcode
            plan.locationType = concern.locationType
            plan.town = concern.town
        }
        var data = data(of: plan, concern: concern?.reference ?? "")
        if concern?.immediateDanger == true { data.fields.append(("danger", "yes")) }
        return data
    }

    /// The fields of a form that says this plan.
    static func data(of plan: VisitPlan, concern: String) -> FormData {
        var fields: [(name: String, value: String)] = [
            ("concern", concern), ("purpose", plan.purpose), ("starts_at", plan.startsAt), ("place", plan.place),
            ("postcode", plan.postcode), ("location_type", plan.locationType), ("town", plan.town?.text ?? ""),
            ("occupancy", plan.occupancy.rawValue), ("lead", plan.lead?.text ?? ""), ("lead_reason", plan.leadReason),
            ("notice", plan.notice), ("warrant", plan.warrant), ("risks", plan.risks),
            ("risk_level", plan.riskLevel.rawValue), ("safety_officer", plan.safetyOfficer),
            ("interpreters", plan.interpreters), ("reception", plan.reception), ("meeting_point", plan.meetingPoint),
            ("briefing", plan.briefing),
        ]
        if let day = plan.visitedOn {
            let parts = day.parts
            fields += [
                ("visited_on-day", String(parts.day)), ("visited_on-month", String(parts.month)),
                ("visited_on-year", String(parts.year)),
            ]
        }
        for agency in plan.agencies {
            fields += [
                ("agencies", agency.organisation.text), ("role-\(agency.organisation)", agency.role),
                ("power-\(agency.organisation)", agency.power),
                ("officers-\(agency.organisation)", agency.officers.map(String.init) ?? ""),
            ]
        }
        return FormData(fields: fields)
    }

    /// Each part of the plan as it is stored beside what was typed.
    static func differences(
        stored: VisitPlan, typed: VisitPlan, ground: PlanningGround, lists: CodeLists
    ) -> [ConflictCard.Difference] {
        func name(_ id: ID<Organisation>?) -> String { id.flatMap { ground.member($0)?.name } ?? "" }
        func agencies(_ plan: VisitPlan) -> String {
            plan.agencies.map { agency in
                let role = lists["visit_role"].label(agency.role)
                let power = agency.power.isEmpty ? "" : ", \(ground.powers.name(agency.power))"
                let officers = agency.officers.map { ", \($0) officers" } ?? ""
                return name(agency.organisation) + (role.isEmpty ? "" : ": \(role)") + power + officers
            }.sorted().joined(separator: "; ")
        }
        func town(_ id: ID<Term>?) -> String { ground.towns.first { $0.id == id }?.label ?? "" }
        let sealedPlace = "The place that is kept sealed"
        let parts: [(String, (VisitPlan) -> String)] = [
            ("Purpose", \.purpose), ("Date", { $0.visitedOn?.text ?? "" }), ("Time", \.keptTime), ("Place", \.place),
            ("Postcode", \.postcode), ("Type of location", { lists["location_type"].label($0.locationType) }),
            ("Town", { town($0.town) }), ("Who is there", \.occupancy.label), ("Agencies", agencies),
            ("Lead", { name($0.lead) }), ("Reason for the lead", \.leadReason), ("Notice", \.notice),
            ("Warrant", \.warrant), ("Risks", \.risks), ("Risk", \.riskLevel.label),
            ("Safety officer", \.safetyOfficer), ("Interpreters", \.interpreters),
            ("Where people are received", { $0.reception.isEmpty && $0.keepsReception ? sealedPlace : $0.reception }),
            ("Meeting point", \.meetingPoint), ("Briefing", \.briefing),
        ]
        return parts.map { .init(name: $0.0, stored: $0.1(stored), typed: $0.1(typed)) }
    }
}
