import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// What is to be put right, and until when.
struct FixTable: Component {
    let fixes: [FixLine]
    let today: Day
    let links: DefinitionLinks
    let showsPathway: Bool

    var markup: Markup {
        DataTable(
            "To be put right",
            columns: [.init("Due", .unbroken), .init("What", .rowHeading), .init("Who")] + (showsPathway ? [.init("Pathway")] : [])
                + [.init("Status")],
            rows: fixes.map { fix in
                [
                    Tag(
                        fix.isOpen && fix.dueOn < today ? "Late: \(fix.dueOn.text)" : fix.dueOn.text,
                        fix.isOpen && fix.dueOn < today ? .alert : .plain
                    ).markup,
                    a(.href(links.fix(fix.id, of: fix.definition))) { fix.what }, .text(fix.organisationName),
                ] + (showsPathway ? [.text(fix.definitionTitle)] : []) + [
                    .text(
                        fix.isOpen
                            ? "Open" : "Done \(fix.doneOn?.text ?? "")\(fix.fixedIn.map { ", in version \($0)" } ?? "")")
                ]
            }, empty: "Nothing is to be put right."
        ).markup
    }
}
