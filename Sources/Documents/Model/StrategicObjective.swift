/// An objective as strategies and programmes set it out: why, how, and what comes of it.
package struct StrategicObjective: Hashable, Sendable, Codable {
    package let number: String
    package let title: String
    /// How far it is, in words: "On track"; empty where nobody said.
    package let status: String
    package let why: [String]
    package let how: [String]
    package let outcomes: [String]
    package let progress: [String]

    package init(
        number: String, title: String, status: String = "", why: [String] = [], how: [String] = [], outcomes: [String] = [],
        progress: [String] = []
    ) {
        self.number = number
        self.title = title
        self.status = status
        self.why = why
        self.how = how
        self.outcomes = outcomes
        self.progress = progress
    }
}
