import Access
import Design
import HTML
import Kernel
import Web

/// Who has looked at a concern: every reading and every change of it and of what belongs to it, newest first.
struct JournalPage {
    let id: ID<Concern>
    let journal: ConcernJournal
    let isFirst: Bool

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(context, section: .concerns, title: "Who has looked at \(journal.reference)") {
            Breadcrumbs(
                [("Concerns", links.list), (journal.reference, links.concern(id))], current: "Who has looked at this")
            PageHeading("Who has looked at this") { "\(journal.reference) · each reading of this page is recorded too" }
            Card("From the journal") {
                DataTable(
                    "Readings and changes of \(journal.reference), newest first",
                    columns: [.init("When", .rowHeading), .init("Who"), .init("What"), .init("Why")],
                    rows: journal.lines.map { line in
                        [
                            .text(line.at.text), .text(JournalWords.who(line)), .text(JournalWords.what(line)),
                            .text(line.reason ?? ""),
                        ]
                    }, empty: "Nothing older is recorded.")
                p(.class("soft")) {
                    "A reason stands where one is demanded: when sealed names are opened. A list or a search in which the "
                        + "concern stood is not named here."
                }
            }
            Pager(
                newest: isFirst ? nil : links.journal(id),
                older: journal.next.map { links.journal(id).query("after", $0) })
        }.markup
    }
}
