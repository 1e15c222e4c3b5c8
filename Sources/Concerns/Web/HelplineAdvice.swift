import Design
import HTML

/// Whom to call, on every page for somebody who may be in danger.
struct HelplineAdvice: Component {
    let helplines: [HelplineNumber]

    var markup: Markup {
        Markup {
            DangerNotice("If somebody is in danger now, call 999.") {
                " If you cannot speak, call from a mobile telephone and press 55."
            }
            ul {
                for line in helplines where line.code != "emergency" {
                    li {
                        strong { line.name }
                        ": "
                        a(.href(ExternalLink(telephone: line.number))) { line.number }
                        ". \(line.purpose)"
                    }
                }
            }
        }
    }
}
