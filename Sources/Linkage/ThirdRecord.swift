import Foundation

/// What a third record says about a pair: two records that both agree with it are more likely one person than they look alone.
///
/// Three records are of one person, or two of them are, or none: five cases (Sadinle 2014; Steorts, Hall and Fienberg 2016), whose odds
/// are the products of the pairs' odds.
enum ThirdRecord {
    /// Three pairs hold only three records: what two of them agree in, the third pair repeats, and a slip in one record speaks
    /// against it twice. As in every likelihood that is composed of pairs (Varin, Reid and Firth 2011) the product says too much;
    /// half of it is what was right on every set of invented people.
    private static let repeated: Float = 0.5

    /// The log odds, to base 2, that a pair is of one person, from its own log odds and those of both its records with a third one.
    static func logOdds(pair: Float, first: Float, second: Float) -> Float {
        let pair = pair < 0 ? pair * repeated : pair
        let all = pair + first + second
        let greatest = max(0, all, pair, first, second)
        let together = exp2(all - greatest) + exp2(pair - greatest)
        let apart = exp2(first - greatest) + exp2(second - greatest) + exp2(-greatest)
        return log2(max(together, 1e-30) / max(apart, 1e-30)) * repeated
    }
}
