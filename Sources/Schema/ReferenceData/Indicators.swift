extension ReferenceData {
    /// The catalogue of indicators in the order of its sets.
    ///
    /// What the indicators are about follows published screening guidance; the words and the weights are ours, and
    /// the weights are to be confirmed by practitioners before anything relies on them. Throws when a row is wrong.
    package static var indicators: [Indicator] {
        get throws(ReferenceDataProblem) { try parsedIndicators.get() }
    }

    private static let parsedIndicators = Result { () throws(ReferenceDataProblem) -> [Indicator] in
        var indicators: [Indicator] = []
        var codes: Set<String> = []
        for row in try ReferenceRow.rows(of: indicatorRows, list: "indicator", columns: 5) {
            let code = try row.code(0)
            guard codes.insert(code).inserted else { throw row.problem("the code \(code) occurs twice") }
            indicators.append(
                Indicator(
                    code: code, set: try row.code(1), text: try row.text(2), weight: try row.number(3, in: 1...3),
                    validFrom: try row.day(4), confirmed: false))
        }
        return indicators
    }

    /// `code|set|text|weight|valid from`
    private static let indicatorRows = """
        G01|GEN|Is afraid of police, officials or anyone who asks questions|1|2015-07-31
        G02|GEN|Gives answers that sound learnt, or the same as everybody else's|2|2015-07-31
        G03|GEN|Is never alone; somebody else speaks for them or watches them|3|2015-07-31
        G04|GEN|Has no passport or identity papers, or somebody else keeps them|3|2015-07-31
        G05|GEN|Does not know the address where they live or work|2|2015-07-31
        G06|GEN|Is paid little or nothing, or cannot get at their own money or account|3|2015-07-31
        G07|GEN|Owes money to whoever brought them or found them the work|2|2015-07-31
        G08|GEN|Has injuries, an untreated illness, or is badly fed|2|2015-07-31
        G09|GEN|Seems frightened, numb or withdrawn, or avoids looking at people|1|2015-07-31
        G10|GEN|Cannot come and go freely|3|2015-07-31
        G11|GEN|Has no contact with family, friends or anyone outside|2|2015-07-31
        G12|GEN|Has been threatened, or their family has|3|2015-07-31
        G13|GEN|Owns almost nothing, wears the same clothes, or is not dressed for the work|1|2015-07-31
        G14|GEN|Lives where they work|1|2015-07-31
        G15|GEN|Sleeps in crowded, dirty or makeshift quarters|2|2015-07-31
        G16|GEN|Is dropped off and collected, often very early or late|1|2015-07-31
        G17|GEN|Travelled on false papers, or on a journey that others arranged and paid for|2|2015-07-31
        G18|GEN|Goes missing and comes back, or comes and goes between care and elsewhere|2|2015-07-31
        G19|GEN|Speaks little English and depends on others to be understood|1|2015-07-31
        G20|GEN|Believes that a debt, an oath or a ritual binds them|3|2015-07-31
        L01|LAB|Has no contract and no payslip|1|2015-07-31
        L02|LAB|Works very long hours with no days off|2|2015-07-31
        L03|LAB|Has rent, travel or food taken out of their wages without a say|2|2015-07-31
        L04|LAB|Does dangerous work without protective equipment|1|2015-07-31
        L05|LAB|Is driven to and from work with others by the employer|1|2015-07-31
        L06|LAB|Wages go into an account that others control or that several workers share|3|2015-07-31
        L07|LAB|Shares an address with many workers, with beds used in turns|2|2015-07-31
        L08|LAB|Paid somebody a fee to get the job|2|2015-07-31
        L09|LAB|Gets no holiday pay or sick pay|1|2015-07-31
        L10|LAB|The employer cannot show records of staff, hours or pay|1|2015-07-31
        L11|LAB|The employer threatens to end their visa sponsorship|3|2015-07-31
        S01|SEX|Is advertised online with a telephone number or wording used for several people|2|2015-07-31
        S02|SEX|Is moved between addresses, or works from places let for a few days|2|2015-07-31
        S03|SEX|Many men visit the address, at all hours|1|2015-07-31
        S04|SEX|Knows hardly any English beyond words for sexual services|2|2015-07-31
        S05|SEX|Hands what they earn to somebody else|3|2015-07-31
        S06|SEX|Bears a tattoo or mark that shows who "owns" them|3|2015-07-31
        S07|SEX|Has repeated infections, pregnancies or terminations, or no say about protection|2|2015-07-31
        S08|SEX|Sleeps where clients are received|2|2015-07-31
        S09|SEX|Somebody drives them to clients and waits|2|2015-07-31
        S10|SEX|A partner or boyfriend arranged it and controls it|3|2015-07-31
        S11|SEX|Is young and receives gifts, lifts or hotel stays from older people|3|2015-07-31
        C01|CRIM|Went missing and was found far from home|2|2015-07-31
        C02|CRIM|Carries several telephones, or one that rings all the time|1|2015-07-31
        C03|CRIM|Has money or new clothes that nothing explains|1|2015-07-31
        C04|CRIM|Carries drugs for others, on or inside the body|3|2015-07-31
        C05|CRIM|Is out of school, training and work|1|2015-07-31
        C06|CRIM|Keeps company with older people or a gang|2|2015-07-31
        C07|CRIM|Is paying off a debt, perhaps from a robbery that was staged|3|2015-07-31
        C08|CRIM|Lives among cannabis plants, locked in, with the electricity meter bypassed|3|2015-07-31
        C09|CRIM|Begs or steals to bring in a fixed sum|3|2015-07-31
        C10|CRIM|Others use their name for benefits, loans or bank accounts|2|2015-07-31
        C11|CRIM|Their home has been taken over by others|3|2015-07-31
        C12|CRIM|Will not say where they have been, or speaks of going to the country|2|2015-07-31
        D01|DOM|Lives with the employer and has no room or space of their own|2|2015-07-31
        D02|DOM|Never leaves the house alone|3|2015-07-31
        D03|DOM|Is at work or on call day and night|2|2015-07-31
        D04|DOM|Eats apart, or only what is left over|2|2015-07-31
        D05|DOM|The family keeps their passport|3|2015-07-31
        D06|DOM|Is shouted at, humiliated or hurt by the household|3|2015-07-31
        D07|DOM|Does not know the terms of their domestic worker visa, or cannot use them|2|2015-07-31
        D08|DOM|Is a child in the household who has no doctor and no school|3|2015-07-31
        O01|ORG|Has recent scars or surgery that nobody explains|3|2015-07-31
        O02|ORG|Has been sent for medical tests without knowing why|3|2015-07-31
        O03|ORG|Travelled with a stranger who arranges donors|3|2015-07-31
        O04|ORG|Was promised money for an organ|3|2015-07-31
        O05|ORG|Is afraid of an operation that others have planned|3|2015-07-31
        B01|DEBT|The debt grows however much they work|3|2015-07-31
        B02|DEBT|Is fined for mistakes, lateness or illness|2|2015-07-31
        B03|DEBT|Pays interest that nobody agreed with them|2|2015-07-31
        B04|DEBT|Family at home are made to pay|3|2015-07-31
        B05|DEBT|The debt was sold or passed to somebody else|3|2015-07-31
        K01|CHILD|Is in the country without parents, or is privately fostered|2|2015-07-31
        K02|CHILD|Is not enrolled in any school|2|2015-07-31
        K03|CHILD|Their age is disputed, or looks other than stated|1|2015-07-31
        K04|CHILD|Lives with an adult who is not related and cannot explain it|2|2015-07-31
        K05|CHILD|Goes missing within three days of coming into care|3|2015-07-31
        K06|CHILD|Has a much older boyfriend or girlfriend|2|2015-07-31
        K07|CHILD|Knows a telephone number by heart and must ring it|3|2015-07-31
        """
}
