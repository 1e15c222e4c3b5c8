/// What a published statistic is about: each is a table of its own, with its own unit of count.
package enum StatisticDataset: String, Sendable, CaseIterable {
    case referrals
    case referralsOverTime = "referrals-over-time"
    case reasonableGrounds = "reasonable-grounds"
    case conclusiveGrounds = "conclusive-grounds"
    case dutyToNotify = "duty-to-notify"
    case dutyToNotifyByNationality = "duty-to-notify-by-nationality"
    case smallBoatReferrals = "small-boat-referrals"
    case smallBoatOutcomes = "small-boat-outcomes"
    case helplineCases = "helpline-cases"
    case helplineVictims = "helpline-potential-victims"

    /// What it is called on a page and in a report.
    package var title: String {
        switch self {
        case .referrals: "Referrals by first responder, exploitation, age, gender and nationality"
        case .referralsOverTime: "Referrals over time, by age and place of exploitation"
        case .reasonableGrounds: "Reasonable grounds decisions"
        case .conclusiveGrounds: "Conclusive grounds decisions"
        case .dutyToNotify: "Duty to notify reports"
        case .dutyToNotifyByNationality: "Duty to notify reports by nationality"
        case .smallBoatReferrals: "People who came in small boats, by whether they were referred"
        case .smallBoatOutcomes: "Referrals of people who came in small boats, by outcome"
        case .helplineCases: "Helpline: cases"
        case .helplineVictims: "Helpline: potential victims"
        }
    }

    /// What counts as one.
    package var unit: String {
        switch self {
        case .referrals, .referralsOverTime:
            "People referred as potential victims, in the quarter in which the referral was made"
        case .reasonableGrounds, .conclusiveGrounds: "Decisions, in the quarter in which they were made"
        case .dutyToNotify, .dutyToNotifyByNationality:
            "Reports of adults who did not agree to a referral, in the quarter in which they were made"
        case .smallBoatReferrals: "People who came in small boats, in the quarter in which they came"
        case .smallBoatOutcomes: "Referrals of people who came in small boats, in the quarter in which they came"
        case .helplineCases:
            "Cases that a helpline opened in the quarter, in the police force area in which people may be exploited. One case can tell of several people or of none"
        case .helplineVictims:
            "Potential victims that callers told a helpline of in the quarter, in the police force area in which they may be exploited. The helpline has not met them, and one person can be told of more than once"
        }
    }

    /// Whether a quarter in which nobody is counted has no row, so that a gap between two quarters is no fault.
    var isSparse: Bool { self == .smallBoatReferrals || self == .smallBoatOutcomes }

    /// The columns of its file; the first row names them in any order.
    var columns: [String] {
        switch self {
        case .referrals:
            [
                "Quarter", "First responder type", "First responder", "Exploitation type", "Age at exploitation", "Gender", "Nationality",
                "People",
            ]
        case .referralsOverTime: ["Year", "Quarter", "Age at exploitation", "Location of exploitation", "NRM referrals"]
        case .reasonableGrounds: ["Year", "Quarter"] + StatisticDataset.decisionColumns("reasonable grounds")
        case .conclusiveGrounds: ["Year", "Quarter"] + StatisticDataset.decisionColumns("conclusive grounds")
        case .dutyToNotify: ["Year", "Quarter", "Total"]
        case .dutyToNotifyByNationality: ["Quarter", "Nationality", "Total"]
        case .smallBoatReferrals: ["Date", "Year", "Quarter", "NRM referral", "Nationality", "Region", "Sex", "Age Group", "Referrals"]
        case .smallBoatOutcomes:
            [
                "Date", "Year", "Quarter", "Nationality", "Region", "Sex", "Age Group", "NRM Case Outcome", "NRM Case Outcome Group",
                "Referrals",
            ]
        case .helplineCases: ["Quarter", "Police force", "Exploitation type", "Cases"]
        case .helplineVictims: ["Quarter", "Police force", "Exploitation type", "Potential victims"]
        }
    }

    private static func decisionColumns(_ decisions: String) -> [String] {
        ["Adult (18 or over)", "Child (17 or under)", "Age not specified or unknown"].flatMap { age in
            ["\(age) - Negative \(decisions)", "\(age) - Positive \(decisions)", "\(age) - Total"]
        } + ["Total"]
    }
}
