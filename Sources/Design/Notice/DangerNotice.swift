import HTML

/// What cannot wait, above everything else on the page; the first words say what it is.
package struct DangerNotice: Component {
    let heading: String
    let content: Markup

    package init(_ heading: String, @MarkupBuilder content: () -> Markup) {
        self.heading = heading
        self.content = content()
    }

    package var markup: Markup {
        section(.class("danger"), .aria("label", heading)) {
            strong { heading }
            " "
            content
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                DangerNotice("Immediate danger.") {
                    a(.href("/sandwell/concerns/SW-0172")) { "SW-0172" }
                    ", woman locked in a flat, West Bromwich. Police incident 0417 noted 09:12."
                }
            },
            Example(.long) { DangerNotice(Example.longText) { Example.longText } },
            Example(.hostile) { DangerNotice(Example.hostileText) { Example.hostileText } },
        ]
    }
}
