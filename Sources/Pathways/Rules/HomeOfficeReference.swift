import Kernel

/// The reference that the Home Office gives: it stands in a column that is not sealed, so nobody's name belongs there.
enum HomeOfficeReference {
    /// What whoever enters a reference that another referral of the partnership has is told. They may not be one of those who
    /// see that referral: that the reference is in use is all that they learn, and nothing of where or of whom.
    static func isInUse(_ field: String) -> Problem {
        Problem(
            field,
            "This reference is in use already. Compare it with the message from the Home Office; if it is right, ask the coordinator")
    }

    /// How the journal calls the attempt to use one that is in use, beside the referral for which it was entered.
    static let refusal = "refused-use-reference-of-another"

    /// The longest reference that is kept.
    static let longest = 40

    /// What is wrong with it; nil where nothing is, and where there is none.
    static func problem(_ field: String, _ reference: String) -> Problem? {
        if reference.isEmpty { return nil }
        let isReference =
            reference.count <= longest && reference.contains(where: \.isNumber)
            && reference.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || "0123456789-/ .".unicodeScalars.contains($0))
            }
        if isReference { return nil }
        return Problem(field, "Enter the reference alone, as it came: letters, figures and dashes, \(longest) at most")
    }
}
