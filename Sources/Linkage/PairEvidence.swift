/// What comparing two records found: for each comparison its level, and how likely chance alone would bring that level.
///
/// The comparison vector of Fellegi and Sunter (1969), with levels of partial agreement (Winkler 1990) and the frequency of the
/// very value on which two records agree (Newcombe, Kennedy, Axford and James 1959).
struct PairEvidence: Sendable {
    /// The places of the comparisons; the codes of the layout follow from `codes` on.
    enum Comparison {
        static let forename = 0
        static let surname = 1
        static let date = 2
        static let gender = 3
        static let nationality = 4
        static let codes = 5
        static let most = 16
    }

    /// The level of each comparison; 0 where a value is missing.
    var levels = SIMD16<UInt8>()
    /// The logarithm to base 2 of the probability of the level (and of the very value, where it agrees) among different people.
    var chance = SIMD16<Float>()
    /// What the names' coming from one population changes of their chance, to base 2; 0 or more.
    var population: Float = 0
    /// Forename and surname were compared crosswise.
    var isSwapped = false
}
