import Kernel

/// The reference that the Home Office gives: it stands in a column that is not sealed, so nobody's name belongs there.
enum HomeOfficeReference {
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
