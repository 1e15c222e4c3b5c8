/// A part of a page that knows how it is drawn; it can stand in a builder block like a tag.
package protocol Component: Sendable {
    /// What is drawn.
    var markup: Markup { get }
}
