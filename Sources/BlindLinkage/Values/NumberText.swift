/// How Python reads numbers, which decides what clkhash encodes.
enum NumberText {
    /// Takes away what Python's `strip` takes away: white space by Unicode and the four separators of ASCII.
    static func trim(_ scalars: inout Substring.UnicodeScalarView) {
        func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
        }
        while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
        while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    }

    /// The value of a decimal digit of any script.
    static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.isASCII { return (0x30...0x39).contains(scalar.value) ? UInt8(scalar.value - 0x30) : nil }
        guard scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue else { return nil }
        return UInt8(value)
    }

    /// Reads a number as Python's float() does; nil for anything else and for what is not finite.
    static func finiteNumber(_ text: String.UnicodeScalarView) -> Double? {
        var scalars = Substring.UnicodeScalarView(text)[...]
        trim(&scalars)
        var plain = ""
        var isAfterDigit = false
        var mustBeDigit = false
        for scalar in scalars {
            if let digit = digit(scalar) {
                plain.unicodeScalars.append(Unicode.Scalar(0x30 + digit))
                isAfterDigit = true
                mustBeDigit = false
                continue
            }
            guard !mustBeDigit else { return nil }
            if scalar == "_" {
                guard isAfterDigit else { return nil }
                mustBeDigit = true
            } else {
                guard scalar.isASCII, "+-.eE".unicodeScalars.contains(scalar) else { return nil }
                plain.unicodeScalars.append(scalar)
            }
            isAfterDigit = false
        }
        guard !mustBeDigit, let value = Double(plain), value.isFinite else { return nil }
        return value
    }
}
