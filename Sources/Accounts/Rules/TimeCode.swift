import Crypto
import Foundation
import Kernel

/// Codes of six digits that a telephone and this server compute from the same key and the time (TOTP, RFC 6238: SHA-1,
/// 30 seconds).
package struct TimeCode: Sendable {
    /// 20 random bytes.
    package let key: [UInt8]

    package init(key: [UInt8]) {
        self.key = key
    }

    /// Bytes of a key, as RFC 4226 recommends.
    package static let keyLength = 20
    /// Seconds for which one code stands.
    package static let period: Int64 = 30

    /// The number of the step that this moment lies in.
    package static func step(at moment: Moment) -> Int64 {
        moment.microseconds / (period * 1_000_000)
    }

    /// The code of one step with this many digits (6 on telephones, 8 in the RFC's examples).
    package func code(step: Int64, digits: Int = 6) -> String {
        var counter = UInt64(bitPattern: step).bigEndian
        let message = withUnsafeBytes(of: &counter) { Array($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: key)))
        let offset = Int(mac[19] & 15)
        let number =
            UInt32(mac[offset] & 127) << 24 | UInt32(mac[offset + 1]) << 16 | UInt32(mac[offset + 2]) << 8
            | UInt32(mac[offset + 3])
        let modulus = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// The step whose code this is: the present one, the one before or the one after, and later than the last step that
    /// was used; nil for a wrong or used code. Spaces between the digits do not matter.
    package func step(of typed: String, at moment: Moment, after used: Int64?) -> Int64? {
        let digits = typed.filter { !$0.isWhitespace }
        guard digits.utf8.count == 6, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let now = TimeCode.step(at: moment)
        var found: Int64?
        for step in [now - 1, now, now + 1] where SameBytes.same(code(step: step), digits) {
            if step > used ?? .min { found = step }
        }
        return found
    }

    /// The key as people type it into an app: base 32 in groups of four.
    package var groupedKey: String {
        var text = ""
        for (index, letter) in Base32.encoded(key).enumerated() {
            if index > 0, index.isMultiple(of: 4) { text.append(" ") }
            text.append(letter)
        }
        return text
    }

    /// The address that an app on the same device takes over (`otpauth:`), with the account's name.
    package func address(account: String) -> String {
        let safe = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._")
        let name = account.addingPercentEncoding(withAllowedCharacters: safe) ?? ""
        return "otpauth://totp/Plainsight:\(name)?secret=\(Base32.encoded(key))&issuer=Plainsight"
    }
}
