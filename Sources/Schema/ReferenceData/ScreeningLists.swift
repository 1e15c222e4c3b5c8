extension ReferenceData {
    /// What the screening of one person showed; the band informs the next step and never decides it.
    package static let screeningOutcomes = CodeListSource(
        list: "screening_outcome", title: "Outcome of the screening", source: "The import contract of this product",
        rows: """
            no-indicators|No indicators|2015-07-31||Nothing seen or heard that points to exploitation
            some-indicators|Some indicators|2015-07-31||Something points to exploitation, and needs a closer look
            strong-indicators|Strong indicators|2015-07-31||Much points to exploitation, whatever the person says
            disclosure|Disclosure|2015-07-31||The person says that they are or were exploited
            """)

    /// Whether the person agrees to be spoken to in private; only a yes is a yes.
    package static let conversationConsents = CodeListSource(
        list: "conversation_consent", title: "Agrees to a conversation", source: "Our own words",
        rows: """
            yes|Yes|2015-07-31||
            later|Not now, later|2015-07-31||Agree where, when and how to get in touch
            no|No|2015-07-31||Leave the helpline number if that is safe
            not-asked|Not asked|2015-07-31||Say why: no privacy, no interpreter, no time
            """)

    /// What happens next for the person met.
    package static let screeningNextSteps = CodeListSource(
        list: "screening_next_step", title: "Next step", source: "Our own words",
        rows: """
            none|Nothing further|2015-07-31||
            information-given|Information and helpline number given|2015-07-31||
            conversation-planned|Conversation planned in a safe place|2015-07-31||
            reception|Taken to the reception centre|2015-07-31||With the person's agreement
            first-responder|Passed to a first responder|2015-07-31||For a referral with consent, or a duty to notify \
                report
            children-services|Passed to children's services|2015-07-31||Always for a child, or for who may be a child
            adult-safeguarding|Passed to adult safeguarding|2015-07-31||
            accommodation|Accommodation needed tonight|2015-07-31||
            medical-help|Medical help|2015-07-31||
            police|Police asked to act now|2015-07-31||There is immediate danger
            monitor|Seen again at a follow-up visit|2015-07-31||
            """)

    /// The sets into which the indicators are sorted.
    package static let indicatorSets = CodeListSource(
        list: "indicator_set", title: "Set of indicators",
        source: "The arrangement of published screening guidance, in our own words",
        rows: """
            GEN|General|2015-07-31||
            LAB|Labour|2015-07-31||
            SEX|Sexual|2015-07-31||
            CRIM|Criminal and county lines|2015-07-31||
            DOM|Domestic servitude|2015-07-31||
            ORG|Organ harvesting|2015-07-31||
            DEBT|Debt|2015-07-31||
            CHILD|Children|2015-07-31||
            """)
}
