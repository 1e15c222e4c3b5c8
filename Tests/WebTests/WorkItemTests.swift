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
}
