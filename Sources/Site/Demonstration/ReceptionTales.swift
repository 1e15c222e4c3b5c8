import Kernel
import Pathways

/// A reception centre as it is told: its plan, and how it was opened once.
struct ReceptionScript: Sendable {
    struct Opening: Sendable {
        let tale: Tale
        /// Which of the case's visits led there.
        let visit: Int
        /// Who was there beside the coordinator, who managed it.
        let roles: [(role: String, agency: Agency, contact: String)]
        /// Which of the people screened came: by their place in the visit.
        let arrivals: [Int]
        let debrief: String
        let lessons: String
        /// The plan as it was changed afterwards.
        let planAfter: ReceptionPlan
    }

    let name: String
    let town: String
    let capacity: Int
    /// Sealed.
    let address: String
    let plannedOn: Day?
    let plan: ReceptionPlan
    var opening: Opening?

    static let all: [ReceptionScript] = [sportsHall, churchHall]

    // MARK: The sports hall

    private static var sportsHall: ReceptionScript {
        let plan = ReceptionPlan(
            rooms: [
                "Hall: waiting, tea, sixty chairs in rows that face away from the door",
                "Gallery: six corners with screens, for talks one by one", "Changing room A: women and families; showers",
                "Changing room B: men; showers", "First-aid room: doctor, a bed, a lamp", "Office: register, telephones, nobody else",
            ],
            roles: [
                "manager", "register", "medical", "support", "interpreters", "charity", "red-cross", "police-liaison",
                "childrens-services", "adult-social-care", "housing", "first-responder", "logistics",
            ], checklist: checklist,
            stock: [
                "Blankets, 60, in the store under the gallery", "Wristbands 1 to 100 and pens, in the red box",
                "Toiletries, 40 bags, Red Cross", "Telephone chargers, 12", "Clothes in three sizes, Red Cross van",
            ],
            transport: "Two buses of the council's school service, booked by the evening before; drivers are told only where to wait.",
            note: "The hall is free on weekdays until four. The caretaker lives beside it and opens within a quarter of an hour.")
        var after = plan
        after.rooms[1] = "Gallery: six corners with screens, and a seventh for whoever must not be seen by the others"
        after.checklist.append("A second interpreter for each language that more than twenty speak is there before the bus")
        after.note += " Learned on 8 October 2019: one voice calls the numbers; the gallery needs a corner that the hall cannot see."
        return ReceptionScript(
            name: "Sports hall, Oldbury", town: "Oldbury", capacity: 80, address: "Quillmoor Sports Hall, Fennel Walk",
            plannedOn: Day("2019-09-24"), plan: plan,
            opening: Opening(
                tale: .factory, visit: 0,
                roles: [
                    ("register", .redCross, "Door team of four, radio 3"), ("medical", .redCross, "Doctor and nurse, first-aid room"),
                    ("charity", .hopeForJustice, "Naomi Okafor, 0121 496 0219"), ("support", .womensAid, "Two workers for the women"),
                    ("police-liaison", .police, "Imran Suleman, 0121 496 0140"),
                    ("childrens-services", .childrensTrust, "Joanne Tibbs, 0121 496 0277"),
                    ("adult-social-care", .adultSocialCare, "Sunita Bhogal, 0121 496 0150"),
                    ("housing", .housing, "Emergency housing, 0121 496 0233"), ("red-cross", .redCross, "Team leader, radio 1"),
                    ("interpreters", .modernSlaveryLead, "Eight booked; the list lies at the door"),
                    ("first-responder", .police, "Two who write referrals, upper office"), ("logistics", .redCross, "Van and tea, radio 4"),
                ], arrivals: [59] + Array(0..<6) + Array(43..<53) + Array(20..<31),
                debrief: """
                    The first bus came at ten past seven, the second at a quarter to eight. Everybody was given tea and a number before \
                    anybody was asked anything. The doctor saw whoever wished to: burns, coughs, one hand that needed a hospital. \
                    The boy was known by eight and left with children's services at ten. Two men tried to speak for the others and \
                    were seated at the other end. Nobody was left in the hall after a quarter past four.
                    """,
                lessons: """
                    The second interpreter for Gujarati came at eleven: forty people waited for one. People could see from the hall who \
                    talked for long. Chargers were asked for more than food.
                    """, planAfter: after))
    }

    private static let checklist = [
        "Caretaker told, keys fetched, heating on", "Centre manager is there and has the plan", "One door, two at it, register open",
        "Wristbands and pens at the door", "Interpreters for every language that is expected", "Doctor in the first-aid room",
        "Screens stand in the gallery", "Women and families have changing room A", "Tea, food, clothes and chargers are laid out",
        "It was said in every language: nobody is under arrest here", "Housing knows how many beds", "Nobody tells the press where it is",
    ]

    // MARK: The church hall

    private static var churchHall: ReceptionScript {
        ReceptionScript(
            name: "Church hall, Tipton", town: "Tipton", capacity: 30, address: "Hall of the Lanternwell chapel, Sexton Row",
            plannedOn: Day("2020-02-11"),
            plan: ReceptionPlan(
                rooms: [
                    "Hall: waiting and tea, thirty chairs", "Vestry: talks one by one", "Upper room: families and whoever needs quiet",
                    "Kitchen: food; the side door leads to the cars",
                ],
                roles: ["manager", "register", "medical", "support", "interpreters", "police-liaison", "housing", "logistics"],
                checklist: Array(checklist.prefix(6)) + ["Side door is watched, the front door is for arrivals alone"]
                    + Array(checklist.suffix(3)),
                stock: ["Blankets, 30, in the upper room", "Wristbands 1 to 50", "Toiletries, 20 bags"],
                transport: "Cars of the agencies; a minibus of the council with an hour's notice.",
                note: "For a house or a small workplace by night. Not on Sundays, and not when the toddlers' group meets on Tuesdays."))
    }
}
