/// Turns records into cryptographic long-term keys: Bloom filters of the tokens of all their features (Schnell, Bachteler and
/// Reiher, Privacy-preserving record linkage using Bloom filters, BMC Medical Informatics and Decision Making 9, 2009; one
/// filter for all features: the same authors' Novel Error-Tolerant Anonymous Linking Code, 2011).
///
/// The encodings equal those of clkhash for the same schema and secret, bit for bit. An encoder belongs to one thread; its
/// memory does not grow with the number of records.
package final class RecordEncoder {
    package let schema: EncodingSchema
    /// The encoders of the features that are not passed over, and those features' places.
    private let encoders: UnsafeMutableBufferPointer<FeatureEncoder>
    private let places: [Int]
    private var filter: [UInt64]

    /// Makes an encoder from the agencies' common secret, at least one byte. Where values are not checked, only those are
    /// refused that cannot be encoded.
    package init(schema: EncodingSchema, secret: [UInt8], checksValues: Bool = true) {
        self.schema = schema
        let keys = FeatureKeys.derive(from: secret, for: schema)
        places = schema.features.indices.filter { schema.features[$0].hashing != nil }
        encoders = .allocate(capacity: places.count)
        var next = 0
        for (feature, keys) in zip(schema.features, keys) {
            guard let hashing = feature.hashing else { continue }
            encoders.initializeElement(
                at: next,
                to: FeatureEncoder(hashing, keys: keys, filterBitCount: schema.filterBitCount, isChecked: checksValues))
            next += 1
        }
        filter = [UInt64](repeating: 0, count: (schema.filterBitCount + 63) / 64)
    }

    deinit {
        encoders.deinitialize().deallocate()
    }

    /// Adds the encoding of a record at the end of a set, whose length in bits must be the schema's. The values are UTF-8, one
    /// for each feature of the schema in its order. Throws `ValueFault` at the first value that is refused, and adds nothing.
    package func encode(
        _ value: (Int) -> UnsafeBufferPointer<UInt8>, into set: inout EncodingSet
    ) throws(ValueFault) {
        for word in filter.indices { filter[word] = 0 }
        for (index, place) in places.enumerated() {
            do {
                try filter.withUnsafeMutableBufferPointer { filter throws(ValueReading.Refusal) in
                    if let base = filter.baseAddress { try encoders[index].add(value(place), to: base) }
                }
            } catch {
                throw ValueFault(column: schema.features[place].identifier, message: error.message)
            }
        }
        var length = schema.filterBitCount
        for _ in 0..<schema.foldCount {
            length /= 2
            fold(to: length)
        }
        set.append(filter[..<set.wordsPerEncoding])
    }

    /// The encoding of one record, given as texts.
    package func encoding(of values: [String]) throws(ValueFault) -> EncodingSet {
        var set = EncodingSet(bitCount: schema.bitCount)
        let bytes = values.map { Array($0.utf8) }
        let pointers = bytes.map { bytes in
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
            _ = copy.initialize(from: bytes)
            return copy
        }
        defer { pointers.forEach { $0.deallocate() } }
        try encode({ UnsafeBufferPointer(pointers[$0]) }, into: &set)
        return set
    }

    /// Lays the second half of the filter on its first, which has this many bits, by exclusive or.
    private func fold(to half: Int) {
        if half % 64 == 0 {
            for word in 0..<half / 64 { filter[word] ^= filter[word + half / 64] }
            return
        }
        for bit in 0..<half {
            let source = bit + half
            let isSet = filter[source / 64] >> UInt64(63 - source % 64) & 1
            filter[bit / 64] ^= isSet << UInt64(63 - bit % 64)
        }
        filter[half / 64] &= ~(UInt64.max >> UInt64(half % 64))
    }
}
