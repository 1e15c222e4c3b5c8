import Access
import Partnerships

/// The use cases of the feature: who, where and what keeps appearing, and what people say of it.
///
/// A record *mentions* somebody or something. A mention becomes part of a *subject* only when a person says so, and two
/// subjects become one only when a person answers a proposal; both can be undone.
package struct SubjectDesk: Sendable {
    package let desk: Desk
    package let lists: CodeLists

    package init(desk: Desk, lists: CodeLists) {
        self.desk = desk
        self.lists = lists
    }
}
