import Foundation
import Kernel

/// Which passwords are taken: long ones that nobody would try first. No rules about kinds of characters, and no end date.
package struct PasswordPolicy: Sendable {
    private let common: Set<String>

    /// - Parameter common: passwords that are tried first by those who break in, in lower case.
    package init(common: Set<String>) {
        self.common = common
    }

    /// The fewest characters.
    package static let shortest = 12
    /// The most characters.
    package static let longest = 200
    /// Characters that must be left when the person's own names are taken out.
    private static let remainder = 8

    /// What is wrong with a password for this person; empty when it is taken.
    package func problems(
        _ password: String, name: String, email: String, field: String = "password"
    ) -> [Problem] {
        let password = PasswordPolicy.normalised(password)
        if password.isEmpty { return [Problem(field, "Enter a password")] }
        if password.count < PasswordPolicy.shortest {
            return [Problem(field, "Use at least \(PasswordPolicy.shortest) characters; three or four words work well")]
        }
        if password.count > PasswordPolicy.longest {
            return [Problem(field, "Use at most \(PasswordPolicy.longest) characters")]
        }
        let lower = password.lowercased()
        let plain = PasswordPolicy.lettersAndDigits(lower)
        if common.contains(lower) || common.contains(plain) {
            return [Problem(field, "Many people use this password, so it is tried first. Choose another")]
        }
        if PasswordPolicy.isMonotonous(lower) {
            return [Problem(field, "This password repeats or counts. Choose words that do not belong together")]
        }
        if PasswordPolicy.isOwnName(plain, words: PasswordPolicy.ownWords(name: name, email: email)) {
            return [
                Problem(field, "Leave your own name, your email address and the name Plainsight out of the password")
            ]
        }
        return []
    }

    /// The same password for every way of typing its characters, without white space around it.
    package static func normalised(_ password: String) -> String {
        password.precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func lettersAndDigits(_ text: String) -> String {
        FoldedText(text).key.filter { $0 != " " }
    }

    /// Fewer than five different characters, or each the neighbour of the one before.
    private static func isMonotonous(_ text: String) -> Bool {
        if Set(text).count < 5 { return true }
        let scalars = text.unicodeScalars.map { Int($0.value) }
        let steps = zip(scalars, scalars.dropFirst()).map { $1 - $0 }
        let counting = steps.filter { $0 == 1 || $0 == -1 || $0 == 0 }.count
        return counting * 10 >= steps.count * 8
    }

    private static func ownWords(name: String, email: String) -> [String] {
        let parts = name.split { !$0.isLetter } + email.split { !$0.isLetter && !$0.isNumber }
        let words = parts.map { lettersAndDigits(String($0)) } + ["plainsight"]
        return Set(words.filter { $0.count >= 3 }).sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// Whether little is left without the person's own words; digits count as the letters that they stand for too.
    private static func isOwnName(_ plain: String, words: [String]) -> Bool {
        [(plain, words), (spelt(plain), words.map(spelt))].contains { reading, words in
            let rest = words.reduce(reading) { $0.replacingOccurrences(of: $1, with: "") }
            return rest.count < reading.count && rest.count < remainder
        }
    }

    private static func spelt(_ text: String) -> String {
        let stand: [Character: Character] = ["0": "o", "1": "i", "l": "i", "3": "e", "4": "a", "5": "s", "7": "t"]
        return String(text.map { stand[$0] ?? $0 })
    }
}
