import HTML

/// How far something has come: the steps behind, the present one and those ahead.
package struct Steps: Component {
    /// Where a step stands.
    package enum State: Sendable {
        case done
        case now
        case ahead
    }

    let name: String
    let steps: [(name: String, state: State)]

    /// The steps in order; `name` tells assistive technology what they are steps of.
    package init(_ name: String, _ steps: [(name: String, state: State)]) {
        self.name = name
        self.steps = steps
    }

    /// The steps in order, with the one at `current` as the present one.
    package init(_ name: String, _ names: [String], current: Int) {
        self.init(
            name,
            names.enumerated().map { ($1, $0 < current ? .done : $0 == current ? .now : .ahead) })
    }

    package var markup: Markup {
        ol(.class("steps"), .aria("label", name)) {
            for step in steps {
                switch step.state {
                case .done:
                    li(.class("done")) {
                        step.name
                        span(.class("unseen")) { ", done" }
                    }
                case .now: li(.class("now"), .aria("current", "step")) { step.name }
                case .ahead: li { step.name }
                }
            }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                Steps(
                    "Progress of the concern",
                    ["Raised", "Screened", "Scoping, 3 of 5", "Response", "Visits", "Closed"],
                    current: 2)
            },
            Example(.empty) { Steps("Progress", [], current: 0) },
            Example(.long) { Steps("Progress", [Example.longText, "Closed"], current: 1) },
            Example(.hostile) { Steps(Example.hostileText, [Example.hostileText], current: 0) },
        ]
    }
}

extension StyleSheet {
    static let steps = """
        .steps { display: flex; flex-wrap: wrap; list-style: none; margin: 0 0 1.5rem; padding: 0; gap: .5rem 0; }
        .steps li { flex: 1 1 7rem; min-width: 0; padding: .5rem .8rem .1rem 0; border-top: 4px solid var(--line); \
        color: var(--ink-soft); font-size: .9375rem; overflow-wrap: anywhere; }
        .steps li.done { border-color: var(--lead); color: var(--ink); }
        .steps li.now { border-color: var(--lead); color: var(--lead-dark); font-weight: 700; position: relative; }
        .steps li.now::before { content: ""; position: absolute; left: 0; top: -8px; width: 12px; height: 12px; \
        border-radius: 50%; background: var(--lead); }
        @media (max-width: 40rem) { .steps { display: block; } .steps li { border-top: 0; \
        border-left: 4px solid var(--line); padding: .25rem 0 .25rem .8rem; } \
        .steps li.now::before { left: -8px; top: .55rem; } }

        """
}
