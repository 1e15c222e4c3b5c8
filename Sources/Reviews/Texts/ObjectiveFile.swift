import Documents
import Foundation
import Kernel

/// The objectives of a strategy with their progress, as a partnership keeps them in a file.
package struct ObjectiveFile: Sendable, Equatable {
    package struct Entry: Hashable, Sendable, Codable {
        /// "1.2".
        package var number = ""
        /// What the objective belongs to: "Annual event".
        package var item = ""
        package var objective = ""
        /// "Met", "On track", "At risk", "Not met", "Carried forward".
        package var status = ""
        package var progress: [String] = []
        package var why: [String] = []
        package var how: [String] = []
        package var outcomes: [String] = []
        /// The figures that show how far it is.
        package var measures: [Counted] = []
        /// The keys of figures from elsewhere that show how far it is.
        package var figures: [String] = []

        package init() {}

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            func text(_ key: Key) throws -> String {
                guard container.contains(key) else { return "" }
                return try container.decode(String.self, forKey: key)
            }
            /// One text or several.
            func texts(_ key: Key) throws -> [String] {
                guard container.contains(key) else { return [] }
                if let one = try? container.decode(String.self, forKey: key) { return one.isEmpty ? [] : [one] }
                return try container.decode([String].self, forKey: key)
            }
            (number, item, objective, status) = (try text(.number), try text(.item), try text(.objective), try text(.status))
            (progress, why, how, outcomes) = (try texts(.progress), try texts(.why), try texts(.how), try texts(.outcomes))
            measures = try container.decodeIfPresent([Counted].self, forKey: .measures) ?? []
            figures = try texts(.figures)
        }

        enum Key: String, CodingKey, CaseIterable { case number, item, objective, status, progress, why, how, outcomes, measures, figures }
    }

    package var title: String
    package var entries: [Entry]

    package init(title: String, entries: [Entry]) {
        self.title = title
        self.entries = entries
    }

    /// The words for how far an objective can be.
    package static let statuses = ["Met", "On track", "At risk", "Not met", "Carried forward", "Not started"]

    /// The same objectives with what the figures say that they name, as lines of their progress; a key that nobody knows is told
    /// apart.
    ///
    /// - Parameter line: what a figure says, by its key.
    package func stating(_ line: (String) -> String?) -> (objectives: ObjectiveFile, unknown: [String]) {
        var copy = self
        var unknown: [String] = []
        for place in copy.entries.indices {
            for key in copy.entries[place].figures {
                if let said = line(key) { copy.entries[place].progress.append(said) } else { unknown.append(key) }
            }
            copy.entries[place].figures = []
        }
        return (copy, unknown)
    }

    /// Reads a file: JSON where it begins with a brace, else CSV with a heading.
    package static func reading(_ bytes: [UInt8]) -> Outcome<ObjectiveFile> {
        let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let outcome = first == UInt8(ascii: "{") ? json(bytes) : csv(bytes)
        guard case .done(let file) = outcome else { return outcome }
        let problems = file.problems
        return problems.isEmpty ? .done(file) : .refused(problems)
    }

    private var problems: [Problem] {
        if entries.isEmpty { return [Problem("objectives", "The file has no objective")] }
        return entries.enumerated().flatMap { place, entry -> [Problem] in
            var problems: [Problem] = []
            let field = "objective \(entry.number.isEmpty ? String(place + 1) : entry.number)"
            if entry.objective.isEmpty { problems.append(Problem(field, "Say what the objective is")) }
            if !entry.status.isEmpty, !ObjectiveFile.statuses.contains(entry.status) {
                problems.append(Problem(field, "The status is one of: \(ObjectiveFile.statuses.joined(separator: ", "))"))
            }
            return problems
        }
    }

    private struct Document: Decodable {
        let title: String?
        let objectives: [Entry]
    }

    private static func json(_ bytes: [UInt8]) -> Outcome<ObjectiveFile> {
        do {
            let document = try JSONDecoder().decode(Document.self, from: Data(bytes))
            return .done(ObjectiveFile(title: document.title ?? "Objectives and progress", entries: document.objectives))
        } catch {
            let measures = Counted.allCases.map(\.rawValue).joined(separator: ", ")
            return .refused([
                Problem(
                    "objectives",
                    "The file is no JSON of the form {\"title\":…,\"objectives\":[{\"number\":…,\"objective\":…}]}; measures are \(measures)"
                )
            ])
        }
    }

    /// Columns by name, in any order; several texts of one cell are divided by a bar.
    private static func csv(_ bytes: [UInt8]) -> Outcome<ObjectiveFile> {
        var reader = CSVReader(bytes)
        var entries: [Entry] = []
        do {
            guard try reader.next() else { return .refused([Problem("objectives", "The file is empty")]) }
            let heading = (0..<reader.count).map { reader.trimmed($0).lowercased() }
            let known = Set(Entry.Key.allCases.map(\.rawValue))
            let others = heading.filter { !known.contains($0) }
            if !others.isEmpty || !heading.contains("objective") {
                return .refused([
                    Problem(
                        "objectives",
                        "The columns are \(Entry.Key.allCases.map(\.rawValue).joined(separator: ", ")); objective has to be there"
                            + (others.isEmpty ? "" : ", and \(others.joined(separator: ", ")) is not one of them"))
                ])
            }
            while try reader.next() {
                func text(_ key: Entry.Key) -> String {
                    heading.firstIndex(of: key.rawValue).map { $0 < reader.count ? reader.trimmed($0) : "" } ?? ""
                }
                func texts(_ key: Entry.Key) -> [String] {
                    text(key).split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
                }
                var entry = Entry()
                (entry.number, entry.item, entry.objective, entry.status) = (
                    text(.number), text(.item), text(.objective), text(.status)
                )
                (entry.progress, entry.why, entry.how, entry.outcomes) = (
                    texts(.progress), texts(.why), texts(.how), texts(.outcomes)
                )
                entry.figures = texts(.figures)
                for name in texts(.measures) {
                    guard let measure = Counted(rawValue: name) else {
                        let known = Counted.allCases.map(\.rawValue).joined(separator: ", ")
                        return .refused([Problem("row \(reader.row)", "There is no measure \(name); there are \(known)")])
                    }
                    entry.measures.append(measure)
                }
                entries.append(entry)
            }
        } catch {
            return .refused([Problem("row \(error.row)", error.message)])
        }
        return .done(ObjectiveFile(title: "Objectives and progress", entries: entries))
    }
}
