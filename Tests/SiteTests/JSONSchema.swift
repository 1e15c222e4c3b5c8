import Foundation
import Kernel

/// As much of JSON Schema 2020-12 as the description of our interface uses.
struct JSONSchema {
    private let document: [String: Any]

    struct NoDocument: Error {}

    init(_ bytes: [UInt8]) throws {
        guard let document = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else { throw NoDocument() }
        self.document = document
    }

    /// Every operation: its method, its path, and what it says.
    var operations: [(method: String, path: String, operation: [String: Any])] {
        let paths = document["paths"] as? [String: [String: Any]] ?? [:]
        return paths.flatMap { path, operations in
            operations.compactMap { method, operation in
                (operation as? [String: Any]).map { (method.uppercased(), path, $0) }
            }
        }
    }

    /// The schema of the answer with this status; that of `default` for any other.
    func answer(_ operation: [String: Any], status: Int) -> (type: String, schema: Any)? {
        let responses = operation["responses"] as? [String: Any] ?? [:]
        guard let found = responses["\(status)"] ?? responses["default"],
            let content = (resolved(found) as? [String: Any])?["content"] as? [String: [String: Any]],
            let (type, media) = content.first, let schema = media["schema"]
        else { return nil }
        return (type, schema)
    }

    private func resolved(_ value: Any) -> Any {
        guard let reference = (value as? [String: Any])?["$ref"] as? String else { return value }
        var found: Any = document
        for part in reference.split(separator: "/").dropFirst() { found = (found as? [String: Any])?[String(part)] ?? [:] }
        return found
    }

    /// Where a value is not what the schema says, each place as a sentence.
    func faults(_ value: Any, _ schema: Any, at place: String = "") -> [String] {
        guard let schema = resolved(schema) as? [String: Any] else { return ["\(place): there is no schema"] }
        if let choices = schema["anyOf"] as? [Any] {
            let found = choices.map { faults(value, $0, at: place) }
            return found.contains([]) ? [] : found.first ?? []
        }
        if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "") {
            return ["\(place): \(value) is not in the enumeration"]
        }
        switch schema["type"] as? String {
        case "object": return object(value, schema, place)
        case "array":
            guard let values = value as? [Any] else { return ["\(place): no array"] }
            guard let items = schema["items"] else { return [] }
            return values.enumerated().flatMap { faults($0.element, items, at: "\(place)[\($0.offset)]") }
        case "string":
            guard let text = value as? String else { return ["\(place): no text"] }
            return isFormed(text, schema["format"] as? String) ? [] : ["\(place): “\(text)” is no \(schema["format"] ?? "")"]
        case "integer":
            return value is Int && !(value is Bool) || (value as? NSNumber)?.isWhole == true ? [] : ["\(place): no whole number"]
        case "boolean": return value is Bool ? [] : ["\(place): neither true nor false"]
        default: return ["\(place): the schema names no type that this test knows"]
        }
    }

    private func object(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
        guard let members = value as? [String: Any] else { return ["\(place): no object"] }
        let properties = schema["properties"] as? [String: Any] ?? [:]
        var found: [String] = []
        for name in schema["required"] as? [String] ?? [] where members[name] == nil {
            found.append("\(place).\(name): is missing")
        }
        for (name, member) in members {
            if let own = properties[name] {
                found += faults(member, own, at: "\(place).\(name)")
            } else if let others = schema["additionalProperties"] as? [String: Any] {
                found += faults(member, others, at: "\(place).\(name)")
            } else {
                found.append("\(place).\(name): is not documented")
            }
        }
        return found
    }

    private func isFormed(_ text: String, _ format: String?) -> Bool {
        switch format {
        case "uuid": ID<Never>(text) != nil
        case "date": Day(text) != nil
        case "date-time": text.utf8.count >= 20 && text.hasSuffix("Z") && Day(String(text.prefix(10))) != nil
        default: true
        }
    }
}

extension NSNumber {
    fileprivate var isWhole: Bool { doubleValue == doubleValue.rounded() }
}
