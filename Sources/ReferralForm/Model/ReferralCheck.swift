/// What the check of a set of answers found. Written as JSON it is the answer of `plainsight pathway check`.
package struct ReferralCheck: Sendable, Hashable, Encodable {
    /// The way through the form. Where an answer that decides it is missing, the way on which the form itself goes on
    /// without it; the answers are then not acceptable.
    package let variant: ReferralVariant
    /// Everything that the form would refuse, in the order of the form.
    package let problems: [ReferralProblem]
    package let quality: ReferralQuality

    /// Whether the form would take the answers.
    package var isAcceptable: Bool { problems.isEmpty }

    private enum Key: String, CodingKey {
        case variant, caseType = "case_type", acceptable, problems, quality
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(variant, forKey: .variant)
        try container.encode(variant.caseType, forKey: .caseType)
        try container.encode(isAcceptable, forKey: .acceptable)
        try container.encode(problems, forKey: .problems)
        try container.encode(quality, forKey: .quality)
    }
}
