/// The look of every page: tokens first, then the page, then each component, paper last. Every pair of a text and its
/// ground has a contrast of 4.5 to 1 at least, lines that mean something 3 to 1.
package enum StyleSheet {
    /// The whole style sheet.
    package static let css =
        [
            tokens, page, buttons, tags, notices, cards, summaryLists, tables, steps, timelines, answers, strands,
            figures,
            charts, areaMaps, linkCharts, navigation, blocks, sheets, copyValues, fields, forcedColours, paper,
        ].joined()

    private static let tokens = """
        :root {
        --ink: #14212b; --ink-soft: #4a5a66; --paper: #ffffff; --mist: #f2f5f6; --line: #c8d1d6; --line-soft: #e3e9ec;
        --lead: #0b5560; --lead-dark: #07404a; --lead-tint: #e2f0f1;
        --alert: #a3231c; --alert-dark: #7c1610; --alert-tint: #fbeae8; --warn: #8a4b00; --warn-tint: #fdf1df;
        --good: #1d6b42; --good-tint: #e5f3ea; --quiet: #5a4a86; --quiet-tint: #efecf7;
        --focus: #ffd02e; --bar: #0b7285;
        --step-0: 1rem; --step-1: 1.1875rem; --step-2: 1.4375rem; --step-3: 1.875rem;
        --radius: 4px; --measure: 70ch; --width: 82rem;
        }

        """

    private static let page = """
        *, *::before, *::after { box-sizing: border-box; }
        html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; \
        color: var(--ink); background: var(--mist); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; \
        scroll-padding-top: 1rem; }
        body { margin: 0; overflow-wrap: break-word; min-height: 100vh; display: flex; flex-direction: column; }
        h1 { font-size: var(--step-3); line-height: 1.15; margin: 0 0 .35em; letter-spacing: -.01em; }
        h2 { font-size: var(--step-1); line-height: 1.25; margin: 0 0 .6rem; }
        h3 { font-size: var(--step-0); margin: 0 0 .25rem; } h4 { font-size: .9375rem; margin: 0 0 .25rem; }
        p { margin: 0 0 .75rem; max-width: var(--measure); }
        a { color: var(--lead); text-underline-offset: .15em; text-decoration-thickness: 1px; }
        a:hover { color: var(--lead-dark); text-decoration-thickness: 3px; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0 0 .75rem; max-width: var(--measure); }
        img { max-width: 100%; height: auto; }
        main ul, main ol { margin: 0 0 .75rem; padding-left: 1.25rem; }
        .plain { list-style: none; margin: 0 0 .75rem; padding: 0; }
        .plain > li { padding: .35rem 0; border-top: 1px solid var(--line-soft); } \
        .plain > li:first-child { border-top: 0; padding-top: 0; } .plain > li:last-child { padding-bottom: 0; }
        hr { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0; }
        :focus-visible { outline: 3px solid var(--ink); outline-offset: 0; box-shadow: 0 0 0 6px var(--focus); }
        main:focus { outline: 0; box-shadow: none; }
        [hidden] { display: none !important; }
        .soft { color: var(--ink-soft); } .num { font-variant-numeric: tabular-nums; } .nowrap { white-space: nowrap; }
        .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; \
        clip-path: inset(50%); white-space: nowrap; border: 0; }
        caption.unseen { position: absolute; display: block; }
        .skip { position: absolute; left: -999px; } .skip:focus { left: 1rem; top: .5rem; background: var(--paper); \
        padding: .6rem .8rem; z-index: 3; }
        .marking { background: var(--ink); color: #fff; font-size: .8125rem; letter-spacing: .08em; text-align: center; \
        padding: .2rem 1rem; overflow-wrap: anywhere; }
        .demonstration { background: var(--warn-tint); color: var(--warn); font-weight: 600; text-align: center; margin: 0; \
        padding: .4rem 1rem; max-width: none; font-size: .9375rem; }
        .top { background: var(--paper); border-bottom: 1px solid var(--line); }
        .top-in { max-width: var(--width); margin: 0 auto; padding: .35rem 1.25rem 0; display: flex; flex-wrap: wrap; \
        align-items: center; gap: .35rem 1.25rem; position: relative; }
        .top-in:last-child { padding-bottom: .35rem; }
        .brand { display: flex; flex: 1 1 0; align-items: center; gap: 0 .6rem; padding: .3rem 0; font-weight: 700; \
        font-size: var(--step-1); line-height: 1.25; color: var(--ink); text-decoration: none; min-width: 9.5rem; \
        min-height: 44px; }
        .brand:hover { color: var(--lead-dark); } .brand:hover span { text-decoration: underline; }
        .brand span { font-weight: 400; color: var(--ink-soft); font-size: .9375rem; min-width: 0; \
        overflow-wrap: anywhere; }
        .eye { width: 1.6rem; height: 1.6rem; flex: none; } .eye .lid { fill: none; stroke: var(--lead); \
        stroke-width: 2.6; } .eye .iris { fill: var(--lead); } .eye .light { fill: #fff; }
        .nav { max-width: var(--width); margin: 0 auto; padding: 0 1.25rem; }
        .nav ul { display: flex; flex-wrap: wrap; gap: 0 .1rem; margin: 0 -.7rem; padding: 0; list-style: none; }
        .nav a { display: block; padding: .6rem .7rem .45rem; min-height: 44px; color: var(--ink); \
        text-decoration: none; border-bottom: 4px solid transparent; overflow-wrap: anywhere; }
        .nav a:hover { border-color: var(--ink-soft); }
        .nav a[aria-current] { border-color: var(--lead); font-weight: 600; color: var(--lead-dark); }
        .search { display: flex; }
        .search input { font: inherit; padding: .4rem .6rem; min-height: 44px; width: 14rem; min-width: 0; \
        border: 1px solid var(--ink-soft); border-right: 0; border-radius: var(--radius) 0 0 var(--radius); \
        background: var(--paper); color: var(--ink); appearance: none; }
        .search input::placeholder { color: var(--ink-soft); opacity: 1; }
        .search button { flex: none; width: 44px; min-height: 44px; padding: .6rem; border: 1px solid var(--ink-soft); \
        border-radius: 0 var(--radius) var(--radius) 0; background: var(--paper); color: var(--lead); cursor: pointer; }
        .search button:hover { background: var(--lead-tint); }
        .search input:focus-visible, .search button:focus-visible { position: relative; z-index: 1; }
        .search svg { display: block; width: 100%; fill: none; stroke: currentColor; stroke-width: 2.4; \
        stroke-linecap: round; }
        .account { position: relative; min-width: 0; }
        .account summary { padding: .6rem 0; min-height: 44px; color: var(--ink); line-height: 1.4; }
        .organisation { color: var(--ink-soft); }
        .menu { position: absolute; right: 0; top: 100%; z-index: 2; min-width: 14rem; max-width: calc(100vw - 2.5rem); \
        background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); padding: .4rem 1rem; \
        box-shadow: 0 4px 14px rgb(20 33 43 / 18%); }
        .menu a, .menu button { display: block; width: 100%; text-align: left; padding: .6rem 0; min-height: 44px; }
        .sign-in { display: inline-block; padding: .6rem 0; min-height: 44px; }
        .exit { position: sticky; top: 0; z-index: 2; height: 0; width: 100%; max-width: var(--width); margin: 0 auto; }
        .exit a { position: absolute; right: 1.25rem; top: .4rem; } .leavable .top-in { padding-right: 12rem; } \
        .leavable .demonstration { padding-right: 12rem; text-align: left; }
        .page { width: 100%; max-width: var(--width); margin: 0 auto; padding: 1.5rem 1.25rem 3rem; flex: 1; }
        .page.narrow { max-width: 52rem; } .page.phone { max-width: 32.5rem; }
        .foot { border-top: 1px solid var(--line); color: var(--ink-soft); font-size: .9375rem; }
        .foot-in { max-width: var(--width); margin: 0 auto; padding: .75rem 1.25rem 1.25rem; display: flex; flex-wrap: wrap; \
        justify-content: space-between; gap: .25rem 1.5rem; align-items: center; overflow-wrap: anywhere; }
        .foot ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; margin: 0; padding: 0; }
        .foot a { display: inline-block; padding: .5rem 0; min-height: 40px; }
        .offline { background: var(--warn-tint); color: var(--warn); padding: .6rem 1rem; margin-bottom: 1.25rem; \
        border-left: 6px solid var(--warn); border-radius: 0 var(--radius) var(--radius) 0; overflow-wrap: anywhere; }
        .offline p { margin: 0; font-weight: 600; } .offline ul { margin: .5rem 0 0; padding: 0; list-style: none; \
        color: var(--ink); } .offline li { padding: .25rem 0; }
        @media (max-width: 60rem) { .organisation { display: none; } .search input { width: 10rem; } }
        @media (max-width: 40rem) { .page { padding: 1.1rem 1rem 2.5rem; } .top-in, .foot-in, .nav { padding-left: 1rem; \
        padding-right: 1rem; } h1, .question { font-size: 1.625rem; } .account { position: static; } \
        .menu { left: 1rem; right: 1rem; top: auto; max-width: none; } .brand { flex-wrap: wrap; align-content: center; } \
        .brand span { width: 100%; } .search { order: 3; width: 100%; } .search input { flex: 1; width: auto; } \
        .exit { position: fixed; top: auto; bottom: 0; height: auto; background: var(--paper); padding: .5rem 1rem; \
        border-top: 1px solid var(--line); } .exit a { position: static; display: block; text-align: center; } \
        .leavable { padding-bottom: 4.5rem; } html:has(.leavable) { scroll-padding-bottom: 5rem; } \
        .leavable .top-in, .leavable .demonstration { padding-right: 1rem; } .nav a { padding: .6rem .55rem .45rem; } .nav ul { margin: 0 -.55rem; } }
        @media (prefers-reduced-motion: reduce) { *, *::before, *::after { transition: none !important; \
        animation: none !important; scroll-behavior: auto !important; } }

        """

    private static let forcedColours = """
        @media (forced-colors: active) { .bar { background: CanvasText; forced-color-adjust: none; } \
        .columns rect { fill: CanvasText; } .columns text, .columns .soft { fill: CanvasText; } .eye .lid { stroke: CanvasText; } \
        .eye .iris { fill: CanvasText; } .tag { border: 1px solid CanvasText; } \
        .button { border: 2px solid ButtonText; } .steps li.now, .steps li.done { border-color: Highlight; } .steps li.now::before { background: Highlight; forced-color-adjust: none; } \
        .nav a, .tabs a { border-color: Canvas; } .nav a[aria-current], .tabs a[aria-current] { border-color: Highlight; } \
        :focus-visible { outline: 3px solid Highlight; } }

        """

    private static let paper = """
        @media print { @page { margin: 16mm 14mm; } html { background: #fff; font-size: 10.5pt; color: #000; } \
        .nav, .account, .exit, .sign-in, .actions, .skip, .search, .filters, .tabs, .pager, .crumbs, .back, .foot ul, .chart-table, .card-aside, \
        .demonstration, .notice, .change, .offline { display: none; } \
        .marking { background: #fff; color: #000; font-weight: 700; } .top { border-bottom: 2px solid #000; } \
        .top-in, .foot-in { padding-left: 0; padding-right: 0; } .page { padding: .75rem 0 0; max-width: none; } .split { display: block; } \
        .card, .sheet { border: 0; padding: 0; } .card, .answers li, .strand, .figure, tr, .time li { break-inside: avoid; } \
        h1, h2, h3 { break-after: avoid; } thead { display: table-header-group; } a { color: inherit; text-decoration: none; } \
        .tag[class] { border: 1px solid #000; background: #fff; color: #000; } .danger, .panel { background: #fff; \
        color: #000; border: 2px solid #000; } .danger strong:first-child { color: #000; } \
        .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; background: #444; } \
        .columns rect { fill: #444; print-color-adjust: exact; -webkit-print-color-adjust: exact; } \
        .sheet-marking { border: 1px solid #000; padding: .2rem; } }

        """
}
