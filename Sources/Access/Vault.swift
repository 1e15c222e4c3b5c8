import Crypto
import Foundation
import Kernel

/// Seals and opens what must not be readable in a stolen database: AES-256-GCM under keys that are derived from one key
/// file outside the database.
///
/// Every sealed value is bound to its place (record and field): moved elsewhere it does not open.
package struct Vault: Sendable {
    private let master: SymmetricKey
    private let journalKey: SymmetricKey

    /// Takes the 32 bytes of the key file.
    package init(keyBytes: [UInt8]) throws {
        guard keyBytes.count == 32 else { throw VaultError.wrongKeyLength(keyBytes.count) }
        master = SymmetricKey(data: keyBytes)
        journalKey = Vault.key("journal", from: master)
    }

    /// What a sealed value belongs to.
    package struct Place: Hashable, Sendable {
        let text: String

        /// A field of a record.
        package init(record: String, field: String) {
            text = "\(record)/\(field)"
        }
    }

    /// Seals bytes for one place; the answer holds nonce, ciphertext and tag.
    package func seal(_ bytes: [UInt8], compartment: Compartment, at place: Place) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: key(compartment.rawValue), authenticating: Array(place.text.utf8))
        guard let combined = box.combined else { throw VaultError.doesNotOpen }
        return Array(combined)
    }

    /// Opens what `seal` made; throws `VaultError.doesNotOpen` when it was altered, moved or sealed under another key.
    package func open(_ sealed: [UInt8], compartment: Compartment, at place: Place) throws -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return Array(
                try AES.GCM.open(box, using: key(compartment.rawValue), authenticating: Array(place.text.utf8)))
        } catch {
            throw VaultError.doesNotOpen
        }
    }

    package func seal(_ text: String, compartment: Compartment, at place: Place) throws -> [UInt8] {
        try seal(Array(text.utf8), compartment: compartment, at: place)
    }

    package func openText(_ sealed: [UInt8], compartment: Compartment, at place: Place) throws -> String {
        String(decoding: try open(sealed, compartment: compartment, at: place), as: UTF8.self)
    }

    /// A key for looking a value up without storing it: the same words give the same key, and nobody without the key
    /// file can compute it.
    package func blindKey(_ words: FoldedText, purpose: StaticString) -> String {
        hex(HMAC<SHA256>.authenticationCode(for: Array(words.key.utf8), using: key("blind/\(purpose)")))
    }

    /// The keyed hash that chains the journal.
    func journalHash(_ bytes: [UInt8]) -> String {
        hex(HMAC<SHA256>.authenticationCode(for: bytes, using: journalKey))
    }

    /// What a database remembers of its key file: nothing can be learnt of the key from it.
    package var fingerprint: String { journalHash(Array("fingerprint".utf8)) }

    private func key(_ purpose: String) -> SymmetricKey { Vault.key(purpose, from: master) }

    private static func key(_ purpose: String, from master: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: master, info: Array("plainsight/1/\(purpose)".utf8), outputByteCount: 32)
    }
}

/// A sealed room: only verbs that need it open it.
package enum Compartment: String, Sendable, CaseIterable {
    /// The identity of potential victims.
    case victims
    /// Reporters who ask not to be named.
    case reporters
    /// Why somebody opened a sealed value.
    case purposes
    /// Where somebody is safe.
    case safeAddresses = "safe-addresses"
    /// Photographs and documents.
    case files
    /// Forms that are not finished.
    case drafts
    /// Encodings that wait to be compared with those of another agency.
    case encodings
    /// Keys of the second factor.
    case secondFactors = "second-factors"
}

package enum VaultError: Error, Hashable, Sendable, CustomStringConvertible {
    case wrongKeyLength(Int)
    case doesNotOpen

    package var description: String {
        switch self {
        case .wrongKeyLength(let count): "the key file holds \(count) bytes; it must hold 32"
        case .doesNotOpen:
            "a sealed value does not open: the key file is not the one it was sealed with, or it was altered"
        }
    }
}

func hex(_ bytes: some Sequence<UInt8>) -> String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x61 + value - 10 }
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
        text.append(digit(byte >> 4))
        text.append(digit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
}
