import Kernel

/// How many people were screened, by each of the things that are asked about them.
package struct ScreeningSummary: Sendable {
    package struct Count: Sendable, Hashable {
        package let code: String
        package let count: Int
    }

    /// The name of the group, the code list of its codes, and how many people each code has; the most frequent first.
    package let groups: [(name: String, list: String, counts: [Count])]

    package init(_ entries: [ScreeningEntry]) {
        func counts(_ code: (ScreeningAnswers) -> String) -> [Count] {
            Dictionary(grouping: entries) { code($0.answers) }
                .map { Count(code: $0.key, count: $0.value.count) }
                .sorted { ($1.count, $0.code) < ($0.count, $1.code) }
        }
        groups = [
            ("Outcome", "screening_outcome", counts(\.outcome)), ("Gender", "gender", counts(\.gender)),
            ("Age", "age_group", counts(\.ageGroup)), ("Nationality", "nationality", counts(\.nationality)),
        ]
    }
}
