import Documents
import Foundation

/// A number as somebody stated it: a whole number, or one with up to three digits behind the point.
package struct StatedValue: Sendable, Hashable, Codable {
    /// The number without its point.
    package let digits: Int
    /// How many of its digits stand behind the point, 0 to 3.
    package let decimals: Int

    /// The largest number of digits.
    static let mostDigits = 12

    package init(_ digits: Int, decimals: Int = 0) {
        self.digits = digits
        self.decimals = decimals
    }

    /// Reads "1,253", "£85,000", "97.7%", "8.5 million"; nil for anything else.
    package init?(_ text: String) {
        var plain = text.lowercased().trimmingCharacters(in: .whitespaces)
        var times = 0
        for (word, zeros) in [("million", 6), ("m", 6), ("thousand", 3), ("k", 3)] where plain.hasSuffix(word) {
            plain = String(plain.dropLast(word.count))
            times = zeros
            break
        }
        plain = plain.filter { !["£", "€", "%", ",", " ", "\u{A0}"].contains($0) }
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }) else {
            return nil
        }
        var behind = parts.count == 2 ? String(parts[1]) : ""
        var before = String(parts[0])
        while times > 0 {
            before.append(behind.isEmpty ? "0" : behind.removeFirst())
            times -= 1
        }
        while behind.hasSuffix("0") { behind.removeLast() }
        guard before.count + behind.count <= StatedValue.mostDigits, behind.count <= 3, let digits = Int(before + behind) else {
            return nil
        }
        self.init(digits, decimals: behind.count)
    }

    /// In thousandths, so that numbers with different decimals compare.
    package var thousandths: Int {
        (decimals..<3).reduce(digits) { sum, _ in sum * 10 }
    }

    /// "1,253", "97.7", "8.5 million".
    package var text: String {
        if decimals == 0, digits >= 1_000_000, digits % 100_000 == 0 {
            let tenths = digits / 100_000
            return tenths % 10 == 0 ? "\(FigureValue.grouped(tenths / 10)) million" : "\(tenths / 10).\(tenths % 10) million"
        }
        guard decimals > 0 else { return FigureValue.grouped(digits) }
        let scale = (0..<decimals).reduce(1) { product, _ in product * 10 }
        let behind = String(digits % scale)
        return "\(FigureValue.grouped(digits / scale)).\(String(repeating: "0", count: decimals - behind.count))\(behind)"
    }
}
