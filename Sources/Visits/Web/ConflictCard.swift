import Design
import HTML

/// Shown when somebody else changed the record meanwhile: what is stored now beside what was typed. Nothing is lost, and
/// saving again is a decision.
struct ConflictCard: Component {
    struct Difference: Hashable {
        let name: String
        let stored: String
        let typed: String
    }

    let differences: [Difference]

    init(_ differences: [Difference]) {
        self.differences = differences.filter { $0.stored != $0.typed }
    }

    var markup: Markup {
        Card("Somebody else changed this while you were writing") {
            p {
                "Nothing you typed is lost: it stands in the form below. Compare it with what is stored now, change what "
                "should be different, and save again."
            }
            DataTable(
                "What differs", columns: [.init("Field", .rowHeading), .init("Stored now"), .init("You typed")],
                rows: differences.map { [.text($0.name), shown($0.stored), shown($0.typed)] },
                empty: "What you typed is what is stored.")
        }.markup
    }

    private func shown(_ text: String) -> Markup { text.isEmpty ? "Nothing" : .text(text) }
}
