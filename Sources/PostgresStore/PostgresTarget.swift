import CPostgres
import Store

/// The servers of an address and how to connect to them, as libpq keywords.
struct PostgresTarget: Sendable {
    private var keywords: [String: String]

    /// Reads an address as libpq does and adds what it leaves open: only a server that takes writes will do, and one
    /// that does not answer is given up after five seconds. Throws `StoreError.unreachable`; its text does not repeat
    /// the address, which may hold a password.
    init(address: String) throws(StoreError) {
        guard let options = PQconninfoParse(address, nil) else {
            throw .unreachable("the PostgreSQL address cannot be read; it is written postgresql://USER@HOST:PORT/NAME")
        }
        defer { PQconninfoFree(options) }
        keywords = [
            "application_name": "plainsight",
            "connect_timeout": "5",
            "keepalives_count": "3",
            "keepalives_idle": "10",
            "keepalives_interval": "5",
            "target_session_attrs": "read-write",
            "tcp_user_timeout": "15000",
        ]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { keywords[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        keywords["client_encoding"] = "UTF8"
    }

    /// Connects; nil when memory has run out. The caller finishes the connection, whatever its state.
    func connect() -> OpaquePointer? {
        let pairs = Array(keywords)
        return withCStrings(pairs.map(\.key)) { names in
            withCStrings(pairs.map(\.value)) { values in
                PQconnectdbParams(names, values, 0)
            }
        }
    }

    /// One target for each host, in their order; the whole where there is only one.
    var singleHosts: [PostgresTarget] {
        let lists = ["host", "hostaddr", "port"].compactMap { name in
            keywords[name].map { (name, $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)) }
        }
        let count = lists.filter { $0.0 != "port" }.map(\.1.count).max() ?? 1
        guard count > 1 else { return [self] }
        return (0..<count).map { index in
            var single = self
            for (name, values) in lists where values.count > 1 {
                single.keywords[name] = values.indices.contains(index) ? values[index] : nil
            }
            return single
        }
    }
}

/// Hands the texts as C strings, with the nil at the end that libpq looks for.
private func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for text in texts {
        starts.append(bytes.count)
        bytes.append(contentsOf: text.utf8.map { CChar(bitPattern: $0) })
        bytes.append(0)
    }
    return bytes.withUnsafeBufferPointer { buffer in
        var pointers: [UnsafePointer<CChar>?] = starts.map { start in buffer.baseAddress.map { $0 + start } }
        pointers.append(nil)
        return pointers.withUnsafeBufferPointer { list in
            // Never empty: the nil at the end is always there.
            guard let start = list.baseAddress else { preconditionFailure("an array with an element has a start") }
            return body(start)
        }
    }
}
