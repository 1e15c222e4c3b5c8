/// What a test reads from a page of our own: its links and its forms. It knows only what our pages are made of: elements
/// with double-quoted attributes.
struct PageReader {
    struct Field: Sendable {
        let element: String
        let type: String
        let name: String
        let value: String
        /// What a browser sends of it when nothing is changed on the page; nil for nothing.
        var sent: String?
    }

    struct Form: Sendable {
        let method: String
        let action: String
        let isMultipart: Bool
        var fields: [Field]

        func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }

        /// What a browser sends when these fields are filled in and all others stay as they are; no button.
        func sending(_ typed: KeyValuePairs<String, String>) -> [(String, String)] {
            let names = Set(typed.map(\.key))
            return fields.compactMap { field in
                names.contains(field.name) ? nil : field.sent.map { (field.name, $0) }
            } + typed.map { ($0.key, $0.value) }
        }
    }

    private(set) var links: [String] = []
    private(set) var forms: [Form] = []

    init(_ bytes: [UInt8]) {
        var position = 0
        var textArea: (name: String, start: Int)?
        while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            guard let (name, attributes, end) = PageReader.element(bytes, at: open + 1) else {
                position = open + 1
                continue
            }
            position = end
            switch name {
            case "a", "link":
                if let href = attributes["href"] { links.append(href) }
            case "form":
                forms.append(
                    Form(
                        method: attributes["method"] ?? "get", action: attributes["action"] ?? "",
                        isMultipart: attributes["enctype"] == "multipart/form-data", fields: []))
            case "input", "select", "button":
                guard let field = attributes["name"], !forms.isEmpty else { continue }
                let type = attributes["type"] ?? ""
                let value = attributes["value"] ?? ""
                let isPicked = name == "input" && !(["radio", "checkbox"].contains(type) && attributes["checked"] == nil)
                forms[forms.count - 1].fields.append(
                    Field(
                        element: name, type: type, name: field, value: value, sent: isPicked && type != "file" ? value : nil))
            case "option":
                guard let form = forms.indices.last, let field = forms[form].fields.indices.last,
                    forms[form].fields[field].element == "select"
                else { continue }
                if attributes["selected"] != nil || forms[form].fields[field].sent == nil {
                    forms[form].fields[field].sent = attributes["value"] ?? ""
                }
            case "textarea":
                if let field = attributes["name"] { textArea = (field, end) }
            case "/textarea":
                guard let area = textArea, !forms.isEmpty else { continue }
                forms[forms.count - 1].fields.append(
                    Field(
                        element: "textarea", type: "", name: area.name,
                        value: PageReader.text(bytes[area.start..<open]), sent: PageReader.text(bytes[area.start..<open])))
                textArea = nil
            default: continue
            }
        }
    }

    /// Name and attributes of the element that begins here, and where it ends.
    private static func element(_ bytes: [UInt8], at start: Int) -> (String, [String: String], Int)? {
        var position = start
        while position < bytes.count, bytes[position] != UInt8(ascii: ">"), bytes[position] > 0x20 { position += 1 }
        let name = String(decoding: bytes[start..<position], as: UTF8.self)
        guard ["a", "link", "form", "input", "select", "button", "option", "textarea", "/textarea"].contains(name) else { return nil }
        var attributes: [String: String] = [:]
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
            while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
            let nameStart = position
            while position < bytes.count, bytes[position] > 0x20, bytes[position] != UInt8(ascii: "="),
                bytes[position] != UInt8(ascii: ">")
            { position += 1 }
            let attribute = String(decoding: bytes[nameStart..<position], as: UTF8.self)
            guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "=") else {
                attributes[attribute] = ""
                continue
            }
            let valueStart = position + 2
            position = valueStart
            while position < bytes.count, bytes[position] != UInt8(ascii: "\"") { position += 1 }
            attributes[attribute] = text(bytes[valueStart..<position])
            position += 1
        }
        return (name, attributes, position + 1)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "&")) else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    /// Every mark of `CaseWorld` that stands in these bytes.
    static func marks(in bytes: [UInt8]) -> Set<String> {
        var found: Set<String> = []
        var position = 0
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: ":")) {
            position = start + 1
            guard start >= 2, bytes[start - 1] == UInt8(ascii: "k"), bytes[start - 2] == UInt8(ascii: "m"),
                start + 7 <= bytes.count
            else { continue }
            let mark = bytes[start - 2..<start + 7]
            if mark.dropFirst(3).allSatisfy({ (0x61...0x7A).contains($0) }) {
                found.insert(String(decoding: mark, as: UTF8.self))
            }
        }
        return found
    }
}
