import Foundation

/// A point in time: whole microseconds since 1 January 1970, UTC.
package struct Moment: Hashable, Comparable, Sendable, Codable {
    /// Microseconds since 1 January 1970, UTC.
    package let microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The present moment of the machine's clock.
    package static var now: Moment {
        Moment(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }

    /// The moment when a wall clock in the United Kingdom shows this day, hour and minute.
    package init(day: Day, hour: Int = 0, minute: Int = 0) {
        let local = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60)
        let guess = Moment(microseconds: (local - Moment.offset(atSecond: local)) * 1_000_000)
        let corrected = local - Moment.offset(atSecond: guess.microseconds / 1_000_000)
        microseconds = corrected * 1_000_000
    }

    package func adding(seconds: Int64) -> Moment {
        Moment(microseconds: microseconds + seconds * 1_000_000)
    }
    package func adding(hours: Int64) -> Moment { adding(seconds: hours * 3600) }
    package func adding(days: Int64) -> Moment { adding(seconds: days * 86_400) }

    /// Whole seconds from `earlier` to this moment; negative when this moment comes first.
    package func seconds(since earlier: Moment) -> Int64 {
        (microseconds - earlier.microseconds) / 1_000_000
    }

    package static func < (one: Moment, other: Moment) -> Bool { one.microseconds < other.microseconds }

    /// The day that a calendar in the United Kingdom shows at this moment.
    package var day: Day { Day(number: Int(floorDivide(localSeconds, 86_400))) }

    /// Hour and minute that a clock in the United Kingdom shows.
    package var clock: (hour: Int, minute: Int) {
        let second = localSeconds - floorDivide(localSeconds, 86_400) * 86_400
        return (Int(second / 3600), Int(second % 3600 / 60))
    }

    /// "09:40", the wall clock in the United Kingdom.
    package var clockText: String {
        let (hour, minute) = clock
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    /// "8 February 2020 at 09:40".
    package var text: String { "\(day.text) at \(clockText)" }

    /// RFC 3339 in UTC with whole seconds, for interfaces: "2020-02-08T09:40:00Z".
    package var rfc3339: String {
        let total = floorDivide(microseconds, 1_000_000)
        let days = floorDivide(total, 86_400)
        let rest = total - days * 86_400
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(Day(number: Int(days)).iso)T\(two(rest / 3600)):\(two(rest % 3600 / 60)):\(two(rest % 60))Z"
    }

    private var localSeconds: Int64 {
        let utc = floorDivide(microseconds, 1_000_000)
        return utc + Moment.offset(atSecond: utc)
    }

    private static let london = TimeZone(identifier: "Europe/London") ?? .gmt

    private static func offset(atSecond second: Int64) -> Int64 {
        Int64(london.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))))
    }
}

private func floorDivide(_ number: Int64, _ divisor: Int64) -> Int64 {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient - 1 : quotient
}
