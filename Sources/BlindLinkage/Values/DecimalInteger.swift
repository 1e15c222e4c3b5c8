/// A whole number of any length, held as decimal digits: what numeric comparison needs so that a number of twenty digits gives
/// the tokens that clkhash gives it.
struct DecimalInteger: Hashable {
    /// More digits than these Python does not turn into a number or back (its default since 3.11), and so neither do we.
    static let mostDigits = 4300

    private(set) var isNegative: Bool
    /// From the lowest place up, without zeros at the top; zero has none.
    private(set) var digits: [UInt8]

    private init(isNegative: Bool, digits: [UInt8]) {
        var digits = digits
        while digits.last == 0 { digits.removeLast() }
        self.digits = digits
        self.isNegative = isNegative && !digits.isEmpty
    }

    init(_ value: Int) {
        var rest = value.magnitude
        var digits: [UInt8] = []
        while rest > 0 {
            digits.append(UInt8(rest % 10))
            rest /= 10
        }
        self.init(isNegative: value < 0, digits: digits)
    }

    /// Reads a number as Python's int() does: spaces around it, a sign, single underscores between digits and the digits of
    /// any script are taken. Nil for anything else.
    init?(_ text: String.UnicodeScalarView) {
        var scalars = Substring.UnicodeScalarView(text)[...]
        NumberText.trim(&scalars)
        let isNegative = scalars.first == "-"
        if isNegative || scalars.first == "+" { scalars.removeFirst() }
        var digits: [UInt8] = []
        var mayStandUnderscore = false
        for scalar in scalars {
            if let digit = NumberText.digit(scalar) {
                digits.append(digit)
                mayStandUnderscore = true
            } else {
                guard scalar == "_", mayStandUnderscore else { return nil }
                mayStandUnderscore = false
            }
        }
        guard mayStandUnderscore, digits.count <= DecimalInteger.mostDigits else { return nil }
        self.init(isNegative: isNegative, digits: digits.reversed())
    }

    /// The number without its fraction. The value must be finite.
    init(truncating value: Double) {
        let whole = value.magnitude.rounded(.towardZero)
        var number = DecimalInteger(0)
        if whole < 0x1p62 {
            number = DecimalInteger(Int(whole))
        } else {
            number = DecimalInteger(Int(whole.significand * 0x1p52))
            for _ in 0..<(Int(whole.exponent) - 52) { number = number.multiplied(by: 2) }
        }
        self.init(isNegative: value < 0, digits: number.digits)
    }

    var isZero: Bool { digits.isEmpty }

    /// The number as `str` writes it.
    var description: String {
        if digits.isEmpty { return "0" }
        return (isNegative ? "-" : "") + String(decoding: digits.reversed().map { $0 + 0x30 }, as: UTF8.self)
    }

    func multiplied(by factor: Int) -> DecimalInteger {
        var result: [UInt8] = []
        result.reserveCapacity(digits.count + 20)
        var carry: UInt128 = 0
        for digit in digits {
            let product = UInt128(digit) * UInt128(factor.magnitude) + carry
            result.append(UInt8(product % 10))
            carry = product / 10
        }
        while carry > 0 {
            result.append(UInt8(carry % 10))
            carry /= 10
        }
        return DecimalInteger(isNegative: isNegative != (factor < 0), digits: result)
    }

    /// What is left over when the number is divided by a positive one, never negative.
    func remainder(dividingBy divisor: Int) -> Int {
        var rest: UInt128 = 0
        for digit in digits.reversed() { rest = (rest * 10 + UInt128(digit)) % UInt128(divisor) }
        let remainder = Int(rest)
        return isNegative && remainder > 0 ? divisor - remainder : remainder
    }

    static func + (left: DecimalInteger, right: DecimalInteger) -> DecimalInteger {
        if left.isNegative == right.isNegative {
            return DecimalInteger(isNegative: left.isNegative, digits: sum(left.digits, right.digits))
        }
        return isLess(left.digits, right.digits)
            ? DecimalInteger(isNegative: right.isNegative, digits: difference(right.digits, left.digits))
            : DecimalInteger(isNegative: left.isNegative, digits: difference(left.digits, right.digits))
    }

    private static func isLess(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count != right.count ? left.count < right.count : left.reversed().lexicographicallyPrecedes(right.reversed())
    }

    private static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var carry: UInt8 = 0
        for index in 0..<max(left.count, right.count) {
            let digit = (index < left.count ? left[index] : 0) + (index < right.count ? right[index] : 0) + carry
            result.append(digit % 10)
            carry = digit / 10
        }
        if carry > 0 { result.append(carry) }
        return result
    }

    private static func difference(_ greater: [UInt8], _ lesser: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var borrow: UInt8 = 0
        for index in greater.indices {
            let taken = (index < lesser.count ? lesser[index] : 0) + borrow
            borrow = greater[index] < taken ? 1 : 0
            result.append(greater[index] + borrow * 10 - taken)
        }
        return result
    }
}
