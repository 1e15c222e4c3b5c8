import ReferralForm

/// Complete reports about an invented person, one for each way through the form.
package enum InventedReport {
    package typealias Answers = [String: ReferralAnswer]

    package static func of(_ variant: ReferralVariant) -> Answers {
        switch variant {
        case .child: common.merging(person).merging(council)
        case .adultWithSupport: common.merging(adult).merging(person).merging(letter).merging(phone)
        case .adultWithoutSupport:
            common.merging(adult).merging(person).merging(letter).merging(["does-pv-need-support": .text("no")])
        case .namedNotification: common.merging(adult).merging(declined).merging(name).merging(address)
        case .anonymousNotification: common.merging(adult).merging(declined).merging(["authorities-cooperation": .text("no")])
        }
    }

    private static let common: Answers = [
        "reference": .text("Car wash, June"), "user-organisation": .text("Unseen"), "fr-location": .text("england"),
        "pv-under-age": .text("not-sure"), "birthplace": .text("Vlorë, Albania"),
        "family": .text("Two sisters; parents not known, because he was raised by an aunt"),
        "education": .text("Left school in 2012"), "employment-history": .text("Farm work until 2018"),
        "potential-victim-exploitative-situation-multiple": .text("no"),
        "when-did-the-exploitation-take-place": .text("From March 2019 to 4 June 2020"),
        "how-did-the-exploitation-start": .text(
            "He said that a man he met in a bar promised him a job with lodging and took him to Dover by lorry"),
        "were-they-taken-somewhere-by-their-exploiter": .text("no"),
        "what-were-they-required-to-do": .text("Washed cars from seven to seven, six days a week, with no breaks and for no pay"),
        "living-conditions": .text("Slept on the floor of a container with five others"),
        "how-they-were-treated": .text("He was threatened with a beating and his passport was taken for a debt"),
        "still-in-exploitative-situation": .text("no"),
        "how-why-did-they-leave-the-situation": .text("Left when the premises were visited in June 2020"),
        "when-last-contact": .text("within-the-last-month"), "is-this-the-first-chance-to-report": .text("no"),
        "why-report-now": .text("He was afraid because the exploiter knows where his family lives"),
        "modern-slavery-indicators": .text("yes"),
        "modern-slavery-indicators-details": .text(
            "No wages, passport held by the manager, debt for the journey, afraid of the manager, bruises on both arms. We saw the "
                + "bruises and the container on 4 June 2020; he told us of the debt and of the passport."),
        "where-how-interview-carried-out": .text("In a private room with an interpreter, two breaks"),
        "professional-insight": .text("In my judgement the debt and the threats kept him there"),
        "evidence-of-dishonesty": .text("no"), "are-others-involved": .text("no"), "where-exploitation-happened": .text("uk"),
        "where-exploitation-happened-uk-city-1": .text("Birmingham"), "current-pv-location-uk-city": .text("Birmingham"),
        "current-pv-location-uk-region": .text("Unknown"), "who-exploited-pv": .text("A man called the boss"),
        "exploiters-location": .text("no"), "types-of-exploitation-forced-to-work": .ticked(true), "any-other-pvs": .text("not-sure"),
        "future-exploitation-concerns": .text("no"), "reported-to-police": .text("no"), "authorities-cooperation": .text("yes"),
        "pv-gender": .text("male"), "pv-nationality": .text("Albanian"),
    ]
    private static let council: Answers = [
        "local-authority-contacted-about-child-local-authority-name": .text("Sandwell Metropolitan Borough Council"),
        "local-authority-contacted-about-child-local-authority-phone": .text("0121 496 0000"),
        "local-authority-contacted-about-child-local-authority-email": .text("front.door@example.gov.uk"),
    ]
    private static let adult: Answers = [
        "pv-under-age": .text("no"), "pv-under-age-at-time-of-exploitation": .text("no"), "pv-want-to-submit-nrm": .text("yes"),
    ]
    private static let declined: Answers = [
        "pv-want-to-submit-nrm": .text("no"), "refuse-nrm": .text("Wants to go home"),
    ]
    private static let name: Answers = ["pv-name-first-name": .text("Zamir"), "pv-name-last-name": .text("Quillfeather")]
    private static let person: Answers = name.merging([
        "pv-dob": .text("1994-02-28"), "does-pv-have-children": .text("no"), "pv-interpreter-requirements": .text("yes"),
        "pv-interpreter-requirements-language": .text("Albanian"), "pv-other-help-with-communication": .text("no"),
        "pv-ho-reference": .text("no"), "fr-details-first-name": .text("Ada"), "fr-details-last-name": .text("Moss"),
        "fr-details-role": .text("Caseworker"), "fr-details-phone": .text("0121 496 0001"),
        "fr-alternative-contact": .text("team@example.org"), "upload-file": .several(["letter.pdf"]),
        "what-evidence-you-will-submit": .text("Letter of the doctor of 5 June 2020"),
    ])
    private static let letter: Answers = address.merging(["who-contact": .text("potential-victim")])
    private static let address: Answers = [
        "pv-contact-details": .several(["post", "email"]), "pv-contact-details-email-input": .text("zamir@example.org"),
        "pv-contact-details-email-check": .ticked(true), "pv-contact-details-street": .text("1 Invented Street"),
        "pv-contact-details-town": .text("Tipton"), "pv-contact-details-postcode": .text("DY4 8XX"),
        "pv-contact-details-post-check": .ticked(true),
    ]
    private static let phone: Answers = [
        "does-pv-need-support": .text("yes"), "pv-phone-number": .text("yes"), "pv-phone-number-yes": .text("07700 900123"),
    ]
}

extension [String: ReferralAnswer] {
    fileprivate func merging(_ others: Self) -> Self { merging(others) { _, new in new } }

    /// The same answers with one of them changed; nil takes it out.
    package func with(_ code: String, _ answer: ReferralAnswer?) -> Self {
        var answers = self
        answers[code] = answer
        return answers
    }
}
