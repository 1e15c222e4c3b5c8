import Store

/// What somebody is asked to agree to, each for itself.
package enum ConsentPurpose: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    /// A referral to the National Referral Mechanism.
    case nrm
    /// That a support provider is told.
    case support
    /// That the police speak to them.
    case police
    /// That a duty-to-notify report says who they are.
    case identity
    /// That we ask how they are at 6, 12 and 24 months and count the answer.
    case statistics

    package var label: String {
        switch self {
        case .nrm: "Referral to the National Referral Mechanism"
        case .support: "Passing on to a support provider"
        case .police: "Contact with the police"
        case .identity: "Name in a duty to notify report"
        case .statistics: "Being asked later how they are"
        }
    }

    /// What has to be explained before the question is asked.
    package var explanation: String {
        switch self {
        case .nrm:
            "What the National Referral Mechanism is, which support there is, what may come of it, and that the Home Office may ask other authorities."
        case .support: "Who the provider is, what is passed on and that help does not depend on the police."
        case .police: "That they choose whether to speak, and that saying no costs them no support."
        case .identity: "That the report is made without a name unless they agree, and who reads it."
        case .statistics: "That somebody may get in touch by the safe way they chose, and that they can stop it."
        }
    }
}
