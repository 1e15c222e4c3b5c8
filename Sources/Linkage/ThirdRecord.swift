import Foundation

/// What a third record says about a pair: two records that both agree with it are more likely one person than they look alone.
///
/// Three records are of one person, or two of them are, or none: five cases (Sadinle 2014; Steorts, Hall and Fienberg 2016), whose odds
/// are the products of the pairs' odds.
enum ThirdRecord {
    /// The log odds, to base 2, that a pair is of one person, from its own log odds and those of both its records with a third one.
    static func logOdds(pair: Float, first: Float, second: Float) -> Float {
        let all = pair + first + second
        let greatest = max(0, all, pair, first, second)
        let together = exp2(all - greatest) + exp2(pair - greatest)
        let apart = exp2(first - greatest) + exp2(second - greatest) + exp2(-greatest)
        return log2(max(together, 1e-30) / max(apart, 1e-30))
    }
}
