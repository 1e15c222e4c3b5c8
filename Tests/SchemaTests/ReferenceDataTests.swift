import Foundation
import Schema
import Testing

@Suite("Reference data")
struct ReferenceDataTests {
    @Test("every code list can be read and holds values", arguments: ReferenceData.codeLists.map(\.list))
    func everyListParses(list: String) throws {
        let rows = try rows(of: list)
        #expect(rows.count > 1)
        #expect(rows.map(\.position) == Array(1...rows.count))
        #expect(Set(rows.map(\.code)).count == rows.count)
        #expect(Set(rows.map { $0.label.lowercased() }).count == rows.count)
    }

    @Test("no two code lists share a name or a title")
    func listNamesAreUnique() {
        let lists = ReferenceData.codeLists
        #expect(Set(lists.map(\.list)).count == lists.count)
        #expect(Set(lists.map(\.title)).count == lists.count)
        #expect(lists.allSatisfy { !$0.source.isEmpty })
    }

    @Test(
        "a row that is wrong is refused with its place",
        arguments: [
            ("a|A|2019-04-01|", "4 fields instead of 5"),
            ("a b|A|2019-04-01||", "a b is not a code"),
            ("a-|A|2019-04-01||", "a- is not a code"),
            ("Ab|A|2019-04-01||", "Ab is not a code"),
            ("|A|2019-04-01||", "field 1 is empty"),
            ("a| |2019-04-01||", "field 2 is empty"),
            ("a|A|2019-02-29||", "2019-02-29 is not a day of the calendar"),
            ("a|A|1900-02-29||", "1900-02-29 is not a day of the calendar"),
            ("a|A|2019-13-01||", "2019-13-01 is not a day of the calendar"),
            ("a|A|2019-4-1||", "2019-4-1 is not a day of the calendar"),
            ("a|A|-019-04-01||", "-019-04-01 is not a day of the calendar"),
            ("a|A|2019-04-01|2019-03-31|", "ends on 2019-03-31, before it begins on 2019-04-01"),
            ("x|Hospital|2019-04-01||", "the code x occurs twice"),
            ("hospital|X|2019-04-01||", "the label X occurs twice"),
        ])
    func wrongRowsAreRefused(row: String, explanation: String) {
        let source = CodeListSource(list: "tried", title: "Tried", source: "Test", rows: "x|x|2019-04-01||\n\n\(row)")
        let problem = #expect(throws: ReferenceDataProblem.self) { try source.parsed() }
        #expect(problem?.description == "tried, row 2: \(explanation)")
    }

    @Test("a value can be chosen from its first day to its last")
    func validityIncludesBothDays() throws {
        let source = CodeListSource(
            list: "tried", title: "Tried", source: "Test",
            rows: "a | Label   with spaces | 2016-02-29 | 2019-04-01 | A note\nA1|Open|2016-02-29||")
        let rows = try source.parsed()
        #expect(rows[0].label == "Label with spaces")
        #expect(rows[0].note == "A note")
        #expect(!rows[0].isValid(on: "2016-02-28"))
        #expect(rows[0].isValid(on: "2016-02-29"))
        #expect(rows[0].isValid(on: "2019-04-01"))
        #expect(!rows[0].isValid(on: "2019-04-02"))
        #expect(rows[1].isValid(on: "2100-01-01"))
    }

    @Test("the labels of the import contract are all there, in its spelling")
    func importLabels() throws {
        #expect(
            try labels(of: "concern_source") == [
                "agency", "police", "helpline", "public", "business", "charity", "anonymous", "other",
            ])
        #expect(
            try labels(of: "exploitation_type") == [
                "labour", "sexual", "criminal", "domestic servitude", "organ harvesting", "unknown",
            ])
        #expect(try labels(of: "gender") == ["male", "female", "other", "unknown"])
        #expect(try labels(of: "age_group") == ["adult", "child", "unknown"])
        #expect(
            try labels(of: "screening_outcome") == [
                "no indicators", "some indicators", "strong indicators", "disclosure",
            ])
        #expect(try rows(of: "response_grade").map(\.code) == ["single", "joint", "significant"])
    }

    @Test("the figures of the Sandwell year can be counted with the lists")
    func sandwellLabels() throws {
        let types = Set(try labels(of: "location_type"))
        let printed = [
            "private dwelling", "car wash", "factory", "takeaway", "shop", "public place", "restaurant", "other",
            "waste recycling", "hospital", "business", "letting agent", "night club", "hotel", "supported housing",
            "gp surgery", "social club", "church",
        ]
        #expect(printed.filter { !types.contains($0) } == [])
        let nationalities = Set(try labels(of: "nationality"))
        let counted = [
            "unknown", "romanian", "indian", "polish", "albanian", "british", "chinese", "vietnamese", "pakistani",
            "irish", "bulgarian", "latvian", "lithuanian", "kurdish", "israeli",
        ]
        #expect(counted.filter { !nationalities.contains($0) } == [])
    }

    @Test("every location type says what kind of premises it is, and only the unclear ones say none")
    func everyLocationTypeHasPremises() throws {
        let premises = try ReferenceData.locationPremises
        let kinds = Set(try rows(of: "premises_kind").map(\.code)).subtracting(["any"])
        #expect(Set(premises.keys) == Set(try rows(of: "location_type").map(\.code)))
        #expect(premises.values.joined().allSatisfy(kinds.contains))
        #expect(Set(premises.filter { $0.value.isEmpty }.keys) == ["other", "unknown"])
    }

    @Test("every indicator belongs to a set of the list and has the code of that set")
    func indicators() throws {
        let indicators = try ReferenceData.indicators
        let initials = [
            "GEN": "G", "LAB": "L", "SEX": "S", "CRIM": "C", "DOM": "D", "ORG": "O", "DEBT": "B", "CHILD": "K",
        ]
        let sizes = [
            "GEN": 20, "LAB": 11, "SEX": 11, "CRIM": 12, "DOM": 8, "ORG": 5, "DEBT": 5, "CHILD": 7,
        ]
        #expect(Set(try rows(of: "indicator_set").map(\.code)) == Set(initials.keys))
        #expect(Dictionary(grouping: indicators, by: \.set).mapValues(\.count) == sizes)
        #expect(indicators.allSatisfy { initials[$0.set] == String($0.code.prefix(1)) && !$0.confirmed })
        #expect(Set(indicators.map(\.text)).count == indicators.count)
    }

    @Test("every power of entry speaks of kinds of organisations and premises that exist")
    func powersReferToTheLists() throws {
        let organisations = Set(try rows(of: "organisation_kind").map(\.code))
        let premises = Set(try rows(of: "premises_kind").map(\.code))
        let powers = try ReferenceData.powersOfEntry
        #expect(powers.flatMap(\.organisationKinds).allSatisfy(organisations.contains))
        #expect(powers.flatMap(\.premises).allSatisfy(premises.contains))
        #expect(organisations.subtracting(powers.flatMap(\.organisationKinds)) == [])
        #expect(powers.filter { $0.force == .warrant && $0.warrantRoute == nil }.map(\.code) == [])
        #expect(powers.filter { $0.isPower && $0.withoutWarrant == .no && $0.warrantRoute == nil }.map(\.code) == [])
        #expect(powers.filter { $0.isPower != ($0.statute != nil) }.map(\.code) == [])
    }

    @Test("social care, health services and charities have no power of entry")
    func thoseWithoutPower() throws {
        let powers = try ReferenceData.powersOfEntry
        let without = ["adult-social-care", "childrens-services", "health", "charity", "council", "housing"]
        for kind in without {
            let held = powers.filter { $0.organisationKinds.contains(kind) }
            #expect(held.isEmpty == false)
            #expect(held.allSatisfy { !$0.isPower && !$0.covers(["dwelling"]) && !$0.covers(["business"]) })
        }
    }

    @Test("a shared house suspected to be unlicensed needs no notice, a survey of it needs 24 hours")
    func housingNotice() throws {
        let held = try powers(
            of: "housing-standards", on: "2019-10-01", at: ["dwelling", "house-in-multiple-occupation"])
        #expect(held.map(\.code) == ["housing-survey", "housing-offence"])
        #expect(held.map(\.noticeHours) == [24, 0])
    }

    @Test("the Fair Work Agency's powers follow those of its predecessor without a gap")
    func labourInspectorateSuccession() throws {
        let before = try powers(of: "labour-inspectorate", on: "2026-04-06", at: ["business"])
        let after = try powers(of: "labour-inspectorate", on: "2026-04-07", at: ["business"])
        #expect(Set(before.map(\.agency)) == ["Gangmasters and Labour Abuse Authority"])
        #expect(Set(after.map(\.agency)) == ["Fair Work Agency"])
        let home = try powers(of: "labour-inspectorate", on: "2026-04-07", at: ["dwelling"])
        #expect(home.map(\.withoutWarrant) == [.no])
    }

    @Test("a place of no known kind is covered by no power")
    func unknownPlaceIsCoveredByNothing() throws {
        #expect(try ReferenceData.powersOfEntry.allSatisfy { !$0.covers([]) })
    }

    @Test("common passwords are in lower case and long enough to be chosen")
    func commonPasswords() {
        let passwords = ReferenceData.commonPasswords
        #expect(passwords.count > 400)
        #expect(passwords.filter { $0.count < 12 || $0 != $0.lowercased() } == [])
        let expected = ["password1234", "qwertyuiop12", "letmein12345", "sandwell2024", "plainsight12"]
        #expect(expected.filter { !passwords.contains($0) } == [])
    }

    @Test("Sandwell has six towns and 24 wards")
    func sandwell() throws {
        let towns = try ReferenceData.sandwellTowns
        #expect(
            towns.map(\.name) == [
                "Oldbury", "Rowley Regis", "Smethwick", "Tipton", "Wednesbury", "West Bromwich",
            ])
        #expect(towns.map(\.wards.count) == [4, 4, 4, 3, 3, 6])
        #expect(Set(towns.flatMap(\.wards).map(\.name)).count == 24)
        #expect(Set(towns.flatMap(\.wards).map(\.code)).count == 24)
    }

    @Test("helplines can be dialled, the emergency number first")
    func helplines() throws {
        let helplines = try ReferenceData.helplines
        #expect(helplines.map(\.dialled) == ["tel:999", "tel:101", "tel:08000121700"])
        #expect(helplines.allSatisfy { $0.confirmed })
    }

    @Test("the twenty agencies of the demonstration have kinds from the list")
    func demonstrationAgencies() throws {
        let agencies = try ReferenceData.demonstrationAgencies
        let kinds = Set(try rows(of: "organisation_kind").map(\.code))
        #expect(agencies.count == 20)
        #expect(Set(agencies.map { $0.label.lowercased() }).count == 20)
        #expect(agencies.filter { !kinds.contains($0.kind) }.map(\.label) == [])
        #expect(agencies.allSatisfy { $0.validFrom <= "2019-04-01" && ($0.validUntil ?? "9999") > "2020-03-31" })
        #expect(agencies.first { $0.label == "GLAA" }?.successor == "Fair Work Agency")
    }

    @Test("every kind of organisation says whether it enforces")
    func enforcement() throws {
        let notes = Set(try rows(of: "organisation_kind").map(\.note))
        #expect(notes == ["enforcement: yes", "enforcement: no"])
        let enforcing = try ReferenceData.enforcementKinds
        #expect(enforcing.isSuperset(of: ["police", "immigration", "labour-inspectorate", "utility"]))
        #expect(
            enforcing.isDisjoint(with: ["charity", "housing", "adult-social-care", "childrens-services", "council"]))
    }

    @Test("bank holidays are the weekdays that the calendar gives", arguments: 2018...2027)
    func bankHolidays(year: Int) throws {
        let days = try ReferenceData.bankHolidays.map(\.day).filter { $0.hasPrefix("\(year)-") }
        #expect(Set(days) == Calculated.bankHolidays(in: year))
        #expect(days == days.sorted())
    }

    @Test("nationalities are those of the referral form", .enabled(if: SharedData.isThere))
    func nationalitiesOfTheForm() throws {
        let form = try SharedData.nationalities().map { $0.trimmingCharacters(in: .whitespaces) }
        let ours = Set(try rows(of: "nationality").map(\.label))
        #expect(ours.symmetricDifference(form) == ["Kurdish"])
    }

    @Test("the wards of Sandwell are those of the national statistics", .enabled(if: SharedData.isThere))
    func wardsOfTheLookup() throws {
        let ours = try ReferenceData.sandwellTowns.flatMap(\.wards).map { "\($0.name),\($0.code)" }
        #expect(Set(ours) == Set(try SharedData.sandwellWards()))
    }

    private func rows(of list: String) throws -> [CodeRow] {
        try #require(ReferenceData.codeLists.first { $0.list == list }).parsed()
    }

    private func labels(of list: String) throws -> [String] {
        try rows(of: list).map { $0.label.lowercased() }
    }

    private func powers(of kind: String, on day: String, at premises: [String]) throws -> [PowerOfEntry] {
        try ReferenceData.powersOfEntry.filter {
            $0.organisationKinds.contains(kind) && $0.isValid(on: day) && $0.covers(premises)
        }
    }
}

/// The bank holidays worked out from the calendar, beside the list written by hand.
private enum Calculated {
    static func bankHolidays(in year: Int) -> Set<String> {
        let easter = easterSunday(in: year)
        var days: Set<String> = [
            text(easter - 2), text(easter + 1), text(monday(onOrAfter: number(year, 5, 1))),
            text(monday(onOrAfter: number(year, 5, 25))), text(monday(onOrAfter: number(year, 8, 25))),
        ]
        let newYear = number(year, 1, 1)
        days.insert(text(weekday(newYear) >= 5 ? monday(onOrAfter: newYear) : newYear))
        var christmas = number(year, 12, 25)
        var boxingDay = christmas + 1
        switch weekday(christmas) {
        case 4: boxingDay += 2
        case 5: (christmas, boxingDay) = (christmas + 2, boxingDay + 2)
        case 6: christmas += 2
        default: break
        }
        days.formUnion([text(christmas), text(boxingDay)])
        return days.subtracting(moved[year, default: []]).union(added[year, default: []])
    }

    private static let moved = [2020: ["2020-05-04"], 2022: ["2022-05-30"]]
    private static let added = [
        2020: ["2020-05-08"], 2022: ["2022-06-02", "2022-06-03", "2022-09-19"], 2023: ["2023-05-08"],
    ]

    /// Days since 1 March of the year 0 in the Gregorian calendar.
    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        let leapDays = shifted.0 / 4 - shifted.0 / 100 + shifted.0 / 400
        return 365 * shifted.0 + leapDays + (153 * shifted.1 + 2) / 5 + day - 1
    }

    /// 0 for Monday to 6 for Sunday; 1 March of the year 0 was a Wednesday.
    private static func weekday(_ number: Int) -> Int { (number + 2) % 7 }

    private static func monday(onOrAfter number: Int) -> Int { number + (7 - weekday(number)) % 7 }

    private static func text(_ number: Int) -> String {
        var year = (10_000 * number + 14_780) / 3_652_425
        var dayOfYear = number - (365 * year + year / 4 - year / 100 + year / 400)
        if dayOfYear < 0 {
            year -= 1
            dayOfYear = number - (365 * year + year / 4 - year / 100 + year / 400)
        }
        let month = (100 * dayOfYear + 52) / 3060
        let day = dayOfYear - (month * 306 + 5) / 10 + 1
        let parts = [(month + 2) % 12 + 1, day].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(year + (month + 2) / 12)-\(parts[0])-\(parts[1])"
    }

    /// The Sunday after the paschal full moon, by the method of the Gregorian calendar reform.
    private static func easterSunday(in year: Int) -> Int {
        let golden = year % 19
        let century = year / 100
        let epact = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15) % 30
        let fullMoon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11))
        let moon = number(year, 3, 21) + fullMoon
        return moon + 7 - (weekday(moon) + 1) % 7
    }
}

/// The published lists beside the project, where they are present.
private enum SharedData {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data").standardizedFileURL

    static let isThere = FileManager.default.fileExists(atPath: folder.path())

    private struct FormLists: Decodable {
        enum CodingKeys: String, CodingKey {
            case nationalities = "ms_nationalities"
        }

        let nationalities: [String]
    }

    static func nationalities() throws -> [String] {
        let data = try Data(contentsOf: folder.appending(path: "nrm-form/nrm_lists.json"))
        return try JSONDecoder().decode(FormLists.self, from: data).nationalities
    }

    static func sandwellWards() throws -> [String] {
        let data = try Data(contentsOf: folder.appending(path: "geo/lookup_ward24_ltla24.csv"))
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
            let fields = line.split(separator: ",")
            return fields.count == 4 && fields[2] == "Sandwell" ? "\(fields[0]),\(fields[1])" : nil
        }
    }
}
