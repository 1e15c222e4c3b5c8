extension ReferenceData {
    /// Nationalities spelt as the Home Office's referral form spells them, with "Kurdish" added because partnerships
    /// count it and "Unknown" at the end.
    package static let nationalities = CodeListSource(
        list: "nationality", title: "Nationality",
        source: "The Home Office referral and duty to notify form as of April 2026",
        rows: """
            afghan|Afghan|2015-07-31||
            albanian|Albanian|2015-07-31||
            algerian|Algerian|2015-07-31||
            american|American|2015-07-31||
            andorran|Andorran|2015-07-31||
            angolan|Angolan|2015-07-31||
            anguillan|Anguillan|2015-07-31||
            argentine|Argentine|2015-07-31||
            armenian|Armenian|2015-07-31||
            australian|Australian|2015-07-31||
            austrian|Austrian|2015-07-31||
            azerbaijani|Azerbaijani|2015-07-31||
            bahamian|Bahamian|2015-07-31||
            bahraini|Bahraini|2015-07-31||
            bangladeshi|Bangladeshi|2015-07-31||
            barbadian|Barbadian|2015-07-31||
            belarusian|Belarusian|2015-07-31||
            belgian|Belgian|2015-07-31||
            belizean|Belizean|2015-07-31||
            beninese|Beninese|2015-07-31||
            bermudian|Bermudian|2015-07-31||
            bhutanese|Bhutanese|2015-07-31||
            bolivian|Bolivian|2015-07-31||
            botswanan|Botswanan|2015-07-31||
            brazilian|Brazilian|2015-07-31||
            british|British|2015-07-31||
            british-virgin-islander|British Virgin Islander|2015-07-31||
            bruneian|Bruneian|2015-07-31||
            bulgarian|Bulgarian|2015-07-31||
            burkinan|Burkinan|2015-07-31||
            burmese|Burmese|2015-07-31||
            burundian|Burundian|2015-07-31||
            cambodian|Cambodian|2015-07-31||
            cameroonian|Cameroonian|2015-07-31||
            canadian|Canadian|2015-07-31||
            cape-verdean|Cape Verdean|2015-07-31||
            cayman-islander|Cayman Islander|2015-07-31||
            central-african|Central African|2015-07-31||
            chadian|Chadian|2015-07-31||
            chilean|Chilean|2015-07-31||
            chinese|Chinese|2015-07-31||
            citizen-of-antigua-and-barbuda|Citizen of Antigua and Barbuda|2015-07-31||
            citizen-of-bosnia-and-herzegovina|Citizen of Bosnia and Herzegovina|2015-07-31||
            citizen-of-guinea-bissau|Citizen of Guinea-Bissau|2015-07-31||
            citizen-of-kiribati|Citizen of Kiribati|2015-07-31||
            citizen-of-seychelles|Citizen of Seychelles|2015-07-31||
            citizen-of-vanuatu|Citizen of Vanuatu|2015-07-31||The referral form's own list ends this entry with a space
            citizen-of-the-dominican-republic|Citizen of the Dominican Republic|2015-07-31||
            colombian|Colombian|2015-07-31||
            comoran|Comoran|2015-07-31||
            congolese-congo|Congolese (Congo)|2015-07-31||
            congolese-drc|Congolese (DRC)|2015-07-31||
            cook-islander|Cook Islander|2015-07-31||
            costa-rican|Costa Rican|2015-07-31||
            croatian|Croatian|2015-07-31||
            cuban|Cuban|2015-07-31||
            cypriot|Cypriot|2015-07-31||
            czech|Czech|2015-07-31||
            danish|Danish|2015-07-31||
            djiboutian|Djiboutian|2015-07-31||
            dominican|Dominican|2015-07-31||
            dutch|Dutch|2015-07-31||
            east-timorese|East Timorese|2015-07-31||
            ecuadorean|Ecuadorean|2015-07-31||
            egyptian|Egyptian|2015-07-31||
            emirati|Emirati|2015-07-31||
            english|English|2015-07-31||
            equatorial-guinean|Equatorial Guinean|2015-07-31||
            eritrean|Eritrean|2015-07-31||
            estonian|Estonian|2015-07-31||
            ethiopian|Ethiopian|2015-07-31||
            faroese|Faroese|2015-07-31||
            fijian|Fijian|2015-07-31||
            filipino|Filipino|2015-07-31||
            finnish|Finnish|2015-07-31||
            french|French|2015-07-31||
            gabonese|Gabonese|2015-07-31||
            gambian|Gambian|2015-07-31||
            georgian|Georgian|2015-07-31||
            german|German|2015-07-31||
            ghanaian|Ghanaian|2015-07-31||
            gibraltarian|Gibraltarian|2015-07-31||
            greek|Greek|2015-07-31||
            greenlandic|Greenlandic|2015-07-31||
            grenadian|Grenadian|2015-07-31||
            guamanian|Guamanian|2015-07-31||
            guatemalan|Guatemalan|2015-07-31||
            guinean|Guinean|2015-07-31||
            guyanese|Guyanese|2015-07-31||
            haitian|Haitian|2015-07-31||
            honduran|Honduran|2015-07-31||
            hong-konger|Hong Konger|2015-07-31||
            hungarian|Hungarian|2015-07-31||
            icelandic|Icelandic|2015-07-31||
            indian|Indian|2015-07-31||
            indonesian|Indonesian|2015-07-31||
            iranian|Iranian|2015-07-31||
            iraqi|Iraqi|2015-07-31||
            irish|Irish|2015-07-31||
            israeli|Israeli|2015-07-31||
            italian|Italian|2015-07-31||
            ivorian|Ivorian|2015-07-31||
            jamaican|Jamaican|2015-07-31||
            japanese|Japanese|2015-07-31||
            jordanian|Jordanian|2015-07-31||
            kazakh|Kazakh|2015-07-31||
            kenyan|Kenyan|2015-07-31||
            kittitian|Kittitian|2015-07-31||
            kosovan|Kosovan|2015-07-31||
            kurdish|Kurdish|2015-07-31||Not in the referral form, which asks for the nationality of a state
            kuwaiti|Kuwaiti|2015-07-31||
            kyrgyz|Kyrgyz|2015-07-31||
            lao|Lao|2015-07-31||
            latvian|Latvian|2015-07-31||
            lebanese|Lebanese|2015-07-31||
            liberian|Liberian|2015-07-31||
            libyan|Libyan|2015-07-31||
            liechtenstein-citizen|Liechtenstein citizen|2015-07-31||
            lithuanian|Lithuanian|2015-07-31||
            luxembourger|Luxembourger|2015-07-31||
            macanese|Macanese|2015-07-31||
            macedonian|Macedonian|2015-07-31||
            malagasy|Malagasy|2015-07-31||
            malawian|Malawian|2015-07-31||
            malaysian|Malaysian|2015-07-31||
            maldivian|Maldivian|2015-07-31||
            malian|Malian|2015-07-31||
            maltese|Maltese|2015-07-31||
            marshallese|Marshallese|2015-07-31||
            martiniquais|Martiniquais|2015-07-31||
            mauritanian|Mauritanian|2015-07-31||
            mauritian|Mauritian|2015-07-31||
            mexican|Mexican|2015-07-31||
            micronesian|Micronesian|2015-07-31||
            moldovan|Moldovan|2015-07-31||
            monegasque|Monegasque|2015-07-31||
            mongolian|Mongolian|2015-07-31||
            montenegrin|Montenegrin|2015-07-31||
            montserratian|Montserratian|2015-07-31||
            moroccan|Moroccan|2015-07-31||
            mosotho|Mosotho|2015-07-31||
            mozambican|Mozambican|2015-07-31||
            namibian|Namibian|2015-07-31||
            nauruan|Nauruan|2015-07-31||
            nepalese|Nepalese|2015-07-31||
            new-zealander|New Zealander|2015-07-31||
            nicaraguan|Nicaraguan|2015-07-31||
            nigerian|Nigerian|2015-07-31||
            nigerien|Nigerien|2015-07-31||
            niuean|Niuean|2015-07-31||
            north-korean|North Korean|2015-07-31||
            northern-irish|Northern Irish|2015-07-31||
            norwegian|Norwegian|2015-07-31||
            omani|Omani|2015-07-31||
            pakistani|Pakistani|2015-07-31||
            palauan|Palauan|2015-07-31||
            palestinian|Palestinian|2015-07-31||
            panamanian|Panamanian|2015-07-31||
            papua-new-guinean|Papua New Guinean|2015-07-31||
            paraguayan|Paraguayan|2015-07-31||
            peruvian|Peruvian|2015-07-31||
            pitcairn-islander|Pitcairn Islander|2015-07-31||
            polish|Polish|2015-07-31||
            portuguese|Portuguese|2015-07-31||
            puerto-rican|Puerto Rican|2015-07-31||
            qatari|Qatari|2015-07-31||
            romanian|Romanian|2015-07-31||
            russian|Russian|2015-07-31||
            rwandan|Rwandan|2015-07-31||
            salvadorean|Salvadorean|2015-07-31||
            sammarinese|Sammarinese|2015-07-31||
            samoan|Samoan|2015-07-31||
            sao-tomean|Sao Tomean|2015-07-31||
            saudi-arabian|Saudi Arabian|2015-07-31||
            scottish|Scottish|2015-07-31||
            senegalese|Senegalese|2015-07-31||
            serbian|Serbian|2015-07-31||
            sierra-leonean|Sierra Leonean|2015-07-31||
            singaporean|Singaporean|2015-07-31||
            slovak|Slovak|2015-07-31||
            slovenian|Slovenian|2015-07-31||
            solomon-islander|Solomon Islander|2015-07-31||
            somali|Somali|2015-07-31||
            south-african|South African|2015-07-31||
            south-korean|South Korean|2015-07-31||
            south-sudanese|South Sudanese|2015-07-31||
            spanish|Spanish|2015-07-31||
            sri-lankan|Sri Lankan|2015-07-31||
            st-helenian|St Helenian|2015-07-31||
            st-lucian|St Lucian|2015-07-31||
            sudanese|Sudanese|2015-07-31||
            surinamese|Surinamese|2015-07-31||
            swazi|Swazi|2015-07-31||
            swedish|Swedish|2015-07-31||
            swiss|Swiss|2015-07-31||
            syrian|Syrian|2015-07-31||
            taiwanese|Taiwanese|2015-07-31||
            tajik|Tajik|2015-07-31||
            tanzanian|Tanzanian|2015-07-31||
            thai|Thai|2015-07-31||
            togolese|Togolese|2015-07-31||
            tongan|Tongan|2015-07-31||
            trinidadian|Trinidadian|2015-07-31||
            tristanian|Tristanian|2015-07-31||
            tunisian|Tunisian|2015-07-31||
            turkish|Turkish|2015-07-31||
            turkmen|Turkmen|2015-07-31||
            turks-and-caicos-islander|Turks and Caicos Islander|2015-07-31||
            tuvaluan|Tuvaluan|2015-07-31||
            ugandan|Ugandan|2015-07-31||
            ukrainian|Ukrainian|2015-07-31||
            uruguayan|Uruguayan|2015-07-31||
            uzbek|Uzbek|2015-07-31||
            vatican-citizen|Vatican citizen|2015-07-31||
            venezuelan|Venezuelan|2015-07-31||
            vietnamese|Vietnamese|2015-07-31||
            vincentian|Vincentian|2015-07-31||
            wallisian|Wallisian|2015-07-31||
            welsh|Welsh|2015-07-31||
            yemeni|Yemeni|2015-07-31||
            zambian|Zambian|2015-07-31||
            zimbabwean|Zimbabwean|2015-07-31||
            unknown|Unknown|2015-07-31||
            """)
}
