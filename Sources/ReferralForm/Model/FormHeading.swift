/// The eleven headings of the prompt sheet, in its order: the sections in which a referral is written.
package enum FormHeading: String, Sendable, Codable, CaseIterable {
    case firstResponder = "first-responder"
    case age
    case background
    case exploitation
    case insight
    case locations
    case exploiters
    case consent
    case dutyToNotify = "duty-to-notify"
    case person
    case contact

    /// As the prompt sheet of April 2026 words it.
    package var title: String {
        switch self {
        case .firstResponder: "First Responder Details"
        case .age: "Age Confirmation"
        case .background: "Background"
        case .exploitation: "Exploitation Details"
        case .insight: "Professional Insight"
        case .locations: "Exploitation Location"
        case .exploiters: "Exploiters' Details"
        case .consent: "Consent and Support"
        case .dutyToNotify: "Duty to Notify"
        case .person: "Personal Details"
        case .contact: "Decision Making and Contact"
        }
    }

    /// The sections that the form goes through again when the age or the consent is changed: those from the question of
    /// consent on.
    package static let afterConsent: [FormHeading] = [.consent, .dutyToNotify, .person, .contact]

    /// The fields whose change sends the form back to the question of consent.
    package static let resettingFields: Set<String> = ["pv-under-age", "pv-want-to-submit-nrm"]
}
