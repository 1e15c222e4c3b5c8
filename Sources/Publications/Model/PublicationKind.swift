import Access
import Reviews
import Store

/// What kind of document a publication is: which sections it begins with, and how its objectives are set out.
package enum PublicationKind: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    case regionalReview = "regional-review"
    case countyReview = "county-review"
    case boroughReport = "borough-report"
    case strategy
    case programmeReport = "programme-report"
    case townProfile = "town-profile"
    case infographic
    case monthlyOverview = "monthly-overview"

    package var label: String {
        switch self {
        case .regionalReview: "Regional annual review"
        case .countyReview: "County annual review"
        case .boroughReport: "Borough annual report"
        case .strategy: "Strategy"
        case .programmeReport: "National programme report"
        case .townProfile: "Town profile"
        case .infographic: "Infographic"
        case .monthlyOverview: "Monthly overview"
        }
    }

    /// What it is for, for whoever chooses.
    package var hint: String {
        switch self {
        case .regionalReview: "Referrals first; objectives as a table of item, objectives and progress"
        case .countyReview: "What was reported, found and done in a county, with its challenges"
        case .boroughReport: "What was reported, found and done in a borough, with case studies"
        case .strategy: "Objectives with why, how and outcome first"
        case .programmeReport: "Objectives with why, how and outcome, beside the figures of the programme"
        case .monthlyOverview: "One month beside the twelve before it, with a commentary"
        case .infographic: "One sheet with large figures and up to \(PublicationKind.mostSheetCharts) charts, for walls and newsletters"
        case .townProfile: "One town beside the whole partnership, protected together with it and with the other towns"
        }
    }

    var reviewKind: ReviewKind {
        switch self {
        case .regionalReview: .regional
        case .countyReview, .boroughReport, .infographic, .monthlyOverview: .local
        case .strategy, .programmeReport: .programme
        case .townProfile: .town
        }
    }

    var objectiveLayout: ReviewPart.ObjectiveLayout {
        switch self {
        case .strategy, .programmeReport: .programme
        case .regionalReview, .countyReview, .boroughReport, .townProfile, .infographic, .monthlyOverview: .table
        }
    }

    /// The sections that it begins with.
    var template: [SectionDraft] {
        let figures = Review.figureSections(of: reviewKind).map { SectionDraft(.figures, source: $0.rawValue) }
        func words(_ kind: SectionKind, _ title: String = "") -> SectionDraft {
            SectionDraft(kind, title: title.isEmpty ? kind.label : title)
        }
        let opening = [words(.foreword), words(.introduction)]
        let objectives = words(.objectives, "Objectives and progress")
        switch self {
        case .regionalReview:
            return opening + figures + [words(.achievements), words(.challenges), words(.objectives, "Review of the strategy")]
        case .countyReview: return opening + figures + [words(.achievements), words(.challenges), words(.narrative, "What comes next")]
        case .boroughReport: return opening + figures + [words(.caseStudy, "A case study"), words(.achievements), words(.challenges)]
        case .strategy: return opening + [objectives, SectionDraft(.figures, source: FigureSection.inFigures.rawValue)]
        case .monthlyOverview:
            return [SectionDraft(.figures, source: FigureSection.month.rawValue), words(.narrative, "Commentary")]
        case .infographic:
            return [SectionDraft(.figures, source: FigureSection.headlines.rawValue)]
                + ["concerns-by-exploitation-type", "concerns-by-location-type", "concerns-by-nationality"].map {
                    SectionDraft(.chart, source: $0)
                }
        case .townProfile: return [words(.introduction)] + figures + [words(.narrative, "What comes next")]
        case .programmeReport: return [words(.introduction)] + figures.prefix(1) + [objectives] + figures.dropFirst() + [words(.challenges)]
        }
    }
}
