import Access
import Kernel

/// Everything that is done with a partnership's settings and members. Each way of doing it is an extension in `Rules`;
/// every change leaves its entry in the journal.
package struct PartnershipDesk: Sendable {
    let desk: Desk
    let lists: CodeLists

    package init(desk: Desk, lists: CodeLists) {
        self.desk = desk
        self.lists = lists
    }

    var world: World { desk.world }

    /// The partnership whose settings this viewer keeps; throws `AccessError.denied` for everybody but its administrators
    /// and the operator at the command line.
    static func kept(by viewer: Viewer) throws -> ID<Partnership> {
        guard let partnership = viewer.partnership, viewer.mayChange,
            viewer.door == .operator || (viewer.door == .person && viewer.has(.administrator))
        else { throw AccessError.denied }
        return partnership
    }
}
