/// The look of a published document, on a screen and on paper.
enum DocumentStyle {
    static let sheet = """
        :root { --ink: #14212b; --soft: #4a5a66; --line: #c8d1d6; --mist: #f2f5f6; --lead: #0b5560; --dark: #07404a;
          --tint: #e2f0f1; }
        *, *::before, *::after { box-sizing: border-box; }
        html { font: 100%/1.55 \(ChartDrawing.fonts); color: var(--ink); background: #fff; -webkit-text-size-adjust: 100%; }
        body { margin: 0; }
        main, .contents { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
        h2 { font-size: 1.75rem; line-height: 1.15; letter-spacing: -.015em; color: var(--dark); margin: 3.5rem 0 1rem; }
        h3 { font-size: 1.1875rem; line-height: 1.25; margin: 2rem 0 .5rem; }
        h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; color: var(--lead); }
        p { margin: 0 0 .85rem; } ul { margin: 0 0 1rem; padding-left: 1.2rem; } li { margin-bottom: .3rem; }
        a { color: var(--lead); }
        :focus-visible { outline: 3px solid var(--ink); box-shadow: 0 0 0 6px #ffd02e; }
        .skip { position: absolute; left: -999px; } .skip:focus { left: 1rem; top: .5rem; background: #fff; padding: .5rem; }
        .lead { font-size: 1.1875rem; line-height: 1.45; color: var(--dark); }
        .cover { background: var(--dark); color: #fff; padding: 4rem 1.25rem 0; }
        .cover-in { max-width: 43.5rem; margin: 0 auto; }
        .cover .publisher { font-size: 1.1875rem; font-weight: 600; margin: 0 0 3rem; }
        .cover h1 { font-size: 3rem; line-height: 1.05; letter-spacing: -.025em; margin: 0 0 .75rem; }
        .cover .subject { font-size: 1.3125rem; margin: 0 0 .35rem; }
        .cover .period { font-size: 1.3125rem; margin: 0 0 2rem; color: #cfe7ea; }
        .cover .state { font-size: .9375rem; color: #cfe7ea; margin: 0 0 2.5rem; max-width: 34rem; }
        .columns { display: flex; align-items: flex-end; gap: 2px; height: 9rem; margin: 0 -1.25rem; }
        .columns span { flex: 1; background: #0b5560; } .columns span:last-child { background: #1f8595; }
        .contents h2 { margin-top: 2.5rem; } .contents ol { list-style: none; margin: 0; padding: 0; }
        .contents li { border-top: 1px solid var(--line); margin: 0; }
        .contents a { display: block; padding: .5rem 0; text-decoration: none; }
        .contents a:hover { text-decoration: underline; }
        .headlines { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1.25rem 2rem;
          margin: 1.5rem 0 2rem; padding: 0; list-style: none; }
        .headlines.three { grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); }
        .headlines li { border-top: 4px solid var(--lead); padding-top: .6rem; margin: 0; }
        .headlines b { display: block; font-size: 2.75rem; line-height: 1.05; letter-spacing: -.03em;
          font-variant-numeric: tabular-nums; color: var(--dark); }
        .headlines b small { font-size: 1rem; font-weight: 400; letter-spacing: 0; color: var(--soft); }
        .headlines span { display: block; font-weight: 600; line-height: 1.3; }
        .headlines i { display: block; font-style: normal; font-size: .9375rem; line-height: 1.4; color: var(--soft);
          margin-top: .2rem; }
        figure { margin: 1.75rem 0; } figure svg { display: block; max-width: 100%; height: auto; }
        figure svg.narrow { display: none; }
        figcaption { margin-bottom: .75rem; } figcaption strong { display: block; font-size: 1.0625rem; line-height: 1.3; }
        .unit, .source { font-size: .875rem; line-height: 1.4; color: var(--soft); margin: 0; } .source { margin-top: .6rem; }
        table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.4; margin: 0; }
        .table { margin: 2rem 0; }
        caption { text-align: left; padding-bottom: .6rem; }
        caption strong { display: block; font-size: 1.0625rem; line-height: 1.3; }
        caption span { display: block; font-size: .875rem; color: var(--soft); }
        th, td { text-align: left; vertical-align: top; padding: .4rem .9rem .4rem 0; border-bottom: 1px solid #e3e9ec;
          font-weight: 400; }
        thead th { font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--soft); vertical-align: bottom; }
        td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; padding: .4rem 0 .4rem .9rem;
          white-space: nowrap; }
        thead th.n { white-space: normal; }
        tr.total th, tr.total td { font-weight: 600; border-top: 1px solid var(--soft); }
        .words th[scope=row] { font-weight: 600; } .words td p:last-child, .words th p:last-child { margin: 0; }
        .words p { margin: 0 0 .4rem; }
        blockquote { margin: 1.5rem 0; padding: .2rem 0 .2rem 1.25rem; border-left: 4px solid var(--lead);
          font-size: 1.125rem; }
        blockquote footer { font-size: .9375rem; color: var(--soft); margin-top: .3rem; }
        .signature { font-weight: 600; margin: 1.25rem 0; }
        .notice { background: var(--mist); border-left: 6px solid var(--lead); padding: .9rem 1.1rem; margin: 1.25rem 0; }
        .case { background: var(--tint); padding: 1.2rem 1.4rem; margin: 1.5rem 0; } .case h3 { margin-top: 0; }
        .case > :last-child { margin-bottom: 0; }
        .objective { border-top: 4px solid var(--lead); padding-top: .6rem; margin: 2rem 0; }
        .objective h3 { margin: 0 0 .6rem; }
        .objective .state { font-size: .875rem; font-weight: 600; color: var(--lead); margin: 0 0 .6rem; }
        .foot { max-width: 46rem; margin: 3rem auto; padding: 1rem 1.25rem; border-top: 1px solid var(--line);
          font-size: .875rem; color: var(--soft); }
        @media screen and (max-width: 30rem) { figure svg { display: none; } figure svg.narrow { display: block; } }
        @media (max-width: 40rem) { .scroll { overflow-x: auto; } .cover { padding-top: 2rem; }
        .cover h1 { font-size: 2.25rem; } .words thead { position: absolute; left: -999px; }
        .words tr, .words th, .words td { display: block; padding: .15rem 0; border: 0; }
        .words tr { border-bottom: 1px solid var(--line); padding: .6rem 0; } }
        """

    /// Paper: A4, a cover without margins, the title at the head and the page at the foot.
    static let paper = """
        @page { size: A4; margin: 24mm 22mm 22mm; @bottom-right { content: counter(page);
          font: 600 9pt \(ChartDrawing.fonts); color: #07404a; }
        @bottom-left { content: string(document); font: 8.5pt \(ChartDrawing.fonts); color: #4a5a66; }
        @top-right { content: string(part, first-except); font: 8.5pt \(ChartDrawing.fonts); color: #4a5a66; } }
        @page cover { margin: 0; background: #07404a; @bottom-right { content: none; } @bottom-left { content: none; }
        @top-right { content: none; } }
        @media print {
          html { font-size: 10pt; line-height: 1.5; } .skip { display: none; }
          main, .contents, .cover-in, .foot { max-width: none; padding: 0; margin: 0; }
          .cover { page: cover; height: 297mm; padding: 30mm 22mm 0; position: relative; break-after: page; }
          .cover .publisher { font-size: 14pt; margin: 0 0 62mm; string-set: document content(); }
          .cover h1 { font-size: 42pt; line-height: 1.02; margin-bottom: 7mm; max-width: 150mm; }
          .cover .subject { font-size: 16pt; margin: 0 0 1mm; } .cover .period { font-size: 16pt; margin-bottom: 10mm; }
          .cover .state { font-size: 10pt; max-width: 105mm; }
          .columns { position: absolute; left: 0; bottom: 0; width: 210mm; height: 74mm; gap: .6mm; margin: 0; }
          .contents { break-after: page; } .contents h2 { margin: 0 0 8mm; }
          .contents a { color: inherit; padding: 2.6mm 0; font-size: 11pt; }
          .contents a::after { content: target-counter(attr(href), page); float: right; font-variant-numeric: tabular-nums;
            color: #07404a; font-weight: 600; }
          h2 { font-size: 21pt; margin: 14mm 0 5mm; break-after: avoid; string-set: part content(); }
          .page { break-before: page; } .page > h2, section:first-child > h2 { margin-top: 0; } .with { break-after: avoid; }
          h3 { font-size: 12.5pt; margin: 7mm 0 2mm; break-after: avoid; } h4 { break-after: avoid; }
          .lead { font-size: 12.5pt; } p, li { orphans: 3; widows: 3; }
          .headlines { grid-template-columns: 1fr 1fr; gap: 7mm 10mm; margin: 6mm 0 8mm; }
          .headlines.three { grid-template-columns: 1fr 1fr 1fr; gap: 7mm; }
          .headlines b { font-size: 40pt; margin-bottom: 1mm; } .headlines span { font-size: 11.5pt; }
          .foreword p { font-size: 11.5pt; line-height: 1.6; }
          .foreword h2 + p { font-size: 14pt; line-height: 1.45; color: #07404a; }
          figure, .notice, tr, .headlines li, blockquote { break-inside: avoid; } figure { margin: 7mm 0; }
          figure svg { width: 100%; }
          figcaption strong, caption strong { font-size: 11pt; } .unit, .source, caption span { font-size: 8.5pt; }
          table { font-size: 9.5pt; } .table { margin: 7mm 0; } .short { break-inside: avoid; } .scroll { overflow: visible; }
          caption, .table thead { break-after: avoid; } a { color: inherit; text-decoration: none; }
          .foot { margin-top: 10mm; padding-top: 3mm; }
          .see::after { content: ", page " target-counter(attr(href), page); }
          .cover, .notice, .case, .headlines { -webkit-print-color-adjust: exact; }
        }
        """
}
