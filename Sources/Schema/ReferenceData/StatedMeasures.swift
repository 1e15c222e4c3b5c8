extension ReferenceData {
    /// What a figure from elsewhere counts: its plain name, and in the note its unit of count, whether its few could point at
    /// people, and who answers for it.
    ///
    /// The note is `unit; people or things; owner`. A unit of `pounds`, `euros`, `per cent` or `times` is
    /// written with the number.
    package static let statedMeasures = CodeListSource(
        list: "stated_measure", title: "What a figure from elsewhere counts",
        source: "Our own words, after what anti-slavery partnerships count in their annual reviews", confirmed: false,
        rows: """
            concerns|Concerns raised|2015-07-31||concerns; people; coordinator
            visits|Visits by several agencies|2015-07-31||visits; things; coordinator
            interventions|Agency interventions|2015-07-31||attendances; things; coordinator
            screened|People screened|2015-07-31||people; people; coordinator
            referrals|Referrals to the National Referral Mechanism|2015-07-31||referrals; people; first responders
            reports|Duty to notify reports|2015-07-31||reports; people; first responders
            child-referrals|Children referred to the National Referral Mechanism|2015-07-31||people; people; first responders
            guardian-referrals|Referrals to a guardian for trafficked children|2015-07-31||referrals; people; children's services
            potential-victims|Potential victims identified|2015-07-31||people; people; coordinator
            children-found|Children found|2015-07-31||people; people; children's services
            people-supported|People offered support|2015-07-31||people; people; support providers
            people-safeguarded|People safeguarded|2015-07-31||people; people; coordinator
            people-returned|People returned to their country|2015-07-31||people; people; partner agencies
            workers-abused|Workers found to be abused|2015-07-31||people; people; labour abuse authority
            decisions|Decisions of a competent authority|2015-07-31||decisions; people; competent authority
            days-to-visit|Days from a concern to its first visit|2015-07-31||days; things; coordinator
            days-to-decision|Days from a referral to its decision|2015-07-31||days; things; competent authority
            survivors|Survivors who took part|2015-07-31||people; people; support providers
            helpline-victims|Potential victims named in calls to the helpline|2015-07-31||people; people; helpline
            helpline-calls|Calls to the helpline|2015-07-31||calls; people; helpline
            helpline-cases|Helpline cases|2015-07-31||cases; people; helpline
            estimated-victims|People estimated to live in slavery|2015-07-31||people; people; researchers
            arrests|Arrests|2015-07-31||people; people; police
            charges|People charged|2015-07-31||people; people; police
            prosecutions|People prosecuted|2015-07-31||people; people; prosecutors
            convictions|People convicted|2015-07-31||people; people; prosecutors
            sentence-years|Years that a sentence or an order lasts|2015-07-31||years; things; prosecutors
            crimes|Crimes recorded|2015-07-31||crimes; people; police
            operations|Police operations|2015-07-31||operations; things; police
            live-operations|Live police operations|2015-07-31||operations; things; police
            investigations|Investigations|2015-07-31||investigations; things; police
            joint-teams|Joint investigation teams|2015-07-31||teams; things; police
            phases|Phases of intensified activity|2015-07-31||phases; things; police
            forces|Police forces|2015-07-31||forces; things; police
            prevention-orders|Prevention orders|2015-07-31||orders; people; police
            risk-orders|Risk orders|2015-07-31||orders; people; police
            reparation-orders|Reparation orders|2015-07-31||orders; people; police
            breaches|People who breached an order|2015-07-31||people; people; police
            closures|Premises closed by order|2015-07-31||orders; people; police
            warrants|Warrants|2015-07-31||warrants; people; police
            disruptions|Disruptions|2015-07-31||disruptions; things; police
            inspections|Inspections|2015-07-31||inspections; things; labour abuse authority
            europol-checks|Operations checked at Europol|2015-07-31||operations; things; police
            europol-queries|Queries to Europol|2015-07-31||queries; things; police
            europol-meetings|Operational meetings at Europol|2015-07-31||meetings; things; police
            submissions|Pieces of intelligence submitted|2015-07-31||submissions; things; partner agencies
            trained|People trained|2015-07-31||people; things; training lead
            training-sessions|Training sessions|2015-07-31||sessions; things; training lead
            training-length|Length of a training module|2015-07-31||hours; things; training lead
            meetings|Meetings held|2015-07-31||meetings; things; coordinator
            events|Events held|2015-07-31||events; things; coordinator
            conferences|Conferences held|2015-07-31||conferences; things; coordinator
            attendees|People who attended|2015-07-31||people; things; coordinator
            pupils|Pupils reached|2015-07-31||people; things; prevention lead
            people-reached|People reached|2015-07-31||people; things; communications
            leaflets|Leaflets handed out|2015-07-31||leaflets; things; communications
            stalls|Public stalls|2015-07-31||stalls; things; communications
            charters|Organisations that signed the charter|2015-07-31||organisations; things; prevention lead
            statements|Organisations with a modern slavery statement|2015-07-31||organisations; things; prevention lead
            actions-overdue|Actions overdue|2015-07-31||actions; things; coordinator
            agreements|Sharing agreements in force|2015-07-31||agreements; things; information governance
            data-requests|Requests of people about their data|2015-07-31||requests; people; information governance
            data-breaches|Breaches of data protection|2015-07-31||breaches; people; information governance
            organisations|Organisations|2015-07-31||organisations; things; coordinator
            businesses|Businesses|2015-07-31||businesses; things; partner agencies
            churches|Churches reached|2015-07-31||churches; things; faith lead
            countries|Countries|2015-07-31||countries; things; partner agencies
            locations|Places of work|2015-07-31||places; things; programme
            units|Units and teams|2015-07-31||units; things; programme
            staff|Members of staff|2015-07-31||people; things; programme
            commissioners|Police and crime commissioners|2015-07-31||commissioners; things; programme
            products|Reports and assessments made|2015-07-31||reports; things; analysts
            packages|Learning packages|2015-07-31||packages; things; training lead
            debriefs|Investigations reviewed|2015-07-31||investigations; things; police
            challenges|Challenges named|2015-07-31||challenges; things; coordinator
            groups|Groups of the partnership|2015-07-31||groups; things; coordinator
            objectives|Strategic objectives|2015-07-31||objectives; things; coordinator
            share|Share|2015-07-31||per cent; people; coordinator
            change|Change|2015-07-31||per cent; things; coordinator
            ratio|How many times as many|2015-07-31||times; things; researchers
            recovered|Money recovered for workers|2015-07-31||pounds; things; labour abuse authority
            wages-withheld|Wages withheld|2015-07-31||pounds; things; labour abuse authority
            holiday-pay|Holiday pay not paid|2015-07-31||pounds; things; labour abuse authority
            funding|Funding|2015-07-31||pounds; things; coordinator
            grants|Grant for one project|2015-07-31||pounds; things; programme
            threshold|Turnover from which a statement is due|2015-07-31||pounds; things; law
            proceeds|Proceeds of crime a month|2015-07-31||euros; things; police
            price|Price paid for a person|2015-07-31||pounds; things; labour abuse authority
            """)
}
