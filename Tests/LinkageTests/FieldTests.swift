import Testing

@testable import Linkage

@Suite("Fields")
struct FieldTests {
    private func date(_ text: String) -> CalendarDate? {
        var text = text
        return text.withUTF8 { CalendarDate($0) }
    }

    @Test("hold dates in every order in which they are written")
    func dates() {
        for text in ["1990-02-25", "25/2/1990", "25.02.1990", "19900225", "25021990", "1990-02-25T10:00:00", "2/25/1990"] {
            #expect(date(text) == CalendarDate(year: 1990, month: 2, day: 25), "\(text)")
        }
        #expect(date("about 1990") == CalendarDate(year: 1990, month: 0, day: 0))
        #expect(date("no") == nil)
        #expect(date("0000-00-00") == nil)
    }

    @Test(
        "tell what went wrong between two dates",
        arguments: [
            ("1990-02-05", "1990-05-02", CalendarDate.Level.dayAndMonthSwapped), ("1990-01-01", "1990-06-17", .placeholder),
            ("1990-02-25", "1990-02-26", .oneDigit), ("1990-02-25", "1909-02-25", .oneDigit), ("1990-02-25", "1980-02-25", .oneDigit),
            ("1989-02-25", "1990-02-25", .yearNear), ("1990-02-25", "1990-11-03", .sameYear), ("1990-02-25", "1971-11-03", .different),
            ("1990-02-25", "1990-02-25", .exact), ("1990", "1990-04-04", .placeholder),
        ])
    func levels(_ first: String, _ second: String, _ level: CalendarDate.Level) throws {
        let one = try #require(date(first))
        let other = try #require(date(second))
        #expect(one.level(with: other) == level)
        #expect(other.level(with: one) == level)
    }

    private func level(_ kind: String, _ first: String, _ second: String) -> CodeView.Level {
        let records = records("\(kind)\n\(first)\n\(second)\n")
        return records.withView { view in
            let codes = PersonRecords.Cell.codes
            let (one, other) = (view.row(0), view.row(1))
            let level = view.codes[0].level(one[codes], other[codes])
            if level != .missing, level != .exact, level != .different {
                #expect(view.codes[0].mayAgree(one[codes + 1], other[codes + 1]))
            }
            #expect(view.codes[0].level(other[codes], one[codes]) == level)
            return level
        }
    }

    @Test("hold a phone in any national form")
    func phones() {
        #expect(level("phone", "+44 7700 900123", "07700 900123") == .exact)
        #expect(level("phone", "0044-7700-900-123", "(0)7700900123") == .exact)
        #expect(level("phone", "07700900123", "07700900132") == .near)
        #expect(level("phone", "07700900123", "07700111132") == .different)
        #expect(level("phone", "0000000000", "0000000000") == .missing)
    }

    @Test("hold postcodes, plates, addresses and mail with their slips")
    func codes() {
        #expect(level("postcode", "zz1 2ab", "ZZ12AB") == .exact)
        #expect(level("postcode", "ZZ1 2AB", "ZZ1 2BA") == .near)
        #expect(level("postcode", "ZZ1 2AB", "ZZ1 9XY") == .related)
        #expect(level("plate", "AB12 CDE", "ab12cde") == .exact)
        #expect(level("plate", "AB12CDE", "AB12CDF") == .near)
        #expect(level("address", "12 Long Acre Road", "12 long acre rd") != .different)
        #expect(level("email", "a.person@one.test", "a.person@two.test") == .related)
    }

    @Test("look for plates under one key where their letters look alike")
    func plates() {
        let records = records("plate\nOB12 CDE\n0812 COE\n")
        let table = records.codeTables[0]
        #expect(table.blockingKey(1) == table.blockingKey(2))
        #expect(table.blockingKey(0) == 0)
    }

    @Test("are recognised by the names that columns usually have")
    func names() {
        #expect(FieldKind.recognised(from: "Given Name") == .forename)
        #expect(FieldKind.recognised(from: "last_name") == .surname)
        #expect(FieldKind.recognised(from: "DateOfBirth") == .dateOfBirth)
        #expect(FieldKind.recognised(from: "address_line_2") == .address)
        #expect(FieldKind.recognised(from: "person_id") == .id)
        #expect(FieldKind.recognised(from: "remarks") == nil)
    }
}
