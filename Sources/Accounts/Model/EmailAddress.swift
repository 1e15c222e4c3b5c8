import Foundation

/// The address with which somebody signs in.
package struct EmailAddress: Hashable, Sendable {
    /// As it was typed, without white space around it.
    package let text: String
    /// The same for every way of writing the address in capitals: no two accounts have the same key.
    package let key: String

    /// The longest address that mail systems carry, in characters.
    private static let limit = 254

    /// Reads an address; nil unless it has one name, one "@" and a domain with a dot.
    package init?(_ text: String) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let parts = trimmed.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, trimmed.count <= EmailAddress.limit else { return nil }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        guard !trimmed.unicodeScalars.contains(where: EmailAddress.isRefused) else { return nil }
        self.text = trimmed
        key = EmailAddress.key(trimmed)
    }

    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x21 || scalar.value == 0x7F || scalar.properties.isWhitespace
            || scalar.properties.generalCategory == .format || "<>()[],;:\"\\".unicodeScalars.contains(scalar)
    }

    /// The key under which an address is looked for, whether or not it is one.
    package static func key(_ text: String) -> String {
        text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping.lowercased()
    }
}
