/// Writes bytes behind each other into room that its caller has made large enough; every writer of a start tag and its
/// reckoning of the room it takes stand side by side below.
struct ByteWriter {
    private let room: UnsafeMutableBufferPointer<UInt8>

    /// How many bytes have been written.
    private(set) var count = 0

    init(_ room: UnsafeMutableBufferPointer<UInt8>) {
        self.room = room
    }

    mutating func write(_ byte: UInt8) {
        room.initializeElement(at: count, to: byte)
        count += 1
    }

    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        let end = count + bytes.count
        _ = room[count..<end].initialize(fromContentsOf: bytes)
        count = end
    }

    mutating func write(_ literal: StaticString) {
        literal.withUTF8Buffer { write($0) }
    }

    mutating func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { write($0) }
    }

    /// At most ``Escaping/mostBytesForOne`` bytes for each byte of the text.
    mutating func write(escaping text: UnsafeBufferPointer<UInt8>) {
        guard Escaping.count(in: text) > 0 else { return write(text) }
        for byte in text {
            if Escaping.isNeeded(byte) { write(Escaping.reference(byte)) } else { write(byte) }
        }
    }

    mutating func write(escaping text: String) {
        var text = text
        text.withUTF8 { write(escaping: $0) }
    }
}

/// A start tag.
extension ByteWriter {
    mutating func writeStartTag(_ name: StaticString, _ attributes: [Attribute]) {
        write(UInt8(ascii: "<"))
        write(name)
        for attribute in attributes { write(attribute) }
        write(UInt8(ascii: ">"))
    }

    static func room(forStartTag name: StaticString, _ attributes: [Attribute]) -> Int {
        attributes.reduce(name.utf8CodeUnitCount + 2) { $0 + room(for: $1) }
    }

    private mutating func write(_ attribute: Attribute) {
        switch attribute.value {
        case .absent: return
        case .several(let attributes):
            for attribute in attributes { write(attribute) }
            return
        case .flag, .text, .classes, .literal: break
        }
        switch attribute.family {
        case .plain: write(UInt8(ascii: " "))
        case .aria: write(" aria-")
        case .data: write(" data-")
        }
        write(attribute.name)
        switch attribute.value {
        case .absent, .several, .flag: return
        case .text(let text), .classes(let text):
            write("=\"")
            write(escaping: text)
        case .literal(let literal):
            write("=\"")
            literal.withUTF8Buffer { write(escaping: $0) }
        }
        write(UInt8(ascii: "\""))
    }

    private static func room(for attribute: Attribute) -> Int {
        let value =
            switch attribute.value {
            case .absent, .flag: 0
            case .text(let text), .classes(let text): text.utf8.count
            case .literal(let literal): literal.utf8CodeUnitCount
            case .several(let attributes): attributes.reduce(0) { $0 + room(for: $1) }
            }
        return " aria-=\"\"".utf8.count + attribute.name.utf8CodeUnitCount + value * Escaping.mostBytesForOne
    }
}
