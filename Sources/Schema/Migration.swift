import Crypto
import Store

/// One step of the schema: what it is called, and its statements in their order, which are run in one transaction.
package struct Migration: Sendable {
    /// 1, 2, 3 … without a gap.
    package let number: Int
    /// What the step brings, in a few words.
    package let name: String
    package let statements: [Statement]

    package init(_ number: Int, _ name: String, _ statements: [Statement]) {
        self.number = number
        self.name = name
        self.statements = statements
    }

    /// SHA-256 over the number, the name and every statement as both databases get it, in hexadecimal digits: the same
    /// on both, and another as soon as one character is.
    package var hash: String {
        var hasher = SHA256()
        func add(_ kind: String, _ bytes: some Collection<UInt8>) {
            hasher.update(data: Array("\(kind) \(bytes.count)\n".utf8))
            hasher.update(data: Array(bytes))
        }
        add("number", String(number).utf8)
        add("name", name.utf8)
        for statement in statements {
            for dialect in Dialect.allCases {
                let (text, values) = statement.rendered(for: dialect)
                add(dialect.rawValue, text.utf8)
                for value in values {
                    switch value {
                    case .null: add("null", [])
                    case .integer(let integer): add("integer", String(integer).utf8)
                    case .text(let text): add("text", text.utf8)
                    case .bytes(let bytes): add("bytes", bytes)
                    }
                }
            }
        }
        return hasher.finalize().map { byte in
            String(UInt8(byte >> 4), radix: 16) + String(UInt8(byte & 15), radix: 16)
        }.joined()
    }
}
