extension ReferenceData {
    /// The matrix of powers of entry for England and Wales, agency by agency, with those that have none.
    ///
    /// It is a planning aid and not legal advice; the guide to national enforcement powers (police and partner
    /// agencies, February 2021) is what practitioners check it against. Rows not confirmed are to be shown as such. A
    /// power whose notice differs between homes and other places stands in two rows. Throws when a row is wrong.
    package static var powersOfEntry: [PowerOfEntry] {
        get throws(ReferenceDataProblem) { try parsedPowersOfEntry.get() }
    }

    private static let parsedPowersOfEntry = Result { () throws(ReferenceDataProblem) -> [PowerOfEntry] in
        var powers: [PowerOfEntry] = []
        var codes: Set<String> = []
        for row in try ReferenceRow.rows(of: powerRows, list: "power_of_entry", columns: 16) {
            let power = try power(from: row)
            guard codes.insert(power.code).inserted else { throw row.problem("the code \(power.code) occurs twice") }
            powers.append(power)
        }
        return powers
    }

    private static func power(from row: ReferenceRow) throws(ReferenceDataProblem) -> PowerOfEntry {
        guard let withoutWarrant = PowerOfEntry.WithoutWarrant(rawValue: row.fields[7]) else {
            throw row.problem("\(row.fields[7]) does not say whether a warrant is needed")
        }
        guard let force = PowerOfEntry.Force(rawValue: row.fields[8]) else {
            throw row.problem("\(row.fields[8]) does not say whether force is allowed")
        }
        let premises = try row.codes(4)
        guard premises.isEmpty == (row.fields[3] == "none") else {
            throw row.problem("a power needs both a statute and premises")
        }
        let validity = try row.validity(14)
        return PowerOfEntry(
            code: try row.code(0), organisationKinds: try row.codes(1), agency: try row.text(2),
            statute: premises.isEmpty ? nil : try row.text(3), premises: premises,
            noticeHours: try row.number(5, in: 0...336), notice: try row.text(6), withoutWarrant: withoutWarrant,
            force: force, warrantRoute: row.optionalText(9), purpose: try row.text(10), note: row.optionalText(11),
            confirmed: try row.answer(12), source: try row.text(13), validFrom: validity.from,
            validUntil: validity.until)
    }

    /// `code|kinds|agency|statute|premises|notice hours|notice|without warrant|force|warrant route|purpose|note|`
    /// `confirmed|source|valid from|valid until`
    private static let powerRows = """
        police-arrest-or-danger|police|Police|Police and Criminal Evidence Act 1984 s.17|any|0|None|partly|yes|Search \
            warrant under s.8 of the Act for an indictable offence; ss.18 and 32 after an arrest|to arrest for an \
            indictable offence, or to save life or limb or prevent serious damage|The only agency with a general power \
            to use force and to arrest; without such grounds a warrant is needed.|no|The Act, not yet checked against \
            its text|2015-07-31|
        police-licensed-offence|police|Police|Licensing Act 2003 s.180|licensed|0|None|yes|yes||to look for an offence \
            under the licensing law|There must be reason to believe that such an offence is being, has been or is \
            about to be committed.|no|The Act, not yet checked against its text|2015-07-31|
        police-licensed-inspection|police|Police|Licensing Act 2003 s.179|licensed|0|None|yes|yes||to see whether a \
            licensed activity keeps to its licence|Often used together with the council's licensing officers.|no|The \
            Act, not yet checked against its text|2015-07-31|
        police-child|police|Police|Children Act 1989 s.48|any|0|None|no|warrant|Warrant from a magistrate under s.48| \
            to find and protect a child|Police protection of a child under s.46 gives no power to enter by itself.|no| \
            The Act, not yet checked against its text|2015-07-31|
        police-drugs|police|Police|Misuse of Drugs Act 1971 s.23|any|0|None|no|warrant|Warrant from a magistrate|to \
            search for controlled drugs|The usual way into a place where cannabis is grown.|no|The Act, not yet \
            checked against its text|2015-07-31|
        police-scrap|police|Police|Scrap Metal Dealers Act 2013 s.16|waste|0|Notice to the site manager, no period \
            fixed; none if it could not be given or would defeat the purpose|yes|warrant|Warrant from a magistrate|to \
            inspect a licensed scrap site|Not residential premises.|yes|The Act as published, s.16|2015-07-31|
        maritime|police;crime-agency;border-force|Police, National Crime Agency and customs|Modern Slavery Act 2015 \
            s.35 and Schedule 2|vessel|0|None|yes|yes||to stop, board, divert and search a ship for slavery offences| \
            For a foreign ship the authority of the Secretary of State or of its flag state comes first.|no|The Act, \
            not yet checked against its text|2016-08-08|
        crime-agency|crime-agency|National Crime Agency|Crime and Courts Act 2013 s.10|any|0|None|partly|yes|As for \
            the power that the officer was given|to use the powers of a constable, customs or immigration officer that \
            the officer was given|Ask which powers the officer has.|no|The Act, not yet checked against its text| \
            2015-07-31|
        immigration-business|immigration|Immigration Enforcement|Immigration Act 1971 s.28CA|business;food;licensed|0| \
            None|partly|yes|Warrant from a magistrate, Schedule 2 paragraph 17|to find and arrest somebody for an \
            immigration offence|Needs the written authority of a senior officer, for a limited number of days.|no|The \
            Act, not yet checked against its text|2015-07-31|
        immigration-warrant|immigration|Immigration Enforcement|Immigration Act 1971 ss.28B to 28F and Schedule 2 \
            paragraph 17|any|0|None|no|warrant|Warrant from a magistrate|to find and arrest somebody for an \
            immigration offence, or to search for evidence of one|The way into a dwelling.|no|The Act, not yet checked \
            against its text|2015-07-31|
        immigration-licensed|immigration|Immigration Enforcement|Licensing Act 2003 s.179(1A)|licensed|0|None|yes| \
            yes||to see whether people work illegally where alcohol or late-night food is sold||no|The Act, not yet \
            checked against its text|2017-04-06|
        glaa-inspection|labour-inspectorate|Gangmasters and Labour Abuse Authority|Gangmasters (Licensing) Act 2004 \
            s.16|business;land|0|None needed; by agreement as a rule|yes|no|Warrant from a magistrate, s.17|to see the \
            records of a labour provider or of who uses one|At reasonable times; not for labour abuse prevention \
            officers in England and Wales, who use police powers instead.|yes|The Act as published, s.16|2015-07-31| \
            2026-04-06
        glaa-warrant|labour-inspectorate|Gangmasters and Labour Abuse Authority|Gangmasters (Licensing) Act 2004 s.17| \
            any|0|None|no|warrant|Warrant from a magistrate|to look for unlicensed labour providers|The way into a \
            dwelling.|no|The Act, not yet checked against its text|2015-07-31|2026-04-06
        glaa-labour-abuse|labour-inspectorate|Gangmasters and Labour Abuse Authority|Police and Criminal Evidence Act \
            1984 s.114B|any|0|None|partly|yes|Search warrant under s.8 of the Act|to investigate labour market \
            offences with police powers|Only for officers appointed to prevent labour abuse.|no|The Act, not yet \
            checked against its text|2017-04-30|2026-04-06
        fwa-inspection|labour-inspectorate|Fair Work Agency|Employment Rights Act 2025 s.97|business;food;licensed; \
            land|0|None fixed|yes|no|Warrant, s.131 and Schedule 8|to enter and inspect premises for labour market \
            enforcement|Successor of the Gangmasters and Labour Abuse Authority and of the minimum wage teams.|yes|A \
            published copy of the Act, not the official one|2026-04-07|
        fwa-warrant|labour-inspectorate|Fair Work Agency|Employment Rights Act 2025 ss.98 and 131 and Schedule 8|any| \
            0|None|no|warrant|Warrant from a magistrate|to enter for labour market enforcement where a warrant is \
            needed|The way into a dwelling; the use of force is to be confirmed.|no|A published copy of the Act, not \
            the official one|2026-04-07|
        minimum-wage|tax|HM Revenue and Customs, minimum wage|National Minimum Wage Act 1998 s.14|business;food; \
            licensed;land|0|None fixed; at reasonable times|yes|no||to check that the minimum wage is paid|Parts of a \
            dwelling that are used for the work are included; passed to the Fair Work Agency.|no|The Act, not yet \
            checked against its text|2015-07-31|2026-04-06
        tax-inspection|tax|HM Revenue and Customs|Finance Act 2008 Schedule 36 paragraphs 10 to 12|business;food; \
            licensed;land|168|Seven days; none if an authorised officer has agreed to an unannounced visit|yes|no| \
            Approval by the tribunal; criminal cases by search warrant|to inspect a business, its assets and its \
            records|An inspection and not a search; not the part that is lived in.|no|The Act, not yet checked against \
            its text|2015-07-31|
        benefits|benefits|Department for Work and Pensions|Social Security Administration Act 1992 s.109C|business; \
            food;licensed;land|0|None|yes|no||to inquire into benefit fraud where people work|Not dwellings.|no|The \
            Act, not yet checked against its text|2015-07-31|
        health-and-safety|health-and-safety;environmental-health|Health and Safety Executive or council|Health and \
            Safety at Work Act 1974 s.20|business;food;licensed;care;waste;land;vehicle;vessel;port;community|0|None| \
            yes|no||to check the health and safety of people at work|At any time if there is danger; may bring a \
            constable. Councils do so in shops, offices and leisure.|no|The Act, not yet checked against its text| \
            2015-07-31|
        fire-inspection|fire-and-rescue|Fire and rescue service|Regulatory Reform (Fire Safety) Order 2005 article 27| \
            business;food;licensed;care;waste;port;community;house-in-multiple-occupation|0|None|yes|no||to check fire \
            safety|Everything but single dwellings; in shared houses the common parts only.|no|The Order, not yet \
            checked against its text|2015-07-31|
        fire-emergency|fire-and-rescue|Fire and rescue service|Fire and Rescue Services Act 2004 s.44|any|0|None| \
            partly|yes||to put out a fire or save people in an emergency|Only in an emergency.|no|The Act, not yet \
            checked against its text|2015-07-31|
        fire-investigation|fire-and-rescue|Fire and rescue service|Fire and Rescue Services Act 2004 s.45|business; \
            food;licensed;care;waste;land;vehicle;vessel;port;community|0|None|partly|warrant|Warrant from a \
            magistrate|to find out why a fire broke out or spread|Only after a fire, or for the service's own \
            planning.|no|The Act, not yet checked against its text|2015-07-31|
        fire-investigation-dwelling|fire-and-rescue|Fire and rescue service|Fire and Rescue Services Act 2004 s.45| \
            dwelling;house-in-multiple-occupation|24|24 hours to the occupier|partly|warrant|Warrant from a \
            magistrate|to find out why a fire broke out or spread|Only after a fire, or for the service's own \
            planning.|no|The Act, not yet checked against its text|2015-07-31|
        housing-survey|housing-standards|Council housing standards|Housing Act 2004 s.239|dwelling; \
            house-in-multiple-occupation|24|24 hours to the owner and the occupier|yes|warrant|Warrant from a \
            magistrate, s.240|to survey the condition of a home||yes|The Act as published, ss.239 and 240|2015-07-31|
        housing-offence|housing-standards|Council housing standards|Housing Act 2004 s.239(7)|dwelling; \
            house-in-multiple-occupation|0|None where an offence under s.72, 95 or 234(3) is suspected|yes|warrant| \
            Warrant from a magistrate, s.240|to find out whether a shared or licensable house is let without a licence \
            or badly managed|Such an offence must be suspected beforehand.|yes|The Act as published, ss.239 and 240| \
            2015-07-31|
        housing-renters-rights|housing-standards|Council housing standards|Renters' Rights Act 2025 Part 4 Chapter 3| \
            business|24|To be confirmed|yes|warrant|Warrant from a magistrate|to look into offences by landlords and \
            letting agents|Business premises; homes are covered by s.126 of the Act under stricter conditions.|no|The \
            Act as published, in part|2025-12-27|
        nuisance|environmental-health|Council environmental health|Environmental Protection Act 1990 Schedule 3| \
            business;food;licensed;care;waste;land;vehicle;vessel;port;community|0|None|yes|warrant|Warrant from a \
            magistrate|to find out whether there is a nuisance to health||no|The Act, not yet checked against its \
            text|2015-07-31|
        nuisance-dwelling|environmental-health|Council environmental health|Environmental Protection Act 1990 Schedule \
            3|dwelling;house-in-multiple-occupation|24|24 hours to the occupier, none in an emergency|yes|warrant| \
            Warrant from a magistrate|to find out whether there is a nuisance to health||no|The Act, not yet checked \
            against its text|2015-07-31|
        public-health-workplace|environmental-health|Council environmental health|Public Health Act 1936 s.287| \
            business;food;licensed;care;waste|0|None for a workplace|yes|warrant|Warrant from a magistrate|to find out \
            whether public health law is broken||no|The Act, not yet checked against its text|2015-07-31|
        public-health|environmental-health|Council environmental health|Public Health Act 1936 s.287|land;vehicle; \
            vessel;port;community;dwelling;house-in-multiple-occupation|24|24 hours to the occupier|yes|warrant| \
            Warrant from a magistrate|to find out whether public health law is broken||no|The Act, not yet checked \
            against its text|2015-07-31|
        pests|environmental-health|Council environmental health|Prevention of Damage by Pests Act 1949 s.22|any|24|24 \
            hours for occupied land|yes|no||to inspect for rats and mice|The notice period is to be confirmed.|no|The \
            Act, not yet checked against its text|2015-07-31|
        food|environmental-health;trading-standards|Council food safety|Food Safety Act 1990 s.32 and Food Safety and \
            Hygiene (England) Regulations 2013 regulation 16|food|0|None; 24 hours where food is handled in a home \
            only|yes|warrant|Warrant from a magistrate|to check food safety and hygiene||no|The Act, not yet checked \
            against its text|2015-07-31|
        building-control-workplace|building-control|Council building control|Building Act 1984 s.95|business;food; \
            licensed;care;waste|0|None for a workplace|yes|warrant|Warrant from a magistrate, s.95(3)|to check \
            building work and dangerous structures||no|The Act, not yet checked against its text|2015-07-31|
        building-control|building-control|Council building control|Building Act 1984 s.95|land;community;dwelling; \
            house-in-multiple-occupation|24|24 hours to the occupier|yes|warrant|Warrant from a magistrate, s.95(3)|to \
            check building work and dangerous structures||no|The Act, not yet checked against its text|2015-07-31|
        planning|planning|Council planning|Town and Country Planning Act 1990 ss.196A and 196B|business;food;licensed; \
            care;waste;land;vehicle;vessel;port;community|0|None|yes|warrant|Warrant from a magistrate, s.196B|to see \
            whether planning law is broken||no|The Act, not yet checked against its text|2015-07-31|
        planning-dwelling|planning|Council planning|Town and Country Planning Act 1990 ss.196A and 196B|dwelling; \
            house-in-multiple-occupation|24|24 hours to the occupier|yes|warrant|Warrant from a magistrate, s.196B|to \
            see whether planning law is broken||no|The Act, not yet checked against its text|2015-07-31|
        licensing-inspection|licensing|Council licensing|Licensing Act 2003 s.179|licensed|0|None|yes|yes||to see \
            whether a licensed activity keeps to its licence|Not dwellings.|no|The Act, not yet checked against its \
            text|2015-07-31|
        licensing-scrap|licensing|Council licensing|Scrap Metal Dealers Act 2013 s.16|waste|0|Notice to the site \
            manager, no period fixed; none if it could not be given or would defeat the purpose|yes|warrant|Warrant \
            from a magistrate|to inspect a licensed scrap site|Not residential premises.|yes|The Act as published, \
            s.16|2015-07-31|
        licensing-massage|licensing;police|Council licensing|Local Government (Miscellaneous Provisions) Act 1982| \
            licensed|0|None|yes|no|Warrant from a magistrate|to inspect sex establishments and other places that the \
            council licenses|Not dwellings; what needs a licence differs from council to council.|no|The Act, not yet \
            checked against its text|2015-07-31|
        licensing-vehicles|licensing;police|Council licensing|Local Government (Miscellaneous Provisions) Act 1976 \
            s.68|vehicle|0|None|yes|no||to inspect a licensed taxi or private hire vehicle||no|The Act, not yet \
            checked against its text|2015-07-31|
        trading-standards|trading-standards|Trading standards|Consumer Rights Act 2015 Schedule 5 paragraph 23| \
            business;food;licensed;waste;land|48|Two working days in writing; none if a breach is suspected or notice \
            would defeat the purpose|yes|warrant|Warrant from a magistrate, paragraph 32|to check trading law, and to \
            find unsafe or counterfeit goods|Not premises used wholly or mainly as a dwelling.|no|The Act, not yet \
            checked against its text|2015-10-01|
        environment-inspection|environment|Environment Agency|Environment Act 1995 s.108|business;waste;land;vehicle; \
            vessel;port|0|None; seven days if heavy equipment is brought|yes|warrant|Warrant from a magistrate, \
            Schedule 18|to check waste, water and pollution|In an emergency at any time, with force if need be.|no|The \
            Act, not yet checked against its text|2015-07-31|
        environment-dwelling|environment|Environment Agency|Environment Act 1995 s.108|dwelling; \
            house-in-multiple-occupation|168|Seven days, none in an emergency|partly|warrant|Warrant from a \
            magistrate, Schedule 18|to check waste, water and pollution|Without a warrant only with the occupier's \
            agreement or in an emergency.|no|The Act, not yet checked against its text|2015-07-31|
        utility|utility|Gas or electricity company|Rights of Entry (Gas and Electricity Boards) Act 1954, Gas Act 1986 \
            Schedule 2B, Electricity Act 1989 Schedule 6|business;food;licensed;care;waste;land;port;community; \
            dwelling;house-in-multiple-occupation|24|Notice to the occupier, none in an emergency; the period is to be \
            confirmed|partly|warrant|Warrant from a magistrate|to inspect meters and make supplies safe|Without a \
            warrant only in an emergency or with consent; for premises that are supplied.|no|The Acts, not yet checked \
            against their text|2015-07-31|
        border-force|border-force|Border Force|Customs and Excise Management Act 1979 and Immigration Act 1971 \
            Schedule 2|port;vessel;vehicle|0|None|yes|yes||to control goods and people at the border||no|The Acts, not \
            yet checked against their text|2015-07-31|
        care-quality|care-regulator|Care Quality Commission|Health and Social Care Act 2008 ss.62 and 63|care|0|None| \
            yes|no|Warrant from a magistrate|to inspect registered health and care services|Rooms lived in as a home \
            need the resident's consent.|no|The Act, not yet checked against its text|2015-07-31|
        childrens-homes|care-regulator|Ofsted|Care Standards Act 2000 s.31|care|0|None|yes|no||to inspect registered \
            children's homes and services||no|The Act, not yet checked against its text|2015-07-31|
        vehicle-standards|vehicle-standards|Driver and Vehicle Standards Agency|Road Traffic Act 1988 ss.67 and 68| \
            vehicle|0|None|partly|no||to test vehicles at the roadside|Stopping a vehicle on the road is for a \
            constable or an officer with that authority.|no|The Act, not yet checked against its text|2015-07-31|
        adult-social-care|adult-social-care|Adult social care|none|none|0|Not applicable|no|no|In Wales only: order of \
            a magistrate under s.127 of the Social Services and Well-being (Wales) Act 2014|to make sure that an adult \
            is safe, by invitation only|No power of entry in England. To rely on this agency for entry is a common \
            mistake.|no|The Act, not yet checked against its text|2015-07-31|
        childrens-services|childrens-services|Children's services|none|none|0|Not applicable|no|no|Emergency \
            protection order under s.44 of the Children Act 1989, with a warrant under s.48|to make sure that a child \
            is safe, by invitation or with an order|No power of entry of its own; police can enter where a child's \
            life is in danger.|no|The Act, not yet checked against its text|2015-07-31|
        council|council;housing;education;probation|Council and other public services without enforcement|none|none|0| \
            Not applicable|no|no||to offer help, by invitation only|No power of entry; a landlord's right to inspect \
            comes from the tenancy.|no|Common knowledge, not yet checked|2015-07-31|
        health|health|Health services|none|none|0|Not applicable|no|no||to care for people, by invitation or once \
            others have made the place safe|No power of entry.|no|Common knowledge, not yet checked|2015-07-31|
        charity|charity;faith-group;business;other|Charities and other organisations|none|none|0|Not applicable|no| \
            no||to support people, by invitation or once others have made the place safe|No power of entry.|no|Common \
            knowledge, not yet checked|2015-07-31|
        prosecution|prosecution|Crown Prosecution Service|none|none|0|Not applicable|no|no||to advise, not to enter|No \
            power of entry.|no|Common knowledge, not yet checked|2015-07-31|
        """
}
