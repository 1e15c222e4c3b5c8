/// The content that only this page has.
package func main(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("main", attributes, content: content)
}

/// What introduces a page or a part of it.
package func header(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("header", attributes, content: content)
}

/// What ends a page or a part of it.
package func footer(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("footer", attributes, content: content)
}

/// Links to move around with.
package func nav(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("nav", attributes, content: content)
}

/// A part with a heading of its own.
package func section(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("section", attributes, content: content)
}

/// A part that stands by itself.
package func article(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("article", attributes, content: content)
}

/// What bears on the content beside it.
package func aside(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("aside", attributes, content: content)
}

/// A box without a meaning.
package func div(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("div", attributes, content: content)
}

/// The heading of the page.
package func h1(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("h1", attributes, content: content)
}

/// A heading of the second rank.
package func h2(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("h2", attributes, content: content)
}

/// A heading of the third rank.
package func h3(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("h3", attributes, content: content)
}

/// A heading of the fourth rank.
package func h4(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("h4", attributes, content: content)
}

/// A heading with what explains it.
package func hgroup(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("hgroup", attributes, content: content)
}

/// How somebody can be reached.
package func address(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("address", attributes, content: content)
}
