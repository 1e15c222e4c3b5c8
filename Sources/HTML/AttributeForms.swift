/// Attributes of forms and their controls.
extension Attribute {
    /// How a form is sent.
    package enum Method: String, Sendable {
        case get
        case post
    }

    /// How a form is sent.
    package static func method(_ method: Method) -> Attribute { Attribute("method", text: method.rawValue) }

    /// Lets a form carry files.
    package static var multipart: Attribute { Attribute("enctype", text: "multipart/form-data") }

    /// Leaves the checking to the server, so that every mistake is told at once and in our words.
    package static var novalidate: Attribute { Attribute("novalidate", .flag) }

    /// The name under which a control is sent.
    package static func name(_ name: String) -> Attribute { Attribute("name", text: name) }

    /// The value of a control; nil writes nothing.
    package static func value(_ value: String?) -> Attribute { Attribute("value", text: value) }

    /// The kind of an `input` or `button`, or the type of a linked resource.
    package static func type(_ type: StaticString) -> Attribute { Attribute("type", literal: type) }

    /// The identifier of the control that a label names.
    package static func `for`(_ id: String) -> Attribute { Attribute("for", text: id) }

    /// The identifier of the form that a control outside it belongs to.
    package static func form(_ id: String) -> Attribute { Attribute("form", text: id) }

    /// Whether a box or a circle is ticked.
    package static func checked(_ isChecked: Bool = true) -> Attribute { Attribute("checked", flag: isChecked) }

    /// Whether an option is the chosen one.
    package static func selected(_ isSelected: Bool = true) -> Attribute { Attribute("selected", flag: isSelected) }

    /// Whether a control cannot be used now.
    package static func disabled(_ isDisabled: Bool = true) -> Attribute { Attribute("disabled", flag: isDisabled) }

    /// Whether a control has to be filled.
    package static func required(_ isRequired: Bool = true) -> Attribute { Attribute("required", flag: isRequired) }

    /// Whether a control can be read but not changed.
    package static func readonly(_ isFixed: Bool = true) -> Attribute { Attribute("readonly", flag: isFixed) }

    /// Whether several files or options can be chosen.
    package static func multiple(_ isSeveral: Bool = true) -> Attribute { Attribute("multiple", flag: isSeveral) }

    /// Whether the control has the focus when the page opens.
    package static func autofocus(_ isFirst: Bool = true) -> Attribute { Attribute("autofocus", flag: isFirst) }

    /// What a browser may fill in by itself, such as "username"; nil writes nothing.
    package static func autocomplete(_ purpose: StaticString?) -> Attribute {
        Attribute("autocomplete", literal: purpose)
    }

    /// Which keyboard a phone shows, such as "numeric"; nil writes nothing.
    package static func inputmode(_ mode: StaticString?) -> Attribute {
        Attribute("inputmode", literal: mode)
    }

    /// Whether spelling is checked; never for names and references.
    package static func spellcheck(_ isChecked: Bool) -> Attribute {
        Attribute("spellcheck", text: isChecked ? "true" : "false")
    }

    /// The least number or the earliest day.
    package static func min(_ value: String?) -> Attribute { Attribute("min", text: value) }

    /// The greatest number or the latest day.
    package static func max(_ value: String?) -> Attribute { Attribute("max", text: value) }

    /// The distance between numbers that can be chosen.
    package static func step(_ value: String?) -> Attribute { Attribute("step", text: value) }

    /// The greatest number of characters; nil writes nothing.
    package static func maxlength(_ count: Int?) -> Attribute { Attribute("maxlength", text: count.map(String.init)) }

    /// The number of lines that a text area shows.
    package static func rows(_ count: Int) -> Attribute { Attribute("rows", text: String(count)) }

    /// Which files can be chosen, such as ".pdf,.jpg".
    package static func accept(_ kinds: String?) -> Attribute { Attribute("accept", text: kinds) }
}
