/// Noise of whole numbers, from the discrete Gaussian distribution, sampled exactly.
///
/// The sampler is algorithms 1 to 3 of Canonne, Kamath and Steinke, The Discrete Gaussian for Differential Privacy (NeurIPS
/// 2020): it computes with whole numbers alone, so that the attack on rounded floating-point noise (Mironov, On significance of
/// the least significant bits for differential privacy, CCS 2012) finds nothing. A query of sensitivity 1 with noise of
/// variance parameter σ² is 1/(2σ²)-zCDP (their theorem 4; for a histogram, where one row changes one count by one, theorem 14).
package struct DiscreteGaussian: Sendable {
    /// σ² in sixteenths.
    private let sixteenths: UInt64
    private let scale: UInt64

    /// The parameter σ².
    package var variance: Double { Double(sixteenths) / 16 }
    /// What one count with this noise costs, in zCDP.
    package var rho: Double { 1 / (2 * variance) }

    /// The noise of the smallest variance that costs no more than `rho`.
    package init(costingAtMost rho: Double) {
        precondition(rho > 0, "Noise has a cost.")
        sixteenths = UInt64((16 / (2 * rho)).rounded(.up).clamped(to: 1...1e12))
        scale = UInt64((Double(sixteenths) / 16).squareRoot()) + 1
    }

    /// One number.
    package func sample(_ random: inout RandomSource) -> Int {
        while true {
            let laplace = sampleLaplace(&random)
            // Accept with probability exp(-(|y| - σ²/t)² / (2σ²)), in sixteenths: (16·|y|·t - s)² / (32·s·t²).
            let left = UInt128(laplace.magnitude) * 16 * UInt128(scale)
            let distance = left > UInt128(sixteenths) ? left - UInt128(sixteenths) : UInt128(sixteenths) - left
            let denominator = 32 * UInt128(sixteenths) * UInt128(scale) * UInt128(scale)
            if Self.happensExp(distance * distance, denominator, &random) { return laplace }
        }
    }

    /// Algorithm 2: discrete Laplace of the scale t.
    private func sampleLaplace(_ random: inout RandomSource) -> Int {
        while true {
            let part = UInt64.random(in: 0..<scale, using: &random)
            guard Self.happensExp(UInt128(part), UInt128(scale), &random) else { continue }
            var whole = 0
            while Self.happensExp(1, 1, &random) { whole += 1 }
            let size = Int(part) + Int(scale) * whole
            let isNegative = Bool.random(using: &random)
            if isNegative, size == 0 { continue }
            return isNegative ? -size : size
        }
    }

    /// Algorithm 1: true with probability exp(-numerator/denominator).
    private static func happensExp(_ numerator: UInt128, _ denominator: UInt128, _ random: inout RandomSource) -> Bool {
        var rest = numerator
        while rest > denominator {
            guard happensExpBelowOne(1, 1, &random) else { return false }
            rest -= denominator
        }
        return happensExpBelowOne(rest, denominator, &random)
    }

    private static func happensExpBelowOne(_ numerator: UInt128, _ denominator: UInt128, _ random: inout RandomSource) -> Bool {
        var round: UInt128 = 1
        while happens(numerator, denominator * round, &random) { round += 1 }
        return round % 2 == 1
    }

    /// True with probability numerator/denominator.
    private static func happens(_ numerator: UInt128, _ denominator: UInt128, _ random: inout RandomSource) -> Bool {
        guard let small = UInt64(exactly: denominator) else { return UInt128.random(in: 0..<denominator, using: &random) < numerator }
        return UInt128(UInt64.random(in: 0..<small, using: &random)) < numerator
    }
}

extension Double {
    func clamped(to range: ClosedRange<Double>) -> Double { Swift.min(Swift.max(self, range.lowerBound), range.upperBound) }
}
