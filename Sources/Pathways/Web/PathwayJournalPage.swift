import Access
import Concerns
import Design
import HTML
import Kernel
import Web

/// Who has looked at somebody's record: every reading, opening and change of it, newest first.
struct PathwayJournalPage {
    let victim: VictimDetail
    let lines: [JournalLine]
    let next: String?
    let isFirst: Bool

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        return SignedInPage(context, section: .pathways, title: "Who has looked at \(victim.reference)") {
            Breadcrumbs(
                [("Pathways", links.list), (victim.reference, links.victim(victim.id))], current: "Who has looked at this")
            PageHeading("Who has looked at this") { "\(victim.reference) · each reading of this page is recorded too" }
            Card("From the journal") {
                DataTable(
                    "Readings and changes of \(victim.reference), newest first",
                    columns: [.init("When", .rowHeading), .init("Who"), .init("What"), .init("Why")],
                    rows: lines.map { line in
                        [
                            .text(line.at.text), .text(JournalWords.who(line)), .text(JournalWords.what(line)),
                            .text(line.reason ?? ""),
                        ]
                    }, empty: "Nothing older is recorded.")
            }
            Pager(
                newest: isFirst ? nil : links.journal(victim.id),
                older: next.map { links.journal(victim.id).query("after", $0) })
        }.markup
    }
}
