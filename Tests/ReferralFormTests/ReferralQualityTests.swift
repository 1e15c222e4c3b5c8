import InventedReports
import Kernel
import ReferralForm
import Testing

@Suite("The quality of a referral")
struct ReferralQualityTests {
    private let today: Day

    init() throws { today = try #require(Day("2026-06-01")) }

    private func quality(_ answers: InventedReport.Answers) -> ReferralQuality { ReferralForm.check(answers, today: today).quality }

    private func points(_ mark: ReferralQuality.Mark, _ answers: InventedReport.Answers) -> Int? {
        quality(answers).reasons.first { $0.mark == mark }?.points
    }

    @Test("is the sum of its marks, which bring 100 together")
    func sum() {
        #expect(ReferralQuality.Mark.allCases.reduce(0) { $0 + $1.most } == 100)
        for variant in ReferralVariant.allCases {
            let found = quality(InventedReport.of(variant))
            #expect(found.reasons.map(\.mark) == ReferralQuality.Mark.allCases)
            #expect(found.score == found.reasons.reduce(0) { $0 + $1.points })
            #expect(found.reasons.allSatisfy { (0...$0.mark.most).contains($0.points) && !$0.message.isEmpty })
            #expect(found.score >= 90, "\(variant): \(found)")
            #expect(quality(InventedReport.of(variant)) == found)
        }
    }

    @Test("is low where every text is vague, and zero marks say what to do")
    func vague() {
        var answers = InventedReport.of(.adultWithoutSupport)
        for field in ReferralForm.current.fields where field.kind == .area && answers[field.code] != nil {
            answers[field.code] = .text("Not known")
        }
        #expect(ReferralForm.check(answers, today: today).isAcceptable)
        #expect(quality(answers).score < 50)
        #expect(quality([:]).score < 30)
    }

    @Test("does not count an unknown that is explained")
    func unknowns() {
        let report = InventedReport.of(.child)
        #expect(points(.unknowns, report) == 10)
        for bare in ["Unknown", "not known", "n/a: none", "-", "Not disclosed"] {
            #expect(points(.unknowns, report.with("education", .text(bare))) == 8, "\(bare)")
        }
        #expect(points(.unknowns, report.with("education", .text("Not asked, because he was in distress"))) == 10)
        #expect(points(.unknowns, report.with("education", .text("Unknown")).with("family", .text("Unknown"))) == 6)
    }

    /// Whether the mark for the means finds evidence in what was done to the person and nothing else.
    private func tellsOfMeans(_ text: String) -> Bool {
        let bare = InventedReport.of(.adultWithSupport)
            .with("how-did-the-exploitation-start", .text("A neighbour knew of work"))
            .with("what-is-keeping-them-in-situation", .nothing)
            .with("how-why-did-they-leave-the-situation", .text("He walked out one morning"))
            .with("modern-slavery-indicators-details", .text("See above"))
        return (points(.means, bare.with("how-they-were-treated", .text(text))) ?? 0) > 0
    }

    @Test(
        "papers that somebody else keeps or took are evidence of means",
        arguments: [
            "The boss kept my passport.", "His passport was taken.", "Her boss took her passport.", "The owner has his documents.",
            "He kept her passport in a drawer.", "They took my papers on the first day.",
            "The traffickers confiscated their identity cards.",
            "Her passport was held by the agent.", "Her documents have been withheld since March.",
            "The employer would not give her passport back.", "She was made to hand over her papers.",
            "His boss refused to return his visa.", "The man took the passport from him.", "Passport taken by the landlord.",
            "She had her passport taken on arrival.", "Their passports were kept in the manager's office.",
            "The agent who brought him kept his licence.", "His passport, which the foreman kept, was never seen again.",
            "The gang destroyed her permit.", "They had to surrender their passports on the ship.",
            "No wages, passport held by the manager",
            "He came by bus. The boss’s wife and the boss keep his papers", "She gave up her passport and he kept it.",
            "Her passport is with the agent.",
        ])
    func papersKept(text: String) { #expect(tellsOfMeans(text)) }

    @Test(
        "papers that people keep themselves are none, nor those of which it is open who kept them",
        arguments: [
            "He kept his passport.", "He kept his own passport.", "Kept his passport", "Kept her own passport",
            "She still has her passport.",
            "She kept her passport in her bag.", "I kept my passport with me.", "They kept their passports.", "His passport was not taken.",
            "No documents were taken from him.", "The boss never took her passport.", "The police took his passport.",
            "His passport was seized by the police.", "The Home Office holds his passport.", "He has a passport and a visa.",
            "She has no documents.", "His passport was kept at home.", "Her passport was kept by her.", "His passport was kept safe.",
            "She took her passport and walked away.", "She took her passport from her bag.", "He showed me his passport and other papers.",
            "The boss said that he may keep his passport.", "The boss said to keep his passport.", "His identity is not known.",
            "The employer took a copy of her passport.", "He did not have a passport.", "The boss didn’t keep his passport",
            "The boss sleeps. He kept his passport", "The workers kept their passports.",
        ])
    func ownPapers(text: String) { #expect(!tellsOfMeans(text)) }

    @Test("asks for action, means and purpose, but for no means where a child was exploited")
    func definition() {
        let report = InventedReport.of(.adultWithSupport)
        #expect([points(.action, report), points(.means, report), points(.purpose, report)] == [8, 8, 8])
        #expect(points(.action, report.with("how-did-the-exploitation-start", .text("It began"))) == 0)
        #expect(points(.purpose, report.with("what-were-they-required-to-do", .text("Worked"))) == 3)
        var unforced = report.with("how-they-were-treated", .text("Badly")).with("modern-slavery-indicators-details", .text("Several"))
        unforced = unforced.with("how-did-the-exploitation-start", .text("He began")).with(
            "how-why-did-they-leave-the-situation", .text("He left"))
        #expect(points(.means, unforced) == 0)
        for denied in ["He was never beaten, not threatened and had no debt", "There was no violence, nor any force"] {
            #expect(points(.means, unforced.with("how-they-were-treated", .text(denied))) == 0, "\(denied)")
        }
        let told = unforced.with("how-they-were-treated", .text("He was not paid and was threatened with a beating"))
        #expect(points(.means, told) ?? 0 > 0)
        #expect(points(.unknowns, [:]) == 0 && points(.unknowns, report) == 10)
        #expect(points(.means, unforced.with("pv-under-age-at-time-of-exploitation", .text("yes"))) == 8)
    }

    @Test("asks for signs, dates, sources, reasons, a second contact and dated documents")
    func marks() {
        let report = InventedReport.of(.adultWithSupport)
        #expect(points(.indicators, report) == 10)
        #expect(points(.indicators, report.with("modern-slavery-indicators-details", .text("Several"))) == 2)
        #expect(points(.indicators, report.with("modern-slavery-indicators", .text("no"))) == 0)
        #expect(points(.chronology, report) == 10)
        #expect(points(.chronology, report.with("when-did-the-exploitation-take-place", .text("A while"))) == 4)
        #expect(points(.sources, report.with("professional-insight", .text("He was there"))) == 4)
        #expect(points(.lateDisclosure, report.with("why-report-now", .text("Unknown"))) == 0)
        #expect(points(.lateDisclosure, report.with("why-report-now", .text("He was afraid"))) == 4)
        let own = report.with("user-email", .text("Team@example.org"))
        #expect(points(.secondContact, report) == 6 && points(.secondContact, own) == 0)
        #expect(points(.documents, report.with("what-evidence-you-will-submit", .text("A letter"))) == 2)
        #expect(points(.documents, report.with("upload-file", nil)) == 3)
        #expect(points(.completeness, report) ?? 0 < 14)
        #expect(points(.documents, InventedReport.of(.anonymousNotification)) == 6)
    }
}
