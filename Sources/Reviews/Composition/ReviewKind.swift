/// The template of a review.
package enum ReviewKind: String, Sendable, CaseIterable {
    /// A borough or county: what was reported, found and done.
    case local
    /// A region with its local partnerships: referrals, and the strategy by item, objective and progress.
    case regional
    /// A programme or strategy: why, how, and what comes of it.
    case programme
    /// One town of a partnership, beside the whole.
    case town

    /// The title of the document, for a year and for another stretch of time.
    func title(isYear: Bool) -> String {
        switch self {
        case .local: isYear ? "Annual report" : "Report"
        case .regional: isYear ? "Annual review" : "Review"
        case .programme: "Programme report"
        case .town: "Town profile"
        }
    }

    /// The line under the title.
    var subject: String { "Tackling modern slavery and human trafficking" }
}
