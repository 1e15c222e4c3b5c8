/// A paragraph.
package func p(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("p", attributes, content: content)
}

/// Words without a meaning of their own kind.
package func span(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("span", attributes, content: content)
}

/// A link.
package func a(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("a", attributes, content: content)
}

/// Words of importance.
package func strong(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("strong", attributes, content: content)
}

/// Words with stress.
package func em(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("em", attributes, content: content)
}

/// Words to catch the eye.
package func b(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("b", attributes, content: content)
}

/// Words in another voice.
package func i(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("i", attributes, content: content)
}

/// Side remarks.
package func small(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("small", attributes, content: content)
}

/// What is typed or printed exactly so.
package func code(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("code", attributes, content: content)
}

/// A key to press.
package func kbd(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("kbd", attributes, content: content)
}

/// A moment or a day.
package func time(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("time", attributes, content: content)
}

/// Words that were looked for.
package func mark(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("mark", attributes, content: content)
}

/// A short form, with its expansion in `title`.
package func abbr(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("abbr", attributes, content: content)
}

/// Words of somebody else.
package func q(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("q", attributes, content: content)
}

/// A passage of somebody else.
package func blockquote(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("blockquote", attributes, content: content)
}

/// The name of a work.
package func cite(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("cite", attributes, content: content)
}

/// What was taken away.
package func del(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("del", attributes, content: content)
}

/// What was put in.
package func ins(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("ins", attributes, content: content)
}

/// Words set higher.
package func sup(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("sup", attributes, content: content)
}

/// A picture or a chart with its caption.
package func figure(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("figure", attributes, content: content)
}

/// The caption of a figure.
package func figcaption(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("figcaption", attributes, content: content)
}

/// A line break.
package func br(_ attributes: Attribute...) -> Markup {
    .void("br", attributes)
}

/// A change of subject.
package func hr(_ attributes: Attribute...) -> Markup {
    .void("hr", attributes)
}

/// A picture.
package func img(_ attributes: Attribute...) -> Markup {
    .void("img", attributes)
}
