/// A time of day to the minute, without a zone.
package struct ClockTime: Sendable, Hashable, Comparable {
    /// 0 to 23.
    package let hour: Int
    /// 0 to 59.
    package let minute: Int

    /// Reads "5:30" and "05:30"; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// "05:30", as it is kept.
    package var text: String {
        "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    /// "05:30" for what was typed as "5:30"; empty where nothing readable was.
    package static func kept(_ text: String) -> String { ClockTime(text)?.text ?? "" }

    package static func < (one: ClockTime, other: ClockTime) -> Bool {
        (one.hour, one.minute) < (other.hour, other.minute)
    }
}

extension Moment {
    /// The moment at this time of a day in the United Kingdom.
    package init(day: Day, at time: ClockTime) {
        self.init(day: day, hour: time.hour, minute: time.minute)
    }
}
