/// What one figure counts. The raw value is the name of its part in the dashboard's JSON document.
package enum UnitOfCount: String, Sendable, CaseIterable {
    case concerns
    case visits
    case interventions
    case screened

    /// The unit as the heading of a column: "People screened".
    package var heading: String {
        switch self {
        case .concerns: "Concerns"
        case .visits: "Visits"
        case .interventions: "Interventions"
        case .screened: "People screened"
        }
    }

    /// What counts as one, as a sentence.
    package var definition: String {
        switch self {
        case .concerns:
            "A concern counts on the day it was received. Duplicates joined to another concern and reports that nobody "
                + "has checked yet do not count."
        case .visits: "A visit counts once, on the day it was made, however many agencies went."
        case .interventions: "An intervention is one agency attending one visit."
        case .screened: "A person counts each time they were screened on a visit that was made."
        }
    }

    /// The tables of this unit, in the order of the document.
    package var tables: [FigureTable] { FigureTable.allCases.filter { $0.unit == self } }
}
