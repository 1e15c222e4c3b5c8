import Foundation
import SyntheticData
import Testing

@Suite("Privacy accounting and noise")
struct PrivacyTests {
    @Test("The accountant agrees with the mechanism's exact privacy to what a conversion from zCDP may lose")
    func accountAgainstTheExactCurve() {
        // Balle and Wang (ICML 2018), theorem 8: the exact δ of the continuous Gaussian mechanism with μ = √(2ρ).
        func normal(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }
        for rho in [0.01, 0.1, 0.3, 1] {
            let mu = (2 * rho).squareRoot()
            for epsilon in [0.5, 1.0, 4] {
                let exact = normal(mu / 2 - epsilon / mu) - exp(epsilon) * normal(-mu / 2 - epsilon / mu)
                let bound = PrivacyAccount.delta(rho: rho, epsilon: epsilon)
                #expect(bound >= exact)
            }
        }
        // The published rule ε = ρ + 2√(ρ·ln(1/δ)) (Bun and Steinke 2016, proposition 1.3) is never better.
        for rho in [0.001, 0.05, 0.5] {
            for delta in [1e-5, 1e-6, 1e-9] {
                let rule = rho + 2 * (rho * log(1 / delta)).squareRoot()
                let epsilon = PrivacyAccount.epsilon(rho: rho, delta: delta)
                #expect(epsilon <= rule)
                #expect(epsilon > 0.8 * rule - 0.1)
            }
        }
    }

    @Test("Known budgets are found again")
    func knownBudgets() {
        for (epsilon, delta, rho) in [(4.0, 1e-6, 0.311065), (1, 1e-6, 0.024356), (1, 1e-9, 0.014973)] {
            #expect(abs(PrivacyAccount.rho(epsilon: epsilon, delta: delta) - rho) < 1e-5)
            #expect(abs(PrivacyAccount.epsilon(rho: rho, delta: delta) - epsilon) < 1e-3)
        }
    }

    @Test("A threshold keeps the value of a single row out with the promised probability")
    func threshold() {
        let threshold = PrivacyAccount.threshold(variance: 100, delta: 1e-7)
        // 5.2 standard deviations, one row, and one for the discrete distribution.
        #expect((52...56).contains(threshold))
        #expect(PrivacyAccount.tail(height: Double(threshold), variance: 100) <= 1e-7)
    }

    @Test("Discrete Gaussian noise has the probabilities of its definition")
    func noise() {
        var random = RandomSource.seeded(11)
        for rho in [0.5, 0.02, 0.125] {
            let noise = DiscreteGaussian(costingAtMost: rho)
            #expect(noise.rho <= rho)
            #expect(noise.rho > 0.9 * rho)
            let count = 40_000
            var seen: [Int: Int] = [:]
            for _ in 0..<count { seen[noise.sample(&random), default: 0] += 1 }
            let weights = (-60...60).map { exp(-Double($0 * $0) / (2 * noise.variance)) }
            let sum = weights.reduce(0, +)
            for value in -3...3 {
                let share = weights[value + 60] / sum
                let deviation = (share * (1 - share) / Double(count)).squareRoot()
                #expect(abs(Double(seen[value, default: 0]) / Double(count) - share) < 5 * deviation)
            }
        }
    }
}
