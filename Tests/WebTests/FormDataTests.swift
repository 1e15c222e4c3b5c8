import Kernel
import Testing
import Web

@Suite("A form that was sent")
struct FormDataTests {
    private func read(_ text: String) throws -> FormData { try FormData(urlEncoded: text.utf8) }

    @Test(
        "is read field by field, in the order in which the fields came",
        arguments: [
            ("", []), ("a=1", ["a=1"]), ("a=1&b=2", ["a=1", "b=2"]), ("a=&b", ["a=", "b="]), ("a=1&a=2", ["a=1", "a=2"]),
            ("a=x+y", ["a=x y"]), ("a=%C3%A9", ["a=é"]), ("a%20b=c", ["a b=c"]), ("a=b=c", ["a=b=c"]), ("&&a=1&&", ["a=1"]),
            ("a=%26%3D%25", ["a=&=%"]), ("=x", ["=x"]),
        ] as [(String, [String])])
    func fields(text: String, expected: [String]) throws {
        #expect(try read(text).fields.map { "\($0.name)=\($0.value)" } == expected)
    }

    @Test(
        "loses control characters, foreign line ends and white space around its values, and nothing else",
        arguments: [
            ("a%00b", "ab"), ("a%1Bb%7Fc", "abc"), ("+x+", "x"), ("%09x%0A", "x"), ("a%0D%0Ab", "a\nb"), ("a%0Db", "a\nb"),
            ("a%0D%0D%0Ab", "a\n\nb"), ("a%09b", "a\tb"), ("%3Cscript%3E", "<script>"), ("%E2%80%AEx", "\u{202E}x"),
            ("%F0%9F%94%92", "\u{1F512}"), ("++", ""),
        ])
    func cleaned(sent: String, kept: String) throws {
        #expect(try read("field=\(sent)").text("field") == kept)
    }

    @Test("with a broken escape is refused", arguments: ["a=%", "a=%4", "a=%zz", "%g1=a", "a=%%41", "a=%E9%"])
    func brokenEscape(text: String) {
        #expect(throws: FormError.brokenEscape) { try read(text) }
    }

    @Test(
        "that is no UTF-8 is refused",
        arguments: ["a=%FF", "a=%C3", "a=%C3%28", "a=%ED%A0%80", "a=%F5%80%80%80", "a=%C0%AF", "%FF=a", "%FE"])
    func notText(text: String) {
        #expect(throws: FormError.notText) { try read(text) }
    }

    @Test("holds at most 2,000 fields")
    func tooMany() throws {
        let most = Array(repeating: "a=1", count: 2_000).joined(separator: "&")
        #expect(try read(most).fields.count == 2_000)
        #expect(throws: FormError.tooManyFields) { try read(most + "&a=1") }
    }

    @Test("reads the same after it was written", arguments: 1...200)
    func roundTrip(seed: Int) throws {
        var state = UInt64(seed)
        func below(_ bound: UInt32) -> UInt32 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt32(truncatingIfNeeded: state >> 33) % bound
        }
        let alphabet = Array("ab&=+% <>\"'é\u{202E}\u{1F512}%00#?/;,-_.~")
        func word() -> String { String((0...below(12)).map { _ in alphabet[Int(below(UInt32(alphabet.count)))] }) }
        let fields = (0...below(6)).map { _ in (name: "n\(word())", value: "v\(word())v") }
        let again = try read(FormData(fields: fields).urlEncoded)
        #expect(again.fields.map(\.name) == fields.map(\.name))
        #expect(again.fields.map(\.value) == fields.map(\.value))
    }

    @Test(
        "gives a date from one field or from three",
        arguments: [
            ("d=2020-02-08", DateEntry.day(Day(number: 18_300))), ("d-day=8&d-month=2&d-year=2020", .day(Day(number: 18_300))),
            ("d-day=8&d-month=February&d-year=2020", .day(Day(number: 18_300))),
            ("d-day=8&d-month=feb&d-year=20", .day(Day(number: 18_300))),
            ("", .missing), ("d=&d-day=&d-month=&d-year=", .missing), ("d=yesterday", .unreadable), ("d=2020-02-30", .unreadable),
            ("d-day=30&d-month=2&d-year=2020", .unreadable), ("d-day=8", .unreadable), ("d-day=8&d-month=fe&d-year=2020", .unreadable),
            ("d-day=99999999999999999999&d-month=2&d-year=2020", .unreadable), ("d-day=-8&d-month=2&d-year=2020", .unreadable),
        ])
    func dates(text: String, expected: DateEntry) throws {
        #expect(try read(text).date("d") == expected)
    }

    @Test("gives numbers, choices and identifiers, and nothing for what is none")
    func values() throws {
        let data = try read("n=7&m=seven&id=018f0000-0000-7000-8000-000000000000&no=1234&c=a&c=&c=b")
        #expect(data.number("n") == 7)
        #expect(data.number("m") == nil)
        #expect(data.number("absent") == nil)
        #expect(data.id("id", of: FormDataTests.self) != nil)
        #expect(data.id("no", of: FormDataTests.self) == nil)
        #expect(data.texts("c") == ["a", "b"])
        #expect(data.has("c", "b"))
        #expect(!data.has("c", "c"))
        #expect(data.setting("n", "8").number("n") == 8)
    }
}
