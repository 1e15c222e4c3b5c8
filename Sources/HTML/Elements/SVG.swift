/// Drawings inside a page; lengths are in the units of the view box.
package enum SVG {
    /// A drawing with its view box, such as "0 0 32 32".
    package static func drawing(
        viewBox: String, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup
    ) -> Markup {
        .element("svg", [.attribute("viewBox", viewBox)] + attributes, content: content)
    }

    /// Shapes that belong together.
    package static func group(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
        .element("g", attributes, content: content)
    }

    /// A rectangle.
    package static func rectangle(
        x: Double, y: Double, width: Double, height: Double, _ attributes: Attribute...
    ) -> Markup {
        let place: [Attribute] = [
            .attribute("x", length(x)), .attribute("y", length(y)), .attribute("width", length(width)),
            .attribute("height", length(height)),
        ]
        return .element("rect", place + attributes) {}
    }

    /// A straight line.
    package static func line(
        x1: Double, y1: Double, x2: Double, y2: Double, _ attributes: Attribute...
    ) -> Markup {
        let place: [Attribute] = [
            .attribute("x1", length(x1)), .attribute("y1", length(y1)), .attribute("x2", length(x2)),
            .attribute("y2", length(y2)),
        ]
        return .element("line", place + attributes) {}
    }

    /// Words in a drawing.
    package static func text(
        x: Double, y: Double, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup
    ) -> Markup {
        .element("text", [.attribute("x", length(x)), .attribute("y", length(y))] + attributes, content: content)
    }

    /// Any shape by its path data.
    package static func path(_ data: StaticString, _ attributes: Attribute...) -> Markup {
        .element("path", [.attribute("d", data.description)] + attributes) {}
    }

    /// An area by its outline.
    package static func outline(_ outline: Outline, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
        .element("path", [.attribute("d", outline.text)] + attributes, content: content)
    }

    /// What a browser shows when somebody points at a shape.
    package static func title(@MarkupBuilder content: () -> Markup) -> Markup {
        .element("title", [], content: content)
    }

    /// What shapes can be filled with, not drawn itself.
    package static func definitions(@MarkupBuilder content: () -> Markup) -> Markup {
        .element("defs", [], content: content)
    }

    /// A square pattern with which shapes can be filled: `Attribute.fill(pattern:)`.
    package static func pattern(_ id: StaticString, size: Double, @MarkupBuilder content: () -> Markup) -> Markup {
        .element(
            "pattern",
            [
                .attribute("id", id.description), .attribute("width", length(size)), .attribute("height", length(size)),
                .attribute("patternUnits", "userSpaceOnUse"),
            ], content: content)
    }

    /// A circle.
    package static func circle(x: Double, y: Double, radius: Double, _ attributes: Attribute...) -> Markup {
        let place: [Attribute] = [
            .attribute("cx", length(x)), .attribute("cy", length(y)), .attribute("r", length(radius)),
        ]
        return .element("circle", place + attributes) {}
    }

    /// A length with two decimals at most; what is no length of a drawing becomes 0.
    private static func length(_ value: Double) -> String {
        guard value.magnitude < 1_000_000_000 else { return "0" }
        let hundredths = Int(value * 100 + (value < 0 ? -0.5 : 0.5))
        return hundredths % 100 == 0 ? String(hundredths / 100) : String(Double(hundredths) / 100)
    }
}
