import Store

/// How grave a risk is: how likely, 1 to 5, times what would come of it, 1 to 5.
package struct RiskScore: Sendable, Hashable {
    package enum Level: String, Sendable, CaseIterable, Comparable, Bindable, ColumnDecodable {
        case low
        case medium
        case high
        case critical

        package var label: String {
            switch self {
            case .low: "Low"
            case .medium: "Medium"
            case .high: "High"
            case .critical: "Critical"
            }
        }

        /// Whether a day on which somebody looks again has to be named.
        package var needsReview: Bool { self >= .high }

        private var rank: Int {
            switch self {
            case .low: 1
            case .medium: 2
            case .high: 3
            case .critical: 4
            }
        }

        package static func < (one: Level, other: Level) -> Bool { one.rank < other.rank }
    }

    package let likelihood: Int
    package let impact: Int

    /// Nil unless both are 1 to 5.
    package init?(likelihood: Int?, impact: Int?) {
        guard let likelihood, let impact, (1...5).contains(likelihood), (1...5).contains(impact) else { return nil }
        self.likelihood = likelihood
        self.impact = impact
    }

    package var product: Int { likelihood * impact }

    /// 1 to 4 low, 5 to 9 medium, 10 to 16 high, 17 to 25 critical.
    package var level: Level {
        switch product {
        case ...4: .low
        case ...9: .medium
        case ...16: .high
        default: .critical
        }
    }

    static let likelihoods = ["Very unlikely", "Unlikely", "Possible", "Likely", "Very likely"]
    static let impacts = ["Slight", "Minor", "Serious", "Severe", "Life or freedom"]
}
