/// Attributes of every element.
extension Attribute {
    /// Nothing at all, for the other branch of a condition.
    package static var none: Attribute { Attribute("", .absent) }

    /// Several attributes in the place of one, for a component that passes on what it was given.
    package static func all(_ attributes: [Attribute]) -> Attribute { Attribute("", .several(attributes)) }

    /// Classes, separated by spaces; several such attributes of one element are joined.
    package static func `class`(_ names: String) -> Attribute { Attribute("class", .classes(names)) }

    /// Classes that only apply on a condition.
    package static func classes(_ names: StaticString, if condition: Bool) -> Attribute {
        condition ? .class(names.description) : .none
    }

    /// The identifier that labels, links and scripts refer to.
    package static func id(_ id: String) -> Attribute { Attribute("id", text: id) }

    /// A short explanation that a pointer shows; never the only place where something is said.
    package static func title(_ text: String) -> Attribute { Attribute("title", text: text) }

    /// The language of the content, such as "cy".
    package static func lang(_ tag: String) -> Attribute { Attribute("lang", text: tag) }

    /// The direction of writing; "auto" lets the text decide, for names in any script.
    package static func dir(_ direction: StaticString) -> Attribute { Attribute("dir", literal: direction) }

    /// What an element is to assistive technology.
    package static func role(_ role: StaticString) -> Attribute { Attribute("role", literal: role) }

    /// The place in the order of the tabulator key; -1 can be focused by script only.
    package static func tabindex(_ index: Int) -> Attribute { Attribute("tabindex", text: String(index)) }

    /// Not shown and not read out.
    package static func hidden(_ isHidden: Bool = true) -> Attribute { Attribute("hidden", flag: isHidden) }

    /// A state or relation for assistive technology: `.aria("label", text)`; nil writes nothing.
    package static func aria(_ name: StaticString, _ value: String?) -> Attribute {
        Attribute(name, value.map(Value.text) ?? .absent, family: .aria)
    }

    /// A value for the page's own scripts and style sheet: `.data("label", text)`; nil writes nothing.
    package static func data(_ name: StaticString, _ value: String?) -> Attribute {
        Attribute(name, value.map(Value.text) ?? .absent, family: .data)
    }

    /// An attribute by its name, for those without a function of their own; nil writes nothing. Addresses, inline style
    /// and event handlers are refused, because they would carry a string past ``Link`` and the content policy.
    package static func attribute(_ name: StaticString, _ value: String?) -> Attribute {
        precondition(!isGuarded(name.description), "\(name) is written with its own function or not at all")
        return Attribute(name, text: value)
    }

    private static func isGuarded(_ name: String) -> Bool {
        name.hasPrefix("on")
            || [
                "href", "xlink:href", "src", "srcdoc", "srcset", "action", "formaction", "style", "data", "ping",
                "background", "poster", "manifest",
            ].contains(name)
    }
}
