import Foundation
import Kernel
import ReferralForm
import Testing

@Suite(
    "The form as it is published",
    .enabled(if: PublishedForm.folder != nil, "../shared/data/nrm-form is not there: nothing to compare with"))
struct PublishedFormTests {
    private static let today = "2026-06-01"
    private let published: PublishedForm
    private let today: Day

    init() throws {
        published = try PublishedForm.shared.get()
        today = try #require(Day(Self.today))
    }

    @Test("has the same steps, with the same fields in the same order")
    func steps() {
        let form = ReferralForm.current
        let own = form.pages.filter { !$0.path.isEmpty && !$0.path.hasPrefix("/verify") }
        #expect(published.schema.steps.count == 75)
        #expect(Set(own.map(\.path)).union(form.silentPaths) == Set(published.schema.steps.map(\.path)))
        for page in own where page.information.isEmpty { #expect(page.codes == published.steps[page.path]?.fields, "\(page.path)") }
        let informing = own.filter { !$0.information.isEmpty }
        #expect(informing.map(\.path) == ["/start", "/reports", "/pv-want-to-submit-nrm", "/confirm", "/confirmation"])
        for page in informing where page.path != "/pv-want-to-submit-nrm" { #expect(published.steps[page.path]?.fields == []) }
        #expect(form.silentPaths.allSatisfy { published.steps[$0]?.fields == [] })
    }

    @Test("has the same fields, of the same kind, with the same options and rules")
    func fields() throws {
        let own = Dictionary(uniqueKeysWithValues: ReferralForm.current.fields.map { ($0.code, $0) })
        #expect(published.schema.fields.count == 142)
        #expect(Set(own.keys).subtracting(["user-email"]) == Set(published.fields.keys))
        for field in published.schema.fields {
            let ours = try #require(own[field.code])
            #expect(!ours.label.isEmpty)
            #expect(Self.kind(ours.kind) == field.kind, "\(field.code)")
            let rules = ours.rules.filter { $0 != .oneOfTheTypes }.map(Self.validator)
            #expect(Set(rules) == Set(field.validators), "\(field.code)")
            #expect(ours.parent.map(Self.condition) == field.onlyIf, "\(field.code)")
            switch (ours.kind, field.options) {
            case (.radio(let own), .codes(let codes)), (.ticks(let own), .codes(let codes)): #expect(own == codes, "\(field.code)")
            case (.pick(let list), .list(let size)):
                let values = published.list(of: field.code)
                #expect(values.count == size)
                let trimmed = values.map { $0.trimmingCharacters(in: .whitespaces) }
                #expect(Set(list.values) == Set(trimmed), "\(field.code)")
                #expect(Set(list.values).count == list.values.count)
            default: #expect(field.options == nil, "\(field.code)")
            }
        }
    }

    @Test("agrees field by field on reports made by chance, whole and with one thing changed")
    func walks() throws {
        let count = Int(ProcessInfo.processInfo.environment["PLAINSIGHT_FORM_WALKS"] ?? "") ?? 20_000
        var chance = Invention(seed: 2_015)
        var variants: [ReferralVariant: Int] = [:]
        var rules: [String: Int] = [:]
        for number in 0..<count {
            let report = chance.report(published)
            let answers = report.mapValues(Self.answer)
            let check = ReferralForm.check(answers, today: today)
            try #require(check.isAcceptable, "walk \(number): \(check.problems)")
            try #require(published.refusals(report, today: Self.today).isEmpty, "walk \(number)")
            variants[check.variant, default: 0] += 1
            if number.isMultiple(of: 4) {
                let paths = ReferralForm.pages(answers).map(\.path).filter { !$0.hasPrefix("/verify") }
                try #require(paths == published.walk(report).map(\.path), "walk \(number)")
            }
            let (code, wrong) = chance.corrupted(report, published)
            let found = ReferralForm.check(wrong.mapValues(Self.answer), today: today)
            let refused = Dictionary(found.problems.map { ($0.field, $0.rule) }) { first, _ in first }
            try #require(refused.count == found.problems.count, "walk \(number): two problems for one field")
            let expected = published.refusalsInEveryCase(wrong, today: Self.today)
            try #require(refused == expected, "walk \(number), \(code): \(found.problems) instead of \(expected)")
            for problem in found.problems {
                rules[problem.rule, default: 0] += 1
                try #require(!problem.message.isEmpty && !problem.message.hasSuffix("."))
            }
        }
        #expect(variants.count == 5)
        guard count >= 10_000 else { return }
        let all: Set = [
            "required", "equal", "max_length", "date", "before", "after", "email", "phone", "numeric", "not_url", "absent",
        ]
        #expect(Set(rules.keys) == all)
    }

    @Test("lets in at its door the same domains")
    func door() throws {
        let folder = try #require(PublishedForm.folder)
        func list(_ name: String) throws -> [String] {
            try JSONDecoder().decode([String].self, from: Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name).json")))
        }
        #expect(Set(try list("ms-lists_ms_email_domain_list")) == ReferralForm.doorDomains)
        #expect(try list("ms-lists_ms_email_extensions") == ReferralForm.doorEndings)
    }

    private static func answer(_ value: PublishedForm.Value) -> ReferralAnswer {
        switch value {
        case .text(let text): .text(text)
        case .tick: .ticked(true)
        case .group(let words): .several(words)
        }
    }

    private static func kind(_ kind: FormKind) -> String {
        switch kind {
        case .line: "input-text"
        case .area: "textarea"
        case .radio: "radio-group"
        case .tick: "checkbox"
        case .ticks: "checkbox-group"
        case .pick: "select"
        case .date: "date"
        case .files: "input-file"
        }
    }

    private static func validator(_ rule: FormRule) -> String {
        switch rule {
        case .required: "required"
        case .maximumLength(let most): "maxlength(\(most))"
        case .email: "email"
        case .phone: "internationalPhoneNumber"
        case .numeric: "numeric"
        case .noWebAddress: "notUrl"
        case .date: "date"
        case .past: "before"
        case .after1900: "after(1900-01-01)"
        case .oneOfTheTypes: ""
        }
    }

    private static func condition(_ term: FormCondition.Term) -> String {
        switch term {
        case .oneOf(let code, let values): "\(code) = \(values.joined(separator: "|"))"
        case .ticked(let code): "\(code) = true"
        case .filled(let code): code
        }
    }
}
