import Foundation
import InventedReports
import Kernel
import ReferralForm
import Testing

@Suite("The check of a referral")
struct ReferralCheckTests {
    private let today: Day

    init() throws { today = try #require(Day("2026-06-01")) }

    private func problems(_ answers: InventedReport.Answers) -> [String] {
        ReferralForm.check(answers, today: today).problems.map { "\($0.field) \($0.rule)" }
    }

    @Test("takes a complete report on each of the five ways, and names the way", arguments: ReferralVariant.allCases)
    func variants(variant: ReferralVariant) {
        let check = ReferralForm.check(InventedReport.of(variant), today: today)
        #expect(check.problems == [])
        #expect(check.variant == variant)
        #expect(check.variant.caseType == (["A", "B", "C"].contains(variant.rawValue) ? 560_734 : 662_265))
    }

    @Test("counts in the units of a browser, and says by how much a text is too long")
    func lengths() {
        let report = InventedReport.of(.adultWithSupport)
        let longest = String(repeating: "😀", count: 7_499) + "ab"
        #expect(longest.utf16.count == 15_000)
        #expect(problems(report.with("family", .text(longest))) == [])
        let check = ReferralForm.check(report.with("family", .text(longest + "c")), today: today)
        #expect(check.problems.map(\.field) == ["family"] && check.problems.map(\.rule) == ["max_length"])
        #expect(
            check.problems.first?.message
                == "The person's family is 15001 characters long and the form takes 15000: shorten it by 1")
        #expect(problems(report.with("family", .text(String(repeating: "😀", count: 7_501)))) == ["family max_length"])
        let letters = String(repeating: "x", count: 14_999) + "😀"
        #expect(letters.count == 15_000)
        #expect(problems(report.with("family", .text(letters))) == ["family max_length"])
    }

    @Test("allows 250 characters for how somebody is related to the person")
    func shortField() {
        let report = InventedReport.of(.adultWithSupport).with("pv-phone-number", .text("pv-alternative-number"))
            .with("pv-phone-number-yes", nil).with("pv-phone-number-alternative", .text("07700 900456"))
        let code = "alternative-number-relation-to-pv"
        #expect(problems(report) == ["\(code) required"])
        #expect(problems(report.with(code, .text(String(repeating: "a", count: 250)))) == [])
        #expect(problems(report.with(code, .text(String(repeating: "a", count: 251)))) == ["\(code) max_length"])
    }

    @Test(
        "knows the calendar, the present day and the year 1900",
        arguments: [
            ("2024-02-29", nil), ("2023-02-29", "date"), ("1900-02-29", "date"), ("2000-04-31", "date"), ("2000-00-10", "date"),
            ("2000-13-01", "date"), ("01/02/2000", "date"), ("2000-1-1", "date"), ("soon", "date"), ("2026-06-01", nil),
            ("2026-06-02", "before"), ("2999-01-01", "before"), ("1900-01-01", "after"), ("1900-01-02", nil), ("1899-12-31", "after"),
        ])
    func dates(date: String, rule: String?) {
        let report = InventedReport.of(.adultWithoutSupport).with("pv-dob", .text(date))
        #expect(problems(report) == (rule.map { ["pv-dob \($0)"] } ?? []))
    }

    @Test("does without a date of birth, which the form does not demand")
    func noDate() {
        #expect(problems(InventedReport.of(.child).with("pv-dob", nil)) == [])
    }

    @Test("refuses what belongs to an adult once the age is changed, and takes it again when it is changed back")
    func changedAge() {
        let report = InventedReport.of(.adultWithSupport)
        let changed = report.with("pv-under-age", .text("yes"))
        let check = ReferralForm.check(changed, today: today)
        #expect(check.variant == .child)
        let found = Set(check.problems.map { "\($0.field) \($0.rule)" })
        #expect(
            found == [
                "local-authority-contacted-about-child-local-authority-name required",
                "local-authority-contacted-about-child-local-authority-phone required",
                "local-authority-contacted-about-child-local-authority-email required",
                "pv-under-age-at-time-of-exploitation absent", "pv-want-to-submit-nrm absent", "does-pv-need-support absent",
                "pv-phone-number absent", "pv-phone-number-yes absent", "who-contact absent", "pv-contact-details absent",
                "pv-contact-details-email-input absent", "pv-contact-details-email-check absent", "pv-contact-details-street absent",
                "pv-contact-details-town absent", "pv-contact-details-postcode absent", "pv-contact-details-post-check absent",
            ])
        #expect(problems(changed.with("pv-under-age", .text("no"))) == [])
    }

    @Test("refuses the name of somebody who is reported without one")
    func anonymous() {
        let report = InventedReport.of(.namedNotification).with("authorities-cooperation", .text("no"))
        let check = ReferralForm.check(report, today: today)
        #expect(check.variant == .anonymousNotification)
        #expect(check.problems.allSatisfy { $0.rule == "absent" })
        #expect(check.problems.map(\.field).starts(with: ["pv-name-first-name", "pv-name-last-name", "pv-contact-details"]))
        let named = InventedReport.of(.anonymousNotification).with("pv-dob", .text("1994-02-28"))
        #expect(problems(named) == ["pv-dob absent"])
    }

    @Test(
        "names one problem at its root where an answer is missing on which others hang",
        arguments: ["pv-under-age", "pv-want-to-submit-nrm", "does-pv-need-support", "who-contact", "where-exploitation-happened"])
    func roots(code: String) {
        let report = InventedReport.of(.adultWithSupport)
        #expect(problems(report.with(code, nil)) == ["\(code) required"])
        #expect(problems(report.with(code, .text(""))) == ["\(code) required"])
        #expect(problems(report.with(code, .text("perhaps"))) == ["\(code) equal"])
    }

    @Test("asks for one type of exploitation at least, whichever")
    func types() {
        let report = InventedReport.of(.child)
        let none = report.with("types-of-exploitation-forced-to-work", nil)
        #expect(problems(none) == ["types-of-exploitation-forced-to-work required"])
        #expect(problems(none.with("types-of-exploitation-forced-to-work", .ticked(false))) == problems(none))
        #expect(problems(none.with("types-of-exploitation-organs-removed", .ticked(true))) == [])
        #expect(problems(none.with("types-of-exploitation-other", .ticked(true))) == ["other-exploitation-details required"])
    }

    @Test("takes blank text for no answer", arguments: ["", "   ", "\n\t", "\u{A0}"])
    func blank(text: String) {
        #expect(problems(InventedReport.of(.child).with("family", .text(text))) == ["family required"])
        #expect(problems(InventedReport.of(.child).with("pv-name-nickname", .text(text))) == [])
    }

    @Test(
        "knows an e-mail address by its shape",
        arguments: [
            ("a@example.org", true), ("first.last+tag@mail.example.co.uk", true), ("o'hara@example.org", true), ("  a@example.org ", true),
            ("a@b", false), ("a@@example.org", false), ("a b@example.org", false), (".a@example.org", false), ("a..b@example.org", false),
            ("a@-example.org", false), ("a@example.o", false), ("a@example.1rg", false), ("a@example..org", false),
            ("é@example.org", false),
            (String(repeating: "a", count: 64) + "@example.org", true), (String(repeating: "a", count: 65) + "@example.org", false),
            ("a@" + String(repeating: "b", count: 63) + ".org", true), ("a@" + String(repeating: "b", count: 64) + ".org", false),
        ])
    func emails(address: String, isGood: Bool) {
        let report = InventedReport.of(.child).with("fr-alternative-contact", .text(address))
        #expect(problems(report) == (isGood ? [] : ["fr-alternative-contact email"]))
    }

    @Test(
        "knows a telephone number by its shape, British where no country is named",
        arguments: [
            ("07700 900123", true), ("+44 7700 900123", true), ("+44 (0)7700 900123", true), ("0044 20 7946 0018", true),
            ("020 7946 0018", true),
            ("01632 960001", true), ("0800 1111 111", true), ("+355 69 212 3456", true), ("+1 202 555 0123", true), ("+48601234567", true),
            ("999", false), ("07700 90012", false), ("07700 9001234", false), ("69 212 3456", false), ("+999 123 4567", false),
            ("+", false),
            ("ring me", false), ("07700 900123 or the other", true), ("+44 7700", false), ("00", false),
        ])
    func phones(number: String, isGood: Bool) {
        expectPhone(number, isGood)
    }

    @Test(
        "reads a telephone number as the form does: with an extension, and out of the words around it",
        arguments: [
            ("0121 496 0000 ext 12", true), ("0121 496 0000 ext. 12", true), ("0121 496 0000 extension 1234", true),
            ("0121 496 0000 x12", true), ("0121 496 0000 #12", true), ("+44 121 496 0000;ext=12", true), ("01214960000x123456789", true),
            ("0121 496 0000 x1234567890", false), ("Tel. 0121 496 0000 (desk)", true), ("(0121) 496 0000", true), ("0121/496 0000", true),
            ("0121 496 0000 or 07700 900123", false), ("ext 12", false), ("0121 496 ext 12", false), ("ring after 6", false),
            ("0121 four 96 0000", false), ("#", false),
        ])
    func extensions(number: String, isGood: Bool) {
        expectPhone(number, isGood)
    }

    private func expectPhone(_ number: String, _ isGood: Bool) {
        let report = InventedReport.of(.adultWithSupport).with("pv-phone-number-yes", .text(number))
        #expect(problems(report) == (isGood ? [] : ["pv-phone-number-yes phone"]))
    }

    @Test(
        "finds the address of a web page in the two texts that must not hold one",
        arguments: [
            ("see https://example.org", false), ("www.example.org", false), ("at example.org/page", false), ("FTP://x", false),
            ("Rang him, i.e. called. Then/afterwards he left...", true), ("and/or 24/7", true), ("He left.Then he came", true),
            ("wwww.", true),
        ])
    func webAddresses(text: String, isGood: Bool) {
        let report = InventedReport.of(.adultWithSupport)
        for code in ["details-last-contact", "authorities-cooperation-details"] {
            #expect(problems(report.with(code, .text(text))) == (isGood ? [] : ["\(code) not_url"]))
        }
        #expect(problems(report.with("family", .text(text))) == [])
    }

    @Test("refuses values of the wrong kind, kinds of file, and codes that it does not know")
    func kinds() {
        let report = InventedReport.of(.adultWithSupport)
        let files = "upload-file"
        #expect(problems(report.with("family", .ticked(true))) == ["family type"])
        #expect(problems(report.with("family", .unfit)) == ["family type"])
        #expect(problems(report.with("pv-contact-details", .text("email"))) == ["pv-contact-details type"])
        #expect(problems(report.with("pv-contact-details", .several(["email", "pigeon"]))) == ["pv-contact-details equal"])
        #expect(problems(report.with("pv-nationality", .text("albanian"))) == ["pv-nationality equal"])
        #expect(problems(report.with(files, .text("letter.pdf"))) == ["\(files) type"])
        #expect(problems(report.with(files, .several(["letter.exe"]))) == ["\(files) file_type"])
        #expect(problems(report.with(files, .several([".pdf"]))) == ["\(files) file_type"])
        #expect(problems(report.with(files, .several(Array(repeating: "a.PDF", count: 101)))) == ["\(files) file_count"])
        #expect(problems(report.with(files, nil)) == ["what-evidence-you-will-submit absent"])
        #expect(problems(report.with("no-such-field", .text("x"))) == ["no-such-field unknown_field"])
        #expect(problems(report.with("what-happened", .text("x"))) == ["what-happened absent"])
    }

    @Test("says in plain words what to do, and never repeats what was written")
    func messages() {
        let planted = "Quillfeather"
        for field in ReferralForm.current.fields {
            for answer in [ReferralAnswer.text(planted), .several([planted]), .ticked(true), .unfit, .nothing] {
                for variant in ReferralVariant.allCases {
                    let check = ReferralForm.check(InventedReport.of(variant).with(field.code, answer), today: today)
                    for message in check.problems.map(\.message) + check.quality.reasons.map(\.message) {
                        #expect(!message.contains(planted) && !message.hasSuffix("."))
                    }
                }
            }
        }
    }

    @Test("is written as JSON in the words of the command")
    func document() throws {
        struct Document: Decodable {
            enum CodingKeys: String, CodingKey { case variant, caseType = "case_type", acceptable, problems, quality }

            let variant: String
            let caseType: Int
            let acceptable: Bool
            let problems: [ReferralProblem]
            let quality: ReferralQuality
        }
        let text =
            #"{"pv-under-age": "no", "types-of-exploitation-other": true, "upload-file": ["a.pdf"], "family": null, "birthplace": 7}"#
        let answers = try JSONDecoder().decode([String: ReferralAnswer].self, from: Data(text.utf8))
        #expect(answers["birthplace"] == .unfit)
        let check = ReferralForm.check(answers, today: today)
        let document = try JSONDecoder().decode(Document.self, from: JSONEncoder().encode(check))
        #expect(document.variant == "C" && document.caseType == 560_734 && !document.acceptable)
        #expect(document.problems == check.problems)
        #expect(document.quality == check.quality)
        #expect(throws: (any Error).self) { try JSONDecoder().decode([String: ReferralAnswer].self, from: Data("[1]".utf8)) }
    }
}
