/// What one comparison says about a pair of records, in bits, for a person to read: "phone the same +11.2".
package struct Contribution: Hashable, Sendable {
    /// The field, or what else speaks.
    package let field: String
    /// What was found, in words.
    package let finding: String
    /// How much it speaks for one person, or against where it is negative: the logarithm to base 2 of a likelihood ratio.
    package let bits: Float

    package init(field: String, finding: String, bits: Float) {
        self.field = field
        self.finding = finding
        self.bits = bits
    }
}

extension Contribution: CustomStringConvertible {
    package var description: String {
        let tenths = Int((abs(bits) * 10).rounded())
        return "\(field) \(finding) \(bits < 0 ? "−" : "+")\(tenths / 10).\(tenths % 10)"
    }
}
