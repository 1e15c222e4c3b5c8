/// What has to happen next for somebody met, in plain words: for a child, and for whoever discloses exploitation. Guidance
/// that a practitioner has yet to confirm.
package struct ScreeningGuidance: Sendable, Hashable {
    package let heading: String
    package let steps: [String]

    /// What these answers call for; nil when they call for nothing at once. A child comes first.
    package init?(_ answers: ScreeningAnswers) {
        let isDisclosure = answers.outcome == ScreeningBand.disclosure.rawValue
        switch (answers.ageGroup == "child", isDisclosure) {
        case (true, true): self = ScreeningGuidance.childWhoDiscloses
        case (true, false): self = ScreeningGuidance.child
        case (false, true): self = ScreeningGuidance.disclosure
        case (false, false): return nil
        }
    }

    private init(heading: String, steps: [String]) {
        self.heading = heading
        self.steps = steps
    }

    /// Under 18, or perhaps.
    package static let child = ScreeningGuidance(
        heading: "A child, or somebody who may be one",
        steps: [
            "Tell children's social care and the police now, before you go on. In danger call 999.",
            "Treat anybody who may be under 18 as a child until their age is settled.",
            "Stay with the child. Do not let an adult from the place speak for them or take them away.",
            "A child is referred to the National Referral Mechanism by a first responder. No consent is needed.",
        ])

    /// A child who says that they are or were exploited.
    package static let childWhoDiscloses = ScreeningGuidance(
        heading: child.heading,
        steps: child.steps + ["Let the child tell it once. Do not ask for details: write down the words they used."])

    /// The person says that they are or were exploited.
    package static let disclosure = ScreeningGuidance(
        heading: "Somebody discloses exploitation",
        steps: [
            "Make sure that they are safe now, apart from whoever controls them. In danger call 999.",
            "Listen, and let them tell it once. Write down their own words.",
            "Fetch a first responder: an adult decides for themselves whether to be referred to the National Referral "
                + "Mechanism, and needs to know what it means.",
            "An adult who declines can still be helped with housing and health; the police or the council then send a duty to "
                + "notify report without their name.",
        ])

    /// All of it, for a briefing.
    package static let all = [child, disclosure]
}
