extension FormList {
    /// Organisations that may report, spelt as the form spells them, in the order of the alphabet.
    static let organisations = FormList(
        """
        Aberdeen City Council|Aberdeenshire Council|Adur District Council|Allerdale Borough Council|Amber Valley Borough Council
        Angus Council|Antrim and Newtonabbey Borough Council|Ards and North Down Borough Council|Argyll and Bute Council
        Armagh City, Banbridge and Craigavon Borough Council|Arun District Council|Ashfield District Council
        Ashford Borough Council|Avon and Somerset Constabulary|Aylesbury Vale District Council|BAWSO|Babergh District Council
        Barnardo's|Barnsley Metropolitan Borough Council|Barrow-in-Furness Borough Council|Basildon Borough Council
        Basingstoke and Deane Borough Council|Bassetlaw District Council|Bath and North East Somerset Council
        Bedford Borough Council|Bedfordshire Police|Belfast City Council|Belfast Harbour Police
        Belfast International Airport Constabulary|Belfast and Lisburn Women's Aid|Birmingham City Council
        Blaby District Council|Blackburn with Darwen Borough Council|Blackpool Borough Council
        Blaenau Gwent County Borough Council|Bolsover District Council|Bolton Metropolitan Borough Council
        Borough Council of King's Lynn and West Norfolk|Boston Borough Council|Bournemouth, Christchurch and Poole Council
        Bracknell Forest Council|Braintree District Council|Breckland District Council|Brentwood Borough Council
        Bridgend County Borough Council|Brighton and Hove City Council|Bristol City Council|British Transport Police
        Broadland District Council|Bromsgrove District Council|Broxbourne Borough Council|Broxtowe Borough Council
        Buckinghamshire County Council|Burnley Borough Council|Bury Metropolitan Borough Council
        Caerphilly County Borough Council|Calderdale Metropolitan Borough Council|Cambridge City Council
        Cambridgeshire Constabulary|Cambridgeshire County Council|Cambridgeshire and Peterborough Combined Authority
        Cannock Chase District Council|Canterbury City Council|Carlisle City Council|Carmarthenshire County Council
        Castle Point Borough Council|Causeway Coast and Glens Borough Council|Central Bedfordshire Council
        Ceredigion County Council|Charnwood Borough Council|Chelmsford City Council|Cheltenham Borough Council
        Cherwell District Council|Cheshire Constabulary|Cheshire East Council|Cheshire West and Chester Council
        Chesterfield Borough Council|Chichester District Council|Chiltern District Council|Chorley Borough Council
        City and County of Swansea Council|City of Bradford Metropolitan District Council|City of Cardiff Council
        City of Edinburgh Council|City of Lincoln Council|City of London Corporation|City of London Police|City of Westminster
        City of Wolverhampton Council|City of York Council|Clackmannanshire Council|Cleveland Police|Colchester Borough Council
        Comhairle nan Eilean Siar|Conwy County Borough Council|Copeland Borough Council|Corby Borough Council|Cornwall Council
        Cotswold District Council|Council of the Isles of Scilly|Coventry City Council|Craven District Council
        Crawley Borough Council|Cumbria Constabulary|Cumbria County Council|Dacorum Borough Council|Darlington Borough Council
        Dartford Borough Council|Daventry District Council|Denbighshire County Council|Derby City Council
        Derbyshire Constabulary|Derbyshire County Council|Derbyshire Dales District Council
        Derry City and Strabane District Council|Devon & Cornwall Police|Devon County Council
        Doncaster Metropolitan Borough Council|Dorset Council|Dorset County Council|Dorset Police|Dover District Council
        Dudley Metropolitan Borough Council|Dumfries and Galloway Council|Dundee City Council|Durham Constabulary
        Durham County Council|Dyfed-Powys Police|East Ayrshire Council|East Cambridgeshire District Council
        East Devon District Council|East Dorset District Council|East Dunbartonshire Council|East Hampshire District Council
        East Hertfordshire District Council|East Lindsey District Council|East Lothian Council
        East Midlands Special Operations Unit|East Northamptonshire Council|East Renfrewshire Council
        East Riding of Yorkshire Council|East Staffordshire Borough Council|East Suffolk Council|East Sussex County Council
        Eastbourne Borough Council|Eastern Region Special Operations Unit|Eastleigh Borough Council|Eden District Council
        Elmbridge Borough Council|Epping Forest District Council|Epsom and Ewell Borough Council|Erewash Borough Council
        Essex County Council|Essex Police|Exeter City Council|Fair Work Agency|Falkirk Council|Fareham Borough Council
        Fenland District Council|Fermanagh and Omagh District Council|Fife Council|Flintshire County Council
        Folkestone and Hythe Council|Forest Heath District Council|Forest of Dean District Council|Fylde Borough Council
        Gangmasters and Labour Abuse Authority GLAA|Gateshead Metropolitan Borough Council|Gedling Borough Council
        Glasgow City Council|Gloucester City Council|Gloucestershire Constabulary|Gloucestershire County Council
        Gosport Borough Council|Gravesham Borough Council|Great Yarmouth Borough Council|Greater London Authority
        Greater Manchester Combined Authority|Greater Manchester Police|Guildford Borough Council|Gwent Police|Gwynedd Council
        Halton Borough Council|Hambleton District Council|Hampshire Constabulary|Hampshire County Council
        Harborough District Council|Harlow District Council|Harrogate Borough Council|Hart District Council
        Hartlepool Borough Council|Hastings Borough Council|Havant Borough Council|Health and Social Care Trusts - HSC Trusts
        Herefordshire Council|Hertfordshire Constabulary|Hertfordshire County Council|Hertsmere Borough Council
        High Peak Borough Council|Highland Council|Hinckley and Bosworth Borough Council
        Home Office - Asylum Group - Appeals, Litigation and Administrative Review
        Home Office - Asylum Group - Asylum Support Operational Coordination Centre
        Home Office - Asylum Group - Asylum Support Other|Home Office - Asylum Group - Asylum Support Safeguarding Hub
        Home Office - Asylum Group - Asylum and HR Casework|Home Office - Asylum Group - Illegal Migration Intake Unit
        Home Office - Asylum Group - Other|Home Office - Immigration Enforcement IE - DET Campsfield
        Home Office - Immigration Enforcement IE - DET Derwentside|Home Office - Immigration Enforcement IE - DET Dungavel
        Home Office - Immigration Enforcement IE - DET Gatwick|Home Office - Immigration Enforcement IE - DET Haslar
        Home Office - Immigration Enforcement IE - DET Heathrow|Home Office - Immigration Enforcement IE - DET Yarl's Wood
        Home Office - Immigration Enforcement IE - Foreign National Offenders Returns Command (FNORC)
        Home Office - Immigration Enforcement IE - ICE North|Home Office - Immigration Enforcement IE - ICE South
        Home Office - Immigration Enforcement IE - Immigration Prison Teams (IPTs)
        Home Office - Immigration Enforcement IE - Investigation Teams
        Home Office - Immigration Enforcement IE - National Returns Progression Command (NRPC)
        Home Office - Immigration Enforcement IE - Other
        Home Office - Immigration Enforcement IE - Reporting and Offender Management (ROM)|Home Office - UK Border Force UKBF
        Horsham District Council|Hull City Council|Humberside Police|Huntingdonshire District Council|Hyndburn Borough Council
        Inverclyde Council|Ipswich Borough Council|Isle of Anglesey County Council|Isle of Wight Council|Kalayaan
        Kent County Council|Kent Police|Kettering Borough Council|Kirklees Council|Knowsley Metropolitan Borough Council
        Lancashire Constabulary|Lancashire County Council|Lancaster City Council|Leeds City Council|Leicester City Council
        Leicestershire County Council|Leicestershire Police|Lewes District Council|Lichfield District Council
        Lincolnshire County Council|Lincolnshire Police|Lisburn and Castlereagh City Council|Liverpool City Council
        Liverpool City Region|London Borough of Barking and Dagenham|London Borough of Barnet|London Borough of Bexley
        London Borough of Brent|London Borough of Bromley|London Borough of Camden|London Borough of Croydon
        London Borough of Ealing|London Borough of Enfield|London Borough of Hackney|London Borough of Hammersmith & Fulham
        London Borough of Haringey|London Borough of Harrow|London Borough of Havering|London Borough of Hillingdon
        London Borough of Hounslow|London Borough of Islington|London Borough of Lambeth|London Borough of Lewisham
        London Borough of Merton|London Borough of Newham|London Borough of Redbridge|London Borough of Richmond upon Thames
        London Borough of Southwark|London Borough of Sutton|London Borough of Tower Hamlets|London Borough of Waltham Forest
        London Borough of Wandsworth|Luton Borough Council|Maidstone Borough Council|Maldon District Council
        Malvern Hills District Council|Manchester City Council|Mansfield District Council|Medaille Trust|Medway Council
        Melton Borough Council|Mendip District Council|Merseyside Police|Merthyr Tydfil County Borough Council
        Metropolitan Police Service|Mid & East Antrim Borough Council|Mid Devon District Council|Mid Suffolk District Council
        Mid Sussex District Council|Mid Ulster District Council|Middlesbrough Borough Council|Midlothian Council|Migrant Help
        Milton Keynes Council|Mole Valley District Council|Monmouthshire County Council|Moray Council|National Crime Agency NCA
        National Police Air Service|National Society for the Prevention of Cruelty to Children NSPCC CTAC
        Neath Port Talbot County Borough Council|New Forest District Council|New Pathways|Newark and Sherwood District Council
        Newcastle City Council|Newcastle-under-Lyme Borough Council|Newport City Council|Newry, Mourne and Down District Council
        Norfolk Constabulary|Norfolk County Council|North Ayrshire Council|North Devon District Council
        North Dorset District Council|North East Derbyshire District Council|North East Lincolnshire Council
        North East Regional Special Operations Unit|North Hertfordshire District Council|North Kesteven District Council
        North Lanarkshire Council|North Lincolnshire Council|North Norfolk District Council|North Somerset Council
        North Tyneside Council|North Wales Police|North Warwickshire Borough Council|North West Leicestershire District Council
        North West Regional Organised Crime Unit|North Yorkshire County Council|North Yorkshire Police
        Northampton Borough Council|Northamptonshire County Council|Northamptonshire Police|Northumberland County Council
        Northumbria Police|Norwich City Council|Nottingham City Council|Nottinghamshire County Council|Nottinghamshire Police
        Nuneaton and Bedworth Borough Council|Oadby and Wigston Borough Council|Oldham Metropolitan Borough Council
        Orkney Islands Council|Oxford City Council|Oxfordshire County Council|Pembrokeshire County Council
        Pendle Borough Council|Perth and Kinross Council|Peterborough City Council|Plymouth City Council|Police Scotland
        Police Service of Northern Ireland|Portsmouth City Council|Powys County Council|Preston City Council
        Purbeck District Council|Reading Borough Council|Redcar and Cleveland Borough Council|Redditch Borough Council
        Refugee Council|Reigate and Banstead Borough Council|Renfrewshire Council|Rhondda Cynon Taf County Borough Council
        Ribble Valley Borough Council|Richmondshire District Council|Rochdale Metropolitan Borough Council
        Rochford District Council|Rossendale Borough Council|Rother District Council|Rotherham Metropolitan Borough Council
        Royal Borough of Greenwich|Royal Borough of Kensington and Chelsea|Royal Borough of Kingston upon Thames
        Royal Borough of Windsor and Maidenhead|Rugby Borough Council|Runnymede Borough Council|Rushcliffe Borough Council
        Rushmoor Borough Council|Rutland County Council|Ryedale District Council|Salford City Council
        Sandwell Metropolitan Borough Council|Scarborough Borough Council|Scottish Borders Council|Sedgemoor District Council
        Sefton Metropolitan Borough Council|Selby District Council|Sevenoaks District Council|Sheffield City Council
        Sheffield City Region|Shetland Islands Council|Shropshire Council|Slough Borough Council
        Solihull Metropolitan Borough Council|Somerset County Council|Somerset West and Taunton Council|South Ayrshire Council
        South Bucks District Council|South Cambridgeshire District Council|South Derbyshire District Council
        South East Regional Organised Crime Unit|South Gloucestershire Council|South Hams District Council
        South Holland District Council|South Kesteven District Council|South Lakeland District Council|South Lanarkshire Council
        South Norfolk District Council|South Northamptonshire Council|South Oxfordshire District Council
        South Ribble Borough Council|South Somerset District Council|South Staffordshire Council|South Tyneside Council
        South Wales Police|South West Regional Organised Crime Unit|South Yorkshire Police|Southampton City Council
        Southend-on-Sea Borough Council|Spelthorne Borough Council|St Albans City and District Council
        St Edmundsbury Borough Council|St Helens Council|Stafford Borough Council|Staffordshire County Council
        Staffordshire Moorlands District Council|Staffordshire Police|Stevenage Borough Council|Stirling Council
        Stockport Metropolitan Borough Council|Stockton-on-Tees Borough Council|Stoke-on-Trent City Council
        Stratford-on-Avon District Council|Stroud District Council|Suffolk Coastal District Council|Suffolk Constabulary
        Suffolk County Council|Sunderland City Council|Surrey County Council|Surrey Heath Borough Council|Surrey Police
        Sussex Police|Swale Borough Council|Swindon Borough Council|Tameside Metropolitan Borough Council
        Tamworth Borough Council|Tandridge District Council|Tarian ROCU|Taunton Deane Borough Council
        Tees Valley Combined Authority|Teignbridge District Council|Telford & Wrekin Council|Tendring District Council
        Test Valley Borough Council|Tewkesbury Borough Council|Thames Valley Police|Thanet District Council|The Salvation Army
        Three Rivers District Council|Thurrock Council|Tonbridge and Malling Borough Council|Torbay Council
        Torfaen County Borough Council|Torridge District Council|Trafficking Awareness Raising Alliance TARA
        Trafford Metropolitan Borough Council|Tunbridge Wells Borough Council|Unseen|Uttlesford District Council
        Vale of Glamorgan Council|Vale of White Horse District Council|Wakefield Metropolitan District Council
        Walsall Metropolitan Borough Council|Warrington Borough Council|Warwick District Council|Warwickshire County Council
        Warwickshire Police|Watford Borough Council|Waveney District Council|Waverley Borough Council|Wealden District Council
        Wellingborough Borough Council|Welwyn Hatfield Borough Council|West Berkshire Council|West Devon Borough Council
        West Dorset District Council|West Dunbartonshire Council|West Lancashire Borough Council|West Lindsey District Council
        West Lothian Council|West Mercia Police|West Midlands Combined Authority|West Midlands Police
        West Midlands Regional Organised Crime Unit|West Oxfordshire District Council|West Somerset District Council
        West Suffolk Council|West Sussex County Council|West Yorkshire Police|West of England Combined Authority
        Weymouth and Portland Borough Council|Wigan Metropolitan Borough Council|Wiltshire Council|Wiltshire Police
        Winchester City Council|Wirral Borough Council|Woking Borough Council|Wokingham Borough Council|Worcester City Council
        Worcestershire County Council|Worthing Borough Council|Wrexham County Borough Council|Wychavon District Council
        Wycombe District Council|Wyre Borough Council|Wyre Forest District Council
        Yorkshire and Humber Regional Organised Crime Unit|Youth Work Alliance
        """)
}
