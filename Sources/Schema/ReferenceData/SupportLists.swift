/// What is asked and recorded in looking after somebody. None of these lists is published as such: a practitioner has yet to
/// confirm them.
extension ReferenceData {
    package static let supportNeeds = CodeListSource(
        list: "support_need", title: "What somebody needs", source: "Our own words", confirmed: false,
        rows: """
            safe-place|Somewhere safe to sleep|2015-07-31||
            food-and-clothes|Food, clothes, a telephone|2015-07-31||
            health|Health care|2015-07-31||A doctor, a dentist, treatment, pregnancy
            mental-health|Mental health|2015-07-31||
            substances|Drugs or alcohol|2015-07-31||
            money|Money and benefits|2015-07-31||A bank account, financial support, debts
            papers|Identity papers|2015-07-31||
            legal-advice|Legal advice|2015-07-31||Compensation, wages owed, criminal defence
            immigration-advice|Immigration advice|2015-07-31||By an adviser who may give it
            interpreter|Interpreter|2015-07-31||
            children|Their children|2015-07-31||School, care, contact
            family|Family elsewhere|2015-07-31||Tracing, reunion, those at risk
            work|Work|2015-07-31||
            education|Education and language classes|2015-07-31||
            police|Dealing with the police and the courts|2015-07-31||
            advocate|An advocate|2015-07-31||
            going-home|Going home safely|2015-07-31||
            company|Company, faith, community|2015-07-31||
            other|Something else|2015-07-31||
            """)

    package static let victimRisks = CodeListSource(
        list: "victim_risk", title: "What endangers somebody", source: "Our own words", confirmed: false,
        rows: """
            immediate-danger|Immediate danger|2015-07-31||Call 999 first
            exploiter-near|The exploiter is near or knows the address|2015-07-31||
            exploited-again|Being exploited again|2015-07-31||
            self-harm|Suicide or self-harm|2015-07-31||
            health|Illness or pregnancy|2015-07-31||
            substances|Drugs or alcohol|2015-07-31||
            children|Children at risk|2015-07-31||
            family-abroad|Family abroad at risk|2015-07-31||
            going-missing|Going missing|2015-07-31||
            capacity|Mental illness or a learning disability|2015-07-31||
            homelessness|Nowhere to live|2015-07-31||
            debt|Debt to the exploiter|2015-07-31||
            other|Something else|2015-07-31||
            """)

    package static let dependantRelations = CodeListSource(
        list: "dependant_relation", title: "Who depends on somebody", source: "Our own words", confirmed: false,
        rows: """
            child|Their child|2015-07-31||
            unborn-child|An unborn child|2015-07-31||
            partner|Their partner|2015-07-31||
            parent|Their parent|2015-07-31||
            brother-or-sister|Their brother or sister|2015-07-31||
            other|Somebody else|2015-07-31||
            """)

    package static let dependantAges = CodeListSource(
        list: "dependant_age", title: "Age of somebody who depends on them", source: "Our own words", confirmed: false,
        rows: """
            unborn|Not born yet|2015-07-31||
            under-5|Under 5|2015-07-31||
            5-to-11|5 to 11|2015-07-31||
            12-to-17|12 to 17|2015-07-31||
            adult|18 or over|2015-07-31||
            unknown|Not known|2015-07-31||
            """)

    package static let dependantPlaces = CodeListSource(
        list: "dependant_place", title: "Where somebody who depends on them is", source: "Our own words", confirmed: false,
        rows: """
            with-them|With them|2015-07-31||
            uk|Elsewhere in the United Kingdom|2015-07-31||
            in-care|In care|2015-07-31||
            abroad|Abroad|2015-07-31||
            with-exploiter|With whoever exploits them|2015-07-31||
            unknown|Not known|2015-07-31||
            """)

    package static let supportPreferences = CodeListSource(
        list: "support_preference", title: "How somebody wishes to be treated", source: "Our own words", confirmed: false,
        rows: """
            woman-worker|A woman as their worker|2015-07-31||
            man-worker|A man as their worker|2015-07-31||
            woman-interpreter|A woman as interpreter|2015-07-31||
            man-interpreter|A man as interpreter|2015-07-31||
            not-that-interpreter|Not an interpreter of their own community|2015-07-31||
            breaks|Breaks, and short talks|2015-07-31||
            same-worker|Always the same worker|2015-07-31||
            not-told-again|Not to tell it again|2015-07-31||Use what is written down
            somebody-along|Somebody they trust along|2015-07-31||
            place|Where they meet|2015-07-31||Open door, seat by the door, no uniform
            no-touch|Not to be touched|2015-07-31||
            food|Food|2015-07-31||
            faith|Faith|2015-07-31||Prayer, holy days
            writing|Letters explained or read out|2015-07-31||
            other|Something else|2015-07-31||
            """)

    package static let contactDirections = CodeListSource(
        list: "contact_direction", title: "Who got in touch", source: "Our own words", confirmed: false,
        rows: """
            we|We get in touch with them|2015-07-31||
            they|They got in touch with us|2015-07-31||
            """)

    package static let guardianServices = CodeListSource(
        list: "guardian_service", title: "Guardians of children",
        source: "Section 48 of the Modern Slavery Act 2015; section 11 of the Scottish and section 21 of the Northern Irish Act of 2015",
        confirmed: false,
        rows: """
            child-trafficking-direct|Independent Child Trafficking Guardian, working with the child|2015-07-31||England and Wales: nobody here has parental responsibility
            child-trafficking-regional|Regional Practice Coordinator|2015-07-31||England and Wales: somebody here has parental responsibility
            post-18|Post-18 worker of the guardianship service|2021-01-01||England and Wales
            guardianship-scotland|Guardianship Scotland|2015-07-31||Scotland
            independent-guardian|Independent Guardian Service|2015-07-31||Northern Ireland
            """)

    package static let noticeWays = CodeListSource(
        list: "notice_way", title: "How children's services were told", source: "Our own words", confirmed: false,
        rows: """
            telephone|By telephone|2015-07-31||
            in-person|In person|2015-07-31||
            form|On their own form|2015-07-31||
            email|By e-mail|2015-07-31||
            strategy-discussion|In a strategy discussion|2015-07-31||
            """)

    package static let missingFrom = CodeListSource(
        list: "missing_from", title: "Where somebody went missing from", source: "Our own words", confirmed: false,
        rows: """
            safe-house|A safe house|2015-07-31||
            placement|Foster care or a children's home|2015-07-31||
            temporary|Temporary or asylum accommodation|2015-07-31||
            home|Their own home|2015-07-31||
            school|School or college|2015-07-31||
            appointment|An appointment|2015-07-31||
            other|Somewhere else|2015-07-31||
            """)

    package static let offerKinds = CodeListSource(
        list: "support_offer", title: "What is offered again", source: "Our own words", confirmed: false,
        rows: """
            nrm|Referral to the National Referral Mechanism|2015-07-31||
            support|A support provider|2015-07-31||
            housing|A safe place|2015-07-31||
            health|Health care|2015-07-31||
            police|Speaking to the police|2015-07-31||
            """)

    package static let yesNoUnknown = CodeListSource(
        list: "yes_no_unknown", title: "Yes, no or not known", source: "Our own words",
        rows: """
            yes|Yes|2015-07-31||
            no|No|2015-07-31||
            unknown|Not known|2015-07-31||
            """)
}
