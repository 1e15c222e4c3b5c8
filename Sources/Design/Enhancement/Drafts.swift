import HTML

extension Enhancement {
    /// Saves a form with `data-draft` and `data-draft-url` while it is filled in: 800 milliseconds after the last change
    /// its fields, without passwords and files, are sent to the address with the header `X-Requested-With: fetch`; any
    /// answer of 200 to 299 means saved. When that fails, a copy stays in the window's own storage and is offered when
    /// the form with the same key is opened again in the same window.
    package static let drafts = #"""
        (() => {
          "use strict";
          const storage = (() => {
            try { return window.sessionStorage; } catch { return null; }
          })();
          const read = (key) => {
            try { return JSON.parse(storage.getItem(key)); } catch { return null; }
          };
          const write = (key, value) => {
            try { storage.setItem(key, JSON.stringify(value)); return true; } catch { return false; }
          };
          const forget = (key) => {
            try { storage.removeItem(key); } catch { return; }
          };
          const clock = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
          document.querySelectorAll("form[data-sign-out]").forEach((form) => {
            form.addEventListener("submit", () => {
              try { storage.clear(); } catch { return; }
            });
          });
          document.querySelectorAll("form[data-draft]").forEach((form) => {
            const key = "draft:" + form.dataset.draft;
            const address = form.dataset.draftUrl;
            const status = form.querySelector("[data-draft-status]");
            let timer = null;
            let number = 0;
            let isDirty = false;
            const say = (text) => { if (status) status.textContent = text; };
            const pairs = () => [...new FormData(form)].filter(([name, value]) => {
              const field = form.elements.namedItem(name);
              return typeof value === "string" && !(field && field.type === "password");
            });
            const keep = (words) => {
              const isKept = write(key, { time: clock(), pairs: pairs().filter(([name]) => !isToken(name)) });
              say(isKept ? words + " What you typed is kept in this window." : words + " Send the form before you leave it.");
            };
            const isToken = (name) => {
              const field = form.elements.namedItem(name);
              return Boolean(field && field.type === "hidden");
            };
            const save = async (isLast) => {
              clearTimeout(timer);
              if (!isDirty || !address) return;
              isDirty = false;
              const mine = ++number;
              try {
                const answer = await fetch(address, {
                  method: "POST",
                  body: new URLSearchParams(pairs()),
                  headers: { "X-Requested-With": "fetch" },
                  credentials: "same-origin",
                  redirect: "manual",
                  keepalive: isLast,
                });
                if (mine !== number) return;
                if (answer.ok) {
                  forget(key);
                  say("Draft saved " + clock());
                } else if (answer.status === 401 || answer.type === "opaqueredirect") {
                  keep("You have been signed out. Sign in again in another window, then go on here.");
                } else {
                  keep("The draft could not be saved.");
                }
              } catch {
                if (mine !== number) return;
                isDirty = true;
                keep("No connection.");
              }
            };
            const changed = () => {
              isDirty = true;
              clearTimeout(timer);
              timer = setTimeout(() => save(false), 800);
            };
            form.addEventListener("input", changed);
            form.addEventListener("change", changed);
            form.addEventListener("submit", () => {
              clearTimeout(timer);
              number += 1;
              isDirty = false;
            });
            window.addEventListener("online", () => save(false));
            document.addEventListener("visibilitychange", () => {
              if (document.visibilityState === "hidden") save(true);
            });
            const kept = read(key);
            if (!kept || !Array.isArray(kept.pairs)) return;
            const offer = document.createElement("p");
            const bring = document.createElement("button");
            bring.type = "button";
            bring.className = "button second";
            bring.textContent = "Bring back what you typed at " + kept.time;
            bring.addEventListener("click", () => {
              const values = new Map();
              kept.pairs.forEach(([name, value]) => values.set(name, [...(values.get(name) || []), value]));
              [...form.elements].forEach((field) => {
                if (!field.name || field.type === "hidden" || field.type === "password" || field.type === "file") return;
                const found = values.get(field.name) || [];
                if (field.type === "radio" || field.type === "checkbox") field.checked = found.includes(field.value);
                else if (found.length && field.tagName !== "BUTTON") field.value = found.shift();
              });
              offer.remove();
              changed();
            });
            offer.append(bring);
            form.prepend(offer);
          });
        })();

        """#
}

/// What lets a form save itself while it is filled in, and the line that says so.
package enum DraftSaving {
    /// The attributes of the form: `key` is of this one form, never of a kind of form, and `link` takes the draft.
    package static func attributes(key: String, to link: Link) -> Attribute {
        .all([.data("draft", key), .data("draft-url", link: link)])
    }

    /// Stands in the form and says when the draft was saved; read out by assistive technology.
    package static var status: Markup {
        p(.class("saved"), .data("draft-status", ""), .role("status")) {}
    }
}
