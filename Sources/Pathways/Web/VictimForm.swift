import Access
import Kernel
import Partnerships
import Web

/// The form of what is known of somebody, read. Nationality and language are typed as they are spelt and kept as codes.
struct VictimForm {
    let facts: VictimFacts
    let identity: VictimIdentity
    let problems: [Problem]

    init(_ data: FormData, lists: CodeLists) {
        var problems: [Problem] = []
        func code(_ field: String, _ list: String, absent: String, _ problem: String) -> String {
            let text = data.text(field)
            if text.isEmpty { return absent }
            if let code = lists[list].code(label: text) { return code }
            problems.append(Problem(field, problem))
            return absent
        }
        func choice<Value: RawRepresentable<String>>(_ field: String, _ problem: String, else other: Value) -> Value {
            if let value = Value(rawValue: data.text(field)) { return value }
            problems.append(Problem(field, problem))
            return other
        }
        let bornOn = data.date("born_on")
        if bornOn == .unreadable {
            problems.append(Problem("born_on", "Enter the date of birth as day, month and year, or leave it empty"))
        }
        facts = VictimFacts(
            nation: choice("nation", "Choose the nation in which they were met", else: .england), town: data.id("town"),
            localAuthority: data.text("local_authority"),
            age: AgeStanding(
                basis: choice("age_basis", "Choose how the age is known", else: .unknown),
                group: choice("age_group", "Choose the age", else: .perhapsChild)),
            childAtExploitation: data.text("child_at_exploitation"), gender: data.text("gender"),
            nationality: code(
                "nationality", "nationality", absent: "unknown",
                "Choose the nationality from the list, or leave it empty if it is not known"),
            secondNationality: code(
                "second_nationality", "nationality", absent: "", "Choose the second nationality from the list, or leave it empty"),
            language: code(
                "language", "language", absent: "unknown",
                "Choose the language from the list, or leave it empty if it is not known"),
            interpreter: data.text("interpreter"),
            capacity: choice("capacity", "Choose whether they can decide for themselves", else: .inDoubt),
            exploitation: data.texts("exploitation"))
        identity = VictimIdentity(
            firstName: data.text("first_name"), lastName: data.text("last_name"), otherNames: data.text("other_names"),
            bornOn: bornOn.day, homeOfficeReference: data.text("home_office_reference"))
        self.problems = problems
    }

    /// The fields of a form that says these facts.
    static func data(of facts: VictimFacts, lists: CodeLists) -> FormData {
        func label(_ list: String, _ code: String) -> String { code == "unknown" || code.isEmpty ? "" : lists[list].label(code) }
        return FormData(
            fields: [
                ("nation", facts.nation.rawValue), ("town", facts.town?.text ?? ""), ("local_authority", facts.localAuthority),
                ("age_basis", facts.age.basis.rawValue), ("age_group", facts.age.group.rawValue),
                ("child_at_exploitation", facts.childAtExploitation), ("gender", facts.gender),
                ("nationality", label("nationality", facts.nationality)),
                ("second_nationality", label("nationality", facts.secondNationality)),
                ("language", label("language", facts.language)), ("interpreter", facts.interpreter),
                ("capacity", facts.capacity.rawValue),
            ] + facts.exploitation.map { ("exploitation", $0) })
    }

    /// What the questions are called, for two people who change them at once.
    static func labels(_ lists: CodeLists, towns: [TermSummary]) -> [StaleEditPage.Label] {
        let names = Dictionary(towns.map { ($0.id.text, $0.label) }) { first, _ in first }
        return [
            .init("nation", "Nation") { Nation(rawValue: $0)?.label ?? $0 },
            .init("town", "Town") { names[$0] ?? $0 }, .init("local_authority", "Local authority"),
            .init("age_basis", "How the age is known") { AgeStanding.Basis(rawValue: $0)?.label ?? $0 },
            .init("age_group", "Age") { AgeStanding.Group(rawValue: $0)?.label ?? $0 },
            .init("child_at_exploitation", "Under 18 when it happened"),
            .init("gender", "Gender") { lists["gender"].label($0) },
            .init("nationality", "Nationality"), .init("second_nationality", "Second nationality"),
            .init("language", "Language"), .init("interpreter", "Interpreter"),
            .init("capacity", "Can decide") { RouteFacts.Capacity(rawValue: $0)?.label ?? $0 },
            .init("exploitation", "Exploitation") { lists["exploitation_type"].label($0) },
        ]
    }
}

extension RouteFacts.Capacity {
    var label: String {
        switch self {
        case .notInDoubt: "Yes, not in doubt"
        case .inDoubt: "In doubt"
        case .lacks: "Assessed: no"
        }
    }
}
