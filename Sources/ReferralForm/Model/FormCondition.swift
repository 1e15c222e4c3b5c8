/// When a page or a field of the form is asked: in any one of several cases, each of which holds when all its terms do.
package struct FormCondition: Sendable, Hashable {
    /// One demand on another answer.
    package enum Term: Sendable, Hashable {
        /// The field holds one of these option codes.
        case oneOf(String, [String])
        /// The box is ticked.
        case ticked(String)
        /// Something was attached.
        case filled(String)

        static func answer(_ code: String, _ values: String...) -> Term { .oneOf(code, values) }
    }

    /// The cases; none at all means never, one without a term means always.
    package let cases: [[Term]]

    static let always = FormCondition(cases: [[]])
    static let never = FormCondition(cases: [])

    private static let child = Term.answer("pv-under-age", "yes", "not-sure")
    private static let consentingAdult: [Term] = [
        .answer("pv-under-age", "no"), .answer("pv-want-to-submit-nrm", "yes"),
    ]

    /// A child, perhaps a child, or an adult who consents.
    static let referral = FormCondition(cases: [[child], consentingAdult])
    static let adultReferral = FormCondition(cases: [consentingAdult])
    /// An adult who does not consent: the duty to notify.
    static let notification = FormCondition(cases: [[.answer("pv-under-age", "no"), .answer("pv-want-to-submit-nrm", "no")]])
    static let referralWithDocuments = referral.and(.filled("upload-file"))

    static func when(_ code: String, _ values: String...) -> FormCondition {
        FormCondition(cases: [[.oneOf(code, values)]])
    }

    func and(_ term: Term) -> FormCondition { FormCondition(cases: cases.map { $0 + [term] }) }
}
