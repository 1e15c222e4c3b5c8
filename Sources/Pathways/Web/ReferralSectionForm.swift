import Design
import HTML
import Kernel
import ReferralForm
import Web

/// One part of a referral as a form: the fields that are asked, between what was typed and the answers that are kept.
struct ReferralSectionForm {
    let fields: [FormField]

    /// The field that names what the page asked: a box that is not ticked sends nothing.
    static let askedField = "asked"

    init(_ fields: [FormField]) {
        self.fields = fields
    }

    /// The fields of a form that came back.
    init(_ data: FormData) {
        fields = data.text(ReferralSectionForm.askedField).split(separator: " ").compactMap {
            ReferralForm.current.field(String($0))
        }
    }

    var asked: String { fields.map(\.code).joined(separator: " ") }

    /// What was typed, in the spellings of the form where it is in its lists. What cannot be read is kept as it was typed.
    func answers(_ data: FormData) -> [String: ReferralAnswer] {
        var answers: [String: ReferralAnswer] = [:]
        for field in fields {
            let text = data.text(field.code)
            switch field.kind {
            case .tick: if !text.isEmpty { answers[field.code] = .ticked(true) }
            case .ticks:
                let chosen = data.texts(field.code)
                if !chosen.isEmpty { answers[field.code] = .several(chosen) }
            case .files:
                let names = text.split(separator: "\n").map { $0.trimmingPrefix(" ") }.filter { !$0.isEmpty }.map(String.init)
                if !names.isEmpty { answers[field.code] = .several(names) }
            case .date:
                switch data.date(field.code) {
                case .missing: break
                case .day(let day): answers[field.code] = .text(day.iso)
                case .unreadable:
                    answers[field.code] = .text(
                        ["year", "month", "day"].map { data.text("\(field.code)-\($0)") }.joined(separator: "-"))
                }
            case .pick(let list): if !text.isEmpty { answers[field.code] = .text(list.spelling(of: text) ?? text) }
            case .line, .area, .radio: if !text.isEmpty { answers[field.code] = .text(text) }
            }
        }
        return answers
    }

    /// The form that says these answers. It names what it asks, so that it says something also where nothing is answered yet:
    /// a form that was opened empty is told apart from one of which nothing is remembered.
    func data(_ answers: [String: ReferralAnswer]) -> FormData {
        var data = FormData(fields: [(ReferralSectionForm.askedField, asked)])
        for field in fields {
            switch (field.kind, answers[field.code]) {
            case (.date, .text(let text)):
                let parts = text.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
                for (name, part) in zip(["year", "month", "day"], parts) { data.fields.append(("\(field.code)-\(name)", part)) }
            case (.files, .several(let names)): data.fields.append((field.code, names.joined(separator: "\n")))
            case (_, .several(let chosen)): data.fields += chosen.map { (field.code, $0) }
            case (_, .text(let text)): data.fields.append((field.code, text))
            case (_, .ticked(true)): data.fields.append((field.code, "yes"))
            default: break
            }
        }
        return data
    }

    /// What the questions are called, for two people who change them at once.
    var labels: [StaleEditPage.Label] {
        fields.map { field in
            if case .date = field.kind { return .init(["day", "month", "year"].map { "\(field.code)-\($0)" }, field.label) }
            return .init(field.code, field.label) { field.words(of: $0) }
        }
    }
}

/// The questions of one part of a referral, page by page as the form asks them.
struct ReferralQuestions: Component {
    let pages: [[FormField]]
    let form: Form
    let today: Day

    var markup: Markup {
        Markup {
            for (number, page) in pages.enumerated() {
                let more = page.filter(ReferralQuestions.isFurtherPlace)
                for field in page where !ReferralQuestions.isFurtherPlace(field) { question(field) }
                if !more.isEmpty {
                    Details("Further places", isOpen: more.contains { !form.value($0.code).isEmpty }) {
                        for field in more { question(field) }
                    }
                }
                if number < pages.count - 1 { hr() }
            }
            for (id, list) in lists { datalist(.id(id)) { for value in list.values { option(.value(value)) {} } } }
        }
    }

    /// The second to the tenth town or country.
    private static func isFurtherPlace(_ field: FormField) -> Bool {
        guard case .pick = field.kind, let last = field.code.split(separator: "-").last, let number = Int(last) else { return false }
        return number > 1
    }

    private func question(_ field: FormField) -> Markup {
        let name = field.code
        let label = isOptional(field) ? "\(field.label) (optional)" : field.label
        let problem = form.problem(name)
        let value = form.value(name)
        return switch field.kind {
        case .radio(let options):
            Radios(
                label, name: name, choices: options.map { Choice($0, field.words(ofOption: $0)) }, chosen: value,
                hint: ReferralQuestions.hints[name], problem: problem, layout: options.count > 4 ? .list : .grid
            ).markup
        case .tick: TickBox(field.label, name: name, isTicked: value == "yes", problem: problem).markup
        case .ticks(let options):
            Checkboxes(
                label, name: name, choices: options.map { Choice($0, field.words(ofOption: $0)) }, chosen: form.data.texts(name),
                problem: problem
            ).markup
        case .date:
            DateInput(
                label, name: name,
                value: .init(day: form.value("\(name)-day"), month: form.value("\(name)-month"), year: form.value("\(name)-year")),
                hint: "As far as it is known as a whole date; otherwise leave it empty", problem: problem
            ).markup
        case .pick(let list):
            TextInput(
                label, name: name, value: value, hint: pickHint(field, value), problem: problem, width: .long, autocomplete: "off",
                attributes: [.attribute("list", listID(list)), .spellcheck(false)]
            ).markup
        case .area, .files:
            TextArea(
                label, name: name, value: value, hint: areaHint(field, value), problem: problem, lines: field.kind == .files ? 3 : 6,
                limit: field.kind == .files ? nil : 15_000
            ).markup
        case .line:
            TextInput(
                label, name: name, value: value, hint: lineHint(field), problem: problem,
                kind: field.rules.contains(.email) ? .email : field.rules.contains(.phone) ? .telephone : .text, width: .long,
                autocomplete: "off"
            ).markup
        }
    }

    private func isOptional(_ field: FormField) -> Bool {
        !field.isRequired && field.kind != .tick && !field.rules.contains(.oneOfTheTypes)
    }

    private func pickHint(_ field: FormField, _ value: String) -> String {
        let successor = FormSuccession.reporting(value, on: today)
        if field.code == "user-organisation", successor != value { return "In its place now reports: \(successor)" }
        return "Begin to type and choose from the list: it is spelt as the form spells it"
    }

    private func areaHint(_ field: FormField, _ value: String) -> String? {
        if field.kind == .files {
            return "One file name to a line, with its ending. The files themselves are uploaded in the Home Office's form"
        }
        var hints = ReferralQuestions.hints[field.code].map { [$0] } ?? []
        if field.isRequired { hints.append(ReferralQuestions.notAsked) }
        if !value.isEmpty {
            hints.append("\(value.utf16.count.grouped) are used, as the form counts them: an emoji counts as two or more.")
        }
        return hints.isEmpty ? nil : hints.joined(separator: " ")
    }

    private func lineHint(_ field: FormField) -> String? {
        ReferralQuestions.hints[field.code] ?? (field.code == "birthplace" ? ReferralQuestions.notAsked : nil)
    }

    private static let notAsked = "If it is not known or was not asked, write why, such as “not asked, because …”."

    private static let hints = [
        "reference": "For your own list of drafts; it is not sent. Never the name of the person",
        "authorities-cooperation":
            "In a duty to notify report the form asks whoever says yes for their name and address. Choose no for a report without a name",
        "pv-under-age": "Who may be under 18 is treated as a child until it is known",
        "is-this-the-first-chance-to-report": "Yes, if it was told to an authority before",
        "professional-insight": "What you conclude, and from what: keep it apart from what was told or seen.",
        "fr-alternative-contact": "A manager, a colleague or a team, not yourself",
    ]

    private func listID(_ list: FormList) -> String { "list-\(lists.firstIndex { $0.list == list } ?? 0)" }

    /// Each list once, however many fields pick from it.
    private var lists: [(id: String, list: FormList)] {
        var found: [FormList] = []
        for case .pick(let list) in pages.flatMap({ $0 }).map(\.kind) where !found.contains(list) { found.append(list) }
        return found.enumerated().map { ("list-\($0.offset)", $0.element) }
    }
}
