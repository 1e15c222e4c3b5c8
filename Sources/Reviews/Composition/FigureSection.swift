/// A section of a review that the records write: charts, tables and the sentences that follow from them.
package enum FigureSection: String, Sendable, CaseIterable, Codable {
    case inFigures = "in-figures"
    case headlines
    case month
    case concerns
    case places
    case people
    case visits
    case screening
    case types
    case referrals

    /// As an editor chooses it.
    package var label: String {
        switch self {
        case .inFigures: "The period in figures"
        case .headlines: "The large figures alone"
        case .month: "The month beside those before it"
        case .concerns: "Concerns raised"
        case .places: "Where it happens"
        case .people: "Who is concerned"
        case .visits: "Visits by several agencies"
        case .screening: "People screened"
        case .types: "The work by type of exploitation"
        case .referrals: "Referrals and support"
        }
    }
}
