import Kernel

/// Codes that people copy from a page or from paper: letters and digits that do not look alike (Crockford's base 32), in
/// groups of four with a hyphen between them.
enum ReadableCode {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// A code of this many groups, 20 bits each, from bytes that nobody can foretell.
    static func make(groups: Int, world: World) -> String {
        let letters = Array(Base32.encoded(world.randomBytes((groups * 20 + 7) / 8), alphabet: alphabet))
        return (0..<groups).map { String(letters[$0 * 4..<$0 * 4 + 4]) }.joined(separator: "-")
    }

    /// The same code however it is typed: without hyphens and spaces, lower case, with the letters that look like digits
    /// read as digits.
    static func normalised(_ typed: String) -> String {
        var text = ""
        for letter in typed.lowercased() where letter.isLetter || letter.isNumber {
            switch letter {
            case "o": text.append("0")
            case "i", "l": text.append("1")
            default: text.append(letter)
            }
        }
        return text
    }
}
