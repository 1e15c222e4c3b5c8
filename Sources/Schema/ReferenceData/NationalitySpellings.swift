extension ReferenceData {
    /// Other spellings under which statistics write a nationality, and the names of countries that stand for one. The note holds
    /// the code of the nationality (`nationality`). "Stateless", "Refugee" and "Sahrawi" are no nationalities of that list and
    /// stand for themselves, because the statistics count them.
    package static let nationalitySpellings = CodeListSource(
        list: "nationality_spelling", title: "Other spelling of a nationality",
        source: "National Referral Mechanism and small boat statistics of the Home Office",
        rows: """
            afghanistan|Afghanistan|2015-07-31||afghan
            albania|Albania|2015-07-31||albanian
            algeria|Algeria|2015-07-31||algerian
            andorra|Andorra|2015-07-31||andorran
            angola|Angola|2015-07-31||angolan
            argentina|Argentina|2015-07-31||argentine
            armenia|Armenia|2015-07-31||armenian
            australia|Australia|2015-07-31||australian
            austria|Austria|2015-07-31||austrian
            azerbaijan|Azerbaijan|2015-07-31||azerbaijani
            bahrain|Bahrain|2015-07-31||bahraini
            bangladesh|Bangladesh|2015-07-31||bangladeshi
            barbados|Barbados|2015-07-31||barbadian
            belarus|Belarus|2015-07-31||belarusian
            belgium|Belgium|2015-07-31||belgian
            belize|Belize|2015-07-31||belizean
            benin|Benin|2015-07-31||beninese
            bhutan|Bhutan|2015-07-31||bhutanese
            bolivia|Bolivia|2015-07-31||bolivian
            bosnia-and-herzegovina|Bosnia and herzegovina|2015-07-31||citizen-of-bosnia-and-herzegovina
            botswana|Botswana|2015-07-31||botswanan
            brazil|Brazil|2015-07-31||brazilian
            bulgaria|Bulgaria|2015-07-31||bulgarian
            burkina-faso|Burkina faso|2015-07-31||burkinan
            burma|Burma|2015-07-31||burmese
            burundi|Burundi|2015-07-31||burundian
            cambodia|Cambodia|2015-07-31||cambodian
            cameroon|Cameroon|2015-07-31||cameroonian
            canada|Canada|2015-07-31||canadian
            cape-verde|Cape verde|2015-07-31||cape-verdean
            central-african-republic|Central african republic|2015-07-31||central-african
            chad|Chad|2015-07-31||chadian
            chile|Chile|2015-07-31||chilean
            china|China|2015-07-31||chinese
            colombia|Colombia|2015-07-31||colombian
            comoros|Comoros|2015-07-31||comoran
            congo|Congo|2015-07-31||congolese-congo
            congolese|Congolese|2015-07-31||congolese-congo
            congolese-congo|Congolese congo|2015-07-31||congolese-congo
            congo-democratic-republic|Congo democratic republic|2015-07-31||congolese-drc
            congo-democratic-republic-of-the|Congo democratic republic of the|2015-07-31||congolese-drc
            congolese-drc|Congolese drc|2015-07-31||congolese-drc
            costa-rica|Costa rica|2015-07-31||costa-rican
            croatia|Croatia|2015-07-31||croatian
            cuba|Cuba|2015-07-31||cuban
            cyprus|Cyprus|2015-07-31||cypriot
            cyprus-northern-part-of|Cyprus northern part of|2015-07-31||cypriot
            czech-republic|Czech republic|2015-07-31||czech
            czechia|Czechia|2015-07-31||czech
            denmark|Denmark|2015-07-31||danish
            djibouti|Djibouti|2015-07-31||djiboutian
            dominica|Dominica|2015-07-31||dominican
            dominican-republic|Dominican republic|2015-07-31||citizen-of-the-dominican-republic
            east-timor|East timor|2015-07-31||east-timorese
            timor-leste|Timor leste|2015-07-31||east-timorese
            ecuador|Ecuador|2015-07-31||ecuadorean
            egypt|Egypt|2015-07-31||egyptian
            el-salvador|El salvador|2015-07-31||salvadorean
            equatorial-guinea|Equatorial guinea|2015-07-31||equatorial-guinean
            eritrea|Eritrea|2015-07-31||eritrean
            estonia|Estonia|2015-07-31||estonian
            eswatini|Eswatini|2015-07-31||swazi
            swaziland|Swaziland|2015-07-31||swazi
            ethiopia|Ethiopia|2015-07-31||ethiopian
            fiji|Fiji|2015-07-31||fijian
            finland|Finland|2015-07-31||finnish
            france|France|2015-07-31||french
            gabon|Gabon|2015-07-31||gabonese
            gambia|Gambia|2015-07-31||gambian
            gambia-the|Gambia the|2015-07-31||gambian
            the-gambia|The gambia|2015-07-31||gambian
            georgia|Georgia|2015-07-31||georgian
            germany|Germany|2015-07-31||german
            ghana|Ghana|2015-07-31||ghanaian
            greece|Greece|2015-07-31||greek
            grenada|Grenada|2015-07-31||grenadian
            guatemala|Guatemala|2015-07-31||guatemalan
            guinea|Guinea|2015-07-31||guinean
            guinea-bissau|Guinea bissau|2015-07-31||citizen-of-guinea-bissau
            citizen-of-guinea-bissau|Citizen of guinea bissau|2015-07-31||citizen-of-guinea-bissau
            guyana|Guyana|2015-07-31||guyanese
            haiti|Haiti|2015-07-31||haitian
            honduras|Honduras|2015-07-31||honduran
            hong-kong|Hong kong|2015-07-31||hong-konger
            hungary|Hungary|2015-07-31||hungarian
            iceland|Iceland|2015-07-31||icelandic
            india|India|2015-07-31||indian
            indonesia|Indonesia|2015-07-31||indonesian
            iran|Iran|2015-07-31||iranian
            iraq|Iraq|2015-07-31||iraqi
            ireland|Ireland|2015-07-31||irish
            israel|Israel|2015-07-31||israeli
            italy|Italy|2015-07-31||italian
            ivory-coast|Ivory coast|2015-07-31||ivorian
            cote-d-ivoire|Cote d ivoire|2015-07-31||ivorian
            cote-divoire|Cote divoire|2015-07-31||ivorian
            jamaica|Jamaica|2015-07-31||jamaican
            japan|Japan|2015-07-31||japanese
            jordan|Jordan|2015-07-31||jordanian
            kazakhstan|Kazakhstan|2015-07-31||kazakh
            kenya|Kenya|2015-07-31||kenyan
            kosovo|Kosovo|2015-07-31||kosovan
            kuwait|Kuwait|2015-07-31||kuwaiti
            kyrgyzstan|Kyrgyzstan|2015-07-31||kyrgyz
            laos|Laos|2015-07-31||lao
            latvia|Latvia|2015-07-31||latvian
            lebanon|Lebanon|2015-07-31||lebanese
            lesotho|Lesotho|2015-07-31||mosotho
            liberia|Liberia|2015-07-31||liberian
            libya|Libya|2015-07-31||libyan
            liechtenstein|Liechtenstein|2015-07-31||liechtenstein-citizen
            lithuania|Lithuania|2015-07-31||lithuanian
            luxembourg|Luxembourg|2015-07-31||luxembourger
            macau|Macau|2015-07-31||macanese
            madagascar|Madagascar|2015-07-31||malagasy
            malawi|Malawi|2015-07-31||malawian
            malaysia|Malaysia|2015-07-31||malaysian
            maldives|Maldives|2015-07-31||maldivian
            mali|Mali|2015-07-31||malian
            malta|Malta|2015-07-31||maltese
            mauritania|Mauritania|2015-07-31||mauritanian
            mauritius|Mauritius|2015-07-31||mauritian
            mexico|Mexico|2015-07-31||mexican
            moldova|Moldova|2015-07-31||moldovan
            mongolia|Mongolia|2015-07-31||mongolian
            montenegro|Montenegro|2015-07-31||montenegrin
            morocco|Morocco|2015-07-31||moroccan
            mozambique|Mozambique|2015-07-31||mozambican
            myanmar|Myanmar|2015-07-31||burmese
            myanmar-burma|Myanmar burma|2015-07-31||burmese
            namibia|Namibia|2015-07-31||namibian
            nepal|Nepal|2015-07-31||nepalese
            netherlands|Netherlands|2015-07-31||dutch
            new-zealand|New zealand|2015-07-31||new-zealander
            nicaragua|Nicaragua|2015-07-31||nicaraguan
            niger|Niger|2015-07-31||nigerien
            nigeria|Nigeria|2015-07-31||nigerian
            north-korea|North korea|2015-07-31||north-korean
            korea-north|Korea north|2015-07-31||north-korean
            north-macedonia|North macedonia|2015-07-31||macedonian
            macedonia|Macedonia|2015-07-31||macedonian
            norway|Norway|2015-07-31||norwegian
            occupied-palestinian-territories|Occupied palestinian territories|2015-07-31||palestinian
            palestine|Palestine|2015-07-31||palestinian
            oman|Oman|2015-07-31||omani
            pakistan|Pakistan|2015-07-31||pakistani
            panama|Panama|2015-07-31||panamanian
            papua-new-guinea|Papua new guinea|2015-07-31||papua-new-guinean
            paraguay|Paraguay|2015-07-31||paraguayan
            peru|Peru|2015-07-31||peruvian
            philippines|Philippines|2015-07-31||filipino
            poland|Poland|2015-07-31||polish
            portugal|Portugal|2015-07-31||portuguese
            qatar|Qatar|2015-07-31||qatari
            romania|Romania|2015-07-31||romanian
            russia|Russia|2015-07-31||russian
            rwanda|Rwanda|2015-07-31||rwandan
            saudi-arabia|Saudi arabia|2015-07-31||saudi-arabian
            senegal|Senegal|2015-07-31||senegalese
            serbia|Serbia|2015-07-31||serbian
            seychelles|Seychelles|2015-07-31||citizen-of-seychelles
            sierra-leone|Sierra leone|2015-07-31||sierra-leonean
            singapore|Singapore|2015-07-31||singaporean
            slovakia|Slovakia|2015-07-31||slovak
            slovenia|Slovenia|2015-07-31||slovenian
            somalia|Somalia|2015-07-31||somali
            south-africa|South africa|2015-07-31||south-african
            south-korea|South korea|2015-07-31||south-korean
            korea-south|Korea south|2015-07-31||south-korean
            south-sudan|South sudan|2015-07-31||south-sudanese
            spain|Spain|2015-07-31||spanish
            sri-lanka|Sri lanka|2015-07-31||sri-lankan
            sudan|Sudan|2015-07-31||sudanese
            suriname|Suriname|2015-07-31||surinamese
            sweden|Sweden|2015-07-31||swedish
            switzerland|Switzerland|2015-07-31||swiss
            syria|Syria|2015-07-31||syrian
            taiwan|Taiwan|2015-07-31||taiwanese
            tajikistan|Tajikistan|2015-07-31||tajik
            tanzania|Tanzania|2015-07-31||tanzanian
            thailand|Thailand|2015-07-31||thai
            togo|Togo|2015-07-31||togolese
            trinidad-and-tobago|Trinidad and tobago|2015-07-31||trinidadian
            tunisia|Tunisia|2015-07-31||tunisian
            turkey|Turkey|2015-07-31||turkish
            turkiye|Turkiye|2015-07-31||turkish
            turkmenistan|Turkmenistan|2015-07-31||turkmen
            uganda|Uganda|2015-07-31||ugandan
            ukraine|Ukraine|2015-07-31||ukrainian
            united-arab-emirates|United arab emirates|2015-07-31||emirati
            united-kingdom|United kingdom|2015-07-31||british
            uk|Uk|2015-07-31||british
            united-states|United states|2015-07-31||american
            united-states-of-america|United states of america|2015-07-31||american
            uruguay|Uruguay|2015-07-31||uruguayan
            uzbekistan|Uzbekistan|2015-07-31||uzbek
            vanuatu|Vanuatu|2015-07-31||citizen-of-vanuatu
            venezuela|Venezuela|2015-07-31||venezuelan
            vietnam|Vietnam|2015-07-31||vietnamese
            yemen|Yemen|2015-07-31||yemeni
            zambia|Zambia|2015-07-31||zambian
            zimbabwe|Zimbabwe|2015-07-31||zimbabwean
            not-known|Not known|2015-07-31||unknown
            not-specified|Not specified|2015-07-31||unknown
            not-recorded|Not recorded|2015-07-31||unknown
            not-specified-or-unknown|Not specified or unknown|2015-07-31||unknown
            other-and-unknown|Other and unknown|2015-07-31||unknown
            stateless|Stateless|2015-07-31||stateless
            refugee|Refugee|2015-07-31||refugee
            western-sahara|Western sahara|2015-07-31||sahrawi
            """)
}
