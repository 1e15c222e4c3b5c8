/// One sign of exploitation from the catalogue.
package struct Indicator: Sendable, Equatable {
    /// The stable code, `G01`.
    package let code: String
    /// The code of its set in the list `indicator_set`.
    package let set: String
    /// What to look or listen for, in plain words.
    package let text: String
    /// How strongly it points to exploitation: 1 weak, 2 medium, 3 strong.
    package let weight: Int
    /// The first day on which it may be chosen, `2019-04-01`.
    package let validFrom: String
    /// Whether a practitioner has confirmed the weight; pages call an unconfirmed one "to be confirmed".
    package let confirmed: Bool
}
