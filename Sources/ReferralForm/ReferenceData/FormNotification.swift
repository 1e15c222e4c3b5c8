extension FormPage {
    /// The pages under "Duty to Notify".
    static let dutyPages: [FormPage] = [
        .init(
            "/refuse-nrm", .notification,
            [
                .field("refuse-nrm", "Why the person declined a referral", .area, [.long], to: [.init("DTNReason")])
            ]),
        .init(
            "/pv-gender-dtn", .notification,
            [
                .field(
                    "pv-gender", "The person's gender", .radio(["female", "male", "unknown"]), [.required],
                    to: [.init("Customer.Custom17", ["female": "Female", "male": "Male", "unknown": "Other"])])
            ]),
        .init(
            "/pv-nationality-dtn", .notification,
            [
                .field(
                    "pv-nationality", "The person's nationality", .pick(.nationalities), [.required],
                    to: [.init("Customer.Nationality")]),
                .field(
                    "pv-nationality-second", "The person's second nationality", .pick(.nationalities), [],
                    to: [.init("Customer.Custom11")]),
            ]),
        .init(
            "/pv-name-dtn", .notification.and(.answer("authorities-cooperation", "yes")),
            [
                .field(
                    "pv-name-first-name", "The person's first name", .line, [.required, .long], to: [.init("Customer.Forename1")]),
                .field(
                    "pv-name-last-name", "The person's last name", .line, [.required, .long], to: [.init("Customer.Surname")]),
                .field("pv-name-nickname", "Another name of the person", .line, [.long], to: [.init("Customer.Alias")]),
            ]),
        .init(
            "/pv-contact-details-dtn", .notification.and(.answer("authorities-cooperation", "yes")),
            [
                .field(
                    "pv-contact-details", "How to write to the person", .ticks(["email", "post"]), [.required],
                    to: [
                        .init("HowToNotify", ["email": "Email", "post": "Post"]),
                        .init("Customer.ContactMethod", ["email": "Email", "post": "Post"]),
                    ]),
                .field(
                    "pv-contact-details-email-input", "The person's e-mail address", .line, [.required, .email, .long],
                    if: .answer("pv-contact-details", "email"), to: [.init("Customer.Email")]),
                .field(
                    "pv-contact-details-email-check", "That it is safe to e-mail the person", .tick, [.required],
                    if: .answer("pv-contact-details", "email"), to: [.init("SafeToEmail", .spoken)]),
                .field(
                    "pv-contact-details-street", "The person's street", .line, [.required, .long],
                    if: .answer("pv-contact-details", "post"), to: [.init("Customer.Address")]),
                .field(
                    "pv-contact-details-town", "The person's town", .line, [.required, .long],
                    if: .answer("pv-contact-details", "post"), to: [.init("Customer.Town")]),
                .field(
                    "pv-contact-details-county", "The person's county", .line, [.long], if: .answer("pv-contact-details", "post"),
                    to: [.init("Customer.County")]),
                .field(
                    "pv-contact-details-postcode", "The person's postcode", .line, [.required, .long],
                    if: .answer("pv-contact-details", "post"), to: [.init("Customer.Postcode")]),
                .field(
                    "pv-contact-details-post-check", "That it is safe to post to the person", .tick, [.required],
                    if: .answer("pv-contact-details", "post"), to: [.init("SafeToPostal", .spoken)]),
            ]),
    ].filed(under: "Duty to Notify")
}
