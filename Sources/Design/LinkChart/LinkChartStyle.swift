extension StyleSheet {
    /// Link charts, and the list of what speaks for and against two things being one.
    static let linkCharts = """
        .link-chart { overflow-x: auto; margin-bottom: .75rem; } .link-chart svg { display: block; width: 100%; min-width: 46rem; \
        max-width: 62rem; height: auto; }
        .link-chart text { font-size: 13px; fill: var(--ink); } .link-chart .soft { font-size: 11px; fill: var(--ink-soft); } \
        .link-chart .heading { font-weight: 600; fill: var(--ink-soft); }
        .link-chart line { stroke: var(--ink-soft); stroke-width: 1; opacity: .55; }
        .link-chart rect { fill: var(--paper); stroke: var(--line); } .link-chart .subject rect { fill: var(--lead-tint); \
        stroke: var(--lead); } .link-chart .record rect { fill: var(--mist); stroke: var(--ink-soft); }
        .weights { list-style: none; margin: 0 0 .75rem; padding: 0; } td .weights { margin: 0; }
        .weights li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 .75rem; padding: .1rem 0; } \
        .weights .for strong { color: var(--good); } .weights .against strong { color: var(--alert); }
        @media (forced-colors: active) { .link-chart text { fill: CanvasText; } .link-chart line, .link-chart rect { \
        stroke: CanvasText; } .link-chart rect { fill: Canvas; } }

        """
}
