/// Something that a case study says about a person, a place or what was done to somebody, as the records have it under a code.
package struct NamedFact: Hashable, Sendable {
    /// What the fact is about.
    package enum Characteristic: String, Sendable, CaseIterable {
        case locationType = "location_type"
        case exploitationType = "exploitation_type"
        case nationality
        case gender
        case ageGroup = "age_group"
    }

    package let characteristic: Characteristic
    /// The code of the list of this characteristic.
    package let code: String
    /// The words of the text.
    package let words: String

    package init(_ characteristic: Characteristic, _ code: String, words: String) {
        self.characteristic = characteristic
        self.code = code
        self.words = words
    }
}
