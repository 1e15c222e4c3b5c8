import Kernel
import Partnerships
import Web

/// What a publication is about, as a form sends it.
struct PublicationForm {
    let facts: PublicationFacts?
    let problems: [Problem]

    /// - Parameter standing: what the kind stays, where it is not asked for.
    init(_ data: FormData, kind standing: PublicationKind? = nil) {
        var problems: [Problem] = []
        let kind = standing ?? PublicationKind(rawValue: data.text("kind"))
        if kind == nil { problems.append(Problem("kind", "Choose what kind of document it is")) }
        let (first, last) = (data.date("first").day, data.date("last").day)
        if first == nil { problems.append(Problem("first", "Enter the first day as day, month and year")) }
        if last == nil { problems.append(Problem("last", "Enter the last day as day, month and year")) }
        if let kind, let first, let last {
            let read = PublicationFacts(
                kind: kind, title: data.text("title"), first: first, last: last, town: kind.isAboutTown ? data.id("town") : nil)
            problems += BeginPublication.problems(read)
            facts = problems.isEmpty ? read : nil
        } else {
            if data.text("title").isEmpty { problems.append(Problem("title", "Enter what the document is called")) }
            facts = nil
        }
        self.problems = problems
    }

    static func data(of publication: PublicationDetail) -> FormData {
        FormData(
            fields: [
                ("title", publication.facts.title), ("town", publication.facts.town?.text ?? ""),
                ("figures", publication.keepsFigures ? "kept" : "live"),
            ]
                + days("first", publication.facts.first) + days("last", publication.facts.last))
    }

    /// A day as the three fields in which a form sends it.
    static func days(_ name: String, _ day: Day) -> [(name: String, value: String)] {
        let parts = day.parts
        return zip(names(name), [parts.day, parts.month, parts.year]).map { ($0, String($1)) }
    }

    private static func names(_ name: String) -> [String] { ["\(name)-day", "\(name)-month", "\(name)-year"] }

    /// What the questions are called, for two people who change them at once.
    static func labels(_ towns: [TermSummary]) -> [StaleEditPage.Label] {
        [
            .init("title", "Title"), .init(names("first"), "First day"), .init(names("last"), "Last day"),
            .init("town", "Town") { town in towns.first { $0.id.text == town }?.label ?? "" },
            .init("figures", "Figures") { $0 == "kept" ? "Those of the edition before" : "Counted again" },
        ]
    }
}
