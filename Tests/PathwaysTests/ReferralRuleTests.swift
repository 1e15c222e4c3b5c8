import Access
import Foundation
import InventedReports
import Kernel
import Partnerships
import ReferralForm
import TestSupport
import Testing
import Web

@testable import Pathways

@Suite("The rules of a referral")
struct ReferralRuleTests {
    private let today: Day

    init() throws { today = try #require(Day("2026-06-01")) }

    // MARK: The way

    @Test("a report goes out only as the kind that the way allows")
    func fit() {
        let allowed: [ReferralRoute: Set<ReferralVariant>] = [
            .childReferral: [.child], .adultReferral: [.adultWithSupport, .adultWithoutSupport],
            .namedNotification: [.namedNotification, .anonymousNotification], .anonymousNotification: [.anonymousNotification],
        ]
        for route in ReferralRoute.allCases {
            for variant in ReferralVariant.allCases {
                #expect(route.allows(variant) == allowed[route, default: []].contains(variant), "\(route) \(variant)")
                let problems = ReferralFit.problems(variant, route: route)
                #expect(problems.isEmpty == (route.allows(variant) || !route.isReport), "\(route) \(variant)")
                for problem in problems { #expect(ReferralForm.current.field(problem.field) != nil) }
            }
            for (isNotification, isAnonymous) in [(false, false), (true, false), (true, true)] {
                let isRight =
                    route.isReport && route.isNotification == isNotification
                    && isAnonymous == (route == .anonymousNotification)
                #expect(
                    ReferralFit.problems(isNotification: isNotification, isAnonymous: isAnonymous, route: route).isEmpty == isRight)
            }
        }
    }

    @Test("a way that is not safe keeps its fields out of the form", arguments: ContactWay.allCases)
    func unsafe(way: ContactWay) {
        let answers = InventedReport.of(.adultWithSupport)
        #expect(UnsafeContact.problems(answers, unsafe: [], rule: .safeWaysOnly) == [])
        let fields = UnsafeContact.problems(answers, unsafe: [way], rule: .safeWaysOnly).map(\.field)
        let expected: [ContactWay: [String]] = [
            .email: ["pv-contact-details"], .post: ["pv-contact-details"], .call: ["pv-phone-number"], .message: ["pv-phone-number"],
            .visit: [],
        ]
        #expect(fields == expected[way])
        #expect(UnsafeContact.problems(answers, unsafe: [], rule: .noContact).count == 3)
        let others = InventedReport.of(.anonymousNotification)
        #expect(UnsafeContact.problems(others, unsafe: Set(ContactWay.allCases), rule: .noContact) == [])
        // An address that was typed counts, also where its box is not ticked.
        let typed: [String: ReferralAnswer] = ["pv-contact-details-email-input": .text("a@example.org")]
        #expect(UnsafeContact.problems(typed, unsafe: [.email], rule: .safeWaysOnly).count == 1)
    }

    // MARK: Saving

    private func opened(_ answers: [String: ReferralAnswer], again: [FormHeading] = []) -> OpenedReferral {
        OpenedReferral(answers: answers, again: again, note: "", earlier: [])
    }

    @Test("a changed age sends everything after the consent to be gone through again, and keeps every answer")
    func changedAge() {
        let before = opened(InventedReport.of(.adultWithSupport))
        let draft = SaveReferralSection.Draft(
            heading: .age, asked: ["pv-under-age", "pv-under-age-at-time-of-exploitation"],
            typed: ["pv-under-age": .text("yes"), "pv-under-age-at-time-of-exploitation": .text("no")])
        let after = SaveReferralSection.merged(before, draft)
        #expect(after.again == FormHeading.afterConsent)
        #expect(after.answers == before.answers.with("pv-under-age", .text("yes")))
        let same = SaveReferralSection.merged(
            before, .init(heading: .age, asked: ["pv-under-age"], typed: ["pv-under-age": .text("no")]))
        #expect(same.again == [] && same == before)
        // Back again: nothing was lost, and the same report stands there.
        let back = SaveReferralSection.merged(
            after, .init(heading: .age, asked: ["pv-under-age"], typed: ["pv-under-age": .text("no")]))
        #expect(back.answers == before.answers)
        let person = ReferralForm.questions(under: .person, back.answers).flatMap { $0 }.map(\.code)
        let walked = SaveReferralSection.merged(
            back, .init(heading: .person, asked: person, typed: back.answers.filter { person.contains($0.key) }))
        #expect(walked.again == [.consent, .dutyToNotify, .contact] && walked.answers == before.answers)
    }

    @Test("an answer is emptied by an empty field, and never by a field of another part or one that was not asked")
    func merged() {
        let before = opened(["family": .text("Two sisters"), "pv-gender": .text("male"), "education": .text("None")])
        let after = SaveReferralSection.merged(
            before,
            .init(
                heading: .background, asked: ["family", "pv-gender"],
                typed: ["pv-gender": .text("female"), "education": .text("Changed"), "pigeon": .text("x")]))
        #expect(after.answers == ["pv-gender": .text("male"), "education": .text("None")])
    }

    @Test("15,001 characters with emoji are kept and told of, and only far more is refused")
    func length() {
        let text = String(repeating: "a", count: 14_999) + "😟"
        #expect(text.count == 15_000 && text.utf16.count == 15_001)
        let draft = SaveReferralSection.Draft(heading: .background, asked: ["family"], typed: ["family": .text(text)])
        #expect(SaveReferralSection.problems(draft, status: .draft) == [])
        let check = ReferralForm.check(["family": .text(text)], today: today)
        #expect(check.problems.contains { $0.field == "family" && $0.rule == "max_length" && $0.message.contains("by 1") })
        let endless = SaveReferralSection.Draft(
            heading: .background, asked: ["family"], typed: ["family": .text(String(repeating: "😟", count: 30_001))])
        #expect(SaveReferralSection.problems(endless, status: .draft).map(\.field) == ["family"])
        for status in ReferralStatus.allCases where status != .draft {
            #expect(!SaveReferralSection.problems(draft, status: status).isEmpty)
        }
    }

    @Test("a form keeps what cannot be read, and spells lists as the form does")
    func sectionForm() {
        let fields = ["pv-dob", "pv-nationality", "pv-contact-details", "upload-file", "types-of-exploitation-other", "user-organisation"]
            .compactMap(ReferralForm.current.field)
        let form = ReferralSectionForm(fields)
        let typed = FormData(fields: [
            ("pv-dob-day", "31"), ("pv-dob-month", "2"), ("pv-dob-year", "1999"), ("pv-nationality", "albanian"),
            ("pv-contact-details", "email"), ("pv-contact-details", "post"), ("upload-file", "a.pdf\n b.png\n"),
            ("types-of-exploitation-other", "yes"), ("user-organisation", "national crime agency"),
        ])
        let answers = form.answers(typed)
        #expect(
            answers == [
                "pv-dob": .text("1999-2-31"), "pv-nationality": .text("Albanian"), "pv-contact-details": .several(["email", "post"]),
                "upload-file": .several(["a.pdf", "b.png"]), "types-of-exploitation-other": .ticked(true),
                "user-organisation": .text("National Crime Agency NCA"),
            ])
        let shown = form.data(answers)
        #expect(shown.text("pv-dob-day") == "31" && shown.text("pv-dob-month") == "2" && shown.text("pv-dob-year") == "1999")
        #expect(form.answers(shown) == answers)
        #expect(ReferralForm.check(answers, today: today).problems.contains { $0.field == "pv-dob" && $0.rule == "date" })
        let real = form.answers(FormData(fields: [("pv-dob-day", "3"), ("pv-dob-month", "March"), ("pv-dob-year", "1999")]))
        #expect(real["pv-dob"] == .text("1999-03-03"))
        #expect(form.answers(FormData(fields: [("pv-nationality", "Atlantean")]))["pv-nationality"] == .text("Atlantean"))
    }

    // MARK: What is filled in

    private func prefill(
        _ route: ReferralRoute, facts: VictimFacts, unsafe: Set<ContactWay> = [], consents: [(ConsentPurpose, ConsentAnswer)] = []
    ) -> ReferralPrefill {
        ReferralPrefill(
            route: route, reference: "R-1", facts: facts, identity: ReferralCase.identity,
            contact: ReferralCase.contact, contactRule: .safeWaysOnly, unsafeWays: unsafe,
            ledger: ConsentLedger(
                consents.map { purpose, answer in
                    ConsentRecord(
                        id: ID(at: Moment(microseconds: 0), random: (1, 1)), purpose: purpose, answer: answer, answeredOn: today,
                        recordedAt: Moment(microseconds: 0), organisationName: "", personName: "", explainedBy: "", method: .spoken,
                        language: "", interpreter: "", capacity: .notInDoubt, reason: answer == .declined ? "not-said" : "")
                }),
            signs: [.init(seenOn: today, isScreening: true, words: ["Does not hold their passport"])],
            personName: "Ada Moss Lane", personEmail: "ada@example.org",
            organisationName: "Gangmasters and Labour Abuse Authority", lists: .init([]), today: today)
    }

    @Test("is filled in from the record, in the spellings of the form")
    func filledIn() {
        let facts = VictimFacts(
            gender: "other", nationality: "Albanian", language: "Albanian", interpreter: "yes",
            exploitation: ["labour", "sexual", "criminal", "domestic-servitude", "organ-harvesting", "unknown"])
        let answers = prefill(.adultReferral, facts: facts, consents: [(.support, .given), (.police, .declined)]).answers
        let expected: [String: ReferralAnswer] = [
            "reference": .text("R-1"), "user-email": .text("ada@example.org"), "user-organisation": .text("Fair Work Agency"),
            "fr-location": .text("england"), "fr-details-first-name": .text("Ada"), "fr-details-last-name": .text("Moss Lane"),
            "pv-under-age": .text("no"), "pv-gender": .text("unknown"), "pv-nationality": .text("Albanian"),
            "pv-interpreter-requirements": .text("yes"), "pv-interpreter-requirements-language": .text("Albanian"),
            "types-of-exploitation-forced-to-work": .ticked(true),
            "types-of-exploitation-prostitution": .ticked(true), "types-of-exploitation-forced-to-commit-crime": .ticked(true),
            "types-of-exploitation-unpaid-household-work": .ticked(true), "types-of-exploitation-organs-removed": .ticked(true),
            "pv-want-to-submit-nrm": .text("yes"), "does-pv-need-support": .text("yes"), "authorities-cooperation": .text("no"),
            "modern-slavery-indicators": .text("yes"),
            "modern-slavery-indicators-details": .text(
                "Seen or told at the screening on 1 June 2026:\n- Does not hold their passport"),
            "pv-name-first-name": .text("Zamir"), "pv-name-last-name": .text("Quillfeather"), "pv-name-nickname": .text("Zed"),
            "pv-dob": .text("1994-02-28"), "pv-ho-reference": .text("yes"), "pv-ho-reference-type": .text("HO-77123"),
            "pv-contact-details": .several(["email", "post"]), "pv-contact-details-email-input": .text("zamir@hidden.example"),
            "pv-contact-details-street": .text("1 Invented Street"), "pv-contact-details-town": .text("Tipton"),
            "pv-contact-details-postcode": .text("DY4 8XX"), "pv-phone-number": .text("yes"), "pv-phone-number-yes": .text("07700 900123"),
        ]
        for (code, answer) in expected { #expect(answers[code] == answer, "\(code): \(String(describing: answers[code]))") }
        #expect(Set(answers.keys) == Set(expected.keys))
        // Whether it is safe to write there is confirmed by hand.
        #expect(answers["pv-contact-details-email-check"] == nil && answers["pv-contact-details-post-check"] == nil)
        for (code, answer) in answers {
            let alone = ReferralForm.check([code: answer], today: today).problems.filter { $0.field == code && $0.rule != "absent" }
            #expect(alone == [], "\(code)")
        }
    }

    @Test("is filled in with no way that is not safe")
    func unsafePrefill() {
        let answers = prefill(.adultReferral, facts: VictimFacts(), unsafe: [.email, .message]).answers
        #expect(answers["pv-contact-details"] == .several(["post"]))
        #expect(answers["pv-contact-details-email-input"] == nil && answers["pv-phone-number-yes"] == nil)
    }

    @Test("names nobody in a report without a name, whatever is on record")
    func anonymousPrefill() {
        let answers = prefill(
            .anonymousNotification, facts: VictimFacts(), consents: [(.nrm, .declined), (.police, .given)]
        ).answers
        let text = answers.values.map { "\($0)" }.joined(separator: " ")
        for planted in ReferralCase.planted + ["Zed", "HO-77123"] { #expect(!text.contains(planted), "\(planted)") }
        #expect(answers["pv-want-to-submit-nrm"] == .text("no") && answers["authorities-cooperation"] == .text("no"))
        #expect(answers["refuse-nrm"] == nil)
    }

    @Test(
        "says of the age what is known of it",
        arguments: [
            (AgeStanding.Basis.known, AgeStanding.Group.adult, "no"), (.known, .child, "yes"), (.known, .perhapsChild, "not-sure"),
            (.disputed, .adult, "not-sure"), (.disputed, .child, "not-sure"), (.unknown, .perhapsChild, "not-sure"),
            (.unknown, .adult, "no"),
        ])
    func age(basis: AgeStanding.Basis, group: AgeStanding.Group, expected: String) {
        var facts = VictimFacts(age: AgeStanding(basis: basis, group: group), childAtExploitation: "yes")
        facts.exploitation = ["sexual"]
        let route: ReferralRoute = facts.age.isTreatedAsChild ? .childReferral : .adultReferral
        let answers = prefill(route, facts: facts).answers
        #expect(answers["pv-under-age"] == .text(expected))
        #expect((answers["pv-under-age-at-time-of-exploitation"] == nil) == facts.age.isTreatedAsChild)
        #expect((answers["pv-want-to-submit-nrm"] == nil) == facts.age.isTreatedAsChild)
        #expect((answers["types-of-exploitation-child-exploitation"] != nil) == facts.age.isTreatedAsChild)
    }

    @Test(
        "an address is parted into what the form asks",
        arguments: [
            ("1 Invented Street\nTipton\nDY4 8XX", "1 Invented Street", "Tipton", "DY4 8XX"),
            ("Flat 2, 1 Invented Street, Tipton, dy48xx", "Flat 2, 1 Invented Street", "Tipton", "dy48xx"),
            ("The hostel", "The hostel", "", ""), ("", "", "", ""), ("DY4 8XX", "", "", "DY4 8XX"),
            ("1 Invented Street\nTipton", "1 Invented Street", "Tipton", ""),
        ])
    func address(text: String, street: String, town: String, postcode: String) {
        let address = PostalAddress(text)
        #expect([address.street, address.town, address.postcode] == [street, town, postcode])
    }

    // MARK: Sending

    @Test("a reference is one, and comes on a day that was")
    func submission() throws {
        func line(_ status: ReferralStatus) -> ReferralLine {
            ReferralLine(
                id: ID(at: Moment(microseconds: 0), random: (1, 1)), victim: ID(at: Moment(microseconds: 0), random: (2, 2)),
                reference: "R-1", version: 1, isNotification: false, isAnonymous: false, status: status, startedOn: today.adding(days: -3),
                encounteredOn: today, organisation: nil, organisationName: "", firstResponder: nil, quality: nil, submittedOn: nil,
                homeOfficeReference: nil, competentAuthority: "")
        }
        func fields(_ day: Int, _ reference: String, _ status: ReferralStatus = .ready) -> [String] {
            RecordSubmission.problems(
                .init(submittedOn: today.adding(days: day), reference: reference), line: line(status), today: today
            ).map(\.field)
        }
        #expect(fields(0, "NRM-2026/1234") == [] && fields(0, "") == [] && fields(-3, "1234") == [])
        #expect(fields(1, "1") == ["submitted_on"] && fields(-4, "1") == ["submitted_on"])
        for wrong in ["Quillfeather", "Zamir Q", "12\n3", "№12", String(repeating: "1", count: 41)] {
            #expect(fields(0, wrong) == ["reference"], "\(wrong)")
        }
        #expect(fields(0, "", .submitted) == ["reference"] && fields(0, "1", .submitted) == [])
        for status in ReferralStatus.allCases where status != .ready && status != .submitted {
            #expect(fields(0, "1", status) == [""])
        }
        let draft = RecordSubmission.Draft(submittedOn: today, reference: "1")
        #expect(RecordSubmission.status(draft, isNotification: false) == .awaitingReasonableGrounds)
        #expect(RecordSubmission.status(draft, isNotification: true) == .notified)
        #expect(RecordSubmission.status(.init(submittedOn: today, reference: ""), isNotification: true) == .submitted)
    }

    // MARK: Quality over time

    @Test("is added up by month, agency and person, with the marks that lost points most often")
    func trends() throws {
        func line(_ month: String, _ person: String, _ score: Int, _ marks: String) -> QualityLine {
            QualityLine(
                month: month, organisationName: "Police", personName: person, score: score, marks: QualityMarks(text: marks))
        }
        let trends = QualityTrends([
            line("2026-05", "Ada", 60, "action=0 means=8 chronology=4"), line("2026-06", "Ada", 80, "action=5 means=8"),
            line("2026-06", "Bert", 91, "action=8 means=5 chronology=10 pigeon=1"),
        ])
        #expect(trends.byAgency.map(\.month) == ["2026-06", "2026-05"])
        #expect(trends.byAgency.map(\.count) == [2, 1] && trends.byAgency.map(\.mean) == [86, 60])
        #expect(trends.byAgency[1].lost == [.init(mark: .action, count: 1), .init(mark: .chronology, count: 1)])
        #expect(trends.byPerson.map(\.person) == ["Ada", "Bert", "Ada"])
        #expect(QualityTrends.firstDay(before: today).iso == "2025-07-01")
        #expect(QualityTrends.firstDay(before: try #require(Day("2026-12-31"))).iso == "2026-01-01")
        let quality = ReferralForm.check(InventedReport.of(.child), today: today).quality
        #expect(QualityMarks(text: QualityMarks(quality).text) == QualityMarks(quality))
    }

    // MARK: The pack

    @Test(
        "the pack of each variant opens in the form's order, with a button for each value, and needs no server",
        arguments: ReferralVariant.allCases)
    func pack(variant: ReferralVariant) throws {
        let answers = InventedReport.of(variant).with("family", .text("<script>alert(1)</script>\nand \"more\""))
        let files = KeyInFiles(KeyInPack(answers, today: today), today: today).files
        #expect(files.map(\.name) == ["index.html", "pack.css", "pack.js"])
        let page = String(decoding: files[0].bytes, as: UTF8.self)
        var rest = page[...]
        for path in ReferralForm.pages(answers).map(\.path) {
            let range = try #require(rest.range(of: "<code>\(path)</code>"), "\(path) is not in its place")
            rest = rest[range.upperBound...]
        }
        for value in ReferralForm.pages(answers).flatMap(\.values) where answers[value.code] != nil {
            // A box has nothing to copy, and a day is typed as three values.
            let names: [String] =
                switch value.kind {
                case .tick: []
                case .date: ["day", "month", "year"].map { "\(value.code)-\($0)" }
                default: [value.code]
                }
            for name in names { #expect(page.contains("data-copy=\"value-\(name)\""), "\(name)") }
            #expect(page.contains("data-copy=\"value-\(value.code)\"") == names.contains(value.code), "\(value.code)")
        }
        #expect(page.contains("pack.js") && page.contains("pack.css") && !page.contains("/assets/"))
        #expect(!page.contains("<script>alert") && page.contains("&lt;script&gt;"))
        #expect(page.contains("Nothing has been sent"))
        let titles = FormHeading.allCases.map(\.title) + ["Check and Send"]
        #expect(
            page.components(separatedBy: "<h2>").dropFirst().allSatisfy { part in
                titles.contains { part.hasPrefix($0.replacing("'", with: "&#39;")) || part.hasPrefix($0) }
            })
    }
}
