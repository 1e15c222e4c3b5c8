/// A piece of HTML as UTF-8 bytes: whatever entered as text is already escaped, so pieces can be joined and sent as they are.
package struct Markup: Sendable, Equatable {
    /// The bytes to send, UTF-8.
    package internal(set) var bytes: [UInt8]

    /// An empty piece.
    package init() {
        bytes = []
    }

    /// The piece that a builder block describes.
    package init(@MarkupBuilder _ content: () -> Markup) {
        self = content()
    }

    /// A piece written into `room` bytes at most.
    init(room: Int, _ write: (inout ByteWriter) -> Void) {
        bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            var writer = ByteWriter(buffer)
            write(&writer)
            count = writer.count
        }
    }

    /// Text, escaped; control characters other than tab and line feed are left out.
    package static func text(_ text: String) -> Markup {
        var text = text
        return text.withUTF8 { source in
            let references = Escaping.count(in: source)
            return Markup(room: source.count + references * (Escaping.mostBytesForOne - 1)) { writer in
                if references == 0 { writer.write(source) } else { writer.write(escaping: source) }
            }
        }
    }

    /// Markup written in the source; a string made at run time cannot enter here.
    package static func raw(trusted literal: StaticString) -> Markup {
        Markup(room: literal.utf8CodeUnitCount) { $0.write(literal) }
    }

    /// Whether nothing would be sent.
    package var isEmpty: Bool { bytes.isEmpty }

    /// The same bytes as a string, for tests and logs of markup without personal data.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds another piece behind this one, in place.
    package mutating func append(_ other: Markup) {
        bytes.append(contentsOf: other.bytes)
    }

    /// Two pieces, one after the other.
    package static func + (left: consuming Markup, right: Markup) -> Markup {
        left.append(right)
        return left
    }

    /// Adds another piece behind this one, in place.
    package static func += (left: inout Markup, right: Markup) {
        left.append(right)
    }
}

/// A string where markup is expected is text: `let cell: Markup = "Oldbury & Tipton"` is escaped.
extension Markup: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) {
        self = .text(text)
    }
}

/// Pieces joined with another between them.
extension Sequence<Markup> {
    /// All pieces in order with `separator` between each two.
    package func joined(by separator: Markup = Markup()) -> Markup {
        var whole = Markup()
        var isFirst = true
        for piece in self {
            if !isFirst { whole.append(separator) }
            whole.append(piece)
            isFirst = false
        }
        return whole
    }
}
