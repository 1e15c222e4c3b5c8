/// A date of birth as eight decimal digits, year, month, day, four bits each; what is not known of it is 0.
///
/// Digits rather than a day number, because what goes wrong with dates goes wrong with their digits: a digit is misread, two
/// are exchanged, day and month change places, and who does not know the day writes 1 January (Christen, Data Matching, 2012,
/// chapter 5).
struct CalendarDate: Hashable, Sendable {
    /// 0 is the missing date.
    let digits: UInt32

    static let missing = CalendarDate(digits: 0)

    init(digits: UInt32) { self.digits = digits }

    init(year: Int, month: Int, day: Int) {
        func decimal(_ value: Int, _ places: Int) -> UInt32 {
            var value = value
            var digits: UInt32 = 0
            for place in 0..<places {
                digits |= UInt32(value % 10) << UInt32(4 * place)
                value /= 10
            }
            return digits
        }
        digits = decimal(year, 4) << 16 | decimal(month, 2) << 8 | decimal(day, 2)
    }

    /// Reads `1990-02-25`, `25/2/1990`, `25.02.1990`, `19900225`, `1990-02`, `1990` and "about 1990"; a date with a time is
    /// read up to the time. Nil where the text holds no year between 1800 and 2199.
    ///
    /// Digits that are no date (a thirty-first of June) are kept: they are a slip of the pen, and compared as such.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var numbers: (Int, Int, Int) = (0, 0, 0)
        var lengths: (Int, Int, Int) = (0, 0, 0)
        var count = 0
        var value = 0
        var length = 0
        var at = 0
        while at <= text.count {
            let byte = at < text.count ? text[at] : 0
            if (0x30...0x39).contains(byte), length < 9 {
                value = value * 10 + Int(byte - 0x30)
                length += 1
            } else if length > 0 {
                switch count {
                case 0: (numbers.0, lengths.0) = (value, length)
                case 1: (numbers.1, lengths.1) = (value, length)
                default: (numbers.2, lengths.2) = (value, length)
                }
                count += 1
                value = 0
                length = 0
                if count == 3 { break }
            }
            at += 1
        }
        var year = 0
        var month = 0
        var day = 0
        if lengths.0 == 8 {
            (year, month, day) = (numbers.0 / 10_000, numbers.0 / 100 % 100, numbers.0 % 100)
            if !(1800...2199).contains(year) {
                (year, month, day) = (numbers.0 % 10_000, numbers.0 / 10_000 % 100, numbers.0 / 1_000_000)
            }
        } else if lengths.0 == 4 {
            (year, month, day) = numbers
        } else if count == 3, lengths.2 == 4 {
            (day, month, year) = numbers
            if month > 12, day <= 12 { (day, month) = (month, day) }
        } else if count == 2, lengths.1 == 4 {
            (month, year) = (numbers.0, numbers.1)
        }
        guard (1800...2199).contains(year) else { return nil }
        if month > 99 || day > 99 { (month, day) = (0, 0) }
        self.init(year: year, month: month, day: day)
    }

    var year: UInt32 { digits >> 16 }
    var month: UInt32 { digits >> 8 & 0xFF }
    var day: UInt32 { digits & 0xFF }

    /// The year as a number.
    var yearNumber: Int { Int(year >> 12) * 1000 + Int(year >> 8 & 15) * 100 + Int(year >> 4 & 15) * 10 + Int(year & 15) }

    /// 1 January, or only a year: what stands there when nobody knows.
    var isPlaceholder: Bool { digits & 0xFFFF == 0x0101 || digits & 0xFFFF == 0 || day == 0 }

    /// The same for a date and the one with its day and month exchanged.
    var unordered: UInt32 { year << 16 | max(month, day) << 8 | min(month, day) }

    /// How two dates agree, best first; the raw values are those of the comparison's table.
    enum Level: UInt8, CaseIterable, Sendable {
        case missing
        case exact
        case dayAndMonthSwapped
        /// The year agrees and one of them is no more than a year.
        case placeholder
        /// One digit differs, or two neighbours are exchanged.
        case oneDigit
        /// Day and month agree and the year is near, or off by ten.
        case yearNear
        case sameYear
        case different
    }

    /// How this date agrees with another; symmetric.
    func level(with other: CalendarDate) -> Level {
        if digits == 0 || other.digits == 0 { return .missing }
        if digits == other.digits { return digits & 0xFFFF == 0 ? .placeholder : .exact }
        let difference = digits ^ other.digits
        if difference >> 16 == 0 {
            if unordered == other.unordered { return .dayAndMonthSwapped }
            if isPlaceholder || other.isPlaceholder { return .placeholder }
        }
        let low = UInt32(difference.trailingZeroBitCount) / 4 * 4
        let rest = difference >> low
        if rest < 16 { return .oneDigit }
        if rest < 256, low % 8 == 0 || low == 20 {
            let mine = digits >> low & 0xFF
            let theirs = other.digits >> low & 0xFF
            if mine >> 4 == theirs & 15, mine & 15 == theirs >> 4 { return .oneDigit }
        }
        if difference & 0xFFFF == 0 {
            let years = abs(yearNumber - other.yearNumber)
            // Two years that somebody estimated are seldom ten apart.
            if years <= 2 || (years == 10 && !isPlaceholder) { return .yearNear }
        }
        return difference >> 16 == 0 ? .sameYear : .different
    }
}
