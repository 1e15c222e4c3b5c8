import Kernel

/// A value that is bound to a statement or read from a row.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
}

/// A type whose values can be bound to a statement.
package protocol Bindable {
    var sqlValue: SQLValue { get }
}

extension SQLValue: Bindable {
    package var sqlValue: SQLValue { self }
}
extension Int: Bindable {
    package var sqlValue: SQLValue { .integer(Int64(self)) }
}
extension Int64: Bindable {
    package var sqlValue: SQLValue { .integer(self) }
}
extension Bool: Bindable {
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}
extension String: Bindable {
    /// Text without NUL characters, which neither database can hold.
    package var sqlValue: SQLValue {
        .text(utf8.contains(0) ? String(unicodeScalars.filter { $0.value != 0 }) : self)
    }
}
extension Array: Bindable where Element == UInt8 {
    package var sqlValue: SQLValue { .bytes(self) }
}
extension ID: Bindable {
    package var sqlValue: SQLValue { .text(text) }
}
extension Moment: Bindable {
    package var sqlValue: SQLValue { .integer(microseconds) }
}
extension Day: Bindable {
    package var sqlValue: SQLValue { .text(iso) }
}
extension Optional: Bindable where Wrapped: Bindable {
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
extension RawRepresentable where RawValue: Bindable {
    package var sqlValue: SQLValue { rawValue.sqlValue }
}
