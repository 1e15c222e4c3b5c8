extension Enhancement {
    /// Puts a button beside every field with `data-password` that shows and hides what is typed; it is hidden again
    /// before the form is sent.
    package static let passwordToggle = #"""
        (() => {
          "use strict";
          document.querySelectorAll("input[data-password]").forEach((input) => {
            const button = document.createElement("button");
            button.type = "button";
            button.className = "button second";
            button.setAttribute("aria-controls", input.id);
            const status = document.createElement("span");
            status.className = "unseen";
            status.setAttribute("role", "status");
            const show = (isShown, isTold) => {
              input.type = isShown ? "text" : "password";
              button.textContent = isShown ? "Hide" : "Show";
              button.setAttribute("aria-label", isShown ? "Hide password" : "Show password");
              if (isTold) status.textContent = isShown ? "Your password is shown" : "Your password is hidden";
            };
            show(false, false);
            button.addEventListener("click", () => show(input.type === "password", true));
            input.after(button, status);
            if (input.form) input.form.addEventListener("submit", () => show(false, false));
          });
        })();

        """#
}
