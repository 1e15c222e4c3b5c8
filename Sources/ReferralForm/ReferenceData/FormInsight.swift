extension FormPage {
    /// The pages under "Professional Insight".
    static let insightPages: [FormPage] = [
        .init(
            "/modern-slavery-indicators",
            [
                .field(
                    "modern-slavery-indicators", "Whether signs of modern slavery were seen", .yesNo, [.required],
                    to: [.init("IdentifiedModernSlaveryIndicators", .spoken)]),
                .field(
                    "modern-slavery-indicators-details", "The signs of modern slavery", .area, [.required, .long],
                    if: .answer("modern-slavery-indicators", "yes"), to: [.init("IdentifiedModernSlaveryIndicatorsDetails")]),
            ]),
        .init(
            "/where-how-interview-carried-out",
            [
                .field(
                    "where-how-interview-carried-out", "Where and how the interview was held", .area, [.required, .long],
                    to: [.init("DetailsAboutInterview")])
            ]),
        .init(
            "/professional-insight",
            [
                .field(
                    "professional-insight", "Your professional judgement", .area, [.required, .long],
                    to: [.init("ProfessionalInsight")])
            ]),
        .init(
            "/evidence-of-dishonesty",
            [
                .field(
                    "evidence-of-dishonesty", "Whether there are doubts about the account", .yesNo, [.required],
                    to: [.init("EvidenceOfDishonesty", .spoken)]),
                .field(
                    "evidence-of-dishonesty-details", "The evidence for those doubts", .area, [.required, .long],
                    if: .answer("evidence-of-dishonesty", "yes"), to: [.init("DetailsOfEvidenceOfDishonesty")]),
            ]),
        .init(
            "/are-others-involved",
            [
                .field(
                    "are-others-involved", "Whether other professionals are involved", .yesNo, [.required],
                    to: [.init("ProfessionalsInvolved", .spoken)]),
                .field(
                    "are-others-involved-details", "The other professionals", .area, [.required, .long],
                    if: .answer("are-others-involved", "yes"), to: [.init("DetailsOfProfessionalsInvolved")]),
            ]),
    ].filed(under: "Professional Insight")

    /// The pages under "Exploitation Location".
    static let locationPages: [FormPage] = [
        .init(
            "/where-exploitation-happened",
            [
                .field(
                    "where-exploitation-happened", "Where in the world the exploitation happened",
                    .radio(["uk", "overseas", "uk-and-overseas"]), [.required],
                    to: [.init("ExploitationLocationPresented", ["uk": "UK", "overseas": "OVERSEAS", "uk-and-overseas": "BOTH"])])
            ]),
        .init(
            "/where-exploitation-happened-uk", .when("where-exploitation-happened", "uk", "uk-and-overseas"),
            [
                .field(
                    "where-exploitation-happened-uk-city-1", "Town 1 of the exploitation", .pick(.towns), [.required],
                    to: [.init("City1")]),
                .field(
                    "where-exploitation-happened-uk-city-2", "Town 2 of the exploitation", .pick(.towns), [], to: [.init("City2")]),
                .field(
                    "where-exploitation-happened-uk-city-3", "Town 3 of the exploitation", .pick(.towns), [], to: [.init("City3")]),
                .field(
                    "where-exploitation-happened-uk-city-4", "Town 4 of the exploitation", .pick(.towns), [], to: [.init("City4")]),
                .field(
                    "where-exploitation-happened-uk-city-5", "Town 5 of the exploitation", .pick(.towns), [], to: [.init("City5")]),
                .field(
                    "where-exploitation-happened-uk-city-6", "Town 6 of the exploitation", .pick(.towns), [], to: [.init("City6")]),
                .field(
                    "where-exploitation-happened-uk-city-7", "Town 7 of the exploitation", .pick(.towns), [], to: [.init("City7")]),
                .field(
                    "where-exploitation-happened-uk-city-8", "Town 8 of the exploitation", .pick(.towns), [], to: [.init("City8")]),
                .field(
                    "where-exploitation-happened-uk-city-9", "Town 9 of the exploitation", .pick(.towns), [], to: [.init("City9")]),
                .field(
                    "where-exploitation-happened-uk-city-10", "Town 10 of the exploitation", .pick(.towns), [], to: [.init("City10")]),
                .field(
                    "where-exploitation-happened-other-uk-other-location", "The address or landmark in the United Kingdom", .area,
                    [.long], to: [.init("ExploitationUKAddress")]),
            ]),
        .init(
            "/where-exploitation-happened-overseas", .when("where-exploitation-happened", "overseas", "uk-and-overseas"),
            [
                .field(
                    "where-exploitation-happened-overseas-country-1", "Country 1 of the exploitation", .pick(.countriesOverseas),
                    [.required], to: [.init("Country1")]),
                .field(
                    "where-exploitation-happened-overseas-country-2", "Country 2 of the exploitation", .pick(.countriesOverseas), [],
                    to: [.init("Country2")]),
                .field(
                    "where-exploitation-happened-overseas-country-3", "Country 3 of the exploitation", .pick(.countriesOverseas), [],
                    to: [.init("Country3")]),
                .field(
                    "where-exploitation-happened-overseas-country-4", "Country 4 of the exploitation", .pick(.countriesOverseas), [],
                    to: [.init("Country4")]),
                .field(
                    "where-exploitation-happened-overseas-country-5", "Country 5 of the exploitation", .pick(.countriesOverseas), [],
                    to: [.init("Country5")]),
                .field(
                    "where-exploitation-happened-overseas-country-6", "Country 6 of the exploitation", .pick(.countriesOverseas), [],
                    to: [.init("Country6")]),
                .field(
                    "where-exploitation-happened-overseas-country-7", "Country 7 of the exploitation", .pick(.countriesOverseas), [],
                    to: [.init("Country7")]),
                .field(
                    "where-exploitation-happened-overseas-country-8", "Country 8 of the exploitation", .pick(.countriesOverseas), [],
                    to: [.init("Country8")]),
                .field(
                    "where-exploitation-happened-overseas-country-9", "Country 9 of the exploitation", .pick(.countriesOverseas), [],
                    to: [.init("Country9")]),
                .field(
                    "where-exploitation-happened-overseas-country-10", "Country 10 of the exploitation", .pick(.countriesOverseas),
                    [], to: [.init("Country10")]),
                .field(
                    "where-exploitation-happened-other-overseas-other-location", "The address or landmark overseas", .area, [.long],
                    to: [.init("ExploitationOverseasAddress")]),
            ]),
        .init(
            "/current-pv-location",
            [
                .field(
                    "current-pv-location-uk-city", "The town where the person is now", .pick(.towns), [.required],
                    to: [.init("PVCurrentCityTown")]),
                .field(
                    "current-pv-location-uk-region", "The county where the person is now", .pick(.regions), [.required],
                    to: [.init("PVCurrentCounty")]),
            ]),
    ].filed(under: "Exploitation Location")
}
