extension Enhancement {
    /// Leaves the site by a link with `data-exit`, or by pressing Shift three times within five seconds, without leaving
    /// this page in the history of the window.
    package static let exitPage = #"""
        (() => {
          "use strict";
          const link = document.querySelector("a[data-exit]");
          if (!link) return;
          const leave = () => {
            document.title = "Loading";
            document.body.hidden = true;
            location.replace(link.href);
          };
          link.addEventListener("click", (event) => {
            event.preventDefault();
            leave();
          });
          let presses = [];
          document.addEventListener("keyup", (event) => {
            if (event.key !== "Shift") {
              presses = [];
              return;
            }
            const now = Date.now();
            presses = presses.filter((time) => now - time < 5000);
            presses.push(now);
            if (presses.length >= 3) leave();
          });
          window.addEventListener("pageshow", (event) => {
            if (event.persisted) document.body.hidden = false;
          });
        })();

        """#
}
