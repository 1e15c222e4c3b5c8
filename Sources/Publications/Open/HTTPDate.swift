import Kernel

/// A moment as headers of HTTP write it: "Sun, 06 Nov 1994 08:49:37 GMT".
enum HTTPDate {
    static func text(_ moment: Moment) -> String {
        // "1994-11-06T08:49:37Z", always in universal time.
        let seconds = (moment.microseconds - (moment.microseconds % 1_000_000 + 1_000_000) % 1_000_000) / 1_000_000
        let number = Int(seconds / 86_400) - (seconds % 86_400 < 0 ? 1 : 0)
        let rest = Int(seconds) - number * 86_400
        let (year, month, day) = Day(number: number).parts
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let weekday = weekdays[((number % 7) + 7) % 7]
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
        return
            "\(weekday), \(two(day)) \(Day.monthNames[month - 1].prefix(3)) \(year) \(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60)) GMT"
    }
}
