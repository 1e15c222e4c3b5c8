import Concerns
import Kernel
import Visits

extension TaleScript {
    /// Every full case, in the order in which they are written.
    static var all: [TaleScript] { [landlord, fourWomen, wasteYard, nailBar, factory, bakery, takeaway] }

    /// A factory with sixty people on site, all of them screened.
    static var factory: TaleScript {
        var script = TaleScript(.factory)
        script.raisedBy = .environmentalHealth
        script.summary = "About sixty people work and some sleep in a packing factory"
        script.seen = """
            At a food inspection two workers said that they sleep above the packing room. Minibuses bring others before \
            five and take them away after seven. A rear door was chained during the shift. One boy looked no older than \
            fifteen.
            """
        script.inferred = "Wages may be kept back and people may not be free to leave during the shift."
        script.happensWhen = "Every day of the week since at least June 2019"
        script.place = "Unit 7, Brindlegate Works, Coldfurrow Lane"
        script.postcode = "B69 4CI"
        script.residence = "Rooms above the packing hall"
        script.peopleCount = 50
        script.children = "yes"
        script.indicators = ["G10", "G14", "G15", "L02", "L05", "L10", "K02"]
        script.mentions = [
            MentionDraft(kind: "vehicle", role: "driver", description: "White minibus, 17 seats", value: "QI14 QIQ"),
            MentionDraft(kind: "phone", description: "Foreman, rings the workers", value: "07700 900346"),
            MentionDraft(
                kind: "person", role: "foreman", description: "Man in his fifties who keeps the list of names", name: "Balvir Sandhar"),
        ]
        script.thrive = [
            "A works owner and his foreman control housing, transport and pay of about fifty people.",
            "Fire where people sleep, injuries at unguarded machines, wages not paid.", "Likely and serious: doors are chained at night.",
            "Payroll, electricity, the minibus and the rooms above can all be shown.",
            "Many depend on one man for work, bed and papers; a child may be among them.",
            "Two workers are willing to talk away from the site.",
        ]
        script.question = "What do you hold on the works, its owner, the minibus and the rooms above the packing hall?"
        script.answers = [
            .held(.fire, "Last audit in 2016; a sleeping risk was not declared."),
            .held(.police, "Two calls in 2019 about shouting at night. No arrest.", "2CC", conditions: "For planning only."),
            .held(.westernPower, "Use of electricity is a third of what such machines need."),
            .held(.hmrc, "Eleven employees declared. No national insurance for anybody else."),
            .speakTo(.glaa, "Midlands desk, before any visit"), .nothing(.dwp), .nothing(.housingQuality),
            .held(.immigration, "Three former workers are on record as overstayers.", "1BP"),
            .held(.childrensTrust, "A boy of that description is on no school roll.", "2DP"), .nothing(.tradingStandards),
        ]
        script.roundSummary =
            "Six agencies hold something: people sleep on site undeclared, electricity may be taken past the meter, most "
            + "workers are not on the books, and one may be a child."
        script.grade = .significant
        script.criteria.peopleCount = 50
        script.criteria.children = true
        script.criteria.complexPremises = true
        script.criteria.agenciesHolding = 6
        script.rationale = "Ten people or more, a child, sleeping on site and chained doors: every agency is needed on one day."
        script.approver = "Chair of the partnership"
        script.meetingNotes =
            "All twenty agencies met. Fire leads because it may enter a workplace without notice. Eight interpreters. The place of reception is settled."
        script.tacticalPlan =
            "Police at both gates; fire enters first and opens every door; the supply is made safe before the machines stop; "
            + "workers go by bus to the place of reception and are seen one by one; the owner is spoken to apart."
        script.strands = [
            StrandScript(
                kind: .location, lead: .fire, team: [.environmentalHealth, .westernPower, .britishGas, .glaa],
                plan: "Make the building safe and see whether it may stay open.",
                outcome: "Closed the same day; an improvement notice was served and the supply was cut."),
            StrandScript(
                kind: .offenders, lead: .police, team: [.hmrc, .immigration, .glaa],
                plan: "Follow the wages: who was paid, who was not, and into which accounts.",
                outcome: "Wages of fifty workers were passed to HMRC; the owner is under investigation."),
            StrandScript(
                kind: .victims, lead: .hopeForJustice, team: [.adultSocialCare, .childrensTrust, .redCross],
                plan: "A conversation for everybody in their own language; a bed ready for thirty.",
                outcome: "Everybody was spoken with in their own language. What each chose stands in their own record."),
        ]
        script.visits = [
            VisitScript(
                startsAt: "06:30", place: "Unit 7, Brindlegate Works, Coldfurrow Lane", postcode: "B69 4CI",
                leadReason: "May enter a workplace at any reasonable time without notice, and people sleep there.",
                power: "fire-inspection",
                risks:
                    "Machines running, chained doors, up to eighty people, bare wires. Police at both gates; power off before the search.",
                riskLevel: .high, interpreters: "Eight: Punjabi, Hindi and Gujarati, none of them from the town",
                reception: "Sports hall in Oldbury: tea, warm room, doctor, six private corners",
                briefing: "Everybody met is screened. Nobody is asked for papers before they have been asked how they are.",
                reports: [
                    .fire: ("Eleven beds above the packing hall, no alarm, rear door chained.", "Served an improvement notice."),
                    .westernPower: ("The meter was bypassed; cables ran through the ceiling.", "Cut the supply."),
                    .immigration: ("Sixteen people without leave to work.", "Opened sixteen cases; nobody was detained before screening."),
                    .childrensTrust: ("A boy of fifteen at a packing machine.", "Looked after him from that moment."),
                    .hmrc: ("No records for forty-nine workers.", "Took over the claim for their wages."),
                    .environmentalHealth: ("Food packed where people sleep.", "Closed the premises."),
                    .hopeForJustice: ("One man told us all; three more showed strong signs.", "Stayed with them through the day."),
                    .police: ("The owner arrived at eight and was spoken to apart.", "Took telephones and the list of names."),
                    .glaa: ("Half of the workers came through a man without a licence.", "Opened an investigation."),
                ],
                names: [0: "Harjit Bassi", 59: "Arman Deol"],
                notes: [
                    0: "Paid eighty pounds in seven weeks; his passport is in the office safe.",
                    59: "Says he is fifteen; no school, no parents here.",
                ],
                debrief: "Sixty people were met and screened by ten o'clock. The supply was cut and the premises closed.",
                lessons: "Twenty agencies need one voice at the gate. The second interpreter for Gujarati came late.",
                tasks: [
                    TaskScript(
                        "Claim the unpaid wages", .hmrc, "offenders", days: 30, "Fifty claims opened; the first wages have been paid."),
                    TaskScript(
                        "Find school and carers for the minor", .childrensTrust, "victims", days: 14,
                        "Done; the rest stands in his own record."),
                ]),
            VisitScript(
                startsAt: "07:00", occupancy: .living, place: "88 Thistlehurst Road", postcode: "B69 1KM",
                leadReason: "A home: police hold the warrant.", power: "police-arrest-or-danger",
                warrant: "Search warrant of the magistrates' court, 14 October 2019",
                risks: "A family lives there. Two officers with experience of children.", interpreters: "One: Punjabi",
                reception: "Family room of the police station", briefing: "Look for passports, bank cards and the list of debts.",
                reports: [
                    .police: ("Nineteen passports in a drawer.", "Returned them to their owners."),
                    .housingQuality: ("Two workers slept in the garage.", "Notice served on the owner."),
                ],
                debrief: "Papers of nineteen workers were found and given back. Two more people were screened.",
                lessons: "Go to the owner's home on the same day as to the works."),
        ]
        script.tasks = [
            TaskScript(
                "Offer the workers help once more", .hopeForJustice, "victims", days: 28, "Offered again, one by one.")
        ]
        script.closedOn = PlannedConcern.day(2020, 1, 20)
        script.closingReason = "enforcement-complete"
        script.closingSummary =
            "The works are closed and the owner is under investigation. The claim for wages went to HMRC. Everybody met was offered "
            + "help."
        script.outcomes = [
            "arrests": 1, "children-safeguarded": 1, "adults-safeguarded": 1, "nrm-referrals": 1, "duty-to-notify": 3,
            "immigration-cases": 16, "improvement-notices": 1, "closures": 1, "utilities-cut": 1,
            "wages-recovered": 41_200, "warrants": 1,
        ]
        script.reportBack = "What you saw led to a visit by all agencies. The people are safe. Thank you."
        return script
    }

    /// A yard that takes people off the street to sort scrap.
    static var wasteYard: TaleScript {
        var script = TaleScript(.wasteYard)
        script.raisedBy = .redCross
        script.summary = "A waste yard recruits people who sleep rough"
        script.seen = """
            Three men who used to come to the soup kitchen work in a scrap yard for food, tobacco and a place in a caravan. \
            One came back with a crushed hand and had been told not to go to hospital.
            """
        script.inferred = "The owner looks for people whom nobody will miss."
        script.happensWhen = "Since March 2019, every day"
        script.howKnown = "told-by-person"
        script.place = "Yard at the end of Ironwell Row"
        script.postcode = "DY4 2VC"
        script.residence = "Caravans behind the yard"
        script.peopleCount = 3
        script.children = "unknown"
        script.indicators = ["G06", "G08", "G13", "G14", "L04"]
        script.mentions = [
            MentionDraft(kind: "vehicle", description: "Flatbed lorry that collects people from the underpass", value: "QI11 IQI")
        ]
        script.thrive = [
            "The owner of the yard holds three men by debt, drink and fear.", "An untreated injury; work at machines without protection.",
            "Likely to go on: he looks for more.", "The yard has a permit that can be inspected at any time.",
            "No home, poor health, little English.", "The charity sees one of the men every week.",
        ]
        script.question = "What do you hold on the yard and on people taken from the street to work there?"
        script.answers = [
            .held(.environmentAgency, "Permit for a third of what is stored; two warnings."),
            .held(
                .police, "The owner was convicted of assault on a worker in 2014.", "1AC",
                conditions: "Not to be told to anybody outside the circle."),
            .nothing(.hmrc), .held(.housing, "One of the men lost his tenancy in January.", "1BP"), .nothing(.immigration),
            .nothing(.fire),
        ]
        script.roundSummary = "Three agencies hold something; the owner is known for violence against workers."
        script.criteria.peopleCount = 3
        script.criteria.complexPremises = true
        script.criteria.agenciesHolding = 3
        script.rationale = "Several powers are needed and housing must be ready before anybody is asked to leave."
        script.strands = [
            StrandScript(
                kind: .location, lead: .glaa, team: [.environmentAgency, .fire, .police],
                plan: "Inspect the yard; gather what a court needs for an order.",
                outcome: "The court made a slavery and trafficking risk order on the yard."),
            StrandScript(
                kind: .victims, lead: .hopeForJustice, team: [.housing, .redCross],
                plan: "See each man alone, away from the yard, with a bed already found.",
                outcome: "Each man was seen alone and offered a bed. What each chose stands in his own record."),
        ]
        script.visits = [
            VisitScript(
                startsAt: "07:30", occupancy: .living, place: "Yard at the end of Ironwell Row", postcode: "DY4 2VC",
                leadReason: "May inspect where workers are used, without notice.", power: "glaa-inspection",
                warrant: "The men let us into their caravans with their consent",
                risks: "Dogs, moving machines, an owner known for violence. Six officers.",
                riskLevel: .high, interpreters: "One: Latvian and Russian", reception: "Church hall in Tipton with a nurse",
                briefing: "The men first. The yard can wait.",
                reports: [
                    .glaa: ("No contracts, no pay, no protection.", "Cautioned the owner."),
                    .environmentAgency: ("Batteries and tyres without a permit.", "Suspended the permit in part."),
                    .housing: ("", "Three rooms found for the same night."),
                    .hopeForJustice: (
                        "Three men who sleep beside the machines.", "Spoke with each alone and explained what he can choose."
                    ),
                ],
                names: [0: "Andris Kalve"], notes: [0: "Hand crushed in May; went to hospital with us afterwards."],
                debrief: "Three men were met and seen one by one, away from the yard. Beds were ready before anybody was asked to leave.",
                lessons: "A bed that is ready convinces more than a leaflet.",
                tasks: [
                    TaskScript(
                        "Do for each man what the law asks of us", .modernSlaveryLead, "victims", days: 5,
                        "Done for all three; it stands in their own records."),
                    TaskScript("Apply for a risk order on the yard", .police, "location", days: 60, "The order was made for two years."),
                ])
        ]
        script.tasks = [
            TaskScript(
                "Ask each of the three men how he is", .redCross, "victims", days: 21, "All three were asked.")
        ]
        script.closedOn = PlannedConcern.day(2019, 10, 4)
        script.closingReason = "support-declined"
        script.closingSummary = "The yard is under a court order. The three men who were met know whom to ring."
        script.outcomes = ["risk-orders": 1, "duty-to-notify": 3, "immediate-accommodation": 3, "support-accepted": 3]
        script.reportBack = "The people are safe and the court has put the owner under an order. Thank you for telling us."
        return script
    }

    /// A bakery where one worker tells.
    static var bakery: TaleScript {
        var script = TaleScript(.bakery)
        script.summary = "Night bakers who are paid in bread and beds"
        script.seen = """
            A caller who would not give a name said that twelve bakers work from eight in the evening until nine in the \
            morning and live in two rooms that the baker lets to them. One cries at work.
            """
        script.inferred = "Rent may take all of the pay."
        script.happensWhen = "Every night but Saturday"
        script.howKnown = "told-by-other"
        script.place = "31 Copperfold Way"
        script.postcode = "B66 7OV"
        script.residence = "Rooms at 33 Copperfold Way"
        script.peopleCount = 12
        script.indicators = ["L02", "L03", "L07", "G06"]
        script.mentions = [MentionDraft(kind: "phone", description: "On the notice in the window", value: "0121 496 0318")]
        script.thrive = [
            "An employer who is also the landlord of twelve workers.", "Exhaustion, burns, pay kept back.",
            "Likely; no sign of danger tonight.",
            "Hours can be shown from deliveries and the till.", "They know nobody else here and share one language.",
            "The caller may ring again; no name is known.",
        ]
        script.question = "What do you hold on the bakery, its owner and the rooms next door?"
        script.answers = [
            .held(.hmrc, "Returns for five people at sixteen hours a week."),
            .held(.environmentalHealth, "Five stars for food; a bed was seen behind the flour store."),
            .nothing(.police), .nothing(.immigration), .held(.housingQuality, "The rooms are not licensed.", "1AP"), .nothing(.glaa),
        ]
        script.roundSummary = "Three agencies hold something: hours and housing do not fit the returns."
        script.criteria.peopleCount = 12
        script.criteria.agenciesHolding = 3
        script.rationale =
            "Twelve people suggest a significant response; the place is small, known and without danger, so a joint visit by seven agencies is enough."
        script.approver = "Coordinator's deputy"
        script.strands = [
            StrandScript(
                kind: .location, lead: .glaa, team: [.environmentalHealth, .fire, .hmrc],
                plan: "Visit at the change of shift, when everybody is there.",
                outcome: "Hours are now recorded and the rooms are let by somebody else."),
            StrandScript(
                kind: .victims, lead: .hopeForJustice, team: [.adultSocialCare],
                plan: "One private talk each; a place for two ready that night.",
                outcome: "Everybody had a talk alone. What each chose stands in their own record."),
        ]
        script.visits = [
            VisitScript(
                startsAt: "08:15", place: "31 Copperfold Way", postcode: "B66 7OV",
                leadReason: "May inspect without notice; hours and pay are its business.",
                power: "glaa-inspection", risks: "Hot ovens, narrow stairs. No more than four at a time inside.", riskLevel: .low,
                interpreters: "Two: Bulgarian and Turkish", reception: "Library meeting room, two streets away",
                briefing: "See the bakers before the owner.",
                reports: [
                    .glaa: ("Thirteen hours a night, eight paid.", "Warned the owner in writing."),
                    .hmrc: ("Seven people off the books.", "Opened an inquiry into pay."),
                    .fire: ("One stair, no door at its foot.", "Advised and set a date."),
                    .hopeForJustice: ("One baker told us about debt and threats.", "Had two places ready that night."),
                ],
                names: [0: "Vesela Ilieva"], notes: [0: "Speaks of debt and threats. A second conversation is agreed."],
                debrief: "Twelve people were met and seen one by one. Hours and pay do not fit what was declared.",
                lessons: "Nine in the morning is the right hour at a bakery.",
                tasks: [
                    TaskScript(
                        "Keep in touch with whoever wants it", .hopeForJustice, "victims", days: 30,
                        "In touch; the rest stands in their own records.")
                ])
        ]
        script.tasks = [
            TaskScript("Check pay and hours again", .hmrc, "location", days: 42, "Arrears of £6,350 were paid to seven people.")
        ]
        script.closedOn = PlannedConcern.day(2020, 2, 18)
        script.closingReason = "people-safeguarded"
        script.closingSummary = "Pay and hours were put right, and the rooms are let by somebody else. Everybody met was offered help."
        script.outcomes = ["immediate-accommodation": 1, "support-accepted": 1, "duty-to-notify": 1, "wages-recovered": 6_350]
        return script
    }

    /// A preventive visit with eight agencies, without any concern before it.
    static var takeaway: TaleScript {
        var script = TaleScript(.takeaway)
        script.visits = [
            VisitScript(
                startsAt: "17:30", place: "9 Sallowgate", postcode: "WS10 3MO", leadReason: "May inspect licensed premises without notice.",
                power: "police-licensed-inspection", risks: "A busy kitchen on a Thursday evening. Wait for the rush to end.",
                riskLevel: .low,
                interpreters: "By telephone: Bengali and Punjabi", reception: "Back room of the library",
                briefing: "A friendly visit: rights, hours, housing, and whom to ring.",
                reports: [
                    .police: ("Licence in order.", "Left the helpline's card with everybody."),
                    .tradingStandards: ("Scales and menu in order.", "Nothing further."),
                    .environmentalHealth: ("Clean; rest breaks are not taken.", "Advised the owner."),
                    .fire: ("A bed in the store room, said to be for breaks.", "Asked for it to be removed; will look again."),
                    .hmrc: ("Two payslips missing.", "Owner will send them."),
                    .modernSlaveryLead: ("One kitchen helper would not say where he lives.", "Gave him a number to ring."),
                ],
                notes: [0: "Would not say where he lives; looked at the owner before each answer."],
                debrief: "Six people were met. One of them may need another conversation; the rest is in order.",
                lessons: "A visit without an accusation opens doors.")
        ]
        return script
    }
}
