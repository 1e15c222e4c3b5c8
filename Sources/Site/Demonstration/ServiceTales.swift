import Kernel
import Pathways

extension ServiceScript {
    /// The directory as a partnership of this size has it: one house for women that is nearly full, no approved house for men,
    /// and help that nobody has counted.
    static let all: [ServiceScript] = [larkspurHouse, firstNights, heronCourt, carers, tallowStreet, advice, advisors, english]

    private static var larkspurHouse: ServiceScript {
        var script = ServiceScript(
            .larkspurHouse, "Larkspur House", of: .womensAid, offers: ["safe-house", "outreach", "counselling"],
            to: ["women", "families", "before-decision", "reasonable-grounds", "conclusive-grounds"], capacity: 7,
            contact: "Duty worker, 0121 496 0211", hours: "Day and night; new arrivals until ten in the evening",
            note: """
                Ring before you bring anybody. One room on the ground floor has a wide door. Two family rooms: sons up to 15 can \
                stay with their mother. Interpreters by telephone within the hour, Romanian and Albanian in the house on weekdays.
                """, since: "2018-05-01")
        script.address = "3 Quillmoor Rise, Harrowbeck"
        script.assessments = [
            Assessment(
                on: Day("2018-04-24"), nextDueOn: Day("2019-04-20"), answers: ["rooms": .partly, "access": .partly],
                notes: ["rooms": "Two women share the attic room until the works are done"]),
            Assessment(
                on: Day("2019-04-16"), nextDueOn: Day("2020-04-14"), answers: ["access": .partly],
                notes: ["location": "Three miles from the nearest address that police hold; looked at again for each woman"]),
        ]
        script.decisions = [Decision(status: .approved, on: Day("2018-04-30"))]
        script.free = (1, Day("2020-03-26"))
        return script
    }

    private static var firstNights: ServiceScript {
        var script = ServiceScript(
            .firstNights, "Rooms for the first nights", of: .housing, offers: ["emergency-bed", "supported-housing"],
            to: ["men", "couples", "before-referral", "before-decision", "declined-referral", "no-recourse"], capacity: 5,
            contact: "Emergency housing, 0121 496 0233", hours: "Office hours; at night through the council's duty officer",
            note: """
                For whoever has nowhere safe tonight, also without a referral. A room, a key, a food parcel and somebody who comes \
                by every day. Not for women alone and not for anybody under 18.
                """, since: "2019-06-03")
        script.assessments = [
            Assessment(
                on: Day("2019-05-28"), nextDueOn: Day("2020-05-22"), answers: ["gender": .partly, "rules": .partly, "voice": .no],
                notes: ["gender": "One bathroom on the top landing: women and men are never there in the same week"],
                reason: "Women are not placed there on their own; couples have the flat with its own bathroom")
        ]
        script.decisions = [Decision(status: .approved, on: Day("2019-05-29"))]
        script.free = (1, Day("2020-03-30"))
        return script
    }

    private static var heronCourt: ServiceScript {
        var script = ServiceScript(
            .heronCourt, "Heron Court", provider: "Midwinter Trust", offers: ["emergency-bed", "financial-help"],
            to: ["women", "before-referral", "before-decision", "high-need"], in: ["West Bromwich", "Smethwick"], capacity: 2,
            contact: "Night line, 0121 496 0258", hours: "From four in the afternoon until ten in the morning",
            note: "While a safe house is found or the first decision is awaited. A nurse comes on Tuesdays and Fridays.",
            since: "2018-11-12")
        script.address = "Heron Court, 41 Lanternwell Street"
        script.assessments = [
            Assessment(
                on: Day("2018-11-06"), nextDueOn: Day("2019-11-05"), answers: ["move-on": .partly],
                notes: ["emergency": "The plan names the cathedral hall as the place to meet if the house is found"]),
            Assessment(on: Day("2019-11-05"), nextDueOn: Day("2020-10-30"), answers: [:]),
        ]
        script.decisions = [Decision(status: .approved, on: Day("2018-11-12"))]
        script.free = (1, Day("2020-03-18"))
        return script
    }

    private static var carers: ServiceScript {
        var script = ServiceScript(
            .carers, "Carers for trafficked children", of: .childrensTrust, offers: ["childrens-placement", "outreach"],
            to: ["children"], capacity: 3, contact: "Children's duty team, 0121 496 0277", hours: "Day and night",
            note: """
                Three foster families trained for children who may go missing: a telephone that is agreed, no unexplained visitors, \
                police told within the hour. Punjabi, Vietnamese and Albanian are spoken.
                """, since: "2018-04-03")
        script.assessments = [
            Assessment(on: Day("2019-03-19"), nextDueOn: Day("2020-03-13"), answers: [:]),
            Assessment(on: Day("2020-03-10"), nextDueOn: Day("2021-03-05"), answers: ["access": .partly]),
        ]
        script.decisions = [Decision(status: .approved, on: Day("2019-03-20"))]
        script.free = (2, Day("2020-03-24"))
        return script
    }

    private static var tallowStreet: ServiceScript {
        var script = ServiceScript(
            .tallowStreet, "Tallow Street", provider: "Ashlar Homes", offers: ["safe-house"],
            to: ["men", "before-decision", "reasonable-grounds"], capacity: 6, contact: "House manager, 0121 496 0286",
            hours: "Staffed from eight to eight", note: "Six rooms. Four of the men were moved on before it was suspended.",
            since: "2019-01-14")
        script.address = "112 Tallow Street, Brindlegate"
        script.assessments = [
            Assessment(on: Day("2019-01-09"), nextDueOn: Day("2019-12-20"), answers: ["health": .partly]),
            Assessment(
                on: Day("2019-12-11"), nextDueOn: Day("2020-06-08"),
                answers: ["doors": .no, "staff-checks": .partly, "risk": .partly, "money": .partly],
                notes: [
                    "doors": "Rear door does not lock; nobody is in the house after eight",
                    "risk": "Two of five had no plan after three weeks",
                ]),
        ]
        script.decisions = [
            Decision(status: .approved, on: Day("2019-01-11")),
            Decision(
                status: .suspended, on: Day("2019-12-09"),
                reason: "Two who live there say that nobody answers at night. Nobody is sent until that and the doors are put right"),
        ]
        script.free = (0, Day("2019-12-12"))
        return script
    }

    private static var advice: ServiceScript {
        var script = ServiceScript(
            .advice, "Wages and papers", provider: "Canalside Law Centre",
            offers: ["legal-advice", "immigration-advice", "compensation", "benefits-advice"],
            contact: "Appointments, 0121 496 0294", hours: "Mondays and Thursdays, nine to four",
            note: "The first talk is free for everybody. Wages owed: bring whatever shows days and hours, also a note on a telephone.",
            since: "2018-06-11")
        script.decisions = [Decision(status: .approved, on: Day("2018-06-08"))]
        return script
    }

    private static var advisors: ServiceScript {
        var script = ServiceScript(
            .advisors, "Independent advisors", of: .hopeForJustice, offers: ["advocacy", "outreach", "long-term", "employment"],
            to: ["women", "men", "families", "declined-referral", "reasonable-grounds", "conclusive-grounds", "negative-decision"],
            capacity: 24, contact: "Referrals, 0121 496 0219", hours: "Weekdays, nine to five; a telephone for emergencies",
            note: "One worker for each person, for as long as they wish, whatever was decided. No waiting list since January 2020.",
            since: "2018-04-03")
        script.decisions = [Decision(status: .approved, on: Day("2018-04-05"))]
        script.free = (5, Day("2020-03-23"))
        return script
    }

    private static var english: ServiceScript {
        ServiceScript(
            .english, "English at the library", provider: "Friends of the Tipton libraries", offers: ["english"],
            in: ["Tipton", "Oldbury"],
            capacity: 12, contact: "The librarian, 0121 496 0263", hours: "Wednesday evenings in term",
            note: "Asked to be in the directory in March 2020. Women alone have asked whether a morning is possible.",
            since: "2020-03-16")
    }
}
