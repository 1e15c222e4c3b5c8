/// One SQL statement with its bound values.
///
/// Its text comes from literals in the source alone: an interpolated value is bound, never pasted, and an interpolated
/// statement is nested. A string made at run time cannot become SQL.
package struct Statement: Sendable, ExpressibleByStringInterpolation {
    enum Piece: Sendable {
        case literal(StaticString)
        /// A literal that `Access` vouches for: it may name a protected table.
        case vouched(StaticString)
        case value(SQLValue)
        case choice(sqlite: StaticString, postgres: StaticString)
        case vouchedChoice(sqlite: StaticString, postgres: StaticString)
    }

    var pieces: [Piece]

    package init(stringLiteral value: StaticString) {
        pieces = [.literal(value)]
    }

    package init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    /// Nothing at all: for optional parts of a statement.
    package static let none: Statement = ""

    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount * 2 + 1)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            if literal.utf8CodeUnitCount > 0 { pieces.append(.literal(literal)) }
        }

        package mutating func appendInterpolation(_ value: some Bindable) {
            pieces.append(.value(value.sqlValue))
        }

        /// A value that may be missing: NULL then.
        package mutating func appendInterpolation<Value: Bindable>(_ value: Value?) {
            pieces.append(.value(value?.sqlValue ?? .null))
        }

        package mutating func appendInterpolation(_ fragment: Statement) {
            pieces.append(contentsOf: fragment.pieces)
        }

        /// A list of values for `IN (…)`; an empty list matches nothing. Not for `NOT IN`, where an empty list would
        /// match nothing too.
        ///
        /// The last value is repeated up to the next power of two, so that lists of many lengths share a few prepared
        /// statements.
        package mutating func appendInterpolation(in values: [some Bindable]) {
            if values.isEmpty {
                pieces.append(.literal("(NULL)"))
                return
            }
            // SQLite takes at most 32,766 values.
            let length =
                values.count > 16_384 ? values.count : 1 << (Int.bitWidth - (values.count - 1).leadingZeroBitCount)
            pieces.append(.literal("("))
            for index in 0..<length {
                if index > 0 { pieces.append(.literal(", ")) }
                pieces.append(.value(values[min(index, values.count - 1)].sqlValue))
            }
            pieces.append(.literal(")"))
        }

        /// So many places for the values of a row, in brackets, for a statement that is run once for each row.
        package mutating func appendInterpolation(placesForRow count: Int) {
            pieces.append(.literal("("))
            for index in 0..<count {
                if index > 0 { pieces.append(.literal(", ")) }
                pieces.append(.value(.null))
            }
            pieces.append(.literal(")"))
        }

        /// Conditions that must all hold; an empty list always holds.
        package mutating func appendInterpolation(all conditions: [Statement]) {
            append(conditions, between: " AND ", empty: "1 = 1")
        }

        /// Conditions of which one must hold; an empty list never holds.
        package mutating func appendInterpolation(any conditions: [Statement]) {
            append(conditions, between: " OR ", empty: "1 = 0")
        }

        private mutating func append(_ conditions: [Statement], between word: StaticString, empty: StaticString) {
            if conditions.isEmpty { pieces.append(.literal(empty)) }
            for (index, condition) in conditions.enumerated() {
                if index > 0 { pieces.append(.literal(word)) }
                pieces.append(.literal("("))
                pieces.append(contentsOf: condition.pieces)
                pieces.append(.literal(")"))
            }
        }

        /// Fragments with commas between them: rows for `VALUES …`.
        package mutating func appendInterpolation(joined fragments: [Statement]) {
            for (index, fragment) in fragments.enumerated() {
                if index > 0 { pieces.append(.literal(", ")) }
                pieces.append(contentsOf: fragment.pieces)
            }
        }

        /// The last resort where the two databases differ; a test counts how many there are.
        package mutating func appendInterpolation(sqlite: StaticString, postgres: StaticString) {
            pieces.append(.choice(sqlite: sqlite, postgres: postgres))
        }
    }

    /// The same statement, vouched for: it may name protected tables. Only `Access` may call this; a test of the import
    /// lines and of this word sees to it.
    package func vouched() -> Statement {
        var copy = self
        copy.pieces = pieces.map { piece in
            switch piece {
            case .literal(let text): .vouched(text)
            case .choice(let sqlite, let postgres): .vouchedChoice(sqlite: sqlite, postgres: postgres)
            case .vouched, .vouchedChoice, .value: piece
            }
        }
        return copy
    }

    /// Hands every literal that nobody vouched for to `body`, for the check that no protected table is named there.
    package func forEachUnvouchedLiteral(_ body: (StaticString) -> Void) {
        for piece in pieces {
            switch piece {
            case .literal(let text): body(text)
            case .choice(let sqlite, let postgres):
                body(sqlite)
                body(postgres)
            case .vouched, .vouchedChoice, .value: break
            }
        }
    }

    /// Whether the other is the same statement with other values.
    package func hasShape(of other: Statement) -> Bool {
        guard pieces.count == other.pieces.count else { return false }
        for (own, its) in zip(pieces, other.pieces) {
            switch (own, its) {
            case (.value, .value): continue
            case (.literal(let one), .literal(let two)), (.vouched(let one), .vouched(let two)):
                guard Statement.isSame(one, two) else { return false }
            case (.choice(let one, let two), .choice(let three, let four)),
                (.vouchedChoice(let one, let two), .vouchedChoice(let three, let four)):
                guard Statement.isSame(one, three), Statement.isSame(two, four) else { return false }
            default: return false
            }
        }
        return true
    }

    /// Literals of one place in the source have one address.
    private static func isSame(_ one: StaticString, _ other: StaticString) -> Bool {
        guard one.hasPointerRepresentation, other.hasPointerRepresentation else {
            return !one.hasPointerRepresentation && !other.hasPointerRepresentation && one.unicodeScalar == other.unicodeScalar
        }
        guard one.utf8CodeUnitCount == other.utf8CodeUnitCount else { return false }
        return one.utf8Start == other.utf8Start
            || one.withUTF8Buffer { its in other.withUTF8Buffer { its.elementsEqual($0) } }
    }

    /// Puts the bound values behind others, in their order.
    package func appendValues(to values: inout [SQLValue]) {
        for case .value(let value) in pieces { values.append(value) }
    }

    /// How many values are bound.
    package var valueCount: Int {
        pieces.reduce(0) { count, piece in
            if case .value = piece { count + 1 } else { count }
        }
    }

    /// The same statement with these values in the places of its own, in their order.
    package func filled(with values: some Collection<SQLValue>) -> Statement {
        var copy = self
        var next = values.makeIterator()
        copy.pieces = pieces.map { piece in
            if case .value(let own) = piece { .value(next.next() ?? own) } else { piece }
        }
        return copy
    }

    /// The text as this dialect wants it (`?1…` or `$1…`) and the values in their order.
    package func rendered(for dialect: Dialect) -> (text: String, values: [SQLValue]) {
        var text: [UInt8] = []
        text.reserveCapacity(256)
        var values: [SQLValue] = []
        for piece in pieces {
            switch piece {
            case .literal(let literal), .vouched(let literal):
                literal.withUTF8Buffer { text.append(contentsOf: $0) }
            case .choice(let sqlite, let postgres), .vouchedChoice(let sqlite, let postgres):
                (dialect == .sqlite ? sqlite : postgres).withUTF8Buffer { text.append(contentsOf: $0) }
            case .value(let value):
                values.append(value)
                text.append(dialect == .sqlite ? UInt8(ascii: "?") : UInt8(ascii: "$"))
                text.append(contentsOf: String(values.count).utf8)
            }
        }
        return (String(decoding: text, as: UTF8.self), values)
    }
}

extension Statement {
    /// One statement behind the other.
    package static func + (one: Statement, other: Statement) -> Statement { "\(one)\(other)" }
}
