import Concerns
import Kernel
import Visits

extension TaleScript {
    /// A call passed on by another force: four women at an address.
    static var fourWomen: TaleScript {
        var script = TaleScript(.fourWomen)
        script.raisedBy = .police
        script.summary = "Four women held at an address; call passed on by another force"
        script.seen = """
            A woman rang a force in the north and whispered that she and three others are in a house with the windows \
            painted over, that men come all night and that her passport was taken. She gave part of the street's name. The \
            call ended when a door opened.
            """
        script.inferred = "She may be punished if it is known that she rang."
        script.happensWhen = "For about three weeks"
        script.howKnown = "own-experience"
        script.place = "52 Larkshaw Terrace"
        script.postcode = "B66 3IK"
        script.residence = "The same house"
        script.peopleCount = 4
        script.indicators = ["S03", "S05", "S08", "G04", "G10", "G12"]
        script.mentions = [
            MentionDraft(kind: "phone", description: "The number from which she rang", value: "07700 900128"),
            MentionDraft(kind: "phone", description: "In three advertisements", value: "07700 900512"),
            MentionDraft(kind: "person", role: "caller", description: "Young woman, speaks Romanian", name: "Ilinca Moraru"),
        ]
        script.policeIncident = "Log 1182 of 16 May 2019"
        script.isUrgent = true
        script.thrive = [
            "Men who sell four women hold them in a house.", "Rape, beatings, the loss of papers.", "Certain and now.",
            "The advertisements, the tenancy and the telephone can be traced tonight.", "No papers, no English, afraid of police.",
            "The caller may ring again: she was told that help is coming.",
        ]
        script.question = "Tonight: what do you hold on this house, the tenant and the two telephone numbers?"
        script.answers = [
            .held(.immigration, "The tenant was refused entry in 2017."),
            .held(.womensAid, "The second number is in advertisements that we watch.", "1AP"),
            .nothing(.adultSocialCare), .operation(.glaa, "Duty officer, 0121 496 0107"),
            .held(.housingQuality, "Let to one man in April; rent paid in cash.", "1BP"),
        ]
        script.roundSummary = "Three agencies hold something and one has the tenant in another case; it agrees to the visit."
        script.grade = .significant
        script.criteria.riskToLife = true
        script.criteria.peopleCount = 4
        script.criteria.crossBorder = true
        script.criteria.liveOperation = true
        script.criteria.agenciesHolding = 3
        script.rationale = "Risk to life: police go in at first light with those who will look after the women."
        script.approver = "Duty superintendent"
        script.meetingNotes = "Police, women's aid, adult social care and two charities by telephone until midnight."
        script.tacticalPlan =
            "Police enter first; women officers speak to the women; one car for each; the reception house is ready from four."
        script.strands = [
            StrandScript(
                kind: .victims, lead: .womensAid, team: [.hopeForJustice, .adultSocialCare],
                plan: "A warm room, a doctor, one worker for each woman, no questions before breakfast.",
                outcome:
                    "Everybody was offered help and a place to stay. What each chose stands in her own record."
            ),
            StrandScript(
                kind: .offenders, lead: .police, team: [.immigration], plan: "The tenant, the driver and the money.",
                outcome: "Two men charged."),
        ]
        script.visits = [
            VisitScript(
                startsAt: "05:00", occupancy: .living, place: "52 Larkshaw Terrace", postcode: "B66 3IK",
                leadReason: "To save life: police enter and may use force.",
                power: "police-arrest-or-danger", warrant: "Entry to save life; warrant of 17 May 2019 for the search",
                risks: "Two men may be inside, perhaps armed. Armed officers wait at the corner.", riskLevel: .critical,
                interpreters: "Two women: Romanian", reception: "Safe house of the women's charity, from four o'clock",
                briefing: "The women are not suspects.",
                reports: [
                    .police: ("Two men on the ground floor.", "Arrested both."),
                    .womensAid: ("Four women, cold and frightened.", "Stayed with them all day."),
                    .adultSocialCare: ("One woman needs a hospital.", "Went with her."),
                    .hopeForJustice: (
                        "Four women in one room, none of whom may go out.", "Spoke with each alone and explained what she can choose."
                    ),
                    .immigration: ("", "Nothing was done that day but to confirm names."),
                ],
                names: [0: "Ilinca Moraru"],
                notes: [
                    0: "It was she who rang. A second conversation is agreed.", 1: "Speaks of home.",
                    2: "Has a cousin in this country.", 3: "Took the card.",
                ],
                debrief: "Four women were met and seen one by one. Two men were arrested; the house is empty and sealed.",
                lessons: "Breakfast before questions.",
                tasks: [
                    TaskScript(
                        "See each of the four again and say what can be had", .hopeForJustice, "victims", days: 4,
                        "All four were seen; the rest stands in their own records."),
                    TaskScript(
                        "A bed and a meal for as long as each wants one", .womensAid, "victims", days: 10,
                        "Beds and meals were there for all four."),
                ])
        ]
        script.tasks = [
            TaskScript(
                "See that each of the four has a worker", .modernSlaveryLead, "victims", days: 12,
                "Each has one, or was told whom to ring.")
        ]
        script.closedOn = PlannedConcern.day(2019, 9, 12)
        script.closingReason = "people-safeguarded"
        script.closingSummary =
            "The four women were found and nobody is held in the house any more. Two men are charged."
        script.outcomes = [
            "arrests": 2, "charges": 2, "adults-safeguarded": 4, "nrm-referrals": 1, "duty-to-notify": 3,
            "immediate-accommodation": 1, "returned-home": 1, "warrants": 1,
        ]
        script.reportBack = "All four people are safe. Thank you for passing the call on at once."
        return script
    }

    /// A nail bar, and what was found in its owner's house.
    static var nailBar: TaleScript {
        var script = TaleScript(.nailBar)
        script.raisedBy = .glaa
        script.summary = "Nail bar with very young workers; one of them lives in the owner's house"
        script.seen = """
            Four young women work six days a week and are fetched by the owner. A fifth was seen only twice, carrying \
            shopping behind the owner's wife, and never spoke.
            """
        script.inferred = "The fifth may be kept in the house as a servant."
        script.happensWhen = "Ten in the morning until eight at night"
        script.howKnown = "records"
        script.place = "14 Quillmoor Street"
        script.postcode = "B70 1MO"
        script.residence = "The owner's house"
        script.peopleCount = 5
        script.children = "unknown"
        script.indicators = ["L02", "L05", "G03", "D02", "D03", "D05"]
        script.mentions = [MentionDraft(kind: "vehicle", role: "owner", description: "Grey people carrier", value: "QI18 QQI")]
        script.thrive = [
            "A couple who bring young women here and hold one of them at home.", "No pay; blows were heard by a customer.",
            "Likely; children live in the house.",
            "The nail bar can be inspected without notice; the house needs a warrant.", "One of the women may never have been out alone.",
            "A customer is willing to tell what she heard.",
        ]
        script.question = "What do you hold on the nail bar, the couple who own it and their home?"
        script.answers = [
            .held(.hmrc, "No employees declared in two years."),
            .held(.immigration, "A domestic worker visa for the address ran out in 2018.", "1AP"),
            .nothing(.police), .held(.environmentalHealth, "Chemicals without ventilation; advice was given in May."),
            .nothing(.childrensTrust),
        ]
        script.roundSummary = "Three agencies hold something; a domestic worker's visa for the home points to the fifth woman."
        script.criteria.peopleCount = 5
        script.criteria.complexPremises = true
        script.criteria.agenciesHolding = 3
        script.rationale = "Two places on one morning, so that nobody can be moved."
        script.strands = [
            StrandScript(
                kind: .location, lead: .glaa, team: [.environmentalHealth, .hmrc, .police], plan: "The nail bar at opening time.",
                outcome: "Closed by its owners; notices were served."),
            StrandScript(
                kind: .victims, lead: .womensAid, team: [.hopeForJustice, .adultSocialCare],
                plan: "A room ready for one; a doctor; an interpreter whom the couple do not know.",
                outcome: "Help was offered on the day. What she chose stands in her own record."),
            StrandScript(
                kind: .offenders, lead: .police, team: [.immigration], plan: "Papers, pay and who paid for the journey.",
                outcome: "One person charged with servitude."),
        ]
        script.visits = [
            VisitScript(
                startsAt: "10:15", place: "14 Quillmoor Street", postcode: "B70 1MO",
                leadReason: "May inspect without notice where people work.", power: "glaa-inspection",
                risks: "Solvents; a back door to the car park. Two officers there.", riskLevel: .low, interpreters: "One woman: Vietnamese",
                reception: "Community room above the bank", briefing: "Ask each of them alone where the fifth woman is.",
                reports: [
                    .glaa: ("No contracts; tips kept by the owner.", "Cautioned the owner."),
                    .hmrc: ("No records at all.", "Opened an inquiry."),
                    .immigration: ("Papers of two in order.", "Left the others for later."),
                    .hopeForJustice: ("One worker told us who is in the house.", "Rang the police at once."),
                ],
                notes: [1: "Told us about the woman in the house."],
                debrief: "Five people were met. One told us about the house; the warrant was asked for within the hour.",
                lessons: "Keep a magistrate's number ready."),
            VisitScript(
                startsAt: "13:30", occupancy: .living, place: "27 Wrenmantle Street", postcode: "B70 5CI",
                leadReason: "A home: police hold the warrant.",
                power: "police-arrest-or-danger", warrant: "Warrant of the magistrates' court, 7 August 2019, 12:50",
                risks: "Two small children. A social worker goes in with the first officers.",
                interpreters: "One woman: Vietnamese", reception: "Room of the women's charity",
                briefing: "Speak to her away from the kitchen and out of hearing.",
                reports: [
                    .police: ("A mattress in a cupboard; her passport in a locked desk.", "Arrested one person."),
                    .womensAid: ("A woman who has not been out alone for two years.", "Stayed with her through the day."),
                    .adultSocialCare: ("The children are well.", "Told the children's service."),
                    .hopeForJustice: ("", "Explained what she can choose, with an interpreter."),
                ],
                names: [0: "Nguyen Thi Hoa Lan"], notes: [0: "Two years without pay. A second conversation is agreed."],
                debrief: "One woman was met and seen apart from the couple. One person was arrested.",
                lessons: "The second address should be asked for in every first conversation.",
                tasks: [
                    TaskScript(
                        "A room, should she want one", .adultSocialCare, "victims", days: 5,
                        "A room was kept free for her.")
                ]),
        ]
        script.tasks = [
            TaskScript("Tell the other workers their rights", .hopeForJustice, "victims", days: 14, "All four came to the second meeting.")
        ]
        script.closedOn = PlannedConcern.day(2019, 12, 10)
        script.closingReason = "people-safeguarded"
        script.closingSummary = "Nobody is held in the house any more. The nail bar is closed; one person is charged."
        script.outcomes = [
            "arrests": 1, "charges": 1, "adults-safeguarded": 1, "nrm-referrals": 1, "duty-to-notify": 1, "immediate-accommodation": 1,
            "other-notices": 1,
            "warrants": 1,
        ]
        script.reportBack = "What you saw led further, and nobody is held there any more. The case goes on in court."
        return script
    }

    /// The landlord, a long investigation and an order at its end.
    static var landlord: TaleScript {
        var script = TaleScript(.landlord)
        script.raisedBy = .housingQuality
        script.summary = "Landlord who sends his tenants to work and keeps their bank cards"
        script.seen = """
            Six men in a house with two bedrooms. Their landlord came in without knocking, answered for them and took the \
            post. One said on the stairs that his wages go to the landlord, who gives him twenty pounds a week.
            """
        script.inferred = "Accounts and loans may have been opened in their names."
        script.happensWhen = "Since autumn 2018"
        script.place = "119 Pellowell Road"
        script.postcode = "B66 5KM"
        script.residence = "The same house"
        script.peopleCount = 6
        script.indicators = ["G02", "G03", "G06", "L06", "L07", "C10"]
        script.mentions = [
            MentionDraft(kind: "phone", role: "landlord", description: "Landlord", value: "07700 900771"),
            MentionDraft(kind: "vehicle", role: "landlord", description: "Black saloon car", value: "QI16 IQI"),
            MentionDraft(kind: "person", role: "landlord", description: "Man of about forty with several houses", name: "Costin Vrabie"),
        ]
        script.thrive = [
            "A landlord who controls the work, the money and the post of his tenants.", "Debt, hunger, threats to families at home.",
            "Goes on as long as he has houses.", "Bank accounts and tenancies can be followed without anybody noticing.",
            "They depend on him for a bed.",
            "The housing inspector can go back at any time.",
        ]
        script.question = "What do you hold on this landlord, his houses, his cars and his tenants?"
        script.answers = [
            .held(
                .police, "Named in two reports about loans taken in other people's names.", "2CC",
                conditions: "Nothing of this to the landlord or his agents."),
            .held(.dwp, "Nine claims with one telephone number.", "1AP"), .held(.hmrc, "No rent declared.", "1AP"),
            .nothing(.immigration), .nothing(.hopeForJustice), .nothing(.fire),
        ]
        script.roundSummary = "Three agencies hold something: claims, loans and rents lead to the same man."
        script.criteria.peopleCount = 6
        script.criteria.agenciesHolding = 3
        script.rationale = "Housing and police together; the money is followed first."
        script.strands = [
            StrandScript(
                kind: .location, lead: .housingQuality, team: [.fire], plan: "Licence the house or close it.",
                outcome: "Licensed to another owner."),
            StrandScript(
                kind: .offenders, lead: .police, team: [.dwp, .hmrc, .immigration], plan: "Accounts, claims and loans; then an order.",
                outcome: "The court made a slavery and trafficking risk order for five years."),
            StrandScript(
                kind: .victims, lead: .hopeForJustice, team: [.adultSocialCare], plan: "One talk each, away from the house.",
                outcome: "Each was offered help, and a bank account of his own."),
        ]
        script.visits = [
            VisitScript(
                startsAt: "06:00", occupancy: .living, place: "119 Pellowell Road", postcode: "B66 5KM",
                leadReason: "A home: police hold the warrant.",
                power: "police-arrest-or-danger", warrant: "Search warrant of the magistrates' court, 20 May 2019",
                risks: "Six men asleep; the landlord lives two doors away. Two officers at his door.",
                interpreters: "Two: Romanian", reception: "Day centre in Smethwick",
                briefing: "Bank cards, letters, the landlord's notebook.",
                reports: [
                    .police: ("Eleven bank cards in other people's names; a notebook of debts.", "Took both."),
                    .housingQuality: ("Six beds in two rooms.", "Served a notice."),
                    .hopeForJustice: ("Two men spoke of threats to their families.", "Stayed in touch."),
                ],
                names: [0: "Sorin Lupan"], notes: [0: "His card was used for a loan that he never saw."],
                debrief: "Six men were met. The cards and the notebook make the case.",
                lessons: "A notebook is worth more than a confession.",
                tasks: [TaskScript("New bank cards for the six men", .dwp, "victims", days: 21, "Five have an account of their own.")]),
            VisitScript(
                startsAt: "17:00", occupancy: .living, place: "119 Pellowell Road", postcode: "B66 5KM",
                leadReason: "Police go back with the housing team.",
                power: "police-arrest-or-danger", warrant: "Entered with the tenants' consent", risks: "Low; the landlord is on bail.",
                riskLevel: .low,
                interpreters: "One: Romanian", reception: "Day centre in Smethwick", briefing: "Are they still paying him?",
                reports: [
                    .fire: ("Alarms are in place.", "Nothing further."),
                    .hopeForJustice: ("One man still pays him.", "He will ring when he is ready."),
                ],
                debrief: "Three men were met; one still pays. The application for an order goes ahead.",
                lessons: "Go back after six months."),
        ]
        script.tasks = [
            TaskScript("Apply for a risk order", .police, "offenders", days: 60, "Made on 11 February 2020 for five years.")
        ]
        script.closedOn = PlannedConcern.day(2020, 2, 24)
        script.closingReason = "enforcement-complete"
        script.closingSummary =
            "After ten months the court made a slavery and trafficking risk order on the landlord. The tenants have accounts of their own."
        script.outcomes = [
            "arrests": 1, "risk-orders": 1, "warrants": 1, "support-accepted": 2, "duty-to-notify": 2, "benefits-stopped": 9,
            "other-notices": 1,
        ]
        script.reportBack = "The court has put the landlord under an order for five years. The tenants have accounts of their own."
        return script
    }
}
