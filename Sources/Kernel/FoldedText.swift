import Foundation

/// Text made comparable: lower case, no accents, letters and digits only, single spaces between words.
///
/// Both databases compare these keys byte by byte, so that "equal" means the same on each.
package struct FoldedText: Hashable, Sendable {
    package let key: String

    package init(_ text: String) {
        let plain = text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        var key = ""
        var gap = false
        for scalar in plain.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if gap, !key.isEmpty { key.append(" ") }
                key.unicodeScalars.append(scalar)
                gap = false
            } else if scalar != "'" && scalar != "\u{2019}" {
                gap = true
            }
        }
        self.key = key
    }

    /// The words of the key, in order.
    package var words: [Substring] { key.split(separator: " ") }
}
