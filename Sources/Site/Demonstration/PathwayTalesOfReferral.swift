import Kernel
import Pathways
import ReferralForm

extension PathwayScript {
    // MARK: The house of the nail bar's owner

    /// Found in the house when the nail bar was visited: referred, and housed until the first decision.
    static var housekeeper: PathwayScript {
        var script = PathwayScript(tale: .nailBar, visit: 1, person: 0, lead: .womensAid, writer: .police)
        script.identity = VictimIdentity(
            firstName: "Hoa Lan", lastName: "Nguyen", otherNames: "Nguyen Thi Hoa Lan", bornOn: Day("1992-12-05"))
        script.contactRule = .throughWorker
        script.unsafeWays = [.call, .message, .email, .post]
        script.contact = SafeContact(codeWord: "jasmine", warnings: "The owner's family pays for her telephone and reads it.")
        script.account = """
            In June 2017 the owner's sister brought her from Haiphong to look after the children. Since then she has cooked, \
            cleaned and minded three children from six in the morning until the last one slept. She slept on the kitchen floor.
            She was never paid: the journey cost 19,000 pounds, she was told, and every month is counted against it. In August \
            2018 she asked to go to the doctor and was told that she would be sent to prison. She left the house four times in \
            two years, with the children, and was rung every half hour.
            """
        script.circumstances =
            "In the reception house on 7 August 2019, with a woman interpreter by telephone, three breaks. She asked twice whether the children were well."
        script.answers = [
            Answer(purpose: .nrm, answer: .given, day: 1, interpreter: "Language line 5521"),
            Answer(purpose: .support, answer: .given, day: 0, interpreter: "Language line 5521"),
            Answer(purpose: .police, answer: .given, day: 1, interpreter: "Language line 5521"),
        ]
        script.form = [
            "birthplace": .text("Haiphong, Vietnam"), "family": .text("Mother and a younger sister in Haiphong; no contact since 2017"),
            "education": .text("Nine years of school, until 2007"), "employment-history": .text("Market stall of her mother until 2017"),
            "when-did-the-exploitation-take-place": .text("From June 2017 to 7 August 2019, aged 24 to 26"),
            "how-did-the-exploitation-start": .text(
                "She says that the owner's sister recruited her in June 2017 as a nanny and promised 600 dollars a month for her mother."),
            "were-they-taken-somewhere-by-their-exploiter-journey-details": .text(
                "Transported by air to Paris and in a lorry to England, June 2017; she does not know the port."),
            "what-were-they-required-to-do": .text(
                "Cooking, cleaning and three children, from six until about eleven at night, every day, with no day off."),
            "living-conditions": .text("A mat on the kitchen floor; what was left of the family's food. We saw the mat on 7 August 2019."),
            "how-they-were-treated": .text(
                "No pay; a debt of 19,000 pounds for the journey; passport held; threatened with prison; not let out alone."),
            "how-why-did-they-leave-the-situation": .text("Police entered with a warrant on 7 August 2019 after the nail bar was visited."),
            "modern-slavery-indicators-details": .text(
                "Works and sleeps in the employer's house; no private space; passport held by the owner; debt for the journey; no pay; not registered with a doctor; watched by telephone. We saw the mat and found the passport in the owner's desk on 7 August 2019; she told us of the debt and the threats."
            ),
            "where-how-interview-carried-out": .text(
                "In the reception house on 7 August 2019, a woman interpreter by telephone, a support worker present, three breaks."),
            "professional-insight": .text(
                "In our judgement she was recruited by deception, transported and held by a debt and by threats for domestic servitude."),
            "are-others-involved-details": .text("Black Country Women's Aid supports her; a doctor saw her on 9 August 2019."),
            "where-exploitation-happened-uk-city-1": .text("West Bromwich"), "current-pv-location-uk-city": .text("Unknown"),
            "who-exploited-pv": .text("The owner of the nail bar and her husband; her sister in Haiphong."),
            "exploiters-current-location-details": .text("The couple was released under investigation on 8 August 2019."),
            "types-of-exploitation-unpaid-household-work": .ticked(true), "types-of-exploitation-forced-to-work": .ticked(true),
            "any-other-pvs": .text("not-sure"),
            "other-potential-victims-not-sure-details": .text("Four women at the nail bar, screened on the same day."),
            "future-exploitation-reasons": .text("The family knows her mother's address and counts the debt on."),
            "reported-to-police-crime-reference": .text("20WB/190562/19"), "does-pv-need-support": .text("yes"),
            "pv-phone-number": .text("no"), "no-contact-details": .text("Her telephone is paid for and read by the people who held her."),
            "upload-file": .several(["photograph-of-the-kitchen.jpg"]),
            "what-evidence-you-will-submit": .text("Photograph of the kitchen floor, taken on 7 August 2019."),
        ]
        script.staysIn = .heronCourt
        script.stage = .sent(day: 2, reference: "NRM-2019-007925")
        script.steps = [Step(stage: .acknowledged, outcome: .received, day: 3)]
        script.crime = ("20WB/190562/19", 1)
        script.support = [
            (
                0,
                SupportDraft(
                    .stay, code: "emergency", status: .current, words: ["note": "Until the first decision."],
                    address: "Invented Lodge, kept by the provider")
            ),
            (
                1,
                SupportDraft(
                    .dependant, code: "parent", status: .current, answers: ["age": "adult", "place": "abroad", "at_risk": "yes"],
                    words: ["note": "Her mother is asked for the debt."])
            ),
            (
                2,
                SupportDraft(.need, code: "health", status: .met, words: ["note": "A doctor saw her on 9 August, the first in two years."])
            ),
            (3, SupportDraft(.preference, code: "not-that-interpreter", status: .current)),
        ]
        return script
    }

    // MARK: The factory

    /// Seventeen, on the papers of somebody else: referred as a child, decided to the end.
    static var factoryMinor: PathwayScript {
        var script = PathwayScript(tale: .factory, visit: 0, person: 59, lead: .childrensTrust, writer: .childrensTrust)
        script.age = AgeStanding(basis: .known, group: .child)
        script.childAtExploitation = "yes"
        script.identity = VictimIdentity(firstName: "Arman", lastName: "Deol", bornOn: Day("2002-04-30"))
        script.contactRule = .throughWorker
        script.account = """
            His uncle arranged the work and gave him the papers of a cousin. Since June 2019 he has pressed shirts for ten hours \
            a day. The manager paid the uncle; he himself received 15 pounds a week. When he said that he wanted to go to \
            college the uncle took his telephone for a month.
            """
        script.circumstances =
            "With a social worker he had met before, at his foster carer's table on 9 October 2019. He told it once, in English."
        script.interpreter = "no"
        script.answers = [Answer(purpose: .support, answer: .given, day: 1), Answer(purpose: .police, answer: .given, day: 1)]
        script.form = [
            "local-authority-contacted-about-child-local-authority-name": .text("Sandwell Metropolitan Borough Council"),
            "local-authority-contacted-about-child-local-authority-phone": .text("0121 496 0170"),
            "local-authority-contacted-about-child-local-authority-email": .text("front.door@children.example"),
            "birthplace": .text("Jalandhar, India"), "family": .text("Parents in India; an uncle in Oldbury with whom he lived"),
            "education": .text("School until 2018"), "employment-history": .text("None before"),
            "when-did-the-exploitation-take-place": .text("From June 2019 to 8 October 2019, aged 17"),
            "how-did-the-exploitation-start": .text(
                "He says that his uncle recruited him for the factory in June 2019 and gave him a cousin's papers."),
            "were-they-taken-somewhere-by-their-exploiter": .text("no"),
            "what-were-they-required-to-do": .text("Pressing shirts for ten hours a day, six days a week, at a machine without a guard."),
            "living-conditions": .text("A room in the uncle's house, shared with two workers of the factory."),
            "how-they-were-treated": .text("His wages were paid to the uncle; his telephone was taken for a month in August 2019."),
            "how-why-did-they-leave-the-situation": .text(
                "The factory was visited on 8 October 2019 and children's services placed him with a foster carer that evening."),
            "modern-slavery-indicators-details": .text(
                "Wages paid to another; papers of somebody else; no school; telephone taken; burns on both hands. We saw the burns and the papers on 8 October 2019; he told us of the wages."
            ),
            "where-how-interview-carried-out": .text(
                "At his foster carer's home on 9 October 2019, with his social worker, in English, one break."),
            "professional-insight": .text(
                "In our judgement he was recruited and harboured as a child for labour; means need not be shown."),
            "are-others-involved-details": .text("His social worker and his foster carer; a guardian was asked for on 10 October 2019."),
            "where-exploitation-happened-uk-city-1": .text("Oldbury"), "current-pv-location-uk-city": .text("Unknown"),
            "who-exploited-pv": .text("His uncle, and the manager of the night shift."),
            "exploiters-current-location-details": .text("The uncle lives in Oldbury; the manager is under investigation."),
            "types-of-exploitation-forced-to-work": .ticked(true), "types-of-exploitation-wages-taken": .ticked(true),
            "any-other-pvs": .text("yes"),
            "other-potential-victims-yes-details": .text("Fifty-nine other workers were screened on the same day."),
            "future-exploitation-reasons": .text("The uncle asks for him and holds his own papers."),
            "reported-to-police-crime-reference": .text("20SW/233410/19"), "authorities-cooperation": .text("yes"),
            "pv-interpreter-requirements": .text("no"),
            "fr-details-role": .text("Social worker"), "fr-alternative-contact": .text("duty@children.example"),
            "upload-file": .several(["photographs-of-the-hands.pdf"]),
            "what-evidence-you-will-submit": .text("Photographs of both hands and the doctor's note of 9 October 2019."),
        ]
        script.staysIn = .carers
        script.stage = .sent(day: 2, reference: "NRM-2019-010388")
        script.steps = [
            Step(stage: .acknowledged, outcome: .received, day: 2),
            Step(stage: .reasonableGrounds, outcome: .positive, day: 8),
            Step(stage: .conclusiveGrounds, outcome: .positive, day: 120),
        ]
        script.crime = ("20SW/233410/19", 0)
        script.support = [
            (0, SupportDraft(.stay, code: "childrens-placement", status: .current, words: ["note": "A foster carer who speaks Punjabi."])),
            (2, SupportDraft(.guardian, code: "child-trafficking-direct", status: .allocated, endsOn: Day("2019-10-21"))),
            (
                9,
                SupportDraft(
                    .need, code: "education", status: .partMet, reviewOn: Day("2020-03-23"),
                    words: ["note": "English and mathematics at college from January; wants an apprenticeship."])
            ),
        ]
        return script
    }
}
