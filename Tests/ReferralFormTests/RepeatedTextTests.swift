import InventedReports
import Kernel
import ReferralForm
import Testing

@Suite("Text repeated from earlier referrals")
struct RepeatedTextTests {
    private let today: Day

    init() throws { today = try #require(Day("2026-06-01")) }

    /// Forty words that all differ, from a number on.
    private func words(_ start: Int, _ count: Int) -> String {
        (start..<start + count).map { "word\($0)" }.joined(separator: " ")
    }

    private func fingerprint(_ text: String) -> TextFingerprint {
        ReferralForm.fingerprint(["how-did-the-exploitation-start": .text(text)])
    }

    @Test("is measured as the share of runs of eight words")
    func measure() {
        let earlier = fingerprint(words(0, 107))
        #expect(earlier.shingles.count == 100)
        #expect(fingerprint(words(0, 107)).containment(in: earlier) == 1)
        #expect(fingerprint(words(500, 107)).containment(in: earlier) == 0)
        // Fifty runs of the old text, seven across the seam, fifty of the new one.
        #expect(abs(fingerprint(words(50, 57) + " " + words(900, 57)).containment(in: earlier) - 50.0 / 107) < 0.001)
        #expect(fingerprint("Seven words are not enough for one").shingles.isEmpty)
        #expect(fingerprint("Seven words are not enough").containment(in: earlier) == 0)
    }

    @Test("is seen through capitals, stops and line breaks, and where a name was exchanged")
    func disguised() {
        let text = "The man took her passport and said that she owed him for the journey and had to work until it was paid"
        let disguised = "the man took her PASSPORT, and said\nthat she owed him: for the journey – and had to work, until it was paid!"
        #expect(fingerprint(disguised).containment(in: fingerprint(text)) == 1)
        let story = words(0, 60) + " Arben " + words(60, 60)
        let copied = words(0, 60) + " Besnik " + words(60, 60)
        #expect(fingerprint(copied).containment(in: fingerprint(story)) > 0.9)
    }

    @Test("is kept and read back without the words")
    func kept() {
        let found = fingerprint(words(0, 40))
        #expect(TextFingerprint(text: found.text) == found)
        #expect(!found.text.contains("word1"))
        #expect(TextFingerprint(text: "?? 1z").shingles.count == 1)
    }

    @Test("costs points by its share, and none where nothing is known of earlier referrals")
    func points() throws {
        let report = InventedReport.of(.adultWithSupport)
        let own = ReferralForm.fingerprint(report)
        func mark(_ earlier: [TextFingerprint]?) throws -> ReferralQuality.Reason {
            try #require(
                ReferralForm.check(report, today: today, earlier: earlier).quality.reasons.first { $0.mark == .ownWords })
        }
        #expect(try mark(nil).points == 6)
        #expect(try mark(nil).message.contains("No earlier referrals"))
        #expect(try mark([]).points == 6)
        #expect(try mark([own]).points == 0)
        #expect(try mark([own]).message.contains("100 in 100"))
        let hashes = own.shingles
        for (share, points) in [(0.05, 6), (0.15, 4), (0.4, 2), (0.6, 0)] {
            let part = TextFingerprint(
                text: hashes.prefix(Int(Double(hashes.count) * share)).map { String($0, radix: 36) }.joined(separator: " "))
            #expect(try mark([part]).points == points, "\(share)")
        }
        let other = ReferralForm.fingerprint(["family": .text(words(0, 50))])
        #expect(try mark([other]).points == 6)
    }

    @Test("leaves out what is not asked on this way")
    func asked() {
        let typed = InventedReport.of(.namedNotification).with("refuse-nrm", .text(words(0, 30)))
        #expect(ReferralForm.fingerprint(typed).shingles.count > ReferralForm.fingerprint(typed.with("refuse-nrm", nil)).shingles.count)
        let child = InventedReport.of(.child)
        #expect(ReferralForm.fingerprint(child.with("refuse-nrm", .text(words(0, 30)))) == ReferralForm.fingerprint(child))
    }
}

@Suite("What the form asks")
struct AskedAnswersTests {
    @Test("are the questions of the pack, under the eleven headings", arguments: ReferralVariant.allCases)
    func questions(variant: ReferralVariant) {
        let answers = InventedReport.of(variant)
        let asked = FormHeading.allCases.flatMap { ReferralForm.questions(under: $0, answers) }.flatMap { $0 }.map(\.code)
        #expect(Set(asked) == Set(ReferralForm.pages(answers).flatMap(\.values).map(\.code)))
        #expect(ReferralForm.asked(answers) == answers)
        #expect(ReferralForm.variant(answers) == variant)
        for code in asked { #expect(ReferralForm.heading(of: code, answers) != nil) }
        let titles = Set(ReferralForm.current.pages.filter { $0.information.isEmpty }.map(\.heading)).subtracting([""])
        #expect(titles.isSubset(of: Set(FormHeading.allCases.map(\.title))))
    }

    @Test("leave out kept answers of another way, which the check would refuse")
    func kept() throws {
        let today = try #require(Day("2026-06-01"))
        let changed = InventedReport.of(.adultWithSupport).merging(InventedReport.of(.child)) { adult, _ in adult }
            .with("pv-under-age", .text("yes"))
        #expect(!ReferralForm.check(changed, today: today).isAcceptable)
        let asked = ReferralForm.asked(changed)
        #expect(asked["pv-want-to-submit-nrm"] == nil && asked["who-contact"] == nil)
        #expect(ReferralForm.check(asked, today: today).problems == [])
        #expect(ReferralForm.asked(["pigeon": .text("x")])["pigeon"] == .text("x"))
    }

    @Test("have words for every option, and lists where agencies follow each other")
    func words() throws {
        for field in ReferralForm.current.fields {
            guard case .radio(let options) = field.kind else { continue }
            for option in options { #expect(field.words(ofOption: option) != option, "\(field.code) \(option)") }
            #expect(Set(options.map(field.words(ofOption:))).count == options.count)
        }
        for succession in FormSuccession.all {
            guard case .pick(let list) = ReferralForm.current.field("user-organisation")?.kind else {
                Issue.record("the organisation is picked from a list")
                return
            }
            #expect(list.contains(succession.predecessor) && list.contains(succession.successor))
            let eve = succession.from.adding(days: -1)
            #expect(FormSuccession.reporting(succession.predecessor, on: succession.from) == succession.successor)
            #expect(FormSuccession.reporting(succession.predecessor, on: eve) == succession.predecessor)
            #expect(FormSuccession.reporting(succession.successor, on: eve) == succession.predecessor)
        }
        #expect(FormSuccession.reporting("Unseen", on: try #require(Day("2026-06-01"))) == "Unseen")
    }
}
