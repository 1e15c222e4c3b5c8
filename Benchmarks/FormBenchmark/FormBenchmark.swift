import Foundation
import InventedReports
import Kernel
import ReferralForm

/// How many reports a second of the processor checks: complete ones, one for each way through the form, each time with
/// other words, so that nothing is answered from memory. `script/bench` runs it beside the bar.
@main
struct FormBenchmark {
    /// What issue and documentation ask for.
    static let bar = 10_000.0

    static func main() throws {
        let reports = ReferralVariant.allCases.map { InventedReport.of($0) }
        let today = World.real.now().day
        let variations = (0..<40).flatMap { number in
            reports.map { $0.with("what-were-they-required-to-do", .text("Washed cars from seven, \(number) a day, for no pay")) }
        }
        let earlier = variations.prefix(100).map { ReferralForm.fingerprint($0) }
        let files = try variations.map { try JSONEncoder().encode($0) }
        var acceptable = 0
        var score = 0
        func count(_ check: ReferralCheck) {
            acceptable += check.isAcceptable ? 1 : 0
            score += check.quality.score
        }
        measure("checks", variations.count) {
            for answers in variations { count(ReferralForm.check(answers, today: today)) }
        }
        print("  acceptable \(acceptable) of \(variations.count * rounds), mean score \(score / (variations.count * rounds))")
        measure("checks[beside 100 earlier referrals]", variations.count) {
            for answers in variations { count(ReferralForm.check(answers, today: today, earlier: earlier)) }
        }
        try measure("checks[from a file's bytes]", files.count) {
            for file in files {
                count(ReferralForm.check(try JSONDecoder().decode([String: ReferralAnswer].self, from: file), today: today))
            }
        }
    }

    private static let rounds = 50

    /// Does the work over and over and prints how many of its items a second of the processor takes.
    private static func measure(_ name: String, _ items: Int, _ work: () throws -> Void) rethrows {
        let began = processorSeconds()
        for _ in 0..<rounds { try work() }
        let rate = Double(items * rounds) / (processorSeconds() - began)
        let words = rate >= bar ? "reached" : "missed"
        print("form.\(name)  \(Int(rate)) per CPU second (bar \(Int(bar)): \(words))")
    }

    private static func processorSeconds() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
