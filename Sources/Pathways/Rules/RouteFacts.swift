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
    /// A duty-to-notify report about them was sent already: it discharges the duty too.
    package var wasReported: Bool
    /// Their 18th birthday is in this month, or was: the day decides.
    package var turns18ThisMonth: Bool
    /// They do not agree to contact with the police: the form names only whoever does.
    package var declinesPolice: Bool

    package init(
        age: AgeStanding, nation: Nation, capacity: Capacity, referral: ConsentAnswer?, identity: ConsentAnswer?,
        body: ReportingBody, wasReferred: Bool, wasReported: Bool = false, turns18ThisMonth: Bool = false,
        declinesPolice: Bool = false
    ) {
        self.age = age
        self.nation = nation
        self.capacity = capacity
        self.referral = referral
        self.identity = identity
        self.body = body
        self.wasReferred = wasReferred
        self.wasReported = wasReported
        self.turns18ThisMonth = turns18ThisMonth
        self.declinesPolice = declinesPolice
    }
}
