import HTML

extension Enhancement {
    /// Keeps the entries of a form with `data-offline` in the browser until they can be sent; see ``OfflineEntry``.
    ///
    /// An entry is first stored, then sent, in the order of making, by one window at a time, with the header
    /// `X-Requested-With: fetch` and its own token, so that the server can drop a second copy. It is removed when the
    /// answer is 200 to 299, also after a redirect to an address that begins with `data-accepted`, or 409 with the header
    /// `Plainsight-Entry: recorded`. An answer of 400, 404, 409, 413 or 422 keeps it with the messages of the error summary in
    /// the answer, to be corrected; 401, 403 or a redirect elsewhere keeps it until somebody signs in again; anything
    /// else keeps it to be tried again every 20 seconds and when the signal comes back.
    package static let offlineScreening = #"""
        (() => {
          "use strict";
          const form = document.querySelector("form[data-offline]");
          if (!form || !window.indexedDB || !window.fetch) return;
          const key = form.dataset.offline;
          const owner = form.dataset.owner;
          const accepted = form.dataset.accepted;
          const bar = document.querySelector("[data-offline-bar]");
          const lastKey = "last:" + owner + ":" + key;
          let editing = null;
          let isCounted = false;
          let trouble = "";
          let sending = null;
          let last = null;
          let spoken = "";
          try { last = JSON.parse(sessionStorage.getItem(lastKey)); } catch { last = null; }
          const remember = (pairs) => {
            try { sessionStorage.setItem(lastKey, JSON.stringify(pairs)); } catch { return; }
          };

          const counter = document.querySelector("[data-entry-number]");
          const counterKey = "number:" + owner + ":" + key;
          const count = (number) => {
            if (!counter) return;
            counter.textContent = String(number);
            try { sessionStorage.setItem(counterKey, String(number)); } catch { return; }
          };
          const tellAfter = (pairs) => {
            const answers = new Set(pairs.map(([name, value]) => name + "=" + value));
            const notes = [...document.querySelectorAll("[data-after-entry]")];
            const told = notes.find((note) => note.dataset.afterEntry.split("&").every((answer) => answers.has(answer)));
            notes.forEach((note) => { note.hidden = note !== told; });
          };

          const database = new Promise((resolve, reject) => {
            const request = indexedDB.open("plainsight-screening", 1);
            request.onupgradeneeded = () => request.result.createObjectStore("entries", { keyPath: "id", autoIncrement: true });
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
          const inStore = async (mode, work) => {
            const base = await database;
            return new Promise((resolve, reject) => {
              const transaction = base.transaction("entries", mode, { durability: "strict" });
              const request = work(transaction.objectStore("entries"));
              transaction.oncomplete = () => resolve(request.result);
              transaction.onerror = () => reject(transaction.error);
              transaction.onabort = () => reject(transaction.error);
            });
          };
          const put = (entry) => inStore("readwrite", (entries) => entries.put(entry));
          const remove = (id) => inStore("readwrite", (entries) => entries.delete(id));
          const mine = async () => (await inStore("readonly", (entries) => entries.getAll()))
            .filter((entry) => entry.owner === owner && entry.key === key);

          const newToken = () => {
            const bytes = crypto.getRandomValues(new Uint8Array(16));
            bytes[6] = (bytes[6] & 15) | 64;
            bytes[8] = (bytes[8] & 63) | 128;
            const text = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
            return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
          };
          const tokenField = form.querySelector("input[data-token=entry]");
          const sessionField = form.querySelector("input[data-token=session]");
          if (!tokenField) return;
          const fields = () => [...form.elements].filter((field) => field.name && field.type !== "hidden"
            && field.tagName !== "BUTTON" && field.type !== "submit");
          const clear = () => {
            fields().forEach((field) => {
              if (field.type === "radio" || field.type === "checkbox") field.checked = false;
              else if (field.tagName === "SELECT") field.selectedIndex = 0;
              else field.value = "";
            });
            tokenField.value = newToken();
            editing = null;
            isCounted = false;
          };
          const fill = (pairs, isRepeated) => {
            const values = new Map();
            pairs.forEach(([name, value]) => values.set(name, [...(values.get(name) || []), value]));
            fields().forEach((field) => {
              if (isRepeated && field.closest("[data-not-repeated]")) return;
              const found = values.get(field.name) || [];
              if (field.type === "radio" || field.type === "checkbox") field.checked = found.includes(field.value);
              else field.value = found.length ? found.shift() : "";
            });
          };
          const repeatable = (pairs) => {
            const names = new Set(fields().filter((field) => !field.closest("[data-not-repeated]")).map((field) => field.name));
            return pairs.filter(([name]) => names.has(name));
          };
          const toTop = () => {
            const heading = document.querySelector("h1");
            if (!heading) return;
            heading.tabIndex = -1;
            heading.focus();
            heading.scrollIntoView();
          };

          const draw = async (said) => {
            spoken = said;
            if (!bar) return;
            const entries = await mine();
            const waiting = entries.filter((entry) => entry.state === "waiting").length;
            const rejected = entries.filter((entry) => entry.state === "rejected" && entry.id !== editing);
            const text = bar.querySelector("[data-offline-text]");
            const list = bar.querySelector("[data-offline-list]");
            const words = [];
            if (said) words.push(said);
            if (waiting) words.push(waiting === 1 ? "1 entry waits to be sent." : waiting + " entries wait to be sent.");
            if (waiting && (trouble === "offline" || !navigator.onLine)) words.push("There is no signal. You can go on.");
            if (waiting && trouble === "later") words.push("The site cannot take entries just now. They are sent again by themselves.");
            text.textContent = words.join(" ");
            list.replaceChildren();
            const line = (words, control) => {
              const item = document.createElement("li");
              item.append(words + " ", control);
              list.append(item);
            };
            if (waiting && trouble === "session") {
              const link = document.createElement("a");
              link.href = form.dataset.signIn || location.href;
              link.textContent = "Sign in again";
              line("You have been signed out. The entries are kept on this phone.", link);
            }
            rejected.forEach((entry) => {
              const button = document.createElement("button");
              button.type = "button";
              button.className = "link-button";
              button.textContent = "Correct the entry made at " + entry.made;
              button.addEventListener("click", () => {
                clear();
                fill(entry.pairs, false);
                tokenField.value = entry.token;
                editing = entry.id;
                isCounted = true;
                draw(entry.messages.join(". "));
                toTop();
              });
              line("Not accepted: " + entry.messages.join(". ") + ".", button);
            });
            bar.hidden = !words.length && !list.children.length;
          };

          const messagesIn = (page) => {
            const found = new DOMParser().parseFromString(page, "text/html").querySelectorAll(".error-summary li");
            const messages = [...found].map((item) => item.textContent.trim()).filter(Boolean);
            return messages.length ? messages : ["the site did not accept it"];
          };
          const sendOne = async (entry) => {
            const stop = new AbortController();
            const timer = setTimeout(() => stop.abort(), 20000);
            try {
              const pairs = entry.pairs.filter(([name]) => !sessionField || name !== sessionField.name);
              if (sessionField) pairs.push([sessionField.name, sessionField.value]);
              const answer = await fetch(entry.url, {
                method: "POST",
                body: new URLSearchParams(pairs),
                headers: { "X-Requested-With": "fetch" },
                credentials: "same-origin",
                signal: stop.signal,
              });
              const isElsewhere = answer.redirected && !new URL(answer.url).pathname.startsWith(accepted);
              const isRecorded = answer.status === 409 && answer.headers.get("Plainsight-Entry") === "recorded";
              if (isElsewhere || answer.status === 401 || answer.status === 403) return "session";
              if (answer.ok || isRecorded) {
                await remove(entry.id);
                return "next";
              }
              if ([400, 404, 409, 413, 422].includes(answer.status)) {
                entry.state = "rejected";
                entry.messages = messagesIn(await answer.text());
                await put(entry);
                return "next";
              }
              return "later";
            } catch {
              return "offline";
            } finally {
              clearTimeout(timer);
            }
          };
          const sendAll = async () => {
            for (;;) {
              const entry = (await mine()).find((one) => one.state === "waiting");
              if (!entry) {
                trouble = "";
                return;
              }
              const result = await sendOne(entry);
              if (result !== "next") {
                trouble = result;
                return;
              }
            }
          };
          const alone = (work) => navigator.locks ? navigator.locks.request("plainsight-screening", work) : work();
          const send = () => {
            if (sending) return sending.then(send);
            sending = alone(sendAll).finally(() => { sending = null; });
            return sending;
          };
          const sendWaiting = async () => {
            if (sending || !(await mine()).some((entry) => entry.state === "waiting")) return;
            await send();
            await draw("");
          };

          form.addEventListener("submit", async (event) => {
            event.preventDefault();
            const button = event.submitter;
            if (form.dataset.busy) return;
            form.dataset.busy = "yes";
            try {
              const pairs = [...new FormData(form)].filter(([, value]) => typeof value === "string");
              if (button && button.name) pairs.push([button.name, button.value]);
              const made = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
              const entry = { key, owner, url: form.action, pairs, token: tokenField.value, made, state: "waiting", messages: [] };
              if (editing !== null) entry.id = editing;
              const isNew = !isCounted;
              let id;
              try {
                id = await put(entry);
              } catch {
                HTMLFormElement.prototype.submit.call(form);
                return;
              }
              last = repeatable(pairs);
              remember(last);
              const patience = new Promise((resolve) => { setTimeout(resolve, navigator.onLine ? 4000 : 0); });
              const sent = send();
              await Promise.race([sent, patience]);
              const left = (await mine()).find((one) => one.id === id);
              if (left && left.state === "rejected") {
                editing = id;
                await draw("Not accepted: " + left.messages.join(". ") + ".");
                if (bar) { bar.tabIndex = -1; bar.focus(); }
                return;
              }
              clear();
              if (counter && isNew) count(Number(counter.textContent) + 1);
              tellAfter(pairs);
              const kept = "Kept on this phone at " + made + ".";
              const recorded = "Recorded at " + made + ".";
              await draw(left ? kept : recorded);
              toTop();
              if (left) sent.then(async () => {
                const isWaiting = (await mine()).some((one) => one.id === id);
                await draw(spoken === kept && !isWaiting ? recorded : spoken);
              });
            } finally {
              delete form.dataset.busy;
            }
          });
          document.querySelectorAll("[data-same-as-last]").forEach((control) => {
            control.hidden = false;
            control.addEventListener("click", (event) => {
              if (!last) {
                if (control.tagName !== "A" || !navigator.onLine) {
                  event.preventDefault();
                  draw("There is no earlier entry on this phone yet.");
                }
                return;
              }
              event.preventDefault();
              fill(last, true);
              draw("Filled in as the last person. Change what is different.");
            });
          });
          document.querySelectorAll("form[data-sign-out]").forEach((out) => {
            out.addEventListener("submit", () => {
              try { sessionStorage.removeItem(lastKey); } catch { return; }
              if (window.caches) caches.keys().then((names) => names.filter((name) => name.startsWith("plainsight-screening:"))
                .forEach((name) => caches.delete(name)));
            });
          });

          tokenField.value = newToken();
          window.addEventListener("online", sendWaiting);
          document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") sendWaiting(); });
          setInterval(sendWaiting, 20000);
          // The page may be a copy from before the last entries, and knows nothing of those that wait.
          mine().then((entries) => {
            let seen = 0;
            try { seen = Number(sessionStorage.getItem(counterKey)) || 0; } catch { seen = 0; }
            const waiting = entries.filter((entry) => entry.state === "waiting").length;
            if (counter) count(Math.max(Number(counter.textContent) + waiting, seen));
            return draw("");
          }).then(sendWaiting);

          if (form.dataset.worker && "serviceWorker" in navigator) {
            navigator.serviceWorker.register(form.dataset.worker, { scope: form.dataset.scope }).then(async () => {
              const ready = await navigator.serviceWorker.ready;
              const assets = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")]
                .map((one) => one.href || one.src);
              ready.active.postMessage({ keep: [location.href, ...assets] });
            }).catch(() => undefined);
          }
        })();

        """#
}

/// What lets the entries of a form wait in the browser while there is no signal. The form needs a ``HiddenInput`` with
/// the purpose `entry`, whose value becomes a new UUID for each entry, and one with the purpose `session`.
package enum OfflineEntry {
    /// The attributes of the form.
    /// - `key`: what the entries belong to, such as the visit's identifier.
    /// - `owner`: the account, so that nobody sends another person's entries.
    /// - `accepted`: how the address begins that the server leads to after an entry is recorded.
    /// - `signIn`: where to sign in again.
    /// - `worker`, `scope`: where the worker's script is served, and the path below which it works.
    package static func attributes(
        key: String, owner: String, accepted: Link, signIn: Link, worker: Link, scope: Link
    ) -> Attribute {
        .all([
            .data("offline", key), .data("owner", owner), .data("accepted", link: accepted),
            .data("sign-in", link: signIn), .data("worker", link: worker), .data("scope", link: scope),
        ])
    }

    /// Stands above the form and says how many entries wait; empty and not shown until there is something to say.
    package static var bar: Markup {
        div(.class("offline"), .data("offline-bar", ""), .hidden()) {
            p(.data("offline-text", ""), .role("status")) {}
            ul(.data("offline-list", "")) {}
        }
    }

    /// A button that fills the form as the last entry; shown by the script. Fields inside an element with
    /// ``notRepeated`` stay as they are.
    package static var sameAsLast: Markup {
        button(.class("button second"), .type("button"), .data("same-as-last", ""), .hidden()) { "Same as the last" }
    }

    /// Marks an element whose fields belong to one person only, such as a name.
    package static var notRepeated: Attribute { .data("not-repeated", "") }

    /// An element that is hidden until the script has kept an entry with these answers, such as
    /// "age_group=child&outcome=disclosure". Only the first that fits is shown; the next entry hides it again.
    package static func shown(after answer: String) -> Attribute { .all([.data("after-entry", answer), .hidden()]) }

    /// Marks the element whose whole text is the number of the next entry; the script counts it on.
    package static var entryNumber: Attribute { .data("entry-number", "") }
}
