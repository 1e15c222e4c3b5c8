/// A table.
package func table(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("table", attributes, content: content)
}

/// What a table shows.
package func caption(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("caption", attributes, content: content)
}

/// Columns that belong together.
package func colgroup(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("colgroup", attributes, content: content)
}

/// The head of a table.
package func thead(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("thead", attributes, content: content)
}

/// The rows of a table.
package func tbody(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("tbody", attributes, content: content)
}

/// The sums of a table.
package func tfoot(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("tfoot", attributes, content: content)
}

/// A row.
package func tr(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("tr", attributes, content: content)
}

/// A cell that heads others.
package func th(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("th", attributes, content: content)
}

/// A cell.
package func td(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("td", attributes, content: content)
}

/// A column.
package func col(_ attributes: Attribute...) -> Markup {
    .void("col", attributes)
}
