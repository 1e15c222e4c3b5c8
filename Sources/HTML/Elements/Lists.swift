/// A list without an order.
package func ul(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("ul", attributes, content: content)
}

/// A list in order.
package func ol(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("ol", attributes, content: content)
}

/// An entry of a list.
package func li(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("li", attributes, content: content)
}

/// A list of names and what belongs to them.
package func dl(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("dl", attributes, content: content)
}

/// A name in such a list.
package func dt(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("dt", attributes, content: content)
}

/// What belongs to the name before it.
package func dd(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("dd", attributes, content: content)
}
