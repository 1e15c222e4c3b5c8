extension StyleSheet {
    static let fields = """
        .field { margin: 0 0 1.4rem; border: 0; padding: 0; min-width: 0; overflow-wrap: anywhere; }
        .field > label, .field > legend, .question { font-weight: 600; display: block; margin: 0 0 .3rem; padding: 0; \
        max-width: var(--measure); }
        .question { font-size: var(--step-3); line-height: 1.15; letter-spacing: -.01em; }
        .field > legend { float: left; width: 100%; } .field > legend + * { clear: both; }
        .hint { color: var(--ink-soft); display: block; font-weight: 400; max-width: var(--measure); }
        .field > .hint { margin: -.15rem 0 .4rem; }
        .error { color: var(--alert); font-weight: 600; margin: 0 0 .4rem; }
        .field.wrong { border-left: 5px solid var(--alert); padding-left: 1rem; }
        .input { font: inherit; width: 100%; max-width: 34rem; padding: .5rem .65rem; \
        border: 1px solid var(--ink-soft); border-radius: var(--radius); min-height: 44px; background: var(--paper); \
        color: var(--ink); }
        .input.long { max-width: 24rem; } .input.medium { max-width: 11rem; } .input.short { max-width: 6.5rem; }
        .input.area { max-width: 46rem; resize: vertical; } .wrong .input { border: 2px solid var(--alert); }
        .input::placeholder { color: var(--ink-soft); opacity: 1; }
        .file { font: inherit; max-width: 100%; min-height: 44px; padding: .4rem 0; }
        .file::file-selector-button { font: inherit; min-height: 36px; padding: .3rem .8rem; margin-right: .8rem; \
        border: 1px solid var(--lead); border-radius: var(--radius); background: var(--paper); color: var(--lead-dark); }
        .date { display: flex; flex-wrap: wrap; gap: .75rem; } .date label { display: block; margin-bottom: .2rem; }
        .date-part { width: 4rem; } .date-year { width: 6rem; }
        .picks { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 10rem), 1fr)); gap: .5rem; \
        max-width: 46rem; }
        @media (max-width: 40rem) { .picks { grid-template-columns: repeat(auto-fill, minmax(min(100%, 8.5rem), 1fr)); } }
        .picks.names { grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); }
        .picks.list { grid-template-columns: minmax(0, 1fr); }
        .picks label { display: flex; align-items: flex-start; gap: .6rem; border: 1px solid var(--ink-soft); \
        border-radius: var(--radius); padding: .7rem .75rem; min-height: 48px; background: var(--paper); cursor: pointer; \
        min-width: 0; line-height: 1.4; }
        .picks label > span { min-width: 0; }
        .picks label:hover { border-color: var(--lead); background: var(--mist); }
        .picks input { flex: none; width: 1.25rem; height: 1.25rem; margin: .08rem 0 0; accent-color: var(--lead); }
        .picks label:has(:checked) { border-color: var(--lead); box-shadow: inset 0 0 0 1px var(--lead); \
        background: var(--lead-tint); }
        .picks label:has(:focus-visible) { outline: 3px solid var(--ink); box-shadow: 0 0 0 6px var(--focus); }
        .picks input:focus-visible { outline: 0; box-shadow: none; }
        .wrong .picks label { border-color: var(--alert); }
        .password { display: flex; gap: .5rem; max-width: 34rem; } .password .input { flex: 1; min-width: 0; }
        .error-summary { border: 4px solid var(--alert); border-radius: var(--radius); background: var(--paper); \
        padding: 1rem 1.25rem; margin-bottom: 1.5rem; max-width: 46rem; overflow-wrap: anywhere; }
        .error-summary ul { list-style: none; margin: 0; padding: 0; font-weight: 600; }
        .error-summary li + li { margin-top: .35rem; }
        .error-summary a { color: var(--alert); display: inline-block; min-height: 24px; }
        .pair { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1.25rem; max-width: 46rem; }
        .filters { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75rem 1rem; margin: 0 0 1.25rem; }
        .filters > .field { margin: 0; } .filters > .actions { margin: 0; }
        @media (min-width: 40.01rem) { .pair { grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: end; } \
        .filters { display: flex; flex-wrap: wrap; align-items: end; } .filters > .field { flex: 0 1 15rem; } \
        .filters .input { width: 100%; max-width: none; } }
        .saved { color: var(--ink-soft); min-height: 1.5em; margin: .5rem 0 0; }

        """
}
