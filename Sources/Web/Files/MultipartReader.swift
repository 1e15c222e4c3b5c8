import NIOCore

/// Reads a form with files as it arrives (`multipart/form-data`, RFC 7578), never more of it than one piece at a time.
///
/// Nothing is read from the body before it is asked for, so that a slow database slows the sender down and does not fill
/// the memory.
package struct MultipartReader<Body: AsyncIteratorProtocol> where Body.Element == ByteBuffer {
    /// One field of the form.
    package struct Part: Sendable, Hashable {
        package let name: String
        /// The name that the browser gives the file; nil for a field that is no file.
        package let fileName: String?

        package init(name: String, fileName: String?) {
            self.name = name
            self.fileName = fileName
        }
    }

    private var body: Body
    private let delimiter: [UInt8]
    private var buffer: [UInt8]
    private var start = 0
    private var hasEnded = false
    private var isInPart = false

    /// How long the head of a part may be, in bytes.
    private static var headLimit: Int { 8 * 1024 }

    /// - Parameter boundary: what separates the parts, from the head of the request.
    package init(_ body: Body, boundary: String) {
        self.body = body
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first boundary has no line end before it.
        buffer = Array("\r\n".utf8)
    }

    /// The next part; what is left of the one before is passed over. Nil behind the last one.
    ///
    /// Throws `MultipartError.truncated` when the body ends before the form does, `.malformed` for anything else.
    package mutating func nextPart() async throws -> Part? {
        while try await passOver() {}
        isInPart = false
        start += delimiter.count
        try await fill(2)
        if matches(Array("--".utf8), at: start) { return nil }
        let head = try await readHead()
        isInPart = true
        return try MultipartReader.part(head)
    }

    /// The next bytes of the part; nil at its end. Throws as `nextPart`.
    package mutating func nextBytes() async throws -> [UInt8]? {
        guard isInPart else { return nil }
        return try await bytesBeforeDelimiter()
    }

    /// The whole part as text; throws `MultipartError.malformed` when it is longer than so many bytes.
    package mutating func text(limit: Int) async throws -> String {
        var bytes: [UInt8] = []
        while let more = try await nextBytes() {
            bytes += more
            guard bytes.count <= limit else { throw MultipartError.malformed }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw MultipartError.malformed }
        return text
    }

    /// Reads what is left of the body and forgets it, up to so many bytes: a browser shows the answer only when it could
    /// send all.
    package mutating func drain(limit: Int) async throws {
        var count = buffer.count - start
        buffer = []
        start = 0
        while count < limit, let more = try await body.next() { count += more.readableBytes }
        hasEnded = true
    }

    // MARK: The buffer

    private mutating func passOver() async throws -> Bool { try await bytesBeforeDelimiter() != nil }

    private mutating func bytesBeforeDelimiter() async throws -> [UInt8]? {
        while true {
            switch find() {
            case .found(let index) where index == start: return nil
            case .found(let index), .clear(let index):
                if index > start {
                    defer { start = index }
                    return Array(buffer[start..<index])
                }
                guard try await readMore() else { throw MultipartError.truncated }
            }
        }
    }

    private enum Found {
        /// The delimiter begins here.
        case found(Int)
        /// No delimiter begins before here; it may begin here.
        case clear(Int)
    }

    private func find() -> Found {
        var index = start
        while index < buffer.count {
            guard let first = buffer[index...].firstIndex(of: delimiter[0]) else { return .clear(buffer.count) }
            let rest = min(delimiter.count, buffer.count - first)
            if buffer[first..<first + rest].elementsEqual(delimiter[0..<rest]) {
                return rest == delimiter.count ? .found(first) : .clear(first)
            }
            index = first + 1
        }
        return .clear(buffer.count)
    }

    private func matches(_ bytes: [UInt8], at index: Int) -> Bool {
        index + bytes.count <= buffer.count && buffer[index..<index + bytes.count].elementsEqual(bytes)
    }

    private mutating func readMore() async throws -> Bool {
        guard !hasEnded, let more = try await body.next() else {
            hasEnded = true
            return false
        }
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        buffer.append(contentsOf: more.readableBytesView)
        return true
    }

    private mutating func fill(_ count: Int) async throws {
        while buffer.count - start < count {
            guard try await readMore() else { throw MultipartError.truncated }
        }
    }

    /// The lines between the boundary and the empty line.
    private mutating func readHead() async throws -> String {
        let end = Array("\r\n\r\n".utf8)
        var searched = 0
        while true {
            var index = start + searched
            while index + end.count <= buffer.count {
                if matches(end, at: index) {
                    let head = String(decoding: buffer[start..<index], as: UTF8.self)
                    start = index + end.count
                    return head
                }
                index += 1
            }
            searched = max(0, buffer.count - start - end.count + 1)
            guard searched < Self.headLimit else { throw MultipartError.malformed }
            guard try await readMore() else { throw MultipartError.truncated }
        }
    }

    private static func part(_ head: String) throws -> Part {
        for line in head.split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "content-disposition" else {
                continue
            }
            let parameters = HeaderParameters(String(line[line.index(after: colon)...]))
            guard parameters.value.lowercased() == "form-data", let name = parameters["name"] else { break }
            return Part(name: name, fileName: parameters["filename"])
        }
        throw MultipartError.malformed
    }
}

/// Why a form with files cannot be read.
package enum MultipartError: Error, Hashable, Sendable {
    case truncated
    case malformed
}
