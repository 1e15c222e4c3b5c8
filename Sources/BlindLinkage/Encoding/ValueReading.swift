/// Checks a feature's values and writes them as they are encoded.
struct ValueReading {
    private let hashing: FeatureHashing
    private let pattern: ValuePattern?
    private let permitted: Set<[UInt8]>
    /// Whether values are checked where encoding does not need it.
    private let isChecked: Bool

    init(_ hashing: FeatureHashing, isChecked: Bool) {
        self.hashing = hashing
        self.isChecked = isChecked
        if case .pattern(let text) = hashing.format { pattern = ValuePattern(text) } else { pattern = nil }
        if case .oneOf(let values) = hashing.format { permitted = Set(values.map { Array($0.utf8) }) } else { permitted = [] }
    }

    /// The value as it is encoded, or nil where that is the value itself; throws where it is not what the schema says.
    func written(_ value: UnsafeBufferPointer<UInt8>) throws(Refusal) -> [UInt8]? {
        if let missing = hashing.missing, value.elementsEqual(missing.sentinel.utf8) {
            return Array(missing.replacement.utf8)
        }
        switch hashing.format {
        case .text(let letterCase, let least, let most):
            guard isChecked else { return nil }
            try checkEncoding(value)
            if least != nil || most != nil {
                let length = value.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
                if let least, length < least { throw Refusal("The text has \(length) characters and should have \(least) at least") }
                if let most, length > most { throw Refusal("The text has \(length) characters and should have \(most) at most") }
            }
            if letterCase != .mixed { try checkCase(String(decoding: value, as: UTF8.self), letterCase) }
        case .pattern(let text):
            guard isChecked else { return nil }
            try checkEncoding(value)
            guard pattern?.matches(String(decoding: value, as: UTF8.self)) ?? true else {
                throw Refusal("The text does not match the pattern \(text)")
            }
        case .integer(let least, let most):
            guard let number = DecimalInteger(String(decoding: value, as: UTF8.self).unicodeScalars) else {
                throw Refusal("This is not a whole number")
            }
            if isChecked {
                if let least, (number + DecimalInteger(least).multiplied(by: -1)).isNegative {
                    throw Refusal("The number is less than \(least)")
                }
                if let most, (DecimalInteger(most) + number.multiplied(by: -1)).isNegative {
                    throw Refusal("The number is greater than \(most)")
                }
            }
            return Array(number.description.utf8)
        case .date(let format):
            guard let date = format.written(String(decoding: value, as: UTF8.self)) else {
                throw Refusal("This is not a date of the format in the schema")
            }
            return Array(date.utf8)
        case .oneOf:
            guard !isChecked || permitted.contains(Array(value)) else {
                throw Refusal("The text is none of those that the schema names")
            }
        }
        return nil
    }

    /// Why a value is refused.
    struct Refusal: Error {
        let message: String
        init(_ message: String) { self.message = message }
    }

    private func checkEncoding(_ value: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        if hashing.encoding == .ascii, value.contains(where: { $0 >= 0x80 }) {
            throw Refusal("The text has a character that is not in ASCII")
        }
    }

    private func checkCase(_ text: String, _ letterCase: LetterCase) throws(Refusal) {
        let fits = text.unicodeScalars.allSatisfy { scalar in
            (letterCase == .upper ? scalar.properties.uppercaseMapping : scalar.properties.lowercaseMapping)
                .unicodeScalars.elementsEqual(CollectionOfOne(scalar))
        }
        guard fits else { throw Refusal("The letters should be in \(letterCase.rawValue) case") }
    }
}
