import Access
import Kernel

/// That children's services were told of somebody who is or may be a child: who told whom, when, and by which way.
package struct SafeguardingRecord: Sendable, Hashable {
    package let id: ID<SafeguardingNotice>
    package let toldAt: Moment
    /// A code of "notice_way".
    package let way: String
    /// Names of workers, as they were typed.
    package let toldBy: String
    package let toldWhom: String
    /// As the Home Office form spells it.
    package let localAuthority: String
    /// Theirs; empty where they gave none.
    package let reference: String
    package let organisationName: String
}
