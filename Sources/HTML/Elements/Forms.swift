/// A form.
package func form(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("form", attributes, content: content)
}

/// Controls that belong together.
package func fieldset(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("fieldset", attributes, content: content)
}

/// What a group of controls asks.
package func legend(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("legend", attributes, content: content)
}

/// What a control asks.
package func label(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("label", attributes, content: content)
}

/// A button; `.type("submit")` sends the form.
package func button(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("button", attributes, content: content)
}

/// A choice from a list.
package func select(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("select", attributes, content: content)
}

/// One of the choices.
package func option(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("option", attributes, content: content)
}

/// Choices that belong together.
package func optgroup(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("optgroup", attributes, content: content)
}

/// Suggestions for a field.
package func datalist(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("datalist", attributes, content: content)
}

/// What came of an entry.
package func output(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("output", attributes, content: content)
}

/// How far something has got.
package func progress(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("progress", attributes, content: content)
}

/// A measure within a range.
package func meter(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("meter", attributes, content: content)
}

/// What can be opened to read more.
package func details(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("details", attributes, content: content)
}

/// The line that opens details.
package func summary(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("summary", attributes, content: content)
}

/// A box that asks before anything else.
package func dialog(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("dialog", attributes, content: content)
}

/// A control for one value.
package func input(_ attributes: Attribute...) -> Markup {
    .void("input", attributes)
}
