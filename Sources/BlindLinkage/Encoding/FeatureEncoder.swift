import DelimitedText

/// Adds the values of one feature to filters, and remembers what it has worked out: the bits of tokens and the filters of
/// whole values, both within a fixed amount of memory.
struct FeatureEncoder: ~Copyable {
    private let hashing: FeatureHashing
    private let reading: ValueReading
    private let hasher: TokenHasher
    private let wordCount: Int

    /// The tokens that were met, the place of their bits and how many of their bits are known.
    private var tokens = ByteTable()
    private var tokenPlaces: [(start: Int, count: Int)] = []
    private var tokenBits: [UInt32] = []
    /// The number of a token of one or two ASCII characters, found without a search; -1 where it was not met.
    private var shortTokens: [Int32]
    private var chosenBits: [UInt32]
    /// The value between the spaces that make its first and last n-grams.
    private var padded: [UInt8] = []

    /// The values that were met, and what they add to a filter or why they are refused.
    private var values = ByteTable()
    private var filters: [UInt64] = []
    private var refusals: [Int: ValueReading.Refusal] = [:]
    private let mostValues: Int
    /// Whether values return often enough for remembering them to pay: decided once, when a number of them have passed.
    private var remembersValues = true
    private var valuesMet = 0
    private var valuesMetAgain = 0
    /// The filter of the value that is being worked on.
    private var filter: [UInt64]

    /// What is kept of tokens and of values, each.
    private static let mostBytes = 1 << 20
    private static let trial = 2048

    init(_ hashing: FeatureHashing, keys: FeatureKeys, filterBitCount: Int, isChecked: Bool) {
        self.hashing = hashing
        reading = ValueReading(hashing, isChecked: isChecked)
        wordCount = (filterBitCount + 63) / 64
        let mostBits =
            switch hashing.strategy {
            case .bitsPerToken(let bits), .bitsPerFeature(let bits): bits
            }
        hasher = TokenHasher(hashing.hash, keys: keys, filterBitCount: filterBitCount, mostBits: mostBits)
        chosenBits = [UInt32](repeating: 0, count: mostBits)
        filter = [UInt64](repeating: 0, count: wordCount)
        shortTokens = [Int32](repeating: -1, count: 1 << 14)
        mostValues = FeatureEncoder.mostBytes / (8 * wordCount)
    }

    /// Adds a value, in UTF-8, to a filter of the schema's length before folding.
    mutating func add(
        _ value: UnsafeBufferPointer<UInt8>, to whole: UnsafeMutablePointer<UInt64>
    ) throws(ValueReading.Refusal) {
        guard remembersValues else {
            try work(out: value)
            for word in 0..<wordCount { whole[word] |= filter[word] }
            return
        }
        valuesMet += 1
        let isRoom = values.count < mostValues && values.byteCount < FeatureEncoder.mostBytes
        let (known, isNew) = isRoom ? values.number(of: value) : (values.find(value) ?? -1, false)
        if known >= 0, !isNew {
            valuesMetAgain += 1
            if let refusal = refusals[known] { throw refusal }
            let start = known * wordCount
            for word in 0..<wordCount { whole[word] |= filters[start + word] }
            return
        }
        if valuesMet == FeatureEncoder.trial, valuesMetAgain * 4 < FeatureEncoder.trial {
            remembersValues = false
            values = ByteTable()
            filters = []
        }
        defer { if isNew, remembersValues { filters.append(contentsOf: filter) } }
        do {
            try work(out: value)
        } catch {
            if isNew, remembersValues { refusals[known] = error }
            throw error
        }
        for word in 0..<wordCount { whole[word] |= filter[word] }
    }

    /// Makes `filter` the filter of a value.
    private mutating func work(out value: UnsafeBufferPointer<UInt8>) throws(ValueReading.Refusal) {
        for word in 0..<wordCount { filter[word] = 0 }
        if let written = try reading.written(value) {
            try written.withUnsafeBufferPointer { written throws(ValueReading.Refusal) in try addTokens(of: written) }
        } else {
            try addTokens(of: value)
        }
    }

    private mutating func addTokens(of value: UnsafeBufferPointer<UInt8>) throws(ValueReading.Refusal) {
        guard !value.isEmpty else { return }
        switch hashing.comparison {
        case .nGram(let length, let isPositional): try addNGrams(of: value, length: length, isPositional: isPositional)
        case .exact: try addToken(value, bits: bits(ofToken: 0, of: 1))
        case .numeric(let interval, let resolution, let scale):
            let tokens = try NumericNeighbourhood(interval: interval, resolution: resolution, scale: scale).tokens(of: value)
            for (index, token) in tokens.enumerated() {
                try Array(token.utf8).withUnsafeBufferPointer { token throws(ValueReading.Refusal) in
                    try addToken(token, bits: bits(ofToken: index, of: tokens.count))
                }
            }
        }
    }

    private mutating func addNGrams(
        of value: UnsafeBufferPointer<UInt8>, length: Int, isPositional: Bool
    ) throws(ValueReading.Refusal) {
        let padding = length - 1
        padded.removeAll(keepingCapacity: true)
        padded.append(contentsOf: repeatElement(0x20, count: padding))
        padded.append(contentsOf: value)
        padded.append(contentsOf: repeatElement(0x20, count: padding))
        // Taken out for the while, so that it can be read as others are changed.
        let text = exchange(&padded, with: [])
        defer { padded = text }
        try text.withUnsafeBufferPointer { text throws(ValueReading.Refusal) in
            let count = text.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } - padding
            var start = 0
            var end = 0
            for _ in 0..<length { end = FeatureEncoder.next(text, end) }
            for index in 0..<count {
                let token = UnsafeBufferPointer(rebasing: text[start..<end])
                if isPositional {
                    try (Array("\(index + 1) ".utf8) + token).withUnsafeBufferPointer { token throws(ValueReading.Refusal) in
                        try addToken(token, bits: bits(ofToken: index, of: count))
                    }
                } else {
                    try addToken(token, bits: bits(ofToken: index, of: count))
                }
                start = FeatureEncoder.next(text, start)
                end = FeatureEncoder.next(text, end)
            }
        }
    }

    /// The place behind the character that begins at a place.
    @inline(__always)
    private static func next(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        var place = place + 1
        while place < text.count, text[place] & 0xC0 == 0x80 { place += 1 }
        return place
    }

    private func bits(ofToken index: Int, of count: Int) -> Int {
        switch hashing.strategy {
        case .bitsPerToken(let bits): bits
        case .bitsPerFeature(let bits): bits / count + (index < bits % count ? 1 : 0)
        }
    }

    /// Adds the bits of one token, in UTF-8, to the value's filter.
    @inline(__always)
    private mutating func addToken(_ token: UnsafeBufferPointer<UInt8>, bits count: Int) throws(ValueReading.Refusal) {
        let short = FeatureEncoder.shortPlace(of: token)
        if short >= 0 {
            let number = Int(shortTokens[short])
            if number >= 0, tokenPlaces[number].count >= count {
                set(tokenPlaces[number].start, count)
                return
            }
        }
        try addLongToken(token, bits: count, short: short)
    }

    /// The place among the short tokens of a token of one or two ASCII characters, and -1 for others. A token of one character
    /// stands with those that begin with NUL, which no value holds.
    @inline(__always)
    private static func shortPlace(of token: UnsafeBufferPointer<UInt8>) -> Int {
        switch token.count {
        case 1: token[0] < 0x80 ? Int(token[0]) : -1
        case 2: (token[0] | token[1]) < 0x80 ? Int(token[0]) << 7 | Int(token[1]) : -1
        default: -1
        }
    }

    private mutating func addLongToken(
        _ token: UnsafeBufferPointer<UInt8>, bits count: Int, short: Int
    ) throws(ValueReading.Refusal) {
        guard count > 0 else { return }
        let isRoom = tokenBits.count + count <= FeatureEncoder.mostBytes / 4 && tokens.byteCount < FeatureEncoder.mostBytes
        var known = isRoom ? nil : tokens.find(token)
        if isRoom {
            let (number, isNew) = tokens.number(of: token)
            if isNew { tokenPlaces.append((0, 0)) }
            known = number
        }
        if let known, tokenPlaces[known].count >= count {
            set(tokenPlaces[known].start, count)
            return
        }
        try hash(token, bits: count)
        if let known, isRoom {
            tokenPlaces[known] = (tokenBits.count, count)
            tokenBits.append(contentsOf: chosenBits[..<count])
            if short >= 0 { shortTokens[short] = Int32(known) }
        }
        for bit in chosenBits[..<count] { filter[Int(bit >> 6)] |= 1 << UInt64(63 - bit & 63) }
    }

    @inline(__always)
    private mutating func set(_ start: Int, _ count: Int) {
        tokenBits.withUnsafeBufferPointer { bits in
            filter.withUnsafeMutableBufferPointer { filter in
                for index in start..<start + count {
                    let bit = bits[index]
                    filter[Int(bit >> 6)] |= 1 << UInt64(63 - bit & 63)
                }
            }
        }
    }

    private mutating func hash(_ token: UnsafeBufferPointer<UInt8>, bits count: Int) throws(ValueReading.Refusal) {
        if hashing.encoding == .utf8 {
            chosenBits.withUnsafeMutableBufferPointer { bits in
                if let base = bits.baseAddress { hasher.choose(count, of: UnsafeRawBufferPointer(token), into: base) }
            }
            return
        }
        guard let bytes = hashing.encoding.bytes(String(decoding: token, as: UTF8.self)) else {
            throw ValueReading.Refusal("The text has a character that is not in ASCII")
        }
        bytes.withUnsafeBytes { token in
            chosenBits.withUnsafeMutableBufferPointer { bits in
                if let base = bits.baseAddress { hasher.choose(count, of: token, into: base) }
            }
        }
    }
}

extension TextEncoding {
    /// A text in this encoding; nil where it cannot be written in it.
    func bytes(_ text: String) -> [UInt8]? {
        switch self {
        case .ascii: text.utf8.allSatisfy { $0 < 0x80 } ? Array(text.utf8) : nil
        case .utf8: Array(text.utf8)
        case .utf16: ([0xFEFF] + text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf32:
            ([0xFEFF] + text.unicodeScalars.map(\.value)).flatMap { value in
                (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) }
            }
        }
    }
}
