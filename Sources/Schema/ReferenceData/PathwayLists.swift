extension ReferenceData {
    /// Why an adult declines a referral or takes the agreement back: kept to change the support that is offered.
    package static let declineReasons = CodeListSource(
        list: "decline_reason", title: "Why a referral was declined", source: "Our own words", confirmed: false,
        rows: """
            not-said|Did not say|2015-07-31||
            fears-exploiter|Fears whoever exploits them|2015-07-31||For themselves or for their family
            fears-authorities|Fears the authorities|2015-07-31||
            fears-removal|Fears having to leave the country|2015-07-31||
            wants-to-work|Wants to go on working or earning|2015-07-31||
            wants-to-go-home|Wants to go home|2015-07-31||
            not-a-victim|Does not see themselves as a victim|2015-07-31||
            bound|Bound to whoever exploits them, or in debt|2015-07-31||
            support-unsuitable|The support does not suit them|2015-07-31||Place, wait, other people there
            other-support|Has other support|2015-07-31||
            too-soon|Wants time|2015-07-31||Ask again when they say so
            """)

    /// Why a pathway is closed.
    package static let pathwayClosings = CodeListSource(
        list: "pathway_closing", title: "Why a pathway is closed", source: "Our own words", confirmed: false,
        rows: """
            independent|Lives independently, no further help wished|2015-07-31||
            moved-on|Handed over to support elsewhere|2015-07-31||
            returned-home|Went home by their own wish|2015-07-31||
            lost-contact|Contact lost|2015-07-31||Say what was done to find them
            declined-help|Declined all help|2015-07-31||The offer stays open
            not-a-victim|Found not to be a victim|2015-07-31||
            died|Died|2015-07-31||
            entered-in-error|Entered in error|2015-07-31||
            """)
}
