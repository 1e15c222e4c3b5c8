extension FormPage {
    /// Pages that an old draft may still hold and that no journey reaches: their answers are refused.
    static let retiredPages: [FormPage] = [
        .init(
            "/what-happened",
            [
                .field("what-happened", "The account of what happened, from an older form", .area, [.required, .long])
            ]),
        .init(
            "/more-than-one-exploitation-situation",
            [
                .field(
                    "more-than-one-exploitation-situation", "More than one exploitation, from an older form", .area,
                    [.required, .long])
            ]),
        .init(
            "/why-are-you-making-the-referral",
            [
                .field(
                    "why-are-you-making-the-referral", "Why the referral is made, from an older form", .area, [.required, .long])
            ]),
        .init(
            "",
            [
                .field("why-they-stayed", "Why the person stayed, from an older form", .area, [.required, .long])
            ]),
    ].retired()

    /// Pages of the service that ask nothing and lie beside every journey.
    static let silentPaths: [String] = [
        "/are-you-sure", "/support-organisations", "/continue-report", "/save-and-exit", "/token-invalid", "/exit",
    ]
}
