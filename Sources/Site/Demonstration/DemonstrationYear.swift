import Kernel

/// The year from 1 April 2019 to 31 March 2020 as the demonstration tells it, before anything is written.
///
/// Its totals are those that the Sandwell partnership published for that year; who, where exactly and when is invented.
/// The same every time.
struct DemonstrationYear: Sendable {
    /// In the order in which they came; the first is number 1.
    let concerns: [PlannedConcern]
    /// In the order in which they were made; the first is number 1.
    let visits: [PlannedVisit]

    /// The last day of the year.
    static let end = Day(number: 18_352)

    init() {
        var chance = DemonstrationChance(seed: 20_190_401)
        concerns = PlannedConcern.year(&chance)
        visits = PlannedVisit.year(of: concerns, &chance)
    }

    func visits(of concern: PlannedConcern) -> [PlannedVisit] { visits.filter { $0.concern == concern.number } }
}

/// The patterns that the demonstration tells as full cases.
enum Tale: String, Sendable, CaseIterable {
    case factory, wasteYard, nailBar, bakery, fourWomen, landlord
    /// A preventive visit, without a concern.
    case takeaway
}

/// A concern of the year with what the figures count.
struct PlannedConcern: Sendable, Hashable {
    /// 1 to 171, by the day on which it came.
    var number = 0
    var receivedOn: Day
    /// A code of "concern_source".
    var source: String
    var town: String
    var ward: String
    /// A code of "location_type".
    var locationType: String
    /// Codes of "exploitation_type".
    var exploitation: [String]
    /// A code of "nationality".
    var nationality: String
    var tale: Tale?

    var isSexual: Bool { exploitation.contains("sexual") }
}

/// Values with how often each is still to be given out.
private struct Pool {
    private var counts: [(value: String, count: Int)]

    init(_ counts: [(String, Int)]) {
        self.counts = counts.map { (value: $0.0, count: $0.1) }
    }

    mutating func take(_ value: String) {
        for index in counts.indices where counts[index].value == value { counts[index].count -= 1 }
    }

    /// All that are left, each as often as it is left.
    var values: [String] { counts.flatMap { Array(repeating: $0.value, count: max(0, $0.count)) } }
}

extension PlannedConcern {
    /// The concerns that are told as full cases.
    private static let tales: [PlannedConcern] = [
        tale(.landlord, day(2019, 4, 9), "agency", "Smethwick", "St Pauls", "private-dwelling", ["labour", "criminal"], "romanian"),
        tale(.fourWomen, day(2019, 5, 16), "police", "Smethwick", "Soho and Victoria", "private-dwelling", ["sexual"], "romanian"),
        tale(.wasteYard, day(2019, 6, 18), "charity", "Tipton", "Princes End", "waste-recycling", ["labour"], "latvian"),
        tale(
            .nailBar, day(2019, 7, 23), "agency", "West Bromwich", "West Bromwich Central", "shop",
            ["labour", "domestic-servitude"], "vietnamese"),
        tale(.factory, day(2019, 9, 10), "agency", "Oldbury", "Oldbury", "factory", ["labour"], "indian"),
        tale(.bakery, day(2019, 11, 12), "anonymous", "Smethwick", "Smethwick", "business", ["labour"], "bulgarian"),
    ]

    private static func tale(
        _ tale: Tale, _ receivedOn: Day, _ source: String, _ town: String, _ ward: String, _ locationType: String,
        _ exploitation: [String], _ nationality: String
    ) -> PlannedConcern {
        PlannedConcern(
            receivedOn: receivedOn, source: source, town: town, ward: ward, locationType: locationType,
            exploitation: exploitation, nationality: nationality, tale: tale)
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year: year, month: month, day: day) ?? DemonstrationYear.end
    }

    /// How many concerns came in each month, April first; chosen so that they rise to the year's total.
    private static let months = [8, 9, 10, 12, 11, 13, 15, 16, 14, 19, 21, 23]

    /// Who told of them; chosen.
    private static let sources = [
        ("agency", 62), ("police", 38), ("public", 21), ("helpline", 19), ("charity", 12), ("anonymous", 9),
        ("business", 6), ("other", 4),
    ]

    /// Published for West Bromwich and Smethwick; the other four towns share what is left. Wards are chosen.
    private static let wards: [String: [(String, Int)]] = [
        "West Bromwich": [
            ("West Bromwich Central", 22), ("Greets Green and Lyng", 15), ("Hateley Heath", 10),
            ("Great Barr with Yew Tree", 7), ("Charlemont with Grove Vale", 6), ("Newton", 5),
        ],
        "Smethwick": [("Soho and Victoria", 24), ("Smethwick", 17), ("St Pauls", 13), ("Abbey", 6)],
        "Oldbury": [("Oldbury", 6), ("Langley", 4), ("Bristnall", 3), ("Old Warley", 2)],
        "Tipton": [("Tipton Green", 5), ("Princes End", 5), ("Great Bridge", 3)],
        "Wednesbury": [("Wednesbury North", 4), ("Wednesbury South", 4), ("Friar Park", 2)],
        "Rowley Regis": [("Blackheath", 3), ("Cradley Heath and Old Hill", 2), ("Rowley", 2), ("Tividale", 1)],
    ]

    /// The concerns about sexual exploitation: 45, of which 56 % in Smethwick and 33 % in West Bromwich.
    private struct Theme {
        var kinds: [([String], Int)]
        var places: [(String, Int)]
        var towns: [(String, Int)]
        var nationalities: [(String, Int)]

        static let sexual = Theme(
            kinds: [
                (["sexual"], 33), (["labour", "sexual"], 9), (["sexual", "criminal"], 2),
                (["sexual", "domestic-servitude"], 1),
            ],
            places: [("private-dwelling", 41), ("hotel", 1), ("night-club", 1), ("public-place", 1), ("other", 1)],
            towns: [
                ("Smethwick", 25), ("West Bromwich", 15), ("Oldbury", 2), ("Tipton", 1), ("Wednesbury", 1),
                ("Rowley Regis", 1),
            ],
            nationalities: [
                ("unknown", 16), ("romanian", 10), ("chinese", 6), ("british", 4), ("albanian", 4), ("vietnamese", 2),
                ("polish", 2), ("bulgarian", 1),
            ])

        static let other = Theme(
            kinds: [
                (["criminal"], 5), (["domestic-servitude"], 1), (["labour", "criminal"], 7),
                (["labour", "domestic-servitude"], 5), (["labour"], 108),
            ],
            places: [
                ("private-dwelling", 60), ("car-wash", 21), ("factory", 13), ("takeaway", 8), ("shop", 6),
                ("public-place", 3), ("restaurant", 3), ("other", 2), ("waste-recycling", 2), ("hospital", 2),
                ("business", 1), ("letting-agent", 1), ("supported-housing", 1), ("gp-surgery", 1),
                ("social-club", 1), ("church", 1),
            ],
            towns: [
                ("West Bromwich", 50), ("Smethwick", 35), ("Oldbury", 13), ("Tipton", 12), ("Wednesbury", 9),
                ("Rowley Regis", 7),
            ],
            nationalities: [
                ("unknown", 36), ("indian", 28), ("romanian", 21), ("polish", 13), ("albanian", 8), ("british", 5),
                ("pakistani", 4), ("vietnamese", 3), ("irish", 2), ("latvian", 2), ("bulgarian", 1),
                ("lithuanian", 1), ("kurdish", 1), ("israeli", 1),
            ])

        /// Everything but the tales, without a day, a source and a ward.
        func concerns(without tales: [PlannedConcern], _ chance: inout DemonstrationChance) -> [PlannedConcern] {
            var places = Pool(places)
            var towns = Pool(towns)
            var nationalities = Pool(nationalities)
            var kinds = kinds
            for tale in tales {
                places.take(tale.locationType)
                towns.take(tale.town)
                nationalities.take(tale.nationality)
                for index in kinds.indices where kinds[index].0 == tale.exploitation { kinds[index].1 -= 1 }
            }
            // Homes stand first in the pool: crime and servitude, which stand first among the kinds, happen there.
            let kindsInOrder = kinds.flatMap { Array(repeating: $0.0, count: $0.1) }
            let matched = chance.shuffled(Array(zip(places.values, kindsInOrder)))
            let townsInOrder = chance.shuffled(towns.values)
            let nationalitiesInOrder = chance.shuffled(nationalities.values)
            return matched.enumerated().map { index, pair in
                PlannedConcern(
                    receivedOn: DemonstrationYear.end, source: "", town: townsInOrder[index], ward: "",
                    locationType: pair.0, exploitation: pair.1, nationality: nationalitiesInOrder[index])
            }
        }
    }

    /// The 171 concerns, by day.
    static func year(_ chance: inout DemonstrationChance) -> [PlannedConcern] {
        var rest =
            Theme.sexual.concerns(without: tales.filter(\.isSexual), &chance)
            + Theme.other.concerns(without: tales.filter { !$0.isSexual }, &chance)
        var sourcePool = Pool(sources)
        for tale in tales { sourcePool.take(tale.source) }
        let sourcesInOrder = chance.shuffled(sourcePool.values)
        let days = chance.shuffled(daysOfTheYear(&chance))
        var wardsInOrder: [String: [String]] = [:]
        for (town, counts) in wards.sorted(by: { $0.key < $1.key }) {
            var pool = Pool(counts)
            for tale in tales where tale.town == town { pool.take(tale.ward) }
            wardsInOrder[town] = chance.shuffled(pool.values)
        }
        for index in rest.indices {
            rest[index].receivedOn = days[index]
            rest[index].source = sourcesInOrder[index]
            rest[index].ward = wardsInOrder[rest[index].town]?.popLast() ?? ""
        }
        var all = rest + tales
        all = all.enumerated().sorted { ($0.element.receivedOn, $0.offset) < ($1.element.receivedOn, $1.offset) }
            .map(\.element)
        for index in all.indices { all[index].number = index + 1 }
        return all
    }

    /// A day for each concern that is no tale: working days more often than others.
    private static func daysOfTheYear(_ chance: inout DemonstrationChance) -> [Day] {
        var days: [Day] = []
        for (index, count) in months.enumerated() {
            let month = (index + 3) % 12 + 1
            let year = month >= 4 ? 2019 : 2020
            let told = tales.filter { $0.receivedOn.parts.month == month }.count
            for _ in 0..<count - told {
                var found = day(year, month, chance.number(1...Day.length(ofMonth: month, year: year)))
                if found.weekday > 5, chance.happens(75) {
                    found = day(year, month, chance.number(1...Day.length(ofMonth: month, year: year)))
                }
                days.append(found)
            }
        }
        return days
    }
}
