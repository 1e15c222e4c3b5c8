extension ReferenceData {
    /// What a service can do for somebody.
    package static let serviceCapabilities = CodeListSource(
        list: "service_capability", title: "What a service offers", source: "Our own words", confirmed: false,
        rows: """
            safe-house|Safe house|2015-07-31||accommodation
            emergency-bed|Emergency bed before the decision|2015-07-31||accommodation
            supported-housing|Supported or move-on housing|2015-07-31||accommodation
            childrens-placement|Placement for a child|2015-07-31||accommodation
            outreach|Outreach support|2015-07-31||
            counselling|Counselling|2015-07-31||
            legal-advice|Legal advice|2015-07-31||
            immigration-advice|Immigration advice|2015-07-31||
            health|Health care|2015-07-31||
            mental-health|Mental health care|2015-07-31||
            sexual-health|Sexual health and sexual assault care|2015-07-31||
            interpreters|Interpreters|2015-07-31||
            advocacy|Advocacy by an independent modern slavery advisor|2015-07-31||
            guardianship|Independent guardian for a child|2015-07-31||
            financial-help|Money for what is needed at once|2015-07-31||
            benefits-advice|Benefits and debt advice|2015-07-31||
            employment|Help into work|2015-07-31||
            english|English classes|2015-07-31||
            return-home|Help to return home by their own wish|2015-07-31||
            compensation|Help with compensation and wages owed|2015-07-31||
            long-term|Support long after the decision|2015-07-31||
            """)

    /// Whom a service takes.
    package static let serviceGroups = CodeListSource(
        list: "service_group", title: "Whom a service takes", source: "Our own words", confirmed: false,
        rows: """
            women|Women|2015-07-31||
            men|Men|2015-07-31||
            families|Families with children|2015-07-31||
            couples|Couples|2015-07-31||
            children|Children under 18|2015-07-31||
            lgbt|LGBT+ people|2015-07-31||
            before-referral|Before a referral|2015-07-31||
            before-decision|Waiting for a reasonable grounds decision|2015-07-31||
            reasonable-grounds|After a positive reasonable grounds decision|2015-07-31||
            conclusive-grounds|After a positive conclusive grounds decision|2015-07-31||
            negative-decision|After a negative decision|2015-07-31||
            declined-referral|Who declined a referral|2015-07-31||
            no-recourse|Without recourse to public funds|2015-07-31||
            disabled|Wheelchair users and other disabled people|2015-07-31||
            high-need|High needs such as addiction or mental ill health|2015-07-31||
            pets|With a pet|2015-07-31||
            """)

    /// What has to be right before somebody is placed with a provider.
    package static let essentialPoints = CodeListSource(
        list: "accommodation_essential", title: "Accommodation checklist: what has to be right",
        source: "Our own words", confirmed: false,
        rows: """
            location|The place is far from whoever exploited those who live there, and from their routes|2015-07-31||Ask the police; look again for each person
            secrecy|The address is told only to those who must know it|2015-07-31||Taxi firms, post, visitors, social media
            doors|Doors, windows, entry and alarms are safe, and somebody answers at night|2015-07-31||
            gender|Women and men live apart, with bathrooms of their own|2015-07-31||
            children|Nobody under 18 is placed with adults who are not their family|2015-07-31||
            licence|The house has the licence and the safety certificates that it needs|2015-07-31||Shared house licence, gas, electricity, fire
            staff-checks|Everybody who works there is checked for work with adults at risk and with children|2015-07-31||
            staff-training|Everybody who works there is trained in modern slavery and in safeguarding|2015-07-31||
            sharing|An information sharing agreement with the partnership is signed|2015-07-31||
            risk|Each person has a risk assessment and a safety plan in the first days|2015-07-31||
            emergency|There is a plan for somebody found, somebody missing and somebody in danger|2015-07-31||
            insurance|Liability insurance is in force|2015-07-31||
            """)

    /// What good accommodation has as well.
    package static let furtherPoints = CodeListSource(
        list: "accommodation_further", title: "Accommodation checklist: what good accommodation has",
        source: "Our own words", confirmed: false,
        rows: """
            interpreters|Interpreters are there for every talk that matters, never somebody who lives there|2015-07-31||
            rooms|Everybody has a room of their own that locks|2015-07-31||
            food|Food suits faith and health, and people can cook for themselves|2015-07-31||
            money|People are given what they are owed, on the day|2015-07-31||
            rules|The house rules are read in a language that everybody understands|2015-07-31||
            complaints|People know how to complain, and to whom outside the house|2015-07-31||
            health|A doctor takes people on within days|2015-07-31||
            access|Disabled people can live there|2015-07-31||
            move-on|Moving on is planned from the first week, and nobody is put out on the street|2015-07-31||
            exit|The provider gives notice in time and hands over records when it stops|2015-07-31||
            voice|Those who live there are asked what should change|2015-07-31||
            """)

    /// Who has to be there when a reception centre opens.
    package static let receptionRoles = CodeListSource(
        list: "reception_role", title: "Roles at a reception centre", source: "Our own words", confirmed: false,
        rows: """
            manager|Centre manager|2015-07-31||
            register|Door and register|2015-07-31||
            medical|Medical care|2015-07-31||
            support|Support workers|2015-07-31||
            interpreters|Interpreters|2015-07-31||
            charity|Specialist charity|2015-07-31||
            red-cross|Red Cross|2015-07-31||
            police-liaison|Police liaison|2015-07-31||
            childrens-services|Children's services|2015-07-31||
            adult-social-care|Adult social care|2015-07-31||
            housing|Housing and onward accommodation|2015-07-31||
            first-responder|First responder for referrals|2015-07-31||
            logistics|Food, clothes and transport|2015-07-31||
            security|Security at the door|2015-07-31||
            """)

    /// What is done when a reception centre opens, until a plan says otherwise.
    package static let receptionChecks = CodeListSource(
        list: "reception_check", title: "Opening a reception centre", source: "Our own words", confirmed: false,
        rows: """
            keys|Venue told, keys fetched, heating and water on|2015-07-31||
            lead|Centre manager is there and has the plan|2015-07-31||
            door|One door for arrivals, with somebody at it and a register|2015-07-31||
            wristbands|Wristbands and pens at the door|2015-07-31||
            interpreters|Interpreters for the languages expected are there or on the telephone|2015-07-31||
            medical|A room for medical care, with somebody in it|2015-07-31||
            quiet|A quiet room, and a room for children|2015-07-31||
            apart|Men, women and families can be apart; whoever may control others is kept away|2015-07-31||
            food|Hot food, drinks, clothes and toiletries|2015-07-31||
            phones|Chargers and a telephone that people can use|2015-07-31||
            words|What happens here is explained in every language, first of all that nobody is under arrest|2015-07-31||
            onward|Onward accommodation is being found|2015-07-31||
            press|Nobody tells the press where the centre is|2015-07-31||
            """)

    /// What somebody who arrives needs this night.
    package static let receptionNeeds = CodeListSource(
        list: "reception_need", title: "What somebody needs tonight", source: "Our own words", confirmed: false,
        rows: """
            doctor|Doctor now|2015-07-31||
            medicine|Medicine|2015-07-31||
            interpreter|Interpreter|2015-07-31||
            food|Food|2015-07-31||
            clothes|Clothes|2015-07-31||
            baby|Things for a baby|2015-07-31||
            bed|Bed for the night|2015-07-31||
            apart|To be apart from somebody here|2015-07-31||
            quiet|Quiet room|2015-07-31||
            phone|To telephone somebody|2015-07-31||
            pregnant|Pregnant|2015-07-31||
            """)

    /// Where somebody goes from a reception centre.
    package static let onwardPlaces = CodeListSource(
        list: "onward_place", title: "Where somebody goes on to", source: "Our own words", confirmed: false,
        rows: """
            safe-house|Safe house|2015-07-31||
            emergency-bed|Emergency bed|2015-07-31||
            council-housing|Council accommodation|2015-07-31||
            childrens-placement|Placement by children's services|2015-07-31||
            family-friends|Family or friends, checked to be safe|2015-07-31||
            own-home|Own home, checked to be safe|2015-07-31||
            hospital|Hospital|2015-07-31||
            asylum|Asylum accommodation|2015-07-31||
            custody|Custody|2015-07-31||
            chose-to-leave|Chose to leave|2015-07-31||Given a number to ring
            left-unseen|Left without being seen|2015-07-31||Tell the police liaison
            """)
}
