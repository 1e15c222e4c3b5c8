@testable import Documents

/// A document with one of everything, all of it invented.
enum Sample {
    static let table = StatisticalTable(
        id: "table-towns", caption: "Concerns by town", columns: ["Town", "Concerns raised", "Share"],
        rows: [
            .init("Ferrowick", [MarkedFigure(.number(1_253)), MarkedFigure(.percent(99))]),
            .init("Harrowbeck & Sons", [MarkedFigure(.withheld), MarkedFigure(.withheld)]),
            .init("Total", [MarkedFigure(.number(1_260), [.provisional]), MarkedFigure(.percent(100))], isTotal: true),
        ], unit: "Concerns, by the town of the place", source: "records of the partnership")

    static let chart = Chart(
        id: "chart-towns", title: "Concerns by town", shape: .bars,
        bars: [.init("Ferrowick", MarkedFigure(.number(1_253))), .init("Harrowbeck & Sons", MarkedFigure(.withheld))],
        unit: "Concerns, by the town of the place", source: "records of the partnership", table: "table-towns")

    static let months = Chart(
        id: "chart-months", title: "Concerns by month", shape: .columns,
        bars: [.init("April 2030", MarkedFigure(.number(8))), .init("May 2030", MarkedFigure(.number(0)))], unit: "Concerns",
        source: "records of the partnership")

    static let publication = Publication(
        cover: .init(
            publisher: "Northmoor partnership", title: "Annual report", period: "1 April 2030 to 31 March 2031", state: "Draft.",
            columns: [8, 9, 12]),
        summary: "Annual report of the Northmoor partnership.",
        sections: [
            Section(
                id: "foreword", title: "Foreword", isForeword: true,
                [.paragraph("Nobody ends it <alone>."), .quotation("We are stronger together.", by: "A member"), .signature("The chair")]),
            Section(
                id: "figures", title: "The year in figures", beginsPage: true,
                [
                    .lead("What we found."),
                    .headlines([Headline(MarkedFigure(.number(1_260)), unit: "concerns raised", detail: "One each.")]),
                    .subheading("In short"), .list(["One", "Two"]), .chart(chart), .chart(months), .notice("Units are never mixed."),
                ]),
            Section(id: "cases", title: "Case studies", [.caseStudy(CaseStudy(title: "A factory", paragraphs: ["They went in."]))]),
            Section(
                id: "objectives", title: "Objectives",
                [
                    .words(
                        TextTable(
                            id: "table-objectives", caption: "Objectives", columns: ["Item", "Objectives", "Progress"],
                            rows: [[["Pathways"], ["1.1 Embed them.", "1.2 Test them."], ["1.1 Met."]]])),
                    .objective(
                        StrategicObjective(
                            number: "2", title: "Prevent", status: "On track", why: ["Because"], how: ["So", "And so"], outcomes: ["More"])),
                ]),
        ], tables: [table], notes: ["A note."],
        corrections: [Correction(day: "1 May 2031", was: "1,261", isNow: "1,260", why: "Counted twice.")])
}
