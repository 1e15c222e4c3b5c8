import Foundation

/// Makes reports of invented people, by chance that can be repeated.
struct Invention {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    static let phones = [
        "07700 900123", "+44 20 7946 0018", "0161 496 0000", "+355 69 212 3456", "0048 601 234 567", "(0117) 496-0000", "+1 202 555 0123",
    ]
    private static let sentences = [
        "Told us that the work began in March 2019 and that nobody paid.", "Not asked, because an interpreter was awaited.",
        "Slept on a floor with eleven others.\nThe door was locked at night.", "Was afraid 😟 and watched by the driver.",
        "Worked from six to ten each day, i.e. without rest.", "Zażółć gęślą jaźń", "Seen on 4 June 2020 at the car wash.",
    ]
    static let emails = ["team@example.org", "a.person+case@mail.example.co.uk", "x_y@example.gov.uk"]
    private static let files = ["letter.pdf", "photo.JPG", "scan.jpeg", "notes.docx", "old.doc", "map.png"]

    mutating func number(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }

    mutating func one<Element>(of elements: [Element]) -> Element { elements[number(below: elements.count)] }

    /// Whether the calendar has this day.
    static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        guard parts.count == 3, text.utf8.count == 10, (1...12).contains(parts[1]), parts[2] >= 1 else { return false }
        let isLeap = parts[0] % 4 == 0 && parts[0] % 100 != 0 || parts[0] % 400 == 0
        return parts[2] <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][parts[1] - 1]
    }

    /// A value that the form takes for this field.
    mutating func value(_ field: PublishedForm.Field, _ form: PublishedForm) -> PublishedForm.Value {
        switch field.options {
        case .codes(let codes):
            guard field.kind == "checkbox-group" else { return .text(one(of: codes)) }
            return .group(one(of: [[codes[0]], [codes[1]], codes]))
        case .list: return .text(one(of: form.list(of: field.code)))
        case nil: break
        }
        switch field.kind {
        case "checkbox": return .tick
        case "input-file": return .group(Array(Invention.files.prefix(1 + number(below: 6))))
        case "date":
            let month = 1 + number(below: 12)
            let day = 1 + number(below: 28)
            return .text("\(1901 + number(below: 120))-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)")
        default: break
        }
        if field.validators.contains("email") { return .text(one(of: Invention.emails)) }
        if field.validators.contains("internationalPhoneNumber") { return .text(one(of: Invention.phones)) }
        if field.validators.contains("numeric") { return .text(String(number(below: 12))) }
        return .text(one(of: Invention.sentences))
    }

    /// A report that the form takes, made by walking its schema step by step.
    mutating func report(_ form: PublishedForm) -> PublishedForm.Report {
        var report: PublishedForm.Report = [:]
        var step = form.steps["/start"]
        while let here = step {
            let isSilent = here.path == "/pv-want-to-submit-nrm" && PublishedForm.isPerhapsChild(report)
            for field in (isSilent ? [] : here.fields).compactMap({ form.fields[$0] }) where form.isAsked(field, report) {
                if field.validators.contains("required") || number(below: 2) == 0 { report[field.code] = value(field, form) }
                let isOneTypeNeeded = field.code == "types-of-exploitation-organs-removed"
                if isOneTypeNeeded, !report.keys.contains(where: { $0.hasPrefix("types-of-exploitation-") }) {
                    report[field.code] = .tick
                }
            }
            step = form.step(after: here, report)
        }
        return report
    }

    /// The same report with one thing wrong, or one answer changed.
    mutating func corrupted(_ report: PublishedForm.Report, _ form: PublishedForm) -> (code: String, PublishedForm.Report) {
        var report = report
        let field = one(of: form.schema.fields)
        guard let value = report[field.code] else {
            report[field.code] = self.value(field, form)
            return (field.code, report)
        }
        switch field.kind {
        case "checkbox", "input-file": report[field.code] = nil
        case "radio-group", "select":
            report[field.code] = one(of: [nil, .text("no such option"), self.value(field, form)])
        case "checkbox-group": report[field.code] = one(of: [nil, .group(["pigeon"]), self.value(field, form)])
        case "date":
            report[field.code] = .text(
                one(of: ["1999-02-29", "2001-13-01", "31/12/1999", "2090-01-01", "1900-01-01", "1899-12-31", "1900-02-29", "soon"]))
        default:
            var wrong: [PublishedForm.Value?] = field.validators.contains("required") ? [nil] : []
            if field.validators.contains("email") { wrong += [.text("nobody"), .text("a@b"), .text("a@@example.org")] }
            if field.validators.contains("internationalPhoneNumber") { wrong += [.text("999"), .text("ring me"), .text("+999 1234567")] }
            if field.validators.contains("numeric") { wrong += [.text("two"), .text("-1"), .text("2.5")] }
            if field.validators.contains("notUrl") { wrong += [.text("see https://example.org"), .text("on example.org/page today")] }
            if number(below: 40) == 0 { wrong += [.text(value.words[0] + String(repeating: "é😀", count: 5_000) + "x")] }
            guard !wrong.isEmpty else { break }
            report[field.code] = one(of: wrong)
        }
        return (field.code, report)
    }
}
