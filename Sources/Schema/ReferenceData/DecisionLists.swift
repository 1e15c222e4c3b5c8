extension ReferenceData {
    /// Who decides on a referral.
    package static let competentAuthorities = CodeListSource(
        list: "competent_authority", title: "Competent authority",
        source: "Statutory guidance under section 49, Modern Slavery Act 2015",
        rows: """
            sca|Single Competent Authority|2015-07-31||
            ieca|Immigration Enforcement Competent Authority|2021-11-08||Adults in immigration detention and some others
            panel|Children's panel of the council|2021-06-01||Where the area takes part
            """)

    /// What is decided or noted after a referral was sent.
    package static let decisionStages = CodeListSource(
        list: "decision_stage", title: "Steps after a referral",
        source: "Statutory guidance under section 49, Modern Slavery Act 2015, in our own words",
        rows: """
            acknowledged|Received by the Home Office|2015-07-31||
            reasonable-grounds|Reasonable grounds decision|2015-07-31||
            conclusive-grounds|Conclusive grounds decision|2015-07-31||
            reconsideration-request|Reconsideration asked for|2015-07-31||
            reconsideration|Reconsideration decided|2015-07-31||
            suspension|Suspended|2015-07-31||
            resumption|Taken up again|2015-07-31||
            withdrawal|Withdrawn by the person|2015-07-31||
            disqualification|Disqualified from protection|2023-01-30||
            void|Made void|2015-07-31||
            """)

    /// What came of such a step.
    package static let decisionOutcomes = CodeListSource(
        list: "decision_outcome", title: "What came of the step", source: "Our own words",
        rows: """
            received|Received|2015-07-31||
            positive|Positive|2015-07-31||
            negative|Negative|2015-07-31||
            asked|Asked for|2015-07-31||
            upheld|The decision stays|2015-07-31||
            reversed|The decision is reversed|2015-07-31||
            suspended|Suspended|2015-07-31||
            resumed|Taken up again|2015-07-31||
            withdrawn|Withdrawn|2015-07-31||
            disqualified|Disqualified|2023-01-30||
            duplicate|Made twice|2015-07-31||
            in-error|Made in error|2015-07-31||
            """)

    /// Why a decision was negative, as the published statistics group it.
    package static let negativeReasons = CodeListSource(
        list: "negative_reason", title: "Why a decision was negative",
        source: "The groups of the published statistics since 2024", confirmed: false,
        rows: """
            insufficient-information|Not enough information|2015-07-31||
            definition-not-met|The definition is not met|2015-07-31||
            credibility|The account was not believed|2015-07-31||
            not-said|Not said|2015-07-31||
            """)

    /// On what ground somebody is disqualified from protection.
    package static let disqualificationGrounds = CodeListSource(
        list: "disqualification_ground", title: "Grounds of disqualification",
        source: "Section 63, Nationality and Borders Act 2022", confirmed: false,
        rows: """
            public-order|Threat to public order|2023-01-30||
            bad-faith|Claimed in bad faith|2023-01-30||
            """)

    /// Why the decision is suspended.
    package static let suspensionReasons = CodeListSource(
        list: "suspension_reason", title: "Why a referral is suspended", source: "Our own words", confirmed: false,
        rows: """
            not-found|The person cannot be found or reached|2015-07-31||
            absconded|The person has gone away|2015-07-31||
            other|Another reason|2015-07-31||
            """)

    /// Why a decision is to be looked at again.
    package static let reconsiderationGrounds = CodeListSource(
        list: "reconsideration_ground", title: "Grounds of a reconsideration",
        source: "Statutory guidance; the Home Office's statistics of May 2025",
        rows: """
            evidence|There is more evidence|2015-07-31||
            guidance|The decision does not follow the guidance|2015-07-31||
            both|Both|2015-07-31||
            """)
}
