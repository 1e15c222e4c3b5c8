import Disclosure
import Kernel

/// Which quarters a page of published statistics counts: the newest year, and what can be compared with the year before.
struct PublishedPeriods: Hashable, Sendable {
    /// The newest quarters in a row, at most four.
    let latest: [CalendarQuarter]
    /// The newest quarters of which the same quarter a year before is there as well, at most four.
    let compared: [CalendarQuarter]

    init(_ quarters: some Collection<CalendarQuarter>) {
        let known = Set(quarters.map(\.position))
        var latest: [Int] = []
        if let newest = known.max() {
            for position in stride(from: newest, to: newest - 4, by: -1) where known.contains(position) && latest.count == newest - position
            {
                latest.append(position)
            }
        }
        let compared = latest.prefix { known.contains($0 - 4) }
        self.latest = latest.reversed().compactMap { CalendarQuarter(number: $0) }
        self.compared = compared.reversed().compactMap { CalendarQuarter(number: $0) }
    }

    /// The same quarters a year before.
    var before: [CalendarQuarter] { compared.compactMap { CalendarQuarter(number: $0.position - 4) } }

    /// Quarters in a row over a narrow column: "Oct 2022 to Sep 2023".
    static func short(_ quarters: [CalendarQuarter]) -> String {
        guard let first = quarters.first, let last = quarters.last else { return "No quarter" }
        let start = Day.monthNames[first.number * 3 - 3].prefix(3)
        let end = "\(Day.monthNames[last.number * 3 - 1].prefix(3)) \(last.year)"
        return first.year == last.year ? "\(start) to \(end)" : "\(start) \(first.year) to \(end)"
    }

    /// Quarters in a row, as they are said: "October 2022 to September 2023".
    static func words(_ quarters: [CalendarQuarter]) -> String {
        guard let first = quarters.first, let last = quarters.last else { return "no quarter" }
        if quarters.count == 1 { return ReportingPeriod(.calendarQuarter(first.number), beginning: first.year)?.label ?? first.text }
        if quarters.count == 4 {
            let kind: ReportingPeriod.Kind = first.number == 1 ? .calendarYear : .twelveMonths(fromMonth: first.number * 3 - 2)
            return ReportingPeriod(kind, beginning: first.year)?.label ?? first.text
        }
        let start = Day.monthNames[first.number * 3 - 3]
        let end = "\(Day.monthNames[last.number * 3 - 1]) \(last.year)"
        return first.year == last.year ? "\(start) to \(end)" : "\(start) \(first.year) to \(end)"
    }
}

/// How many people live in each area, out of estimates of areas as they were in the year of the estimate.
struct AreaPopulations: Sendable {
    private let estimates: [Int: [String: Int]]
    private let years: [Int]
    private let predecessors: [String: [String]]
    private let authorities: [String: [String]]

    /// - Parameters:
    ///   - estimates: the people of each area by year.
    ///   - successors: of areas that ended, what took their place.
    ///   - authorities: as they are now, with their forces.
    init(_ estimates: [Int: [String: Int]], successors: [String: String], authorities: [AuthorityLine]) {
        self.estimates = estimates
        years = estimates.keys.sorted(by: >)
        predecessors = Dictionary(grouping: successors.keys.sorted()) { successors[$0] ?? "" }
        self.authorities = Dictionary(grouping: authorities.filter { !$0.force.isEmpty }, by: \.force).mapValues { $0.map(\.code) }
    }

    /// The newest estimate for a code; of an authority made of others the sum of those, of a force the sum of its authorities
    /// where it has no estimate of its own. Nil where a part is missing.
    func population(of code: String) -> AreaPopulation? {
        for year in years {
            if let people = people(code, year, depth: 0) { return AreaPopulation(people: people, year: year) }
        }
        return nil
    }

    private func people(_ code: String, _ year: Int, depth: Int) -> Int? {
        if let own = estimates[year]?[code] { return own }
        // No area has more ancestors in a row than this.
        guard depth < 8 else { return nil }
        let parts = authorities[code] ?? predecessors[code] ?? []
        guard !parts.isEmpty else { return nil }
        var sum = 0
        for part in parts {
            guard let people = people(part, year, depth: depth + 1) else { return nil }
            sum += people
        }
        return sum
    }

    /// The newest year of which every one of these has an estimate, with their sum.
    func population(ofAll codes: [String]) -> AreaPopulation? {
        for year in years where !codes.isEmpty {
            let found = codes.compactMap { people($0, year, depth: 0) }
            if found.count == codes.count { return AreaPopulation(people: found.reduce(0, +), year: year) }
        }
        return nil
    }
}

/// One area beside the others: this year against last, its rate with an interval, and its rank.
struct AreaStanding: Sendable {
    let area: PublishedArea
    let latest: Int
    /// The quarters that can be compared with the year before.
    let compared: Int
    let before: Int
    let population: AreaPopulation?
    let rate: CrudeRate?
    var rank: Int?

    init(_ area: PublishedArea, counts: [CalendarQuarter: Int], periods: PublishedPeriods, population: AreaPopulation?) {
        self.area = area
        let latest = periods.latest.reduce(0) { $0 + (counts[$1] ?? 0) }
        self.latest = latest
        compared = periods.compared.reduce(0) { $0 + (counts[$1] ?? 0) }
        before = periods.before.reduce(0) { $0 + (counts[$1] ?? 0) }
        self.population = population
        // A rate is of a whole year: less would look like fewer.
        rate = periods.latest.count == 4 ? population.flatMap { AreaStanding.rate(latest, $0) } : nil
    }

    private static func rate(_ count: Int, _ population: AreaPopulation) -> CrudeRate? {
        guard let people = try? Count<People>(count) else { return nil }
        return CrudeRate(people, population: population.people)
    }

    /// The same areas with their ranks: 1 has the highest rate, equal rates share a rank.
    static func ranked(_ standings: [AreaStanding]) -> [AreaStanding] {
        let rates = standings.compactMap { $0.rate?.perHundredThousand }
        return standings.map { standing in
            var standing = standing
            standing.rank = standing.rate.map { rate in 1 + rates.count { $0 > rate.perHundredThousand } }
            return standing
        }
    }

    /// How many of all have a rank.
    static func rankedCount(_ standings: [AreaStanding]) -> Int { standings.count { $0.rank != nil } }
}
