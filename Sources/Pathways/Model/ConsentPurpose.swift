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

package enum ConsentAnswer: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case given
    case declined
    case withdrawn
    /// Decided for somebody who lacks capacity, in their best interests (Mental Capacity Act 2005).
    case bestInterests = "best-interests"

    package var label: String {
        switch self {
        case .given: "Agreed"
        case .declined: "Declined"
        case .withdrawn: "Withdrawn"
        case .bestInterests: "Decided in their best interests"
        }
    }
}

/// Whether the person could decide when they were asked.
package enum ConsentCapacity: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case notInDoubt = "not-in-doubt"
    case assessedHas = "assessed-has"
    case assessedLacks = "assessed-lacks"

    package var label: String {
        switch self {
        case .notInDoubt: "Not in doubt"
        case .assessedHas: "Assessed: can decide"
        case .assessedLacks: "Assessed: cannot decide this"
        }
    }
}

package enum ConsentMethod: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case written
    case spoken
    case interpreted

    package var label: String {
        switch self {
        case .written: "In writing"
        case .spoken: "Spoken, without an interpreter"
        case .interpreted: "Through an interpreter"
        }
    }
}
