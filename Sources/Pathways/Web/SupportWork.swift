import Access
import HTML
import Kernel
import Partnerships
import Web

extension WorkItem {
    /// What is due for a potential victim, as the list of work shows it: the reference and nothing about the person.
    package init(_ line: SupportDueLine, lists: CodeLists, slug: String, today: Day) {
        let links = PathwayLinks(slug)
        self.init(
            due: Moment(day: line.on, hour: 17), isTimed: false,
            what: SupportWords(lists: lists, today: today).task(line), link: SupportDuePage.link(line, links),
            about: line.reference, from: "Support", isDanger: line.entry?.status == .missing)
    }
}
