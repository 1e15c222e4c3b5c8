import Kernel
import Pathways
import ReferralForm

extension PathwayScript {
    /// The people of the five stories, each at another stage.
    static let all: [PathwayScript] =
        [calledAtNight] + womenWhoDeclined + yardWorkers + [housekeeper, factoryMinor, baker]

    // MARK: The house with four women

    /// She rang, was referred, and has a positive first decision and a place in a safe house.
    private static var calledAtNight: PathwayScript {
        var script = PathwayScript(tale: .fourWomen, visit: 0, person: 0, lead: .womensAid, writer: .police)
        script.others = [.adultSocialCare]
        script.identity = VictimIdentity(
            firstName: "Ilinca", lastName: "Moraru", otherNames: "Bianca, as the advertisements called her", bornOn: Day("1997-03-14"))
        script.contactRule = .safeWaysOnly
        script.unsafeWays = [.post, .email]
        script.contact = SafeContact(
            phone: "07700 900671", times: "Mornings, after the others have left", from: "09:00", until: "12:00",
            codeWord: "lavender", warnings: "Never leave a message. Never say the word police on the telephone.")
        script.account = """
            In March 2019 a friend of her cousin's promised her work in a hotel in England. She was driven from Bacău in three \
            days, with another woman. On 24 April 2019 she was brought to the house. Her passport was taken that evening, "for \
            the register".
            From the second day men came, until four or five in the morning. Half of the money was for the rent and the other \
            half for the journey; she was told that she still owed 2,300 pounds. In the first week of May she said that she \
            would leave, and was beaten in front of the others. The windows were painted over and the door was locked from \
            outside.
            On 16 May 2019 she found a telephone in a coat and rang the only number that she knew.
            """
        script.circumstances =
            "In the reception house from seven in the morning, with a woman interpreter by telephone, two breaks, tea and food first. She cried twice and wanted to go on."
        script.answers = [
            Answer(purpose: .nrm, answer: .given, day: 0, interpreter: "Language line 2207"),
            Answer(purpose: .support, answer: .given, day: 0, interpreter: "Language line 2207"),
            Answer(purpose: .police, answer: .given, day: 1, interpreter: "Language line 2207"),
            Answer(purpose: .statistics, answer: .given, day: 5, interpreter: "Language line 2207"),
        ]
        script.form = [
            "birthplace": .text("Bacău, Romania"), "family": .text("Parents and one brother in Romania; he has rung them once since"),
            "education": .text("Eight years of school, until 2012"), "employment-history": .text("Shop assistant from 2014 to 2018"),
            "when-did-the-exploitation-take-place": .text("From 25 April 2019 to 17 May 2019, aged 22"),
            "how-did-the-exploitation-start": .text(
                "She says that in March 2019 a friend of her cousin's recruited her for work in a hotel, promised 1,200 pounds a month and a room."
            ),
            "were-they-taken-somewhere-by-their-exploiter-journey-details": .text(
                "Transported by car from Bacău by way of Hungary and France to Dover, 20 to 23 April 2019, with another woman."),
            "what-were-they-required-to-do": .text("Sex with ten to fifteen men a night, every night, from seven in the evening to five."),
            "living-conditions": .text("A mattress in a room with another woman; windows painted over; one meal a day."),
            "how-they-were-treated": .text(
                "She says that her passport was taken for a debt of 2,300 pounds, that she was threatened and, on 6 May 2019, beaten, and that the door was locked from outside. We saw the lock and bruises on both arms on 17 May 2019."
            ),
            "how-why-did-they-leave-the-situation": .text("Police entered on 17 May 2019 after her call of 16 May."),
            "modern-slavery-indicators-details": .text(
                "Passport held by the tenant; debt for the journey; locked in; bruises on both arms; same telephone number in three advertisements; no money of her own. We saw the lock, the bruises and the passport in a drawer on 17 May 2019; she told us of the debt and of the beating."
            ),
            "where-how-interview-carried-out": .text(
                "In the reception house on 17 May 2019, a woman interpreter by telephone, a support worker present, two breaks. Frightened at first, then clear."
            ),
            "professional-insight": .text(
                "In our judgement she was recruited by deception, transported, and held by threats, a debt and force for prostitution. What she told agrees with what was found."
            ),
            "are-others-involved-details": .text("Black Country Women's Aid supports her; adult social care is informed."),
            "where-exploitation-happened-uk-city-1": .text("Smethwick"),
            "current-pv-location-uk-city": .text("Unknown"),
            "who-exploited-pv": .text("The tenant, called Nelu, about 35, a scar over the left eye; a driver whom she calls the German."),
            "exploiters-current-location-details": .text("Arrested at the house on 17 May 2019."),
            "types-of-exploitation-prostitution": .ticked(true), "types-of-exploitation-wages-taken": .ticked(true),
            "any-other-pvs": .text("yes"), "other-potential-victims-yes-details": .text("Three women at the same address."),
            "future-exploitation-reasons": .text("The driver was not found and knows where her parents live."),
            "reported-to-police-crime-reference": .text("20WS/118204/19"), "does-pv-need-support": .text("yes"),
            "pv-phone-number": .text("yes"), "pv-phone-number-yes": .text("07700 900671"),
            "upload-file": .several(["photographs-of-the-lock.pdf"]),
            "what-evidence-you-will-submit": .text("Photographs of the door and of the passport in the drawer, taken on 17 May 2019."),
        ]
        script.stage = .sent(day: 1, reference: "NRM-2019-004417")
        script.steps = [
            Step(stage: .acknowledged, outcome: .received, day: 1),
            Step(stage: .reasonableGrounds, outcome: .positive, day: 7),
        ]
        script.crime = ("20WS/118204/19", 1)
        script.staysIn = .larkspurHouse
        script.support = [
            (
                0,
                SupportDraft(
                    .stay, code: "safe-house", status: .current, words: ["note": "Ground floor; her room has a key."],
                    address: "Invented House, kept by the provider")
            ),
            (
                1,
                SupportDraft(
                    .need, code: "health", status: .partMet, reviewOn: Day("2020-03-20"),
                    words: ["note": "Seen by a doctor on 18 May; wants a woman doctor again."])
            ),
            (
                1,
                SupportDraft(
                    .risk, code: "exploiter-near", status: .current, likelihood: 3, impact: 5, reviewOn: Day("2020-03-12"),
                    words: ["note": "The driver was not found.", "plan": "Police are told of every call from an unknown number."])
            ),
            (2, SupportDraft(.preference, code: "woman-interpreter", status: .current)),
            (40, SupportDraft(.need, code: "papers", status: .met, words: ["note": "Her passport was given back on 26 June."])),
        ]
        return script
    }
}
