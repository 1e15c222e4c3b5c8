extension Enhancement {
    /// Shows every button with `data-copy` and lets it copy the text of the element with that identifier. Where the
    /// browser gives no clipboard, the text is selected instead, ready to be copied by key.
    package static let copyValues = #"""
        (() => {
          "use strict";
          const status = document.querySelector("[data-copy-status]");
          const say = (text) => { if (status) status.textContent = text; };
          const select = (element) => {
            const range = document.createRange();
            range.selectNodeContents(element);
            const selection = window.getSelection();
            selection.removeAllRanges();
            selection.addRange(range);
          };
          document.querySelectorAll("button[data-copy]").forEach((button) => {
            const source = document.getElementById(button.dataset.copy);
            if (!source) return;
            const words = button.firstChild;
            button.hidden = false;
            button.addEventListener("click", async () => {
              try {
                await navigator.clipboard.writeText(source.textContent);
                document.querySelectorAll("button[data-copy]").forEach((other) => { other.firstChild.data = "Copy"; });
                words.data = "Copied";
                say("Copied");
              } catch {
                select(source);
                say("Selected: press Control and C, or Command and C, to copy");
              }
            });
          });
        })();

        """#
}
