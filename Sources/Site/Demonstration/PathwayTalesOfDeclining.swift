import Kernel
import Pathways
import ReferralForm

extension PathwayScript {
    /// A report of somebody who declined, with nothing by which they could be known.
    private static func report(_ told: [String: ReferralAnswer]) -> [String: ReferralAnswer] {
        [
            "birthplace": .text("Not asked, because the person wished to say nothing of themselves"),
            "family": .text("Not asked, because the person wished to say nothing of themselves"),
            "education": .text("Not asked, because the person wished to say nothing of themselves"),
            "employment-history": .text("Not asked, because the person wished to say nothing of themselves"),
            "where-how-interview-carried-out": .text(
                "At the visit, apart from the others, with an interpreter by telephone and a support worker. Short, as the person wished."),
            "are-others-involved-details": .text("A support worker and the council's housing team help with a room and advice."),
            "who-exploited-pv": .text("Known to the police from the visit; the person named nobody."),
            "exploiters-current-location-details": .text("Known to the police from the visit."),
            "authorities-cooperation": .text("no"),
            // The reference of a crime can tell whom it happened to.
            "reported-to-police-crime-reference": .text("Not given, because it could tell who the person is"),
        ].merging(told) { _, own in own }
    }

    // MARK: The house with four women

    /// The three who declined: reports without their names, and help all the same.
    static var womenWhoDeclined: [PathwayScript] {
        [("wants-to-go-home", "Wants to be with her children in Romania."), ("fears-exploiter", ""), ("wants-to-work", "")]
            .enumerated().map { index, told in
                var script = PathwayScript(tale: .fourWomen, visit: 0, person: index + 1, lead: .womensAid, writer: .adultSocialCare)
                script.answers = [
                    Answer(purpose: .nrm, answer: .declined, day: 0, reason: told.0, interpreter: "Language line 2207"),
                    Answer(purpose: .identity, answer: .declined, day: 0, interpreter: "Language line 2207"),
                    Answer(purpose: .support, answer: .given, day: 0, interpreter: "Language line 2207"),
                ]
                script.account = told.1
                script.form = report([
                    "when-did-the-exploitation-take-place": .text("About three weeks until 17 May 2019"),
                    "how-did-the-exploitation-start": .text(
                        "Not asked, because she did not wish to speak of it; an acquaintance recruited them."),
                    "were-they-taken-somewhere-by-their-exploiter-journey-details": .text(
                        "Transported by car from Romania in April 2019, as another woman told."),
                    "what-were-they-required-to-do": .text("Sex with men who came to the house at night, for money that others kept."),
                    "living-conditions": .text("Two to a room, windows painted over, the door locked."),
                    "how-they-were-treated": .text("Watched, threatened and locked in. We saw the lock on 17 May 2019."),
                    "how-why-did-they-leave-the-situation": .text("Police entered on 17 May 2019."),
                    "modern-slavery-indicators-details": .text(
                        "Documents held by the tenant; locked in; moved as a group; no money of her own; afraid. We saw the lock and the documents."
                    ),
                    "professional-insight": .text("In our judgement she was held for prostitution like the others in the house."),
                    "where-exploitation-happened-uk-city-1": .text("Smethwick"), "current-pv-location-uk-city": .text("Unknown"),
                    "types-of-exploitation-prostitution": .ticked(true), "any-other-pvs": .text("yes"),
                    "other-potential-victims-yes-details": .text("Three other women at the same address."),
                    "future-exploitation-reasons": .text("She goes without papers and owes money to people who are free."),
                ])
                script.stage = .sent(day: 4, reference: "DTN-2019-00\(812 + index)")
                script.support = [
                    (0, SupportDraft(.stay, code: "hostel", status: .past, answers: ["leaving": "own-choice"], endsOn: Day("2019-05-21"))),
                    (
                        3,
                        SupportDraft(
                            .offer, code: "nrm", status: .toAsk, reviewOn: Day("2020-03-16"),
                            words: ["note": "She has the number and knows that the offer stays."])
                    ),
                ]
                return script
            }
    }

    // MARK: The waste-recycling yard

    /// Three men recruited while they slept rough; all declined, and all have a room.
    static var yardWorkers: [PathwayScript] {
        (0..<3).map { index in
            var script = PathwayScript(tale: .wasteYard, visit: 0, person: index, lead: .hopeForJustice, writer: .adultSocialCare)
            script.answers = [
                Answer(
                    purpose: .nrm, answer: .declined, day: 1, reason: ["wants-to-work", "fears-authorities", "not-a-victim"][index],
                    interpreter: "Language line 3315"),
                Answer(purpose: .identity, answer: .declined, day: 1, interpreter: "Language line 3315"),
                Answer(purpose: .support, answer: .given, day: 1, interpreter: "Language line 3315"),
            ]
            if index == 0 {
                script.identity = VictimIdentity(firstName: "Andris", lastName: "Kalve", bornOn: Day("1971-09-02"))
                script.account = """
                    In January 2019 a man in a white van spoke to him at the soup kitchen and offered work and a caravan. He sorted \
                    waste from six in the morning to eight at night. Of the 40 pounds a day that were promised he received \
                    tobacco and, on some Fridays, ten pounds.
                    On 9 May 2019 the belt crushed two fingers of his left hand. He was told that a hospital would report him.
                    """
                script.circumstances =
                    "Over breakfast at the day centre on 4 July 2019, with an interpreter by telephone. Calm; he laughed at the wages."
            }
            script.form = report([
                "when-did-the-exploitation-take-place": .text("From January or February 2019 to 3 July 2019"),
                "how-did-the-exploitation-start": .text(
                    "He says that a man recruited him where rough sleepers are fed, and promised 40 pounds a day and a place to sleep."),
                "were-they-taken-somewhere-by-their-exploiter-journey-details": .text(
                    "Transported in a white van from the day centre to the yard."),
                "what-were-they-required-to-do": .text("Sorting waste by hand for fourteen hours a day, six days a week, without gloves."),
                "living-conditions": .text("A caravan on the yard with a hose for water and no heating."),
                "how-they-were-treated": .text(
                    "Wages were withheld against rent and tobacco; he was threatened with the police. We saw the caravan and the hand on 3 July 2019."
                ),
                "how-why-did-they-leave-the-situation": .text("The yard was visited on 3 July 2019 and its gate was opened."),
                "modern-slavery-indicators-details": .text(
                    "No wages; lives where he works; injured and not treated; recruited because he was homeless; debt for lodging. We saw the lodging and the injury."
                ),
                "professional-insight": .text("In our judgement his need was abused for forced labour."),
                "where-exploitation-happened-uk-city-1": .text("Tipton"), "current-pv-location-uk-city": .text("Unknown"),
                "types-of-exploitation-forced-to-work": .ticked(true), "types-of-exploitation-wages-taken": .ticked(true),
                "any-other-pvs": .text("yes"), "other-potential-victims-yes-details": .text("Three men on the yard."),
                "future-exploitation-reasons": .text("The van was seen at the soup kitchen again in July 2019."),
            ])
            script.staysIn = .firstNights
            script.stage = .sent(day: 6, reference: "DTN-2019-0\(1047 + index)")
            script.support = [
                (1, SupportDraft(.stay, code: "council", status: .current, words: ["note": "One of three rooms that the council found."])),
                (
                    2,
                    SupportDraft(
                        .need, code: "money", status: .unmet, reviewOn: Day("2020-03-18"),
                        words: ["note": "Wages owed since January; no bank account."])
                ),
            ]
            return script
        }
    }

    // MARK: The bakery

    /// She disclosed, wants neither a referral nor the police, and has a room; the report waits for the supervisor.
    static var baker: PathwayScript {
        var script = PathwayScript(tale: .bakery, visit: 0, person: 0, lead: .hopeForJustice, writer: .adultSocialCare)
        script.identity = VictimIdentity(firstName: "Vesela", lastName: "Ilieva", bornOn: Day("1988-06-21"))
        script.contactRule = .safeWaysOnly
        script.unsafeWays = [.call, .message]
        script.contact = SafeContact(
            phone: "07700 900318", email: "vesela.reads@post.example", times: "E-mail alone, read at the library on Tuesdays",
            codeWord: "poppy seed", warnings: "Her telephone belongs to the man who drove her here.")
        script.account = """
            She came in August 2019 with a man from her town who had found her the work. He keeps her bank card "so that it is \
            not lost". Of 320 pounds a week she sees 40.
            She sleeps in the store room with two others when the night shift ends late. On 11 November 2019 she asked for her \
            card and was told that she could walk home to Bulgaria.
            """
        script.circumstances =
            "In the reception room on 3 December 2019, with an interpreter by telephone, twenty minutes, as long as she wished."
        script.answers = [
            Answer(purpose: .nrm, answer: .declined, day: 0, reason: "wants-to-work", interpreter: "Language line 1180"),
            Answer(purpose: .identity, answer: .declined, day: 0, interpreter: "Language line 1180"),
            Answer(purpose: .support, answer: .given, day: 0, interpreter: "Language line 1180"),
            Answer(purpose: .statistics, answer: .given, day: 2, interpreter: "Language line 1180"),
        ]
        script.form = report([
            "when-did-the-exploitation-take-place": .text("From August 2019 to 3 December 2019"),
            "how-did-the-exploitation-start": .text("She says that a man recruited her in her home town and promised 320 pounds a week."),
            "were-they-taken-somewhere-by-their-exploiter-journey-details": .text("Transported by minibus to Smethwick in August 2019."),
            "what-were-they-required-to-do": .text("Night work in a bakery, twelve hours, six nights a week."),
            "living-conditions": .text("A room for five; on late nights the store room of the bakery."),
            "how-they-were-treated": .text(
                "Her wages are taken with her bank card and she is threatened with losing the room. We saw the bedding on 3 December 2019."),
            "how-why-did-they-leave-the-situation": .text("She disclosed at the visit of 3 December 2019 and accepted another room."),
            "modern-slavery-indicators-details": .text(
                "Bank card held by another; wages taken; sleeps where she works; afraid of the man who brought her. We saw the bedding; she told us of the card."
            ),
            "professional-insight": .text("In our judgement she was deceived and is held by her wages and her lodging for labour."),
            "where-exploitation-happened-uk-city-1": .text("Smethwick"), "current-pv-location-uk-city": .text("Unknown"),
            "types-of-exploitation-wages-taken": .ticked(true), "any-other-pvs": .text("not-sure"),
            "future-exploitation-reasons": .text("The man who holds the cards still recruits."),
            "reported-to-police": .text("no"),
        ])
        script.stage = .withSupervisor
        script.support = [
            (0, SupportDraft(.stay, code: "council", status: .current, words: ["note": "A room by another route than the referral."])),
            (
                1,
                SupportDraft(
                    .need, code: "legal-advice", status: .partMet, reviewOn: Day("2020-03-17"),
                    words: ["note": "Wages owed; a solicitor saw her on 10 December."])
            ),
            (
                2,
                SupportDraft(
                    .offer, code: "nrm", status: .toAsk, reviewOn: Day("2020-03-24"), words: ["note": "Wants to think until spring."])
            ),
        ]
        return script
    }
}
