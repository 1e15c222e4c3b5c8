/// The whole document.
package func html(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("html", attributes, content: content)
}

/// What is said about a document before it is shown.
package func head(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("head", attributes, content: content)
}

/// The title of a document.
package func title(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("title", attributes, content: content)
}

/// What a document shows.
package func body(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("body", attributes, content: content)
}

/// A script by its address; nothing is written inline.
package func script(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("script", attributes, content: content)
}

/// A statement about the document.
package func meta(_ attributes: Attribute...) -> Markup {
    .void("meta", attributes)
}

/// A resource that belongs to the document, such as its style sheet.
package func link(_ attributes: Attribute...) -> Markup {
    .void("link", attributes)
}
