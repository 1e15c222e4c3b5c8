import Access
import Kernel
import Partnerships
import Web

/// The form of a pathway's draft, read.
struct DefinitionForm {
    let facts: DefinitionFacts
    let content: PathwayContent
    let problems: [Problem]

    /// The fields of one step.
    static let names = ["what", "who", "within", "contact", "guidance"]

    init(_ data: FormData) {
        var problems: [Problem] = []
        facts = DefinitionForm.facts(data, &problems)
        var steps: [(order: Int, step: PathwayStep)] = []
        for number in 1...DefinitionForm.rows(data) {
            let texts = DefinitionForm.names.map { data.text("\($0)-\(number)") }
            if texts.allSatisfy(\.isEmpty) || data.has("remove-\(number)", "yes") { continue }
            if texts[0].isEmpty { problems.append(Problem("what-\(number)", "Enter what is done in this step")) }
            let order = data.text("order-\(number)")
            if !order.isEmpty, Int(order).map({ !(0...1_000).contains($0) }) ?? true {
                problems.append(Problem("order-\(number)", "Enter the place of the step in figures"))
            }
            steps.append(
                (
                    Int(order) ?? number,
                    PathwayStep(what: texts[0], who: texts[1], within: texts[2], contact: texts[3], guidance: texts[4])
                ))
        }
        // A step that was given a new place stands before the one that was there.
        let sorted = steps.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
        content = PathwayContent(purpose: data.text("purpose"), steps: sorted.map(\.element.step))
        self.problems = problems
    }

    /// Title, way, town and kind.
    static func facts(_ data: FormData, _ problems: inout [Problem]) -> DefinitionFacts {
        let way = PathwayWay(rawValue: data.text("way"))
        if way == nil { problems.append(Problem("way", "Choose whose way it is")) }
        let town = data.text("town")
        if !town.isEmpty, ID<Term>(town) == nil {
            problems.append(Problem("town", "Choose a town from the list, or the whole area"))
        }
        return DefinitionFacts(
            title: data.text("title"), way: way ?? .everybody, town: data.id("town"), serviceKind: data.text("service_kind"))
    }

    /// How many steps a form has room for: those that are filled in, and three more.
    static func rows(_ data: FormData) -> Int {
        let filled = (1...BeginDefinition.mostSteps).last { number in names.contains { !data.text("\($0)-\(number)").isEmpty } } ?? 0
        return min(filled + 3, BeginDefinition.mostSteps)
    }

    /// The fields of a form that says this draft.
    static func data(of facts: DefinitionFacts, _ content: PathwayContent) -> FormData {
        var fields: [(name: String, value: String)] = [
            ("title", facts.title), ("way", facts.way.rawValue), ("town", facts.town?.text ?? ""),
            ("service_kind", facts.serviceKind), ("purpose", content.purpose),
        ]
        for (index, step) in content.steps.enumerated() {
            let texts = [step.what, step.who, step.within, step.contact, step.guidance]
            fields += zip(names, texts).map { ("\($0)-\(index + 1)", $1) }
            fields.append(("order-\(index + 1)", String(index + 1)))
        }
        return FormData(fields: fields)
    }

    /// What the questions are called, for two people who change them at once.
    static func labels(_ lists: CodeLists, towns: [TermSummary]) -> [StaleEditPage.Label] {
        let labels = Dictionary(towns.map { ($0.id.text, $0.label) }) { first, _ in first }
        return [
            .init("title", "Title"), .init("way", "Whose way") { PathwayWay(rawValue: $0)?.label ?? $0 },
            .init("town", "Where") { labels[$0] ?? $0 }, .init("service_kind", "For whom") { lists["organisation_kind"].label($0) },
            .init("purpose", "Purpose"),
        ]
            + (1...BeginDefinition.mostSteps).map { number in
                .init((names + ["order"]).map { "\($0)-\(number)" }, "Step \(number)")
            }
    }
}
