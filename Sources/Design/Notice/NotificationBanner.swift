import HTML

/// Says after a change that it was made; read out by assistive technology.
package struct NotificationBanner: Component {
    let message: String
    let content: Markup

    /// The message, with more to say or to do beneath it.
    package init(_ message: String, @MarkupBuilder content: () -> Markup = { Markup() }) {
        self.message = message
        self.content = content()
    }

    package var markup: Markup {
        div(.class("notice"), .role("status")) {
            strong { message }
            if !content.isEmpty { div { content } }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                NotificationBanner("Concern SW-0174 is recorded.") {
                    a(.href("/sandwell/concerns/SW-0174")) { "Open it" }
                }
            },
            Example(.long) { NotificationBanner(Example.longText) },
            Example(.hostile) { NotificationBanner(Example.hostileText) { Example.hostileText } },
        ]
    }
}
