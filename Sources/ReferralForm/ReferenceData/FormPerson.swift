extension FormPage {
    /// The pages under "Consent and Support".
    static let supportPages: [FormPage] = [
        .init(
            "/does-pv-need-support", .adultReferral,
            [
                .field(
                    "does-pv-need-support", "Whether the person wants support", .yesNo, [.required],
                    to: [.init("NeedSupport", .spoken)])
            ]),
        .init(
            "/pv-phone-number", .adultReferral.and(.answer("does-pv-need-support", "yes")),
            [
                .field(
                    "pv-phone-number", "Which telephone number reaches the person", .radio(["yes", "pv-alternative-number", "no"]),
                    [.required]),
                .field(
                    "pv-phone-number-yes", "The person's telephone number", .line, [.required, .phone],
                    if: .answer("pv-phone-number", "yes"), to: [.init("Customer.Phone")]),
                .field(
                    "pv-phone-number-alternative", "The telephone number of somebody safe", .line, [.required, .phone],
                    if: .answer("pv-phone-number", "pv-alternative-number"), to: [.init("AlternativePhoneNumber")]),
                .field(
                    "alternative-number-relation-to-pv", "How that contact is related to the person", .line,
                    [.required, .maximumLength(250)], if: .answer("pv-phone-number", "pv-alternative-number"),
                    to: [.init("AlternativePhoneRelationshipToPV")]),
                .field(
                    "no-contact-details", "Why no telephone number can be given", .area, [.required, .long],
                    if: .answer("pv-phone-number", "no"), to: [.init("CannotProvideContactDetails")]),
            ]),
    ].filed(under: "Consent and Support")

    /// The pages under "Personal Details".
    static let personPages: [FormPage] = [
        .init(
            "/pv-name-referral", .referral,
            [
                .again("pv-name-first-name"),
                .again("pv-name-last-name"),
                .again("pv-name-nickname"),
            ]),
        .init(
            "/pv-dob", .referral,
            [
                .field(
                    "pv-dob", "The person's date of birth", .date, [.date, .past, .after1900],
                    to: [.init("Customer.DOB"), .init("Customer.Custom7", ["*": "Yes"])])
            ]),
        .init(
            "/pv-gender-referral", .referral,
            [
                .again("pv-gender")
            ]),
        .init(
            "/does-pv-have-children", .referral,
            [
                .field(
                    "does-pv-have-children", "Whether the person has children", .yesNo, [.required],
                    to: [.init("Customer.Custom9", .spoken)]),
                .field(
                    "does-pv-have-children-yes-amount", "The number of children", .line, [.required, .numeric, .long],
                    if: .answer("does-pv-have-children", "yes"), to: [.init("Customer.Custom10")]),
            ]),
        .init(
            "/pv-nationality-referral", .referral,
            [
                .again("pv-nationality"),
                .again("pv-nationality-second"),
            ]),
        .init(
            "/pv-interpreter-requirements", .referral,
            [
                .field(
                    "pv-interpreter-requirements", "Whether an interpreter is needed", .yesNo, [.required],
                    to: [.init("Customer.Custom13", .spoken)]),
                .field(
                    "pv-interpreter-requirements-language", "The language of the interpreter", .line, [.required, .long],
                    if: .answer("pv-interpreter-requirements", "yes"), to: [.init("Customer.Custom14")]),
            ]),
        .init(
            "/pv-other-help-with-communication", .referral,
            [
                .field(
                    "pv-other-help-with-communication", "Whether other help to communicate is needed", .yesNo, [.required],
                    to: [.init("Customer.Custom15", .spoken)]),
                .field(
                    "pv-other-help-with-communication-aid", "The help to communicate", .line, [.required, .long],
                    if: .answer("pv-other-help-with-communication", "yes"), to: [.init("Customer.Custom16")]),
            ]),
        .init(
            "/pv-ho-reference", .referral,
            [
                .field("pv-ho-reference", "Whether there is a Home Office reference", .yesNo, [.required]),
                .field(
                    "pv-ho-reference-type", "The Home Office reference", .line, [.required, .long],
                    if: .answer("pv-ho-reference", "yes"), to: [.init("CIDReference")]),
            ]),
    ].filed(under: "Personal Details")
}
