import Kernel

/// What an organisation may and must report: whether it is a first responder organisation, for whom, and whether the duty
/// to notify binds it.
package struct ReportingBody: Sendable, Hashable {
    package let refersAdults: Bool
    package let refersChildren: Bool
    /// Bound by section 52 of the Modern Slavery Act 2015, or following it by policy as the Home Office does.
    package let hasDuty: Bool
    /// Whether this was read on a published page; pages mark what rests on it as "to be confirmed" otherwise.
    package let isConfirmed: Bool

    package init(refersAdults: Bool, refersChildren: Bool, hasDuty: Bool, isConfirmed: Bool = true) {
        self.refersAdults = refersAdults
        self.refersChildren = refersChildren
        self.hasDuty = hasDuty
        self.isConfirmed = isConfirmed
    }

    /// Neither a first responder nor bound by the duty.
    package static let none = ReportingBody(refersAdults: false, refersChildren: false, hasDuty: false)
}
