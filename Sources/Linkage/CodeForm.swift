/// The normal form of a code (a phone number, a postcode, a plate…): the bytes in which two ways of writing it are equal.
struct CodeForm: Sendable {
    let kind: FieldKind

    /// Replaces `output` by the normal form of `text`; empty where nothing of it can be compared.
    func normalise(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        switch kind {
        case .phone: phone(text, into: &output)
        case .email: email(text, into: &output)
        case .postcode, .plate, .account, .identity: alphanumeric(text, into: &output)
        default: LatinFolding.fold(text, into: &output)
        }
        if output.count > Self.longest { output.removeSubrange(Self.longest...) }
        if isFiller(output) { output.removeAll(keepingCapacity: true) }
    }

    static let longest = 120

    /// The last nine digits: national and international ways to write a number (ITU-T E.164) differ before them.
    private func phone(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        for byte in text where (0x30...0x39).contains(byte) { output.append(byte) }
        if output.count > 9 { output.removeFirst(output.count - 9) }
        if output.count < 6 { output.removeAll(keepingCapacity: true) }
    }

    private func email(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        for byte in text where byte > 0x20 { output.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte) }
        if !output.contains(UInt8(ascii: "@")) { output.removeAll(keepingCapacity: true) }
    }

    private func alphanumeric(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        for byte in text {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x80...: output.append(byte)
            case 0x61...0x7A: output.append(byte - 0x20)
            default: continue
            }
        }
    }

    /// One character over and over ("000000", "ZZZZ"), or a word for "not known", is what stands in for a value.
    private func isFiller(_ value: [UInt8]) -> Bool {
        guard let first = value.first else { return false }
        if kind == .exact { return false }
        if value.count >= 4, value.allSatisfy({ $0 == first }) { return true }
        return Self.fillers.contains { $0.elementsEqual(value) }
    }

    private static let fillers: [[UInt8]] = ["NA", "NONE", "NULL", "UNKNOWN", "NK", "na", "none", "null", "unknown", "nk"].map {
        Array($0.utf8)
    }

    /// The class of a letter or digit of a vehicle mark among those that are taken for each other on a plate.
    static func lookAlike(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "O"), UInt8(ascii: "Q"), UInt8(ascii: "D"): UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
        case UInt8(ascii: "Z"): UInt8(ascii: "2")
        case UInt8(ascii: "S"): UInt8(ascii: "5")
        case UInt8(ascii: "G"): UInt8(ascii: "6")
        case UInt8(ascii: "B"): UInt8(ascii: "8")
        default: byte
        }
    }
}
