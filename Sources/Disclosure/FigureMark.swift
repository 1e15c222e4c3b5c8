/// What stands beside or instead of a figure: the shorthand of the Government Analysis Function ("Using symbols in tables").
package enum FigureMark: String, Hashable, Sendable, CaseIterable {
    case confidential = "[c]"
    case notAvailable = "[x]"
    case notApplicable = "[z]"
    case low = "[low]"
    case unreliable = "[u]"
    case provisional = "[p]"
    case revised = "[r]"
    case estimated = "[e]"
    case breakInSeries = "[b]"

    /// What it means, for the notes of a publication.
    package var meaning: String {
        switch self {
        case .confidential: "hidden so that nobody can be recognised"
        case .notAvailable: "not available"
        case .notApplicable: "not applicable"
        case .low: "rounds to 0 and is not 0"
        case .unreliable: "of low reliability, because it is based on few"
        case .provisional: "provisional, and may be revised"
        case .revised: "revised since it was first published"
        case .estimated: "estimated"
        case .breakInSeries: "not comparable with figures before, because the way of counting changed"
        }
    }
}
