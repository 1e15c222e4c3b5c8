extension Dashboard {
    /// The document of the command line and the API: members in a fixed order, keys as the tables order them, so that the
    /// same figures are always the same bytes.
    package func json() -> [UInt8] {
        var writer = OrderedJSON()
        writer.open()
        for unit in UnitOfCount.allCases {
            writer.name(unit.rawValue)
            writer.open()
            writer.name("total")
            writer.number(total(unit))
            for table in unit.tables {
                writer.name(table.member)
                writer.open()
                for row in self[table] {
                    writer.name(row.key)
                    writer.number(row.count)
                }
                writer.close()
            }
            writer.close()
        }
        writer.close()
        return writer.bytes
    }
}

/// Writes objects of numbers and objects, members in the order in which they are given.
private struct OrderedJSON {
    private(set) var bytes: [UInt8] = []

    mutating func open() { bytes.append(UInt8(ascii: "{")) }

    mutating func close() { bytes.append(UInt8(ascii: "}")) }

    mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    mutating func name(_ name: String) {
        if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(contentsOf: "\":".utf8)
    }
}
