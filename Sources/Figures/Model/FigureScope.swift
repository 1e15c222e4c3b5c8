import Access
import Kernel

/// Which records a viewer's figures count. The rows themselves are chosen by Access; this says the same in words.
package enum FigureScope: Hashable, Sendable {
    /// All partnerships together, for the operator.
    case allPartnerships
    /// Everything of one partnership.
    case partnership
    /// What lies in one town.
    case town(ID<Term>)
    /// What the viewer's organisation may see.
    case organisation
    /// Nothing, because the sharing agreement has run out.
    case agreementLapsed
    /// Nothing, because no town is set for this town lead.
    case townMissing

    /// Nil for somebody whose role reads no figures at all.
    package init?(of viewer: Viewer) {
        if viewer.door == .operator {
            self = viewer.partnership == nil ? .allPartnerships : .partnership
        } else if viewer.isCoordinator || viewer.has(.analyst) {
            self = .partnership
        } else if viewer.has(.townLead), let town = viewer.town {
            self = .town(town)
        } else if viewer.has(.member) {
            self = viewer.agreementInForce ? .organisation : .agreementLapsed
        } else if viewer.has(.townLead) {
            self = .townMissing
        } else {
            return nil
        }
    }
}
