import CPostgres
import Store

/// Bound values as libpq takes them: one run of bytes in the binary form of their types, with where each begins.
struct PostgresParameters {
    private var bytes: [UInt8] = []
    private var starts: [Int] = []
    private var lengths: [Int32] = []

    init(_ values: some Collection<SQLValue>) {
        starts.reserveCapacity(values.count)
        lengths.reserveCapacity(values.count)
        for value in values {
            let start = bytes.count
            switch value {
            case .null: break
            case .integer(let number): withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
            case .text(let text): bytes.append(contentsOf: text.utf8)
            case .bytes(let content): bytes.append(contentsOf: content)
            }
            starts.append(value == .null ? -1 : start)
            lengths.append(Int32(clamping: bytes.count - start))
        }
        // An empty value needs a place to point at: a nil would be NULL.
        bytes.append(0)
    }

    /// Hands count, values, lengths and formats to `body`.
    func withPointers<Result>(
        _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Result
    ) -> Result {
        guard !starts.isEmpty else { return body(0, nil, nil, nil) }
        return bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                let pointers = starts.map { start in start < 0 ? nil : characters.baseAddress.map { $0 + start } }
                let formats = [Int32](repeating: 1, count: starts.count)
                return body(Int32(starts.count), pointers, lengths, formats)
            }
        }
    }

    /// The type that a value is declared as; that of NULL is left to the server.
    static func type(of value: SQLValue) -> Oid {
        switch value {
        case .null: 0
        case .integer: PostgresType.integer8
        case .text: PostgresType.text
        case .bytes: PostgresType.bytes
        }
    }
}
