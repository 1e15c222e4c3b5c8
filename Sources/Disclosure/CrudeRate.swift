import Foundation

/// How many of something there are for each 100,000 inhabitants, with an interval of 95 % confidence after Byar.
///
/// Byar's approximation to the exact Poisson limits: Breslow and Day, Statistical Methods in Cancer Research 2 (1987), page 69.
package struct CrudeRate: Hashable, Sendable {
    package let perHundredThousand: Double
    package let lower: Double
    package let upper: Double
    /// Fewer than twenty were counted: `[u]` in the shorthand of the Analysis Function.
    package let isUnreliable: Bool

    /// Byar's limits are used from so many on; a rate of fewer is not made.
    package static let leastCount = 10

    private static let z = 1.959_963_984_540_054

    /// Nil for fewer than ten, whose rate says nothing, or where nobody lives.
    package init?<Unit: CountUnit>(_ count: Count<Unit>, population: Int) {
        guard population > 0, count.value >= CrudeRate.leastCount else { return nil }
        let scale = 100_000 / Double(population)
        let limits = CrudeRate.limits(of: count.value)
        perHundredThousand = Double(count.value) * scale
        lower = limits.lower * scale
        upper = limits.upper * scale
        isUnreliable = count.value < 20
    }

    /// Byar's limits of a number that was counted.
    package static func limits(of count: Int) -> (lower: Double, upper: Double) {
        let number = Double(count)
        let next = number + 1
        let lower = number == 0 ? 0 : number * pow(1 - 1 / (9 * number) - z / (3 * number.squareRoot()), 3)
        return (lower, next * pow(1 - 1 / (9 * next) + z / (3 * next.squareRoot()), 3))
    }
}
