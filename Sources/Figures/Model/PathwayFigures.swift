import Kernel

/// The figures of referrals and duty-to-notify reports, counted from rows that name nobody. Pure.
package struct PathwayFigures: Hashable, Sendable {
    /// One line of a table: what it is of, and its numbers; nil where there is none to give.
    package struct Row: Hashable, Sendable {
        package let label: String
        package let numbers: [Int?]
    }

    /// One referral or report that was sent.
    struct Referral: Sendable {
        let id: String
        let victim: String
        let isNotification: Bool
        let status: String
        let submittedOn: Day
        let quality: Int?
        /// Labels, empty where the record does not say.
        let town: String
        let localAuthority: String
        let firstResponder: String
        let firstResponderType: String
        let gender: String
        let nationality: String
        /// "yes", "no", "not-sure" or empty.
        let childAtExploitation: String
        /// Labels in the order of their list.
        let exploitation: [String]
    }

    struct Decision: Sendable {
        let stage: String
        let outcome: String
        /// "Reasonable grounds decision: positive".
        let label: String
        let decidedOn: Day
        let submittedOn: Day
    }

    struct Declined: Sendable {
        let victim: String
        let reason: String
    }

    /// An approved service of the directory, for one thing that it offers.
    struct Service: Sendable {
        let offers: String
        /// Nil where the service did not tell them.
        let places: Int?
        let free: Int?
    }

    package static let unknown = "Not specified or unknown"

    private(set) var tables: [PathwayTable: [Row]] = [:]
    package let referrals: Int
    package let reports: Int
    /// People with a referral or a report.
    package let people: Int
    package let declined: Int

    package subscript(_ table: PathwayTable) -> [Row] { tables[table] ?? [] }

    /// - Parameters:
    ///   - sent: referrals and reports of the period.
    ///   - waiting: referrals that wait today, of whatever period.
    ///   - services: as they stand today.
    init(
        sent: [Referral], waiting: [Referral], decisions: [Decision], declined: [Declined], services: [Service] = [], today: Day
    ) {
        referrals = sent.count { !$0.isNotification }
        reports = sent.count { $0.isNotification }
        people = Set(sent.map(\.victim)).count
        self.declined = declined.count
        func named(_ text: String) -> String { text.isEmpty ? PathwayFigures.unknown : text }
        let dimensions: [(PathwayTable, (Referral) -> [String])] = [
            (.byMonth, { [CalendarMonth($0.submittedOn).key] }), (.byQuarter, { [CalendarMonth($0.submittedOn).quarterKey] }),
            (.byTown, { [named($0.town)] }), (.byLocalAuthority, { [named($0.localAuthority)] }),
            (.byFirstResponder, { [named($0.firstResponder)] }), (.byFirstResponderType, { [named($0.firstResponderType)] }),
            (.byExploitation, { $0.exploitation.isEmpty ? [PathwayFigures.unknown] : $0.exploitation }),
            (.byCombination, { [named($0.exploitation.joined(separator: " & "))] }),
            (.byAgeGroup, { [PathwayFigures.ageGroup($0.childAtExploitation)] }), (.byGender, { [named($0.gender)] }),
            (.byNationality, { [named($0.nationality)] }),
        ]
        for (table, keys) in dimensions { tables[table] = PathwayFigures.counts(sent, ordered: table.isOrdered, keys) }
        tables[.byMonth] = PathwayFigures.withoutGaps(tables[.byMonth] ?? [])
        tables[.outcomes] = Dictionary(grouping: decisions, by: \.label).map { Row(label: $0, numbers: [$1.count]) }
            .sorted { $0.label < $1.label }
        tables[.daysToReasonableGrounds] = PathwayFigures.days(decisions, "reasonable-grounds")
        tables[.daysToConclusiveGrounds] = PathwayFigures.days(decisions, "conclusive-grounds")
        tables[.waiting] = PathwayFigures.waiting(waiting, today: today)
        tables[.declined] = Dictionary(grouping: declined) { named($0.reason) }
            .map { Row(label: $0, numbers: [$1.count, Set($1.map(\.victim)).count]) }.sorted(by: PathwayFigures.isBefore)
        tables[.places] = Dictionary(grouping: services, by: \.offers).map { offers, found in
            func sum(_ numbers: [Int?]) -> Int? {
                let told = numbers.compactMap { $0 }
                return told.isEmpty ? nil : told.reduce(0, +)
            }
            return Row(label: offers, numbers: [found.count, sum(found.map(\.places)), sum(found.map(\.free))])
        }.sorted { $0.label < $1.label }
        tables[.quality] = Dictionary(grouping: sent.filter { !$0.isNotification && $0.quality != nil }) {
            CalendarMonth($0.submittedOn).key
        }.map { month, scored in
            let scores = scored.compactMap(\.quality)
            return Row(label: month, numbers: [scores.count, PathwayFigures.mean(scores), PathwayFigures.median(scores)])
        }.sorted { $0.label < $1.label }
    }

    private static func counts(_ sent: [Referral], ordered: Bool, _ keys: (Referral) -> [String]) -> [Row] {
        var counts: [String: (referrals: Int, reports: Int)] = [:]
        for one in sent {
            for key in keys(one) {
                counts[key, default: (0, 0)].referrals += one.isNotification ? 0 : 1
                counts[key, default: (0, 0)].reports += one.isNotification ? 1 : 0
            }
        }
        let rows = counts.map { Row(label: $0, numbers: [$1.referrals, $1.reports]) }
        return ordered ? rows.sorted { $0.label < $1.label } : rows.sorted(by: isBefore)
    }

    /// Every month from the first to the last, so that one in which nothing was sent is seen as such; the rows as they are
    /// where they span more years than the figures can be asked for.
    private static func withoutGaps(_ rows: [Row]) -> [Row] {
        let days = rows.compactMap { Day("\($0.label)-01") }
        guard let first = days.first, let last = days.last else { return rows }
        let months = CalendarMonth.all(from: first, to: last, most: FigureFilter.mostYears * 12 + 1)
        guard !months.isEmpty else { return rows }
        let known = Dictionary(rows.map { ($0.label, $0) }) { first, _ in first }
        return months.map { known[$0.key] ?? Row(label: $0.key, numbers: [0, 0]) }
    }

    /// The greatest first, then by name; what is not known comes last.
    private static func isBefore(_ one: Row, _ other: Row) -> Bool {
        func key(_ row: Row) -> (Int, Int, String) {
            (row.label == unknown ? 1 : 0, -(row.numbers.compactMap { $0 }.reduce(0, +)), row.label)
        }
        return key(one) < key(other)
    }

    private static func days(_ decisions: [Decision], _ stage: String) -> [Row] {
        Dictionary(grouping: decisions.filter { $0.stage == stage }) { CalendarMonth($0.decidedOn).quarterKey }
            .map { quarter, made in
                let days = made.map { max(0, $0.decidedOn.number - $0.submittedOn.number) }
                return Row(label: quarter, numbers: [days.count, mean(days), median(days)])
            }.sorted { $0.label < $1.label }
    }

    /// The bands of days since the referral.
    private static let bands: [(label: String, days: ClosedRange<Int>)] = [
        ("0 to 30", 0...30), ("31 to 90", 31...90), ("91 to 180", 91...180), ("181 to 365", 181...365),
        ("More than 365", 366...Int.max),
    ]

    private static func waiting(_ waiting: [Referral], today: Day) -> [Row] {
        func days(_ status: String) -> [Int] {
            waiting.filter { $0.status == status }.map { max(0, today.number - $0.submittedOn.number) }
        }
        let (reasonable, conclusive) = (days("awaiting-reasonable-grounds"), days("awaiting-conclusive-grounds"))
        guard !reasonable.isEmpty || !conclusive.isEmpty else { return [] }
        return bands.map { band in
            Row(label: band.label, numbers: [reasonable, conclusive].map { $0.count(where: band.days.contains) })
        } + [
            Row(label: "Mean days", numbers: [mean(reasonable), mean(conclusive)]),
            Row(label: "Median days", numbers: [median(reasonable), median(conclusive)]),
            Row(label: "Longest, days", numbers: [reasonable.max(), conclusive.max()]),
        ]
    }

    private static func ageGroup(_ answer: String) -> String {
        switch answer {
        case "yes": "Child (17 or under)"
        case "no": "Adult (18 or over)"
        default: unknown
        }
    }

    /// Rounded to whole numbers, halves up; nil of nothing. The numbers are not below zero.
    static func mean(_ values: [Int]) -> Int? {
        values.isEmpty ? nil : (2 * values.reduce(0, +) + values.count) / (2 * values.count)
    }

    /// The middle value, or the mean of the two in the middle, rounded as the mean is.
    static func median(_ values: [Int]) -> Int? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle] + 1) / 2
    }
}
