import Concerns
import Foundation
import HTML
import Kernel
import Partnerships
import TestSupport
import Testing

@testable import Figures

@Suite("A file of published statistics")
struct StatisticFileTests {
    private static let lists = try? CodeLists.shipped()

    static func categories() throws -> StatisticCategories {
        StatisticCategories(lists: try #require(lists), authorities: [("Inventham", "E07000999"), ("Kingston upon Made", "E06000998")])
    }

    private func read(_ text: String, mark: String = "") throws -> StatisticFile {
        StatisticFile.read(Array(text.utf8), categories: try StatisticFileTests.categories(), mark: mark)
    }

    private func problems(_ lines: [String]) throws -> [String] {
        try read(([InventedStatistics.header] + lines).joined(separator: "\n")).problems.map(\.text)
    }

    @Test("is known by its columns, in every shape")
    func shapes() throws {
        let files: [(String, StatisticDataset, rows: Int, leaves: Int, totals: Int)] = [
            (InventedStatistics.police(["2023 Q1"]), .referrals, 11, 3, 8),
            (InventedStatistics.policeOutline(["2023 Q1"]), .referrals, 4, 3, 1),
            (InventedStatistics.decisions, .reasonableGrounds, 3, 12, 18),
            (InventedStatistics.decisions.replacing("reasonable", with: "conclusive"), .conclusiveGrounds, 3, 12, 18),
            (InventedStatistics.overTime, .referralsOverTime, 5, 3, 2), (InventedStatistics.dutyToNotify, .dutyToNotify, 4, 3, 1),
            (InventedStatistics.dutyToNotifyByNationality, .dutyToNotifyByNationality, 5, 2, 1),
            (InventedStatistics.smallBoats, .smallBoatReferrals, 3, 3, 0),
            (InventedStatistics.smallBoatOutcomes, .smallBoatOutcomes, 3, 3, 0),
            (InventedStatistics.helplineCases, .helplineCases, 7, 5, 2), (InventedStatistics.helplineVictims, .helplineVictims, 2, 2, 0),
        ]
        for (text, dataset, rows, leaves, totals) in files {
            let file = try read(text)
            #expect(file.problems == [])
            #expect(file.dataset == dataset)
            #expect(file.rows == rows)
            #expect(file.parts.reduce(0) { $0 + $1.cells.count } == leaves, "\(dataset)")
            #expect(file.totals == totals, "\(dataset)")
        }
    }

    @Test("may name its columns in any order and case, with a byte order mark and any line ends")
    func columnsInAnyOrder() throws {
        let plain = try read(InventedStatistics.dutyToNotify)
        let turned = try read("\u{FEFF}TOTAL,quarter,year\r\n9,Total,2022\r\n\"4\",Q3,2022\r\n5.0,Q4,2022\r\n6,Q1,2023")
        #expect(turned.problems == [])
        #expect(plain.parts.map(\.hash) == turned.parts.map(\.hash))
    }

    @Test("names every total that its parts do not add up to")
    func wrongTotals() throws {
        let wrong = InventedStatistics.police(["2023 Q1"]).replacing(
            "Police total,Total,Total,Total,Total,14", with: "Police total,Total,Total,Total,Total,15")
        #expect(
            try read(wrong).problems.map(\.text) == [
                "row 9, column People: The total of January to March 2023, police says 15, and its parts add up to 14. Correct one of them"
            ])
        #expect(
            try read(InventedStatistics.decisions.replacing("2022.0,Q4,2.0,4.0,6.0", with: "2022.0,Q4,2.0,4.0,7.0")).problems.map(\.text)
                == [
                    "row 4, column Adult (18 or over) - Total: The total of October to December 2022, adult says 7, and its parts add up to 6. Correct one of them"
                ])
        #expect(
            try read(InventedStatistics.dutyToNotify.replacing("Total,9.0", with: "Total,10.0")).problems.map(\.text) == [
                "row 2, column Total: The total of the year 2022 says 10, and its quarters add up to 9. Correct one of them"
            ])
        #expect(
            try read(InventedStatistics.dutyToNotify + "2024.0,Total,3.0\n").problems.map(\.text) == [
                "row 6, column Quarter: The year 2024 has a total and no quarter. Add its quarters"
            ])
    }

    @Test("names a category that is in no list, with its row and column")
    func unknownCategories() throws {
        let found = try problems([
            "2023 Q1,Fire brigade,Kent Police,Labour,Child (17 or under),Male,Albanian,1",
            "2023 Q1,Police,Atlantis Police,Labour,Child (17 or under),Male,Albanian,1",
            "2023 Q1,Police,Kent Police,Piracy,Child (17 or under),Male,Albanian,1",
            "2023 Q1,Police,Kent Police,Labour & Labour,Toddler,Male,Albanian,1",
            "2023 Q1,Police,Kent Police,Labour,Child (17 or under),Mail,Atlantean,1",
            "2023 Q1,NGO and third sector,Kent Police,Labour,,Male,Albanian Atlantean,1",
        ])
        #expect(found.count == 10)
        #expect(
            found.contains { $0.hasPrefix("row 2, column First responder type: “Fire brigade” is not in the list. Write one of: police,") })
        #expect(found.contains { $0.hasPrefix("row 3, column First responder: “Atlantis Police” is no first responder of this type") })
        #expect(found.contains { $0.hasPrefix("row 4, column Exploitation type: “Piracy” is not in the list") })
        #expect(found.contains { $0.hasPrefix("row 5, column Exploitation type: “Labour & Labour”") })
        #expect(found.contains { $0.hasPrefix("row 5, column Age at exploitation: “Toddler”") })
        #expect(found.contains { $0.hasPrefix("row 6, column Gender: “Mail”") })
        #expect(found.contains { $0.hasPrefix("row 6, column Nationality: “Atlantean” is no nationality") })
        #expect(found.contains { $0.hasPrefix("row 7, column First responder: “Kent Police” is no first responder of this type") })
        #expect(found.contains { $0.hasPrefix("row 7, column Age at exploitation: The value is missing") })
    }

    @Test(
        "refuses a number that counts nobody",
        arguments: [
            ("-3", "“-3” is below zero. A count is 0 or more"), ("", "The number is missing. Write 0 where nobody was counted"),
            ("1.5", "“1.5” is not a whole number of people or reports"), ("many", "“many” is not a whole number of people or reports"),
            ("9999999999", "“9999999999” is not a whole number of people or reports"),
            ("[c]", "“[c]” is not a number with a mark that can be kept"),
        ])
    func badNumbers(number: String, words: String) throws {
        let found = try problems(["2023 Q1,Police,Kent Police,Labour,Child (17 or under),Male,Albanian,\(number)"])
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("row 2, column People: \(words)") == true)
    }

    @Test("refuses a quarter that is empty, missing between others, or no quarter")
    func quarters() throws {
        let row = ",Police,Kent Police,Labour,Child (17 or under),Male,Albanian,"
        #expect(try problems(["\(row)1"]) == ["row 2, column Quarter: The quarter is missing. Write it as 2023 Q3"])
        #expect(try problems(["2023 Q5\(row)1"]) == ["row 2, column Quarter: “2023 Q5” is no quarter. Write it as 2023 Q3"])
        #expect(
            try problems(["2022 Q4\(row)1", "2023 Q2\(row)1"]) == [
                "row 3, column Quarter: The file has no figures of January to March 2023 for police, which lies between its others. Add that quarter"
            ])
        #expect(
            try problems(["2023 Q1\(row)0"]) == [
                "row 2, column Quarter: January to March 2023 has nothing but zeros for police. Leave an empty quarter out until it is published"
            ])
    }

    @Test("may have one row, and not none")
    func oneRow() throws {
        #expect(
            try read(InventedStatistics.header + "\n2023 Q1,Police,Kent Police,Labour,Child (17 or under),Male,Albanian,1").problems == [])
        #expect(try problems([]) == ["row 2: There is no row behind the first"])
        #expect(try read("").problems.map(\.text) == ["row 1: The file is empty. Its first row names the columns"])
        #expect(
            try read("a,b\n1,2").problems.first?.text.hasPrefix("row 1: These columns belong to no statistic that is known here") == true)
    }

    @Test("names rows that cannot be read, and columns that are missing or too many")
    func unreadable() throws {
        let start = Array("\(InventedStatistics.header)\n2023 Q1,Police,Kent Police,Labour,Child (17 or under),Male,Alba".utf8)
        func texts(_ bytes: [UInt8]) throws -> [String] {
            StatisticFile.read(bytes, categories: try StatisticFileTests.categories(), mark: "").problems.map(\.text)
        }
        #expect(
            try texts(start + [0] + Array("nian,1\n".utf8)) == [
                "row 2: A character without meaning (NUL) stands here. Save the file as CSV UTF-8"
            ])
        #expect(try texts(start + [0xFF] + Array("nian,1\n".utf8)) == ["row 2: This row is not UTF-8 text. Save the file as CSV UTF-8"])
        #expect(try problems(["2023 Q1,Police"]).first?.hasPrefix("row 2: This row has 2 values and the first row 8.") == true)
        let twice = "2023 Q1,Police,Kent Police,Labour,Child (17 or under),Male,Albanian,1"
        #expect(
            try problems([twice, twice]) == [
                "row 3, column People: January to March 2023, police, E23000032, labour, child, male, albanian stands in row 2 already. Remove one"
            ])
        #expect(
            try read("Quarter,First responder type,First responder,Exploitation type,Age at exploitation,Gender,Nation,People\n").problems
                .map(\.text)
                == [
                    "row 1, column Nationality: This column is missing. Add it, in any place",
                    "row 1, column “Nation”: This column is not known. The columns are: Quarter, First responder type, First responder, Exploitation type, Age at exploitation, Gender, Nationality, People",
                ])
    }

    @Test("keeps its marks, of a figure, of a quarter and of the whole release")
    func marks() throws {
        let file = try read(
            "Year,Quarter,Total\n2022,Q3,\"1,004 [b]\"\n2022,Q4 [r],5\n2023,Q1,6 [p]\n", mark: "p")
        #expect(file.problems == [])
        #expect(file.parts.map(\.mark) == ["p", "r", "p"])
        #expect(file.parts.map { $0.cells[0].mark } == ["b", "", "p"])
        #expect(file.parts[0].total == 1004)
    }

    @Test(
        "maps nationalities however they are spelt, and keeps two that stand beside each other as two",
        arguments: [
            ("Albanian", "albanian", ""), ("Albanian Greek", "albanian", "greek"), ("UK", "british", ""), ("UKrainian", "ukrainian", ""),
            ("Portuguese UKrainian", "portuguese", "ukrainian"), ("Congolese Drc ", "congolese-drc", ""),
            ("Congolese Congo ", "congolese-congo", ""),
            ("Congolese (Drc) UK", "congolese-drc", "british"), ("Central African Congolese (Drc)", "central-african", "congolese-drc"),
            ("Sudanese South Sudanese", "sudanese", "south-sudanese"), ("South Sudanese Sudanese", "south-sudanese", "sudanese"),
            ("Citizen of Guinea Bissau Portuguese", "citizen-of-guinea-bissau", "portuguese"), ("Not Known", "unknown", ""),
            ("Unknown Vietnamese", "unknown", "vietnamese"), ("Gambia, The", "gambian", ""), ("Myanmar (Burma)", "burmese", ""),
            ("Cyprus (Northern part of)", "cypriot", ""), ("Stateless", "stateless", ""), ("Refugee", "refugee", ""),
        ])
    func nationalities(text: String, first: String, second: String) throws {
        let found = try #require(try StatisticFileTests.categories().nationality(text))
        #expect(found.first == first)
        #expect(found.second == second)
    }

    @Test("adds up two spellings of one nationality once their own totals are checked")
    func spellings() throws {
        let file = try read(InventedStatistics.dutyToNotifyByNationality)
        #expect(file.parts.first?.cells.map { "\($0.nationality) \($0.count)" } == ["congolese-drc 3", "unknown 3"])
    }

    @Test("knows forces and authorities by the names that are in use")
    func responders() throws {
        let categories = try StatisticFileTests.categories()
        for (name, code) in [
            ("Devon & Cornwall Police", "E23000035"), ("Metropolitan Police Service", "E23000001"), ("City of London Police", "E23000034"),
            ("Hampshire Constabulary", "E23000030"), ("Hampshire and Isle of Wight Constabulary", "E23000030"), ("Tarian ROCU", "tarian"),
            ("Dyfed-Powys Police", "W15000004"), ("Police Service of Northern Ireland", "N23000000"), ("Police Scotland", "S23000009"),
        ] {
            #expect(categories.responder(name, type: "police") == code, "\(name)")
        }
        #expect(categories.responder("Inventham Borough Council", type: "local-authority") == "E07000999")
        #expect(categories.responder("Local Authority", type: "local-authority") == "local-authorities")
        #expect(categories.responder("Unseen", type: "police") == nil)
    }

    @Test("in any order of its rows, some of them spoilt, is read without harm")
    func shuffled() throws {
        let lines = InventedStatistics.police(InventedStatistics.sixQuarters).split(separator: "\r\n").map(String.init)
        let whole = try read(lines.joined(separator: "\n"))
        var state: UInt64 = 88_172_645_463_325_252
        func next(_ limit: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(limit))
        }
        for _ in 0..<60 {
            var rows = Array(lines.dropFirst())
            for index in rows.indices.reversed() { rows.swapAt(index, next(index + 1)) }
            let turned = try read(([lines[0]] + rows).joined(separator: "\n"))
            #expect(turned.problems == [])
            #expect(turned.parts.map(\.hash) == whole.parts.map(\.hash))
            // A count that is changed breaks a total; a leaf and its totals lie in one quarter.
            let spoilt = next(rows.count)
            rows[spoilt] += "7"
            let broken = try read(([lines[0]] + rows).joined(separator: "\n"))
            #expect(!broken.problems.isEmpty)
            #expect(broken.parts.isEmpty)
        }
    }
}

@Suite(
    "The Home Office's own files",
    .enabled(if: SharedStatistics.folder != nil, "../shared/data is not there: the real statistics are not read"))
struct SharedStatisticsTests {
    @Test("are read whole, and every total of theirs is what its parts add up to")
    func everyFile() throws {
        let folder = try #require(SharedStatistics.folder)
        let expected: [(String, StatisticDataset, Int)] = [
            ("nrm_conclusive_grounds", .conclusiveGrounds, 48), ("nrm_reasonable_grounds", .reasonableGrounds, 48),
            ("nrm_duty_to_notify_by_nationality_2022q2_2023q3", .dutyToNotifyByNationality, 580),
            ("nrm_duty_to_notify_longitudinal", .dutyToNotify, 40),
            ("nrm_referrals_all_first_responders_2022q2_2023q3", .referrals, 23_033),
            ("nrm_referrals_govt_2022q2_2023q3", .referrals, 11_876), ("nrm_referrals_la_2022q2_2023q3", .referrals, 5_422),
            ("nrm_referrals_longitudinal", .referralsOverTime, 870), ("nrm_referrals_ngo_2022q2_2023q3", .referrals, 5_169),
            ("nrm_referrals_police_2022q2_2023q3", .referrals, 18_324), ("small_boat_NRM_outcomes", .smallBoatOutcomes, 2_768),
            ("small_boat_NRM_referrals", .smallBoatReferrals, 3_334),
        ]
        var ofQuarter: [String: Int] = [:]
        for (name, dataset, rows) in expected {
            let bytes = Array(try Data(contentsOf: folder.appendingPathComponent("nrm/\(name).csv")))
            let file = StatisticFile.read(bytes, categories: try StatisticFileTests.categories(), mark: "")
            #expect(file.problems.map(\.text) == [], "\(name)")
            #expect(file.dataset == dataset)
            #expect(file.rows == rows)
            if ["govt", "la", "ngo", "police"].contains(where: { name.contains("_\($0)_2022") }) {
                for part in file.parts { ofQuarter[part.quarter.key, default: 0] += part.total }
            }
        }
        #expect(ofQuarter["2022-Q2"] == 4_171)
        #expect(ofQuarter.count == 6)
    }

    @Test("stand beside lookups, populations and boundaries that are read whole as well")
    func areas() throws {
        let folder = try #require(SharedStatistics.folder).appendingPathComponent("geo")
        func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appendingPathComponent(name))) }
        let lists = try CodeLists.shipped()
        for name in ["lookup_ltla24_csp24_pfa24.csv", "lookup_ltla24_region24.csv", "lookup_ltla23_utla23.csv"] {
            #expect(AreaLinksFile(try bytes(name), lists: lists).problems == [], "\(name)")
        }
        let links = AreaLinksFile(try bytes("lookup_ltla24_csp24_pfa24.csv"), lists: lists)
        let authorities = links.lines.values.map { AuthorityLine(code: $0.code, name: $0.name, force: $0.force, regionName: "") }
        let people = PopulationFile(
            try bytes("population_mid2020_ltla21_EW.csv"), year: 2020, categories: try StatisticFileTests.categories())
        #expect(people.problems == [])
        let wide = PopulationFile(
            try bytes("population_policeforces_england_2009_2019.csv"), year: nil, categories: try StatisticFileTests.categories())
        #expect(wide.problems == [])
        #expect(wide.lines.count == 11 * 39)
        let successors = Dictionary(lists["authority_successor"].values.map { ($0.code, $0.note) }) { first, _ in first }
        let populations = AreaPopulations(
            Dictionary(grouping: people.lines + wide.lines, by: \.year).mapValues { lines in
                Dictionary(lines.map { ($0.area, $0.people) }) { first, _ in first }
            }, successors: successors, authorities: authorities)
        for force in PublishedArea.forces(lists) where AreaCode.nation(force.code) == "england" || AreaCode.nation(force.code) == "wales" {
            #expect(populations.population(of: force.code)?.year == 2020, "\(force.name)")
        }
        for authority in authorities { #expect(populations.population(of: authority.code) != nil, "\(authority.name)") }
        let known = Set(lists["police_force"].values.map(\.code))
        let forces = BoundaryFile(try bytes("police_force_areas_2020_EW.geojson"), knownForces: known)
        #expect(forces.problems == [])
        #expect(forces.shapes.count == 43)
        #expect(forces.shapes.allSatisfy { !$0.outline.rings.isEmpty })
        #expect(forces.neighbours.contains(.init(one: "E23000014", other: "E23000016")))
        #expect(!forces.neighbours.contains(.init(one: "E23000014", other: "E23000032")))
        let districts = BoundaryFile(try bytes("ltla_2024_UK.geojson"), knownForces: known)
        #expect(districts.problems == [])
        #expect(districts.shapes.count == 361)
        #expect(districts.shapes.reduce(0) { $0 + $1.outline.text.utf8.count } < 120_000)
    }
}

enum SharedStatistics {
    /// The folder of real data beside the project, where it is there.
    static let folder: URL? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.deletingLastPathComponent().appendingPathComponent("shared/data")
        return FileManager.default.fileExists(atPath: folder.appendingPathComponent("nrm").path) ? folder : nil
    }()
}
