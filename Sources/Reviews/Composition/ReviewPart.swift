import Documents

/// One piece of a review, at the place where its editor put it.
package enum ReviewPart: Sendable {
    /// How objectives are set out.
    package enum ObjectiveLayout: Sendable {
        /// A table of item, objectives, and progress and outcomes.
        case table
        /// Each with why, how, outcomes and progress.
        case programme
    }

    /// What somebody wrote. Case studies that follow each other stand under one heading.
    case words(ReviewText.Part)
    case figures(FigureSection)
    /// One chart, by the name of its table.
    case chart(String)
    /// One table by its name.
    case table(String)
    case objectives(ObjectiveFile, ObjectiveLayout)
    /// A table of published statistics, by what somebody chose.
    case statistics(String)
    /// Figures from elsewhere, which have their sources beside them.
    case stated(StatedSection)
}
