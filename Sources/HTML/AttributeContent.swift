/// Attributes of tables, images, times, details and what stands in the head.
extension Attribute {
    /// The cells that a table heading heads: "col" or "row".
    package static func scope(_ scope: StaticString) -> Attribute { Attribute("scope", literal: scope) }

    /// How many columns a cell takes.
    package static func colspan(_ count: Int) -> Attribute { Attribute("colspan", text: String(count)) }

    /// How many rows a cell takes.
    package static func rowspan(_ count: Int) -> Attribute { Attribute("rowspan", text: String(count)) }

    /// What an image shows, in words; empty for decoration.
    package static func alt(_ text: String) -> Attribute { Attribute("alt", text: text) }

    /// The width of an image in pixels.
    package static func width(_ pixels: Int) -> Attribute { Attribute("width", text: String(pixels)) }

    /// The height of an image in pixels.
    package static func height(_ pixels: Int) -> Attribute { Attribute("height", text: String(pixels)) }

    /// The moment or day that a `time` element tells, as ISO 8601 writes it; nil writes nothing.
    package static func datetime(_ iso: String?) -> Attribute { Attribute("datetime", text: iso) }

    /// Whether details are shown or a dialogue stands open.
    package static func open(_ isOpen: Bool = true) -> Attribute { Attribute("open", flag: isOpen) }

    /// The number with which an ordered list begins.
    package static func start(_ number: Int) -> Attribute { Attribute("start", text: String(number)) }

    /// Lets a script wait until the page is there.
    package static func `defer`(_ waits: Bool = true) -> Attribute { Attribute("defer", flag: waits) }

    /// The encoding of a document.
    package static func charset(_ name: StaticString) -> Attribute { Attribute("charset", literal: name) }

    /// The content of a `meta` element.
    package static func content(_ content: String) -> Attribute { Attribute("content", text: content) }

    /// The media that a style sheet is for.
    package static func media(_ query: StaticString) -> Attribute { Attribute("media", literal: query) }
}

extension Attribute {
    /// Fills a shape with a pattern of the same page.
    package static func fill(pattern id: StaticString) -> Attribute { Attribute("fill", text: "url(#\(id.description))") }
}
