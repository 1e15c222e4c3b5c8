import Access
import Design
import HTML
import Kernel
import Web

/// What is missing where, or for whom.
struct ServiceGapsPage {
    let gaps: ServiceGaps

    func markup(_ context: SignedIn) -> Markup {
        let links = ServiceLinks(context.place.slug)
        return SignedInPage(context, section: .pathways, title: "What support is missing") {
            Breadcrumbs([("Services", links.list)], current: "What is missing")
            PageHeading("What support is missing") {
                "Approved services that people can be sent to today. “Full” has told that no place is free, or has none left by the stays that you may see."
            } actions: {
                ButtonLink("Save as a table", to: links.gapsTable.query("by", gaps.axis.rawValue), .second)
            }
            Tabs(
                "By",
                [
                    .init("By town", links.gaps.query("by", "area"), isCurrent: gaps.axis == .area),
                    .init("By group", links.gaps.query("by", "group"), isCurrent: gaps.axis == .group),
                ])
            DataTable(
                gaps.axis == .area ? "Support by town" : "Support by group",
                columns: [.init("What is offered", .rowHeading)]
                    + gaps.columns.map { .init($0.label, gaps.axis == .area ? .text : .unbroken) },
                rows: zip(gaps.capabilities, gaps.cells).map { capability, row in
                    [.text(capability.label)] + row.map { ServiceGapsPage.cell($0) }
                }, stacks: gaps.axis == .area, empty: "There are no towns to compare. The administrator enters them in the settings.")
        }.markup
    }

    private static func cell(_ cover: ServiceGaps.Cover) -> Markup {
        switch cover {
        case .none: Tag(cover.label, .alert).markup
        case .full: Tag(cover.label, .warn).markup
        case .one, .several: .text(cover.label)
        }
    }
}
