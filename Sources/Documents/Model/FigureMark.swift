/// What has to be said beside a figure or in its place, in the shorthand of the Government Analysis Function.
package enum FigureMark: String, Sendable, Codable, CaseIterable, Comparable {
    case breakInSeries = "b"
    case estimated = "e"
    case lowReliability = "u"
    case notApplicable = "z"
    case notAvailable = "x"
    case provisional = "p"
    case revised = "r"

    /// "[p]".
    package var text: String { "[\(rawValue)]" }

    /// What the mark means, for the notes.
    package var meaning: String {
        switch self {
        case .breakInSeries: "there is a break in the series here; figures before and after cannot be compared"
        case .estimated: "estimated"
        case .lowReliability: "of low reliability, because few are counted"
        case .notApplicable: "not applicable"
        case .notAvailable: "not available"
        case .provisional: "provisional; it can still change"
        case .revised: "revised since it was first published"
        }
    }

    package static func < (one: FigureMark, other: FigureMark) -> Bool { one.rawValue < other.rawValue }
}
