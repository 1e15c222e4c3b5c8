extension ReferenceData {
    /// How far the source of a piece of information can be relied on: the 3 of 3x5x2.
    package static let sourceEvaluations = CodeListSource(
        list: "source_evaluation", title: "Source evaluation", source: "3x5x2 intelligence report, College of Policing",
        rows: """
            1|Reliable|2015-07-31||The source has been right before and its access is known
            2|Untested|2015-07-31||The source is new, or has not been checked
            3|Not reliable|2015-07-31||There are reasons to doubt the source
            """)

    /// How the source came to know the information: the 5 of 3x5x2.
    package static let intelligenceAssessments = CodeListSource(
        list: "intelligence_assessment", title: "Intelligence assessment",
        source: "3x5x2 intelligence report, College of Policing",
        rows: """
            A|Known directly to the source|2015-07-31||They saw it, heard it or took part in it
            B|Known indirectly to the source but corroborated|2015-07-31||Passed on, and something else supports it
            C|Known indirectly to the source|2015-07-31||Passed on, and nothing else supports it yet
            D|Not known|2015-07-31||It cannot be said how the source knows
            E|Suspected to be false|2015-07-31||
            """)

    /// Whether the information may be passed on: the 2 of 3x5x2.
    package static let handlingCodes = CodeListSource(
        list: "handling_code", title: "Handling", source: "3x5x2 intelligence report, College of Policing",
        rows: """
            P|Lawful sharing permitted|2015-07-31||For a policing purpose, with those who need to know
            C|Lawful sharing permitted with conditions|2015-07-31||Needs one action and one sanitisation condition
            """)

    /// The conditions that handling code C must carry: one action (A) and one sanitisation (S).
    package static let handlingConditions = CodeListSource(
        list: "handling_condition", title: "Handling conditions",
        source: "3x5x2 intelligence report, College of Policing",
        rows: """
            A1|Covert development|2015-07-31||Compare it with other information; ask the originator before acting on it
            A2|Covert use|2015-07-31||Act without revealing source or method; not on its own, and not in evidence
            A3|Overt use|2015-07-31||Act openly in the way the originator allows
            S1|Delegated authority|2015-07-31||May be sanitised for others without asking
            S2|Consult originator|2015-07-31||Ask the originator before sanitising it for others
            """)
}
