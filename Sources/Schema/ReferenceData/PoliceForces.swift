extension ReferenceData {
    /// The territorial police forces by the code of the area that they police, and the police bodies without an area of their
    /// own that refer people. The note holds other names under which statistics write them, separated by semicolons.
    ///
    /// Source: the code register of the Office for National Statistics (police force areas of England and Wales); the National
    /// Referral Mechanism statistics for the bodies. "2015-07-31" stands for "from the beginning". The codes for Scotland
    /// and Northern Ireland stand for the whole nation there.
    package static let policeForces = CodeListSource(
        list: "police_force", title: "Police force",
        source: "Police force areas, Office for National Statistics; police bodies of the National Referral Mechanism statistics",
        rows: """
            E23000013|Cleveland|2015-07-31||
            E23000008|Durham|2015-07-31||
            E23000007|Northumbria|2015-07-31||
            E23000006|Cheshire|2015-07-31||
            E23000002|Cumbria|2015-07-31||
            E23000005|Greater Manchester|2015-07-31||
            E23000003|Lancashire|2015-07-31||
            E23000004|Merseyside|2015-07-31||
            E23000012|Humberside|2015-07-31||
            E23000009|North Yorkshire|2015-07-31||
            E23000011|South Yorkshire|2015-07-31||
            E23000010|West Yorkshire|2015-07-31||
            E23000018|Derbyshire|2015-07-31||
            E23000021|Leicestershire|2015-07-31||
            E23000020|Lincolnshire|2015-07-31||
            E23000022|Northamptonshire|2015-07-31||
            E23000019|Nottinghamshire|2015-07-31||
            E23000015|Staffordshire|2015-07-31||
            E23000017|Warwickshire|2015-07-31||
            E23000016|West Mercia|2015-07-31||
            E23000014|West Midlands|2015-07-31||
            E23000026|Bedfordshire|2015-07-31||
            E23000023|Cambridgeshire|2015-07-31||
            E23000028|Essex|2015-07-31||
            E23000027|Hertfordshire|2015-07-31||
            E23000024|Norfolk|2015-07-31||
            E23000025|Suffolk|2015-07-31||
            E23000034|City of London|2015-07-31||London, City of
            E23000001|Metropolitan Police|2015-07-31||
            E23000030|Hampshire and Isle of Wight|2015-07-31||Hampshire
            E23000032|Kent|2015-07-31||
            E23000031|Surrey|2015-07-31||
            E23000033|Sussex|2015-07-31||
            E23000029|Thames Valley|2015-07-31||
            E23000036|Avon and Somerset|2015-07-31||
            E23000035|Devon and Cornwall|2015-07-31||
            E23000039|Dorset|2015-07-31||
            E23000037|Gloucestershire|2015-07-31||
            E23000038|Wiltshire|2015-07-31||
            W15000004|Dyfed-Powys|2015-07-31||
            W15000002|Gwent|2015-07-31||
            W15000001|North Wales|2015-07-31||
            W15000003|South Wales|2015-07-31||
            S23000009|Police Scotland|2015-07-31||Police Service of Scotland
            N23000000|Police Service of Northern Ireland|2015-07-31||PSNI
            british-transport-police|British Transport Police|2015-07-31||
            eastern-region-special-operations-unit|Eastern Region Special Operations Unit|2015-07-31||ERSOU
            east-midlands-special-operations-unit|East Midlands Special Operations Unit|2015-07-31||EMSOU
            north-east-regional-special-operations-unit|North East Regional Special Operations Unit|2015-07-31||NERSOU
            north-west-regional-organised-crime-unit|North West Regional Organised Crime Unit|2015-07-31||
            south-east-regional-organised-crime-unit|South East Regional Organised Crime Unit|2015-07-31||
            south-west-regional-organised-crime-unit|South West Regional Organised Crime Unit|2015-07-31||
            tarian|Tarian Regional Organised Crime Unit|2015-07-31||Tarian ROCU;Tarian
            west-midlands-regional-organised-crime-unit|West Midlands Regional Organised Crime Unit|2015-07-31||
            yorkshire-and-humber-regional-organised-crime-unit|Yorkshire and Humber Regional Organised Crime Unit|2015-07-31||
            ministry-of-defence-police|Ministry of Defence Police|2015-07-31||
            civil-nuclear-constabulary|Civil Nuclear Constabulary|2015-07-31||
            """)

    /// First responders that are neither a force nor a local authority, as the statistics write them. The note holds their type
    /// (`first_responder_type`), and after a semicolon each other name.
    package static let nationalFirstResponders = CodeListSource(
        list: "national_first_responder", title: "First responder of the nation",
        source: "National Referral Mechanism statistics of the Home Office",
        rows: """
            gangmasters-and-labour-abuse-authority|Gangmasters and Labour Abuse Authority|2015-07-31||government-agency;Gangmasters and Labour Abuse Authority GLAA;GLAA
            fair-work-agency|Fair Work Agency|2026-04-01||government-agency
            immigration-enforcement|Home Office - Immigration Enforcement|2015-07-31||government-agency;Home Office - Immigration Enforcement IE;Immigration Enforcement
            border-force|Home Office - UK Border Force|2015-07-31||government-agency;Home Office - UK Border Force UKBF;UK Border Force;Border Force
            visas-and-immigration|Home Office - UK Visas and Immigration|2015-07-31||government-agency;Home Office - UK Visas and Immigration UKVI;UK Visas and Immigration
            national-crime-agency|National Crime Agency|2015-07-31||government-agency;National Crime Agency NCA;NCA
            bawso|BAWSO|2015-07-31||third-sector
            barnardos|Barnardo's|2015-07-31||third-sector
            belfast-and-lisburn-womens-aid|Belfast and Lisburn Women's Aid|2015-07-31||third-sector
            kalayaan|Kalayaan|2015-07-31||third-sector
            medaille-trust|Medaille Trust|2015-07-31||third-sector
            migrant-help|Migrant Help|2015-07-31||third-sector
            nspcc|NSPCC|2015-07-31||third-sector;NSPCC (CTAC);National Society for the Prevention of Cruelty to Children
            new-pathways|New Pathways|2015-07-31||third-sector
            refugee-council|Refugee Council|2015-07-31||third-sector
            salvation-army|The Salvation Army|2015-07-31||third-sector;Salvation Army
            tara|Trafficking Awareness Raising Alliance|2015-07-31||third-sector;Trafficking Awareness Raising Alliance TARA;TARA
            unseen|Unseen|2015-07-31||third-sector
            youth-work-alliance|Youth Work Alliance|2015-07-31||third-sector
            """)

    /// Authorities that ended since 2009 with the last day of each and, in the note, what took its place. Of those whose area was
    /// kept and got another code, the old code stands here as well.
    ///
    /// Source: the structural changes orders of 2018 to 2023 (legislation.gov.uk) and the code history of the Office for National
    /// Statistics.
    package static let authoritySuccessors = CodeListSource(
        list: "authority_successor", title: "Authority that ended",
        source: "Structural changes orders; code history of the Office for National Statistics",
        rows: """
            E06000028|Bournemouth|2015-07-31|2019-03-31|E06000058
            E06000029|Poole|2015-07-31|2019-03-31|E06000058
            E07000048|Christchurch|2015-07-31|2019-03-31|E06000058
            E07000049|East Dorset|2015-07-31|2019-03-31|E06000059
            E07000050|North Dorset|2015-07-31|2019-03-31|E06000059
            E07000051|Purbeck|2015-07-31|2019-03-31|E06000059
            E07000052|West Dorset|2015-07-31|2019-03-31|E06000059
            E07000053|Weymouth and Portland|2015-07-31|2019-03-31|E06000059
            E07000190|Taunton Deane|2015-07-31|2019-03-31|E07000246
            E07000191|West Somerset|2015-07-31|2019-03-31|E07000246
            E07000201|Forest Heath|2015-07-31|2019-03-31|E07000245
            E07000204|St Edmundsbury|2015-07-31|2019-03-31|E07000245
            E07000205|Suffolk Coastal|2015-07-31|2019-03-31|E07000244
            E07000206|Waveney|2015-07-31|2019-03-31|E07000244
            E07000004|Aylesbury Vale|2015-07-31|2020-03-31|E06000060
            E07000005|Chiltern|2015-07-31|2020-03-31|E06000060
            E07000006|South Bucks|2015-07-31|2020-03-31|E06000060
            E07000007|Wycombe|2015-07-31|2020-03-31|E06000060
            E07000150|Corby|2015-07-31|2021-03-31|E06000061
            E07000152|East Northamptonshire|2015-07-31|2021-03-31|E06000061
            E07000153|Kettering|2015-07-31|2021-03-31|E06000061
            E07000156|Wellingborough|2015-07-31|2021-03-31|E06000061
            E07000151|Daventry|2015-07-31|2021-03-31|E06000062
            E07000154|Northampton|2015-07-31|2021-03-31|E06000062
            E07000155|South Northamptonshire|2015-07-31|2021-03-31|E06000062
            E07000026|Allerdale|2015-07-31|2023-03-31|E06000063
            E07000028|Carlisle|2015-07-31|2023-03-31|E06000063
            E07000029|Copeland|2015-07-31|2023-03-31|E06000063
            E07000027|Barrow-in-Furness|2015-07-31|2023-03-31|E06000064
            E07000030|Eden|2015-07-31|2023-03-31|E06000064
            E07000031|South Lakeland|2015-07-31|2023-03-31|E06000064
            E07000163|Craven|2015-07-31|2023-03-31|E06000065
            E07000164|Hambleton|2015-07-31|2023-03-31|E06000065
            E07000165|Harrogate|2015-07-31|2023-03-31|E06000065
            E07000166|Richmondshire|2015-07-31|2023-03-31|E06000065
            E07000167|Ryedale|2015-07-31|2023-03-31|E06000065
            E07000168|Scarborough|2015-07-31|2023-03-31|E06000065
            E07000169|Selby|2015-07-31|2023-03-31|E06000065
            E07000187|Mendip|2015-07-31|2023-03-31|E06000066
            E07000188|Sedgemoor|2015-07-31|2023-03-31|E06000066
            E07000246|Somerset West and Taunton|2019-04-01|2023-03-31|E06000066
            E07000189|South Somerset|2015-07-31|2023-03-31|E06000066
            """)
}
