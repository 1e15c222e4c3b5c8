/// Every table of the figures of referrals. The raw value names it in addresses.
package enum PathwayTable: String, Sendable, CaseIterable {
    case byMonth = "referrals-by-month"
    case byQuarter = "referrals-by-quarter"
    case byTown = "referrals-by-town"
    case byLocalAuthority = "referrals-by-local-authority"
    case byFirstResponderType = "referrals-by-first-responder-type"
    case byFirstResponder = "referrals-by-first-responder"
    case byExploitation = "referrals-by-exploitation-type"
    case byCombination = "referrals-by-exploitation-combination"
    case byAgeGroup = "referrals-by-age-group"
    case byGender = "referrals-by-gender"
    case byNationality = "referrals-by-nationality"
    case outcomes = "decisions-by-outcome"
    case daysToReasonableGrounds = "days-to-reasonable-grounds"
    case daysToConclusiveGrounds = "days-to-conclusive-grounds"
    case waiting = "referrals-waiting"
    case declined = "declined-by-reason"
    case quality = "quality-by-month"
    case places = "places-by-capability"

    package var heading: String {
        switch self {
        case .byMonth: "Referrals and reports by month"
        case .byQuarter: "Referrals and reports by quarter"
        case .byTown: "Referrals and reports by town"
        case .byLocalAuthority: "Referrals and reports by local authority"
        case .byFirstResponderType: "Referrals and reports by first responder type"
        case .byFirstResponder: "Referrals and reports by first responder organisation"
        case .byExploitation: "Referrals and reports by type of exploitation"
        case .byCombination: "Referrals and reports by combination of types"
        case .byAgeGroup: "Referrals and reports by age at exploitation"
        case .byGender: "Referrals and reports by gender"
        case .byNationality: "Referrals and reports by nationality"
        case .outcomes: "Decisions by outcome"
        case .daysToReasonableGrounds: "Days to the reasonable grounds decision"
        case .daysToConclusiveGrounds: "Days to the conclusive grounds decision"
        case .waiting: "Referrals that wait for a decision"
        case .declined: "Referrals declined, and why"
        case .quality: "Quality of referrals by month"
        case .places: "Places for those who need support"
        }
    }

    /// The columns: what the rows are, then what is counted.
    package var columns: [String] {
        let counts = ["Referrals", "Duty to notify reports"]
        return switch self {
        case .byMonth: ["Month"] + counts
        case .byQuarter: ["Quarter"] + counts
        case .byTown: ["Town"] + counts
        case .byLocalAuthority: ["Local authority"] + counts
        case .byFirstResponderType: ["First responder type"] + counts
        case .byFirstResponder: ["First responder organisation"] + counts
        case .byExploitation: ["Type of exploitation"] + counts
        case .byCombination: ["Types together"] + counts
        case .byAgeGroup: ["Age at exploitation"] + counts
        case .byGender: ["Gender"] + counts
        case .byNationality: ["Nationality"] + counts
        case .outcomes: ["Decision or step", "Decisions"]
        case .daysToReasonableGrounds, .daysToConclusiveGrounds: ["Quarter", "Decisions", "Mean days", "Median days"]
        case .waiting: ["Days since the referral", "For reasonable grounds", "For conclusive grounds"]
        case .declined: ["Reason", "Answers", "People"]
        case .quality: ["Month", "Referrals with a score", "Mean score", "Median score"]
        case .places: ["What is offered", "Services", "Places", "Places free"]
        }
    }

    /// The unit of count with what has to be known to read the table rightly.
    package var unitText: String {
        switch self {
        case .byLocalAuthority:
            "Referrals and reports, each once: the local authority that was told of a child, else the one on record for the person."
        case .byFirstResponderType:
            "Referrals and reports, each once, by the types of the Home Office's bulletins. Which organisation belongs to which type is to be confirmed."
        case .byMonth, .byQuarter, .byTown, .byFirstResponder:
            "Referrals to the National Referral Mechanism and duty to notify reports, on the day they were sent. One person can have several."
        case .byExploitation:
            "Referrals and reports; one counts for each type of exploitation that is known of the person, so the rows add up to more."
        case .byCombination: "Referrals and reports, each once, with all types of exploitation that are known of the person."
        case .byAgeGroup: "Referrals and reports, by the person's age when it happened, as it was known when the referral was approved."
        case .byGender: "Referrals and reports, each once, by the gender that the referral says."
        case .byNationality: "Referrals and reports, as known when they were approved; of two nationalities the first counts."
        case .outcomes: "Decisions and other steps, on the day they were made. Entries that were taken out do not count."
        case .daysToReasonableGrounds, .daysToConclusiveGrounds:
            "Decisions of the quarter. Days of the calendar from the day the referral was sent, rounded to whole days. Decisions after a reconsideration do not count."
        case .waiting: "Referrals as they stand today, whatever period is chosen."
        case .declined:
            "Answers of the consent ledger that decline a referral or take the agreement back, and the people who gave them. One person can answer several times."
        case .quality: "Referrals, by the month they were sent; the score is from 0 to 100, rounded to whole points."
        case .places:
            "Approved services of the directory as it stands today, whatever period and town are chosen. A service counts for each thing that it offers, with its places as it last told them; analysts and town leads do not see the directory."
        }
    }

    /// Whether the rows keep their own order instead of the greatest first.
    var isOrdered: Bool {
        switch self {
        case .byMonth, .byQuarter, .daysToReasonableGrounds, .daysToConclusiveGrounds, .waiting, .quality, .outcomes: true
        default: false
        }
    }
}
