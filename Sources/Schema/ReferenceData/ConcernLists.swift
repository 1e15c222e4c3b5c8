extension ReferenceData {
    /// Who a concern came from; the eight words are fixed, because imported files use them.
    package static let concernSources = CodeListSource(
        list: "concern_source", title: "Source of the concern",
        source: "The import contract of this product",
        rows: """
            agency|Agency|2015-07-31||An organisation of the partnership other than the police
            police|Police|2015-07-31||Any police force, the partnership's own or another
            helpline|Helpline|2015-07-31||A national or local helpline
            public|Public|2015-07-31||A member of the public who may be contacted
            business|Business|2015-07-31||A company, its staff or its customers
            charity|Charity|2015-07-31||A charity, faith group or community group
            anonymous|Anonymous|2015-07-31||Somebody who did not say who they are
            other|Other|2015-07-31||
            """)

    /// How the reporter came to know what they tell; the note is the grading that it suggests before anybody has
    /// checked it (source evaluation and intelligence assessment).
    package static let waysOfKnowing = CodeListSource(
        list: "way_of_knowing", title: "How the reporter knows",
        source: "Our own words; suggested gradings after the community form of 3x5x2 reporting", confirmed: false,
        rows: """
            own-experience|It is happening to them, or has happened|2015-07-31||2A
            saw-or-heard|They saw or heard it themselves|2015-07-31||2A
            told-by-person|The person concerned told them|2015-07-31||2A
            told-by-other|Somebody else told them|2015-07-31||2C
            records|It came up in records or in daily work|2015-07-31||2A
            online|They saw it online or in an advertisement|2015-07-31||2C
            suspicion|It is a feeling or a suspicion|2015-07-31||2D
            not-said|They did not say|2015-07-31||2D
            """)

    /// The ways in which a reporter or a person met can be reached without putting anybody in danger.
    package static let safeContactWays = CodeListSource(
        list: "safe_contact_way", title: "Safe ways to get in touch", source: "Our own words",
        rows: """
            telephone|Telephone call|2015-07-31||Agree a time, and what to say if somebody else answers
            text-message|Text message|2015-07-31||Say nothing in it about the reason
            email|Email|2015-07-31||Only if nobody else reads the mailbox
            letter|Letter|2015-07-31||Only if nobody else opens the post
            in-person|In person at an agreed place|2015-07-31||
            through-agency|Through another agency|2015-07-31||Name the agency and the person there
            do-not-contact|Do not contact|2015-07-31||Any contact could cause harm
            """)

    /// What a concern mentions beside its place; equal mentions link concerns to each other.
    package static let mentionKinds = CodeListSource(
        list: "mention_kind", title: "Mentioned in the concern", source: "Our own words",
        rows: """
            person|Person|2015-07-31||A description or a nickname; names go into their own sealed fields
            vehicle|Vehicle|2015-07-31||Registration number, make and colour
            phone|Telephone number|2015-07-31||
            email|Email address|2015-07-31||
            online-account|Online account|2015-07-31||The name used on a social network or a message service
            advertisement|Advertisement or web page|2015-07-31||
            company|Company or trading name|2015-07-31||
            bank-account|Bank account|2015-07-31||
            document|Identity document|2015-07-31||
            """)

    /// Why a concern was closed.
    package static let closingReasons = CodeListSource(
        list: "closing_reason", title: "Reason for closing", source: "Our own words",
        rows: """
            no-exploitation-found|Looked into, no sign of exploitation found|2015-07-31||
            not-enough-information|Not enough information to go on|2015-07-31||
            people-safeguarded|The people concerned are safe and supported|2015-07-31||
            exploitation-stopped|The exploitation has stopped|2015-07-31||
            support-declined|Everyone met declined help and knows how to ask for it|2015-07-31||
            people-not-found|The people or the place could not be found|2015-07-31||
            enforcement-complete|Enforcement is complete|2015-07-31||
            investigation-elsewhere|A criminal investigation has taken it over|2015-07-31||
            passed-on|Passed to another partnership or force|2015-07-31||
            other-service|Another service deals with a different need|2015-07-31||
            duplicate|Joined to an earlier concern|2015-07-31||
            entered-in-error|Entered by mistake|2015-07-31||
            """)

    /// What came of a concern or a visit, counted; the note is the unit of count.
    package static let outcomeMeasures = CodeListSource(
        list: "outcome_measure", title: "Outcome measure",
        source: "The measures that partnerships publish, in our own words",
        rows: """
            arrests|Arrests|2015-07-31||people
            charges|Charges|2015-07-31||people
            convictions|Convictions|2015-07-31||people
            adults-safeguarded|Adults safeguarded|2015-07-31||people
            children-safeguarded|Children safeguarded|2015-07-31||people
            nrm-referrals|Referrals to the National Referral Mechanism|2015-07-31||referrals
            duty-to-notify|Duty to notify reports|2015-11-01||reports
            immediate-accommodation|Temporary accommodation found|2015-07-31||people
            support-accepted|Support accepted outside the National Referral Mechanism|2015-07-31||people
            returned-home|Chosen and supported returns home|2015-07-31||people
            warrants|Warrants carried out|2015-07-31||warrants
            improvement-notices|Improvement notices|2015-07-31||notices
            prohibition-notices|Prohibition notices|2015-07-31||notices
            other-notices|Other notices|2015-07-31||notices
            closures|Premises closed|2015-07-31||premises
            prevention-orders|Slavery and trafficking prevention orders|2015-07-31||orders
            risk-orders|Slavery and trafficking risk orders|2015-07-31||orders
            reparation-orders|Slavery and trafficking reparation orders|2015-07-31||orders
            labour-market-orders|Labour market enforcement undertakings and orders|2016-11-25||orders
            other-orders|Other court orders|2015-07-31||orders
            licences-reviewed|Licences reviewed, refused or revoked|2015-07-31||licences
            civil-penalties|Civil penalties|2015-07-31||penalties
            penalty-amount|Civil penalties, amount|2015-07-31||pounds
            wages-recovered|Wages recovered|2015-07-31||pounds
            assets-seized|Cash and assets seized or frozen|2015-07-31||pounds
            benefits-stopped|False benefit or tax claims stopped|2015-07-31||claims
            utilities-cut|Unsafe or stolen supplies cut off|2015-07-31||premises
            immigration-cases|Immigration cases opened|2015-07-31||people
            vehicles-seized|Vehicles seized|2015-07-31||vehicles
            intelligence-reports|Intelligence reports submitted|2015-07-31||reports
            """)
}
