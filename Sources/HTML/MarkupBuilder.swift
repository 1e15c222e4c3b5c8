/// Collects the statements of a block into one piece of markup, appending in place.
@resultBuilder
package enum MarkupBuilder {
    package static func buildExpression(_ markup: Markup) -> Markup { markup }

    package static func buildExpression(_ markup: Markup?) -> Markup { markup ?? Markup() }

    package static func buildExpression(_ text: String) -> Markup { .text(text) }

    package static func buildExpression(_ text: String?) -> Markup { text.map(Markup.text) ?? Markup() }

    package static func buildExpression(_ component: some Component) -> Markup { component.markup }

    package static func buildExpression<Piece: Component>(_ component: Piece?) -> Markup {
        component?.markup ?? Markup()
    }

    package static func buildBlock() -> Markup { Markup() }

    package static func buildPartialBlock(first: consuming Markup) -> Markup { first }

    package static func buildPartialBlock(accumulated: consuming Markup, next: Markup) -> Markup {
        accumulated.append(next)
        return accumulated
    }

    package static func buildOptional(_ markup: consuming Markup?) -> Markup { markup ?? Markup() }

    package static func buildEither(first: consuming Markup) -> Markup { first }

    package static func buildEither(second: consuming Markup) -> Markup { second }

    package static func buildArray(_ pieces: [Markup]) -> Markup {
        var whole = Markup()
        whole.bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count })
        for piece in pieces { whole.append(piece) }
        return whole
    }
}
