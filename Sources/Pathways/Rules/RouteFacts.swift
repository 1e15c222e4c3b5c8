/// Everything that the rule looks at.
package struct RouteFacts: Sendable, Hashable {
    package enum Capacity: String, Sendable, CaseIterable {
        case notInDoubt = "not-in-doubt"
        case inDoubt = "in-doubt"
        case lacks
    }

    package var age: AgeStanding
    package var nation: Nation
    package var capacity: Capacity
    /// The last answer about the referral; nil while nobody asked.
    package var referral: ConsentAnswer?
    /// The last answer about the name in a duty-to-notify report.
    package var identity: ConsentAnswer?
    package var body: ReportingBody
    /// A referral of theirs was sent already: it discharges the duty to notify.
    package var wasReferred: Bool

    package init(
        age: AgeStanding, nation: Nation, capacity: Capacity, referral: ConsentAnswer?, identity: ConsentAnswer?,
        body: ReportingBody, wasReferred: Bool
    ) {
        self.age = age
        self.nation = nation
        self.capacity = capacity
        self.referral = referral
        self.identity = identity
        self.body = body
        self.wasReferred = wasReferred
    }
}
