/// Where somebody stays and how they fare afterwards. None of these lists is published as such: a practitioner has yet to
/// confirm them.
extension ReferenceData {
    package static let stayKinds = CodeListSource(
        list: "stay_kind", title: "Where somebody stays", source: "Our own words", confirmed: false,
        rows: """
            safe-house|Safe house|2015-07-31||Under the support contract
            emergency|Emergency place before the decision|2015-07-31||
            council|Temporary accommodation of a council|2015-07-31||
            asylum|Asylum accommodation|2015-07-31||
            childrens-placement|Foster care or a children's home|2015-07-31||
            refuge|Refuge|2015-07-31||
            hospital|Hospital|2015-07-31||
            own-home|Own tenancy|2015-07-31||
            friends|With friends or family|2015-07-31||
            at-work|Still where they work|2015-07-31||
            hostel|Hostel or night shelter|2015-07-31||
            street|On the street|2015-07-31||
            detention|Prison or detention|2015-07-31||
            other|Somewhere else|2015-07-31||
            """)

    package static let staySuitabilities = CodeListSource(
        list: "stay_suitability", title: "Whom a place is for", source: "Our own words", confirmed: false,
        rows: """
            women|Women|2015-07-31||
            men|Men|2015-07-31||
            mixed|Women and men|2015-07-31||
            self-contained|On their own|2015-07-31||
            family|Families|2015-07-31||
            unsuitable|Not suitable for them|2015-07-31||
            """)

    package static let stayLeavings = CodeListSource(
        list: "stay_leaving", title: "Why somebody left a place", source: "Our own words", confirmed: false,
        rows: """
            moved-on|Moved on as planned|2015-07-31||
            unsafe|It was not safe|2015-07-31||
            unsuitable|It did not suit them|2015-07-31||
            funding-ended|The place or its funding ended|2015-07-31||
            asked-to-leave|Asked to leave|2015-07-31||
            own-choice|Left by their own choice|2015-07-31||
            missing|Went missing|2015-07-31||
            other|Another reason|2015-07-31||
            """)

    package static let moveOnKinds = CodeListSource(
        list: "move_on", title: "Where somebody moves on to", source: "Our own words", confirmed: false,
        rows: """
            own-home|A home of their own|2015-07-31||
            supported|Supported housing|2015-07-31||
            family|Family or friends|2015-07-31||
            asylum|Asylum accommodation|2015-07-31||
            going-home|Their own country, by their own wish|2015-07-31||
            adult-support|The support of adults|2015-07-31||
            elsewhere|Support in another area|2015-07-31||
            other|Something else|2015-07-31||
            """)

    package static let outcomeMonths = CodeListSource(
        list: "outcome_month", title: "When somebody is asked how they are", source: "Our own words", confirmed: false,
        rows: """
            6|After 6 months|2015-07-31||
            12|After 12 months|2015-07-31||
            24|After 24 months|2015-07-31||
            """)

    package static let outcomeHousing = CodeListSource(
        list: "outcome_housing", title: "Housing afterwards", source: "Our own words", confirmed: false,
        rows: """
            settled|A settled home|2015-07-31||
            temporary|A temporary home|2015-07-31||
            insecure|With others, without a right to stay there|2015-07-31||
            none|No home|2015-07-31||
            unknown|Not known|2015-07-31||
            """)

    package static let outcomeWork = CodeListSource(
        list: "outcome_work", title: "Work and education afterwards", source: "Our own words", confirmed: false,
        rows: """
            work|In work that is free and paid|2015-07-31||
            education|In education or training|2015-07-31||
            both|Both|2015-07-31||
            neither|Neither, and would like to|2015-07-31||
            not-able|Not able or not allowed to|2015-07-31||
            unknown|Not known|2015-07-31||
            """)

    package static let outcomeHealth = CodeListSource(
        list: "outcome_health", title: "Health afterwards", source: "Our own words", confirmed: false,
        rows: """
            better|Better|2015-07-31||
            same|The same|2015-07-31||
            worse|Worse|2015-07-31||
            unknown|Not known|2015-07-31||
            """)
}
