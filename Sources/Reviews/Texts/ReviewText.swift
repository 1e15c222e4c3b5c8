import Documents
import Foundation
import Kernel

/// The words that people write for a review: foreword, narrative, case studies, and the corrections of an earlier version.
package struct ReviewText: Sendable, Equatable {
    /// Where a text stands in the document.
    package enum Place: String, Sendable, Codable {
        case foreword
        case introduction
        case section
        case caseStudy = "case study"
    }

    package struct Part: Sendable, Equatable {
        package let place: Place
        package let title: String
        package let blocks: [Block]
        /// Words with a capital letter in a case study that the writer vouches for.
        package let accepted: [String]

        package init(place: Place, title: String, blocks: [Block], accepted: [String] = []) {
            self.place = place
            self.title = title
            self.blocks = blocks
            self.accepted = accepted
        }

        /// A part whose text is written with `## ` for headings, `- ` for items, `> ` for quotations and `— ` for whose words
        /// they are.
        package init(place: Place, title: String, text: String, accepted: [String] = []) {
            self.init(
                place: place, title: title,
                blocks: ReviewText.blocks(
                    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }),
                accepted: accepted)
        }

        /// What a check finds in its title and its text.
        package func findings(_ check: CaseStudyCheck) -> [CaseStudyCheck.Finding] {
            check.findings(story, accepted: accepted)
        }

        /// Its title and everything that it says.
        package var story: String { "\(title).\n\(plain)" }

        /// Everything that it says, a line for each block.
        var plain: String {
            blocks.map { block in
                switch block {
                case .lead(let words), .paragraph(let words), .subheading(let words), .signature(let words), .notice(let words):
                    words
                case .quotation(let words, let name): "\(words)\n\(name)"
                case .list(let items): items.joined(separator: "\n")
                default: ""
                }
            }.joined(separator: "\n")
        }
    }

    package var parts: [Part]
    package var corrections: [Correction]

    package init(parts: [Part] = [], corrections: [Correction] = []) {
        self.parts = parts
        self.corrections = corrections
    }

    package var caseStudies: [Part] { parts(.caseStudy) }

    func parts(_ place: Place) -> [Part] { parts.filter { $0.place == place } }

    /// What a check finds in the case studies, each with the title of its study.
    package func findings(_ check: CaseStudyCheck) -> [Problem] {
        caseStudies.flatMap { part in
            part.findings(check).map { Problem("case study “\(part.title)”", $0.message) }
        }
    }

    /// Reads a file: JSON where it begins with a brace, else text with headings.
    package static func reading(_ bytes: [UInt8]) -> Outcome<ReviewText> {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return .refused([Problem("text", "The file is not text in UTF-8")])
        }
        let first = text.first { !$0.isWhitespace }
        return first == "{" ? json(bytes) : written(text)
    }

    // MARK: Text with headings

    /// Reads `# Heading` as the beginning of a part, `## ` as a heading inside it, `- ` as items, `> ` as a quotation, `— ` as
    /// a signature, and `Accepted words: A, B` in a case study as what the writer vouches for.
    private static func written(_ text: String) -> Outcome<ReviewText> {
        var parts: [Part] = []
        var problems: [Problem] = []
        var title = ""
        var lines: [String] = []
        func close() {
            defer { lines = [] }
            if title.isEmpty {
                if lines.contains(where: { !$0.isEmpty }) {
                    problems.append(Problem("text", "Begin the file with a heading: # Foreword"))
                }
                return
            }
            parts.append(part(title: title, lines: lines))
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = line.last == "\r" ? String(line.dropLast()) : String(line)
            if line.hasPrefix("# ") {
                close()
                title = line.dropFirst(2).trimmingCharacters(in: .whitespaces)
            } else {
                lines.append(line.trimmingCharacters(in: .whitespaces))
            }
        }
        close()
        return problems.isEmpty ? .done(ReviewText(parts: parts)) : .refused(problems)
    }

    private static func part(title: String, lines: [String]) -> Part {
        let lower = title.lowercased()
        let study = "case study:"
        let place: Place =
            if lower == "foreword" { .foreword } else if lower == "introduction" { .introduction } else if lower.hasPrefix(study) {
                .caseStudy
            } else {
                .section
            }
        let shown = place == .caseStudy ? String(title.dropFirst(study.count)).trimmingCharacters(in: .whitespaces) : title
        let marker = "Accepted words:"
        let accepted = lines.filter { $0.hasPrefix(marker) }.flatMap { line in
            line.dropFirst(marker.count).split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        return Part(
            place: place, title: shown, blocks: blocks(lines.filter { !$0.hasPrefix(marker) }), accepted: accepted)
    }

    private static func blocks(_ lines: [String]) -> [Block] {
        var blocks: [Block] = []
        var paragraph: [String] = []
        var items: [String] = []
        func close() {
            if !paragraph.isEmpty { blocks.append(.paragraph(paragraph.joined(separator: " "))) }
            if !items.isEmpty { blocks.append(.list(items)) }
            (paragraph, items) = ([], [])
        }
        for line in lines {
            if line.isEmpty {
                close()
            } else if line.hasPrefix("## ") {
                close()
                blocks.append(.subheading(String(line.dropFirst(3))))
            } else if line.hasPrefix("> ") {
                close()
                blocks.append(.quotation(String(line.dropFirst(2)), by: ""))
            } else if line.hasPrefix("— ") {
                close()
                if case .quotation(let words, _) = blocks.last {
                    blocks[blocks.count - 1] = .quotation(words, by: String(line.dropFirst(2)))
                } else {
                    blocks.append(.signature(String(line.dropFirst(2))))
                }
            } else if line.hasPrefix("- ") {
                if !paragraph.isEmpty { close() }
                items.append(String(line.dropFirst(2)))
            } else if !items.isEmpty {
                items[items.count - 1] += " \(line)"
            } else {
                paragraph.append(line)
            }
        }
        close()
        return blocks
    }

    // MARK: JSON

    private struct Document: Decodable {
        struct Part: Decodable {
            let kind: Place?
            let title: String
            let text: String
            let accepted: [String]?
        }

        struct Change: Decodable {
            let day: String
            let was: String
            let now: String
            let why: String
        }

        let sections: [Part]?
        let corrections: [Change]?
    }

    private static func json(_ bytes: [UInt8]) -> Outcome<ReviewText> {
        let document: Document
        do { document = try JSONDecoder().decode(Document.self, from: Data(bytes)) } catch {
            return .refused([
                Problem("text", "The file is no JSON of the form {\"sections\":[{\"kind\":\"foreword\",\"title\":…,\"text\":…}]}")
            ])
        }
        let parts = (document.sections ?? []).map { given in
            Part(place: given.kind ?? .section, title: given.title, text: given.text, accepted: given.accepted ?? [])
        }
        let corrections = (document.corrections ?? []).map {
            Correction(day: $0.day, was: $0.was, isNow: $0.now, why: $0.why)
        }
        return .done(ReviewText(parts: parts, corrections: corrections))
    }
}
