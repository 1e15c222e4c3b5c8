/// A field of several lines. A line feed is written first, because browsers drop one there and it could be the writer's.
package func textarea(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("textarea", attributes) {
        Markup.raw(trusted: "\n")
        content()
    }
}

/// Text that keeps its line breaks and spaces.
package func pre(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("pre", attributes) {
        Markup.raw(trusted: "\n")
        content()
    }
}
