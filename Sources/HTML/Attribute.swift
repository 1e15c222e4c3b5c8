/// One attribute of an element: its name comes from the source, its value is escaped, and an absent one writes nothing.
package struct Attribute: Sendable {
    enum Value {
        case absent
        case flag
        case text(String)
        case literal(StaticString)
        case classes(String)
        case several([Attribute])
    }

    /// The families whose names share a beginning.
    enum Family {
        case plain
        case aria
        case data
    }

    let name: StaticString
    let value: Value
    let family: Family

    init(_ name: StaticString, _ value: Value, family: Family = .plain) {
        self.name = name
        self.value = value
        self.family = family
    }

    init(_ name: StaticString, text: String?) {
        self.init(name, text.map(Value.text) ?? .absent)
    }

    init(_ name: StaticString, literal: StaticString?) {
        self.init(name, literal.map(Value.literal) ?? .absent)
    }

    init(_ name: StaticString, flag: Bool) {
        self.init(name, flag ? .flag : .absent)
    }
}

extension [Attribute] {
    /// The attributes with groups opened and all classes in one attribute, since a browser reads only the first.
    var merged: [Attribute] {
        var classes = 0
        for attribute in self {
            switch attribute.value {
            case .several: return opened.merged
            case .classes: classes += 1
            default: break
            }
        }
        return classes > 1 ? withOneClassAttribute : self
    }

    private var opened: [Attribute] {
        flatMap { attribute in
            if case .several(let group) = attribute.value { group.opened } else { [attribute] }
        }
    }

    private var withOneClassAttribute: [Attribute] {
        var names: [String] = []
        var others: [Attribute] = []
        for attribute in self {
            if case .classes(let name) = attribute.value { names.append(name) } else { others.append(attribute) }
        }
        return [.class(names.joined(separator: " "))] + others
    }
}
