extension ReferenceData {
    /// Under which type the Home Office's bulletins count a first responder. The note holds the kinds of organisation
    /// (`organisation_kind`) that belong to the type. A kind that is not here is counted as not known.
    ///
    /// Source: the National Referral Mechanism statistics, "first responder type". Which kinds of ours belong to which type is our
    /// own reading, and to be confirmed; the National Crime Agency counts as a government agency there.
    package static let firstResponderTypes = CodeListSource(
        list: "first_responder_type", title: "First responder type",
        source: "National Referral Mechanism statistics of the Home Office", confirmed: false,
        rows: """
            police|Police|2015-07-31||police
            government-agency|Government agency|2015-07-31||crime-agency labour-inspectorate immigration border-force tax benefits health-and-safety
            local-authority|Local authority|2015-07-31||council childrens-services adult-social-care housing health
            third-sector|NGO and third sector|2015-07-31||charity faith-group
            """)
}
