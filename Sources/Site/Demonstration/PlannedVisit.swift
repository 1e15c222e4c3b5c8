import Kernel

/// A visit of the year with what the figures count.
struct PlannedVisit: Sendable {
    /// 1 to 98, by the day on which it was made.
    var number = 0
    /// The number of its concern; nil for a preventive visit.
    var concern: Int?
    var tale: Tale?
    var visitedOn: Day
    /// A label of "visit_purpose".
    var purpose: String
    /// A code of "location_type".
    var locationType: String
    var town: String
    /// Who came; the first one led.
    var agencies: [Agency]
    var screened: [PlannedScreening] = []
}

/// Somebody met on a visit.
struct PlannedScreening: Sendable, Hashable {
    /// "male" or "female".
    var gender: String
    var isChild = false
    /// A code of "nationality".
    var nationality: String
    /// A code of "screening_outcome".
    var outcome: String

    /// The language that somebody of this nationality most likely speaks, as a code of "language".
    var language: String { PlannedScreening.languages[nationality] ?? "unknown" }

    private static let languages = [
        "romanian": "romanian", "indian": "punjabi", "polish": "polish", "albanian": "albanian", "british": "english",
        "chinese": "mandarin", "vietnamese": "vietnamese", "pakistani": "urdu", "irish": "english",
        "bulgarian": "bulgarian", "latvian": "latvian", "lithuanian": "lithuanian", "kurdish": "kurdish-sorani",
        "israeli": "hebrew", "thai": "thai", "brazilian": "portuguese",
    ]

    /// So many people alike, with the outcomes of the first of them given and nothing found with the others.
    static func people(
        _ count: Int, _ gender: String, _ nationality: String, outcomes: [String] = []
    ) -> [PlannedScreening] {
        (0..<count).map { index in
            PlannedScreening(
                gender: gender, nationality: nationality,
                outcome: index < outcomes.count ? outcomes[index] : "no-indicators")
        }
    }
}

extension PlannedVisit {
    // MARK: The visits of the full cases

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { PlannedConcern.day(year, month, day) }

    private static var tales: [PlannedVisit] {
        [
            PlannedVisit(
                tale: .landlord, visitedOn: day(2019, 5, 22), purpose: "Warrant", locationType: "private-dwelling",
                town: "Smethwick", agencies: [.police, .housingQuality, .immigration, .hopeForJustice, .modernSlaveryLead],
                screened: PlannedScreening.people(
                    6, "male", "romanian",
                    outcomes: ["strong-indicators", "strong-indicators", "some-indicators", "some-indicators"])),
            PlannedVisit(
                tale: .landlord, visitedOn: day(2019, 12, 4), purpose: "Follow-up", locationType: "private-dwelling",
                town: "Smethwick", agencies: [.police, .housingQuality, .fire, .hopeForJustice],
                screened: PlannedScreening.people(3, "male", "romanian", outcomes: ["some-indicators"])),
            PlannedVisit(
                tale: .fourWomen, visitedOn: day(2019, 5, 17), purpose: "Safeguarding", locationType: "private-dwelling",
                town: "Smethwick",
                agencies: [.police, .womensAid, .hopeForJustice, .adultSocialCare, .modernSlaveryLead, .immigration],
                screened: PlannedScreening.people(
                    4, "female", "romanian",
                    outcomes: ["disclosure", "strong-indicators", "some-indicators", "some-indicators"])),
            PlannedVisit(
                tale: .wasteYard, visitedOn: day(2019, 7, 3), purpose: "Disruption", locationType: "waste-recycling",
                town: "Tipton",
                agencies: [.glaa, .police, .environmentAgency, .fire, .hopeForJustice, .housing],
                screened: PlannedScreening.people(
                    3, "male", "latvian", outcomes: ["strong-indicators", "strong-indicators", "some-indicators"])),
            PlannedVisit(
                tale: .nailBar, visitedOn: day(2019, 8, 7), purpose: "Disruption", locationType: "shop",
                town: "West Bromwich",
                agencies: [.glaa, .police, .immigration, .environmentalHealth, .hmrc, .hopeForJustice],
                screened: PlannedScreening.people(4, "female", "vietnamese", outcomes: ["some-indicators", "disclosure"])
                    + PlannedScreening.people(1, "male", "vietnamese")),
            PlannedVisit(
                tale: .nailBar, visitedOn: day(2019, 8, 7), purpose: "Warrant", locationType: "private-dwelling",
                town: "West Bromwich",
                agencies: [.police, .adultSocialCare, .womensAid, .hopeForJustice, .modernSlaveryLead],
                screened: PlannedScreening.people(1, "female", "vietnamese", outcomes: ["disclosure"])),
            PlannedVisit(
                tale: .factory, visitedOn: day(2019, 10, 8), purpose: "Disruption", locationType: "factory",
                town: "Oldbury", agencies: [.fire] + Agency.allCases.filter { $0 != .fire },
                screened: factoryWorkers),
            PlannedVisit(
                tale: .factory, visitedOn: day(2019, 10, 15), purpose: "Follow-up", locationType: "private-dwelling",
                town: "Oldbury", agencies: [.police, .immigration, .housingQuality, .hmrc, .modernSlaveryLead],
                screened: PlannedScreening.people(1, "male", "indian")
                    + PlannedScreening.people(1, "female", "indian", outcomes: ["some-indicators"])),
            PlannedVisit(
                tale: .bakery, visitedOn: day(2019, 12, 3), purpose: "Disruption", locationType: "business",
                town: "Smethwick",
                agencies: [
                    .glaa, .police, .environmentalHealth, .fire, .hmrc, .hopeForJustice, .modernSlaveryLead,
                ],
                screened: PlannedScreening.people(3, "female", "bulgarian", outcomes: ["disclosure"])
                    + PlannedScreening.people(9, "male", "bulgarian", outcomes: ["some-indicators"])),
            PlannedVisit(
                tale: .takeaway, visitedOn: day(2020, 1, 23), purpose: "Licensing", locationType: "takeaway",
                town: "Wednesbury",
                agencies: [
                    .police, .tradingStandards, .environmentalHealth, .fire, .immigration, .hmrc, .dwp,
                    .modernSlaveryLead,
                ],
                screened: PlannedScreening.people(5, "male", "indian", outcomes: ["some-indicators"])
                    + PlannedScreening.people(1, "female", "indian")),
        ]
    }

    /// Sixty people on one site, one of them a minor.
    private static var factoryWorkers: [PlannedScreening] {
        var workers =
            PlannedScreening.people(
                43, "male", "indian",
                outcomes: [
                    "disclosure", "strong-indicators", "strong-indicators", "strong-indicators", "some-indicators",
                    "some-indicators", "some-indicators", "some-indicators", "some-indicators", "some-indicators",
                ]) + PlannedScreening.people(16, "female", "indian", outcomes: ["strong-indicators", "some-indicators"])
        workers.append(
            PlannedScreening(gender: "male", isChild: true, nationality: "indian", outcome: "strong-indicators"))
        return workers
    }

    // MARK: The other visits

    /// How many agencies came to the visits of the theme that are no tales: 23 visits, 138 interventions.
    private static let sexualSizes = sizes([(4, 2), (5, 6), (6, 7), (7, 6), (8, 2)])
    /// How many people were met there: 124 adults.
    private static let sexualMet = sizes([(3, 3), (4, 4), (5, 5), (6, 5), (7, 4), (8, 2)])
    /// The same for all other visits: 65 visits, 258 interventions, 180 people.
    private static let otherSizes = sizes([(2, 9), (3, 17), (4, 17), (5, 13), (6, 7), (7, 2)])
    private static let otherMet = sizes([
        (0, 16), (1, 9), (2, 12), (3, 10), (4, 7), (5, 4), (6, 3), (8, 2), (16, 1), (19, 1),
    ])
    /// Visits to somewhere that nobody had raised a concern about.
    private static let preventive = [
        ("car-wash", "West Bromwich"), ("car-wash", "Oldbury"), ("takeaway", "Smethwick"), ("hotel", "West Bromwich"),
        ("shop", "Rowley Regis"),
    ]

    private static func sizes(_ counts: [(Int, Int)]) -> [Int] { counts.flatMap { Array(repeating: $0.0, count: $0.1) } }

    /// The 98 visits, by day.
    static func year(of concerns: [PlannedConcern], _ chance: inout DemonstrationChance) -> [PlannedVisit] {
        var visits = tales
        for index in visits.indices {
            visits[index].concern = concerns.first { $0.tale == visits[index].tale }?.number
        }
        // The newest concerns are still being looked into: nobody has been there.
        let ready = concerns.filter { $0.tale == nil }.dropLast(14)
        visits += sexual(chance.shuffled(ready.filter(\.isSexual)), &chance)
        visits += other(chance.shuffled(ready.filter { !$0.isSexual }), &chance)
        visits = visits.enumerated().sorted { ($0.element.visitedOn, $0.offset) < ($1.element.visitedOn, $1.offset) }
            .map(\.element)
        for index in visits.indices { visits[index].number = index + 1 }
        return visits
    }

    private static func sexual(_ concerns: [PlannedConcern], _ chance: inout DemonstrationChance) -> [PlannedVisit] {
        // Nineteen concerns are visited, four of them twice. Places with people of one nationality are kept together.
        let order = ["chinese", "unknown", "romanian"]
        let chosen = concerns.prefix(19).sorted { one, other in
            let ranks = [one, other].map { order.firstIndex(of: $0.nationality) ?? order.count }
            return ranks[0] == ranks[1] ? one.number < other.number : ranks[0] < ranks[1]
        }
        var visits: [PlannedVisit] = []
        for (index, concern) in chosen.enumerated() {
            visits += plan(for: concern, twice: index % 5 == 3, &chance)
        }
        let sizes = chance.shuffled(sexualSizes)
        let met = chance.shuffled(sexualMet)
        var genders = chance.shuffled(
            Array(repeating: "female", count: 100) + Array(repeating: "male", count: 24))
        var nationalities = Array(
            [
                ("chinese", 46), ("romanian", 24), ("unknown", 12), ("albanian", 10), ("vietnamese", 8), ("british", 8),
                ("bulgarian", 6), ("polish", 5), ("thai", 3), ("brazilian", 2),
            ].flatMap { Array(repeating: $0.0, count: $0.1) }.reversed())
        for index in visits.indices {
            visits[index].agencies = agencies(sizes[index], for: visits[index], sexual: true, &chance)
            visits[index].screened = (0..<met[index]).map { _ in
                PlannedScreening(
                    gender: genders.popLast() ?? "female", nationality: nationalities.popLast() ?? "unknown",
                    outcome: outcome(&chance))
            }
        }
        return visits
    }

    private static func other(_ concerns: [PlannedConcern], _ chance: inout DemonstrationChance) -> [PlannedVisit] {
        // Fifty-two concerns are visited, eight of them twice, workplaces before homes.
        let workplaces = concerns.filter { $0.locationType != "private-dwelling" }.prefix(34)
        let homes = concerns.filter { $0.locationType == "private-dwelling" }.prefix(52 - workplaces.count)
        var visits: [PlannedVisit] = []
        for (index, concern) in (workplaces + homes).enumerated() {
            visits += plan(for: concern, twice: index % 6 == 5, &chance)
        }
        for (place, town) in preventive {
            visits.append(
                PlannedVisit(
                    visitedOn: day(2019, 6, 1).adding(days: chance.number(0...280)), purpose: "Inspection",
                    locationType: place, town: town, agencies: []))
        }
        let sizes = chance.shuffled(otherSizes)
        // The two large groups were met in factories.
        var met = otherMet.sorted(by: >)
        let large = visits.indices.filter { visits[$0].locationType == "factory" }.prefix(2)
        let groups = Array(met.prefix(large.count))
        met.removeFirst(large.count)
        var rest = chance.shuffled(met)
        var genders = chance.shuffled(Array(repeating: "male", count: 165) + Array(repeating: "female", count: 15))
        for index in visits.indices {
            visits[index].agencies = agencies(sizes[index], for: visits[index], sexual: false, &chance)
            let count = large.firstIndex(of: index).map { groups[$0] } ?? rest.popLast() ?? 0
            let usual = concerns.first { $0.number == visits[index].concern }?.nationality ?? "unknown"
            visits[index].screened = (0..<count).map { _ in
                PlannedScreening(
                    gender: genders.popLast() ?? "male", nationality: nationality(usually: usual, &chance),
                    outcome: outcome(&chance))
            }
        }
        return visits
    }

    private static func plan(
        for concern: PlannedConcern, twice: Bool, _ chance: inout DemonstrationChance
    ) -> [PlannedVisit] {
        let last = DemonstrationYear.end.number
        let first = min(concern.receivedOn.number + chance.number(8...30), last)
        var days = [first]
        if twice { days.append(min(first + chance.number(14...60), last)) }
        return days.enumerated().map { index, day in
            let purposes = [("Disruption", 5), ("Safeguarding", concern.isSexual ? 6 : 2), ("Warrant", 1), ("Inspection", 2)]
            return PlannedVisit(
                concern: concern.number, visitedOn: Day(number: day),
                purpose: index > 0 ? "Follow-up" : chance.drawn(purposes) ?? "Disruption",
                locationType: concern.locationType, town: concern.town, agencies: [])
        }
    }

    /// So many different agencies, drawn by how readily each comes; the first drawn leads.
    private static func agencies(
        _ count: Int, for visit: PlannedVisit, sexual: Bool, _ chance: inout DemonstrationChance
    ) -> [Agency] {
        var weighted = Agency.allCases.map { ($0, $0.weight(sexual: sexual, place: visit.locationType)) }
        var drawn: [Agency] = []
        while drawn.count < count, let agency = chance.drawn(weighted) {
            drawn.append(agency)
            weighted.removeAll { $0.0 == agency }
        }
        return drawn
    }

    private static func nationality(usually usual: String, _ chance: inout DemonstrationChance) -> String {
        if usual != "unknown", chance.happens(80) { return usual }
        let mix = [
            ("romanian", 22), ("indian", 20), ("polish", 12), ("albanian", 10), ("british", 12), ("bulgarian", 6),
            ("pakistani", 6), ("kurdish", 4), ("vietnamese", 4), ("unknown", 8),
        ]
        return chance.drawn(mix) ?? "unknown"
    }

    private static func outcome(_ chance: inout DemonstrationChance) -> String {
        let bands = [("no-indicators", 58), ("some-indicators", 27), ("strong-indicators", 10), ("disclosure", 5)]
        return chance.drawn(bands) ?? "no-indicators"
    }
}
