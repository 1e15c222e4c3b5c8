/// One column of the people who are encoded, and how it enters the filter.
package struct Feature: Hashable, Sendable {
    /// The column's name.
    package let identifier: String
    /// What its values must look like and how they enter the filter; nil where the column is passed over.
    package let hashing: FeatureHashing?
}

/// What a feature's values look like and how they enter the filter.
package struct FeatureHashing: Hashable, Sendable {
    package let format: ValueFormat
    package let comparison: Comparison
    package let strategy: InsertionStrategy
    package let hash: TokenHash
    package let missing: MissingValue?
    /// The encoding in which tokens are hashed.
    package let encoding: TextEncoding
}

/// How values become tokens; two values are as alike as their sets of tokens.
package enum Comparison: Hashable, Sendable {
    /// Runs of `length` neighbouring characters, with the number of their place before them where positional.
    case nGram(length: Int, isPositional: Bool)
    /// The whole value.
    case exact
    /// The numbers around a number on a grid (Vatsalan and Christen, Privacy-preserving matching of similar patients, Journal
    /// of Biomedical Informatics 59, 2016): numbers that are further apart than `interval` have none in common. `scale` is
    /// the power of ten that makes integers of the numbers; `interval` is in that scale.
    case numeric(interval: Int, resolution: Int, scale: Int)
}

/// How often tokens enter the filter.
package enum InsertionStrategy: Hashable, Sendable {
    /// Each token sets this many bits.
    case bitsPerToken(Int)
    /// All tokens of a value together set this many bits, the first tokens one more where it does not divide.
    case bitsPerFeature(Int)
}

/// The keyed hash function that chooses a token's bits.
package enum TokenHash: Hashable, Sendable {
    /// h₁ + i·h₂ with HMAC-SHA1 and HMAC-MD5 (Schnell, Bachteler, Reiher, A Novel Error-Tolerant Anonymous Linking Code,
    /// 2011); it sets a single bit where h₂ is 0, unless that is prevented.
    case double(preventsSingularity: Bool)
    /// Slices of 16 bits of keyed BLAKE2b.
    case blake
}

/// The text that stands for a value that is not known, and the text that is encoded in its place.
package struct MissingValue: Hashable, Sendable {
    package let sentinel: String
    package let replacement: String
}

/// The encodings in which a token can be hashed; UTF-16 and UTF-32 are little-endian and begin with a byte order mark.
package enum TextEncoding: String, Hashable, Sendable {
    case ascii
    case utf8 = "utf-8"
    case utf16 = "utf-16"
    case utf32 = "utf-32"
}

/// What a value must look like, and how it is written before it becomes tokens.
package enum ValueFormat: Hashable, Sendable {
    /// A text; lengths are in Unicode code points.
    case text(letterCase: LetterCase, least: Int?, most: Int?)
    /// A text that a regular expression matches from end to end.
    case pattern(String)
    /// A whole number, written without spaces, plus sign and leading zeros.
    case integer(least: Int?, most: Int?)
    /// A date, written as year, month and day without separators.
    case date(DateFormat)
    /// One of some texts.
    case oneOf([String])
}

/// Which letters a text may have.
package enum LetterCase: String, Hashable, Sendable {
    case upper, lower, mixed
}
