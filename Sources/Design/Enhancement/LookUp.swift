import HTML

extension Enhancement {
    /// Asks by itself what is known already when a field is left: for a form with `data-look`, whose button named "look" asks the
    /// same without it.
    ///
    /// `data-look` names the fields, those that are asked about together joined by "+". The values of one such group are sent to
    /// the form's own address, with the hidden fields, `look=yes` and the header `X-Requested-With: fetch`; the answer holds an
    /// element `#known-already`, which is shown below the field where it lists anything, and announced politely. The same values are
    /// asked about once, however they are spaced. When it fails, that is said, and nothing of the form is touched.
    package static let lookUp = #"""
        (() => {
          "use strict";
          document.querySelectorAll("form[data-look]").forEach((form) => {
            const address = form.getAttribute("action");
            const status = form.querySelector("[data-look-status]");
            const say = (text) => { if (status) status.textContent = text; };
            const field = (name) => form.elements.namedItem(name);
            const value = (name) => (field(name) ? field(name).value : "").trim();
            const groups = form.dataset.look.split(" ").map((names) => ({ names: names.split("+"), asked: "", shown: null }))
              .filter((group) => group.names.every(field));
            const lastOf = (group) => field(group.names[group.names.length - 1]);
            const answers = new Map();
            const typed = (group) => {
              const between = group.names[0].endsWith("_value") ? "" : " ";
              const values = group.names.map((name) => value(name).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, between)).join("\n");
              return values.trim() === "" ? "" : group.names[0].replace(/\d+/, "") + "\n" + values;
            };
            const show = (group, found) => {
              if (group.shown) group.shown.remove();
              group.shown = null;
              const count = found ? found.querySelectorAll("li").length : 0;
              if (count > 0) {
                group.shown = found.cloneNode(true);
                group.shown.removeAttribute("id");
                group.shown.className = "inset";
                (lastOf(group).closest(".pair") || lastOf(group).closest(".field")).after(group.shown);
              }
              return count;
            };
            const ask = async (group) => {
              const body = new URLSearchParams();
              [...form.elements].filter((one) => one.type === "hidden" && one.name).forEach((one) => body.append(one.name, one.value));
              group.names.forEach((name) => body.append(name, value(name)));
              body.append("look", "yes");
              const answer = await fetch(address, {
                method: "POST",
                body: body,
                headers: { "X-Requested-With": "fetch" },
                credentials: "same-origin",
                redirect: "manual",
              });
              if (answer.status === 401 || answer.type === "opaqueredirect") {
                throw new Error("You have been signed out. Sign in again in another window, then go on here.");
              }
              const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
              const found = page ? page.getElementById("known-already") : null;
              if (!found) throw new Error("What is known already could not be looked up. The button below asks again.");
              return document.importNode(found, true);
            };
            const look = async (group) => {
              const key = typed(group);
              if (key === group.asked) return;
              group.asked = key;
              if (key === "") {
                show(group, null);
                return;
              }
              if (!answers.has(key)) answers.set(key, ask(group));
              try {
                const found = await answers.get(key);
                if (group.asked !== key) return;
                const count = show(group, found);
                const typedHere = group.names.map(value).filter((text) => text !== "").join(", ");
                if (count === 0) say("Nothing is known already of " + typedHere + ".");
                else say("Something is known already of " + typedHere + ": it stands below the field.");
              } catch (problem) {
                answers.delete(key);
                if (group.asked !== key) return;
                group.asked = "";
                show(group, null);
                say(problem instanceof TypeError ? "No connection: what is known already could not be looked up." : problem.message);
              }
            };
            // The button was pressed with what stands here.
            if (document.getElementById("known-already")) groups.forEach((group) => { group.asked = typed(group); });
            form.addEventListener("focusout", (event) => {
              const group = groups.find((one) => one.names.includes(event.target.name));
              const next = event.relatedTarget ? event.relatedTarget.name : "";
              if (group && !group.names.includes(next)) look(group);
            });
          });
        })();

        """#
}

/// What lets a form ask by itself what is known already of what is typed into it.
package enum LookingUp {
    /// The attribute of the form: the fields, each group in the order in which it is asked about.
    package static func attributes(_ groups: [[String]]) -> Attribute {
        .data("look", groups.map { $0.joined(separator: "+") }.joined(separator: " "))
    }

    /// Stands in the form; says politely, to assistive technology too, what came of it.
    package static var status: Markup {
        p(.class("saved"), .data("look-status", ""), .role("status")) {}
    }
}
