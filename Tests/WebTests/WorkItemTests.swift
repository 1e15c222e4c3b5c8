import HTML
import Kernel
import Testing
import Web

@Suite("Something that waits")
struct WorkItemTests {
    private let now = Moment(day: Day(number: 18_302), hour: 12)

    @Test(
        "says how late it is in words that fit",
        arguments: [
            (1, "Tomorrow"), (0, "Today"), (-1, "1 day late"), (-60, "60 days late"), (-61, "2 months late"),
            (-729, "24 months late"), (-730, "2 years late"), (-2400, "6 years late"),
        ] as [(Int64, String)])
    func due(days: Int64, words: String) {
        let item = WorkItem(
            due: now.adding(days: days).adding(hours: 5), isTimed: false, what: "Screen", link: "/", about: "", from: "")
        #expect(item.dueText(now: now) == words)
    }

    @Test(
        "says since when it waits where nothing makes it late",
        arguments: [(0, "Since today"), (-47, "Since 25 December 2019")] as [(Int64, String)])
    func since(days: Int64, words: String) {
        let since = now.adding(days: days).day
        let item = WorkItem(
            due: Moment(day: since, hour: 9), isTimed: false, since: since, what: "Review", link: "/", about: "", from: "")
        #expect(item.dueText(now: now) == words && !item.isLate(now: now))
    }
}
