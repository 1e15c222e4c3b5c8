import Access
import Kernel
import Partnerships

/// A visit to be planned, as the interface takes it: references, names and labels.
package struct PlanVisitJSON: Codable, Sendable, Hashable {
    package struct Agency: Codable, Sendable, Hashable {
        package var name: String
        package var role: String?
        package var officers: Int?
    }

    /// The reference of the concern; left out for a preventive visit.
    package var concern: String?
    package var purpose: String
    /// "2020-02-08".
    package var visitedOn: String
    package var startsAt: String?
    package var place: String
    package var postcode: String?
    package var locationType: String
    package var town: String?
    package var agencies: [Agency]?
    /// The name of the lead agency.
    package var lead: String?
    package var leadReason: String?
    package var risks: String?

    enum CodingKeys: String, CodingKey {
        case concern, purpose, place, postcode, town, agencies, lead, risks
        case visitedOn = "visited_on"
        case startsAt = "starts_at"
        case locationType = "location_type"
        case leadReason = "lead_reason"
    }

    /// The plan that is meant, with what in it cannot be understood.
    func plan(_ choices: PlanningChoices, lists: CodeLists) -> (plan: VisitPlan, problems: [Problem]) {
        var problems: [Problem] = []
        let ground = choices.ground
        func member(_ name: String, _ field: String) -> ID<Organisation>? {
            if let found = ground.members.first(where: { FoldedText($0.name) == FoldedText(name) }) { return found.id }
            problems.append(Problem(field, "\(name) is not a member of the partnership"))
            return nil
        }
        func code(_ list: String, _ label: String, _ field: String) -> String {
            if label.isEmpty { return "" }
            if let code = lists[list].code(label: label) { return code }
            problems.append(Problem(field, "\(label) is not in the list"))
            return ""
        }
        if concern != nil, choices.concern == nil {
            problems.append(Problem("concern", "There is no such concern"))
        }
        let day = Day(visitedOn)
        if day == nil { problems.append(Problem("visited_on", "Write the date as 2020-02-08")) }
        var plan = VisitPlan(
            concern: choices.concern?.id, purpose: purpose, visitedOn: day, startsAt: startsAt ?? "", place: place,
            postcode: postcode ?? "", locationType: code("location_type", locationType, "location_type"),
            leadReason: leadReason ?? "", risks: risks ?? "")
        if let town, !town.isEmpty {
            plan.town = ground.towns.first { FoldedText($0.label) == FoldedText(town) }?.id
            if plan.town == nil { problems.append(Problem("town", "\(town) is not a town of the partnership")) }
        }
        plan.agencies = (agencies ?? []).compactMap { agency in
            member(agency.name, "agencies").map {
                PlannedAgency(
                    organisation: $0, role: code("visit_role", agency.role ?? "", "agencies"),
                    officers: agency.officers)
            }
        }
        if let lead, !lead.isEmpty { plan.lead = member(lead, "lead") }
        return (plan, problems)
    }
}

extension VisitDesk {
    /// Plans a visit from the interface. The same rule as the form's.
    package func plan(
        _ entry: PlanVisitJSON, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Visit>> {
        guard viewer.isCoordinator else { throw AccessError.denied }
        let choices = try await planning(for: entry.concern.map(ConcernChoice.reference) ?? .none, as: viewer)
        let (plan, problems) = entry.plan(choices, lists: lists)
        guard problems.isEmpty else {
            let rule = PlanVisit.problems(plan, concern: choices.concern, ground: choices.ground)
            return .refused(problems + rule.filter { one in !problems.contains { $0.field == one.field } })
        }
        return try await self.plan(plan, by: viewer, key: key)
    }
}
