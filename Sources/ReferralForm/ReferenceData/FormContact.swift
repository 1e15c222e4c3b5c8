extension FormPage {
    /// The pages under "Decision Making and Contact".
    static let contactPages: [FormPage] = [
        .init(
            "/who-contact", .adultReferral,
            [
                .field(
                    "who-contact", "Who receives the decision", .radio(["potential-victim", "someone-else"]), [.required],
                    to: [.init("WhoToSendDecisionTo", ["potential-victim": "PV", "someone-else": "Someone else"])])
            ]),
        .init(
            "/someone-else", .adultReferral.and(.answer("who-contact", "someone-else")),
            [
                .field("someone-else", "How to write to the other contact", .ticks(["email", "post"]), [.required]),
                .field(
                    "someone-else-first-name", "The first name of the other contact", .line, [.long],
                    to: [.init("AltContactFirstName")]),
                .field(
                    "someone-else-last-name", "The last name of the other contact", .line, [.long], to: [.init("AltContactName")]),
                .field(
                    "someone-else-email-input", "The e-mail address of the other contact", .line, [.required, .email, .long],
                    if: .answer("someone-else", "email"), to: [.init("AltContactEmail")]),
                .field(
                    "someone-else-street", "The street of the other contact", .line, [.required, .long],
                    if: .answer("someone-else", "post"), to: [.init("AltContactAddress")]),
                .field(
                    "someone-else-town", "The town of the other contact", .line, [.required, .long],
                    if: .answer("someone-else", "post"), to: [.init("AltContactTown")]),
                .field(
                    "someone-else-county", "The county of the other contact", .line, [.long], if: .answer("someone-else", "post"),
                    to: [.init("AltContactCounty")]),
                .field(
                    "someone-else-postcode", "The postcode of the other contact", .line, [.required, .long],
                    if: .answer("someone-else", "post"), to: [.init("AltContactPostcode")]),
                .field(
                    "someone-else-permission-check", "That the person lets the decision go to the other contact", .tick, [.required],
                    to: [.init("AltContactPermissionToSend", .spoken)]),
            ]),
        .init(
            "/pv-contact-details-referral", .adultReferral.and(.answer("who-contact", "potential-victim")),
            [
                .again("pv-contact-details"),
                .again("pv-contact-details-email-input"),
                .again("pv-contact-details-email-check"),
                .again("pv-contact-details-street"),
                .again("pv-contact-details-town"),
                .again("pv-contact-details-county"),
                .again("pv-contact-details-postcode"),
                .again("pv-contact-details-post-check"),
            ]),
        .init(
            "/fr-details", .referral,
            [
                .field(
                    "fr-details-first-name", "Your first name", .line, [.required, .long], to: [.init("Agent.Forename1")]),
                .field("fr-details-last-name", "Your last name", .line, [.required, .long], to: [.init("Agent.Name")]),
                .field("fr-details-role", "Your role", .line, [.required, .long], to: [.init("Agent.Jobtitle")]),
                .field("fr-details-phone", "Your telephone number", .line, [.required, .long], to: [.init("Agent.Phone")]),
            ]),
        .init(
            "/fr-alternative-contact", .referral,
            [
                .field(
                    "fr-alternative-contact", "The e-mail address of a second contact", .line, [.required, .email, .long],
                    to: [.init("AlternateFREmail")])
            ]),
        .init(
            "/upload-evidence", .referral,
            [
                .field("upload-file", "The documents", .files, [])
            ]),
        .init(
            "/what-evidence-you-will-submit", .referralWithDocuments,
            [
                .field(
                    "what-evidence-you-will-submit", "The list of the documents", .area, [.required, .long],
                    to: [.init("EvidenceSubmitted")])
            ]),
    ].filed(under: "Decision Making and Contact")

    /// The pages on which a report is read once more and sent. The heading is ours: the prompt sheet has none for them.
    static let closingPages: [FormPage] = [
        .init("/confirm", .always, information: "Every answer once more: compare them with this pack, then send the report."),
        .init(
            "/confirmation", .always, information: "The report was sent. Note the reference that the page gives, and record it here."),
    ].filed(under: "Check and Send")
}
