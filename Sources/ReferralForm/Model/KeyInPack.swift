import Kernel

/// Everything that a person needs to key a report into the Home Office's web form: its pages in the form's own order, what
/// the form would refuse, and how good the report is. Nothing is sent anywhere: the form has no interface for that.
package struct KeyInPack: Sendable {
    /// Where the form was read.
    package let source: String
    /// The days for which this edition of the form is known to hold.
    package let validity: Period
    package let pages: [KeyInPage]
    package let check: ReferralCheck

    /// The pack of these answers. What is not asked on this way is left out of the pages.
    ///
    /// - Parameter today: the day on which the report is keyed in.
    package init(_ answers: [String: ReferralAnswer], today: Day) {
        source = ReferralForm.current.source
        validity = ReferralForm.current.validity
        pages = ReferralForm.pages(answers)
        check = ReferralForm.check(answers, today: today)
    }
}
