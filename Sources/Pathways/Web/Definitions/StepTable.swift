import Design
import HTML

/// The steps of a pathway in their order.
struct StepTable: Component {
    let steps: [PathwayStep]

    var markup: Markup {
        DataTable(
            "Steps",
            columns: [
                .init("Step", .number), .init("What is done", .rowHeading), .init("Who"), .init("Within"), .init("Contact"),
                .init("Guidance"),
            ],
            rows: steps.enumerated().map { index, step in
                [
                    .text(String(index + 1)), .text(step.what), .text(step.who), .text(step.within), .text(step.contact),
                    .text(step.guidance),
                ]
            }, empty: "No step is written down yet."
        ).markup
    }
}
