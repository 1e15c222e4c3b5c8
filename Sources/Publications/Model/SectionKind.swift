import Reviews
import Store

/// What a section of a publication is.
package enum SectionKind: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    case foreword
    case introduction
    case figures
    case chart
    case table
    case statedFigures = "stated-figures"
    case publishedStatistics = "published-statistics"
    case narrative
    case caseStudy = "case-study"
    case achievements
    case challenges
    case objectives

    package var label: String {
        switch self {
        case .foreword: "Foreword"
        case .introduction: "Introduction"
        case .figures: "Figures"
        case .chart: "Chart"
        case .table: "Table"
        case .statedFigures: "Figures from elsewhere"
        case .publishedStatistics: "Published statistics"
        case .narrative: "Narrative"
        case .caseStudy: "Case study"
        case .achievements: "Achievements"
        case .challenges: "Challenges"
        case .objectives: "Objectives and progress"
        }
    }

    /// What it is for, for whoever adds one.
    package var hint: String {
        switch self {
        case .foreword: "Somebody addresses the reader"
        case .introduction: "What the document is about"
        case .figures: "Charts, tables and sentences that the records write"
        case .chart: "One chart"
        case .table: "One table"
        case .statedFigures: "Figures that the records cannot count, each with its source"
        case .publishedStatistics: "A table of referrals, decisions or reports as they were published, for the country or for police forces"
        case .narrative: "Words under a heading of your own"
        case .caseStudy: "A story in which nobody can be recognised; somebody else has to approve it"
        case .achievements: "What went well"
        case .challenges: "What is hard, and what is done about it"
        case .objectives: "What the partnership set out to do, and how far it is"
        }
    }

    /// Whether somebody writes it.
    package var isWritten: Bool { place != nil }

    /// Where what somebody wrote stands; nil for figures and objectives.
    var place: ReviewText.Place? {
        switch self {
        case .foreword: .foreword
        case .introduction: .introduction
        case .narrative, .achievements, .challenges: .section
        case .caseStudy: .caseStudy
        case .figures, .chart, .table, .statedFigures, .publishedStatistics, .objectives: nil
        }
    }
}
