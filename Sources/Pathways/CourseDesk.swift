import Access
import Kernel
import Partnerships

/// The use cases of what follows a referral: its decisions, the children's panel and the crime records. Pages and commands
/// all call these.
package struct CourseDesk: Sendable {
    package let desk: Desk
    package let lists: CodeLists
    package let rules: CourseRules

    package init(desk: Desk, lists: CodeLists, rules: CourseRules) {
        self.desk = desk
        self.lists = lists
        self.rules = rules
    }
}
