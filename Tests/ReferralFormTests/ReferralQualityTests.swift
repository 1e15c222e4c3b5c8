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
