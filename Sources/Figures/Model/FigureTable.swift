/// Every table of the dashboard, in the order of its JSON document. The raw value names it in addresses.
package enum FigureTable: String, Sendable, CaseIterable {
    case concernsByMonth = "concerns-by-month"
    case concernsByQuarter = "concerns-by-quarter"
    case concernsBySource = "concerns-by-source"
    case concernsByTown = "concerns-by-town"
    case concernsByWard = "concerns-by-ward"
    case concernsByLocationType = "concerns-by-location-type"
    case concernsByExploitationType = "concerns-by-exploitation-type"
    case concernsByNationality = "concerns-by-nationality"
    case visitsByMonth = "visits-by-month"
    case interventionsByAgency = "interventions-by-agency"
    case screenedByGender = "screened-by-gender"
    case screenedByAgeGroup = "screened-by-age-group"
    case screenedByNationality = "screened-by-nationality"
    case screenedByOutcome = "screened-by-outcome"

    package var unit: UnitOfCount {
        switch self {
        case .concernsByMonth, .concernsByQuarter, .concernsBySource, .concernsByTown, .concernsByWard,
            .concernsByLocationType, .concernsByExploitationType, .concernsByNationality:
            .concerns
        case .visitsByMonth: .visits
        case .interventionsByAgency: .interventions
        case .screenedByGender, .screenedByAgeGroup, .screenedByNationality, .screenedByOutcome: .screened
        }
    }

    /// What the rows are: "Town".
    package var dimension: String {
        switch self {
        case .concernsByMonth, .visitsByMonth: "Month"
        case .concernsByQuarter: "Quarter"
        case .concernsBySource: "Source"
        case .concernsByTown: "Town"
        case .concernsByWard: "Ward"
        case .concernsByLocationType: "Type of location"
        case .concernsByExploitationType: "Type of exploitation"
        case .concernsByNationality, .screenedByNationality: "Nationality"
        case .interventionsByAgency: "Agency"
        case .screenedByGender: "Gender"
        case .screenedByAgeGroup: "Age group"
        case .screenedByOutcome: "Outcome"
        }
    }

    /// The table's heading on a page: "Concerns by town".
    package var heading: String { "\(unit.heading) by \(dimension.lowercased())" }

    /// The unit of count with what has to be known to read the table rightly.
    package var unitText: String {
        switch self {
        case .concernsByMonth: "Concerns, by the month they were received"
        case .concernsByQuarter: "Concerns, by the quarter of the calendar year in which they were received"
        case .concernsBySource: "Concerns, each from one source"
        case .concernsByTown: "Concerns, by the town of the place"
        case .concernsByWard: "Concerns, by the ward of the place"
        case .concernsByLocationType: "Concerns, each at one type of place"
        case .concernsByExploitationType: "Concerns; one concern can have several types"
        case .concernsByNationality: "Concerns, by the nationality of the people concerned"
        case .visitsByMonth: "Visits made, by the month of the visit"
        case .interventionsByAgency: "Interventions: one for each agency at each visit it attended"
        case .screenedByGender: "People screened on visits, by gender"
        case .screenedByAgeGroup: "People screened on visits, by age group"
        case .screenedByNationality: "People screened on visits, by nationality"
        case .screenedByOutcome: "People screened on visits, by the outcome of the screening"
        }
    }

    /// The member of the JSON document: "by_town".
    package var member: String {
        switch self {
        case .concernsByMonth, .visitsByMonth: "by_month"
        case .concernsByQuarter: "by_quarter"
        case .concernsBySource: "by_source"
        case .concernsByTown: "by_town"
        case .concernsByWard: "by_ward"
        case .concernsByLocationType: "by_location_type"
        case .concernsByExploitationType: "by_exploitation_type"
        case .concernsByNationality, .screenedByNationality: "by_nationality"
        case .interventionsByAgency: "by_agency"
        case .screenedByGender: "by_gender"
        case .screenedByAgeGroup: "by_age_group"
        case .screenedByOutcome: "by_outcome"
        }
    }

    /// Whether the rows are stretches of time, which stay in their order.
    package var isOverTime: Bool {
        switch self {
        case .concernsByMonth, .concernsByQuarter, .visitsByMonth: true
        default: false
        }
    }

    /// The code list that gives the rows their labels; nil where they are names or times.
    var codeList: String? {
        switch self {
        case .concernsBySource: "concern_source"
        case .concernsByLocationType: "location_type"
        case .concernsByExploitationType: "exploitation_type"
        case .concernsByNationality, .screenedByNationality: "nationality"
        case .screenedByGender: "gender"
        case .screenedByAgeGroup: "age_group"
        case .screenedByOutcome: "screening_outcome"
        default: nil
        }
    }
}
