import Foundation

/// The form as its schema describes it, read from ../shared/data, with a little interpreter of its own: it shares nothing
/// with the product but the rules that the schema does not hold (a child is not asked for consent; one type of
/// exploitation at least; the kinds of documents).
struct PublishedForm {
    struct Schema: Decodable {
        let steps: [Step]
        let fields: [Field]
    }

    struct Step: Decodable {
        let path: String
        let fields: [String]
        let next: String?
        let forks: [Fork]
    }

    struct Fork: Decodable {
        let to: String
        let when: String
    }

    struct Field: Decodable {
        let code: String
        let pages: [String]
        let kind: String
        let validators: [String]
        let onlyIf: String?
        let options: Options?
    }

    enum Options: Decodable {
        case codes([String])
        case list(Int)

        private enum Key: String, CodingKey { case size = "list_size" }

        init(from decoder: any Decoder) throws {
            if let codes = try? decoder.singleValueContainer().decode([String].self) {
                self = .codes(codes)
            } else {
                self = .list(try decoder.container(keyedBy: Key.self).decode(Int.self, forKey: .size))
            }
        }
    }

    /// What a field of a report holds.
    enum Value: Hashable {
        case text(String)
        case tick
        case group([String])

        var words: [String] {
            switch self {
            case .text(let text): [text]
            case .tick: ["true"]
            case .group(let words): words
            }
        }
    }

    typealias Report = [String: Value]

    let schema: Schema
    let fields: [String: Field]
    let steps: [String: Step]
    let lists: [String: [String]]
    private var listed: [String: Set<String>] = [:]
    /// The fields on which a step or another field hangs.
    let deciding: Set<String>

    static let folder: String? = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<6 {
            folder.deleteLastPathComponent()
            let path = folder.appendingPathComponent("shared/data/nrm-form").path
            if FileManager.default.isReadableFile(atPath: path + "/nrm_schema.json") { return path }
        }
        return nil
    }()

    static let shared = Result { try PublishedForm() }

    private struct Absent: Error {}

    private init() throws {
        guard let folder = PublishedForm.folder else { throw Absent() }
        func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")) }
        schema = try JSONDecoder().decode(Schema.self, from: bytes("nrm_schema.json"))
        lists = try JSONDecoder().decode([String: [String]].self, from: bytes("nrm_lists.json"))
        fields = Dictionary(uniqueKeysWithValues: schema.fields.map { ($0.code, $0) })
        steps = Dictionary(uniqueKeysWithValues: schema.steps.map { ($0.path, $0) })
        let conditions = schema.steps.flatMap(\.forks).map(\.when) + schema.fields.compactMap(\.onlyIf)
        deciding = Set(
            schema.fields.map(\.code).filter { code in
                conditions.contains { $0.hasPrefix("\(code) = ") || $0.contains("'\(code)'") }
            })
        for field in schema.fields {
            if case .list = field.options { listed[field.code] = Set(list(of: field.code)) }
        }
    }

    /// The values that a list field offers.
    func list(of code: String) -> [String] {
        let name =
            switch code {
            case "user-organisation": "ms_organisations"
            case "local-authority-contacted-about-child-local-authority-name": "ms_uk_local_authorities"
            case "reported-to-police-police-forces": "ms_uk_police_forces"
            case "current-pv-location-uk-region": "ms_uk_regions"
            case "pv-nationality", "pv-nationality-second": "ms_nationalities"
            default: code.contains("country") ? "ms_countries" : "ms_uk_cities_and_towns"
            }
        let values = lists[name] ?? []
        return code.contains("country") ? values.filter { $0 != "United Kingdom" } : values
    }

    static func isPerhapsChild(_ report: Report) -> Bool { report["pv-under-age"] != .text("no") }

    private static func holds(_ when: String, _ report: Report) -> Bool {
        func text(_ code: String) -> String {
            // The service answers for a child itself.
            if code == "pv-want-to-submit-nrm", isPerhapsChild(report) { return "yes" }
            return report[code]?.words.first ?? ""
        }
        if when.contains("'files'") { return !(report["upload-file"]?.words ?? []).isEmpty }
        if !when.contains("sessionModel") {
            let parts = when.components(separatedBy: " = ")
            return text(parts[0]) == parts[1]
        }
        return when.components(separatedBy: "&&").allSatisfy { clause in
            let quoted = clause.components(separatedBy: "'")
            if quoted.count < 4 { return quoted[1] == "automatic-referral" && isPerhapsChild(report) }
            return clause.contains("!==") ? text(quoted[1]) != quoted[3] : text(quoted[1]) == quoted[3]
        }
    }

    /// The step after this one.
    func step(after step: Step, _ report: Report) -> Step? {
        let path = step.forks.first { PublishedForm.holds($0.when, report) }?.to ?? step.next
        return path.flatMap { steps[$0] }
    }

    /// The steps of the journey in order, those that ask nothing included.
    func walk(_ report: Report) -> [Step] {
        var walk: [Step] = []
        var step = steps["/start"]
        while let here = step {
            walk.append(here)
            step = self.step(after: here, report)
        }
        return walk
    }

    /// The steps of the journey that ask something, in order.
    func journey(_ report: Report) -> [Step] {
        walk(report).filter { here in
            !here.fields.isEmpty && !(here.path == "/pv-want-to-submit-nrm" && PublishedForm.isPerhapsChild(report))
        }
    }

    func isAsked(_ field: Field, _ report: Report) -> Bool {
        guard let parts = field.onlyIf?.components(separatedBy: " = ") else { return true }
        return report[parts[0]]?.words.contains(parts[1]) ?? false
    }

    /// Every field that the form would refuse, and by which rule.
    func refusals(_ report: Report, today: String) -> [String: String] {
        var refusals: [String: String] = [:]
        var asked: Set<String> = []
        for field in journey(report).flatMap(\.fields).compactMap({ fields[$0] }) where isAsked(field, report) {
            asked.insert(field.code)
            if let rule = refusal(field, report, today: today) { refusals[field.code] = rule }
        }
        for code in report.keys where !asked.contains(code) { refusals[code] = "absent" }
        if !report.keys.contains(where: { $0.hasPrefix("types-of-exploitation-") }) {
            refusals["types-of-exploitation-forced-to-work"] = "required"
        }
        return refusals
    }

    /// What is refused whatever the answers are that are missing or wrong and on which other questions hang: those answers
    /// themselves, and what is refused with each way of giving them.
    func refusalsInEveryCase(_ report: Report, today: String) -> [String: String] {
        let asked = journey(report).flatMap(\.fields).compactMap { fields[$0] }.filter { isAsked($0, report) }
        for field in asked where deciding.contains(field.code) {
            guard case .codes(let codes) = field.options, let rule = refusal(field, report, today: today) else { continue }
            let single = field.kind == "checkbox-group" ? codes.map { Value.group([$0]) } + [.group(codes)] : codes.map(Value.text)
            var common: [String: String]?
            for value in single {
                var whole = report
                whole[field.code] = value
                let refused = refusalsInEveryCase(whole, today: today)
                common = common.map { $0.filter { refused[$0.key] == $0.value } } ?? refused
            }
            return (common ?? [:]).merging([field.code: rule]) { first, _ in first }
        }
        return refusals(report, today: today)
    }

    private func refusal(_ field: Field, _ report: Report, today: String) -> String? {
        guard let value = report[field.code] else { return field.validators.contains("required") ? "required" : nil }
        switch field.options {
        case .codes(let codes): if !Set(value.words).isSubset(of: codes) { return "equal" }
        case .list: if listed[field.code]?.contains(value.words[0]) != true { return "equal" }
        case nil: break
        }
        let text = value.words[0]
        for validator in field.validators {
            switch validator {
            case "email": if !Invention.emails.contains(text) { return "email" }
            case "internationalPhoneNumber": if !Invention.phones.contains(text) { return "phone" }
            case "numeric": if !text.allSatisfy({ ("0"..."9").contains($0) }) { return "numeric" }
            case "notUrl": if text.contains("://") || text.contains(".org/") { return "not_url" }
            case "date": if !Invention.isDay(text) { return "date" }
            case "before": if text > today { return "before" }
            case "after(1900-01-01)": if text <= "1900-01-01" { return "after" }
            case let rule where rule.hasPrefix("maxlength("):
                if let most = Int(rule.dropFirst(10).dropLast()), (text as NSString).length > most { return "max_length" }
            default: break
            }
        }
        return nil
    }
}
