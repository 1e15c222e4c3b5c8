import Kernel

@testable import Reviews

/// An invented year of an invented partnership.
enum InventedYear {
    static let period = Period(from: Day("2030-04-01"), to: Day("2031-03-31"))

    /// - Parameters:
    ///   - months: concerns of the twelve months from April.
    ///   - towns: concerns by town; they add up to the months.
    static func figures(
        months: [Int] = [8, 9, 10, 12, 11, 13, 15, 16, 14, 19, 21, 23], towns: [(String, Int)] = [("Ferrowick", 150), ("Quillmoor", 21)],
        countedOn: String = "2031-05-01", before: [Counted: Int]? = [.concerns: 47]
    ) -> RecordedFigures {
        let names = [
            "April", "May", "June", "July", "August", "September", "October", "November", "December", "January", "February", "March",
        ]
        let quarters = ["April to June 2030", "July to September 2030", "October to December 2030", "January to March 2031"]
        let total = months.reduce(0, +)
        return RecordedFigures(
            partnership: "Northmoor partnership", period: period, countedOn: Day(countedOn) ?? Day(number: 0),
            totals: [.concerns: total, .visits: 98, .interventions: 468, .screened: 406, .referrals: 3, .reports: 6, .referred: 8],
            before: before,
            tables: [
                .init(
                    id: "concerns-by-month", heading: "Concerns by month", dimension: "Month", unit: .concerns,
                    unitText: "Concerns, by month",
                    rows: months.enumerated().map { place, count in
                        .init("\(names[place]) \(place < 9 ? 2030 : 2031)", count, quarter: quarters[place / 3])
                    }),
                .init(
                    id: "concerns-by-town", heading: "Concerns by town", dimension: "Town", unit: .concerns, unitText: "Concerns, by town",
                    rows: towns.map { .init($0.0, $0.1) }),
                .init(
                    id: "concerns-by-exploitation-type", heading: "Concerns by type of exploitation", dimension: "Type of exploitation",
                    unit: .concerns, unitText: "Concerns; one can have several types",
                    rows: [.init("Labour", 129), .init("Sexual", 45), .init("Criminal", 2)],
                    addsUp: false),
                .init(
                    id: "screened-by-age-group", heading: "People screened by age group", dimension: "Age group", unit: .screened,
                    unitText: "People screened on visits", rows: [.init("Adult", 405), .init("Child", 1)]),
                .init(
                    id: "screened-by-gender", heading: "People screened by gender", dimension: "Gender", unit: .screened,
                    unitText: "People screened on visits", rows: [.init("Male", 261), .init("Female", 145)]),
            ],
            quarters: quarters.enumerated().map { place, label in
                .init(
                    label,
                    [
                        .concerns: months[(place * 3)..<(place * 3 + 3)].reduce(0, +), .visits: [20, 30, 30, 18][place],
                        .referrals: [3, 0, 0, 0][place],
                    ])
            },
            themes: [
                .init(
                    "Labour", [.concerns: 129, .visits: 70, .screened: 280, .interventions: 300],
                    towns: [.init("Ferrowick", 120), .init("Quillmoor", 9)]),
                .init(
                    "Sexual", [.concerns: 45, .visits: 3, .screened: 128, .interventions: 144],
                    towns: [.init("Ferrowick", 43), .init("Quillmoor", 2)]),
            ],
            referralTables: [
                .init(
                    id: "referrals-by-age-group", heading: "Referrals and reports by age",
                    columns: ["Age", "Referrals", "Duty to notify reports"],
                    unitText: "Referrals and reports", rows: [("Adult", [3, 6]), ("Child", [0, 0])], counts: 2,
                    totals: [.referrals, .reports])
            ], definitions: ["A concern counts on the day it was received."])
    }
}
