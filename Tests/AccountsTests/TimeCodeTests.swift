import Kernel
import TestSupport
import Testing

@testable import Accounts

@Suite("Codes by time")
struct TimeCodeTests {
    private let published = TimeCode(key: Array("12345678901234567890".utf8))
    private let moment = Moment(microseconds: 1_580_720_400_000_000)

    @Test(
        "the published examples come out (RFC 6238, appendix B)",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func publishedExamples(_ second: Int64, _ code: String) {
        let step = TimeCode.step(at: Moment(microseconds: second * 1_000_000))
        #expect(published.code(step: step, digits: 8) == code)
        #expect(published.code(step: step) == String(code.suffix(6)))
    }

    @Test("the code of the step before, of this and of the next is taken, no other", arguments: -3...3)
    func window(_ distance: Int64) {
        let step = TimeCode.step(at: moment) + distance
        let found = published.step(of: published.code(step: step), at: moment, after: nil)
        #expect(found == (abs(distance) <= 1 ? step : nil))
    }

    @Test("a step that was used, or an earlier one, is not taken again")
    func reuse() {
        let step = TimeCode.step(at: moment)
        let code = published.code(step: step)
        #expect(published.step(of: code, at: moment, after: step - 1) == step)
        #expect(published.step(of: code, at: moment, after: step) == nil)
        #expect(published.step(of: code, at: moment, after: step + 1) == nil)
    }

    @Test("spaces do not matter; anything but six digits is wrong")
    func typing() {
        let step = TimeCode.step(at: moment)
        let code = published.code(step: step)
        #expect(published.step(of: "\(code.prefix(3)) \(code.suffix(3))", at: moment, after: nil) == step)
        for wrong in ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", code + "0"] {
            #expect(published.step(of: wrong, at: moment, after: nil) == nil)
        }
    }

    @Test("a key is shown in groups of four, and its address names the account")
    func shown() {
        #expect(published.groupedKey == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(
            published.address(account: "rowan+1@example.org")
                == "otpauth://totp/Plainsight:rowan%2B1%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Plainsight")
    }

    @Test(
        "base 32 as published (RFC 4648, section 10)",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ])
    func base32(_ text: String, _ encoded: String) {
        #expect(Base32.encoded(Array(text.utf8)) == encoded)
    }
}
