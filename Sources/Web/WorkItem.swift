import HTML
import Kernel

/// One thing that waits for somebody: when it is due, what to do, and where.
package struct WorkItem: Sendable {
    package let due: Moment
    /// Whether the due time counts to the minute; otherwise only its day.
    package let isTimed: Bool
    /// Since when it waits, where nothing makes it late; nil for what is due.
    package let since: Day?
    /// A verb first: "Decide the response".
    package let what: String
    package let detail: String
    package let link: Link
    /// The record it belongs to: "SW-0164 Car wash, Smethwick".
    package let about: String
    /// Why it came up: "Scoping round 1".
    package let from: String
    package let isDanger: Bool

    package init(
        due: Moment, isTimed: Bool, since: Day? = nil, what: String, detail: String = "", link: Link, about: String, from: String,
        isDanger: Bool = false
    ) {
        self.due = due
        self.isTimed = isTimed
        self.since = since
        self.what = what
        self.detail = detail
        self.link = link
        self.about = about
        self.from = from
        self.isDanger = isDanger
    }

    /// "2 days late", "3 months late" after two months, "6 years late" after two years, "Today 12:00", "Tomorrow", "14 February 2020";
    /// "Since 3 December 2019" for what only waits.
    package func dueText(now: Moment) -> String {
        if let since { return since == now.day ? "Since today" : "Since \(since.text)" }
        let days = due.day.number - now.day.number
        if due < now && (isTimed || days < 0) {
            if days == 0 { return "Late, \(due.clockText)" }
            if days <= -730 { return "\(-days / 365) years late" }
            if days < -60 { return "\(-days / 30) months late" }
            return days == -1 ? "1 day late" : "\(-days) days late"
        }
        switch days {
        case 0: return isTimed ? "Today \(due.clockText)" : "Today"
        case 1: return isTimed ? "Tomorrow \(due.clockText)" : "Tomorrow"
        default: return due.day.text
        }
    }

    package func isLate(now: Moment) -> Bool {
        since == nil && (isTimed ? due < now : due.day < now.day)
    }
}
