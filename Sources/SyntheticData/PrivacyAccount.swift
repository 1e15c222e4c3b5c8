import Foundation

/// What differentially private steps cost together, counted in zero-concentrated differential privacy (zCDP).
///
/// Two tables are neighbours where one has one row more. Costs ρ add up (Bun and Steinke, Concentrated Differential Privacy,
/// TCC 2016, lemma 1.7). The step to (ε, δ) is corollary 13 of Canonne, Kamath and Steinke (NeurIPS 2020): for every α > 1
///
///     δ = exp((α-1)(αρ-ε)) / (α-1) · (1 - 1/α)^α
///
/// of which the least is taken. It is never worse than the well-known ε = ρ + 2√(ρ·ln(1/δ)).
package enum PrivacyAccount {
    /// The δ that ρ-zCDP gives at this ε.
    package static func delta(rho: Double, epsilon: Double) -> Double {
        guard rho > 0 else { return 0 }
        func logDelta(_ alpha: Double) -> Double {
            (alpha - 1) * (alpha * rho - epsilon) + alpha * log1p(-1 / alpha) - log(alpha - 1)
        }
        // The derivative rises: halve the interval in which it changes its sign.
        func slope(_ alpha: Double) -> Double { (2 * alpha - 1) * rho - epsilon + log1p(-1 / alpha) }
        var low = 1 + 1e-9
        var high = max(2, (epsilon + 1) / (2 * rho) + 2)
        while slope(high) < 0 { high *= 2 }
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if slope(middle) < 0 { low = middle } else { high = middle }
        }
        return min(1, exp(logDelta(high)))
    }

    /// The ε that ρ-zCDP gives at this δ.
    package static func epsilon(rho: Double, delta: Double) -> Double {
        var low = 0.0
        var high = rho + 2 * (rho * log(1 / delta)).squareRoot()
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if Self.delta(rho: rho, epsilon: middle) > delta { low = middle } else { high = middle }
        }
        return high
    }

    /// The greatest ρ whose steps are together (ε, δ)-differentially private.
    package static func rho(epsilon: Double, delta: Double) -> Double {
        var low = 0.0
        var high = epsilon
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if Self.delta(rho: middle, epsilon: epsilon) <= delta { low = middle } else { high = middle }
        }
        return low
    }

    /// A bound on the probability that discrete Gaussian noise reaches `height` (Canonne, Kamath and Steinke 2020, proposition 25:
    /// at most what the continuous one reaches at height - 1).
    package static func tail(height: Double, variance: Double) -> Double {
        erfc((height - 1) / (2 * variance).squareRoot()) / 2
    }

    /// The least whole count that a value which only one row has exceeds with a probability of at most `delta`.
    package static func threshold(variance: Double, delta: Double) -> Int {
        var low = 0
        var high = 2
        while tail(height: Double(high), variance: variance) > delta { high *= 2 }
        while high - low > 1 {
            let middle = (low + high) / 2
            if tail(height: Double(middle), variance: variance) > delta { low = middle } else { high = middle }
        }
        return high + 1
    }

    /// The greatest advantage (true minus false positives) that any membership attack on an (ε, δ)-private output can have
    /// (Humphries and others, Investigating membership inference attacks under data dependencies, CSF 2023, theorem 3.1).
    package static func greatestAdvantage(epsilon: Double, delta: Double) -> Double {
        min(1, (exp(epsilon) - 1 + 2 * delta) / (exp(epsilon) + 1))
    }
}
