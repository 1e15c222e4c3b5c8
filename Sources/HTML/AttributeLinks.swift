/// Attributes that hold an address: only a ``Link`` or an ``ExternalLink`` can stand there.
extension Attribute {
    /// Where a link of this site leads.
    package static func href(_ link: Link) -> Attribute { Attribute("href", text: link.text) }

    /// Where a link away from this site leads.
    package static func href(_ link: ExternalLink) -> Attribute { Attribute("href", text: link.text) }

    /// Where a form is sent.
    package static func action(_ link: Link) -> Attribute { Attribute("action", text: link.text) }

    /// Where one button of a form sends it instead.
    package static func formaction(_ link: Link) -> Attribute { Attribute("formaction", text: link.text) }

    /// Where an image or a script is found.
    package static func src(_ link: Link) -> Attribute { Attribute("src", text: link.text) }

    /// A link for the page's own scripts; nil writes nothing.
    package static func data(_ name: StaticString, link: Link?) -> Attribute { .data(name, link?.text) }

    /// What the linked resource is to this page, such as "stylesheet" or "next".
    package static func rel(_ relation: StaticString) -> Attribute { Attribute("rel", literal: relation) }

    /// The name under which a file is saved.
    package static func download(_ name: String) -> Attribute { Attribute("download", text: name) }
}
