import Kernel
import Web

/// The fields of the planning meeting and the tactical plan.
enum PlanForm {
    static func fields(_ concern: ConcernDetail) -> FormData {
        var fields = [
            (name: "planning_meeting_notes", value: concern.planningMeetingNotes),
            (name: "tactical_plan", value: concern.tacticalPlan),
        ]
        if let (year, month, day) = concern.planningMeetingOn?.parts {
            fields += [
                (name: "planning_meeting_on-day", value: "\(day)"), (name: "planning_meeting_on-month", value: "\(month)"),
                (name: "planning_meeting_on-year", value: "\(year)"),
            ]
        }
        return FormData(fields: fields)
    }

    static let labels: [StaleEditPage.Label] = [
        .init(["planning_meeting_on-day", "planning_meeting_on-month", "planning_meeting_on-year"], "Day of the meeting"),
        .init("planning_meeting_notes", "Who met and what was agreed"), .init("tactical_plan", "Tactical plan"),
    ]
}
