extension ReferenceData {
    /// Gender as the person says it, or as it appears when nobody has asked.
    package static let genders = CodeListSource(
        list: "gender", title: "Gender", source: "The import contract of this product",
        rows: """
            male|Male|2015-07-31||
            female|Female|2015-07-31||
            other|Other|2015-07-31||
            unknown|Unknown|2015-07-31||
            """)

    /// Adult or child; who may be under 18 is treated as a child until it is known.
    package static let ageGroups = CodeListSource(
        list: "age_group", title: "Age group", source: "The import contract of this product",
        rows: """
            adult|Adult|2015-07-31||18 or over
            child|Child|2015-07-31||Under 18, or possibly under 18
            unknown|Unknown|2015-07-31||
            """)

    /// Languages that people met on visits speak, for interpreters; any other is written in words beside "Other".
    package static let languages = CodeListSource(
        list: "language", title: "Language", source: "Our own choice of the languages that interpreters are asked for",
        rows: """
            akan|Akan (Twi, Fante)|2015-07-31||
            albanian|Albanian|2015-07-31||
            amharic|Amharic|2015-07-31||
            arabic|Arabic|2015-07-31||
            armenian|Armenian|2015-07-31||
            azerbaijani|Azerbaijani|2015-07-31||
            bengali|Bengali|2015-07-31||
            bosnian|Bosnian|2015-07-31||
            british-sign-language|British Sign Language|2015-07-31||
            bulgarian|Bulgarian|2015-07-31||
            burmese|Burmese|2015-07-31||
            cantonese|Cantonese|2015-07-31||
            croatian|Croatian|2015-07-31||
            czech|Czech|2015-07-31||
            dari|Dari|2015-07-31||
            dutch|Dutch|2015-07-31||
            edo|Edo|2015-07-31||
            english|English|2015-07-31||
            estonian|Estonian|2015-07-31||
            farsi|Farsi|2015-07-31||
            french|French|2015-07-31||
            fula|Fula|2015-07-31||
            georgian|Georgian|2015-07-31||
            german|German|2015-07-31||
            greek|Greek|2015-07-31||
            gujarati|Gujarati|2015-07-31||
            hakka|Hakka|2015-07-31||
            hausa|Hausa|2015-07-31||
            hebrew|Hebrew|2015-07-31||
            hindi|Hindi|2015-07-31||
            hungarian|Hungarian|2015-07-31||
            igbo|Igbo|2015-07-31||
            indonesian|Indonesian|2015-07-31||
            irish|Irish|2015-07-31||
            italian|Italian|2015-07-31||
            kannada|Kannada|2015-07-31||
            kazakh|Kazakh|2015-07-31||
            khmer|Khmer|2015-07-31||
            kinyarwanda|Kinyarwanda|2015-07-31||
            korean|Korean|2015-07-31||
            krio|Krio|2015-07-31||
            kurdish-bahdini|Kurdish (Bahdini)|2015-07-31||
            kurdish-kurmanji|Kurdish (Kurmanji)|2015-07-31||
            kurdish-sorani|Kurdish (Sorani)|2015-07-31||
            kyrgyz|Kyrgyz|2015-07-31||
            latvian|Latvian|2015-07-31||
            lingala|Lingala|2015-07-31||
            lithuanian|Lithuanian|2015-07-31||
            luganda|Luganda|2015-07-31||
            macedonian|Macedonian|2015-07-31||
            malay|Malay|2015-07-31||
            malayalam|Malayalam|2015-07-31||
            mandarin|Mandarin|2015-07-31||
            mandinka|Mandinka|2015-07-31||
            marathi|Marathi|2015-07-31||
            mirpuri|Mirpuri|2015-07-31||
            mongolian|Mongolian|2015-07-31||
            ndebele|Ndebele|2015-07-31||
            nepali|Nepali|2015-07-31||
            nigerian-pidgin|Nigerian Pidgin|2015-07-31||
            oromo|Oromo|2015-07-31||
            pashto|Pashto|2015-07-31||
            polish|Polish|2015-07-31||
            portuguese|Portuguese|2015-07-31||
            punjabi|Punjabi|2015-07-31||
            romani|Romani|2015-07-31||
            romanian|Romanian|2015-07-31||
            russian|Russian|2015-07-31||
            serbian|Serbian|2015-07-31||
            shona|Shona|2015-07-31||
            sinhala|Sinhala|2015-07-31||
            slovak|Slovak|2015-07-31||
            slovenian|Slovenian|2015-07-31||
            somali|Somali|2015-07-31||
            spanish|Spanish|2015-07-31||
            swahili|Swahili|2015-07-31||
            sylheti|Sylheti|2015-07-31||
            tagalog|Tagalog|2015-07-31||
            tajik|Tajik|2015-07-31||
            tamil|Tamil|2015-07-31||
            telugu|Telugu|2015-07-31||
            thai|Thai|2015-07-31||
            tigrinya|Tigrinya|2015-07-31||
            turkish|Turkish|2015-07-31||
            turkmen|Turkmen|2015-07-31||
            ukrainian|Ukrainian|2015-07-31||
            urdu|Urdu|2015-07-31||
            uyghur|Uyghur|2015-07-31||
            uzbek|Uzbek|2015-07-31||
            vietnamese|Vietnamese|2015-07-31||
            welsh|Welsh|2015-07-31||
            wolof|Wolof|2015-07-31||
            yoruba|Yoruba|2015-07-31||
            other|Other|2015-07-31||
            unknown|Unknown|2015-07-31||
            """)
}
