/// Every distinct value of one column of codes, once, in its normal form. Value 0 is the missing value.
struct CodeTable: Sendable {
    let kind: FieldKind
    let form: CodeForm
    private(set) var counts: [UInt32] = [0]
    /// The first eight bytes of each value, the first in the lowest place.
    private(set) var heads: [UInt64] = [0]
    private(set) var starts: [UInt32] = [0, 0]
    /// What tells most values that differ apart without looking at them; see `CodeView.mayAgree`.
    private(set) var fingerprints: [UInt32] = [0]
    private(set) var bytes: [UInt8] = []
    /// Which pairs of neighbouring characters an address has, hashed to 64 bits; empty for other kinds.
    private var signatures: [UInt64] = [0]
    private var keys = KeyTable()
    private var buffer: [UInt8] = []

    init(kind: FieldKind) {
        self.kind = kind
        form = CodeForm(kind: kind)
        _ = keys.insert(0)
    }

    var count: Int { counts.count }

    /// The number of a value as it is written, counted once more; 0 where nothing of it can be compared.
    mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        form.normalise(text, into: &buffer)
        guard !buffer.isEmpty else { return 0 }
        let digest = buffer.withUnsafeBufferPointer { Digest.of($0) }
        let (number, isNew) = keys.insert(digest)
        guard isNew else {
            counts[Int(number)] += 1
            return number
        }
        counts.append(1)
        bytes.append(contentsOf: buffer)
        starts.append(UInt32(bytes.count))
        var head: UInt64 = 0
        for (place, byte) in buffer.prefix(8).enumerated() { head |= UInt64(byte) << UInt64(8 * place) }
        heads.append(head)
        fingerprints.append(fingerprint(of: buffer))
        if isText { signatures.append(Self.signature(of: buffer)) }
        return number
    }

    /// From here on new values are tentative.
    mutating func begin() { keys.begin() }

    /// Forgets the tentative values, and that `value` was inserted; `count` is how many there were before.
    mutating func rollBack(to count: Int, value: UInt32) {
        if count < counts.count {
            counts.removeSubrange(count...)
            heads.removeSubrange(count...)
            fingerprints.removeSubrange(count...)
            starts.removeSubrange((count + 1)...)
            bytes.removeSubrange(Int(starts[count])...)
            if isText { signatures.removeSubrange(count...) }
        } else if value != 0 {
            counts[Int(value)] -= 1
        }
        keys.rollBack()
    }

    /// Which characters occur, hashed to 16 bits, and above them a digest of the part by which values are related, or 0.
    private func fingerprint(of value: [UInt8]) -> UInt32 {
        var characters: UInt32 = 0
        for byte in value { characters |= 1 << UInt32(byte & 15) }
        let part: ArraySlice<UInt8> =
            switch kind {
            case .postcode: value.dropLast(3)
            case .email: value.prefix { byte in byte != UInt8(ascii: "@") }
            default: []
            }
        return characters | (part.count < 2 ? 0 : Digest.short(Digest.of(part)) << 16 | 1 << 16)
    }

    private var isText: Bool { kind == .address }

    /// The key under which a value is looked for: equal for equal values and for plates that look alike.
    func blockingKey(_ value: UInt32) -> UInt64 {
        if value == 0 { return 0 }
        guard kind == .plate else { return Digest.of(UInt64(value), 1) }
        var digest: UInt64 = 7
        for byte in self[value] { digest = Digest.of(digest, UInt64(CodeForm.lookAlike(byte))) }
        return digest
    }

    subscript(_ value: UInt32) -> ArraySlice<UInt8> { bytes[Int(starts[Int(value)])..<Int(starts[Int(value) + 1])] }

    /// Calls `body` with a view of the table.
    func withView<R>(_ body: (CodeView) -> R) -> R {
        heads.withUnsafeBufferPointer { heads in
            starts.withUnsafeBufferPointer { starts in
                bytes.withUnsafeBufferPointer { bytes in
                    signatures.withUnsafeBufferPointer { signatures in
                        body(CodeView(kind: kind, heads: heads, starts: starts, bytes: bytes, signatures: signatures))
                    }
                }
            }
        }
    }

    private static func signature(of value: [UInt8]) -> UInt64 {
        var signature: UInt64 = 0
        var last = UInt8(ascii: " ")
        for byte in value {
            if byte != UInt8(ascii: " ") || last != byte { signature |= 1 << (Digest.of(UInt64(last), UInt64(byte)) >> 58) }
            last = byte
        }
        return signature
    }
}
