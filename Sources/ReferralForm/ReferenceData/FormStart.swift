extension FormPage {
    /// The pages under "First Responder Details".
    static let firstResponderPages: [FormPage] = [
        .init(
            "/verify/who-do-you-work-for",
            [
                .field("user-email", "Your work e-mail address", .line, [.email, .long], to: [.init("Agent.Email")])
            ]),
        .init("/start", .always, information: "The first page of the service: go on."),
        .init("/reports", .always, information: "The list of your own drafts: begin a new report."),
        .init(
            "/reference",
            [
                .field("reference", "Your own name for this report", .line, [.required])
            ]),
        .init(
            "/organisation",
            [
                .field(
                    "user-organisation", "The organisation that reports", .pick(.organisations), [.required],
                    to: [.init("Agent.Organisation")])
            ]),
        .init(
            "/fr-location",
            [
                .field(
                    "fr-location", "The nation where the report is made",
                    .radio(["england", "wales", "scotland", "northern-ireland"]), [.required],
                    to: [
                        .init(
                            "Case.Jurisdiction",
                            ["england": "ENGLAND", "wales": "WALES", "scotland": "SCOTLAND", "northern-ireland": "NORTHERNIRELAND"]),
                        .init("Country", ["england": "ENG", "wales": "WAL", "scotland": "SCOT", "northern-ireland": "NI"]),
                        .init(
                            "CountryLabel",
                            ["england": "England", "wales": "Wales", "scotland": "Scotland", "northern-ireland": "Northern Ireland"]),
                    ])
            ]),
    ].filed(under: "First Responder Details")

    /// The pages under "Age Confirmation".
    static let agePages: [FormPage] = [
        .init(
            "/pv-under-age",
            [
                .field(
                    "pv-under-age", "Whether the person is under 18 now", .radio(["yes", "no", "not-sure"]), [.required],
                    to: [.init("AdultOrChild", ["yes": "Child", "no": "Adult", "not-sure": "Unknown"])])
            ]),
        .init(
            "/local-authority-contacted-about-child", .when("pv-under-age", "yes", "not-sure"),
            [
                .field(
                    "local-authority-contacted-about-child-local-authority-name", "The council that was told about the child",
                    .pick(.localAuthorities), [.required, .long], to: [.init("LocalAuthority")]),
                .field(
                    "local-authority-contacted-about-child-local-authority-phone", "The telephone number at that council", .line,
                    [.required, .long], to: [.init("LAPhone")]),
                .field(
                    "local-authority-contacted-about-child-local-authority-email", "The e-mail address at that council", .line,
                    [.required, .email, .long], to: [.init("LAEmail")]),
                .field(
                    "local-authority-contacted-about-child-local-authority-first-name",
                    "The first name of the contact at that council", .line, [.long], to: [.init("LAFirstName")]),
                .field(
                    "local-authority-contacted-about-child-local-authority-last-name",
                    "The last name of the contact at that council", .line, [.long], to: [.init("LALastName")]),
            ]),
        .init(
            "/pv-under-age-at-time-of-exploitation", .when("pv-under-age", "no"),
            [
                .field(
                    "pv-under-age-at-time-of-exploitation", "Whether the person was under 18 when exploited",
                    .radio(["yes", "no", "not-sure"]), [.required],
                    to: [.init("AdultOrChildDuringExploitation", ["yes": "Child", "no": "Adult", "not-sure": "Unknown"])])
            ]),
    ].filed(under: "Age Confirmation")

    /// The pages under "Background".
    static let backgroundPages: [FormPage] = [
        .init(
            "/what-is-their-background",
            [
                .field("birthplace", "Where the person was born", .line, [.required, .long], to: [.init("PVBirthplace")]),
                .field("family", "The person's family", .area, [.required, .long], to: [.init("PVFamily")]),
                .field("education", "The person's schooling", .area, [.required, .long], to: [.init("PVEducation")]),
                .field(
                    "employment-history", "The person's work before the exploitation", .area, [.required, .long],
                    to: [.init("PVEmploymentHistory")]),
            ])
    ].filed(under: "Background")
}
