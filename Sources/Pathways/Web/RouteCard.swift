import Design
import HTML

/// The way somebody goes, why, and what has to be done on it.
struct RouteCard: Component {
    let decision: RouteDecision

    var markup: Markup {
        Card("The way from here") {
            p { strong { decision.route.label } }
            for reason in decision.reasons { p(.class("soft")) { reason } }
            ol {
                for step in decision.steps {
                    li {
                        step.what
                        " "
                        span(.class("soft")) { step.source }
                        if step.isToBeConfirmed {
                            " "
                            Tag("To be confirmed", .quiet)
                        }
                    }
                }
            }
        }.markup
    }
}
